"""Dates in figures: 2019-12-11, 12/11/2019, 11.12.2019, 10/Aug/2012, 2019-W50, 2019-12-11T10:00."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock

_DATE, _TIME = TimexType.DATE, TimexType.TIME
_MONTHS = 12
_JOINTS = frozenset({"-", "/", ".", ":", ",", ""})
_TWO_DIGITS = 2
_MOST_WEEKS = 53


def _year(found: Found) -> tuple[int, bool]:
    digits = found.word("y")
    return int(digits), len(digits) == _TWO_DIGITS


def _goes_on(found: Found) -> bool:
    """Tell a date from part of something longer: "1/1/1/1", "10.20.30.40", "2012/8/10.5"."""
    tokens, start, end = found.tokens, found.match.start(), found.match.end()
    before, after = tokens.pieces[start - 1], found.gap_after()
    previous = tokens.pieces[start - 2] if start > 1 else ""
    following = tokens.pieces[end + 1] if end + 1 < len(tokens.pieces) else ""
    listed = after == "," and tokens.is_a(start, "YEAR")  # "2019-06-17,12.1": a row of a table
    joined_after = after in _JOINTS and following[:1].isdecimal() and not listed
    joined_before = before in _JOINTS and previous[-1:].isdecimal() and not _is_range(tokens, start - 1)
    return (joined_after and not _is_range(tokens, end)) or joined_before or before[-1:] in set("$£€#v")


def _is_range(tokens: Tokens, dash: int) -> bool:
    """Tell whether a hyphen stands between two dates with slashes: "10/1/2018-10/7/2018"."""
    inside = tokens.pieces[max(dash - 2, 0)], tokens.pieces[min(dash + 2, len(tokens.pieces) - 1)]
    return tokens.pieces[dash] == "-" and inside == ("/", "/")


def _dated(found: Found, month: int, day: int) -> Read | None:
    if _goes_on(found):
        return None
    year, short = _year(found)
    calendar = Calendar(Granularity.DAY, year=year, month=month, day=day, short=short)
    if "h" not in found:
        return _DATE, calendar
    second = found.number("s") if "s" in found else None
    clock = Clock(found.number("h"), found.number("i"), second)
    return _TIME, Calendar(Granularity.DAY, year=year, month=month, day=day, short=short, clock=clock)


def _iso(found: Found) -> Read | None:
    return _dated(found, found.number("m"), found.number("d"))


def _slashed(found: Found) -> Read | None:
    """Read 3/14/2019 month first, as English texts do, unless only day first makes sense."""
    month, day = found.number("a"), found.number("b")
    if month > _MONTHS >= day:
        month, day = day, month
    return _dated(found, month, day)


def _dotted(found: Found) -> Read | None:
    """Read 11.12.2019 day first, as those who write points do."""
    day, month = found.number("a"), found.number("b")
    if month > _MONTHS >= day:
        month, day = day, month
    return _dated(found, month, day)


def _named(found: Found) -> Read | None:
    return _dated(found, found.value("MONTH", "m"), found.number("d"))


def _month(found: Found) -> Read | None:
    """Read 04/2016 and 2024/August; "Regulation 1/2003" is a number."""
    coded = found.gap_before() == "" and found.before() != ""  # "H1/2019"
    if coded or _goes_on(found) or found.before_is("numbered"):
        return None
    month = found.number("m") if found.word("m").isdecimal() else found.value("MONTH", "m")
    return _DATE, Calendar(Granularity.MONTH, year=_year(found)[0], month=month)


def _week(found: Found) -> Read | None:
    number = found.number("n")
    if not 1 <= number <= _MOST_WEEKS:
        return None
    return _DATE, Calendar(Granularity.WEEK, year=_year(found)[0], number=number)


def _week_alone(found: Found) -> Read | None:
    """Read "in week 31", not "in week 31 of pregnancy"."""
    number = found.number("n")
    counts = not found.before_is("before_week_number") or found.after() == "of"
    if counts or not 1 <= number <= _MOST_WEEKS or found.gap_after()[:1] in {"-", ":", "%"}:
        return None
    return _DATE, Calendar(Granularity.WEEK, number=number)


def _nine_eleven(found: Found) -> Read | None:
    """Read "9/11": the attacks of 11 September 2001."""
    if found.word("a") != "9" or found.word("b") != "11" or _goes_on(found):
        return None
    return _DATE, Calendar(Granularity.DAY, year=2001, month=9, day=11)


def _d_day(found: Found) -> Read | None:
    """Read "D-Day": the landing of 6 June 1944."""
    if not found.written("d").isupper():
        return None
    return _DATE, Calendar(Granularity.DAY, year=1944, month=6, day=6)


_CLOCK = "(([ ,]|&t&)h=HOUR:i=MIN(:s=MIN)?(&z|[+-]HOUR:MIN)?)?"

RULES = (
    Rule(
        "iso date",
        f"y=YEARS-m=MON-d=DAY{_CLOCK}",
        _iso,
        ("on «2019-12-11»", "at «2014-04-18 13:00»"),
        ("10-2019-12-11",),
    ),
    Rule("year first", "y=YEAR/m=MON/d=DAY", _iso, ("on «2012/8/10»",)),
    Rule("year first with points", "y=YEAR^m=MON^d=DAY", _iso, ("on «2014.12.28»",)),
    Rule("slashed date", "a=DAY/b=DAY/y=(YEAR|YY)", _slashed, ("on «12/11/2019»",), ("1/1/1/1",)),
    Rule("dashed date", "a=DAY-b=DAY-y=(YEAR)", _slashed, ("on «12-11-2019»",)),
    Rule("dotted date", "a=DAY^b=DAY^y=(YEAR)", _dotted, ("on «02.07.2013»",), ("version 10.20.30",)),
    Rule(
        "day/Month/year",
        "d=DAY[/-]m=MONTH[/-]y=(YEAR|YY)(:h=HOUR:i=MIN:s=MIN)?",
        _named,
        ("on «10/Aug/2012»", "[«03/Dec/2019:14:05:22» +0100]"),
    ),
    Rule("Month/day/year", "m=MONTH[/-]d=DAY[/-]y=YEAR", _named, ("on «Aug-10-2012»", "on «August/10/2012»")),
    Rule(
        "Wed Oct 26 15:50:06 2016",
        "(WEEKDAY[ ,])?m=MONTH d=DAY h=HOUR:i=MIN:s=MIN( ZONE)? y=YEAR",
        _named,
        ("on «Wed Oct 26 15:50:06 2016» he",),
    ),
    Rule("year/Month/day", "y=YEAR[/-]m=MONTH[/-]d=DAY", _named, ("on «2012/Aug/10»",)),
    Rule("month/year", "m=MON/y=YEAR", _month, ("since «04/2016»",)),
    Rule("year/Month", "y=YEAR/m=MONTH", _month, ("since «2024/August»",)),
    Rule("iso week", "y=YEAR-w&n=INT", _week, ("in «2019-W50»",)),
    Rule("week of year", "week n=INT( of|,)? y=YEAR", _week, ("in «week 32 of 2014»",)),
    Rule(
        "week number",
        "week n=INT",
        _week_alone,
        ("in «week 32».",),
        ("in week 32 of pregnancy", "the week 10 men"),
    ),
    Rule("9/11", "a=DAY/b=DAY", _nine_eleven, ("after «9/11»",), ("9/12", "a 9/11/3 split")),
    Rule("D-Day", "d=d-day", _d_day, ("on «D-Day» he",)),
)
