"""Dates that cannot be, or hardly can be, what was meant."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from chronology.model import Finding, Severity, Timex
from chronology.temporal.words import describe
from chronology.timeline import lexicon
from chronology.timeline.checks.context import Context

# A year this far from every other year of its document, and from its publication, is likely a slip.
OUTLIER_YEARS = 150
# A text may well look back on a year that far, unless it is one wrong digit away from another of its years.
HISTORY_YEARS = 500
# A document needs this many dated events before one of them can stand out.
OUTLIER_EVENTS = 4
_BEFORE = 16
# A year, and what is dated by it: the id of an event, if any, and how to call it.
_Dated = tuple[int, tuple[str, str]]
_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*\Z")  # noqa: RUF001 - dashes of ranges


def weekday_mismatch(context: Context) -> Iterator[Finding]:
    """The text names a weekday beside a date that falls on another."""
    dated = context.dated_by()
    for (document_id, start), (timex, before) in sorted(_days_said(context).items()):
        said, day = _weekday_beside(before, timex.text), timex.period.start if timex.period else None
        if said is not None and day is not None and said != day.weekday():
            yield Finding(
                "weekday-mismatch",
                Severity.WARNING,
                f"{context.name(document_id)}: “{_weekday_on(before) + timex.text}” names a "
                f"{_weekday(said)}, but {describe(timex.period)} is a {_weekday(day.weekday())}. "
                "One of the two is wrong.",
                tuple(dated[document_id, start]),
                (document_id,),
            )


def _days_said(context: Context) -> dict[tuple[str, int], tuple[Timex, str]]:
    """Every expression of a day, by document and start, with the characters before it."""
    found = {
        (item.document_id, item.timex.start): (
            item.timex,
            item.quote[: max(0, item.timex.start - item.start)],
        )
        for event in context.events
        for item in event.evidence
        if item.timex is not None
    }
    for document_id, timexes in context.timexes.items():
        text = context.documents[document_id].text if document_id in context.documents else ""
        for timex in timexes:
            found.setdefault(
                (document_id, timex.start), (timex, text[max(0, timex.start - _BEFORE) : timex.start])
            )
    return {
        key: (timex, before[-_BEFORE:])
        for key, (timex, before) in found.items()
        if timex.period is not None and timex.period.is_day
    }


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
    for document_id, dated in sorted(_years(context).items()):
        published = context.published(document_id)
        known = [published.earliest.year] if published and published.earliest else []
        for year, (event, title) in _outliers(dated, known):
            yield Finding(
                "outlier-year",
                Severity.WARNING,
                f"{title}: the year {year} lies far from all others in {context.name(document_id)}. "
                "Check it for a slip.",
                (event,) if event else (),
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
                    f"{context.name(document_id)}: “{timex.text}” has no date: {_sentence(timex.unresolved)}"
                    f"{_remedy(context, document_id)}",
                    tuple(dated[document_id, timex.start]),
                    (document_id,),
                )


def _years(context: Context) -> dict[str, list[_Dated]]:
    """The years that each document tells of: those of its events, and of dates that no event has."""
    told: dict[str, list[_Dated]] = defaultdict(list)
    for event in context.events:
        if event.date is not None and event.date.earliest is not None and event.is_dated:
            for document in event.documents:
                told[document].append((event.date.earliest.year, (event.id, event.title)))
    dated = context.dated_by()
    for document, timexes in context.timexes.items():
        for timex in timexes:
            start = (
                timex.period.earliest if timex.period is not None and not timex.is_publication_time else None
            )
            if start is not None and str(start.year) in timex.text and not dated[document, timex.start]:
                told[document].append((start.year, ("", f"“{timex.text}”")))
    return told


def _outliers(dated: list[_Dated], known: list[int]) -> Iterator[_Dated]:
    """Those whose year no other shares, and whose neighbouring years are both far."""
    counts = Counter([year for year, _ in dated] + known)
    years = sorted(counts)
    if len(dated) < OUTLIER_EVENTS:
        return
    for year, what in dated:
        at = bisect_left(years, year)
        beside = [other for other in years[max(0, at - 1) : at + 2] if other != year]
        apart = min((abs(year - other) for other in beside), default=0)
        unlike = year == years[-1] or apart > HISTORY_YEARS or any(_is_slip(year, other) for other in years)
        if counts[year] == 1 and apart > OUTLIER_YEARS and unlike:
            yield year, what


def _is_slip(year: int, other: int) -> bool:
    """Whether one digit written wrong, or two written in the wrong order, make one year of the other."""
    differs = [pair for pair in zip(f"{year:04}", f"{other:04}", strict=False) if pair[0] != pair[1]]
    return len(differs) == 1 or (len(differs) == 2 and differs[0] == differs[1][::-1])  # noqa: PLR2004 - a swap


def _weekday_beside(before: str, text: str) -> int | None:
    """The weekday named just before, or inside, a date."""
    if not any(character.isdigit() for character in text):
        return None
    words = [word.casefold() for word in _WORD.findall(text)] + _WORD.findall(before.casefold())[-1:]
    names = lexicon.table("weekdays")["names"]
    return next((names.index(word) for word in words if word in names), None)


def _remedy(context: Context, document_id: str) -> str:
    published = context.published(document_id)
    known = published is not None and published.is_day
    return "" if known else " Say on which day the document came out."


def _sentence(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _weekday_on(before: str) -> str:
    """The end of a text from its last weekday on; "" where none stands there."""
    names = lexicon.table("weekdays")["names"]
    last = [match for match in _WORD.finditer(before) if match[0].casefold() in names]
    return before[last[-1].start() :] if last else ""


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
