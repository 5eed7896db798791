"""Choices that the words leave open: news or narrative, past or future, which year, which century."""

from collections.abc import Sequence

from chronology.model import Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Shift
from chronology.resolution.when import When, of_day, widen

_G = Granularity

ONLY_IN_NARRATIVE = frozenset({"history phrase", "unnamed stretch"})
"""Rules whose words are time in histories, but hardly ever in news."""


def is_narrative(expressions: Sequence[Expression], writing: When | None) -> bool:
    """Tell history from news: full dates outnumber words that count from the time of writing."""
    if writing is None:
        return True
    dated = deictic = 0
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Calendar):
            if meaning.year is not None:
                old = meaning.bc or abs(_year_of(meaning) - writing.year) > 2
                dated += 1 if old else 0
            elif meaning.weekday is not None and meaning.month is None:
                deictic += 2
        elif isinstance(meaning, Shift) and meaning.origin == "writing":
            deictic += 2
    return dated > 3 and dated > 2 * deictic


def _year_of(meaning: Calendar) -> int:
    year = meaning.year or 0
    return {_G.DECADE: 10, _G.CENTURY: 100}.get(meaning.granularity, 1) * year


def nearest_year(candidates: Sequence[When], anchor: When, lean: Lean | None) -> tuple[When, str]:
    """Choose among the same date in neighbouring years, and name the reason.

    The nearest one wins, where the side that tense does not point to counts as farther than it is.
    """
    start, end = bounds(anchor)
    when = min(candidates, key=lambda item: _cost(item, start, end, lean))
    first, last = bounds(when)
    if first > end:
        return when, "future"
    return when, "past" if last < start else "nearest"


_AGAINST = 5  # how much farther a date is when tense points the other way
_UNSAID = 1.3  # news speak of the past unless they say otherwise


def _cost(when: When, start: int, end: int, lean: Lean | None) -> float:
    first, last = bounds(when)
    if last < start:
        return (start - last) * (_AGAINST if lean is Lean.FUTURE else 1)
    if first > end:
        return (first - end) * (_AGAINST if lean is Lean.PAST else _UNSAID if lean is None else 1)
    return 0


def bounds(when: When) -> tuple[int, int]:
    """Return the ordinals of the first and last day."""
    first = when.first_day
    following = {_G.DAY: 1, _G.WEEK: 7, _G.WEEKEND: 2, _G.MONTH: 30, _G.QUARTER: 91, _G.SEASON: 91, _G.HALF: 182, _G.YEAR: 364}
    length = following.get(when.unit, 1)
    return first.toordinal(), first.toordinal() + length - 1


def full_year(digits: int, writing: When | None) -> int:
    """Return the year meant by two digits: the one nearest to the time of writing, at most 20 years ahead."""
    reference = writing.year if writing is not None else 2000
    year = reference - reference % 100 + digits
    if year > reference + 20:
        return year - 100
    return year + 100 if year < reference - 80 else year


__all__ = ["bounds", "full_year", "is_narrative", "nearest_year", "of_day", "widen"]
