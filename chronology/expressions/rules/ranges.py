"""Lengths that are not exact or not whole: two to three weeks, a day or two, half a century."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.durations import counted, is_age, plural, unstated
from chronology.expressions.rules.relative import unit_of
from chronology.model import TimexType
from chronology.model.meaning import Length

_DURATION = TimexType.DURATION


def _bounded(found: Found) -> Read | None:
    """Read "two to three weeks": the shorter length, or more."""
    if is_age(found) or found.tokens.is_a(found.match.start("n"), "YEAR"):
        return None  # "the 2018-19 season"
    if "a" in found and (found.before() != "between" or found.after() in {"ago", "earlier", "later"}):
        return None  # "he took six and nine months passed"
    read = counted(found)
    return None if read is None else (read[0], read[1], "EQUAL_OR_MORE")


def _fraction(found: Found) -> Read | None:
    """Read "half a century", "a quarter-century", "a half-hour"."""
    unit, times = unit_of(found.word("u"), found)
    part = 0.25 if found.word("n") == "quarter" else 0.5
    return _DURATION, Length(((part * times, unit),))


def _quarter_of(found: Found) -> Read | None:
    """Read "a quarter of an hour", "a quarter century"; "a quarter year" is a year's quarter."""
    plain = found.tokens.lower(found.match.end() - 3) == "quarter"
    return None if plain and found.word("u") != "century" else _fraction(found)


def _or_two(found: Found) -> Read | None:
    """Read "a day or two", "the last year or so"."""
    if found.tokens.is_a(found.match.end() + 1, "UNITS"):
        return None  # "a year or two years later"
    read = counted(found)
    so = found.tokens.lower(found.match.end() - 1) == "so"
    return None if read is None else (read[0], read[1], "APPROX" if so else "EQUAL_OR_MORE")


_TO = "( to | or |-to-|-or-|-|a=( and ))"


RULES = (
    Rule(
        "half a century",
        "(A |PAST |LAST )?n=HALF[ -](A )?u=UNIT",
        _fraction,
        ("for «half a century»", "for «a half-hour» he"),
    ),
    Rule("quarter-century", "(A )?n=quarter-u=UNIT", _fraction, ("for «a quarter-century» he",)),
    Rule(
        "quarter of an hour",
        "(A|LAST|PAST) n=quarter( of A)? u=UNIT",
        _quarter_of,
        ("for «a quarter of an hour»", "in «the last quarter of a century»"),
        article=True,
    ),
    Rule("day or two", "A u=UNIT or two", _or_two, ("for «a day or two»",)),
    Rule(
        "next day or two",
        "(p=(LAST|PAST)|f=(NEXT|COMING)) u=UNIT or (two|so)",
        _or_two,
        ("in «the next day or two»",),
        article=True,
    ),
    Rule(
        "bounded length",
        f"n=AMOUNT{_TO}x=AMOUNT[ -]u=ANYUNIT",
        _bounded,
        ("in «two to three weeks»",),
        ("a 6- or 7-year-old",),
    ),
    Rule("three or more years", "n=AMOUNT or more u=UNITS", _bounded, ("in «three or more years»",)),
    Rule(
        "next bounded length",
        f"(LAST|PAST|NEXT) n=AMOUNT{_TO}x=AMOUNT u=UNITS",
        _bounded,
        ("in «the next 12 to 18 months»",),
        article=True,
    ),
    Rule("recent weeks and months", "RECENT UNITS and u=UNITS", unstated, ("in «recent weeks and months»",)),
    Rule(
        "hundreds of years",
        "(dozens|tens|hundreds|thousands|millions|billions) of u=UNITS",
        unstated,
        ("for «hundreds of years»",),
    ),
    Rule(
        "weeks or months",
        "u=UNITS or UNITS",
        plural,
        ("within «weeks or months» of it",),
        ("weeks or months ago",),
    ),
    Rule(
        "units ahead",
        "(UNITS and )?u=UNITS ahead",
        plural,
        ("in «the weeks ahead»", "in «the days and weeks ahead»"),
        article=True,
    ),
)
