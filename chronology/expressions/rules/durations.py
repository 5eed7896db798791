"""Lengths of time: two weeks, a year and a half, the past five days, and "four flights a week"."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Lean, Length, Literal, Repeat

_DURATION = TimexType.DURATION
_RATE = {
    Granularity.DAY: "P1D", Granularity.WEEK: "P1W", Granularity.MONTH: "P1M", Granularity.YEAR: "P1Y",
    Granularity.HOUR: "PT1H", Granularity.MINUTE: "PT1M",
}  # fmt: skip
_FINE = {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND}
_COMPARED = {"after", "before", "longer", "more", "late", "sooner", "too", "earlier", "later"}
_ONE = (["a"], ["an"])


def _length(found: Found) -> Read | None:
    """Read a counted length, unless it is an age, a name, an ordinal or a rate."""
    if is_age(found) or _is_name(found) or found.after_is("compass") or found.before() == "degrees":
        return None
    words = found.words("n")
    unit, times = unit_of(found.word("u"), found)
    if words in _ONE:
        if not _is_unit(found, unit) or "k" in found:
            return None  # "changed to a calendar year in May"
        if unit in _RATE and _is_rate(found):
            return None if found.before_is("speed") else (TimexType.SET, Repeat(_RATE[unit]))
    count = amount(words, found.tokens.lexicon)
    if count is None:
        return _DURATION, Length(((None, unit),))
    if unit is Granularity.QUARTER and (_gap_inside(found) == "-" or found.after() == "of"):
        return None  # "three quarters of the votes"
    count = count * times + (0.5 if "h" in found else 0)
    return _DURATION, Length(((count, unit),), business="b" in found)


def _gap_inside(found: Found) -> str:
    """Return what stands between the amount and the unit."""
    return found.tokens.pieces[found.match.start("u") - 1]


def is_age(found: Found) -> bool:
    """Tell "52 years old", "a 6-year-old" (an age, which TimeML does not tag) and "as many months"."""
    if found.before() == "as" and found.tokens.lower(found.match.start()) == "many":
        return True
    of_age = (found.after(1), found.after(2)) == ("of", "age") or (found.before(2), found.before()) == (
        "age",
        "of",
    )
    return of_age or found.after_is("age")


def _is_name(found: Found) -> bool:
    """Tell "60 Minutes", "the Six-Day War" (names, with a capital on the unit) and "the 2018 season"."""
    if found.word("u") == "season" and found.tokens.is_a(found.match.start("n"), "YEAR"):
        return True
    if found.written("u").istitle() and found.after_is("named_length"):
        return True
    unit = found.written("u")
    return unit[0].isupper() and not found.written("n")[0].isupper() and not unit.isupper()


def _is_unit(found: Found, unit: Granularity) -> bool:
    """Tell "a second later" from "a second vote", "a night" from "a night-raid"."""
    if found.gap_after() == "-" or _gap_inside(found) == "-":
        return False
    if unit is Granularity.CENTURY and found.before_is("scored"):
        return False
    small = found.after_is("day_noun" if unit is Granularity.DAY else "minute_noun")
    if small and found.gap_after() == " ":
        return False
    if found.word("u") != "second" and unit is not Granularity.QUARTER:
        return True
    if found.before_is("real_unit_before") and found.after() != "of":
        return found.gap_after() != " " or found.after_is("after_listed_day") or found.after_is("ends_clause")
    return found.after_is("real_unit_after")


def _is_rate(found: Found) -> bool:
    """Tell "$1.76 a year", "four flights a week": so much each time."""
    if found.written("n")[0].isupper() or found.after() in _COMPARED or found.gap_before() != " ":
        return False
    before = found.before()
    if found.after() == "to" and any(found.before_is("grants", distance) for distance in range(1, 5)):
        return False  # "gave the court a week to decide"
    return bool(before) and not found.before_is("before_length") and not before.endswith(("ed", "ing", "ly"))


def _two_units(found: Found) -> Read | None:
    """Read "two years and three months"."""
    if is_age(found) or found.before() == "degrees":
        return None  # of an arc
    lexicon = found.tokens.lexicon
    first, second = amount(found.words("n"), lexicon), amount(found.words("x"), lexicon)
    unit, times = unit_of(found.word("u"), found)
    finer, _ = unit_of(found.word("v"), found)
    if first is None or second is None or not finer.finer_than(unit):
        return None
    parts = [(first * times, unit), (second, finer)]
    if "z" in found:
        third = amount(found.words("z"), lexicon)
        finest, _ = unit_of(found.word("t"), found)
        if third is None or not finest.finer_than(finer):
            return None
        parts.append((third, finest))
    return _DURATION, Length(tuple(parts))


def _and_half(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    return _DURATION, Length(((1.5 * times, unit),))


def plural(found: Found) -> Read | None:
    """Read "for years", but not "Quarters", "seconds", "years old"."""
    unit, _ = unit_of(found.word("u"), found)
    named = found.gap_after() == " " and found.written_after()[:1].isupper()
    named = named or (unit in _FINE and found.after() == "of")  # "Minutes of the meeting"
    if found.written("u")[0].isupper() and (named or (found.before() and found.gap_before() == " ")):
        return None
    if unit is Granularity.QUARTER or found.near("u", "abbreviated_units") or found.after_is("age"):
        return None
    if found.gap_after() == " " and found.tokens.is_a(found.match.end() + 1, "YEAR"):
        return None  # "the years 2019 to 2021"
    if (
        found.before_is("compound")
        or found.before() == "many"
        or found.gap_before() == "-"
        or found.before().isdecimal()
    ):
        return None
    if unit in _FINE and (found.before() == "the" or found.before_is("pronoun")):
        return None  # "she minutes the meeting"
    return _DURATION, Length(((None, unit),))


def counted(found: Found) -> Read | None:
    """Read "the past two months", "the four previous weeks", a "three-year-long" war."""
    if found.before_is("modal") and found.tokens.lower(found.match.start()) == "last":
        return None  # "it could last three days"
    verb = found.tokens.lower(found.match.start()) == "last" and found.gap_before() == " "
    if verb and not found.before_is("before_last_length"):
        return None  # "the talks last three weeks"
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else 1
    unit, times = unit_of(found.word("u"), found)
    side = Lean.PAST if "p" in found else Lean.FUTURE if "f" in found else None
    parts = ((None if count is None else count * times, unit),)
    return _DURATION, Length(parts, business="b" in found, side=side)


def _old(found: Found) -> Read | None:
    """Read an "8-month-old" truce: how long it has lasted; who or what is built has an age."""
    if found.gap_after() != " " or not found.after_is("lasting"):
        return None
    return counted(found) if "n" in found else unstated(found)


def unstated(found: Found) -> Read | None:
    """Read a length whose number is not said: "recent years"."""
    unit, _ = unit_of(found.word("u"), found)
    return _DURATION, Length(((None, unit),))


def _following(found: Found) -> Read | None:
    """Read "the following days", "the last years", "the first hours of the war"."""
    unit, _ = unit_of(found.word("u"), found)
    hours = unit is Granularity.HOUR and found.after() in {"of", "after"}
    if (unit in _FINE and not hours) or found.before() != "the":
        return None
    return unstated(found)


def _first_of(found: Found) -> Read | None:
    """Read "the first year of the war"."""
    unit, times = unit_of(found.word("u"), found)
    if unit.finer_than(Granularity.MONTH) or unit is Granularity.QUARTER:
        return None
    if found.before() != "the" or found.after() != "of":
        return None
    return _DURATION, Length(((times, unit),))


def _long_unit(found: Found) -> Read | None:
    """Read "weeklong"."""
    return _DURATION, Literal(found.value("LONGUNIT", "u"))


_ADJECTIVE = (
    "( (full|clear|consecutive|straight|k=(calendar|FISCAL)|whole|long|successive|more|entire|solid))?"
)
_N = f"n=COUNT{_ADJECTIVE}[ -](b=(business|working|trading) )?u=ANYUNIT"
_GONE = "(p=(LAST|PAST)|f=(NEXT|COMING)|PREVIOUS|FOLLOWING|first|LATEST|final|opening|closing)"

RULES = (
    Rule(
        "length",
        f"{_N}( and( a)? h=HALF)?",
        _length,
        ("for «two weeks»", "a «45 minutes» long talk"),
        ("a 6-year-old boy", "60 Minutes", "a second vote"),
        article=True,
    ),
    Rule(
        "sixty (60) days",
        "n=AMOUNT{INT}(b=(business|working) )?u=ANYUNIT",
        _length,
        ("within «sixty (60) days» of it",),
    ),
    Rule(
        "three-year period",
        "n=AMOUNT[ -]u=ANYUNIT (period|span|stretch)",
        counted,
        ("over «a three-year period» it", "in «the same 28-day period»"),
        article=True,
    ),
    Rule(
        "length in two units",
        "n=COUNT[ -]u=ANYUNIT(, and |,| and | )x=AMOUNT[ -]v=ANYUNIT"
        "((, and |,| and | )z=AMOUNT[ -]t=ANYUNIT)?",
        _two_units,
        ("for «two years and three months»",),
    ),
    Rule("one and a half", "A u=UNIT and( a)? half", _and_half, ("for «a minute and a half»",)),
    Rule(
        "and a half",
        "n=AMOUNT[ -]and[ -](a|one)[ -]h=HALF[ -]u=ANYUNIT",
        _length,
        ("for «two and a half years»",),
    ),
    Rule(
        "past length",
        f"{_GONE}( full)? n=COUNT( (full|calendar|FISCAL|b=(business|working|trading)))? u=UNITS",
        counted,
        ("in «the past two months»", "over «the next two fiscal years»"),
        article=True,
    ),
    Rule(
        "count of past units",
        "n=COUNT (LAST|PAST|PREVIOUS|NEXT) u=UNITS",
        counted,
        ("in «the four previous weeks»",),
        article=True,
    ),
    Rule(
        "three-year-long",
        "n=AMOUNT[ -]u=UNIT[ -]long",
        counted,
        ("a «three-year-long» war", "«the nine day long» siege"),
    ),
    Rule("year-long", "u=UNIT[ -]long", counted, ("a «year-long» siege",)),
    Rule("decades-long", "u=UNITS-long", unstated, ("the «decades-long» feud",)),
    Rule(
        "8-month-old",
        "n=AMOUNT-u=UNIT-old",
        _old,
        ("an «8-month-old» truce",),
        ("a 6-year-old boy", "the 50-year-old alliance"),
    ),
    Rule("decades-old", "u=UNITS-old", _old, ("the «decades-old» conflict",)),
    Rule("weeklong", "u=LONGUNIT", _long_unit, ("a «weeklong» visit",)),
    Rule("recent years", "RECENT u=UNITS", unstated, ("in «recent years»",)),
    Rule(
        "following days",
        "(FOLLOWING|EARLY|LATE|first|LAST|final|closing|opening|intervening) u=UNITS",
        _following,
        ("in «the following days»", "in «the first hours» of it"),
        ("the first minutes",),
        article=True,
    ),
    Rule(
        "first year of",
        "(first|final|opening|closing) u=UNIT",
        _first_of,
        ("in «the first year» of the war",),
        ("the first day",),
        article=True,
    ),
    Rule("plural", "u=UNITS", plural, ("for «years»",), ("ten years old",)),
)
