"""Dates that cannot be, or hardly can be, what was meant."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from chronology.model import Event, Finding, Severity, Timex
from chronology.temporal.words import describe
from chronology.timeline import lexicon
from chronology.timeline.checks.context import Context

# A year this far from every other year of its document, and from its publication, is likely a slip.
OUTLIER_YEARS = 150
# A document needs this many dated events before one of them can stand out.
OUTLIER_EVENTS = 4
_BEFORE = 16
_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*\Z")  # noqa: RUF001 - dashes of ranges


def weekday_mismatch(context: Context) -> Iterator[Finding]:
    """The text names a weekday beside a date that falls on another."""
    for event in context.events:
        for evidence in event.evidence:
            timex = evidence.timex
            if timex is None or timex.period is None or timex.period.start is None or not timex.period.is_day:
                continue
            offset = timex.start - evidence.start
            before = evidence.quote[max(0, offset - _BEFORE) : max(0, offset)]
            said = _weekday_beside(before, timex.text)
            day = timex.period.start
            if said is not None and said != day.weekday():
                yield Finding(
                    "weekday-mismatch",
                    Severity.WARNING,
                    f"{context.name(evidence.document_id)}: “{(before + timex.text).strip()}” names a "
                    f"{_weekday(said)}, but {describe(timex.period)} is a {_weekday(day.weekday())}. "
                    "One of the two is wrong.",
                    (event.id,),
                    (evidence.document_id,),
                )


def end_before_start(context: Context) -> Iterator[Finding]:
    """A span whose end lies before its start."""
    dated = context.dated_by()
    for document_id, timexes in sorted(context.timexes.items()):
        text = context.documents[document_id].text if document_id in context.documents else ""
        for first, last in pairwise(timexes):
            if _is_range(first, last, text) and _reversed(first, last):
                yield Finding(
                    "end-before-start",
                    Severity.ERROR,
                    f"{context.name(document_id)}: “{text[first.start : last.end]}” ends before it starts "
                    f"({_edtf(first)} to {_edtf(last)}). Look at the years.",
                    tuple(dict.fromkeys(dated[document_id, first.start] + dated[document_id, last.start])),
                    (document_id,),
                )


def outlier_year(context: Context) -> Iterator[Finding]:
    """A year far from all others of its document: a slip of the pen or of ours."""
    told: dict[str, list[tuple[int, Event]]] = defaultdict(list)
    for event in context.events:
        if event.date is not None and event.date.earliest is not None and event.is_dated:
            for document in event.documents:
                told[document].append((event.date.earliest.year, event))
    for document_id, dated in sorted(told.items()):
        published = context.published(document_id)
        known = [published.earliest.year] if published and published.earliest else []
        for year, event in _outliers(dated, known):
            yield Finding(
                "outlier-year",
                Severity.WARNING,
                f"{event.title}: the year {year} lies far from all others in {context.name(document_id)}. "
                "Check it for a slip.",
                (event.id,),
                (document_id,),
            )


def unresolved_anchor(context: Context) -> Iterator[Finding]:
    """An expression whose date could not be worked out."""
    dated = context.dated_by()
    known = {event.id for event in context.events if event.is_dated}
    for document_id, timexes in sorted(context.timexes.items()):
        for timex in timexes:
            borrowed = known.issuperset(dated[document_id, timex.start]) and dated[document_id, timex.start]
            if timex.unresolved and timex.period is None and not borrowed:
                yield Finding(
                    "unresolved-anchor",
                    Severity.INFO,
                    f"{context.name(document_id)}: “{timex.text}” has no date. {timex.unresolved}",
                    tuple(dated[document_id, timex.start]),
                    (document_id,),
                )


def _outliers(dated: list[tuple[int, Event]], known: list[int]) -> Iterator[tuple[int, Event]]:
    """The events whose year no other shares, and whose neighbouring years are both far."""
    if len(dated) < OUTLIER_EVENTS:
        return
    counts = Counter([year for year, _ in dated] + known)
    years = sorted(counts)
    for year, event in dated:
        at = bisect_left(years, year)
        beside = [other for other in years[max(0, at - 1) : at + 2] if other != year]
        if counts[year] == 1 and beside and min(abs(year - other) for other in beside) > OUTLIER_YEARS:
            yield year, event


def _weekday_beside(before: str, text: str) -> int | None:
    """The weekday named just before, or inside, a date."""
    if not any(character.isdigit() for character in text):
        return None
    words = [word.casefold() for word in _WORD.findall(text)] + _WORD.findall(before.casefold())[-1:]
    names = lexicon.table("weekdays")["names"]
    return next((names.index(word) for word in words if word in names), None)


def _weekday(number: int) -> str:
    return str(lexicon.table("weekdays")["names"][number]).capitalize()


def _is_range(first: Timex, last: Timex, text: str) -> bool:
    between = text[first.end : last.start]
    return len(between) < _BEFORE and first.signal in {"from", "between"} and bool(_RANGE.match(between))


def _reversed(first: Timex, last: Timex) -> bool:
    end: date | None = last.period.latest if last.period else None
    start: date | None = first.period.earliest if first.period else None
    return start is not None and end is not None and end < start


def _edtf(timex: Timex) -> str:
    return timex.edtf or timex.value
