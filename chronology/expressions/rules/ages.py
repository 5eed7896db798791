"""What years are gathered in: decades, centuries, millennia."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Origin, Shift

_DATE = TimexType.DATE
_DECADES = 10  # of a century
_TWO = 2  # digits
_THIS_CENTURY = 2000  # "the 2000s" are its first ten years, "the 1800s" a hundred


def _is_age(found: Found) -> bool:
    """Tell "in his 60s", "in her late thirties"."""
    return found.before_is("possessive") or found.before_is("possessive", 2)


def _decade(found: Found) -> Read | None:
    """Read "the 1980s", "the '80s", "the 480s BC"; "the 1900s" is a century."""
    digits = found.word("y")
    short, year = len(digits) == _TWO, int(digits)
    if year % 10 or (short and _is_age(found)):
        return None
    if not short and year % 100 == 0 and year != _THIS_CENTURY and "b" not in found:
        return _DATE, Calendar(Granularity.CENTURY, year=year // 100)
    decade = year // 10 + (190 if short else 0)
    return _DATE, Calendar(Granularity.DECADE, year=decade, bc="b" in found)


def _decade_in_words(found: Found) -> Read | None:
    if _is_age(found):
        return None
    century = 190
    if found.word("n") == "noughties":
        return _DATE, Calendar(Granularity.DECADE, year=200)
    if "c" in found:
        century = int(found.tokens.lexicon.values["NUMBER"][found.word("c")]) * 10
    return _DATE, Calendar(Granularity.DECADE, year=century + found.value("DECADE", "n"))


def _decade_of_century(found: Found) -> Read | None:
    """Read "the last decade of the 19th century": the 1890s."""
    lexicon = found.tokens.lexicon
    century = ordinal(found.words("c"), lexicon)
    rank = (
        ordinal(found.words("n"), lexicon)
        if "n" in found
        else 1
        if found.word("w") == "opening"
        else _DECADES
    )
    if not 1 <= rank <= _DECADES:
        return None
    return _DATE, Calendar(Granularity.DECADE, year=(century - 1) * _DECADES + rank - 1)


def _century(found: Found) -> Read | None:
    number = ordinal(found.words("n"), found.tokens.lexicon)
    if found.gap_after() == " " and found.written("n").istitle() and found.written_after().istitle():
        return None  # "Twentieth Century Fox"
    return _DATE, Calendar(Granularity.CENTURY, year=number - 1, bc="b" in found)


def _millennium(found: Found) -> Read | None:
    number = ordinal(found.words("n"), found.tokens.lexicon)
    return _DATE, Calendar(Granularity.MILLENNIUM, year=number - 1, bc="b" in found)


def _turn(found: Found) -> Read | None:
    """Read "the turn of the 20th century" (about 1900) and "the turn of the century" (the nearest)."""
    if "n" in found:
        number = ordinal(found.words("n"), found.tokens.lexicon)
        return _DATE, Calendar(Granularity.YEAR, year=(number - 1) * 100 or 1), "APPROX"
    turn = Shift(0, Granularity.CENTURY, Origin.EITHER, Granularity.YEAR, about="turn")
    return _DATE, turn, "APPROX"


RULES = (
    Rule("decade", "y=YEAR&s", _decade, ("in «the 1980s»",), article=True),
    Rule("decade with apostrophe", "y=(YEAR|YY)'s", _decade, ("in «the 1980's»",), article=True),
    Rule("decade bc", "y=INT&s b=BEFORE", _decade, ("in «the 480s BC»",), article=True),
    Rule("short decade", "y=YY&s", _decade, ("in «the 80s»",), ("in his 30s",), article=True),
    Rule(
        "decade in words",
        "(c=NUMBER[ -])?n=DECADE",
        _decade_in_words,
        ("in «the nineties»",),
        ("in her thirties",),
        article=True,
    ),
    Rule(
        "last decade of the century",
        "(n=ORD|w=(last|final|closing|opening)) decade of the c=ORD century",
        _decade_of_century,
        ("in «the last decade of the 19th century» he",),
        article=True,
    ),
    Rule(
        "century",
        "n=ORD[ -]century( AFTER)?",
        _century,
        ("in «the 19th century»", "in «the 1st century A.D.»"),
        article=True,
    ),
    Rule("centuries", "n=ORD centuries", _century, ("in the 18th and «19th centuries» he",), article=True),
    Rule(
        "millennium",
        "n=ORD[ -]millennium( b=BEFORE)?",
        _millennium,
        ("in «the 3rd millennium BC»",),
        article=True,
    ),
    Rule("century bc", "n=ORD century b=BEFORE", _century, ("in «the 5th century BC»",), article=True),
    Rule(
        "turn of the century",
        "turn of the (n=ORD )?century",
        _turn,
        ("at «the turn of the century» he",),
        article=True,
    ),
)
