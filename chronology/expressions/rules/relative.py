"""Dates that count from somewhere: today, last May, two weeks ago, the previous day, that year."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import is_weekday
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Length, Nth, Origin, Shift

_DATE, _TIME = TimexType.DATE, TimexType.TIME
_FINE = {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND}


def unit_of(word: str, found: Found) -> tuple[Granularity, float]:
    """Return the unit that a word names and how many of them: a fortnight is two weeks."""
    values = found.tokens.lexicon.values
    name = values["UNIT"].get(word) or values["UNITS"][word]
    if name == "fortnight":
        return Granularity.WEEK, 2
    if name == "night":
        return Granularity.DAY, 1
    return Granularity(name), 1


def _is_title(found: Found, name: str) -> bool:
    """Tell "This Week", "Next Day": a name, every word with a capital, inside a sentence."""
    return found.written(name)[0].isupper() and found.tokens.pieces[found.match.start()][0].isupper()


def _deictic(found: Found) -> Read | None:
    count = found.value("DEICTIC", "d")
    clock = Clock(part=found.value("PART", "p")) if "p" in found else None
    kind = _TIME if clock else _DATE
    if found.written("d")[0].isupper() and found.before() in {"usa", "the", "russia"}:
        return None
    return kind, Shift(count, Granularity.DAY, Origin.WRITING, Granularity.DAY, clock)


_HYPHENED = {"day": 0, "morrow": 1}


def _today(found: Found) -> Read | None:
    """Read "to-day", "to-morrow" and "to-night", as they were written until about 1930."""
    if found.word("d") == "night":
        return part_shift(0, Origin.WRITING, "NI")
    return _DATE, Shift(_HYPHENED[found.word("d")], Granularity.DAY, Origin.WRITING, Granularity.DAY)


def part_shift(count: int, origin: Origin, part: str) -> Read:
    """Return a part of the day that lies `count` days from the origin."""
    return _TIME, Shift(count, Granularity.DAY, origin, Granularity.DAY, Clock(part=part))


_SIGN = {"l": -1, "p": -1, "n": 1, "t": 0}


def _direction(found: Found) -> int:
    return next(sign for name, sign in _SIGN.items() if name in found)


def _unit_shift(found: Found) -> Read | None:
    """Read "last week", "next year", "this month"; "the next day" speaks of the story, not of the writing."""
    unit, times = unit_of(found.word("u"), found)
    if unit in _FINE or _is_title(found, "u") or found.after() == "old":
        return None
    told = found.before() == "the"
    if unit is Granularity.DAY and "l" in found:
        return None
    ended = told and "l" in found and found.after() == "of"
    lasts = found.before(2) == "for" and (found.before(3).endswith("ed") or found.before_is("lasts", 3))
    ended = ended or (told and "n" in found and lasts and unit is not Granularity.DAY)
    if (
        ended or times > 1 or (told and unit is Granularity.DECADE and "t" not in found)
    ):  # "the last month of the war"
        return TimexType.DURATION, Length(((times, unit),))
    if told and unit is Granularity.CENTURY and "n" not in found:
        return None
    origin = Origin.NARRATIVE if told and "n" in found else Origin.EITHER
    return _DATE, Shift(_direction(found) * times, unit, origin, unit)


def _is_unit(found: Found, distance: int) -> bool:
    tokens, place = found.tokens, found.match.start() + distance
    return tokens.is_a(place, "UNITS") or tokens.is_a(place, "UNIT")


def _unit_narrative(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    sign = -1 if "p" in found else 1
    if unit in _FINE or (found.before(2) == "to" and _is_unit(found, -6)):
        return None  # "four years to the day after"
    if found.before() == "the" and found.before(2) == "in" and found.before_is("part_of_it", 3):
        return None  # "later in the day before leaving"
    if found.word("u") == found.tokens.lower(found.match.start()) and found.before() != "the":
        return None
    return _DATE, Shift(sign * times, unit, Origin.NARRATIVE, unit)


def _that_unit(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    if unit in _FINE or _is_title(found, "u"):
        return None
    return _DATE, Shift(0, unit, Origin.NARRATIVE, unit)


def _that_date(found: Found) -> Read | None:
    """Read "on that date": the day that the text has just told."""
    del found
    return _DATE, Shift(0, Granularity.DAY, Origin.NARRATIVE, Granularity.DAY)


def _named(found: Found) -> Calendar:
    if "w" in found:
        return Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
    if "m" in found:
        day = ordinal(found.words("d"), found.tokens.lexicon) if "d" in found else None
        grain = Granularity.MONTH if day is None else Granularity.DAY
        return Calendar(grain, month=found.value("MONTH", "m"), day=day)
    return Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))


def _is_short(found: Found) -> bool:
    """Tell "that Sun" (a name) from "last Sun." (Sunday)."""
    if "w" not in found:
        return False
    return not is_weekday(found)


def _nth_named(found: Found) -> Read | None:
    if ("m" in found and not found.written("m")[0].isupper()) or _is_short(found):
        return None
    return _DATE, Nth(_named(found), _direction(found), Origin.EITHER if "t" in found else Origin.WRITING)


def _june_last(found: Found) -> Read | None:
    """Read "1 June last", "in March last", as letters and notices said it."""
    goes_on = found.gap_after() == " " and not found.after_is("ends_clause")
    return None if goes_on or not found.written("m")[0].isupper() else _nth_named(found)


def _nth_narrative(found: Found) -> Read | None:
    small = "m" in found and not found.written("m")[0].isupper()  # "those that may hurt"
    falls = "s" in found and found.word("s") == "fall" and found.after_is("after_to_fall")  # "that fall down"
    if small or falls or _is_short(found):
        return None
    sign = -1 if "p" in found else 1 if "n" in found else 0
    return _DATE, Nth(_named(found), sign, Origin.NARRATIVE)


def _end_of_day(found: Found) -> Read | None:
    """Read "by the end of the day"; "at the end of the day" is a figure of speech."""
    if not found.before_is("before_day_end", 2 if found.before() == "the" else 1):
        return None
    if found.after() in {"before", "after"}:
        return None  # "by the end of the day before the vote"
    return _DATE, Shift(0, Granularity.DAY, Origin.EITHER, Granularity.DAY), "END"


def _week_of(found: Found) -> Read | None:
    """Read "the week of March 6", "the weekend of 4 January"."""
    month, day = next(pair for pair in (("m", "d"), ("m2", "d2"), ("m3", "d3")) if pair[1] in found)
    base = Calendar(
        Granularity.DAY,
        year=next((found.number(name) for name in ("y", "y2") if name in found), None),
        month=found.value("MONTH", month) if month in found else None,
        day=ordinal(found.words(day), found.tokens.lexicon),
    )
    unit = unit_of(found.word("u"), found)[0]
    return _DATE, Shift(0, unit, Origin.WRITING, unit, base=base)


RULES = (
    Rule("to-day", "to-d=(day|morrow|night)", _today, ("he came «to-day»", "«to-morrow» he")),
    Rule("today", "d=DEICTIC", _deictic, ("he said «today»", "«yesterday»"), ("in USA Today",)),
    Rule("yesterday morning", "d=DEICTIC p=PART", _deictic, ("«yesterday evening»",)),
    Rule(
        "last week",
        "l=LAST u=UNIT",
        _unit_shift,
        ("«last week»", "«last year»"),
        ("the last minute",),
        article=True,
    ),
    Rule("past year", "(this )?l=PAST u=UNIT", _unit_shift, ("«the past year»",), article=True),
    Rule("next week", "(this |very )?n=NEXT u=UNIT", _unit_shift, ("«next month»",), article=True),
    Rule(
        "this week",
        "t=THIS( (same|very|calendar))? u=UNIT",
        _unit_shift,
        ("«this year»",),
        ("on This Week",),
        article=True,
    ),
    Rule(
        "current fiscal year",
        "(t=THIS|l=LAST|n=NEXT) (FISCAL|school|academic|tax|calendar) u=UNIT",
        _unit_shift,
        ("«the current fiscal year»",),
        article=True,
    ),
    Rule(
        "this time last year", "this time (l=LAST|n=NEXT) u=UNIT", _unit_shift, ("«this time last year» he",)
    ),
    Rule("previous day", "p=PREVIOUS u=UNIT", _unit_narrative, ("«the previous day»",), article=True),
    Rule("following day", "f=FOLLOWING u=UNIT", _unit_narrative, ("«the following month»",), article=True),
    Rule("day before", "u=UNIT p=(before|prior)", _unit_narrative, ("«the day before»",), article=True),
    Rule("day after", "u=UNIT (after|following)", _unit_narrative, ("«the day after»",), article=True),
    Rule(
        "that day",
        "(that( same| very)?|same) u=UNIT",
        _that_unit,
        ("«that year»", "«the same day»"),
        article=True,
    ),
    Rule(
        "that date",
        "(that|this|that same|the same) date",
        _that_date,
        ("on «that date» he",),
        ("set the date",),
    ),
    Rule(
        "last May",
        "(l=LAST|(this )?n=NEXT|t=this)( past)? (w=WEEKDAY|m=MONTH|s=SEASON)",
        _nth_named,
        ("«last May»", "«next Monday»", "«the next summer»"),
        article=True,
    ),
    Rule(
        "1 June last",
        "(d=(DAY(&SUFFIX)?)( of)? )?m=MONTH l=last",
        _june_last,
        ("of «1 June last».", "since «March last», he"),
        ("in March last year",),
    ),
    Rule(
        "last May 5",
        "(l=LAST|(this )?n=NEXT|t=this) m=MONTH[ .]d=(DAY(&SUFFIX)?)",
        _nth_named,
        ("«last Oct. 23»",),
    ),
    Rule(
        "previous May",
        "(p=PREVIOUS|n=FOLLOWING|n2=(that( same)?|same)) (w=WEEKDAY|m=MONTH|s=SEASON)",
        _nth_narrative,
        ("«the following Monday»", "«that same spring» he"),
        article=True,
    ),
    Rule(
        "end of the day",
        "end of the day|day's end",
        _end_of_day,
        ("by «the end of the day» he",),
        ("at the end of the day",),
        article=True,
    ),
    Rule(
        "week of",
        "u=(week|weekend) (of|ending|starting|beginning|commencing|ended)( on)?( the)? "
        "(m=MONTH[ .]d=(DAY(&SUFFIX)?)([, ]y=YEAR)?|d2=(DAY(&SUFFIX)?)( of)? m2=MONTH([ ,]y2=YEAR)?"
        "|d3=(DAY&SUFFIX))",
        _week_of,
        ("«the week of March 6»", "«the week of Sept. 11, 2001» it"),
        article=True,
    ),
)
