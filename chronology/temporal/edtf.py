"""Reader of EDTF, levels 0, 1 and 2 (Library of Congress, February 2019; ISO 8601-2:2019 Annex A).

Bounds are what the value allows: `2004-XX-15` lies from 2004-01-15 to 2004-12-15. Qualifiers (`~ ? %`) are
kept in the writing and as flags, and never move a bound. Beyond the standard, seasons and other sub-year
groupings are read in intervals, in sets and of masked years, and qualified members in sets.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import product

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.calendar import GROUPINGS, after, grouping_granularity, years

_LONGEST = 1000
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z", re.ASCII)
_QUALIFIER = "~?%"
_DATE = re.compile(
    r"[~?%]?(?P<year>-?[\dX]{4})[~?%]?"
    r"(?:-[~?%]?(?P<month>[\dX]{2})[~?%]?(?:-[~?%]?(?P<day>[\dX]{2})[~?%]?)?)?\Z",
    re.ASCII,
)
_LONG_YEAR = re.compile(
    r"[~?%]?(?:Y(?P<long>-?[1-9]\d{4,17}|-?\d{1,12}E(?P<power>\d{1,4}))|(?P<year>-?\d{4}))"
    r"(?:S(?P<digits>[1-9]\d{0,2}))?[~?%]?\Z",
    re.ASCII,
)
_DATE_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|(?<=:59:)60)"
    r"(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?\Z",
    re.ASCII,
)


def parse(value: str, granularity: Granularity | None = None) -> Period:
    """Return the period that an EDTF value stands for; the value is kept as its canonical writing.

    `granularity` replaces the one that can be read off the value (EDTF has no weeks, hours or vague dates).
    Raises DateError where the value is not EDTF, names a day that does not exist, or ends before it starts.
    """
    found = _parse(value)
    if granularity is None or granularity is found.granularity:
        return found
    return Period(found.start, found.end, granularity, value, found.approximate, found.uncertain)


@lru_cache(maxsize=8192)
def _parse(value: str) -> Period:
    if _PLAIN.match(value):
        return _plain(value)
    if len(value) > _LONGEST:
        raise _not_edtf(value[:40] + "…")
    if value[:1] in ("[", "{"):
        return _set(value)
    if "/" in value:
        return _interval(value)
    if "T" in value:
        return _date_time(value)
    return _date(value)


def _not_edtf(value: str) -> DateError:
    return DateError(
        f"{value!r} is not an EDTF date",
        remedy="Write 2019-12-11, 2019-12, 2019, 2019~ or an interval such as 2016-10/2017-01",
    )


def _no_such_day(value: str) -> DateError:
    return DateError(f"there is no day {value}", remedy="Give a date that exists")


def _plain(value: str) -> Period:
    match len(value):
        case 4:
            return periods.year(int(value))
        case 7:
            return _month_or_grouping(int(value[:4]), int(value[5:]), value)
        case _:
            return _day(value)


def _day(value: str) -> Period:
    if value.startswith("0000"):  # 1 BC: a leap year, but beyond datetime.date
        return _before_common_era(value)
    try:
        return periods.day(date.fromisoformat(value))
    except ValueError:
        raise _no_such_day(value) from None


def _month_or_grouping(year: int, number: int, value: str) -> Period:
    if 1 <= number <= 12:  # noqa: PLR2004 - months
        return periods.month(year, number)
    try:
        return periods.grouping(year, number)
    except DateError:
        raise DateError(
            f"{value!r} has no such month", remedy="Months are 01 to 12, EDTF seasons 21 to 41"
        ) from None


# ----- one date: qualified, unspecified, long ------------------------------------------------------


def _date(value: str) -> Period:
    parts = _DATE.match(value)
    if parts is None:
        return _long_year(value)
    year, month, day = parts["year"], parts["month"], parts["day"]
    if "X" in f"{year}{month}{day}":
        start, end = _unspecified(value, year, month, day)
        found = Period(start, end, _masked_granularity(year, month, day), value)
    else:
        plain = "-".join(part for part in (year, month, day) if part)
        found = _before_common_era(plain) if year[0] == "-" else _plain(plain)
    return _as_written(found, value)


def _as_written(found: Period, value: str) -> Period:
    approximate, uncertain = _flags(value)
    return Period(found.start, found.end, found.granularity, value, approximate, uncertain)


def _flags(value: str) -> tuple[bool, bool]:
    both = "%" in value
    return (both or "~" in value, both or "?" in value)


def _before_common_era(value: str) -> Period:
    """Read a date of year 0000 or earlier: nothing of it fits `datetime.date`, but it must exist."""
    sign = -1 if value[0] == "-" else 1
    parts = value.lstrip("-").split("-")
    year = sign * int(parts[0])
    if value.startswith("-0000"):
        raise DateError(f"{value!r} has a negative zero", remedy="Year 0 is written 0000")
    if len(parts) == 1:
        return periods.year(year)
    if len(parts) == 2:  # noqa: PLR2004 - year and month
        return _month_or_grouping(year, int(parts[1]), value)
    _check_day(
        2000 + year % 400, int(parts[1]), int(parts[2]), value
    )  # same leap years, and a year that exists
    return Period(None, date.min, Granularity.DAY, value)


def _check_day(year: int, month: int, day: int, value: str) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise _no_such_day(value) from None


def _long_year(value: str) -> Period:
    """Read `Y170000002`, `Y-17E7`, `1950S2` and `Y171010000S3` (level 1 and 2 years)."""
    parts = _LONG_YEAR.match(value)
    if parts is None or (parts["long"] is None and parts["digits"] is None):
        raise _not_edtf(value)
    digits, _, power = (parts["long"] or parts["year"]).partition("E")
    # Any year of more than five digits is beyond the calendar: a larger power says nothing more.
    year = int(digits) * 10 ** min(int(power or 0), 18)
    first, count = _significant(year, parts["digits"])
    start, end = years(first, count)
    return _as_written(Period(start, end, _span_granularity(count), value), value)


def _significant(year: int, digits: str | None) -> tuple[int, int]:
    """Return the first year and the number of years that share the significant digits of `year`."""
    if digits is None:
        return year, 1
    size = 10 ** max(0, len(str(abs(year))) - int(digits))
    lowest = abs(year) - abs(year) % size
    return (lowest, size) if year >= 0 else (-lowest - size + 1, size)


def _span_granularity(count: int) -> Granularity:
    for size, unit in ((1, Granularity.YEAR), (10, Granularity.DECADE), (100, Granularity.CENTURY)):
        if count <= size:
            return unit
    return Granularity.MILLENNIUM


# ----- unspecified digits --------------------------------------------------------------------------


def _unspecified(
    value: str, year: str, month: str | None, day: str | None
) -> tuple[date | None, date | None]:
    if month is not None and month > "12" and day is None and "X" not in month:
        return _unspecified_grouping(value, year, int(month))
    if year.strip("-") == "XXXX":
        _first(value, ["2000"], month, day)  # a leap year: does any such day exist?
        return (None, None)
    if year[0] == "-" or year == "0000":
        return (None, date.min)
    begins_before_year_1 = int(year.replace("X", "0")) < 1
    earliest = None if begins_before_year_1 else _first(value, _matching(year, 1, 9999), month, day)
    latest = _first(value, _matching(year, 1, 9999, reverse=True), month, day, last=True)
    return (earliest, after(latest))


def _unspecified_grouping(value: str, year: str, code: int) -> tuple[date | None, date | None]:
    """Bound `201X-21`, a spring of the 2010s (beyond the standard, which has no masked seasons)."""
    if code not in GROUPINGS:
        raise _no_such_day(value)
    if year == "XXXX":
        return (None, None)
    if year[0] == "-":
        return (None, date.min)
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return (periods.grouping(first, code).start, periods.grouping(last, code).end)


def _first(
    value: str, candidates: Iterable[str], month: str | None, day: str | None, *, last: bool = False
) -> date:
    """Return the first (or last) day that exists and fits the pattern."""
    for year in candidates:
        for month_ in _matching(month or "XX", 1, 12, reverse=last):
            for day_ in _matching(day or "XX", 1, 31, reverse=last):
                try:
                    return date(int(year), int(month_), int(day_))
                except ValueError:
                    continue
        if month is not None and not any(_matching(month, 1, 12)):
            break
    raise _no_such_day(value)


def _matching(pattern: str, lowest: int, highest: int, *, reverse: bool = False) -> Iterator[str]:
    """Yield the numbers, as digits, that a pattern with X allows, in order."""
    any_digit = "9876543210" if reverse else "0123456789"
    for digits in product(*(any_digit if mask == "X" else mask for mask in pattern)):
        text = "".join(digits)
        if lowest <= int(text) <= highest:
            yield text


def _masked_granularity(year: str, month: str | None, day: str | None) -> Granularity:
    """Return the finest unit that is wholly specified: `2004-XX-15` is known to the year only."""
    masks = year.count("X")
    if masks and not (masks == 4 and month is not None):  # noqa: PLR2004 - XXXX-12-10: a day of an unknown year
        coarse = (Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM, Granularity.MILLENNIUM)
        return coarse[masks - 1]
    if month is None or "X" in month:
        return Granularity.YEAR
    if month > "12":
        return grouping_granularity(int(month))
    return Granularity.MONTH if day is None or "X" in day else Granularity.DAY


# ----- date and time, intervals, sets --------------------------------------------------------------


def _date_time(value: str) -> Period:
    parts = _DATE_TIME.match(value)
    if parts is None:
        raise _not_edtf(value)
    found = _day(parts["day"])
    return Period(found.start, found.end, Granularity.SECOND, value)


def _interval(value: str) -> Period:
    left, slash, right = value.partition("/")
    if not slash or "/" in right or "T" in value or not (left or right):
        raise _not_edtf(value)
    first = None if left in ("", "..") else _member(left)
    last = None if right in ("", "..") else _member(right)
    found = periods.interval(first, last)
    return Period(found.start, found.end, found.granularity, value, found.approximate, found.uncertain)


def _member(value: str) -> Period:
    return _plain(value) if _PLAIN.match(value) else _date(value)


def _set(value: str) -> Period:
    """Read "one of" `[…]` and "all of" `{…}`: the hull of the members, at their coarsest granularity."""
    if value[-1] != {"[": "]", "{": "}"}[value[0]]:
        raise _not_edtf(value)
    members = value[1:-1].split(",")
    ranges = [
        _range(value, text, first=not index, last=index == len(members) - 1)
        for index, text in enumerate(members)
    ]
    starts, ends = [item.start for item in ranges], [item.end for item in ranges]
    approximate, uncertain = _flags(value)
    return Period(
        None if None in starts else min(start for start in starts if start is not None),
        None if None in ends else max(end for end in ends if end is not None),
        min((item.granularity for item in ranges), key=lambda unit: unit.rank),
        value,
        approximate,
        uncertain,
    )


def _range(whole: str, text: str, *, first: bool, last: bool) -> Period:
    """Read a member of a set: a date, `a..b`, and at the outer ends `..b` and `a..`."""
    left, dots, right = text.partition("..")
    if not dots:
        return _member(text)
    if not (left or right) or (not left and not first) or (not right and not last):
        raise _not_edtf(whole)
    return periods.interval(_member(left) if left else None, _member(right) if right else None)
