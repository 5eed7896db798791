"""Deadlines by the words around a date: "must file by", "is due on", "has until", "extended until".

A telling that such a date belongs to becomes a deadline; where none does, the words themselves make one. The
words are data (data/deadlines.toml).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from chronology.events.language.words import data
from chronology.model import DeadlineKind, Document, Event, Evidence, Period, Span, Status, Timex
from chronology.text.sentences import split

# How far before a date its cue may begin, and how weighty a deadline is for a timeline.
_REACH = 260
_SALIENCE = 0.85
_LONGEST_TITLE = 90
_ARTICLE = re.compile(r"^(?:the|its|their|his|her|our|a|an|this|that)\s+", re.IGNORECASE)
_TRAILING = re.compile(r"[\s,:]+(?:is|are|was|were|has|have|will|to|by|on|in|at|the)?\s*$", re.IGNORECASE)
_PURPOSE = re.compile(r"\s*to ((?:[a-z]+)\b[^.;,]{0,80})")
_CLAUSE = re.compile(r'(?:^|[;:,"“”]\s|\b(?:and|but|that|said|because|while|if|when)\s)(?=[^;:,"“”]*$)')


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a date a deadline of `kind`; `is_extension`: they move an earlier one."""

    kind: DeadlineKind
    pattern: re.Pattern[str]
    is_extension: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at a date: where its words begin in the document."""

    cue: Cue
    timex: Timex
    sentence: Span
    start: int
    verb: int


def mark(document: Document, timexes: Sequence[Timex], events: Sequence[Event]) -> tuple[Event, ...]:
    """Return `events` in order, the deadlines among them marked and those that only the words give added."""
    out = list(events)
    for found in _find(document.text, timexes):
        at = _telling(out, found)
        if at is not None:
            out[at] = _marked(out[at], found, document)
        elif not any(event.deadline and _is_of(event, found) for event in out):
            out.append(_made(document, found))
    return tuple(sorted(out, key=lambda event: (event.evidence[0].trigger, event.id)))


def _find(text: str, timexes: Sequence[Timex]) -> Iterator[Found]:
    sentences = iter(split(text))
    sentence = next(sentences, None)
    for timex in sorted(timexes, key=lambda item: item.start):
        while sentence is not None and sentence.end <= timex.start:
            sentence = next(sentences, None)
        if (
            sentence is None
            or timex.period is None
            or not timex.period.is_dated
            or timex.start < sentence.start
        ):
            continue
        found = _cue(text, sentence, timex)
        if found is not None:
            yield found


def _cue(text: str, sentence: Span, timex: Timex) -> Found | None:
    begin = max(sentence.start, timex.start - _REACH)
    before = text[begin : timex.start].casefold()
    if len(before) != timex.start - begin:
        before = text[begin : timex.start].lower()
    for cue in _cues():
        match = cue.pattern.search(before)
        if match is not None:
            verb = match.end(1) if match.re.groups and match[1] else match.start()
            return Found(cue, timex, sentence, begin + match.start(), begin + verb)
    return None


def _telling(events: Sequence[Event], found: Found) -> int | None:
    """The telling that the deadline belongs to: dated by this date, told in the words of the cue."""
    of = [at for at, event in enumerate(events) if _is_of(event, found) and not event.is_saying]
    within = [at for at in of if found.verb <= events[at].evidence[0].trigger.start]
    marked = [at for at in of if events[at].deadline is not None]
    if marked:
        return marked[0]
    return min(within, key=lambda at: events[at].evidence[0].trigger, default=None)


def _is_of(event: Event, found: Found) -> bool:
    timex = event.evidence[0].timex
    return timex is not None and timex.span == found.timex.span


def _marked(event: Event, found: Found, document: Document) -> Event:
    kind = event.deadline if event.deadline in _SPECIAL else found.cue.kind
    title = event.title if " " in event.title else _title(document.text, found)
    ahead = _lies_ahead(found.timex.period, document)
    return replace(
        event,
        title=title,
        kind="deadline" if event.kind == "event" else event.kind,
        status=Status.SCHEDULED if ahead and event.status is not Status.DENIED else event.status,
        date=found.timex.period,
        lemma="extend" if found.cue.is_extension else event.lemma,
        deadline=kind,
        salience=max(event.salience, _SALIENCE),
    )


_SPECIAL = frozenset(
    set(DeadlineKind) - {DeadlineKind.DUE, DeadlineKind.EXPIRY, DeadlineKind.ENTRY_INTO_FORCE}
)


def _made(document: Document, found: Found) -> Event:
    text = document.text
    trigger = Span(found.start, max(found.start + 1, len(text[: found.timex.start].rstrip())))
    evidence = Evidence(
        document.id,
        found.sentence.start,
        found.sentence.end,
        found.sentence.of(text),
        trigger,
        trigger.of(text),
        found.timex,
        found.timex.because,
    )
    return Event(
        id=f"{document.id}:{trigger.start}",
        title=_title(text, found),
        kind="deadline" if found.cue.kind is DeadlineKind.DUE else str(found.cue.kind),
        status=Status.SCHEDULED if _lies_ahead(found.timex.period, document) else Status.OCCURRED,
        date=found.timex.period,
        evidence=(evidence,),
        lemma="extend" if found.cue.is_extension else str(found.cue.kind),
        deadline=found.cue.kind,
        why_date=found.timex.because,
        salience=_SALIENCE,
    )


def _title(text: str, found: Found) -> str:
    """The clause of the deadline up to its date, with what is to be done by then."""
    clause = text[found.sentence.start : found.timex.start]
    cut = [match.end() for match in _CLAUSE.finditer(clause[: found.start - found.sentence.start])]
    clause = _TRAILING.sub("", clause[cut[-1] if cut else 0 :]).strip(' "“”')
    clause = _ARTICLE.sub("", clause)
    purpose = _PURPOSE.match(text[found.timex.end : found.sentence.end])
    subject, until, _ = clause.partition(" until")
    if purpose is not None and until:
        clause = f"{subject.rsplit(' ', 1)[0]} must {purpose[1]}"
    short = clause if len(clause) <= _LONGEST_TITLE else clause[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return short[:1].upper() + short[1:] or found.timex.text


def _lies_ahead(period: Period | None, document: Document) -> bool:
    published = document.published.period.earliest if document.published else None
    latest = period.latest if period else None
    return published is not None and (latest is None or latest >= published)


@cache
def _cues() -> tuple[Cue, ...]:
    table = data("deadlines.toml")
    lists = {name: _any(table[name]) for name in ("by", "at", "bearer")}
    return tuple(_read(row, lists) for row in table["cue"])


def _read(row: Mapping[str, Any], lists: Mapping[str, str]) -> Cue:
    pattern = str(row["before"])
    for name, words in lists.items():
        pattern = pattern.replace("{" + name + "}", words)
    return Cue(DeadlineKind(row["kind"]), re.compile(pattern + r"\s*\Z"), bool(row.get("extension")))


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
