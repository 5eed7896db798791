"""Repeated times: every day, per month, daily, on Mondays, each July, every two weeks."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Repeat

_SET = TimexType.SET
_ONE = {
    Granularity.SECOND: "PT{}S", Granularity.MINUTE: "PT{}M", Granularity.HOUR: "PT{}H",
    Granularity.DAY: "P{}D", Granularity.WEEK: "P{}W", Granularity.WEEKEND: "P{}WE",
    Granularity.MONTH: "P{}M", Granularity.QUARTER: "P{}Q", Granularity.HALF: "P{}H",
    Granularity.SEASON: "P{}S", Granularity.YEAR: "P{}Y",
    Granularity.DECADE: "P{}E", Granularity.CENTURY: "P{}C", Granularity.MILLENNIUM: "P{}L",
}  # fmt: skip


def _per(found: Found) -> Read | None:
    """Read "twice per day"; "miles per hour" is a speed."""
    return None if found.before_is("speed") else _every(found)


def _every(found: Found) -> Read | None:
    """Read "every month"; "every minute detail" is small, not frequent."""
    if found.after_is("minute_noun") and found.gap_after() == " ":
        return None
    unit, times = unit_of(found.word("u"), found)
    quant = found.value("EVERY", "q") if "q" in found else None
    return _SET, Repeat(_ONE[unit].format(f"{times:g}"), quant, granularity=unit)


def _annum(found: Found) -> Read | None:
    del found
    return _SET, Repeat("P1Y", granularity=Granularity.YEAR)


def _every_few(found: Found) -> Read | None:
    """Read "every two weeks", "every other day"."""
    unit, times = unit_of(found.word("u"), found)
    count = _interval(found)
    value = _ONE[unit].format("X" if count is None else f"{count * times:g}")
    return _SET, Repeat(value, "EVERY", granularity=unit)


def _interval(found: Found) -> float | None:
    """Return how many units lie between two times: two for "every other day", five for "every fifth year"."""
    if "n" not in found:
        return 2
    rank: int | None = found.value("ORDINAL", "n")
    return amount(found.words("n"), found.tokens.lexicon) if rank is None else rank


def _adverb(found: Found) -> Read | None:
    """Read "daily"; "quarterly results" are a kind of results."""
    beside = found.gap_after() == " " and found.written_after().istitle()
    named = found.tokens.is_a(found.match.end() + 1, "WEEKDAY") or len(found.written_after()) == 1
    if beside and not named and found.written("a").islower():
        return None  # "the Buenos Aires daily Clarín"
    if found.written("a").istitle() and (beside or (found.gap_before() == " " and found.before())):
        return None  # "the Daily Mail", "told The Daily."
    if found.near("a", "kind_of") and found.gap_after() == " " and not found.after_is("after_adverb"):
        return None
    return _SET, Repeat(found.value("ADVERBSET", "a"))


def _each_named(found: Found) -> Read | None:
    """Read "each Monday", "on Mondays", "every July", "Tuesday nights"."""
    values = found.tokens.lexicon.values
    quant = values["EVERY"].get(found.word("q")) if "q" in found else None
    part = ""
    if "p" in found:
        part = "T" + (values["PART"].get(found.word("p")) or values["PARTS"][found.word("p")])
    if "w" in found:
        day = values["WEEKDAY"].get(found.word("w")) or values["WEEKDAYS"][found.word("w")]
        return _SET, Repeat(f"XXXX-WXX-{day}{part}", quant)
    if "m" in found:
        if found.written("m")[0].islower() and found.near("m", "month_or_name"):
            return None  # "each may appeal"
        return _SET, Repeat(f"XXXX-{found.value('MONTH', 'm'):02d}", quant)
    if "s" in found:
        season = values["SEASON"].get(found.word("s")) or values["SEASONS"][found.word("s")]
        return _SET, Repeat(f"XXXX-{season}", quant)
    return _SET, Repeat(f"XXXX-XX-XX{part}", quant)


def _every_day_of(found: Found) -> Read | None:
    """Read "every May 9", "every 9 May"."""
    number = next(number for number in ("", "2", "3", "4") if f"d{number}" in found)
    month, quant = found.value("MONTH", f"m{number}"), found.value("EVERY", "q" if "q" in found else "q2")
    return _SET, Repeat(f"XXXX-{month:02d}-{found.number(f'd{number}'):02d}", quant)


def _every_other_named(found: Found) -> Read | None:
    """Read "every other Friday", "every third Thursday"."""
    which = "OTHER" if found.word("o") == "second" else found.word("o").upper()
    return _SET, Repeat(f"XXXX-WXX-{found.value('WEEKDAY', 'w')}", f"EVERY {which}")


def _times(found: Found) -> Read | None:
    """Read "twice a week", "three times a month", "once every four years"."""
    lexicon = found.tokens.lexicon
    times = lexicon.values["TIMES"].get(found.word("f")) or amount(found.words("f"), lexicon)
    unit, many = unit_of(found.word("u"), found)
    count = amount(found.words("n"), lexicon) if "n" in found else 1
    value = _ONE[unit].format("X" if count is None else f"{count * many:g}")
    quant = found.value("EVERY", "q") if "q" in found else None
    return _SET, Repeat(value, quant, None if times is None else f"{times:g}X", granularity=unit)


def _days_a_week(found: Found) -> Read | None:
    """Read "five days a week": each week, on five days."""
    count, (part, _), (unit, _) = (
        amount(found.words("n"), found.tokens.lexicon),
        unit_of(found.word("v"), found),
        unit_of(found.word("u"), found),
    )
    if count is None or not part.finer_than(unit):
        return None
    value, letter = _ONE[unit].format("1"), _ONE[part][-1]
    quant = found.value("EVERY", "q") if "q" in found else None
    return _SET, Repeat(value, quant, f"{count:g}{letter}", granularity=unit)


def _twice_yearly(found: Found) -> Read | None:
    lexicon = found.tokens.lexicon
    times = lexicon.values["TIMES"].get(found.word("f")) or amount(found.words("f"), lexicon)
    return _SET, Repeat(found.value("ADVERBSET", "a"), None, None if times is None else f"{times:g}X")


def _semi(found: Found) -> Read | None:
    """Read "semi-annually" (P6M), "bi-weekly" (P2W)."""
    whole = found.value("ADVERBSET", "a")
    value = found.tokens.lexicon.values["ADVERBSET"].get(found.word("k") + found.word("a"))
    return None if whole is None or value is None else (_SET, Repeat(value))


def _nth_of_every(found: Found) -> Read | None:
    """Read "the first Monday of every month"."""
    which = "" if "u" in found else "2"
    unit, times = unit_of(found.word(f"u{which}"), found)
    return _SET, Repeat(_ONE[unit].format(f"{times:g}"), found.value("EVERY", f"q{which}"), granularity=unit)


def _weekends(found: Found) -> Read | None:
    """Read "on weekends"; "two weekends" is a length."""
    return (_SET, Repeat("XXXX-WXX-WE")) if found.before_is("before_weekends") else None


def _weekdays(found: Found) -> Read | None:
    """Read "on weekdays", "every weekday"."""
    if "q" in found:
        return _SET, Repeat("XXXX-WXX-WD", "EVERY")
    return (_SET, Repeat("XXXX-WXX-WD")) if found.before_is("before_weekends") else None


def _mornings(found: Found) -> Read | None:
    """Read "in the mornings"."""
    said = found.before() == "the" and found.before(2) in {"in", "during"} and found.after() != "of"
    return (_SET, Repeat(f"XXXX-XX-XXT{found.value('PARTS', 'p')}")) if said else None


def _mondays(found: Found) -> Read | None:
    return None if found.before_is("weekday_title") else _each_named(found)


def _past_seasons(found: Found) -> Read | None:
    """Read "the past three summers"."""
    season = found.tokens.lexicon.values["SEASONS"][found.word("s")]
    return _SET, Repeat(f"XXXX-{season}")


RULES = (
    Rule(
        "every day", "q=EVERY( single| calendar)? u=UNIT", _every, ("«every month» he", "in «each year» he")
    ),
    Rule("per day", "per u=UNIT", _per, ("700 letters «per day»",)),
    Rule("per annum", "per annum", _annum, ("5 percent «per annum»",)),
    Rule(
        "daily",
        "a=ADVERBSET",
        _adverb,
        ("a «daily» paper",),
        ("quarterly results", "the Rome daily Il Messaggero"),
    ),
    Rule(
        "each Monday",
        "q=EVERY (w=WEEKDAY|m=MONTH|s=SEASON|p=PART)",
        _each_named,
        ("on «each Monday»", "in «every July»"),
    ),
    Rule("Monday nights", "(q=EVERY )?w=WEEKDAY (p=PARTS)", _each_named, ("on «Tuesday nights»",)),
    Rule("Mondays", "w=WEEKDAYS", _mondays, ("on «Mondays» he",)),
    Rule(
        "every two weeks",
        "EVERY n=COUNT( to AMOUNT)? u=UNITS",
        _every_few,
        ("«every two weeks» he", "«every few years» he"),
    ),
    Rule(
        "every other day",
        "EVERY (other|n=ORDINAL) u=UNIT",
        _every_few,
        ("«every other day» he", "in «every fifth year» it"),
    ),
    Rule(
        "every other Friday",
        "EVERY o=(other|ORDINAL) w=WEEKDAY",
        _every_other_named,
        ("«every other Friday» he",),
    ),
    Rule(
        "every May 9",
        "q=EVERY (m=MONTH d=DAY(&SUFFIX)?|d2=DAY(&SUFFIX)? m2=MONTH)"
        "|(m3=MONTH d3=DAY(&SUFFIX)?|d4=DAY(&SUFFIX)?( of)? m4=MONTH)( of| in|;)? q2=EVERY year",
        _every_day_of,
        ("on «every May 9» he", "by «March 31 of each year» he"),
    ),
    Rule(
        "twice a week",
        "f=(TIMES|COUNT times) (A|per|q=EVERY) u=UNIT",
        _times,
        ("«twice a week» he", "«three times a month» he"),
    ),
    Rule(
        "five days a week",
        "n=AMOUNT v=UNITS (A|per|q=EVERY) u=UNIT",
        _days_a_week,
        ("open «seven days a week» now", "for «24 hours a day» he"),
        ("two years a day",),
    ),
    Rule("twice-yearly", "f=(COUNT times|TIMES)[ -]a=ADVERBSET", _twice_yearly, ("a «twice-yearly» review",)),
    Rule("semi-annually", "k=(semi|bi)-a=ADVERBSET", _semi, ("paid «semi-annually»",)),
    Rule(
        "once every four years",
        "f=(TIMES|COUNT times) q=EVERY n=COUNT u=UNITS",
        _times,
        ("«once every four years» he",),
    ),
    Rule(
        "first Monday of every month",
        "(ORD|LAST) (WEEKDAY|((business|working|trading) )?day) (of|in) q=EVERY u=UNIT"
        "|q2=EVERY (ORD|LAST) (WEEKDAY|day) (of|in) the u2=UNIT",
        _nth_of_every,
        ("on «the first Monday of every month»", "on «every first Tuesday of the month» he"),
        article=True,
    ),
    Rule(
        "weekdays",
        "weekdays|q=EVERY weekday",
        _weekdays,
        ("on «weekdays» he", "closed «every weekday»."),
        ("two weekdays",),
    ),
    Rule("in the mornings", "p=PARTS", _mornings, ("in «the mornings» he",), ("two nights",), article=True),
    Rule("weekends", "weekends", _weekends, ("on «weekends» he",), ("two weekends",)),
    Rule(
        "past summers",
        "(LAST|PAST) COUNT s=SEASONS",
        _past_seasons,
        ("for «the past three summers»",),
        article=True,
    ),
)
