"""Days and weeks by their place in something longer: "the last Friday of May", "Tuesday of next week"."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.dates import is_month, is_name, is_weekday, year_of
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Literal, Meaning, Origin, Shift, Within

_DATE = TimexType.DATE
_WHOLE = "(m=MONTH([ ,]y=YEAR)?|y2=YEAR|((p=LAST|f=NEXT|t=THIS) |the (g=FOLLOWING )?)u=UNIT)"
_SATURDAY = 6
_SIGN = {"p": -1, "f": 1, "t": 0, "g": 1}
_HOLDS_DAYS = {Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR}
_HOLDS_WEEKS = {Granularity.MONTH, Granularity.YEAR}


def _whole(found: Found, units: set[Granularity]) -> Meaning | None:
    """Return what _WHOLE matched: "May 2015", "2019", "next month", "the year"."""
    if "y2" in found:
        return Calendar(Granularity.YEAR, found.number("y2"))
    if "m" in found:
        year, short = year_of(found)
        month = Calendar(Granularity.MONTH, year=year, month=found.value("MONTH", "m"), short=short)
        return month if is_month(found) else None
    unit, times = unit_of(found.word("u"), found)
    if unit not in units or times > 1:
        return None
    sign = next((sign for name, sign in _SIGN.items() if name in found), 0)
    return Shift(sign, unit, Origin.WRITING if sign else Origin.EITHER, unit)


def _ranked(found: Found, part: Calendar, units: set[Granularity]) -> Read | None:
    """Return the part of the whole that the ordinal says; without one it is the last."""
    count = ordinal(found.words("n"), found.tokens.lexicon) if "n" in found else -1
    whole = _whole(found, units)
    return None if whole is None else (_DATE, Within(part, whole, count))


def _weekday(found: Found) -> Read | None:
    """Read "the first Monday of May", "the second Tuesday of next month"."""
    day = Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
    return _ranked(found, day, _HOLDS_WEEKS)


def _day(found: Found) -> Read | None:
    """Read "the last day of May", "the first day of next month"."""
    return _ranked(found, Calendar(Granularity.DAY), _HOLDS_DAYS)


def _business_day(found: Found) -> Read | None:
    """Read "the first business day of January", "the last working day of the month"."""
    count = ordinal(found.words("n"), found.tokens.lexicon) if "n" in found else -1
    whole = _whole(found, _HOLDS_DAYS)
    if whole is None:
        return None
    edge = Within(Calendar(Granularity.DAY), whole, 1 if count > 0 else -1)
    day = Granularity.DAY
    outside = Shift(-1 if count > 0 else 1, day, Origin.WRITING, day, base=edge)
    return _DATE, Shift(count, day, Origin.WRITING, day, base=outside, business=True)


def _day_of_month(found: Found) -> Read | None:
    """Read "the 20th of next month"."""
    return _ranked(found, Calendar(Granularity.DAY), {Granularity.MONTH})


def _day_of_something(found: Found) -> Read | None:
    """Read "on the second day", "the third evening of the siege": days of what is not dated here."""
    if not found.before_is("definite") or found.gap_before() != " ":
        return None
    if found.gap_after() == "-" or (found.gap_after() == " " and not found.after_is("after_ranked_day")):
        return None
    why = "it counts from the beginning of something that is not dated here"
    if "p" in found:
        return TimexType.TIME, Literal(f"XXXX-XX-XXT{found.value('PART', 'p')}", why)
    return _DATE, Literal("XXXX-XX-XX", why)


def _last_quarter(found: Found) -> Read | None:
    """Read "the last quarter of the year"."""
    whole = _whole(found, {Granularity.YEAR})
    if whole is None or "m" in found:
        return None
    return _DATE, Within(Calendar(Granularity.QUARTER, number=4), whole)


_INSTANT = {"ultimo": -1, "ult": -1, "proximo": 1, "prox": 1}


def _instant(found: Found) -> Read | None:
    """Read "the 13th instant", "the 31st ultimo": of this month, of the last."""
    count, month = _INSTANT.get(found.word("i"), 0), Granularity.MONTH
    day = ordinal(found.words("n"), found.tokens.lexicon)
    return _DATE, Within(Calendar(Granularity.DAY), Shift(count, month, Origin.WRITING, month), day)


def _days_of(found: Found) -> Read | None:
    """Read "the first ten days of June", "the last three weeks of 2018": early or late in it."""
    whole = _whole(found, _HOLDS_WEEKS)
    late = found.word("w") in {"last", "final", "closing"}
    return None if whole is None else (_DATE, whole, "END" if late else "START")


def _week(found: Found) -> Read | None:
    """Read "the first week of May 2015", "the last week of the year"."""
    if "e" not in found:
        return _ranked(found, Calendar(Granularity.WEEK), _HOLDS_WEEKS)
    read, weekend = (
        _ranked(found, Calendar(Granularity.DAY, weekday=_SATURDAY), _HOLDS_WEEKS),
        Granularity.WEEKEND,
    )
    return None if read is None else (_DATE, Shift(0, weekend, Origin.WRITING, weekend, base=read[1]))


def _some_weekday(found: Found) -> Read | None:
    """Read "a Sunday in May 1990": which one is not said, so the month is all that is known."""
    year, short = year_of(found)
    month = Calendar(Granularity.MONTH, year=year, month=found.value("MONTH", "m"), short=short)
    return (_DATE, month) if is_month(found) else None


def _weekday_of_week(found: Found) -> Read | None:
    """Read "Tuesday of next week", "Friday last week"."""
    if not is_weekday(found) or is_name(found):
        return None
    sign = next(sign for name, sign in _SIGN.items() if name in found)
    day = Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
    return _DATE, Within(day, Shift(sign, Granularity.WEEK, Origin.WRITING, Granularity.WEEK), 1)


RULES = (
    Rule(
        "first Monday of May",
        f"(n=ORD|last|final) w=WEEKDAY (of|in) (the )?{_WHOLE}",
        _weekday,
        ("held on «the first Monday of May»", "on «the second Tuesday of next month»"),
        article=True,
    ),
    Rule(
        "last day of May",
        f"(n=ORD|last|final) day (of|in) {_WHOLE}",
        _day,
        ("on «the last day of May»", "on «the first day of next month»"),
        ("the first day of the war",),
        article=True,
    ),
    Rule(
        "seventh day",
        "(ORD|final|last|opening|closing) (day|p=PART)",
        _day_of_something,
        ("on «the second day» he left", "the end of «the third evening»."),
        ("the last day school",),
        article=True,
    ),
    Rule(
        "first business day of May",
        f"(n=ORD|last|final) (business|working|trading|banking) day (of|in) {_WHOLE}",
        _business_day,
        ("by «the first business day of January 2020»", "on «the last working day of the month»"),
        article=True,
    ),
    Rule(
        "20th of next month",
        "n=(DAY&SUFFIX) of ((p=LAST|f=NEXT|t=THIS) |the (g=FOLLOWING )?)u=UNIT",
        _day_of_month,
        ("on «the 20th of next month»",),
        ("his 20th of the year",),
        article=True,
    ),
    Rule(
        "last quarter of the year",
        f"(last|final) quarter of {_WHOLE}",
        _last_quarter,
        ("in «the last quarter of the year»", "by «the last quarter of 2019»"),
        ("the last quarter of the game",),
        article=True,
    ),
    Rule(
        "13th instant",
        "n=(DAY&SUFFIX) i=(instant|inst|ultimo|ult|proximo|prox)",
        _instant,
        ("on «the 13th instant» he", "yours of «the 31st ultimo»"),
        article=True,
    ),
    Rule(
        "first ten days of June",
        f"w=(first|last|final|opening|closing) (n=COUNT )?(days|weeks) of {_WHOLE}",
        _days_of,
        (
            "in «the first ten days of June»",
            "in «the last three days of May 2018»",
            "in «the closing days of 2016» it",
        ),
        article=True,
    ),
    Rule(
        "first week of May",
        f"(n=ORD|last|final) (week|e=weekend) (of|in) {_WHOLE}",
        _week,
        ("in «the first week of May»", "on «the last weekend of June»", "in «the last week of the year»"),
        article=True,
    ),
    Rule(
        "a Sunday in May",
        "(A|one) WEEKDAY( PART)? (in|of) ((EARLY|LATE)[ ]|mid-)?m=MONTH([ ,]y=YEAR)?",
        _some_weekday,
        ("on «a Sunday in May 1990»",),
    ),
    Rule(
        "Tuesday of next week",
        "w=WEEKDAY( of)? (p=LAST|f=NEXT|t=THIS) week",
        _weekday_of_week,
        ("on «Tuesday of next week»", "he said «Friday last week»"),
    ),
)
