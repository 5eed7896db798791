"""Times of day: "2 p.m. EST", "14:30", "noon", "ten o'clock", "4 in the morning", "the small hours"."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock

_TIME = TimexType.TIME
_NOON, _TWO = 12, 2
_EVENING = 6  # "six at night" and later is before midnight


def _at(clock: Clock) -> Read:
    grain = Granularity.HOUR if clock.minute is None else Granularity.MINUTE
    return _TIME, Calendar(Granularity.PART_OF_DAY if clock.part else grain, clock=clock)


def _meridiem(found: Found) -> Read | None:
    """Read "2 p.m.", "7:15 pm EST"."""
    hour = _hour(found)
    if hour is None:
        return None
    zone = found.value("ZONE", "z") if "z" in found else None
    minute = found.number("i") if "i" in found else 0
    second = found.number("s") if "s" in found else None
    return _at(Clock(_half_day(hour, found), minute, second, zone=zone))


def _half_day(hour: int, found: Found) -> int:
    """Put an hour before or after noon, as "a.m." or "p.m." says."""
    return hour % _NOON + (_NOON if found.word("p")[0] == "p" else 0)


def _spoken(found: Found) -> Read | None:
    """Read "ten a.m.", "seven thirty p.m."; "one am I" is no time."""
    hour, lexicon = _hour(found), found.tokens.lexicon
    minute = amount(found.words("i"), lexicon) if "i" in found else 0
    if hour is None or minute is None or minute >= _MINUTES or found.written("p") == "am":
        return None
    return _at(Clock(_half_day(hour, found), int(minute)))


def _hour(found: Found) -> int | None:
    """Return an hour of the half day, in figures or words."""
    word = found.word("h")
    hour = int(word) if word.isdecimal() else int(found.value("NUMBER", "h") or 0)
    return hour if 1 <= hour <= _NOON else None


def _figures(found: Found) -> Read | None:
    """Read "14:30"; "3:1" and "10:30:45.6" are no times of day."""
    coded = found.gap_after() == "-" and not found.after().isdigit()  # the case 1:19-cv-02316
    if found.before_is("scripture") and found.gap_before() == " ":
        return None  # "John 3:16"
    if coded or found.gap_after() in {":", "/"} or found.gap_before()[-1:] in {":", "/", "$"}:
        return None
    second = found.number("s") if "s" in found else None
    return _at(Clock(found.number("h"), found.number("i"), second))


def _pointed(found: Found) -> Read | None:
    """Read "at 10.30 on Monday": a point stands for a colon where a day stands by, or nothing in its line."""
    if len(found.word("h")) == _TWO and "\n" in found.gap_after() and found.gap_before()[-1:] in {"", "\n"}:
        return _figures(found)
    place = found.match.end() + 1
    if found.after_is("date_joint"):
        place += 2
    tokens = found.tokens
    part = tokens.is_a(place, "THIS") and tokens.is_a(place + 2, "PART")
    dated = part or tokens.is_a(place, "WEEKDAY") or tokens.is_a(place, "DEICTIC")
    return _figures(found) if dated and found.before_is("before_military") else None


def _bare_military(found: Found) -> Read | None:
    """Read "at 0730": no year begins so."""
    ends = found.gap_after() != " " or found.after_is("after_listed_day") or found.after_is("ends_clause")
    if not ends or not found.before_is("before_military"):
        return None
    hour, minute = divmod(found.number("t"), 100)
    return _at(Clock(hour, minute))


def _hundred_hours(found: Found) -> Read | None:
    """Read "at 1400 hours", not "1400 hours of work"."""
    return _military(found) if found.before_is("before_military") and found.after() != "of" else None


def _military(found: Found) -> Read | None:
    """Read "1200 GMT"."""
    digits = found.word("t")
    hour, minute = divmod(int(digits), 100)
    bare = not (found.before_is("before_military") or found.gap_before()[-1:] == "(")
    if bare and digits[0] == "0":
        return None  # a slug: "0430 EDT"
    if len(digits) != 4 or hour > 2 * _NOON or minute >= _MINUTES:  # noqa: PLR2004 - hhmm
        return None
    return _at(Clock(hour, minute, zone=found.value("ZONE", "z") if "z" in found else None))


def _hour_word(found: Found) -> Read | None:
    """Read "noon", "midnight" (24:00, the end of the day); not "High Noon"."""
    if (found.written("h")[0].isupper() and found.gap_before() == " ") or found.before() == "high":
        return None
    if found.written("h").istitle() and found.gap_after() == " " and found.written_after().istitle():
        return None  # "Noon Street"
    hour = found.value("HOURWORD", "h")
    return _at(Clock(hour, 0 if hour == _NOON else None))


def _in_the_part(found: Found) -> Read | None:
    """Read "4 in the morning", "ten at night"."""
    hour = _hour(found)
    if hour is None:
        return None
    return _at(Clock(_in_part(hour, found.value("PART", "q")), 0))


def _in_part(hour: int, part: str) -> int:
    """Put an hour before or after noon, as "in the evening" says."""
    late = part in {"AF", "EV"} or (part == "NI" and hour >= _EVENING)
    return hour % _NOON + _NOON if late else hour


_TO_THE_HOUR = {"quarter": 15, "half": 30, "a": 15}


def _past_the_hour(found: Found) -> Read | None:
    """Read "half past eight", "a quarter to five", "ten past nine"."""
    hour = _hour(found)
    words = found.words("c")
    minutes = _TO_THE_HOUR.get(words[0]) or amount(words, found.tokens.lexicon)
    if hour is None or minutes is None or not 0 < minutes < _MINUTES or found.before_is("opens_range"):
        return None
    if words[0] not in _TO_THE_HOUR and (minutes % 5 or not found.before_is("before_clock")):
        return None
    if found.word("t") == "to":
        hour, minutes = hour - 1 or _NOON, _MINUTES - minutes
    if "q" in found:
        return _at(Clock(_in_part(hour, found.value("PART", "q")), int(minutes)))
    late = "p" in found and found.word("p")[0] == "p"
    return _at(Clock(hour % _NOON + _NOON if late else hour, int(minutes)))


_MINUTES, _DAY = 60, 24
_MINUTES_OF = {Granularity.HOUR: 60, Granularity.MINUTE: 1}


def _oclock(found: Found) -> Read | None:
    hour = _hour(found)
    return None if hour is None else _at(Clock(hour, 0))


def _from_noon(found: Found) -> Read | None:
    """Read "an hour before midnight", "two hours after noon"."""
    unit, _ = unit_of(found.word("u"), found)
    count = amount(found.words("n"), found.tokens.lexicon)
    if count is None or unit not in _MINUTES_OF:
        return None
    sign = -1 if found.word("s") in {"before", "to"} else 1
    minutes = found.value("HOURWORD", "h") * _MINUTES + sign * count * _MINUTES_OF[unit]
    hour, minute = divmod(int(minutes) % (_DAY * _MINUTES), _MINUTES)
    return _at(Clock(hour, minute))


_AMPM = "p=(AMPM|a[^.]m|p[^.]m)"
_ZONE = "([. &](z=ZONE|ZONECITY time))?"

RULES = (
    Rule(
        "clock time",
        f"h=HOUR([:^]i=MIN(:s=MIN)?)?[ &]{_AMPM}{_ZONE}",
        _meridiem,
        ("at «2 p.m» he", "at «7:15 pm EST» he"),
    ),
    Rule(
        "clock time in words",
        f"h=NUMBER([ -]i=(TENS([ -]NUMBER)?|NUMBER))? {_AMPM}{_ZONE}",
        _spoken,
        ("at «ten a.m» he", "at «seven thirty p.m» he"),
        ("one am I",),
    ),
    Rule(
        "24-hour time",
        f"h=HOUR:i=MIN(:s=MIN)?(+HOUR:MIN| hours| hrs)?{_ZONE}",
        _figures,
        ("at «14:30» he", "at «10:35+03:00» he"),
        ("1:30:20:10",),
    ),
    Rule("24-hour time with point", "h=HOUR^i=MIN[. &]z=ZONE", _figures, ("at «09.30 GMT» he",)),
    Rule(
        "10.30 on Monday",
        "h=HOUR^i=MIN",
        _pointed,
        ("at «10.30 on Monday»", "at «9.15 this morning» he"),
        ("at 10.30 percent", "rose 12.30 on Monday"),
    ),
    Rule("0730", "t=HHMM", _bare_military, ("at «0730» he",), ("code 0730", "at 0730 men")),
    Rule(
        "1200 GMT",
        "t=(INT|HHMM) (z=ZONE|ZONECITY time)",
        _military,
        ("at «1200 GMT» he", "at «0430 local time» he"),
        ("1990 GMT",),
    ),
    Rule(
        "1400 hours",
        "t=(INT|HHMM)[ &](hours|hrs)",
        _hundred_hours,
        ("at «1400 hours» he",),
        ("about 1400 hours of work",),
    ),
    Rule("noon", "(INT )?h=HOURWORD", _hour_word, ("at «noon» he",), ("in High Noon",)),
    Rule(
        "hour in the morning",
        "h=(HOUR|NUMBER)( o'clock)? (in the|at) q=PART",
        _in_the_part,
        ("at «4 in the morning» he",),
    ),
    Rule(
        "half past eight",
        "c=(half|(A )?quarter|NUMBER|TENS|INT)( minutes)? t=(past|to) "
        f"h=(NUMBER|HOUR)( o'clock)?([ &]{_AMPM}| (in the|at) q=PART)?",
        _past_the_hour,
        ("at «half past eight» he", "at «a quarter to five» he", "at «ten past three in the morning» he"),
        ("five to ten people",),
    ),
    Rule("o'clock", "h=(HOUR|NUMBER) o'clock", _oclock, ("at «ten o'clock» he",)),
    Rule(
        "hour before midnight",
        "n=COUNT u=ANYUNIT s=(before|after|past|to) h=HOURWORD",
        _from_noon,
        ("at «an hour before midnight» he",),
    ),
)
