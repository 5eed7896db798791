"""The bounds that "over", "less than", "nearly", "earlier" and "later" leave open or close."""

from datetime import date, timedelta

from chronology.model import DateError, Granularity, Period
from chronology.model.meaning import Expression, Origin, Shift
from chronology.resolution.amounts import has
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, later, move
from chronology.temporal import periods

_G = Granularity
_MONTHS = {_G.YEAR: 12, _G.HALF: 6, _G.QUARTER: 3, _G.MONTH: 1}
_DAYS = {_G.WEEK: 7, _G.DAY: 1}
_EXACT = 2  # years: up to here "over a year" is counted to the month
_NEARER = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
_SIDES = _NEARER | {"BEFORE", "AFTER"}


def narrow(expression: Expression, meaning: Shift, base: When, found: Outcome) -> None:
    """Give `found` the days that its words leave: "later this year" begins with the day it counts from."""
    mod, count = expression.mod, meaning.count or 0
    if base.year < 1 or found.when is None:
        return
    if count == 0:
        _side(expression, base, found, found.when)
    elif mod in {"BEFORE", "AFTER"} and meaning.origin is Origin.WRITING:
        _to_the_month(mod == "BEFORE", meaning, base, found)
    elif mod in _SIDES:
        before = count > 0 if mod in _NEARER else mod == "BEFORE"
        months = _MONTHS.get(meaning.unit)
        edge = found.when.period()
        if mod in _NEARER and months and base.is_day and float(count).is_integer():
            edge = periods.day(_same_day(move(base, count * months, _G.MONTH), base.day))
        found.period = _open(before, edge, base.period(), nearer=before == (count > 0))


def _side(expression: Expression, base: When, found: Outcome, whole: When) -> None:
    """Cut "earlier this month" at the day it counts from, "later this month" before that day."""
    if not base.unit.finer_than(whole.unit):
        return
    period, cut = whole.period(), base.period()
    if has(expression, "earlier"):
        found.period = periods.within(period.earliest, cut.latest, _G.DAY)
    elif has(expression, "later"):
        found.period = periods.within(cut.earliest, period.latest, _G.DAY)


def _open(before: bool, edge: Period, base: Period, *, nearer: bool) -> Period:
    """Return what lies before or after `edge`; "nearly", "less than" end at what is counted from."""
    unit = edge.granularity
    if nearer and base.granularity.finer_than(unit):
        unit = base.granularity
    if before:
        return periods.within(base.earliest if nearer else None, edge.latest, unit)
    return periods.within(edge.earliest, base.latest if nearer else None, unit)


def _to_the_month(before: bool, meaning: Shift, base: When, found: Outcome) -> None:
    """Open the period on the side that "over" and "less than" leave open, counting months where few."""
    months = _MONTHS.get(meaning.unit)
    count = meaning.count or 0
    nearer = before == (count > 0)
    days = _DAYS.get(meaning.unit)
    if days and base.is_day and float(count).is_integer():
        edge = periods.day(later(base.first_day, int(count) * days))
        found.period = _open(before, edge, base.period(), nearer=nearer)
    if months is None or found.when is None:
        return
    if abs(count) * months > _EXACT * 12 and float(count).is_integer():
        found.period = _open(before, found.when.period(), base.period(), nearer=nearer)
        return
    month = move(base, round(count * months), _G.MONTH)
    found.value, found.when = month.value, month
    found.period = _bounded(before, month, base, nearer=nearer)


def _bounded(before: bool, month: When, base: When, *, nearer: bool) -> Period:
    """Return "some time before the month", or from the same day of the month on where the base is a day."""
    whole = month.period()
    if not base.is_day:
        return _open(before, whole, base.period(), nearer=nearer)
    edge = _same_day(month, base.day)
    if nearer:
        return _open(before, periods.day(edge), base.period(), nearer=True)
    if not before:
        return periods.within(edge, None, _G.DAY)
    text = periods.within(None, edge, _G.MONTH).edtf
    return Period(None, edge + timedelta(days=1), _G.MONTH, text)


def _same_day(month: When, day: int) -> date:
    for last in (day, 30, 29, 28):
        try:
            return date(month.year, month.month, min(day, last))
        except ValueError:
            continue
    raise DateError(f"there is no such day in {month.value}")
