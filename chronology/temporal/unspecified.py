"""EDTF dates with unspecified digits (`X`): the first and the last day that fit, and how fine they are."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import product

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.calendar import GROUPINGS, after, grouping_granularity

_LAST_MONTH = "12"
_A_LEAP_YEAR = (2000,)
_Bounds = tuple[date | None, date | None]
# By how many leading digits of the year are specified.
_MASKED_YEAR = (Granularity.MILLENNIUM, Granularity.MILLENNIUM, Granularity.CENTURY, Granularity.DECADE)


def unspecified(value: str, year: str, month: str | None, day: str | None) -> Period:
    """Return the period of a date with an X in it, given as `value` and, without qualifiers, in its parts.

    `XXXX-12-10`, a day of any year, has no bounds. Seasons of masked years (`201X-21`) are read beyond the
    standard. Raises DateError where no day fits (`2019-02-3X`).
    """
    is_grouping = day is None and month is not None and month > _LAST_MONTH and "X" not in month
    start, end = _grouping(value, year, month or "") if is_grouping else _days(value, year, month, day)
    return Period(start, end, _granularity(year, month, day), value)


def no_such_day(value: str) -> DateError:
    """Return the error for a date that the calendar does not have."""
    return DateError(f"there is no day {value}", remedy="Give a date that exists")


def _days(value: str, year: str, month: str | None, day: str | None) -> _Bounds:
    months, days = _numbers(month or "XX", 1, 12), _numbers(day or "XX", 1, 31)
    if year == "XXXX" or year[0] == "-" or year == "0000":
        _first(value, _A_LEAP_YEAR, months, days)
        return (None, None) if year == "XXXX" else (None, date.min)
    years = _numbers(year, 1, date.max.year)
    begins_before_year_1 = int(year.replace("X", "0")) < 1
    earliest = None if begins_before_year_1 else _first(value, years, months, days)
    return (earliest, after(_first(value, years[::-1], months[::-1], days[::-1])))


def _grouping(value: str, year: str, month: str) -> _Bounds:
    code = int(month)
    if code not in GROUPINGS:
        raise no_such_day(value)
    if year == "XXXX" or year[0] == "-":
        return (None, None if year == "XXXX" else date.min)
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (periods.grouping(first, code).start, periods.grouping(last, code).end)


def _first(value: str, years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> date:
    """Return the first combination that is a day."""
    return next(_existing(years, months, days), None) or _refuse(value)


def _existing(years: Iterable[int], months: Iterable[int], days: Iterable[int]) -> Iterator[date]:
    for year, month, day in product(years, months, days):
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _refuse(value: str) -> date:
    raise no_such_day(value)


@lru_cache(maxsize=512)
def _numbers(pattern: str, lowest: int, highest: int) -> tuple[int, ...]:
    """Return the numbers that a pattern of digits and X allows, in order."""
    choices = product(*("0123456789" if mask == "X" else mask for mask in pattern))
    numbers = (int("".join(digits)) for digits in choices)
    return tuple(number for number in numbers if lowest <= number <= highest)


def _granularity(year: str, month: str | None, day: str | None) -> Granularity:
    """Return the finest unit that is wholly specified: `2004-XX-15` is known to the year only."""
    digits = year.lstrip("-")
    if "X" in digits and (digits != "XXXX" or month is None):
        return _MASKED_YEAR[digits.index("X")]
    if month is None or "X" in month:
        return Granularity.YEAR
    if month > _LAST_MONTH:
        return grouping_granularity(int(month))
    return Granularity.MONTH if day is None or "X" in day else Granularity.DAY
