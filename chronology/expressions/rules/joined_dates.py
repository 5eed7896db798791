"""Days of a month in less common writing: 15Sep2019, the night of 11/12 October, the Ides of March."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import day_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar

_DATE = TimexType.DATE
_NONES, _IDES = {True: 7, False: 5}, {True: 15, False: 13}
_LONG_MONTHS = {3, 5, 7, 10}  # of the Romans: their Ides are the 15th, the others' the 13th


def _joined_day(found: Found) -> Read | None:
    """Read "15Sep2019", "06JUN44"."""
    alone = found.gap_before() != "" or not found.before()
    return day_of(found) if alone and found.written("m")[0].isupper() and found.gap_after() != "" else None


def _two_days(found: Found) -> Read | None:
    """Read "the night of 11/12 October": it begins on the first day."""
    return day_of(found) if found.number("n") == found.number("d") + 1 and found.gap_before() != "/" else None


def _roman_day(found: Found) -> Read | None:
    """Read "the Ides of March": the 15th."""
    month = found.value("MONTH", "m")
    days = {"ides": _IDES[month in _LONG_MONTHS], "nones": _NONES[month in _LONG_MONTHS]}
    day = days.get(found.word("n"), 1)
    year = next((found.number(name) for name in ("y", "y2") if name in found), None)
    return _DATE, Calendar(Granularity.DAY, year=year, month=month, day=day, bc="b" in found)


RULES = (
    Rule(
        "11/12 October",
        "d=DAY/n=DAY( of)? m=MONTH(( |,)y=YEAR)?",
        _two_days,
        ("on «11/12 October 1944» he",),
        ("9/12 October", "4/18 October"),
    ),
    Rule(
        "15Sep",
        "d=DAY&m=MONTH([&-]y=(YEAR|YY))?",
        _joined_day,
        ("on «15Sep2019» he", "on «06JUN44» he", "till «22April» he"),
        ("room 5mar",),
    ),
    Rule(
        "Ides of March",
        "n=(ides|nones|kalends|calends) of m=MONTH([, ]y=INT b=BEFORE|[, ]y2=YEARS)?",
        _roman_day,
        ("on «the Ides of March»", "on «the Ides of March, 44 BC» he"),
        article=True,
    ),
)
