"""Dates that lie so many units from another: "two weeks ago", "the previous day", "that year"."""

import re
from datetime import date, datetime, timedelta

from chronology.model import DateError, Granularity
from chronology.model.meaning import Expression, Lean, Origin, Shift
from chronology.model.timex import Anchor, AnchorKind
from chronology.resolution import outcome
from chronology.resolution.anchors import Anchors
from chronology.resolution.edges import narrow
from chronology.resolution.origins import LONG, TIMES, origin
from chronology.resolution.outcome import Outcome
from chronology.resolution.ranges import apposed
from chronology.resolution.reports import in_report, spoken_of
from chronology.resolution.when import When, later, move, of_day, widen
from chronology.temporal import arithmetic, periods

_G = Granularity


def resolve_shift(
    expression: Expression, meaning: Shift, anchors: Anchors, base: Outcome | None = None
) -> Outcome:
    """Resolve a shift. `base` is the outcome of `meaning.base`, where there is one."""
    told = meaning.about and meaning.origin is not Origin.EVENT
    special = spoken_of(expression, meaning, anchors) if told else None
    if special is not None:
        return special
    if meaning.count is None:
        return reference("PAST_REF" if meaning.back else "FUTURE_REF", anchors)
    if base is not None:
        return _based(expression, meaning, base)
    return _report_or_shift(expression, meaning, anchors)


def _based(expression: Expression, meaning: Shift, base: Outcome) -> Outcome:
    if base.when is None:
        return base
    if meaning.origin is Origin.EVENT:
        anchor = Anchor(AnchorKind.EVENT, meaning.about, meaning.about, base.when.period())
        return _shifted(expression, meaning, base.when, anchor)
    found = _shifted(expression, meaning, base.when, base.anchor)
    found.reason, found.holds = ("based", (meaning, base.when)), base.holds
    return found


def _report_or_shift(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome:
    if not anchors.narrative and meaning.counted and meaning.unit is _G.YEAR:
        report = in_report(meaning, anchors)
        if report is not None:
            return report
    if meaning.origin is Origin.WRITING and meaning.unit in TIMES and anchors.moment is not None:
        return _moment(meaning, anchors.moment, anchors.dct_anchor())
    today = meaning.unit is _G.DAY and meaning.count == 0 and meaning.origin is Origin.WRITING
    if anchors.narrative and today:
        return reference("PRESENT_REF", anchors)  # "today" in a history is any day around its writing
    if meaning.counted and meaning.origin is Origin.NARRATIVE:
        beside = apposed(expression, anchors, _G.YEAR if meaning.unit in LONG else meaning.unit)
        if beside is not None:
            return beside
    start, anchor = origin(expression, meaning, anchors)
    if start is None:
        return outcome.unknown(_unknown(meaning.unit), "there is no date to count from")
    return _shifted(expression, meaning, start, anchor)


def _shifted(expression: Expression, meaning: Shift, base: When, anchor: Anchor) -> Outcome:
    count = meaning.count or 0
    if meaning.unit in TIMES:
        return _clock_shifted(meaning, base, anchor) or _vague_time(count, anchor)
    if meaning.unit.finer_than(base.unit):
        return _coarse(meaning, base, anchor)
    if meaning.business:
        return outcome.of(of_day(_business(base.first_day, int(count))), anchor, "shift", meaning)
    if meaning.granularity is not meaning.unit:
        day = of_day(arithmetic.shift(base.first_day, int(count), meaning.unit))
        return outcome.of(widen(day, meaning.granularity), anchor, "shift", meaning)
    when = _moved(base, meaning)
    if expression.rule in _EDGES and anchor.kind is AnchorKind.DCT:
        when = move(when, _edge(expression, base), _G.YEAR)
    found = outcome.of(when, anchor, "shift", meaning)
    narrow(expression, meaning, base, found)
    if meaning.clock is not None and found.when is not None and found.when.is_day:
        found.when = of_day(found.when.first_day, meaning.clock.value)
        found.value = found.when.value
    if anchor.kind is AnchorKind.DCT and float(count).is_integer():
        finer = found.when is not None and found.when.unit.finer_than(meaning.unit)
        held = widen(base, found.when.unit if finer and found.when is not None else meaning.unit).period()
        found.holds = (held.earliest, held.latest)
    return found


_SECONDS = {_G.HOUR: 3600, _G.MINUTE: 60, _G.SECOND: 1}


def _moment(meaning: Shift, published: datetime, anchor: Anchor) -> Outcome:
    """Count hours and minutes from the instant of publication."""
    moment = published + timedelta(seconds=(meaning.count or 0) * _SECONDS[meaning.unit])
    clock = f"T{moment:%H:%M:%S}" if meaning.unit is _G.SECOND else f"T{moment:%H:%M}"
    found = outcome.of(of_day(moment.date(), clock), anchor, "shift", meaning)
    found.mentions = False
    return found


_EDGES = {"year end": 13, "year's end": 13, "mid-year": 6}  # rules: the month at which they stand


def _edge(expression: Expression, writing: When) -> int:
    """Return how many years from that of writing: "since year-end" is the last, "by midyear" the next."""
    month, now = _EDGES[expression.rule], writing.month
    if expression.lean is Lean.PAST and 0 < now < month:
        return -1
    return 1 if expression.lean is Lean.FUTURE and now > month else 0


def _clock_shifted(meaning: Shift, base: When, anchor: Anchor) -> Outcome | None:
    """Count hours and minutes from a time of day: "at 22:40 … six hours later"."""
    if not _CLOCK.fullmatch(base.clock) or meaning.unit is _G.SECOND or meaning.count is None:
        return None
    hours, minutes = int(base.clock[1:3]), int(base.clock[4:6])
    moved = timedelta(hours=hours, minutes=minutes, seconds=meaning.count * _SECONDS[meaning.unit])
    if hours > _LAST_HOUR:
        return None
    clock = timedelta(seconds=moved.seconds)
    text = f"T{clock.seconds // 3600:02d}:{clock.seconds % 3600 // 60:02d}"
    return outcome.of(of_day(later(base.first_day, moved.days), text), anchor, "shift", meaning)


_CLOCK = re.compile(r"T\d\d:\d\d(:\d\d)?")
_LAST_HOUR = 23


def _vague_time(count: float, anchor: Anchor) -> Outcome:
    """Hours and minutes from a day: the day is known, the moment is not."""
    period = anchor.period
    if period is not None and period.start is not None:
        period = periods.vague(None, period.latest) if count < 0 else periods.vague(period.start, None)
    value = "PAST_REF" if count < 0 else "FUTURE_REF"
    return Outcome(value, period=period, anchor=anchor, reason=("vague", (value,)), mentions=False)


def _moved(base: When, meaning: Shift) -> When:
    """Do the sum; "a decade earlier" is ten years, and names a year."""
    count, years = meaning.count or 0, LONG.get(meaning.unit)
    if years is not None and meaning.counted and not _G.YEAR.finer_than(base.unit):
        return move(base, count * years, _G.YEAR)
    return move(base, count, meaning.unit)


_FRIDAY = 5
_MOST_BUSINESS_DAYS = 2000


def _business(day: date, count: int) -> date:
    """Count working days, Monday to Friday; holidays differ by country and are not counted out."""
    if abs(count) > _MOST_BUSINESS_DAYS:
        raise DateError("so many business days cannot be counted")
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day += timedelta(days=step)
        while day.isoweekday() > _FRIDAY:
            day += timedelta(days=step)
    return day


def _coarse(meaning: Shift, base: When, anchor: Anchor) -> Outcome:
    """Count days or weeks from a month or year: only bounds come out."""
    found = base.period()
    count = int(meaning.count or 0)
    earliest = None if found.earliest is None else arithmetic.shift(found.earliest, count, meaning.unit)
    latest = None if found.latest is None else arithmetic.shift(found.latest, count, meaning.unit)
    if count == 0:
        earliest, latest = found.earliest, found.latest
    value = f"{base.value}-XX" if base.unit is _G.MONTH and count == 0 else _unknown(meaning.unit)
    if earliest is not None and latest is not None:
        value = _shared(value, earliest, latest)
    period = None if earliest is None and latest is None else periods.within(earliest, latest, meaning.unit)
    problem = None if period is not None else "the date it counts from is too coarse"
    return Outcome(
        value, period=period, anchor=anchor, reason=("coarse", (meaning,)), problem=problem, mentions=False
    )


def _shared(value: str, earliest: date, latest: date) -> str:
    """Fill in the year, and of a day the month, that both bounds have: "ten days later" is 2017-XX-XX."""
    if not value.startswith("XXXX-"):
        return value
    if earliest.year != latest.year:
        whole, first = (latest - earliest).days, (date(latest.year, 1, 1) - earliest).days
        return f"{earliest.year:04d}{value[4:]}" if first > _NEARLY_ALL * whole else value
    month = f"{earliest.month:02d}" if earliest.month == latest.month else "XX"
    return f"{earliest.year:04d}" + (f"-{month}-XX" if value == "XXXX-XX-XX" else value[4:])


_NEARLY_ALL = 0.9  # of the days: "a week after 1913" is a week of 1913, all but surely


def _unknown(unit: Granularity) -> str:
    return {
        _G.WEEK: "XXXX-WXX",
        _G.MONTH: "XXXX-XX",
        _G.YEAR: "XXXX",
        _G.DECADE: "XXX",
        _G.CENTURY: "XX",
    }.get(unit, "XXXX-XX-XX")


def reference(ref: str, anchors: Anchors) -> Outcome:
    """Return PRESENT_REF, PAST_REF or FUTURE_REF: no date, only a side of the time of writing."""
    period = None
    if anchors.creation is not None:
        dct = anchors.creation.period
        earliest = None if ref == "PAST_REF" else dct.earliest
        latest = None if ref == "FUTURE_REF" else dct.latest
        period = periods.vague(earliest, latest)
    return Outcome(ref, period=period, anchor=anchors.dct_anchor(), reason=("vague", (ref,)), mentions=False)
