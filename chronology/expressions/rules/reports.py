"""The periods that business and official reports speak of: the quarter, the year-earlier period, year end."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Length, Origin, Shift, Within

_DATE = TimexType.DATE
_QUARTERS, _FOUR = 4, 4
_LONG = {Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM}
_FINE = {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND}


def _the_unit(found: Found) -> Read | None:
    """Read "the quarter", "the year", "the weekend": the one the text or the time of writing is in."""
    unit, _ = unit_of(found.word("u"), found)
    if found.before() != "the" or unit in _FINE or found.written("u").istitle():
        return None  # "the Week magazine"
    if unit in _LONG:
        edge = found.before(2) == "of" and (found.before(3),) in found.tokens.lexicon.mods["noun"]
        return (_DATE, Shift(0, unit, Origin.EITHER, unit)) if edge else None  # "the end of the decade"
    if unit in {
        Granularity.SEASON,
        Granularity.HALF,
        Granularity.DAY,
    }:
        return None
    if unit is Granularity.YEAR and found.after_is("ended"):
        return TimexType.DURATION, Length(((1, unit),))
    numbered = (
        found.gap_after() == " " and len(found.after()) > _FOUR and found.after().isdecimal()
    )  # "in the year 99999"
    if numbered or found.gap_after() == "-" or found.after_is("after_the_unit"):
        return None
    return _DATE, Shift(0, unit, Origin.EITHER, unit, about="the")


def _latest(found: Found) -> Read | None:
    """Read "the latest quarter", "the latest period": the one last reported on."""
    unit = Granularity.QUARTER if found.word("u") == "period" else unit_of(found.word("u"), found)[0]
    if unit in _FINE or unit is Granularity.DAY:
        return None
    return _DATE, Shift(0, unit, Origin.EITHER, unit, about="the")


def _year_ago(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    return _DATE, Shift(-1, unit, Origin.NARRATIVE, unit, about="year-ago")


def _year_end(found: Found) -> Read | None:
    del found
    return _DATE, Shift(0, Granularity.YEAR, Origin.EITHER, Granularity.YEAR), "END"


def _mid_year(found: Found) -> Read | None:
    del found
    return _DATE, Shift(0, Granularity.YEAR, Origin.EITHER, Granularity.YEAR), "MID"


def _end_of(found: Found) -> Read | None:
    """Read "year-end 2019"."""
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y")), "END"


def _full_year(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"))


def _new_year(found: Found) -> Read | None:
    """Read "in the new year": early in the next one."""
    said = found.before() == "the" and found.before_is("before_new_year", 2)
    if not said or found.gap_after()[:1] in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}:
        return None
    return _DATE, Shift(1, Granularity.YEAR, Origin.EITHER, Granularity.YEAR), "START"


def _turn_of_year(found: Found) -> Read | None:
    """Read "the turn of the year": about the nearest first of January."""
    del found
    return _DATE, Calendar(Granularity.DAY, month=1, day=1), "APPROX"


def _same_period(found: Found) -> Read | None:
    """Read "the 1988 quarter", "the year-earlier period": the period spoken of, in another year."""
    if "y" in found:
        return _DATE, Shift(0, Granularity.YEAR, Origin.NARRATIVE, Granularity.YEAR, about=found.word("y"))
    return _DATE, Shift(-1, Granularity.YEAR, Origin.NARRATIVE, Granularity.YEAR, about="year-ago")


def _same_quarter(found: Found) -> Read | None:
    """Read "the year-ago third quarter"."""
    year = Shift(-1, Granularity.YEAR, Origin.NARRATIVE, Granularity.YEAR, about="year-ago")
    number = found.value("ORDINAL", "n")
    return (
        (_DATE, Within(Calendar(Granularity.QUARTER, number=number), year)) if number <= _QUARTERS else None
    )


def _month_quarter(found: Found) -> Read | None:
    """Read "the June quarter": the quarter that ends in June."""
    month = found.value("MONTH", "m")
    if not found.written("m")[0].isupper():
        return None
    return _DATE, Calendar(Granularity.QUARTER, number=(month + 2) // 3)


RULES = (
    Rule("the unit", "u=UNIT", _the_unit, ("over «the year» it fell", "over «the weekend»"), article=True),
    Rule("the full year", "(FULL|FISCAL) u=UNIT", _the_unit, ("for «the full year»",), article=True),
    Rule(
        "the latest quarter",
        "LATEST( FISCAL)? u=(UNIT|PERIOD)",
        _latest,
        ("«the latest quarter»",),
        article=True,
    ),
    Rule("year-ago", "u=UNIT-(AGO|earlier)", _year_ago, ("the «year-ago» loss",)),
    Rule(
        "year-ago period",
        "UNIT-(AGO|earlier) (quarter|period|month)",
        _same_period,
        ("«the year-ago quarter»",),
        article=True,
    ),
    Rule(
        "year-ago third quarter",
        "UNIT-(AGO|earlier) n=ORDINAL quarter",
        _same_quarter,
        ("«the year-earlier third quarter»",),
        article=True,
    ),
    Rule(
        "the 1988 period", "y=YEAR (period|quarter|month)", _same_period, ("«the 1988 period»",), article=True
    ),
    Rule(
        "same period of 1988",
        "(corresponding|same|comparable|like) (quarter|period|month)( of| in) y=YEAR",
        _same_period,
        ("«the same quarter of 1988»",),
        article=True,
    ),
    Rule(
        "corresponding period",
        "(corresponding|same|comparable) (quarter|period)( of| in)?( a| the)? "
        "(year (ago|earlier|before)|LAST year|PREVIOUS year)",
        _same_period,
        ("«the corresponding period last year»",),
        article=True,
    ),
    Rule(
        "quarter a year ago",
        "(quarter|period) A year (AGO|earlier)",
        _same_period,
        ("«the quarter a year ago»",),
        article=True,
    ),
    Rule("last year's quarter", "LAST year's (quarter|period)", _same_period, ("«last year's quarter»",)),
    Rule("year end", "(year[ -]end|end of year)", _year_end, ("by «year end»",)),
    Rule("year-end 2019", "(year[ -]end|end of year)( of|,)? y=YEAR", _end_of, ("at «year-end 2019»",)),
    Rule("mid-year", "midyear|mid[ -]year", _mid_year, ("by «midyear»", "in «mid-year»")),
    Rule("year's end", "year's end", _year_end, ("by «year's end»",)),
    Rule(
        "turn of the year",
        "turn of the year",
        _turn_of_year,
        ("at «the turn of the year» he",),
        article=True,
    ),
    Rule(
        "new year",
        "new year",
        _new_year,
        ("in «the new year» he",),
        ("a new year", "the new year's feast"),
        article=True,
    ),
    Rule("full-year 2019", "full-year y=YEAR", _full_year, ("in «full-year 2019» it",)),
    Rule(
        "the June quarter",
        "m=MONTH (quarter|period)",
        _month_quarter,
        ("in «the June quarter»",),
        article=True,
    ),
)
