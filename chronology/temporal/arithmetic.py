"""Sums with days: `shift` by calendar units, `plus` an ISO 8601 duration.

`shift` is plain `datetime.date` arithmetic: it runs for every relative expression of a text, and pendulum
takes 0.06 s to load and twice as long for a sum; its `in_months()` is wrong even on plain dates (3.3).
Durations as a user writes them ("P18M") are rare: pendulum reads and adds them, loaded when first wanted.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from chronology.model import DateError, Granularity

# Unit → how many months, days, and how many of it make a day.
_UNITS: dict[Granularity, tuple[int, int, int]] = {
    Granularity.MILLENNIUM: (12000, 0, 0),
    Granularity.CENTURY: (1200, 0, 0),
    Granularity.DECADE: (120, 0, 0),
    Granularity.YEAR: (12, 0, 0),
    Granularity.HALF: (6, 0, 0),
    Granularity.SEASON: (3, 0, 0),
    Granularity.QUARTER: (3, 0, 0),
    Granularity.MONTH: (1, 0, 0),
    Granularity.WEEK: (0, 7, 0),
    Granularity.WEEKEND: (0, 7, 0),
    Granularity.DAY: (0, 1, 0),
    Granularity.PART_OF_DAY: (0, 1, 0),
    Granularity.HOUR: (0, 0, 24),
    Granularity.MINUTE: (0, 0, 1440),
    Granularity.SECOND: (0, 0, 86400),
}
_SHORTEST_MONTH = 28
_LONGEST_DURATION = 40


def shift(day: date, n: int, unit: Granularity) -> date:
    """Return the day `n` units after `day` (before, where negative), within 0001-01-01 to 9999-12-31.

    A day that the month reached does not have becomes its last: 31 January plus a month is 28 or 29 February.
    Hours, minutes and seconds count as whole days, rounded towards `day`. Raises DateError outside the
    calendar, and for a granularity that is no unit (UNKNOWN).
    """
    if unit is Granularity.UNKNOWN:
        raise DateError(f"{unit!s} is not a unit to count in")
    months, days, per_day = _UNITS[unit]
    if months:
        return _shift_months(day, n * months)
    if per_day:
        return _shift_days(day, abs(n) // per_day * (1 if n >= 0 else -1))
    return _shift_days(day, n * days)


def plus(day: date, duration: str) -> date:
    """Return `day` plus an ISO 8601 duration of years, months, days or weeks (`P18M`, `P1Y6M`, `P2W`).

    Month ends are clamped as in `shift`. Raises DateError where it is no such duration, or past year 9999.
    """
    found = _duration(duration)
    import pendulum  # noqa: PLC0415 - slow to load; see the module's docstring

    try:  # pendulum adds calendar months to its own dates only; to a plain date, thirty days each
        reached = pendulum.date(day.year, day.month, day.day) + found
    except (ValueError, OverflowError):
        raise DateError(f"{day} plus {duration} is outside the years 1 to 9999") from None
    return date(reached.year, reached.month, reached.day)


def _duration(text: str) -> Any:
    import pendulum  # noqa: PLC0415

    remedy = "Write an ISO 8601 duration of years, months, weeks or days, such as P18M or P90D"
    if not text.startswith("P") or "T" in text or len(text) > _LONGEST_DURATION:
        raise DateError(f"{text[:_LONGEST_DURATION]!r} is not a duration", remedy=remedy)
    try:
        return pendulum.parse(text, exact=True)
    except (ValueError, OverflowError):
        raise DateError(f"{text!r} is not a duration", remedy=remedy) from None


def _shift_days(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _outside(day, days, "days") from None


def _shift_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise _outside(day, months, "months")
    if day.day <= _SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _outside(day: date, n: int, unit: str) -> DateError:
    count = f"{n:+d}" if abs(n) < 10**12 else "far too many"
    return DateError(f"{day} and {count} {unit} is outside the years 1 to 9999")
