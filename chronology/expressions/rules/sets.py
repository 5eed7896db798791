"""Repeated times."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Repeat

_SET = TimexType.SET


def _every(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    quant = found.value("EVERY", "q") if "q" in found else None
    return _SET, Repeat(unit_value(unit), quant)


def unit_value(unit: Granularity) -> str:
    """Return the TIMEX3 duration of one unit."""
    return {
        Granularity.SECOND: "PT1S", Granularity.MINUTE: "PT1M", Granularity.HOUR: "PT1H", Granularity.DAY: "P1D",
        Granularity.WEEK: "P1W", Granularity.MONTH: "P1M", Granularity.QUARTER: "P1Q", Granularity.YEAR: "P1Y",
    }.get(unit, "P1D")  # fmt: skip


def _adverb(found: Found) -> Read | None:
    return _SET, Repeat(found.value("ADVERBSET", "a"))


RULES = (
    Rule("every day", "q=EVERY u=UNIT", _every, ("«every month»", "«each year»"), ()),
    Rule("per day", "per u=UNIT", _every, ("twice «per day»",), ()),
    Rule("daily", "a=ADVERBSET", _adverb, ("a «daily» paper",), ()),
)
