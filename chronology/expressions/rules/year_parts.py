"""What years are divided into: quarters, halves, seasons, and fiscal years."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import year_of
from chronology.expressions.rules.years import joined_before
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar

_DATE = TimexType.DATE
_QUARTERS, _HALVES = 4, 2


def _quarter(found: Found) -> Read | None:
    figure = next((name for name in ("k", "k2") if name in found), None)
    number = found.number(figure) if figure else ordinal(found.words("n"), found.tokens.lexicon)
    if not 1 <= number <= _QUARTERS:
        return None
    year, short = year_of(found)
    fiscal = "f" in found or "g" in found
    return _DATE, Calendar(Granularity.QUARTER, year=year, number=number, short=short, fiscal=fiscal)


def _bare_quarter(found: Found) -> Read | None:
    """Read "the third quarter" of a year, not of a century or a game."""
    other = found.after() == "of" and any(found.after_is("quartered", distance) for distance in (3, 4, 5))
    return None if other else _quarter(found)


def _quarters(found: Found) -> Read | None:
    """Read "fourth quarters" after "the second and"."""
    return _quarter(found) if found.before_is("list_words") else None


def _year_quarter(found: Found) -> Read | None:
    return None if joined_before(found) else _quarter(found)


def _q_quarter(found: Found) -> Read | None:
    """Read "Q3"; after a number it is part of a name."""
    return None if found.before().isdecimal() and found.gap_before() == " " else _quarter(found)


def _half(found: Found) -> Read | None:
    number = 2 if "l" in found else ordinal(found.words("n"), found.tokens.lexicon)
    if not 1 <= number <= _HALVES:
        return None
    year, short = year_of(found)
    return _DATE, Calendar(Granularity.HALF, year=year, number=number, short=short)


def _h_half(found: Found) -> Read | None:
    """Read "H1 2019"."""
    number = found.number("k")
    if not 1 <= number <= _HALVES or (found.gap_after() == "" and found.after()):
        return None  # "1918 H1N1" is a virus
    return _DATE, Calendar(Granularity.HALF, year=found.number("y"), number=number)


def _bare_half(found: Found) -> Read | None:
    """Read "the first half" where it is not the half of something else."""
    of_year = found.before() == "s" and found.tokens.is_a(found.match.start() - 4, "UNIT")
    if found.after_is("half_of") or not (found.before() == "the" or of_year or "h" in found):
        return None
    return _half(found)


def _season(found: Found) -> Read | None:
    year, short = year_of(found)
    season = found.value("SEASON", "s")
    calendar = Calendar(Granularity.SEASON, year=year, season=season, short=short, bc="b" in found)
    return _DATE, calendar, "MID" if found.word("s").startswith("mid") else None


def _bare_season(found: Found) -> Read | None:
    """Read a season alone; "fall" and "spring" only where the neighbours speak of time."""
    end = found.match.end()
    gap = found.gap_after()
    following = found.written_after()
    if gap == "-" and not found.tokens.is_a(end + 1, "SEASON"):
        return None
    if gap == " " and found.after_is("season_kind"):
        return None  # "winter wheat"
    if found.written("s")[0].isupper() and (found.before_is("title") or _is_surname(found)):
        return None
    if found.written("s")[0].isupper() and gap == " " and following[:1].isupper():
        return None
    return _season(found) if found.near("s", "plain_season") or _is_season(found, gap) else None


def _is_surname(found: Found) -> bool:
    """Tell "Judge Winter" from "in Winter"."""
    previous = found.tokens.pieces[found.match.start() - 2] if found.match.start() > 1 else ""
    return found.gap_before() == " " and previous[:1].isupper() and not found.before_is("before_season")


def _is_season(found: Found, gap: str) -> bool:
    if found.after() == "of" and found.tokens.is_a(found.match.end() + 3, "NUMBER"):
        return True  # "the spring of nineteen seventy-eight"
    if found.after() == "of" and (found.after_is("points", 2) or found.after_is("points", 3)):
        return True  # "the spring of that year", "the fall of the same year"
    closed = gap[:1] in {".", ",", ";", ":"} or found.after_is("after_season")
    if found.before_is("before_season") and (closed or not found.before_is("closed_season")):
        return True
    return found.after_is("season_noun")


def _fiscal_year(found: Found) -> Read | None:
    year, short = year_of(found)
    return _DATE, Calendar(Granularity.YEAR, year=year, short=short, fiscal=True)


RULES = (
    Rule(
        "quarter of year",
        "(f=FISCAL[ -])?n=ORD[ -]quarter(,| of| in)?( (g=FISCAL( year)?|fy))?[ &]y=YEAR",
        _quarter,
        ("in «the third quarter of 1990»", "in «the first quarter of fiscal 2020»"),
        article=True,
    ),
    Rule(
        "year quarter",
        "y=YEAR (f=FISCAL )?n=ORD[ -]quarter",
        _quarter,
        ("in «the 1988 second quarter»",),
        article=True,
    ),
    Rule(
        "quarter",
        "(f=FISCAL[ -])?n=ORD[ -](FISCAL )?(quarter|qtr)",
        _bare_quarter,
        ("in «the third quarter»",),
        ("the third quarter of the 19th century", "the fourth quarter of the game"),
        article=True,
    ),
    Rule(
        "quarters",
        "n=ORD quarters((,| of)? y=YEAR)?",
        _quarters,
        ("in the second and «fourth quarters» it",),
        ("of fourth quarters",),
        article=True,
    ),
    Rule("year and q quarter", "y=YEAR[ &-]q&k=INT", _year_quarter, ("in «2019 Q3»",), ("C/2019 Q4",)),
    Rule("h half", "h&k=INT[ /]y=YEAR", _h_half, ("in «H1 2019»", "in «H1/2019»")),
    Rule("year and h half", "y=YEAR[ &-]h&k=INT", _h_half, ("in «2019 H1»", "in «2019H1»")),
    Rule(
        "q quarter",
        "(q&k=INT|k2=INT&q)(( of)?[ ,/](g=(FISCAL( year)?|fy)[ &])?y=YEAR)?",
        _q_quarter,
        ("in «Q3 2019»", "in «3Q 2019»", "in «Q1 of FY2020»"),
    ),
    Rule(
        "half of year",
        "(n=ORD|l=(latter|last))[ -]half( of)? y=YEAR",
        _half,
        ("in «the second half of 2008»",),
        article=True,
    ),
    Rule("year half", "y=YEAR n=ORD[ -]half", _half, ("in «the 1989 first half»",), article=True),
    Rule(
        "half",
        "n=ORD(h=-| )half",
        _bare_half,
        ("profit in «the first half» rose",),
        ("the first half of the game",),
        article=True,
    ),
    Rule(
        "season of year",
        "s=SEASON( of|,)? y=YEAR([/-](YY|YEAR))?",
        _season,
        ("in «the summer of 1920»", "in «the winter of 1941-42»"),
        article=True,
    ),
    Rule(
        "season bc",
        "s=SEASON( of)? y=INT(/INT)? (b=BEFORE|ad=AFTER)",
        _season,
        ("in «the spring of 480 BC»", "in «the winter of 218/217 BC»"),
        article=True,
    ),
    Rule(
        "season",
        "s=SEASON",
        _bare_season,
        ("in «the summer»", "his «fall» campaign"),
        ("spring into action", "the fall of Rome"),
        article=True,
    ),
    Rule("fiscal year", "FISCAL( year)? y=YEAR", _fiscal_year, ("in «fiscal 1989»",), article=True),
    Rule(
        "1989 fiscal year", "y=YEAR FISCAL year", _fiscal_year, ("in «the 1989 fiscal year»",), article=True
    ),
    Rule("fy", "fy[& ]y=(YEAR|YY)", _fiscal_year, ("in «FY2019»",)),
)
