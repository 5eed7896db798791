"""Lengths of time: two weeks, a year and a half, the past five days."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Length

_DURATION = TimexType.DURATION


def _length(found: Found) -> Read | None:
    count = amount(found.words("n"), found.tokens.lexicon)
    unit, times = unit_of(found.word("u"), found)
    if count is None:
        return _DURATION, Length(((None, unit),))
    count = count * times + (0.5 if "h" in found else 0)
    return _DURATION, Length(((count, unit),), business="b" in found)


def _plural(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    return _DURATION, Length(((None, unit),))


_N = "n=COUNT[ -](b=(business|working|trading) )?u=ANYUNIT"

RULES = (
    Rule("length", f"{_N}( and( a)? h=HALF)?", _length, ("for «two weeks»", "a «45 minutes» long talk"), (), article=True),
    Rule("past length", "(LAST|PAST|NEXT|PREVIOUS|FOLLOWING|first) n=COUNT u=UNITS", _length, ("«the past two months»",), (), article=True),
    Rule("plural", "u=UNITS", _plural, ("for «years»",), (), article=False),
)
