"""Dates whose year a neighbour in the same sentence tells: ranges, and a part before its explicit day."""

from chronology.model import DateError, Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Meaning, Origin, Shift, Within
from chronology.model.timex import Anchor, AnchorKind
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, widen

_G = Granularity
_ENDS = frozenset({"to", "through", "until", "till", "and", "au", "à"})
_BETWEEN = frozenset({"between", "entre"})
_THROUGH = frozenset({"to", "through", "until", "till"})
_STARTS = frozenset({"from", "between", "de", "entre"})
_JOINT = 8  # characters between the first half of a range and the second, with "the" or "mid-"


def year_of_neighbour(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Return the date in the year that the expression before or after it in its sentence gives, or None."""
    start = first_half(expression, anchors)
    if start is not None and start.when.year > 0:
        when = _after(meaning, start.when)
        return None if when is None else outcome.of(when, start.anchor, "range")
    for rule in (_listed, _part_of_following, _goes_on):
        found = rule(expression, meaning, anchors)
        if found is not None:
            return found
    return None


def _listed(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Return the date in the year of the one before it in a list: "on May 3, 4 and 7"."""
    before, mention = anchors.previous or (None, None)
    if before is None or mention is None or before.sentence != expression.sentence:
        return None
    if expression.start - before.end > _BESIDE or not _alike(before.meaning, meaning):
        return None
    when = policy.possible(meaning, mention.when.year) if mention.when.year > 0 else None
    ordered = when is not None and policy.bounds(when)[0] > policy.bounds(mention.when)[0]
    return outcome.of(when, mention.anchor, "range") if when is not None and ordered else None


def first_half(expression: Expression, anchors: Anchors) -> Mention | None:
    """Return what a range begins with: "from May" before "to July", "this year" before "through August"."""
    if anchors.previous is None:
        return None
    before, mention = anchors.previous
    gap, word = expression.start - before.end, expression.signal or ""
    if before.sentence != expression.sentence or gap > len(word) + _JOINT:
        return None
    if before.signal in _BETWEEN:
        return mention if word in _ENDS or not word else None
    whole_year = mention is not None and mention.when.unit is _G.YEAR
    alike = whole_year or _alike(before.meaning, expression.meaning)
    opened = (before.signal in _STARTS and word in _ENDS) or (alike and word in _THROUGH)
    return mention if opened else None


def _alike(first: Meaning, second: Meaning) -> bool:
    """Tell whether two dates name the same things: two weekdays, two months, two days of months."""
    if not isinstance(first, Calendar) or not isinstance(second, Calendar):
        return False
    return all(
        (a is None) == (b is None)
        for a, b in ((getattr(first, name), getattr(second, name)) for name in _NAMED)
    )


_NAMED = ("month", "day", "weekday", "season", "number")


def _after(meaning: Calendar, start: When) -> When | None:
    """Return the date that is in the year `start`, or the first that is not before a finer `start`."""
    if start.unit in {_G.DECADE, _G.CENTURY, _G.MILLENNIUM}:
        return None
    for year in (start.year, start.year + 1):
        when = policy.possible(meaning, year)
        if when is not None and policy.bounds(when)[1] >= policy.bounds(start)[0]:
            return when
    return None


def _part_of_following(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Give "their summer offensive … in June 1942" the year of the fuller date in it that comes next."""
    after = anchors.following
    if after is None or after.sentence != expression.sentence or not isinstance(after.meaning, Calendar):
        return None
    said = after.meaning
    if said.year is None or said.bc or said.short or not meaning.granularity.finer_than(_G.YEAR):
        return None
    if not said.granularity.finer_than(meaning.granularity):
        return None
    inner, when = policy.possible(said, said.year), policy.possible(meaning, said.year)
    if inner is None or when is None or not _holds(when, inner):
        return None
    anchor = Anchor(AnchorKind.TIMEX, anchors.following_ref, after.text, inner.period())
    return outcome.of(when, anchor, "range")


def _goes_on(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Return the date in the year that its sentence has just named by its distance from now or the story.

    "In the year-ago quarter, the second quarter, …"; and where a past verb stands at it, the first such date
    on or after the one before: "It opened on 3 May last year and resumed in July", "that year, … on 3 May".
    """
    if anchors.previous is None or anchors.narrative or anchors.writing is None:
        return None
    before, mention = anchors.previous
    if mention is None or before.sentence != expression.sentence or before.signal in _STARTS | {"since"}:
        return None
    year_named = isinstance(before.meaning, Shift) and before.meaning.unit is _G.YEAR
    within = meaning.granularity is _G.QUARTER or expression.signal == "in"
    beside = year_named and within and expression.start - before.end <= _BESIDE
    part = isinstance(before.meaning, Within) and isinstance(before.meaning.whole, Shift)
    part = part or (year_named and mention.when.unit is _G.YEAR and _is_told(before.meaning))
    if not (beside or (part and expression.lean is Lean.PAST)) or mention.when.year >= anchors.writing.year:
        return None
    when = _after(meaning, widen(mention.when, _G.YEAR) if beside else mention.when)
    late = when is None or policy.bounds(when)[1] > policy.bounds(anchors.writing)[0]
    return None if when is None or late else outcome.of(when, mention.anchor, "range")


def _is_told(meaning: Meaning) -> bool:
    """Tell whether a year is the story's: "that year", "the following year", not "a year earlier"."""
    return (
        isinstance(meaning, Shift)
        and meaning.origin is Origin.NARRATIVE
        and not (meaning.counted or meaning.about)
    )


def apposed(expression: Expression, anchors: Anchors, unit: Granularity) -> Outcome | None:
    """Return the date that stands beside a distance: "three years earlier, in the summer of 1789"."""
    after = anchors.following
    if after is None or after.sentence != expression.sentence or after.start - expression.end > _BESIDE:
        return None
    said = after.meaning
    if not isinstance(said, Calendar) or said.year is None or said.bc or said.short:
        return None
    when = policy.possible(said, said.year)
    if when is None or unit.finer_than(when.unit) or when.year < 1:
        return None
    anchor = Anchor(AnchorKind.TIMEX, anchors.following_ref, after.text, when.period())
    return outcome.of(widen(when, unit), anchor, "apposed")


_BESIDE = 6  # characters: ", in "


def _holds(when: When, inner: When) -> bool:
    first, last = policy.bounds(when)
    begin, end = policy.bounds(inner)
    return first <= begin and end <= last


def starts_year_before(meaning: Calendar, story: When, following: Expression | None) -> bool:
    """Tell whether a range over a year's end that begins here has its end in the year of the story.

    "From October to March" after January 1945 begins in 1944; after November 1945 in 1945.
    """
    after = following.meaning if following is not None else None
    if not isinstance(after, Calendar) or following is None or following.signal not in _ENDS:
        return False
    if after.year is not None or not meaning.month or not after.month or after.month >= meaning.month:
        return False
    try:
        begin, end = (policy.bounds(policy.dated(part, story.year))[0] for part in (meaning, after))
        told = policy.bounds(story)[0]
    except DateError:
        return False
    return max(0, told - end) < begin - told
