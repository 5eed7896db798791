"""Dates that count from somewhere: today, last May, two weeks ago, the previous day, that year."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Nth, Origin, Shift

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


def _deictic(found: Found) -> Read | None:
    count = found.value("DEICTIC", "d")
    clock = Clock(part=found.value("PART", "p")) if "p" in found else None
    kind = _TIME if clock else _DATE
    return kind, Shift(count, Granularity.DAY, Origin.WRITING, Granularity.DAY, clock)


def _tonight(found: Found) -> Read | None:
    return _TIME, Shift(0, Granularity.DAY, Origin.WRITING, Granularity.DAY, Clock(part="NI"))


def _last_night(found: Found) -> Read | None:
    return _TIME, Shift(-1, Granularity.DAY, Origin.WRITING, Granularity.DAY, Clock(part="NI"))


def _this_part(found: Found) -> Read | None:
    return _TIME, Shift(0, Granularity.DAY, Origin.WRITING, Granularity.DAY, Clock(part=found.value("PART", "p")))


def _next_part(found: Found) -> Read | None:
    clock = Clock(part=found.value("PART", "p"))
    return _TIME, Shift(1, Granularity.DAY, Origin.NARRATIVE, Granularity.DAY, clock)


def _that_part(found: Found) -> Read | None:
    clock = Clock(part=found.value("PART", "p"))
    return _TIME, Shift(0, Granularity.DAY, Origin.NARRATIVE, Granularity.DAY, clock)


_SIGN = {"l": -1, "p": -1, "n": 1, "t": 0}


def _direction(found: Found) -> int:
    return next(sign for name, sign in _SIGN.items() if name in found)


def _unit_shift(found: Found) -> Read | None:
    """Read "last week", "next year", "this month"."""
    unit, times = unit_of(found.word("u"), found)
    if unit in _FINE:
        return None
    return _DATE, Shift(_direction(found) * times, unit, Origin.WRITING, unit)


def _unit_narrative(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    sign = -1 if "p" in found else 1
    if unit in _FINE:
        return None
    return _DATE, Shift(sign * times, unit, Origin.NARRATIVE, unit)


def _that_unit(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    if unit in _FINE:
        return None
    return _DATE, Shift(0, unit, Origin.NARRATIVE, unit)


def _named(found: Found) -> Calendar | None:
    if "w" in found:
        return Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
    if "m" in found:
        return Calendar(Granularity.MONTH, month=found.value("MONTH", "m"))
    return Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))


def _nth_named(found: Found) -> Read | None:
    named = _named(found)
    if named is None or ("m" in found and not found.written("m")[0].isupper()):
        return None
    return _DATE, Nth(named, _direction(found), Origin.WRITING)


def _nth_narrative(found: Found) -> Read | None:
    named = _named(found)
    if named is None:
        return None
    return _DATE, Nth(named, -1 if "p" in found else 1 if "n" in found else 0, Origin.NARRATIVE)


def _grain(unit: Granularity, count: float | None) -> Granularity:
    return unit


def _ago(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.WRITING)


def _earlier(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.NARRATIVE)


def _later(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.NARRATIVE)


def _from_now(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.WRITING)


def _shifted(found: Found, sign: int, origin: Origin) -> Read | None:
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else None
    unit, times = unit_of(found.word("u"), found)
    kind = _TIME if unit in _FINE else _DATE
    if count is not None:
        count *= sign * times
        if "h" in found:
            count += sign * 0.5
    elif unit not in _FINE:
        count = None
    shift = Shift(count, unit, origin, unit)
    if count is None:
        shift = Shift(None, unit, origin, unit, event="past" if sign < 0 else "future")
    return kind, shift


_N = "n=COUNT[ -]u=ANYUNIT"
_H = "( and( a)? h=HALF)?"

RULES = (
    Rule("today", "d=DEICTIC", _deictic, ("he said «today»", "«yesterday»"), ()),
    Rule("yesterday morning", "d=DEICTIC p=PART", _deictic, ("«yesterday evening»",), ()),
    Rule("tonight", "TODAYPART", _tonight, ("«tonight»",), ()),
    Rule("last night", "LAST night", _last_night, ("«last night»",), ()),
    Rule("this morning", "THIS p=PART", _this_part, ("«this morning»",), ()),
    Rule("the next morning", "(NEXT|FOLLOWING) p=PART", _next_part, ("«the next morning»",), (), article=True),
    Rule("that night", "(THAT|same) p=PART", _that_part, ("«that night»",), (), article=True),
    Rule("last week", "l=LAST u=UNIT", _unit_shift, ("«last week»", "«last year»"), ("the last minute",)),
    Rule("past year", "l=PAST u=UNIT", _unit_shift, ("«the past year»",), (), article=True),
    Rule("next week", "n=NEXT u=UNIT", _unit_shift, ("«next month»",), (), article=True),
    Rule("this week", "t=THIS u=UNIT", _unit_shift, ("«this year»",), (), article=True),
    Rule("current fiscal year", "t=THIS FISCAL u=UNIT", _unit_shift, ("«the current fiscal year»",), (), article=True),
    Rule("previous day", "p=PREVIOUS u=UNIT", _unit_narrative, ("«the previous day»",), (), article=True),
    Rule("following day", "f=FOLLOWING u=UNIT", _unit_narrative, ("«the following month»",), (), article=True),
    Rule("day before", "u=UNIT p=before", _unit_narrative, ("«the day before»",), (), article=True),
    Rule("day after", "u=UNIT (after|following)", _unit_narrative, ("«the day after»",), (), article=True),
    Rule("that day", "THAT( same)? u=UNIT", _that_unit, ("«that year»", "«the same day»"), (), article=True),
    Rule("last May", "(l=LAST|n=NEXT|t=THIS)( past)? (w=WEEKDAY|m=MONTH|s=SEASON)", _nth_named, ("«last May»", "«next Monday»"), ()),
    Rule("previous May", "(p=PREVIOUS|n=FOLLOWING|THAT) (w=WEEKDAY|m=MONTH|s=SEASON)", _nth_narrative, ("«the following Monday»",), (), article=True),
    Rule("ago", f"{_N}{_H} AGO", _ago, ("«two weeks ago»", "«a year and half ago»"), ()),
    Rule("units ago", "u=UNITS AGO", _ago, ("«months ago»",), ()),
    Rule("earlier", f"{_N}{_H} EARLIER", _earlier, ("«a year earlier»",), ()),
    Rule("later", f"{_N}{_H} LATER", _later, ("«two days later»",), ()),
    Rule("units later", "u=UNITS later", _later, ("«weeks later»",), ()),
    Rule("from now", f"{_N}{_H} from now", _from_now, ("«two years from now»",), ()),
    Rule("year-ago", "u=UNIT-AGO", _ago, ("the «year-ago» loss",), ()),
    Rule("year-earlier", "u=UNIT-earlier", _earlier, ("the «year-earlier» loss",), ()),
)
