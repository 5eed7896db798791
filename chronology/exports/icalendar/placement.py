"""Where a period stands in a calendar: whole days, never a day that nobody stated."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chronology.model import DateError, Event, Period, Status
from chronology.temporal import edtf, words

FIRST_YEAR: Final = 1601
"""Calendars on Windows count from 1601 and refuse an earlier year."""

_SOFT: Final = {Status.PROPOSED, Status.ALLEGED, Status.DENIED}
_UNFIRM: Final = {*_SOFT, Status.EXPECTED}
_SEPARATOR: Final = re.compile(r"\.\.|/")


@dataclass(frozen=True, slots=True)
class Placement:
    """Days [start, end), end exclusive, as DTSTART and DTEND with VALUE=DATE (RFC 5545 section 3.8.2.2).

    `words` says the date and its precision, empty for one certain day; `firm` tells STATUS:CONFIRMED.
    """

    start: date
    end: date
    words: str
    firm: bool


def place(event: Event) -> Placement | None:
    """Return where `event` stands, or None where it is undated or earlier than calendars can hold.

    A month, a season or a decade spans all its days; a period that lasted spans from first to last. Where one
    end is open ("by June 2018", "since October 2016") the entry stands on the bound that the text does state,
    at the precision in which it states it, and the words say that it is a bound.
    """
    if event.date is None or not event.is_dated:
        return None
    days = _days(event.date)
    if days is None or days[0].year < FIRST_YEAR:
        return None
    firm = _is_exact(event.date) and event.status not in _UNFIRM
    return Placement(*days, _words(event, event.date), firm)


def _days(period: Period) -> tuple[date, date] | None:
    if period.start is not None and period.end is not None:
        return period.start, period.end
    return _stated_bound(period)


def _stated_bound(period: Period) -> tuple[date, date] | None:
    """Return the days of the one end that is stated: of June for `[..2018-06]`."""
    for piece in _SEPARATOR.split(period.edtf.strip("[]{}")):
        try:
            bound = edtf.parse(piece)
        except DateError:
            continue
        if bound.start is not None and bound.end is not None:
            return bound.start, bound.end
    day = period.start or period.latest
    return None if day is None or day == date.max else (day, day + timedelta(days=1))


def _is_exact(period: Period) -> bool:
    sure = not (period.approximate or period.uncertain)
    closed = period.start is not None and period.end is not None
    return sure and (period.is_day or (period.is_interval and closed and not words.precision(period)))


def _words(event: Event, period: Period) -> str:
    parts = [str(event.status)] if event.status in _SOFT else []
    if not (period.is_day and _is_exact(period)):
        parts += [words.describe(period), words.precision(period)]
    return ", ".join(part for part in parts if part)
