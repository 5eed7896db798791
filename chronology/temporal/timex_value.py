"""TIMEX3 values (TimeML 1.2.1, TIDES 2005) → `Period`."""

import re
from datetime import date
from functools import lru_cache

from chronology.model import DateError, Granularity, Period
from chronology.temporal import edtf, periods

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?\Z", re.ASCII)
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))\Z", re.ASCII)
_BC = re.compile(r"BC(\d{1,4})\Z", re.ASCII)
_CLOCK = re.compile(r"(?:24|[01]\d|2[0-3])(?::[0-5]\d)?(?::[0-5]\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?\Z", re.ASCII)
_PARTS_OF_DAY = frozenset({"MO", "MI", "AF", "EV", "NI", "DT", "PM", "AM"})
_COLONS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


@lru_cache(maxsize=8192)
def to_period(value: str) -> Period | None:
    """Return the days that a DATE or TIME value stands for, or None where it names none.

    Reads `2019-12-10`, `2019-12`, `2019`, `201` (decade), `19` (century), `XXXX-12-10`, `2019-W32`,
    `2019-W32-WE`, `2019-Q3`, `2019-H1`, `2019-FA`, `BC0300`, and days with a time (`2019-05-14TMO`,
    `2019-05-14T15:30Z`): those are the day, with the granularity of the time. None for durations, sets,
    `PRESENT_REF`, fiscal years and anything that is no date.
    """
    head, separator, clock = value.partition("T")
    try:
        found = _date(head)
    except DateError:
        return None
    return found if not separator or found is None else _at(found, clock)


def _at(found: Period, clock: str) -> Period | None:
    if clock in _PARTS_OF_DAY:
        unit = Granularity.PART_OF_DAY
    elif _CLOCK.match(clock):
        unit = _COLONS[min(re.split(r"[+-]", clock, maxsplit=1)[0].count(":"), 2)]
    else:
        return None
    if found.granularity is not Granularity.DAY:
        return found  # "one morning in May": no finer than the month
    return Period(found.start, found.end, unit, found.edtf, found.approximate, found.uncertain)


def _date(value: str) -> Period | None:
    match len(value):
        case 2 if value.isdecimal():
            return periods.century(int(value) + 1)
        case 3 if value.isdecimal():
            return periods.decade(int(value) * 10)
        case 0 | 1:
            return None
        case _:
            return _special(value)


def _special(value: str) -> Period | None:
    if week := _WEEK.match(value):
        return _week(int(week[1]), int(week[2]), week[3])
    if part := _PART.match(value):
        year, quarter, half, season = int(part[1]), part[2], part[3], part[4]
        if quarter:
            return periods.quarter(year, int(quarter))
        return periods.half(year, int(half)) if half else periods.season(year, _SEASONS[season])
    if bc := _BC.match(value):
        return periods.year(1 - int(bc[1]))
    return edtf.parse(value) if value[0] in "0123456789X-" and "/" not in value else None


def _week(year: int, number: int, rest: str | None) -> Period:
    if rest == "WE":
        return periods.weekend(year, number)
    found = periods.week(year, number)
    return found if rest is None else periods.day(date.fromisocalendar(year, number, int(rest)))
