"""Named dates: "last May", "next Monday", "this summer", "Christmas", "last Thanksgiving"."""

from datetime import date

from chronology.model import DateError, Granularity
from chronology.model.meaning import Calendar, Expression, Feast, Lean, Nth, Origin
from chronology.model.timex import NO_ANCHOR, Anchor, AnchorKind, Reading
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, later, of_day, widen
from chronology.resolution.yearless import choose, is_of_now, yearless_value
from chronology.temporal import holidays

_G = Granularity
_WEEK = 7


def resolve_nth(
    expression: Expression, meaning: Nth, anchors: Anchors, dated: Outcome | None = None
) -> Outcome:
    """Resolve the count-th occurrence of a weekday, month, season or feast from the origin.

    `dated` is the outcome of `meaning.base`, where there is one: "the Friday before Christmas".
    """
    named = meaning.named
    base, anchor = _origin(expression, meaning, anchors) if dated is None else (dated.when, dated.anchor)
    if isinstance(named, Feast):
        return _nth_feast(expression, meaning, named, anchors)
    if base is None:
        reason = "there is no date to count from" if dated is None else dated.problem
        return outcome.unknown(yearless_value(named), reason or "the date it counts from is not known")
    if named.weekday:
        made = _nth_weekday(expression, named, meaning, base, anchor)
        if dated is not None and made.when is not None:
            made.reason, made.holds = ("nth", (meaning, base)), dated.holds
        return made
    return _nth_in_years(named, meaning, base, anchor)


def _origin(expression: Expression, meaning: Nth, anchors: Anchors) -> tuple[When | None, Anchor]:
    weekday = isinstance(meaning.named, Calendar) and meaning.named.weekday is not None
    last = anchors.last(_G.DAY) if weekday else anchors.story(_G.YEAR)
    spoken = meaning.count < 0 or (expression.lean is Lean.FUTURE and expression.cue != expression.signal)
    this = meaning.count == 0 and expression.text[:5].lower() == "this " and is_of_now(expression)
    now = ((meaning.origin is Origin.WRITING and spoken) or this) and anchors.writing is not None
    told = (
        anchors.narrative and not now
    )  # "by next summer" in a history is the story's, "will … next summer" ours
    if last is not None and (meaning.origin is Origin.NARRATIVE or told or _follows(expression, last)):
        return last.when, last.anchor
    old = anchors.passage(expression) if meaning.count > 0 else None
    if old is not None and (old.when.is_day or not weekday):
        return old.when, old.anchor
    return anchors.writing, anchors.dct_anchor()


def _follows(expression: Expression, last: Mention) -> bool:
    """Tell whether "the next January" follows the date before it: "on 13 July and again the next January"."""
    the = expression.text[:9].lower() == "the next " and expression.lean is not Lean.FUTURE
    return the and not last.glance and last.sentence == expression.sentence


def _is_next(expression: Expression) -> bool:
    """Tell whether the words say "next Thursday", which nobody says of tomorrow."""
    return expression.text[:4].lower() == "next"


def _nth_weekday(
    expression: Expression, named: Calendar, meaning: Nth, base: When, anchor: Anchor
) -> Outcome:
    weekday, count = named.weekday or 1, meaning.count
    if not base.is_day or base.year < 1:
        return outcome.unknown(f"XXXX-WXX-{weekday}", "a weekday alone needs a day to count from", anchor)
    day = base.first_day
    if count < 0:
        found = later(day, -((day.isoweekday() - weekday - 1) % _WEEK + 1) + _WEEK * (count + 1))
        holds = (later(found, 1), later(found, _WEEK))
    elif count > 0:
        found = later(day, (weekday - day.isoweekday() - 1) % _WEEK + 1 + _WEEK * (count - 1))
        holds = (later(found, -_WEEK), later(found, -1))
        if count == 1 and _is_next(expression) and anchor.kind is AnchorKind.DCT:
            found = later(found, _WEEK) if found == later(day, 1) else found
            holds = (later(found, -_WEEK - 1), later(found, -2))
    else:
        found = later(day, weekday - day.isoweekday())
        holds = (later(found, 1 - weekday), later(found, _WEEK - weekday))
    made = outcome.of(of_day(found), anchor, "nth", meaning)
    made.holds = holds if anchor.kind is AnchorKind.DCT and abs(count) <= 1 else (None, None)
    return made


def _nth_in_years(named: Calendar, meaning: Nth, base: When, anchor: Anchor) -> Outcome:
    """Return the last one that ended before the base, the next that begins after it, or the base year's."""
    if meaning.count == 0 or base.year < 0:
        return outcome.of(policy.dated(named, base.year + meaning.count), anchor, "nth", meaning)
    first, last = policy.bounds(base)
    years = range(max(base.year - 2, 1), min(base.year + 3, date.max.year + 1))
    candidates = [when for year in years if (when := policy.possible(named, year)) is not None]
    if meaning.count < 0:
        candidates = [when for when in candidates if policy.bounds(when)[1] < first][::-1]
    else:
        after = first if base.unit is _G.SEASON else last  # January follows the winter that it lies in
        candidates = [when for when in candidates if policy.bounds(when)[0] > after]
    if not candidates:
        raise DateError("there is no such date near the one it counts from")
    made = outcome.of(candidates[0], anchor, "nth", meaning)
    if len(candidates) > 1:
        made.alternatives = (Reading(candidates[1].value, "it lies a year farther away"),)
    if anchor.kind is AnchorKind.DCT:
        made.holds = _nth_window(candidates[0], named, back=meaning.count < 0)
    return made


def _nth_window(when: When, named: Calendar, *, back: bool) -> tuple[date | None, date | None]:
    found = when.period()
    next_one = policy.possible(named, when.year + (1 if back else -1))
    other = None if next_one is None else next_one.period()
    if back:
        return found.end, None if other is None else other.latest
    return None if other is None else other.earliest, found.earliest and later(found.earliest, -1)


def resolve_feast(expression: Expression, meaning: Feast, anchors: Anchors) -> Outcome:
    """Find the day of a feast: in the year said, else in the nearest that tense allows."""
    found = _feast(expression, meaning, anchors)
    if expression.meaning is meaning and meaning.clock is None:
        _last_long(meaning.name, found)
    if meaning.clock is not None and found.when is not None:
        found.when = of_day(found.when.first_day, meaning.clock.value)
        found.value = found.when.value
    return found


def _last_long(name: str, found: Outcome) -> None:
    """Give a feast of several days its days as bounds, and the month or year that holds them as value."""
    known = holidays.find(name)
    if known is None or known.days == 1 or found.when is None:
        return
    found.period = holidays.period(name, found.when.year)
    last = later(found.when.first_day, known.days - 1)
    found.when = widen(found.when, _G.MONTH if last.month == found.when.month else _G.YEAR)
    found.value = found.when.value


def _feast(expression: Expression, meaning: Feast, anchors: Anchors) -> Outcome:
    if meaning.year is not None:
        return _feast_in(meaning.name, meaning.year, NO_ANCHOR)
    last = anchors.last(_G.YEAR)
    if anchors.narrative and last is not None:
        return _feast_told(expression, meaning.name, last)
    if anchors.writing is None:
        return outcome.unknown("XXXX", f"the year of {meaning.name} is not said")
    days = _feast_days(meaning.name, anchors.writing.year)
    if not days:
        return outcome.unknown("XXXX", f"the day of {meaning.name} is not known")
    return choose(expression, days, anchors, "feast", meaning.name)


def _feast_told(expression: Expression, name: str, last: Mention) -> Outcome:
    """Return the feast in the year of the story; in the next, where it would lie months before the story."""
    year = widen(last.when, _G.YEAR).year
    day = holidays.holiday(name, year) if year > 0 else None
    if day is not None and last.when.month:
        back = policy.bounds(last.when)[0] - day.toordinal()
        year += back > (0 if expression.signal in {"by", "until"} else _HALF_A_YEAR)
    return _feast_in(name, year, last.anchor)


_HALF_A_YEAR = 183  # days


def _feast_days(name: str, year: int) -> list[When]:
    days = (holidays.holiday(name, number) for number in (year - 1, year, year + 1))
    return [of_day(day) for day in days if day is not None]


def _feast_in(name: str, year: int, anchor: Anchor) -> Outcome:
    day = holidays.holiday(name, year)
    if day is None:
        return outcome.unknown("XXXX", f"the day of {name} in {year} is not known", anchor)
    return outcome.of(of_day(day), anchor, "feast", "said", "", name)


def _nth_feast(expression: Expression, meaning: Nth, named: Feast, anchors: Anchors) -> Outcome:
    """Read "last Thanksgiving": the latest before the anchor; "this Christmas": the nearest."""
    base, anchor = anchors.writing, anchors.dct_anchor()
    if base is None:
        return outcome.unknown("XXXX", "there is no date to count from")
    first, last = policy.bounds(base)
    days = _feast_days(named.name, base.year)
    if meaning.count < 0:
        days = [day for day in days if policy.bounds(day)[1] < first][-1:]
    elif meaning.count > 0:
        days = [day for day in days if policy.bounds(day)[0] > last][:1]
    if not days:
        return outcome.unknown("XXXX", f"the day of {named.name} is not known", anchor)
    if meaning.count == 0:
        return choose(expression, days, anchors, "feast", named.name)
    return outcome.of(days[0], anchor, "nth", meaning)
