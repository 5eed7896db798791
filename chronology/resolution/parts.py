"""Parts of wholes: "July last year", "the first Monday of May", "the third week of June"."""

from collections.abc import Callable
from datetime import date

from chronology.model import DateError, Granularity
from chronology.model.meaning import Expression, Meaning, Within
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, later, of_day, widen

_G = Granularity
_WEEK, _THURSDAY = 7, 4


def resolve_within(
    expression: Expression, meaning: Within, anchors: Anchors, whole: Callable[[Meaning], Outcome]
) -> Outcome:
    """Give the part the year of its whole: "July last year"; or count weekdays: "the first Monday of May"."""
    del expression, anchors
    found = whole(meaning.whole)
    if found.when is None:
        return found
    if found.when.year == 0:
        raise DateError("there is no year 0")
    year = widen(found.when, _G.YEAR).year
    made = (
        outcome.of(policy.dated(meaning.part, year), found.anchor, "within", found.when)
        if meaning.count is None
        else _counted(meaning, found)
    )
    made.holds = found.holds
    return made


def _week_in(count: int, whole: Outcome) -> Outcome:
    """Return the count-th week of a month: a week is of the month that holds its Thursday; -1 is its last."""
    if whole.when is not None and whole.when.unit is _G.YEAR and whole.when.year > 0:
        return _week_of_year(count, whole.when.year, whole)
    first, last = _bounds(whole, "there is no such week")
    if abs(count) > _MAX_COUNT:
        raise DateError("there is no such week")
    if count < 0:
        day = later(last, -((last.isoweekday() - _THURSDAY) % _WEEK) + _WEEK * (count + 1))
    else:
        day = later(first, (_THURSDAY - first.isoweekday()) % _WEEK + _WEEK * (count - 1))
    if not first <= day <= last:
        raise DateError("there is no such week in that month")
    return outcome.of(widen(of_day(day), _G.WEEK), whole.anchor, "within", whole.when)


def _week_of_year(count: int, year: int, whole: Outcome) -> Outcome:
    """Return the count-th ISO week of a year; -1 is its last."""
    most = date(year, 12, 28).isocalendar().week
    number = count if count > 0 else most + 1 + count
    if not 1 <= number <= most:
        raise DateError("there is no such week in that year")
    return outcome.of(When(_G.WEEK, year, number=number), whole.anchor, "within", whole.when)


def _day_in(count: int, whole: Outcome) -> Outcome:
    """Return the count-th day of the whole; -1 is its last: "the last day of May"."""
    first, last = _bounds(whole, "there is no such day")
    day = later(last, count + 1) if count < 0 else later(first, count - 1)
    if not first <= day <= last:
        raise DateError(f"there is no day {count} in it")
    return outcome.of(of_day(day), whole.anchor, "within", whole.when)


_MAX_COUNT = 5  # there are at most five of a weekday in a month


def _counted(meaning: Within, whole: Outcome) -> Outcome:
    """Return the count-th week, day or weekday of the whole; -1 is the last."""
    count, weekday = meaning.count or 1, meaning.part.weekday
    if meaning.part.granularity is _G.WEEK:
        return _week_in(count, whole)
    return _day_in(count, whole) if weekday is None else _weekday_in(count, weekday, whole)


def _weekday_in(count: int, weekday: int, whole: Outcome) -> Outcome:
    first, last = _bounds(whole, "there is no such weekday")
    if abs(count) > _MAX_COUNT:
        raise DateError("there is no such weekday")
    if count < 0:
        day = later(last, -((last.isoweekday() - weekday) % _WEEK) + _WEEK * (count + 1))
    else:
        day = later(first, (weekday - first.isoweekday()) % _WEEK + _WEEK * (count - 1))
    if not first <= day <= last:
        raise DateError("there is no such weekday in that month")
    return outcome.of(of_day(day), whole.anchor, "within", whole.when)


def _bounds(whole: Outcome, problem: str) -> tuple[date, date]:
    """Return the first and the last day of the whole. Raises DateError where it has no such days."""
    period = None if whole.when is None else whole.when.period()
    if period is None or period.earliest is None or period.latest is None:
        raise DateError(problem)
    return period.earliest, period.latest
