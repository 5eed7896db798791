"""Extensions told by their length alone: "will be prolonged by two days". The timeline adds the length up."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chronology.events import instruments
from chronology.events.deadline_clauses import bare
from chronology.events.deadline_table import not_done
from chronology.events.language.words import data
from chronology.events.quoting import evidence
from chronology.model import Document, Event, Span, Status, Timex, TimexType
from chronology.text.sentences import split

_REACH = 140
_BY = re.compile(r"\s(?:for|by)(?: (?:another|an?|the))?(?: (?:additional|further|final|last|extra))?\s*\Z")
_AHEAD = re.compile(r"\b(?:will|shall|is to|are to|would)\b")
_AUXILIARIES = re.compile(
    r"\s(?:(?:has|have|had|will|shall|would|is|are|was|were|be|been|being|to|also|now|since)\s+)+\Z"
)
_RELATIVE = re.compile(r",? (?:which|that|who)\b.*|, .*", re.DOTALL)
_SALIENCE = 0.6


def find(document: Document, timexes: Sequence[Timex], events: Sequence[Event]) -> Iterator[Event]:
    """Yield an undated event for each extension by a length that no telling among `events` is of."""
    told = {
        event.evidence[0].start
        for event in events
        if event.kind == "extension" or _verbs().search(event.title)
    }
    sentences = iter(split(document.text))
    sentence = next(sentences, None)
    for timex in sorted(timexes, key=lambda item: item.start):
        while sentence is not None and sentence.end <= timex.start:
            sentence = next(sentences, None)
        if sentence is None or timex.start < sentence.start or sentence.start in told:
            continue
        trigger = _trigger(document.text, sentence, timex)
        if trigger is not None:
            told.add(sentence.start)
            yield _event(document, sentence, timex, trigger)


def _trigger(text: str, sentence: Span, timex: Timex) -> Span | None:
    """The extending word that a length goes with, where the text says that it is done or will be."""
    if timex.type is not TimexType.DURATION:
        return None
    start = max(sentence.start, timex.start - _REACH)
    before = text[start : timex.start]
    found = list(_verbs().finditer(before)) if _BY.search(before) else []
    if not found or not_done(before[: found[-1].start()]):
        return None
    return Span(start + found[-1].start(), start + found[-1].end())


def _event(document: Document, sentence: Span, timex: Timex, trigger: Span) -> Event:
    text = document.text
    lead = text[sentence.start : trigger.start]
    passive = _AUXILIARIES.search(lead) if _BY.fullmatch(text[trigger.end : timex.start]) else None
    named = lead[: passive.start()] if passive else _BY.sub("", text[trigger.end : timex.start])
    what = bare(_RELATIVE.sub("", named))
    ahead = _AHEAD.search(lead) is not None
    why = "The text gives no day, only how much longer it lasts."
    about = [item.name for item in instruments.find(sentence.of(text))]
    return Event(
        id=f"{document.id}:{trigger.start}",
        title=f"Extension of {what} by {timex.text}" if what else f"Extension by {timex.text}",
        kind="extension",
        status=Status.SCHEDULED if ahead else Status.OCCURRED,
        date=None,
        evidence=(evidence(document, sentence, trigger, None, why),),
        lemma="extend",
        instruments=tuple(about[:1]),
        why_date=why,
        salience=_SALIENCE,
    )


@cache
def _verbs() -> re.Pattern[str]:
    lists = data("deadlines.toml")
    return re.compile(rf"\b(?:{'|'.join([*lists['extending'], *lists['putting_off']])})\b", re.IGNORECASE)
