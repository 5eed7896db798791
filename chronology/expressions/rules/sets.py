"""Repeated times."""

from chronology.expressions.amounts import amount
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
    if (
        found.word("a") in {"quarterly", "monthly"}
        and found.tokens.pieces[found.match.end()] == " "
        and found.after() not in _AFTER_ADVERB
    ):
        return None
    return _SET, Repeat(found.value("ADVERBSET", "a"))


_AFTER_ADVERB = {
    "and",
    "or",
    "by",
    "in",
    "to",
    "at",
    "from",
    "on",
    "since",
    "with",
    "through",
    "until",
    "for",
}


def _each_named(found: Found) -> Read | None:
    values = found.tokens.lexicon.values
    quant = values["EVERY"].get(found.word("q")) if "q" in found else None
    if "w" in found:
        word = found.word("w")
        day = values["WEEKDAY"].get(word) or values["WEEKDAYS"].get(word)
        return _SET, Repeat(f"XXXX-WXX-{day}", quant)
    if "m" in found:
        return _SET, Repeat(f"XXXX-{found.value('MONTH', 'm'):02d}", quant)
    if "p" in found:
        part = values["PART"].get(found.word("p")) or values["PARTS"].get(found.word("p"))
        return _SET, Repeat(f"XXXX-XX-XXT{part}", quant)
    season = values["SEASON"].get(found.word("s")) or values["SEASONS"].get(found.word("s"))
    return _SET, Repeat(f"XXXX-{season}", quant)


def _weekday_nights(found: Found) -> Read | None:
    values = found.tokens.lexicon.values
    return _SET, Repeat(f"XXXX-WXX-{values['WEEKDAY'][found.word('w')]}T{values['PARTS'][found.word('p')]}")


def _every_other(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else 2
    if count is None:
        return _SET, Repeat("PX" + unit_value(unit)[-1], "EVERY")
    value = unit_value(unit)
    return _SET, Repeat(value.replace("1", f"{count * times:g}"), "EVERY")


RULES = (
    Rule("every day", "q=EVERY u=UNIT", _every, ("«every month»", "«each year»"), ()),
    Rule("per day", "per u=UNIT", _every, ("twice «per day»",), ()),
    Rule("daily", "a=ADVERBSET", _adverb, ("a «daily» paper",), ("quarterly results",)),
    Rule(
        "each Monday",
        "q=EVERY (w=WEEKDAY|m=MONTH|s=SEASON|p=PART)",
        _each_named,
        ("«each Monday»", "«every July»"),
    ),
    Rule("Mondays", "(w=WEEKDAYS)", _each_named, ("on «Mondays»",)),
    Rule("Monday nights", "w=WEEKDAY p=PARTS", _weekday_nights, ("on «Tuesday nights»",)),
    Rule(
        "every two weeks",
        "(EVERY n=AMOUNT u=UNITS|EVERY other u2=UNIT)".replace("|EVERY other u2=UNIT", ""),
        _every_other,
        ("«every two weeks»",),
    ),
    Rule("every other day", "EVERY other u=UNIT", _every_other, ("«every other day»",)),
)
