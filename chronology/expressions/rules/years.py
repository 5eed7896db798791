"""Years, in figures and in words."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import is_month
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar

_DATE = TimexType.DATE
_LIKELY_FROM = 1500  # bare numbers below are hardly ever years
_ANCIENT = 1000
_TWO, _FOUR = 2, 4  # digits
_SPOKEN_SURE = 17  # centuries: "eighteen sixty" is hardly anything but a year
_SPOKEN_FROM = 15  # centuries: "twelve fifty" is rather a price


def _year(found: Found) -> Read | None:
    """Read four digits alone as a year, unless their neighbours say that they count or name something."""
    if (
        _is_dated_number(found)
        or _is_part_of_number(found)
        or _is_numbered(found)
        or _is_counted(found)
        or _is_address(found)
        or (found.gap_after() == " " and found.after_is("makes"))
    ):
        return None
    if found.before_is("about_number") and found.gap_after() == " " and not found.after_is("after_year"):
        return None
    year = found.number("y")
    if year < _LIKELY_FROM and not found.before_is("before_year") and not _is_range(found, year):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=year)


def _is_range(found: Found, year: int) -> bool:
    """Tell "1272-1307" and "(1327-77)", the years of a reign."""
    tokens, start, end = found.tokens, found.match.start(), found.match.end()
    if found.gap_before()[-1:] == "(" and found.gap_after() in _DASHES and tokens.is_a(end + 1, "YY"):
        return int(tokens.pieces[end + 1]) > year % 100
    if found.gap_after() in _DASHES and tokens.is_a(end + 1, "YEAR"):
        return int(tokens.pieces[end + 1]) > year
    return (
        found.gap_before() in _DASHES
        and tokens.is_a(start - 2, "YEAR")
        and int(tokens.pieces[start - 2]) < year
    )


def _is_dated_number(found: Found) -> bool:
    """Tell "and 1441 (2002)": the number of a resolution, and its year."""
    tokens, end = found.tokens, found.match.end()
    return found.gap_after() == " (" and tokens.is_a(end + 1, "YEAR") and tokens.pieces[end + 2][:1] == ")"


_LIST = 8  # numbers that are looked back over


def _is_numbered(found: Found) -> bool:
    """Tell "Resolution 1973", "Lot No. 1812", "Articles 1695, 1718 and 1874" from years."""
    tokens, place = found.tokens, found.match.start() - 2
    code = tokens.pieces[place] if place > 0 else ""
    if (
        code.isupper()
        and len(code) < _FOUR
        and tokens.lower(place - 2) in tokens.lexicon.contexts["numbered"]
    ):
        return True  # "Flight BA 2019"
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
    if found.gap_after() == "-" and (found.after_is("joined_count") or found.after_is("counted")):
        return True  # "a 1900-strong force"
    if found.gap_after() != " ":
        return False
    if found.before() == "between" and found.tokens.is_a(found.match.end() + 3, "YEAR"):
        return found.after_is("counted", 3)  # "between 1500 and 1600 prisoners"
    if found.after_is("counted") or found.tokens.is_a(found.match.end() + 1, "UNITS"):
        return True
    following = found.written_after()
    plural = following.islower() and following.endswith("s") and len(following) > _FOUR
    listed = plural and found.after(2) == "and" and found.after(3).isdecimal()  # "1900 crates and 12 carts"
    there = listed or (found.before(2) == "there" and found.before() in {"were", "are"})
    return plural and not following.endswith("ss") and (there or found.before_is("takes_object"))


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
    return joined_before(found) or _joined_after(found)


def joined_before(found: Found) -> bool:
    """Tell whether what stands before makes the number part of something else: "$2014", "C/2019"."""
    gap, start = found.gap_before(), found.match.start()
    previous = found.tokens.pieces[start - 2] if start > 1 else ""
    if previous in {"C", "R", "S"} and found.tokens.pieces[start - 3] == ".":
        return (
            previous != "S" or found.tokens.lower(start - 6).isdecimal()
        )  # "42 U.S.C. 1983", "410 U.S. 1973"
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
        if following.isdecimal() and found.tokens.pieces[place + 1] == "-":
            return True  # "2014-08-32"
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


def _the_year(found: Found) -> Read | None:
    """Read "the year 2000", "the year 410"; "year 100 of the plan" is no year of ours."""
    ancient = found.number("y") < _ANCIENT
    counts = found.gap_after() == " " and not found.after_is(
        "after_year"
    )  # "since the start of the year 900 have"
    return None if ancient and (found.before() != "the" or counts) else _said_year(found)


def _said_year(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), bc="e" in found)


_APOSTROPHES = {" '", " \N{RIGHT SINGLE QUOTATION MARK}", " \N{LEFT SINGLE QUOTATION MARK}"}


def _short_year(found: Found) -> Read | None:
    """Read "in '98"."""
    alone = found.gap_after() != "" and found.gap_after() not in {"'", "%"}
    if not alone or found.gap_before() not in _APOSTROPHES or not found.before_is("before_year"):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), short=True)


def _split_year(found: Found) -> Read | None:
    """Read "2010/11": a year of accounts, of school or of sport, named by both."""
    year, second = found.number("y") + 1, found.word("z")
    follows = int(second) == (year % 100 if len(second) == _TWO else year)
    goes_on = found.gap_after() in {"/", "-", "."} and found.after().isdecimal()
    if not follows or goes_on or joined_before(found):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), fiscal=True)


def _spoken_year(found: Found) -> Read | None:
    """Read "nineteen ninety-four"."""
    values = found.tokens.lexicon.values
    century = values["NUMBER"][found.word("c")]
    if found.written("r").istitle():
        return None  # "Nineteen Eighty-Four" is a book
    if century < _SPOKEN_FROM or not (century > _SPOKEN_SURE or found.before_is("before_year")):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=int(century * 100) + _spoken_rest(found))


def _month_in_words(found: Found) -> Read | None:
    """Read "January nineteen ninety-seven"."""
    if not is_month(found):
        return None
    century = found.value("NUMBER", "c") if "c" in found else 20
    if century < _SPOKEN_FROM:
        return None
    year = int(century * 100) + _spoken_rest(found, "r" if "r" in found else "q")
    return _DATE, Calendar(Granularity.MONTH, year=year, month=found.value("MONTH", "m"))


def _spoken_millennium(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=2000 + (_spoken_rest(found) if "r" in found else 0))


def _year_in_words(found: Found) -> Read | None:
    """Read "one thousand nine hundred and ninety-six", as treaties write it."""
    if not (found.before_is("before_year") or found.gap_before() == ", ") or found.gap_after() == " ":
        return None
    if "h" in found:
        hundreds = int(found.tokens.lexicon.values["NUMBER"][found.word("h")]) * 100
        rest = _spoken_rest(found) if "r" in found else 0
        return _DATE, Calendar(Granularity.YEAR, year=1000 + hundreds + rest)
    return _DATE, Calendar(Granularity.YEAR, year=2000 + _spoken_rest(found, "q"))


def _spoken_rest(found: Found, name: str = "r") -> int:
    values = found.tokens.lexicon.values
    return int(
        sum(values["TENS"].get(word) or values["NUMBER"].get(word, 0) for word in found.words(name)[::2])
    )


_REST = "(TENS([ -]NUMBER)?|NUMBER)"

RULES = (
    Rule(
        "year bc",
        "(CIRCA[ .])?y=INT(/INT)? e=BEFORE",
        _said_year,
        ("in «490 BC»", "in «490 B.C.»", "in «183/181 BC»"),
    ),
    Rule(
        "the year of an era",
        "year y=INT (e=BEFORE|AFTER)",
        _said_year,
        ("in «the year 490 BC» he", "in «the year 9 A.D.» he"),
        article=True,
    ),
    Rule("year ad", "y=INT AFTER", _said_year, ("in «79 AD»", "in «79 A.D.»")),
    Rule("ad year", "(CE|a^d)[ .]y=INT", _said_year, ("in «AD 79»", "in «A.D. 79»")),
    Rule(
        "the year", "(calendar |tax )?year y=(YEAR|YEAR3)", _the_year, ("in «the year 2000»",), article=True
    ),
    Rule(
        "spoken year",
        "(year )?c=NUMBER[ -]r=(TENS([ -]NUMBER)?)",
        _spoken_year,
        ("in «nineteen ninety-four»",),
    ),
    Rule(
        "month spoken year",
        f"m=MONTH(,|[ .]| of )(c=NUMBER[ -]r=(TENS([ -]NUMBER)?)|two thousand( and)? q={_REST})",
        _month_in_words,
        ("in «January nineteen ninety-seven»", "by «May two thousand and one»"),
        ("they may twelve fifty",),
    ),
    Rule(
        "year in words",
        f"(one thousand h=NUMBER hundred( and)?( r={_REST})?|two thousand( and)? q={_REST})",
        _year_in_words,
        ("in «one thousand nine hundred and ninety-six»", "in «two thousand and nineteen»"),
        ("two thousand and five men",),
    ),
    Rule(
        "spoken millennium",
        "year two thousand( r=NUMBER)?",
        _spoken_millennium,
        ("in «the year two thousand»",),
        article=True,
    ),
    Rule("year", "y=YEAR", _year, ("in «2014»",), ("$2014", "1,550", "resolution 1973", "2000 people")),
    Rule(
        "2010/11",
        "y=YEAR/z=(YY|YEAR)",
        _split_year,
        ("in «2010/11» it", "in «1899/1900» it"),
        ("on 2010/12/3", "C/2010/11"),
    ),
    Rule("short year", "y=YY", _short_year, ("re-elected in '«05» by many",), ("the '05s", "in 05")),
)
