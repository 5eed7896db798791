"""Times of day."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock

_TIME = TimexType.TIME


def _zone(found: Found) -> str | None:
    return found.value("ZONE", "z") if "z" in found else None


def _clock(found: Found) -> Read | None:
    hour = found.number("h")
    minute = found.number("i") if "i" in found else None
    if "p" in found:
        if hour > 12:
            return None
        late = found.word("p")[0] == "p"
        hour = hour % 12 + (12 if late else 0)
    return _TIME, Calendar(Granularity.MINUTE if minute is not None else Granularity.HOUR, clock=Clock(hour, minute, zone=_zone(found)))


def _noon(found: Found) -> Read | None:
    hour = found.value("HOURWORD", "h")
    return _TIME, Calendar(Granularity.HOUR, clock=Clock(hour, 0 if hour == 12 else None))


_MERIDIEM = "p=(AMPM|a^m|p^m)"

RULES = (
    Rule("clock time", f"h=HOUR(:i=MIN)?[ &]{_MERIDIEM}([. ]z=ZONE)?", _clock, ("at «2 p.m»", "«7:15 pm EST»"), ()),
    Rule("24-hour time", "h=HOUR:i=MIN( z=ZONE)?", _clock, ("at «14:30»",), ()),
    Rule("noon", "h=HOURWORD", _noon, ("at «noon»",), ()),
)
