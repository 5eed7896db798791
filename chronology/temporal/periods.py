"""Constructors of `Period`: every one returns days [start, end) and the canonical EDTF that says the same.

Days are proleptic Gregorian. Those before year 1 or after year 9999 are beyond `datetime.date`: a period
wholly before year 1 has end `date.min` and no start; an end that falls after 9999-12-31 is None. All raise
`DateError` for a unit that does not exist (month 13, week 53 of a year with 52).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from chronology.model import DateError, Granularity, Period
from chronology.temporal.calendar import GROUPINGS, after, grouping_granularity, months, year_text, years

_DAY = timedelta(days=1)
_QUALIFIED = re.compile(r"[?~%]")
_YEARS = frozenset({Granularity.MILLENNIUM, Granularity.CENTURY, Granularity.DECADE, Granularity.YEAR})
_MONTHS = frozenset({Granularity.HALF, Granularity.SEASON, Granularity.QUARTER, Granularity.MONTH})
# ISO 8601-2 sub-year groupings: the EDTF code of a season (21-24: "independent of location").
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


@lru_cache(maxsize=4096)
def day(when: date) -> Period:
    """Return the one day `when`."""
    return Period(when, after(when), Granularity.DAY, when.isoformat())


@lru_cache(maxsize=4096)
def month(year_: int, month_: int) -> Period:
    """Return the month `month_` (1-12) of `year_`."""
    if not 1 <= month_ <= 12:  # noqa: PLR2004 - months
        raise DateError(f"there is no month {month_}", remedy="Months are 1 to 12")
    start, end = months(year_, month_, 1)
    return Period(start, end, Granularity.MONTH, f"{year_text(year_)}-{month_:02d}")


@lru_cache(maxsize=4096)
def year(year_: int) -> Period:
    """Return the year `year_`, astronomical: 0 is 1 BC, -299 is 300 BC."""
    start, end = years(year_, 1)
    return Period(start, end, Granularity.YEAR, year_text(year_))


def decade(year_: int) -> Period:
    """Return the decade that holds `year_`: 2010 to 2019 as `201X`."""
    return _masked(year_, 1, Granularity.DECADE)


def century(number: int) -> Period:
    """Return the hundred years that share two digits: century 20 is 1900 to 1999, `19XX`."""
    return _masked((number - 1) * 100, 2, Granularity.CENTURY)


def millennium(number: int) -> Period:
    """Return the thousand years that share a digit: millennium 2 is 1000 to 1999, `1XXX`."""
    return _masked((number - 1) * 1000, 3, Granularity.MILLENNIUM)


def quarter(year_: int, number: int) -> Period:
    """Return quarter 1 to 4 of the calendar year (EDTF 33-36)."""
    return grouping(year_, 32 + _within_range(number, 4, "quarter"))


def half(year_: int, number: int) -> Period:
    """Return the first or second half of the calendar year (EDTF 40, 41)."""
    return grouping(year_, 39 + _within_range(number, 2, "half-year"))


def season(year_: int, name: str) -> Period:
    """Return a season by its English name, with northern meteorological bounds (winter: from December)."""
    code = _SEASONS.get(name.lower())
    if code is None:
        raise DateError(f"there is no season {name!r}", remedy="Say spring, summer, autumn, fall or winter")
    return grouping(year_, code)


@lru_cache(maxsize=1024)
def grouping(year_: int, code: int) -> Period:
    """Return an EDTF sub-year grouping, code 21 to 41 (seasons, quarters, quadrimesters, halves)."""
    if code not in GROUPINGS:
        raise DateError(f"there is no part of a year with code {code}", remedy="EDTF knows 21 to 41")
    first, count = GROUPINGS[code]
    start, end = months(year_, first, count)
    return Period(start, end, grouping_granularity(code), f"{year_text(year_)}-{code}")


def week(iso_year: int, number: int) -> Period:
    """Return the ISO week, Monday to Sunday, as a day somewhere within it (EDTF has no weeks)."""
    monday = _monday(iso_year, number)
    return _days(monday, 7, Granularity.WEEK)


def weekend(iso_year: int, number: int) -> Period:
    """Return Saturday and Sunday of the ISO week."""
    return _days(_monday(iso_year, number) + 5 * _DAY, 2, Granularity.WEEKEND)


def week_of(when: date) -> Period:
    """Return the ISO week that holds `when`."""
    iso = when.isocalendar()
    return week(iso.year, iso.week)


def within(earliest: date | None, latest: date | None, granularity: Granularity) -> Period:
    """Return "somewhere from `earliest` to `latest`", both inclusive, as an EDTF one-of set.

    Bounds are written, and widened, to whole years or months where the granularity is coarser than a week:
    nothing finer was said. Both None: a vague reference. Raises DateError where latest precedes earliest.
    """
    if earliest is None and latest is None:
        return vague(None, None)
    if earliest is not None and latest is not None and latest < earliest:
        raise DateError(f"{latest} is before {earliest}", remedy="Give the earlier day first")
    return _within(earliest, latest, granularity)


def interval(first: Period | None, last: Period | None) -> Period:
    """Return what lasted from within `first` to within `last` (`a/b`); None is an open end (`..`).

    The granularity is the coarser of the two. Raises DateError where last ends before first begins.
    """
    left = ".." if first is None else _edge(first, opening=True)
    right = ".." if last is None else _edge(last, opening=False)
    start = None if first is None else first.start
    end = None if last is None else last.end
    if start is not None and end is not None and end <= start:
        raise DateError(f"{left}/{right} ends before it starts", remedy="Give the earlier date first")
    given = [item for item in (first, last) if item is not None]
    return Period(
        start,
        end,
        min((item.granularity for item in given), key=lambda unit: unit.rank, default=Granularity.UNKNOWN),
        f"{left}/{right}",
        approximate=any(item.approximate for item in given),
        uncertain=any(item.uncertain for item in given),
    )


def vague(earliest: date | None, latest: date | None) -> Period:
    """Return a reference that gives no date ("the near future"): bounded perhaps, granularity UNKNOWN."""
    left = ".." if earliest is None else earliest.isoformat()
    right = ".." if latest is None else latest.isoformat()
    end = None if latest is None else after(latest)
    return Period(earliest, end, Granularity.UNKNOWN, f"{left}/{right}")


def approximate(period: Period) -> Period:
    """Return the same period said with "about" (`~`); its bounds stay those of the stated unit."""
    if period.approximate:
        return period
    edtf = _qualify(period.edtf, "~")
    return Period(period.start, period.end, period.granularity, edtf, True, period.uncertain)


def uncertain(period: Period) -> Period:
    """Return the same period said with doubt (`?`); its bounds stay those of the stated unit."""
    if period.uncertain:
        return period
    edtf = _qualify(period.edtf, "?")
    return Period(period.start, period.end, period.granularity, edtf, period.approximate, True)


def intersect(one: Period, other: Period) -> Period | None:
    """Return the days in both, or None; one of the two itself where it lies wholly in the other."""
    if not one.overlaps(other):
        return None
    start = _latest_start(one.start, other.start)
    end = _earliest_end(one.end, other.end)
    finest = sorted((one, other), key=lambda item: -item.granularity.rank)
    for item in finest:
        if (item.start, item.end) == (start, end):
            return item
    return between(start, end, finest[0].granularity)


def hull(one: Period, other: Period) -> Period:
    """Return "somewhere from the earlier start to the later end" of the two."""
    start = None if one.start is None or other.start is None else min(one.start, other.start)
    end = None if one.end is None or other.end is None else max(one.end, other.end)
    coarsest = sorted((one, other), key=lambda item: item.granularity.rank)
    for item in coarsest:
        if (item.start, item.end) == (start, end):
            return item
    return between(start, end, coarsest[0].granularity)


def between(start: date | None, end: date | None, granularity: Granularity) -> Period:
    """Return "somewhere in [start, end)" with exactly these bounds, written as coarsely as they allow."""
    last = None if end is None else end - _DAY
    for unit in (Granularity.YEAR, Granularity.MONTH):
        if _begins(start, unit) and _begins(end, unit):
            found = _within(start, last, unit)
            return Period(found.start, found.end, granularity, found.edtf)
    found = _within(start, last, Granularity.DAY)
    return Period(found.start, found.end, granularity, found.edtf)


def _masked(year_: int, digits: int, granularity: Granularity) -> Period:
    size = 10**digits
    first = year_ - year_ % size if year_ >= 0 else -(-year_ - -year_ % size) - size + 1
    if not -9999 <= first <= 9999:  # noqa: PLR2004 - four digits
        raise DateError(f"year {year_} is out of range", remedy="Four-digit years only")
    text = f"{abs(year_):04d}"[: 4 - digits] + "X" * digits
    start, end = years(first, size)
    return Period(start, end, granularity, text if year_ >= 0 else f"-{text}")


def _within_range(number: int, highest: int, name: str) -> int:
    if not 1 <= number <= highest:
        raise DateError(f"there is no {name} {number}", remedy=f"Say 1 to {highest}")
    return number


def _monday(iso_year: int, number: int) -> date:
    try:
        return date.fromisocalendar(iso_year, number, 1)
    except (ValueError, OverflowError):
        raise DateError(
            f"there is no week {number} in {iso_year}", remedy="ISO weeks are 1 to 52 or 53"
        ) from None


def _days(first: date, count: int, granularity: Granularity) -> Period:
    try:
        last = first + (count - 1) * _DAY
    except OverflowError:
        raise DateError(f"{first} is too late", remedy="The calendar ends in 9999") from None
    return Period(first, after(last), granularity, f"[{first}..{last}]")


def _within(earliest: date | None, latest: date | None, granularity: Granularity) -> Period:
    unit = Granularity.YEAR if granularity in _YEARS else Granularity.MONTH
    if granularity not in _YEARS and granularity not in _MONTHS:
        unit = Granularity.DAY
    first = None if earliest is None else _unit(earliest, unit)
    last = None if latest is None else _unit(latest, unit)
    left = "" if first is None else first.edtf
    right = "" if last is None else last.edtf
    edtf = left if left == right else f"[{left}..{right}]"
    return Period(first.start if first else None, last.end if last else None, granularity, edtf)


def _unit(when: date, unit: Granularity) -> Period:
    if unit is Granularity.DAY:
        return day(when)
    return year(when.year) if unit is Granularity.YEAR else month(when.year, when.month)


def _begins(when: date | None, unit: Granularity) -> bool:
    return when is None or (when.day == 1 and (unit is Granularity.MONTH or when.month == 1))


def _edge(period: Period, *, opening: bool) -> str:
    """Write a period as one end of an interval: sets and intervals cannot nest, their outer day can."""
    edtf = period.edtf
    if "T" in edtf:
        return edtf[:10]
    if "/" in edtf:
        return edtf.partition("/")[0] if opening else edtf.rpartition("/")[2]
    if edtf[0] not in "[{":
        return edtf
    edge = period.earliest if opening else period.latest
    return ".." if edge is None else edge.isoformat()


def _qualify(edtf: str, mark: str) -> str:
    """Add a qualifier to every stated date of an EDTF value; `~` and `?` together are `%`."""
    if "T" in edtf:
        edtf = edtf[:10]
    return re.sub(r"[^\[\]{},/.]+", lambda part: _qualify_one(part[0], mark), edtf)


def _qualify_one(edtf: str, mark: str) -> str:
    if not _QUALIFIED.match(edtf[-1]):
        return edtf + mark
    return edtf if edtf[-1] in ("%", mark) else edtf[:-1] + "%"


def _latest_start(one: date | None, other: date | None) -> date | None:
    return one if other is None else other if one is None else max(one, other)


def _earliest_end(one: date | None, other: date | None) -> date | None:
    return one if other is None else other if one is None else min(one, other)
