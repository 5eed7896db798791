"""Years, months and EDTF sub-year groupings as days [start, end) of the proleptic Gregorian calendar.

`datetime.date` holds the years 1 to 9999: a period wholly before has end `date.min` and no start, and an end
that falls after is None.
"""

from datetime import date, timedelta

from chronology.model import Granularity

_DAY = timedelta(days=1)
# EDTF level 2 sub-year groupings: codes → first month of each, and how many months they last.
# 21-24 are the seasons "independent of location", read as northern meteorological ones; 25-28 northern,
# 29-32 southern. A season that crosses the new year begins in the year that it is named after.
_FAMILIES = (
    (21, (3, 6, 9, 12), 3),
    (25, (3, 6, 9, 12), 3),
    (29, (9, 12, 3, 6), 3),
    (33, (1, 4, 7, 10), 3),  # quarters
    (37, (1, 5, 9), 4),  # quadrimesters
    (40, (1, 7), 6),  # semestrals
)
GROUPINGS = {
    first_code + index: (month, count)
    for first_code, firsts, count in _FAMILIES
    for index, month in enumerate(firsts)
}


def after(when: date) -> date | None:
    """Return the day after, or None past the calendar's last."""
    return None if when == date.max else when + _DAY


def year_text(year_: int) -> str:
    """Write an astronomical year as EDTF does: four digits, a minus before year 0, Y for more digits."""
    if -9999 <= year_ <= 9999:  # noqa: PLR2004 - four digits
        return f"{year_:04d}" if year_ >= 0 else f"-{-year_:04d}"
    return f"Y{year_}"


def first_day(year_: int, month_: int = 1) -> date | None:
    """Return the first day of a month, `date.min` before year 1, or None after year 9999."""
    if year_ < 1:
        return date.min
    return None if year_ > date.max.year else date(year_, month_, 1)


def years(first: int, count: int) -> tuple[date | None, date | None]:
    """Return [start, end) of `count` years from `first`, clipped to what `datetime.date` can hold."""
    return _clip(first, first_day(first), first_day(first + count))


def months(year_: int, month_: int, count: int) -> tuple[date | None, date | None]:
    """Return [start, end) of `count` months from `month_` of `year_`, clipped likewise."""
    carry, index = divmod(month_ - 1 + count, 12)
    return _clip(year_, first_day(year_, month_), first_day(year_ + carry, index + 1))


def grouping_granularity(code: int) -> Granularity:
    """Return what an EDTF sub-year code stands for; a third of a year counts as a half."""
    if code < 33:  # noqa: PLR2004 - see GROUPINGS
        return Granularity.SEASON
    if code < 37:  # noqa: PLR2004
        return Granularity.QUARTER
    return Granularity.HALF


def _clip(year_: int, start: date | None, end: date | None) -> tuple[date | None, date | None]:
    return (None if year_ < 1 else start, end)
