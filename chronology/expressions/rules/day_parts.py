"""Parts of a day: the morning, tonight, the previous evening, the small hours, night raids."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import part_shift
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Origin, Repeat

_TIME = TimexType.TIME


def _at(part: str) -> tuple[TimexType, Calendar]:
    return _TIME, Calendar(Granularity.PART_OF_DAY, clock=Clock(part=part))


def _part(found: Found) -> Read | None:
    """Read "the morning", where it is a time."""
    edge = found.near("p", "edge_of_day")  # "at dawn", but "the dawn of an age"
    said = found.before_is("before_clock") or found.before() == "to"  # "from dusk to dawn"
    if not (said if edge else found.before() == "the"):
        return None
    named = found.written("p").istitle() and found.gap_after() == " " and found.written_after().istitle()
    if named or found.after_is("not_part_of_day"):
        return None  # "the Night Watch"
    return _at(found.value("PART", "p"))


def _late_part(found: Found) -> Read | None:
    """Read "late afternoon" after a preposition or article."""
    part = found.value("PART", "p")
    joined = found.tokens.pieces[found.match.start() + 1] == "-" and part != "NI"  # "an early-morning raid"
    if not (joined or found.before_is("before_season")) or found.after_is("not_part_of_day"):
        return None
    mod = found.tokens.lexicon.mods["part"].get((found.tokens.lower(found.match.start()),))
    return (*_at(part), mod)


def _mid_part(found: Found) -> Read | None:
    """Read "mid-afternoon"."""
    return (*_at(found.value("PART", "p")), "MID")


def _small_hours(found: Found) -> Read | None:
    del found
    return _at("MO")


def _overnight(found: Found) -> Read | None:
    del found
    return _at("NI")


def _night_time(found: Found) -> Read | None:
    del found
    return _TIME, Repeat("XXXX-XX-XXTNI")


def _at_night(found: Found) -> Read | None:
    """Read "at night", "night raids": any night."""
    raids = found.after_is("by_night") and found.gap_after() in {" ", "-"} and found.written_after().islower()
    return (_TIME, Repeat("XXXX-XX-XXTNI")) if raids or found.before() == "at" else None


def _tonight(found: Found) -> Read | None:
    return None if found.before() == "the" else part_shift(0, Origin.WRITING, "NI")


def _last_night(found: Found) -> Read | None:
    del found
    return part_shift(-1, Origin.WRITING, "NI")


def _this_part(found: Found) -> Read | None:
    return part_shift(0, Origin.WRITING, found.value("PART", "p"))


def _next_part(found: Found) -> Read | None:
    return part_shift(-1 if "b" in found else 1, Origin.NARRATIVE, found.value("PART", "p"))


def _part_before(found: Found) -> Read | None:
    """Read "the evening before", not "the evening before the vote"."""
    if found.before() != "the" or (found.gap_after() == " " and not found.after_is("ends_clause")):
        return None
    return _next_part(found)


def _that_part(found: Found) -> Read | None:
    return part_shift(0, Origin.NARRATIVE, found.value("PART", "p"))


RULES = (
    Rule("tonight", "TODAYPART", _tonight, ("«tonight»",)),
    Rule("last night", "LAST night", _last_night, ("«last night»",)),
    Rule("this morning", "this p=PART", _this_part, ("«this morning»",)),
    Rule(
        "the next morning",
        "(NEXT|FOLLOWING|b=PREVIOUS) p=PART",
        _next_part,
        ("«the next morning»", "«the previous evening» a"),
        article=True,
    ),
    Rule(
        "the evening before",
        "p=PART (b=before|after)",
        _part_before,
        ("«the evening before», he",),
        ("the morning after the vote",),
        article=True,
    ),
    Rule("that night", "(that|that same|same) p=PART", _that_part, ("«that night»",), article=True),
    Rule("part of day", "p=PART", _part, ("in «the morning» he",), ("the night sky",), article=True),
    Rule(
        "late afternoon",
        "(EARLY|LATE)[ -]p=PART",
        _late_part,
        ("in «late afternoon» he", "an «early-morning» raid"),
        ("a late night show",),
        article=True,
    ),
    Rule("mid-afternoon", "mid[ -]p=PART", _mid_part, ("at «mid-afternoon» he",)),
    Rule(
        "small hours",
        "(small|wee|predawn|pre-dawn|EARLY( PART)?) hours",
        _small_hours,
        ("in «the small hours» he",),
        article=True,
    ),
    Rule("overnight", "overnight", _overnight, ("it fell «overnight»",)),
    Rule(
        "at night",
        "n=night",
        _at_night,
        ("they fled at «night»", "in «night» raids", "a «night»-raid"),
        ("a night out", "the night watchman"),
    ),
    Rule("night-time", "night-time", _night_time, ("a «night-time» retreat",)),
)
