"""From characters to a reading.

Sentences, tags, groups, people, treaties, and what every noun group stands for.
"""

import re
from collections.abc import Sequence
from functools import cache

from chronology.events import instruments
from chronology.events.coreference import Resolver
from chronology.events.gazetteer import countries, listed
from chronology.events.language import capitals, tagger, tokens
from chronology.events.language.clauses import Sentence
from chronology.events.people import collect
from chronology.events.reading import Reading
from chronology.model import Document, Span, Timex
from chronology.text import sentences as splitter

_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][\w-]{1,40}")


def read(document: Document, timexes: Sequence[Timex], extra: instruments.Extra | None = None) -> Reading:
    """Read a document. `timexes` in any order; `extra` names further instruments (name → aliases)."""
    names = {match.lower() for match in _CAPITALISED.findall(document.text)} | _known_names()
    mentions = instruments.find(document.text, extra)
    spans = splitter.split(document.text)
    names_of_more = sorted([*(item.span for item in mentions), *instruments.cases(document.text)])
    inside = _by_sentence(spans, _outside_names(timexes, names_of_more))
    named = _spans_by_sentence(spans, names_of_more)
    found = tuple(
        Sentence(
            span, tagger.tag(capitals.usual(tokens.tokenise(document.text, span, mine, inner), names), names)
        )
        for span, mine, inner in zip(spans, inside, named, strict=True)
    )
    by_start = {item.span.start: item for item in mentions}
    people = collect(found, by_start)
    reading = Reading(document, found, inside, people, mentions, mention_at=by_start)
    Resolver(reading).run()
    return reading


def _spans_by_sentence(spans: Sequence[Span], mentions: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The names of instruments and cases inside each sentence; of overlapping ones the first."""
    out: list[tuple[Span, ...]] = []
    at = 0
    for span in spans:
        mine: list[Span] = []
        while at < len(mentions) and mentions[at].start < span.end:
            item = mentions[at]
            at += 1
            if span.contains(item) and (not mine or item.start >= mine[-1].end):
                mine.append(item)
        out.append(tuple(mine))
    return out


def _outside_names(timexes: Sequence[Timex], named: Sequence[Span]) -> list[Timex]:
    """Leave out times that are part of a name ("the Good Friday Agreement")."""
    taken = {position for span in named for position in range(span.start, span.end)}
    return [timex for timex in timexes if timex.start not in taken]


@cache
def _known_names() -> frozenset[str]:
    """Lower-case first words of countries, capitals and cities.

    "Turkey" at the head of a sentence is no bird.
    """
    known = [*countries(), *listed("cities")]
    return frozenset(name.split()[0].lower() for name in known) - {
        "new",
        "the",
        "north",
        "south",
        "black",
        "red",
        "west",
    }


def _by_sentence(spans: Sequence[Span], timexes: Sequence[Timex]) -> tuple[tuple[Timex, ...], ...]:
    ordered = sorted(timexes, key=lambda item: (item.start, -item.end))
    out: list[tuple[Timex, ...]] = []
    at = 0
    for span in spans:
        mine: list[Timex] = []
        while at < len(ordered) and ordered[at].start < span.end:
            timex = ordered[at]
            at += 1
            if (
                timex.start >= span.start
                and timex.end <= span.end
                and (not mine or timex.start >= mine[-1].end)
            ):
                mine.append(timex)
        out.append(tuple(mine))
    return tuple(out)
