"""Calendar dates: in full, without a year, as a weekday alone, as part of something, or by a feast's name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from chronology.model import DateError, Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Meaning, Within
from chronology.model.timex import NO_ANCHOR, Reading
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, move, of_day, widen

_G = Granularity
_CLOCKS = {_G.PART_OF_DAY, _G.HOUR, _G.MINUTE, _G.SECOND}
_WEEK = 7
_TWO_DIGITS = 100


def resolve_calendar(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Resolve a date as far as it was said."""
    if meaning.year is not None:
        return _said(meaning, anchors)
    if meaning.granularity in _CLOCKS and meaning.day is None:
        return _clock_alone(expression, meaning, anchors)
    if meaning.weekday is not None and meaning.month is None and meaning.day is None:
        return _weekday(expression, meaning, anchors)
    if meaning.day is not None and meaning.month is None:
        return _day_of_month(expression, meaning, anchors)
    return _yearless(expression, meaning, anchors)


def _said(meaning: Calendar, anchors: Anchors) -> Outcome:
    year = meaning.year or 0
    if meaning.short and not meaning.bc and meaning.granularity is not _G.DECADE and year < _TWO_DIGITS:
        year = policy.full_year(year, anchors.writing)
    when = policy.dated(meaning, -year if meaning.bc else year)
    return outcome.of(when, NO_ANCHOR, "said", meaning)


def _clock_alone(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a bare time the day that the text is speaking of."""
    last = anchors.last(_G.DAY)
    near = last is not None and last.sentence >= expression.sentence - 1
    if last is not None and (anchors.narrative or near):
        base, anchor = last.when, last.anchor
    elif _is_today(meaning, anchors) and anchors.writing is not None:
        base, anchor = anchors.writing, anchors.dct_anchor()
    else:
        return outcome.unknown(f"XXXX-XX-XX{_clock(meaning)}", "the text does not say on which day")
    found = outcome.of(replace(base, clock=_clock(meaning)), anchor, "same day")
    found.mentions = False
    return found


def _is_today(meaning: Calendar, anchors: Anchors) -> bool:
    """Tell whether a bare time can be of the publication day: "at 2 p.m." in news, not "the night"."""
    day = anchors.writing is not None and anchors.writing.is_day and not anchors.narrative
    return day and meaning.granularity is not _G.PART_OF_DAY


def _clock(meaning: Calendar) -> str:
    return "" if meaning.clock is None else meaning.clock.value


def _weekday(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    weekday = meaning.weekday or 1
    last = anchors.last(_G.DAY) if anchors.narrative else None
    if last is not None and last.when.year > 0:
        day = last.when.first_day
        when = of_day(later(day, (weekday - day.isoweekday()) % _WEEK), _clock(meaning))
        return outcome.of(when, last.anchor, "weekday after")
    if anchors.writing is None or not anchors.writing.is_day:
        return outcome.unknown(f"XXXX-WXX-{weekday}", "a weekday alone needs a publication day to count from")
    return _news_weekday(expression, meaning, anchors, anchors.writing.first_day)


def _news_weekday(expression: Expression, meaning: Calendar, anchors: Anchors, published: date) -> Outcome:
    weekday = meaning.weekday or 1
    past = later(published, -((published.isoweekday() - weekday) % _WEEK))
    future = later(published, (weekday - published.isoweekday()) % _WEEK)
    ahead = expression.lean is Lean.FUTURE
    chosen, other = (future, past) if ahead else (past, future)
    found = outcome.of(
        of_day(chosen, _clock(meaning)), anchors.dct_anchor(), "weekday", ahead, expression.cue
    )
    span = timedelta(days=_WEEK - 1)
    found.holds = (chosen - span, chosen) if ahead else (chosen, chosen + span)
    if other != chosen:
        found.alternatives = (Reading(str(other), _lost(ahead, expression.cue)),)
    return found


def _lost(ahead: bool, cue: str) -> str:
    side = "future" if ahead else "past"
    if cue:
        return f"“{cue}” points to the {side}"
    return "news speak of the past unless they say otherwise"


def later(day: date, days: int) -> date:
    """Return the day so many days later; DateError outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise DateError("the day is outside the calendar") from error


def _day_of_month(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Read "the 15th" in the month that the text is speaking of, else in the nearest that tense allows."""
    last = anchors.last(_G.MONTH)
    near = last is not None and last.when.month and last.sentence >= expression.sentence - _SAME_MONTH
    if last is not None and (near or anchors.narrative or anchors.writing is None):
        return outcome.of(
            policy.dated(replace(meaning, month=last.when.month), last.when.year), last.anchor, "month of"
        )
    if anchors.writing is None or not anchors.writing.month or anchors.writing.year < 1:
        return outcome.unknown(f"XXXX-XX-{meaning.day:02d}", "the text does not say of which month")
    months = [move(anchors.writing, step, _G.MONTH) for step in (-1, 0, 1)]
    days = [policy.possible(replace(meaning, month=month.month), month.year) for month in months]
    return choose(expression, [day for day in days if day is not None], anchors, "month near")


_SAME_MONTH = 2  # sentences


def _yearless(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a month, day, quarter or season its year."""
    last = anchors.story(_G.YEAR)
    if last is not None and (anchors.narrative or anchors.writing is None):
        return _narrative_year(meaning, last, anchors)
    if anchors.writing is None:
        problem = "the year needs a publication date or an earlier date in the text"
        return outcome.unknown(yearless_value(meaning), problem)
    if last is not None and _tells_a_story(expression, anchors, anchors.writing):
        found = _narrative_year(meaning, last, anchors)
        found.reason = ("passage year", ())
        return found
    years = range(max(anchors.writing.year - _AROUND, 1), min(anchors.writing.year + _AROUND, _LAST) + 1)
    candidates = [policy.possible(meaning, year) for year in years]
    return choose(expression, [when for when in candidates if when], anchors, "year")


_AROUND = 2  # years on either side in which a date without a year is looked for
_LAST = 9999
_LONG_AGO = 2  # years before the publication
_PASSAGE = 3  # dates: where so many in a row lie long ago, the passage tells a story


def _tells_a_story(expression: Expression, anchors: Anchors, writing: When) -> bool:
    """Tell whether a news text, in this passage, tells of years long past, and goes on to speak of them."""
    recent = anchors.mentions[-_PASSAGE:]
    if expression.lean is Lean.FUTURE or len(recent) < _PASSAGE:
        return False
    near = recent[-1].sentence >= expression.sentence - _PASSAGE
    return near and all(item.explicit and item.when.year < writing.year - _LONG_AGO for item in recent)


_SECOND_BEST = 2  # how many readings there are at least where one lost


def choose(
    expression: Expression, candidates: list[When], anchors: Anchors, reason: str, *about: object
) -> Outcome:
    """Choose among the same date in neighbouring years."""
    if not candidates or anchors.writing is None:
        raise DateError("there is no such day in any year near the publication")
    order = policy.nearest(candidates, anchors.writing, expression.lean)
    when = order[0]
    side = _side(when, anchors.writing)
    found = outcome.of(when, anchors.dct_anchor(), reason, side, expression.cue, *about)
    place = candidates.index(when)
    before = candidates[place - 1] if place else None
    after = candidates[place + 1] if place + 1 < len(candidates) else None
    found.holds = policy.window(when, before, after, expression.lean)
    if len(order) >= _SECOND_BEST:
        why = (
            _lost(side == "future", expression.cue)
            if expression.lean
            else "it is farther from the publication"
        )
        found.alternatives = (Reading(order[1].value, why),)
    return found


def _side(when: When, writing: When) -> str:
    first, last = policy.bounds(when)
    start, end = policy.bounds(writing)
    return "future" if first > end else "past" if last < start else "present"


def _narrative_year(meaning: Calendar, last: Mention, anchors: Anchors) -> Outcome:
    year = widen(last.when, _G.YEAR).year
    when = policy.possible(meaning, year)
    month = anchors.story(_G.MONTH)
    nearest = month.when if month is not None and month.when.year == year else last.when
    if when is None or _starts_next_year(when, nearest):
        year += 1
    found = policy.dated(meaning, year)
    before = _before_aside(meaning, found, month or last, anchors)
    if before is not None:
        return outcome.of(policy.dated(meaning, before.when.year), before.anchor, "narrative year")
    return outcome.of(found, last.anchor, "narrative year")


def _before_aside(meaning: Calendar, found: When, last: Mention, anchors: Anchors) -> Mention | None:
    """Return the date at which the story was before `last`, where `last` was one or two dates aside.

    A story goes forward: where the date lies before `last`, but soon after the date before the aside, the
    story has gone back to that: "on 9 April 2003 … (In November 2008 …) … on 15 April".
    """
    if last.when.year < 1 or found.year < 1 or _start(found) >= _start(last.when):
        return None
    back = _start(last.when) - _start(found)
    for place, earlier in enumerate(anchors.told(_G.MONTH)):
        if earlier.when.year != last.when.year:
            when = policy.possible(meaning, earlier.when.year) if earlier.when.year > 0 else None
            ahead = -1 if when is None else _start(when) - _start(earlier.when)
            return earlier if 0 <= ahead <= (_SOON if place == 1 else min(back, _SOON)) else None
    return None


_SOON = 200  # days: how far the story goes on after an aside


def _start(when: When) -> int:
    return policy.bounds(when)[0]


_YEAR_END, _YEAR_START = 11, 2  # months


def _starts_next_year(when: When, last: When) -> bool:
    """Tell whether the story goes on into the next year: January after December."""
    return bool(when.month) and when.month <= _YEAR_START and last.month >= _YEAR_END and last.year > 0


def yearless_value(meaning: Calendar) -> str:
    """Return the TIMEX3 value of a date whose year is not known."""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday}"
    return (
        "XXXX" + policy.dated(replace(meaning, day=None, granularity=meaning.granularity), 2000).value[4:]
        if (meaning.day is None)
        else f"XXXX-{meaning.month or 0:02d}-{meaning.day:02d}"
    )


# Parts of wholes


def resolve_within(
    expression: Expression, meaning: Within, anchors: Anchors, whole: Callable[[Meaning], Outcome]
) -> Outcome:
    """Give the part the year of its whole: "July last year"; or count weekdays: "the first Monday of May"."""
    del expression, anchors
    found = whole(meaning.whole)
    if found.when is None:
        return found
    if meaning.count is not None:
        return _counted(meaning, found)
    year = widen(found.when, _G.YEAR).year
    return outcome.of(policy.dated(meaning.part, year), found.anchor, "within")


def _week_in(count: int, whole: Outcome) -> Outcome:
    """Return the count-th week of a month: the one of its day 1, 8, 15, 22 or 29; -1: of its last day."""
    period = None if whole.when is None else whole.when.period()
    if period is None or period.earliest is None or period.latest is None or abs(count) > _MAX_COUNT:
        raise DateError("there is no such week")
    day = period.latest if count < 0 else later(period.earliest, _WEEK * (count - 1))
    if not period.contains(day):
        raise DateError("there is no such week in that month")
    return outcome.of(widen(of_day(day), _G.WEEK), whole.anchor, "within")


_MAX_COUNT = 5  # there are at most five of a weekday in a month


def _counted(meaning: Within, whole: Outcome) -> Outcome:
    """Return the count-th weekday of the whole; -1 is the last."""
    if meaning.part.granularity is _G.WEEK:
        return _week_in(meaning.count or 1, whole)
    count, weekday = meaning.count or 1, meaning.part.weekday or 1
    period = whole.when.period() if whole.when is not None else None
    if period is None or period.earliest is None or period.latest is None or abs(count) > _MAX_COUNT:
        raise DateError("there is no such weekday")
    if count < 0:
        day = period.latest - timedelta(
            days=(period.latest.isoweekday() - weekday) % _WEEK + _WEEK * (-count - 1)
        )
    else:
        day = period.earliest + timedelta(
            days=(weekday - period.earliest.isoweekday()) % _WEEK + _WEEK * (count - 1)
        )
    if not period.contains(day):
        raise DateError("there is no such weekday in that month")
    return outcome.of(of_day(day), whole.anchor, "within")
