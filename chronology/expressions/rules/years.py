"""Years and what they are divided into or gathered in: quarters, halves, seasons, decades, centuries."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import year_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar

_DATE = TimexType.DATE
_LIKELY_FROM = 1500  # bare numbers below are hardly ever years
_TWO, _FOUR = 2, 4  # digits
_QUARTERS, _HALVES = 4, 2
_SPOKEN_SURE = 17  # centuries: "eighteen sixty" is hardly anything but a year
_SPOKEN_FROM = 15  # centuries: "twelve fifty" is rather a price


def _year(found: Found) -> Read | None:
    """Read four digits alone as a year, unless their neighbours say that they count or name something."""
    if _is_part_of_number(found) or _is_numbered(found) or _is_counted(found) or _is_address(found):
        return None
    if found.before_is("about_number") and found.gap_after() == " " and not found.after_is("after_year"):
        return None
    year = found.number("y")
    if year < _LIKELY_FROM and not found.before_is("before_year"):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=year)


_LIST = 8  # numbers that are looked back over


def _is_numbered(found: Found) -> bool:
    """Tell "Resolution 1973", "Lot No. 1812", "Articles 1695, 1718 and 1874" from years."""
    tokens, place = found.tokens, found.match.start() - 2
    for _ in range(_LIST):
        word, gap = tokens.lower(place), tokens.pieces[place + 1] if place > 0 else ""
        if not gap.strip(" .,") and word in tokens.lexicon.contexts["numbered"]:
            return gap in {" ", ". "}
        if not (word.isdecimal() and gap in {", ", " "}) and word not in {"and", "or"}:
            return False
        place -= 2
    return False


def _is_counted(found: Found) -> bool:
    """Tell "1945 photographs", "2000 people" from "the 1992 protests"."""
    if found.gap_after() != " ":
        return False
    if found.after_is("counted") or found.tokens.is_a(found.match.end() + 1, "UNITS"):
        return True
    following = found.written_after()
    plural = following.islower() and following.endswith("s") and len(following) > _FOUR
    return plural and not following.endswith("ss") and found.before_is("takes_object")


def _is_address(found: Found) -> bool:
    """Tell "1600 Garden Avenue", "0800 1848 1914" from years."""
    tokens, end = found.tokens, found.match.end()
    previous = tokens.lower(found.match.start() - 2)
    if (
        found.gap_before() == " "
        and previous.isdecimal()
        and not tokens.is_a(found.match.start() - 4, "MONTH")
    ):
        return True
    nearby = (tokens.lower(end + 1), tokens.lower(end + 3), tokens.lower(end + 5))
    capital = found.gap_after() == " " and found.written_after()[:1].isupper()
    return capital and any(word in tokens.lexicon.contexts["street"] for word in nearby[1:])


def _is_part_of_number(found: Found) -> bool:
    """Tell "$2014", "1,550.5", "F-1500", "1990kg", "2014%" from a year."""
    return _joined_before(found) or _joined_after(found)


def _joined_before(found: Found) -> bool:
    gap, start = found.gap_before(), found.match.start()
    previous = found.tokens.pieces[start - 2] if start > 1 else ""
    if gap == "/":
        return not (previous.isdecimal() or found.tokens.is_a(start - 2, "MONTH"))
    if gap[-1:] in _SIGNS_BEFORE and gap:
        return True
    if gap in _DASHES and previous:
        chained = start > 3 and found.tokens.pieces[start - 3] in _DASHES  # noqa: PLR2004 - the piece before it
        return not _joins(found, previous.lower()) or chained
    return (gap == "" and previous != "") or (gap in {",", "."} and previous.isdecimal())


def _joined_after(found: Found) -> bool:
    gap, place = found.gap_after(), found.match.end() + 1
    following = found.tokens.pieces[place] if place < len(found.tokens.pieces) else ""
    if gap[:1] in _SIGNS_AFTER and gap:
        return True
    if gap == "-":
        code = len(following) == 1 and following.isupper()
        digits = following.isdecimal() and len(following) != _TWO and not found.tokens.is_a(place, "YEAR")
        return found.tokens.is_a(place, "UNIT") or code or digits
    if gap == "/":
        return following != f"{(found.number('y') + 1) % 100:02d}" and not found.tokens.is_a(place, "MONTH")
    return (gap == "" and following != "") or (gap in {".", ",", ":"} and following[:1].isdecimal())


_SIGNS_BEFORE = frozenset("$£€¥#+/*=@_%:")
_SIGNS_AFTER = frozenset("%$£€°*=@_+")
_DASHES = {"-", "\N{EN DASH}"}


def _joins(found: Found, word: str) -> bool:
    """Tell "mid-1990", "1861-1863" from "F-1500"."""
    return word in found.tokens.lexicon.contexts["year_joint"] or (word.isdecimal() and len(word) == _FOUR)


def _said_year(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), bc="e" in found)


def _spoken_year(found: Found) -> Read | None:
    """Read "nineteen ninety-four"."""
    values = found.tokens.lexicon.values
    century = values["NUMBER"][found.word("c")]
    if century < _SPOKEN_FROM or not (century > _SPOKEN_SURE or found.before_is("before_year")):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=int(century * 100) + _spoken_rest(found))


def _spoken_millennium(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=2000 + (_spoken_rest(found) if "r" in found else 0))


def _spoken_rest(found: Found) -> int:
    values = found.tokens.lexicon.values
    return int(
        sum(values["TENS"].get(word) or values["NUMBER"].get(word, 0) for word in found.words("r")[::2])
    )


def _decade(found: Found) -> Read | None:
    """Read "the 1980s", "the '80s", "the 480s BC"; "the 1900s" is a century."""
    digits = found.word("y")
    short, year = len(digits) == _TWO, int(digits)
    if year % 10 or (short and found.before_is("possessive")):
        return None
    if not short and year % 100 == 0 and "b" not in found:
        return _DATE, Calendar(Granularity.CENTURY, year=year // 100)
    decade = year // 10 + (190 if short else 0)
    return _DATE, Calendar(Granularity.DECADE, year=decade, bc="b" in found)


def _decade_in_words(found: Found) -> Read | None:
    if found.before_is("possessive"):
        return None
    century = 190
    if "c" in found:
        century = int(found.tokens.lexicon.values["NUMBER"][found.word("c")]) * 10
    return _DATE, Calendar(Granularity.DECADE, year=century + found.value("DECADE", "n"))


def _century(found: Found) -> Read | None:
    number = ordinal(found.words("n"), found.tokens.lexicon)
    return _DATE, Calendar(Granularity.CENTURY, year=number - 1, bc="b" in found)


def _quarter(found: Found) -> Read | None:
    number = found.number("k") if "k" in found else ordinal(found.words("n"), found.tokens.lexicon)
    if not 1 <= number <= _QUARTERS:
        return None
    year, short = year_of(found)
    fiscal = "f" in found
    return _DATE, Calendar(Granularity.QUARTER, year=year, number=number, short=short, fiscal=fiscal)


def _year_quarter(found: Found) -> Read | None:
    return None if _joined_before(found) else _quarter(found)


def _q_quarter(found: Found) -> Read | None:
    """Read "Q3"; after a number it is part of a name."""
    return None if found.before().isdecimal() else _quarter(found)


def _half(found: Found) -> Read | None:
    number = 2 if "l" in found else ordinal(found.words("n"), found.tokens.lexicon)
    if not 1 <= number <= _HALVES:
        return None
    year, short = year_of(found)
    return _DATE, Calendar(Granularity.HALF, year=year, number=number, short=short)


def _bare_half(found: Found) -> Read | None:
    """Read "the first half" where it is not the half of something else."""
    if found.after_is("half_of") or (found.before() != "the" and "h" not in found):
        return None
    return _half(found)


def _season(found: Found) -> Read | None:
    year, short = year_of(found)
    season = found.value("SEASON", "s")
    return _DATE, Calendar(Granularity.SEASON, year=year, season=season, short=short, bc="b" in found)


def _bare_season(found: Found) -> Read | None:
    """Read a season alone; "fall" and "spring" only where the neighbours speak of time."""
    end = found.match.end()
    gap = found.gap_after()
    following = found.written_after()
    if gap == "-" and not found.tokens.is_a(end + 1, "SEASON"):
        return None
    if found.written("s")[0].isupper() and _is_surname(found):
        return None
    if found.written("s")[0].isupper() and gap == " " and following[:1].isupper():
        return None
    return _season(found) if found.near("s", "plain_season") or _is_season(found, gap) else None


def _is_surname(found: Found) -> bool:
    """Tell "Judge Winter" from "in Winter"."""
    previous = found.tokens.pieces[found.match.start() - 2] if found.match.start() > 1 else ""
    return found.gap_before() == " " and previous[:1].isupper() and not found.before_is("before_season")


def _is_season(found: Found, gap: str) -> bool:
    closed = gap[:1] in {".", ",", ";", ":"} or found.after_is("after_season")
    if found.before_is("before_season") and (closed or not found.before_is("closed_season")):
        return True
    return found.word("s") == "spring" and found.after_is("spring_noun")


def _fiscal_year(found: Found) -> Read | None:
    year, short = year_of(found)
    return _DATE, Calendar(Granularity.YEAR, year=year, short=short, fiscal=True)


RULES = (
    Rule("year bc", "(CIRCA[ .])?y=INT e=ERA", _said_year, ("in «490 BC»",)),
    Rule("year b.c.", "y=INT e=b^c", _said_year, ("in «490 B.C».",)),
    Rule("year ad", "y=INT CE", _said_year, ("in «79 AD»",)),
    Rule("ad year", "CE y=INT", _said_year, ("in «AD 79»",)),
    Rule("the year", "year y=YEAR", _said_year, ("in «the year 2000»",), article=True),
    Rule(
        "spoken year",
        "(year )?c=NUMBER[ -]r=(TENS([ -]NUMBER)?)",
        _spoken_year,
        ("in «nineteen ninety-four»",),
    ),
    Rule(
        "spoken millennium",
        "year two thousand( r=NUMBER)?",
        _spoken_millennium,
        ("in «the year two thousand»",),
        article=True,
    ),
    Rule("year", "y=YEAR", _year, ("in «2014»",), ("$2014", "1,550", "resolution 1973", "2000 people")),
    Rule("decade", "y=YEAR&s", _decade, ("in «the 1980s»",), article=True),
    Rule("decade with apostrophe", "y=(YEAR|YY)'s", _decade, ("in «the 1980's»",), article=True),
    Rule("decade bc", "y=INT&s b=ERA", _decade, ("in «the 480s BC»",), article=True),
    Rule("short decade", "y=YY&s", _decade, ("in «the 80s»",), ("in his 30s",), article=True),
    Rule(
        "decade in words",
        "(c=NUMBER[ -])?n=DECADE",
        _decade_in_words,
        ("in «the nineties»",),
        ("in her thirties",),
        article=True,
    ),
    Rule("century", "n=ORD[ -]century", _century, ("in «the 19th century»",), article=True),
    Rule("century bc", "n=ORD century b=ERA", _century, ("in «the 5th century BC»",), article=True),
    Rule(
        "quarter of year",
        "(f=FISCAL[ -])?n=ORD[ -]quarter(,| of| in)?( FISCAL)? y=YEAR",
        _quarter,
        ("in «the third quarter of 1990»",),
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
        "(f=FISCAL[ -])?n=ORD[ -](quarter|qtr)",
        _quarter,
        ("in «the third quarter»",),
        article=True,
    ),
    Rule("year and q quarter", "y=YEAR[ -]q&k=INT", _year_quarter, ("in «2019 Q3»",), ("C/2019 Q4",)),
    Rule("q quarter", "q&k=INT([ ,/]y=YEAR)?", _q_quarter, ("in «Q3 2019»",)),
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
    Rule("season of year", "s=SEASON( of|,)? y=YEAR", _season, ("in «the summer of 1920»",), article=True),
    Rule("season bc", "s=SEASON( of)? y=INT b=ERA", _season, ("in «the spring of 480 BC»",), article=True),
    Rule(
        "season",
        "s=SEASON",
        _bare_season,
        ("in «the summer»",),
        ("spring into action", "the fall of Rome"),
        article=True,
    ),
    Rule("fiscal year", "FISCAL( year)? y=YEAR", _fiscal_year, ("in «fiscal 1989»",), article=True),
    Rule("fy", "fy&y=(YEAR|YY)", _fiscal_year, ("in «FY2019»",)),
)
