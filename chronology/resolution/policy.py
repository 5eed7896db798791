"""Choices that the words leave open: news or narrative, past or future, which year, which century."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from chronology.model import DateError, Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Nth, Origin, Shift, Vague
from chronology.resolution.when import When

_G = Granularity
ONLY_IN_NARRATIVE = frozenset({"history phrase", "unnamed stretch"})
"""Rules whose words are time in histories, but hardly ever in news."""

_NEWS_YEARS = 2  # a year this near to the publication is as likely in news as in histories
_MEMORY = 20  # years
_ENOUGH = 3  # full dates that a history has at least
_YEARS = {_G.MILLENNIUM: 1000, _G.CENTURY: 100, _G.DECADE: 10}


def is_narrative(expressions: Sequence[Expression], writing: When | None) -> bool:
    """Tell history from news: full dates far from the publication outnumber words that count from it.

    A short text of long ago has few of them, but nothing at all that is of the time of writing.
    """
    if writing is None:
        return True
    dated = deictic = 0
    for expression in expressions:
        meaning = expression.meaning
        if expression.heads == "entry":
            continue  # a list of dates can stand at the end of any text
        if isinstance(meaning, Calendar):
            if meaning.year is not None:
                dated += meaning.bc or abs(_year(meaning) - writing.year) > _NEWS_YEARS
            elif meaning.weekday is not None and meaning.month is None:
                deictic += 2
        elif isinstance(meaning, (Shift, Nth)) and meaning.origin is not Origin.NARRATIVE:
            deictic += 2 if meaning.origin is Origin.WRITING else 1
    return (dated > _ENOUGH and dated > 2 * deictic) or _is_short_history(expressions, writing)


def _is_short_history(expressions: Sequence[Expression], writing: When) -> bool:
    """Tell whether a text opens with a date before living memory, and nothing in it is of its writing."""
    opening = next((item for item in expressions if not item.heads), None)
    meaning = opening.meaning if opening is not None else None
    if not isinstance(meaning, Calendar) or meaning.year is None:
        return False
    old = meaning.bc or _year(meaning) < writing.year - _MEMORY
    return old and not any(map(_is_of_now, expressions))


def _is_of_now(expression: Expression) -> bool:
    """Tell whether a time counts from the writing, or its sentence is in the present or the future."""
    meaning = expression.meaning
    if isinstance(meaning, Vague):
        return meaning.ref == "PRESENT_REF"
    if isinstance(meaning, (Shift, Nth)):
        return meaning.origin is not Origin.NARRATIVE and not expression.text.lower().startswith("the ")
    ahead = expression.lean is Lean.FUTURE and expression.cue != expression.signal
    return ahead or expression.cue in _PRESENT_PERFECT or expression.quoted


_PRESENT_PERFECT = frozenset({"has", "have"})


def _year(meaning: Calendar) -> int:
    return (meaning.year or 0) * _YEARS.get(meaning.granularity, 1)


@lru_cache(maxsize=4096)
def bounds(when: When) -> tuple[int, int]:
    """Return the ordinals of the first and last day."""
    if when.is_day:
        day = when.first_day.toordinal()
        return day, day
    found = when.period()
    if found.earliest is None or found.latest is None:
        raise DateError(f"{when.value} has no first or last day")
    return found.earliest.toordinal(), found.latest.toordinal()


_AGAINST = 3.5  # how many times farther a date ahead is when tense points to the past
_AGAINST_LOOSE = 2.5  # the same where what is past only arranged what is dated
_AGAINST_FUTURE = 5  # how many times farther a date back is when tense points to the future
_NEVER = 1000
_REPORTED = {_G.QUARTER, _G.HALF}
_UNSAID = 2  # news speak of the past unless they say otherwise


def _weights(expression: Expression) -> tuple[float, float]:
    """Return how far a day in the past and one in the future count."""
    if expression.lean is Lean.FUTURE:
        quarter = isinstance(expression.meaning, Calendar) and expression.meaning.granularity in _REPORTED
        if expression.firm is None:
            return 1, 1  # "was due in May" says nothing of now
        report = quarter and expression.signal not in {"by", "in", "until"}
        return _NEVER if expression.firm and not report else _AGAINST_FUTURE, 1
    if expression.lean is Lean.PAST:
        return 1, _NEVER if expression.firm else _AGAINST_LOOSE if expression.firm is None else _AGAINST
    return 1, _UNSAID


def nearest(candidates: Sequence[When], anchor: When, expression: Expression) -> list[When]:
    """Order the same date in neighbouring years by distance, nearest first.

    The side that tense does not point to counts as farther than it is.
    """
    start, end = bounds(anchor)
    past, future = _weights(expression)

    def distance(when: When) -> float:
        first, last = bounds(when)
        if last < start:
            return (start - last) * past
        reported = (
            expression.lean is Lean.PAST and when.unit in _REPORTED
        )  # nobody reports on a quarter before it begins
        return (first - end) * (_NEVER if reported else future) if first > end else 0

    return sorted(candidates, key=distance)


def window(
    when: When, before: When | None, after: When | None, expression: Expression
) -> tuple[date | None, date | None]:
    """Return the publication days for which `nearest` picks `when` over its neighbours in time."""
    past, future = _weights(expression)
    first, last = bounds(when)
    start = end = None
    if before is not None:
        start = _day((future * first + past * bounds(before)[1]) // (past + future) + 1)
    if after is not None:
        end = _day((past * last + future * bounds(after)[0]) // (past + future))
    return start, end


def _day(ordinal: float) -> date | None:
    return date.fromordinal(int(ordinal)) if 1 <= ordinal <= date.max.toordinal() else None


def full_year(digits: int, writing: When | None) -> int:
    """Return the year meant by two digits: from 80 years before to 20 years after the time of writing."""
    reference = writing.year if writing is not None else 2000
    year = reference - reference % 100 + digits
    if year > max(reference + 20, 100):
        return year - 100
    return year + 100 if year < reference - 80 else year


def possible(meaning: Calendar, year: int) -> When | None:
    """Return the date in `year`, or None where that year has no such day."""
    try:
        return dated(meaning, year)
    except DateError:
        return None


def dated(meaning: Calendar, year: int) -> When:
    """Return a calendar date in a (signed) year; DateError where there is no such day."""
    clock = "" if meaning.clock is None else meaning.clock.value
    if meaning.day is None:
        return When(
            meaning.granularity, year, meaning.month or 0, 0, meaning.number or 0, meaning.season or "", clock
        )
    when = When(_G.DAY, year, meaning.month or 0, meaning.day, clock=clock)
    when.check()
    return when
