"""Times of day."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Repeat

_TIME = TimexType.TIME


def _zone(found: Found) -> str | None:
    return found.value("ZONE", "z") if "z" in found else None


def _clock(found: Found) -> Read | None:
    hour = found.number("h")
    minute = found.number("i") if "i" in found else 0
    if "p" in found:
        if hour > 12:
            return None
        late = found.word("p")[0] == "p"
        hour = hour % 12 + (12 if late else 0)
    return _TIME, Calendar(
        Granularity.MINUTE if minute is not None else Granularity.HOUR,
        clock=Clock(hour, minute, zone=_zone(found)),
    )


def _noon(found: Found) -> Read | None:
    if found.written("h")[0].isupper() and found.tokens.pieces[found.match.start() - 1] == " ":
        return None
    hour = found.value("HOURWORD", "h")
    return _TIME, Calendar(Granularity.HOUR, clock=Clock(hour, 0 if hour == 12 else None))


_MERIDIEM = "p=(AMPM|a^m|p^m)"


def _in_the_morning(found: Found) -> Read | None:
    part = found.word("q")
    hour = (
        (found.number("h") if found.word("h").isdigit() else found.value("NUMBER", "h") or 0)
        if "h" in found
        else 0
    )
    if not 1 <= hour <= 12:
        return None
    if part in {"afternoon", "evening"} or (part == "night" and hour >= 6):
        hour = hour % 12 + 12
    return _TIME, Calendar(Granularity.HOUR, clock=Clock(hour, 0))


def _oclock(found: Found) -> Read | None:
    hour = found.number("h") if found.word("h").isdigit() else found.value("NUMBER", "h")
    if not hour or hour > 12:
        return None
    return _TIME, Calendar(Granularity.HOUR, clock=Clock(int(hour), 0))


def _part(found: Found) -> Read | None:
    return _TIME, Calendar(Granularity.PART_OF_DAY, clock=Clock(part=found.value("PART", "p")))


def _the_part(found: Found) -> Read | None:
    if found.before() != "the" or found.after() in {"sky", "shift", "star", "vision", "club", "life"}:
        return None
    return _part(found)


def _at_night(found: Found) -> Read | None:
    return _TIME, Repeat("XXXX-XX-XXTNI")


RULES = (
    Rule(
        "hour in the morning",
        "h=(HOUR|NUMBER)( o'clock)? in the q=(morning|afternoon|evening|night)",
        _in_the_morning,
        ("at «4 in the morning»",),
    ),
    Rule("hour at night", "h=(HOUR|NUMBER)( o'clock)? at q=night", _in_the_morning, ("at «ten at night»",)),
    Rule("o'clock", "h=(HOUR|NUMBER) o'clock", _oclock, ("at «ten o'clock»",)),
    Rule("part of day", "p=PART", _the_part, ("in «the morning»",), article=True),
    Rule(
        "small hours",
        "(small|wee|early( p=PART)?|EARLY( p2=PART)?) hours",
        lambda _: (_TIME, Calendar(Granularity.PART_OF_DAY, clock=Clock(part="MO"))),
        ("«the small hours» of Thursday",),
        article=True,
    ),
    Rule(
        "overnight",
        "p=overnight",
        lambda _: (_TIME, Calendar(Granularity.PART_OF_DAY, clock=Clock(part="NI"))),
        ("«overnight» losses",),
    ),
    Rule(
        "at night",
        "night",
        lambda found: _at_night(found) if found.before() == "at" else None,
        ("at «night»",),
    ),
    Rule(
        "clock time",
        f"h=HOUR(:i=MIN)?[ &]{_MERIDIEM}([. ]z=ZONE)?",
        _clock,
        ("at «2 p.m»", "«7:15 pm EST»"),
        (),
    ),
    Rule("24-hour time", "h=HOUR:i=MIN( z=ZONE)?", _clock, ("at «14:30»",), ()),
    Rule("noon", "h=HOURWORD", _noon, ("at «noon»",), ()),
)
