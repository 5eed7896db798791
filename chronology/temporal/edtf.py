"""Reader of EDTF, levels 0, 1 and 2 (Library of Congress, February 2019; ISO 8601-2:2019 Annex A).

Bounds are what the value allows: `2004-XX-15` lies from 2004-01-15 to 2004-12-15. Qualifiers (`~ ? %`) are
kept in the writing and as flags, and never move a bound. Beyond the standard, seasons and other sub-year
groupings are read in intervals, in sets and of masked years, and qualified members in sets.
"""

import re
from datetime import date
from functools import lru_cache

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.calendar import years
from chronology.temporal.unspecified import no_such_day, unspecified

_LONGEST = 1000
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z", re.ASCII)
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
        raise no_such_day(value) from None


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
        found = unspecified(value, year, month, day)
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
    same_leap_years = 2000 + year % 400
    _check_day(same_leap_years, int(parts[1]), int(parts[2]), value)
    return Period(None, date.min, Granularity.DAY, value)


def _check_day(year: int, month: int, day: int, value: str) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise no_such_day(value) from None


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
