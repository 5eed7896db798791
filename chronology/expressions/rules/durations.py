"""Lengths of time: two weeks, a year and a half, the past five days."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Length, Meaning, Repeat, Vague

_DURATION = TimexType.DURATION
_RATE = {Granularity.DAY: "P1D", Granularity.WEEK: "P1W", Granularity.MONTH: "P1M", Granularity.YEAR: "P1Y",
         Granularity.HOUR: "PT1H", Granularity.MINUTE: "PT1M"}  # fmt: skip
_BEFORE_LENGTH = {
    "for", "in", "within", "of", "after", "about", "than", "over", "nearly", "almost", "another", "only", "just",
    "lasted", "took", "take", "takes", "last", "past", "next", "least", "barely", "and", "or", "by", "under", "is",
    "was", "spent", "spend", "be", "to", "until", "approximately", "roughly", "around", "from", "every", "half",
    "some", "a", "at", "up", "than", "hardly", "scarcely", "first", "each", "during", "through", "with", "wait",
    "waited", "lasting", "the", "once", "as", "had", "has", "have", "served", "serve",
}  # fmt: skip


def _length(found: Found) -> Read | None:
    tokens, end = found.tokens, found.match.end()
    if _is_age(found) or _is_name(found):
        return None
    words = found.words("n")
    count = amount(words, tokens.lexicon)
    unit, times = unit_of(found.word("u"), found)
    alone = words in (["a"], ["an"])
    if found.word("u") in {"second", "quarter"} and alone and not _is_real_unit(found):
        return None
    if alone and unit in _RATE and _is_rate(found):
        return TimexType.SET, Repeat(_RATE[unit])
    if alone and (tokens.pieces[end] == "-" or "-" in tokens.pieces[found.match.start("u") - 1]):
        return None
    if unit is Granularity.QUARTER and (
        tokens.pieces[found.match.start("u") - 1] == "-" or found.after() == "of"
    ):
        return None
    if count is None:
        return _DURATION, Length(((None, unit),))
    count = count * times + (0.5 if "h" in found else 0)
    if "x" in found:
        second = amount(found.words("x"), tokens.lexicon) or 1
        second_unit, _ = unit_of(found.word("v"), found)
        return _DURATION, Length(((count, unit), (second, second_unit)))
    return _DURATION, Length(((count, unit),), business="b" in found)


def _is_age(found: Found) -> bool:
    """Tell "52 years old", "a 6-year-old": an age, which TimeML does not tag."""
    return found.after() in {"old", "olds"} or (found.after(1) == "of" and found.after(2) == "age")


def _is_name(found: Found) -> bool:
    """Tell "60 Minutes", "This Week": a name, with a capital on the unit."""
    unit = found.written("u")
    return unit[0].isupper() and not found.written("n")[0].isupper() and not unit.isupper()


def _is_real_unit(found: Found) -> bool:
    """Tell "a second later" from "a second vote", "in a quarter" from "a quarter of"."""
    if found.before() in {"per", "for", "half", "than"} and found.after() != "of":
        return True
    return found.after() in {"later", "ago", "or", "before", "after", "earlier"}


def _is_rate(found: Found) -> bool:
    """Tell "$1.76 a year", "four flights a week": so much each time."""
    start = found.match.start()
    gap = found.tokens.pieces[start - 1]
    before = found.before()
    if found.written("n")[0].isupper() or found.after() in {"after", "before"}:
        return False
    return (
        gap == " " and start > 1 and before not in _BEFORE_LENGTH and not before.endswith(("ed", "ing", "ly"))
    )


def _and_half(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    return _DURATION, Length(((1.5 * times, unit),))


def _plural(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    if (
        found.written("u")[0].isupper()
        and found.before() not in {"", "."}
        and found.tokens.pieces[found.match.start() - 1] == " "
    ):
        return None
    if unit is Granularity.QUARTER or found.word("u") in {
        "seconds",
        "nights",
        "seasons",
        "mins",
        "secs",
        "hrs",
    }:
        return None
    if found.after() == "old":
        return None
    return _DURATION, Length(((None, unit),))


def _past_length(found: Found) -> Read | None:
    count = amount(found.words("n"), found.tokens.lexicon)
    unit, times = unit_of(found.word("u"), found)
    return _DURATION, Length(((None if count is None else count * times, unit),))


def _bounded(found: Found) -> Read | None:
    """Read "two to three weeks": the shorter length, or more."""
    count = amount(found.words("n"), found.tokens.lexicon)
    unit, times = unit_of(found.word("u"), found)
    if _is_age(found):
        return None
    return _DURATION, Length(((None if count is None else count * times, unit),)), "EQUAL_OR_MORE"


def _recent(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    return _DURATION, Length(((None, unit),))


def _following(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    if unit in {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND} or found.before() != "the":
        return None
    return _DURATION, Length(((None, unit),))


def _coming(found: Found) -> Read | None:
    meaning: Meaning = Vague("FUTURE_REF")
    return TimexType.DATE, meaning


def _long(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else 1
    return _DURATION, Length(((None if count is None else count * times, unit),))


_N = "n=COUNT[ -]((full|consecutive|straight|calendar|whole|long|successive|more) )?(b=(business|working|trading) )?u=ANYUNIT"

RULES = (
    Rule(
        "length",
        f"{_N}( and( a)? h=HALF)?",
        _length,
        ("for «two weeks»", "a «45 minutes» long talk"),
        ("a 6-year-old boy", "60 Minutes"),
    ),
    Rule(
        "length in two units",
        "n=AMOUNT[ -]u=ANYUNIT(,| |, | and |, and )x=AMOUNT[ -]v=ANYUNIT",
        _length,
        ("«two years and three months»",),
        (),
    ),
    Rule("one and a half", "A u=UNIT and( a)? half", _and_half, ("«a minute and a half»",)),
    Rule(
        "bounded length",
        "(n=AMOUNT)( to | or |-)(x=AMOUNT)[ -]u=ANYUNIT",
        _bounded,
        ("in «two to three weeks»",),
    ),
    Rule(
        "next bounded length",
        "(LAST|PAST|NEXT) n=AMOUNT( to | or |-)x=AMOUNT u=UNITS",
        _bounded,
        ("«the next 12 to 18 months»",),
        article=True,
    ),
    Rule(
        "past length",
        "(LAST|PAST|NEXT|PREVIOUS|FOLLOWING|first|LATEST|final)( full)? n=COUNT( full)? u=UNITS",
        _past_length,
        ("«the past two months»",),
        (),
        article=True,
    ),
    Rule(
        "count of past units",
        "n=COUNT (LAST|PAST|PREVIOUS|NEXT) u=UNITS",
        _past_length,
        ("«the four previous weeks»",),
        article=True,
    ),
    Rule("recent years", "RECENT u=UNITS", _recent, ("in «recent years»",)),
    Rule("recent weeks and months", "RECENT UNITS and u=UNITS", _recent, ("in «recent weeks and months»",)),
    Rule(
        "following days",
        "(FOLLOWING|EARLY|first|LAST|final|closing|opening|intervening|early) u=UNITS",
        _following,
        ("in «the following days»",),
        ("the first minutes",),
        article=True,
    ),
    Rule(
        "year-long", "(n=COUNT[ -])?u=UNIT[ -]long", _long, ("a «year-long» siege", "a «three-year-long» war")
    ),
    Rule("coming months", "(COMING|future) UNITS", _coming, ("in «coming months»",), article=True),
    Rule("plural", "u=UNITS", _plural, ("for «years»",)),
    Rule("units ahead", "u=UNITS ahead", _plural, ("in «the weeks ahead»",), article=True),
)
