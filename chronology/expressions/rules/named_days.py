"""So long before or after a named day: Monday week, a week from Tuesday, the tenth anniversary."""

from chronology.expressions.amounts import amount, ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import is_weekday
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Nth, Origin, Shift

_DATE = TimexType.DATE


def _weekday_after_next(found: Found) -> Read | None:
    """Read "the Tuesday after next": the second Tuesday from now."""
    count = -2 if found.word("s") == "before" else 2
    return _DATE, Nth(Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w")), count, Origin.WRITING)


def _monday_week(found: Found) -> Read | None:
    """Read "Monday week", "a week on Monday", "Friday fortnight": so long after the next such day."""
    if not is_weekday(found) or found.gap_after() == "-":
        return None
    base = Nth(Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w")), 1, Origin.WRITING)
    weeks = 2 if "f" in found else 1
    return _DATE, Shift(weeks, Granularity.WEEK, Origin.WRITING, Granularity.DAY, base=base)


def _anniversary(found: Found) -> Read | None:
    """Read "the 75th anniversary": so many years after what the sentence dates."""
    years = ordinal(found.words("n"), found.tokens.lexicon)
    return _DATE, Shift(years, Granularity.YEAR, Origin.WRITING, Granularity.DAY)


def _monday_last(found: Found) -> Read | None:
    """Read "Monday last", "Friday next"."""
    after = found.match.end() + 1
    if not is_weekday(found) or any(found.tokens.is_a(after, name) for name in ("UNIT", "UNITS", "INT")):
        return None
    if found.gap_after() == " " and not found.after_is("after_listed_day"):
        return None
    count = -1 if "p" in found else 1
    return _DATE, Nth(Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w")), count, Origin.WRITING)


def _week_from(found: Found) -> Read | None:
    """Read "a week from Tuesday", "a year ago today", "two weeks ago Monday"."""
    count = amount(found.words("n"), found.tokens.lexicon)
    unit, times = unit_of(found.word("u"), found)
    if count is None:
        return None
    sign = -1 if "g" in found else 1
    if "t" in found:
        grain = unit_of(found.word("t"), found)[0]
        now = Shift(-1 if "l" in found else 1 if "f" in found else 0, grain, Origin.WRITING, grain)
        return _DATE, Shift(sign * count * times, unit, Origin.WRITING, grain, base=now)
    if "w" in found:
        base = Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
        return _DATE, Shift(sign * count * times, unit, Origin.WRITING, Granularity.DAY, base=base)
    days = found.value("DEICTIC", "d")
    today = Shift(days, Granularity.DAY, Origin.WRITING, Granularity.DAY)
    return _DATE, Shift(sign * count * times, unit, Origin.WRITING, Granularity.DAY, base=today)


RULES = (
    Rule(
        "the Tuesday after next",
        "w=WEEKDAY s=(after NEXT|before LAST)",
        _weekday_after_next,
        ("«the Tuesday after next»",),
        article=True,
    ),
    Rule(
        "a week from Tuesday",
        "n=COUNT u=ANYUNIT from (w=WEEKDAY|d=DEICTIC)",
        _week_from,
        ("«a week from Tuesday»", "«two weeks from today»"),
    ),
    Rule(
        "Monday week",
        "w=WEEKDAY (week|f=fortnight)",
        _monday_week,
        ("on «Monday week» he", "on «Friday fortnight»."),
        ("Monday week-long talks",),
    ),
    Rule("a week on Monday", "A week on w=WEEKDAY", _monday_week, ("«a week on Monday» he",)),
    Rule(
        "Monday last",
        "w=WEEKDAY (p=last|n=next)",
        _monday_last,
        ("on «Monday last».", "«Friday next» to you"),
        ("Friday last week",),
    ),
    Rule(
        "anniversary",
        "n=ORD anniversary",
        _anniversary,
        (
            "on «the 75th anniversary» of the raid of 6 June 1944",
            "dated 1 May 2009, on its «tenth anniversary»",
        ),
        ("its 50th anniversary in Rome",),
        article=True,
    ),
    Rule("a week tomorrow", "n=COUNT u=UNIT d=tomorrow", _week_from, ("«a week tomorrow» he",)),
    Rule(
        "a year ago today",
        "n=COUNT u=ANYUNIT g=AGO ((this )?w=WEEKDAY|d=DEICTIC|(this|l=LAST|f=NEXT) t=UNIT)",
        _week_from,
        ("«a year ago today»", "«a week ago Monday»"),
    ),
)
