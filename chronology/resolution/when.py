"""A resolved point of the calendar at its own granularity, with its TIMEX3 value and its `Period`."""

from calendar import isleap
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.timex_value import to_period

_G = Granularity
_YEARS = {_G.YEAR: 1, _G.DECADE: 10, _G.CENTURY: 100, _G.MILLENNIUM: 1000}
_GROUPS = {_G.MONTH: 1, _G.QUARTER: 3, _G.HALF: 6}  # months of each
_WIDTHS = {_G.DECADE: 3, _G.CENTURY: 2, _G.MILLENNIUM: 1}  # digits of a year that is not of four
_FORMS: dict[_G, Callable[["When", str], str]] = {
    _G.YEAR: lambda _, year: year, _G.DECADE: lambda _, year: year,
    _G.CENTURY: lambda _, year: year, _G.MILLENNIUM: lambda _, year: year,
    _G.QUARTER: lambda when, year: f"{year}-Q{when.number}",
    _G.MONTH: lambda when, year: f"{year}-{when.month:02d}",
    _G.HALF: lambda when, year: f"{year}-H{when.number}",
    _G.SEASON: lambda when, year: f"{year}-{when.season}",
    _G.WEEK: lambda when, year: f"{year}-W{when.number:02d}",
    _G.WEEKEND: lambda when, year: f"{year}-W{when.number:02d}-WE",
}  # fmt: skip
_DAYS = {_G.DAY, _G.PART_OF_DAY, _G.HOUR, _G.MINUTE, _G.SECOND}
_LAST_YEAR, _FEBRUARY = 9999, 2
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS = ("SP", "SU", "FA", "WI")
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class When(NamedTuple):
    """`year` is signed: -490 is 490 BC; there is no year 0. Decades and centuries count as in TIMEX3 (199).

    `number`: quarter, half or ISO week (then `year` is the ISO year); `clock`: "T10:00", "TMO" or "".
    """

    unit: Granularity
    year: int
    month: int = 0
    day: int = 0
    number: int = 0
    season: str = ""
    clock: str = ""

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        if self.day and self.year > 0:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}{self.clock}"
        width = _WIDTHS.get(self.unit, 4)
        year = f"BC{-self.year:0{width}d}" if self.year < 0 else f"{self.year:0{width}d}"
        form = _FORMS.get(self.unit)
        return form(self, year) if form else f"{year}-{self.month:02d}-{self.day:02d}{self.clock}"

    @property
    def first_day(self) -> date:
        """The first day; DateError outside the years 1 to 9999."""
        try:
            return date(self.year, self.month or 1, self.day) if self.day else self._first_day()
        except (ValueError, OverflowError) as error:
            raise DateError(
                f"there is no day {self.value}" if self.day else f"{self.value} is outside the calendar"
            ) from error

    def _first_day(self) -> date:
        if self.unit in _YEARS:
            return date(max(self.year * _YEARS[self.unit], 1), 1, 1)
        if self.unit is _G.WEEK:
            return date.fromisocalendar(self.year, self.number, 1)
        if self.unit is _G.WEEKEND:
            return date.fromisocalendar(self.year, self.number, 6)
        if self.unit is _G.SEASON:
            return date(self.year, SEASON_MONTH[self.season], 1)
        if self.unit in {_G.QUARTER, _G.HALF}:
            return date(self.year, (self.number - 1) * _GROUPS[self.unit] + 1, 1)
        return date(self.year, self.month or 1, self.day or 1)

    def check(self) -> None:
        """Raise DateError where there is no such day."""
        if self.year < 0:
            if not 1 <= self.month <= len(_LONGEST):
                raise DateError(f"there is no month {self.month}")
            longest = _LONGEST[self.month - 1] - (self.month == _FEBRUARY and not isleap(self.year + 1))
            if not 1 <= self.day <= longest:
                raise DateError(f"there is no day {self.day} in that month")
        else:
            _ = self.first_day

    @property
    def is_day(self) -> bool:
        """Whether it names one day (perhaps with a time)."""
        return self.unit in _DAYS

    def period(self) -> Period:
        """Return the days it stands for; DateError where there are none."""
        if abs(_calendar_year(self)) > _LAST_YEAR:
            raise DateError(f"{self.value} is outside the calendar")
        found = self._simple_period() if self.year > 0 else self._ancient_period()
        if found is None:
            raise DateError(f"{self.value} names no days")
        return found

    def _ancient_period(self) -> Period | None:
        """Return the days before our era: `datetime.date` cannot hold them, the EDTF value can."""
        year = self.year + 1
        match self.unit:
            case _G.YEAR:
                return periods.year(year)
            case _G.MONTH:
                return periods.month(year, self.month)
            case _G.SEASON:
                return periods.season(
                    year, {"SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter"}[self.season]
                )
            case _G.DAY:
                month = periods.month(year, self.month)
                return replace(month, granularity=_G.DAY, edtf=f"{month.edtf}-{self.day:02d}")
            case _:
                return None

    def _simple_period(self) -> Period | None:
        match self.unit:
            case _G.DAY:
                return periods.day(self.first_day)
            case _G.MONTH:
                return periods.month(self.year, self.month)
            case _G.YEAR:
                return periods.year(self.year)
            case _:
                return to_period(self.value)


def of_day(day: date, clock: str = "") -> When:
    """Return the day as a `When`; `clock` is a time of that day ("T10:00")."""
    return When(_G.DAY, day.year, day.month, day.day, clock=clock)


def of_period(period: Period) -> When | None:
    """Return the `When` of a document creation time; None where it has no start."""
    start = period.start
    if start is None:
        return None
    if period.is_day or period.granularity is _G.DAY or period.granularity in _DAYS:
        return of_day(start)
    return widen(of_day(start), period.granularity)


def widen(when: When, unit: Granularity) -> When:
    """Return the `unit` that holds `when`: the month of a day, the decade of a year."""
    if unit is when.unit or unit.finer_than(when.unit):
        return when
    if unit in _DAYS:
        return when._replace(unit=_G.DAY, clock="")
    if unit in _YEARS:
        return When(unit, _signed_div(_calendar_year(when), _YEARS[unit]))
    if unit in {_G.WEEK, _G.WEEKEND}:
        iso = when.first_day.isocalendar()
        return When(unit, iso.year, number=iso.week)
    return _part_of_year(when, unit)


def _part_of_year(when: When, unit: Granularity) -> When:
    year = _calendar_year(when)
    month = when.month or (when.first_day.month if year > 0 else 1)
    if unit is _G.SEASON:
        return When(unit, year, season=_SEASONS[(month - 3) // 3 % 4])
    if unit in {_G.QUARTER, _G.HALF}:
        return When(unit, year, number=(month - 1) // _GROUPS[unit] + 1)
    return When(_G.MONTH, year, month)


def _calendar_year(when: When) -> int:
    """Return the (first) calendar year of `when`."""
    if when.unit in {_G.WEEK, _G.WEEKEND}:
        return when.first_day.year
    return when.year * _YEARS.get(when.unit, 1)


def _signed_div(year: int, by: int) -> int:
    return year // by if year >= 0 else -(-year // by)


def move(when: When, count: float, unit: Granularity) -> When:
    """Return the `unit` that lies `count` units from the one that holds `when`.

    Halves of a year or month are counted in the next finer unit, and the result is that fine.
    DateError outside the calendar.
    """
    whole = int(count)
    if count != whole:
        return _move_half(when, count, unit)
    if unit in _YEARS:
        base = widen(when, unit)
        return When(unit, _plus(base.year, whole))
    if unit in _GROUPS:
        return _move_months(when, whole * _GROUPS[unit], unit)
    if unit is _G.SEASON:
        index = _SEASONS.index(widen(when, unit).season) + whole
        return When(unit, _plus(widen(when, unit).year, index // 4), season=_SEASONS[index % 4])
    days = whole * (7 if unit in {_G.WEEK, _G.WEEKEND} else 1)
    return widen(of_day(later(when.first_day, days)), unit)


def _move_half(when: When, count: float, unit: Granularity) -> When:
    if unit in _YEARS:
        months = round(count * 12 * _YEARS[unit])
        return _move_months(when, months, _G.MONTH)
    if unit in _GROUPS:
        days = round(count * 30.44 * _GROUPS[unit])
        return of_day(later(when.first_day, days))
    return of_day(later(when.first_day, round(count * (7 if unit is _G.WEEK else 1))))


def _move_months(when: When, months: int, unit: Granularity) -> When:
    base = widen(when, _G.MONTH)
    month = base.month or (1 if base.year < 0 else base.first_day.month)
    index = month - 1 + months
    moved = When(_G.MONTH, _plus(_calendar_year(base), index // 12), index % 12 + 1)
    return widen(moved, unit)


def _plus(year: int, count: int) -> int:
    """Add years across the era: there is no year 0. DateError beyond four digits."""
    moved = year + count
    if year < 0 <= moved:
        moved += 1
    elif year > 0 >= moved:
        moved -= 1
    if abs(moved) > _LAST_YEAR:
        raise DateError("it lies outside the calendar")
    return moved


def later(day: date, days: int) -> date:
    """Return the day so many days later; DateError outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise DateError(f"{days} days from {day} is outside the calendar") from error
