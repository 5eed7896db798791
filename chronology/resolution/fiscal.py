"""The days of a fiscal year, which need not begin in January."""

from datetime import date

from chronology.model import Granularity, Period
from chronology.model.meaning import Calendar, Expression
from chronology.resolution.when import When, later
from chronology.temporal import periods

_FEDERAL = 10  # the month in which the year of the United States government begins, the calendar year before
_MONTHS = {Granularity.YEAR: 12, Granularity.HALF: 6, Granularity.QUARTER: 3}
_EARLIEST, _END = (2, 1), (4, 1)  # "fiscal 2019": from February 2018 (named by its end) to before April 2020
_TWO_YEARS = "2010/11"  # the rule: named after both years that it can lie in


def is_fiscal(expression: Expression) -> bool:
    """Tell whether an expression names a fiscal year or a part of one."""
    return isinstance(expression.meaning, Calendar) and expression.meaning.fiscal


def fiscal_period(expression: Expression, when: When) -> Period:
    """Return the days of a fiscal year or quarter.

    Where its sentence names the United States government (`expression.cue`), it began on 1 October; else the
    bounds of a year hold every usage, and a quarter is that of the calendar, marked uncertain.
    """
    if expression.rule == _TWO_YEARS and 0 < when.year < date.max.year - 1:
        return periods.between(date(when.year, 1, 1), date(when.year + 2, 1, 1), when.unit)
    length = _MONTHS.get(when.unit, 0)
    if expression.cue and length and when.year > 1:
        months = _FEDERAL - 1 + length * max(when.number - 1, 0)
        begin, end = _month(when.year - 1, months), _month(when.year - 1, months + length)
        last = later(end, -1)
        found = periods.interval(periods.month(begin.year, begin.month), periods.month(last.year, last.month))
        return Period(found.start, found.end, when.unit, found.edtf)
    if when.unit is Granularity.YEAR and 1 < when.year < date.max.year:
        return periods.between(date(when.year - 1, *_EARLIEST), date(when.year + 1, *_END), when.unit)
    return periods.uncertain(when.period())


def _month(year: int, months: int) -> date:
    return date(year + months // 12, months % 12 + 1, 1)
