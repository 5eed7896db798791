"""Calendar dates: in full, as a clock time, a weekday or a day of the month alone."""

from dataclasses import replace
from datetime import date, timedelta

from chronology.model import Granularity
from chronology.model.meaning import Calendar, Expression, Lean
from chronology.model.timex import NO_ANCHOR, Reading
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.ranges import first_half
from chronology.resolution.when import When, later, move, of_day
from chronology.resolution.yearless import choose, resolve_yearless

_G = Granularity
_CLOCKS = {_G.PART_OF_DAY, _G.HOUR, _G.MINUTE, _G.SECOND}
_WEEK = 7
_LISTED = 5  # characters: " and "
_TWO_DIGITS = 100
_WIDTH = {_G.DECADE: 3, _G.CENTURY: 2, _G.MILLENNIUM: 1}


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
    return resolve_yearless(expression, meaning, anchors)


def _said(meaning: Calendar, anchors: Anchors) -> Outcome:
    year = meaning.year or 0
    if meaning.short and not meaning.bc and meaning.granularity is not _G.DECADE and year < _TWO_DIGITS:
        year = policy.full_year(year, anchors.writing)
    if meaning.bc and year == 0:  # the first century or decade before our era: -0 would be after it
        return outcome.unknown(
            "BC" + "0" * _WIDTH.get(meaning.granularity, 4), "no notation that is used here has a name for it"
        )
    when = policy.dated(meaning, -year if meaning.bc else year)
    return outcome.of(when, NO_ANCHOR, "said", meaning)


def _clock_alone(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a bare time the day that the text is speaking of."""
    last = anchors.last(_G.DAY) if anchors.narrative else anchors.day_spoken_of(expression)
    told = expression.lean is Lean.PAST and meaning.granularity is not _G.PART_OF_DAY
    reach = _PAST_REACH if told else 1
    opens = (
        expression.start == expression.line and not anchors.narrative
    )  # an entry of the day: "14:30 Voting …"
    near = not opens and last is not None and last.sentence >= expression.sentence - reach
    if last is not None and (anchors.narrative or near):
        base, anchor = last.when, last.anchor
    elif _is_today(expression, meaning, anchors) and anchors.writing is not None:
        base, anchor = anchors.writing, anchors.dct_anchor()
    else:
        return outcome.unknown(f"XXXX-XX-XX{_clock(meaning)}", "the text does not say on which day")
    before = expression.rule == _OVERNIGHT and expression.lean is not Lean.FUTURE and base.year > 0
    if before and not anchors.narrative:
        base = of_day(later(base.first_day, -1))
    reason = "overnight" if before and not anchors.narrative else "same day"
    found = outcome.of(base._replace(clock=_clock(meaning)), anchor, reason)
    found.mentions = False
    return found


_PAST_REACH = 6  # sentences: how far back the day of "was shot at 10 p.m." is looked for


_OVERNIGHT = "overnight"  # in news the night that led to the day of publication


def _is_today(expression: Expression, meaning: Calendar, anchors: Anchors) -> bool:
    """Tell whether a bare time can be of the publication day: "at 2 p.m." in news, not "the night"."""
    day = anchors.writing is not None and anchors.writing.is_day and not anchors.narrative
    return day and (meaning.granularity is not _G.PART_OF_DAY or expression.rule == _OVERNIGHT)


def _clock(meaning: Calendar) -> str:
    return "" if meaning.clock is None else meaning.clock.value


def _weekday(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    weekday = meaning.weekday or 1
    old = _old_weekday(expression, anchors)
    last = anchors.last(_G.DAY) if anchors.narrative else _weekday_before(expression, anchors) or old
    if last is not None and last.when.is_day and last.when.year > 0:
        day = last.when.first_day
        when = of_day(later(day, (weekday - day.isoweekday()) % _WEEK), _clock(meaning))
        return outcome.of(when, last.anchor, "passage day" if last is old else "weekday after")
    if anchors.writing is None or not anchors.writing.is_day:
        return outcome.unknown(f"XXXX-WXX-{weekday}", "a weekday alone needs a publication day to count from")
    return _news_weekday(expression, meaning, anchors, anchors.writing.first_day)


def _old_weekday(expression: Expression, anchors: Anchors) -> Mention | None:
    """Return the day of years before that an old story is at, where it told its weekday too."""
    before = None if anchors.previous is None else anchors.previous[0].meaning
    told = isinstance(before, Calendar) and before.weekday is not None
    return anchors.passage(expression) if told else None


def _weekday_before(expression: Expression, anchors: Anchors) -> Mention | None:
    """Return the day that a range of weekdays begins with, "Monday to Friday"."""
    before = anchors.previous[0].meaning if anchors.previous is not None else None
    weekday = isinstance(before, Calendar) and before.weekday is not None
    if not weekday or anchors.previous is None:
        return None
    return first_half(expression, anchors) or _weekday_listed(expression, anchors)


def _weekday_listed(expression: Expression, anchors: Anchors) -> Mention | None:
    """Return the day before it in "on Tuesday and Wednesday", where the second has to be on its side."""
    before, mention = anchors.previous or (None, None)
    if before is None or mention is None or anchors.writing is None or not mention.when.is_day:
        return None
    close = before.sentence == expression.sentence and expression.start - before.end <= _LISTED
    return mention if close and anchors.lies_ahead(mention.when) else None


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


def _day_of_month(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Read "the 15th" in the month that the text is speaking of, else in the nearest that tense allows."""
    last = anchors.story(_G.MONTH)
    month = None if last is None else _month_of(last)
    near = last is not None and last.sentence >= expression.sentence - _SAME_MONTH
    if last is not None and expression.lean is Lean.FUTURE and not anchors.lies_ahead(last.when):
        near = near and anchors.writing is not None and last.when.month == anchors.writing.month
    if last is not None and month is not None and (near or anchors.narrative or anchors.writing is None):
        said = replace(meaning, month=month.month)
        return outcome.of(policy.dated(said, month.year), last.anchor, "month of")
    if anchors.writing is None or not anchors.writing.month or anchors.writing.year < 1:
        return outcome.unknown(f"XXXX-XX-{meaning.day:02d}", "the text does not say of which month")
    months = [move(anchors.writing, step, _G.MONTH) for step in (-1, 0, 1)]
    days = [policy.possible(replace(meaning, month=month.month), month.year) for month in months]
    return choose(expression, [day for day in days if day is not None], anchors, "month near")


def _month_of(last: Mention) -> When | None:
    """Return the month of a day or month; of a week the one that it ends in, for "the first week of May"."""
    if last.when.month or last.when.year < 1:
        return last.when if last.when.month else None
    end = last.when.period().latest
    return None if end is None else of_day(end)


_SAME_MONTH = 2  # sentences
