"""Dates without a year: the year of the story in histories, the nearest that tense allows in news."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from chronology.model import DateError, Granularity
from chronology.model.meaning import Calendar, Expression, Lean
from chronology.model.timex import Reading
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.ranges import starts_year_before, year_of_neighbour
from chronology.resolution.when import When, widen

_G = Granularity


def resolve_yearless(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a month, day, quarter or season its year."""
    joined = year_of_neighbour(expression, meaning, anchors)
    if joined is not None:
        return joined
    last = anchors.story(_G.YEAR)
    ahead = is_of_now(expression) and anchors.writing is not None
    if last is not None and (anchors.narrative or anchors.writing is None) and not ahead:
        return _narrative_year(expression, meaning, last, anchors)
    if anchors.writing is None:
        problem = "the year needs a publication date or an earlier date in the text"
        return outcome.unknown(yearless_value(meaning), problem)
    told = None if anchors.narrative else _told(expression, meaning, last, anchors)
    return told or _nearest(expression, meaning, anchors, anchors.writing)


def _told(
    expression: Expression, meaning: Calendar, last: Mention | None, anchors: Anchors
) -> Outcome | None:
    """Return the date in the year that heads its passage, or of which the passage tells."""
    entry = _entry(expression, anchors)
    if entry is not None:
        found = _narrative_year(expression, meaning, entry, anchors)
        found.reason = ("entry year", ())
        return found
    going = _passage(expression, meaning, anchors)
    if going is None and last is not None and _tells_a_story(expression, anchors):
        going = _narrative_year(expression, meaning, last, anchors)
        going.reason = ("passage year", ())
    return going


def _nearest(expression: Expression, meaning: Calendar, anchors: Anchors, writing: When) -> Outcome:
    candidates = _around(meaning, writing.year)
    if expression.signal != "since" or expression.mod is not None:
        return choose(expression, candidates, anchors, "year")
    over = [when for when in candidates if policy.bounds(when)[1] < policy.bounds(writing)[0]]
    if not over:
        return choose(expression, candidates, anchors, "year")
    found = choose(expression, over, anchors, "year")  # "since spring", said in spring, is since the last
    after = policy.possible(meaning, over[-1].year + 1)
    if found.when == over[-1] and after is not None:
        found.holds = (found.when.period().end, after.period().latest)
    return found


@lru_cache(maxsize=4096)
def _around(meaning: Calendar, year: int) -> tuple[When, ...]:
    """Return the same date in the years around one, where they have it."""
    years = range(max(year - _AROUND, 1), min(year + _AROUND, _LAST) + 1)
    return tuple(when for near in years if (when := policy.possible(meaning, near)) is not None)


def is_of_now(expression: Expression) -> bool:
    """Tell whether a verb in the present looks ahead: in a history too it speaks of what is still to come."""
    return expression.lean is Lean.FUTURE and (expression.cue in _OF_NOW or expression.firm is True)


_OF_NOW = frozenset({"will", "shall", "must"})
_AROUND = 2  # years on either side in which a date without a year is looked for
_LAST = 9999
_LONG_AGO = 2  # years before the publication
_PASSAGE = 3  # dates: where so many in a row lie long ago, the passage tells a story


def _tells_a_story(expression: Expression, anchors: Anchors) -> bool:
    """Tell whether a news text, in this passage, tells of years long past, and goes on to speak of them."""
    recent = anchors.mentions[-_PASSAGE:]
    if expression.lean is Lean.FUTURE or not recent:
        return False
    if len(recent) < _PASSAGE or anchors.previous is None or anchors.previous[0].line != expression.line:
        return False
    near = recent[-1].sentence >= expression.sentence - _PASSAGE
    return near and all(item.explicit and item.when.year < anchors.year - _LONG_AGO for item in recent)


def _passage(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Return the date in the year of a full date of years before that the text is at and goes on from."""
    last = anchors.passage(expression)
    if last is None:
        return None
    over = _starts_next_year(expression, meaning, last.when, anchors)
    when = policy.possible(meaning, last.when.year + over)
    if when is None or policy.bounds(when)[1] < _start(last.when) or _is_news(meaning, last.when, anchors):
        return None
    return outcome.of(when, last.anchor, "passage year")


def _is_news(meaning: Calendar, old: When, anchors: Anchors) -> bool:
    """Tell whether such a date lies just before the publication, and the old one within living memory."""
    if anchors.writing is None or old.year < anchors.year - _MEMORY:
        return False
    days = (policy.possible(meaning, year) for year in (anchors.year - 1, anchors.year))
    now = policy.bounds(anchors.writing)[0]
    return any(day is not None and 0 <= now - policy.bounds(day)[1] <= _FRESH for day in days)


_MEMORY = 20  # years
_FRESH = 60  # days


_SECTION = 3  # sentences: how far the date of a heading reaches


def _entry(expression: Expression, anchors: Anchors) -> Mention | None:
    """Return the date that heads the line or section of the expression, if it lies in years before."""
    if anchors.entry is None:
        return None
    head, mention = anchors.entry
    below = head.heads == "line" and expression.sentence <= head.sentence + _SECTION
    opens = expression.start == expression.line
    listed = head.heads == "line" and opens and mention.when.unit is _G.YEAR
    ahead = mention.when.year > anchors.year or (mention.when.year == anchors.year and not listed)
    if ahead or not (below or head.line == expression.line):
        return None
    return mention


def choose(
    expression: Expression, candidates: Sequence[When], anchors: Anchors, reason: str, *about: object
) -> Outcome:
    """Choose among the same date in neighbouring years."""
    if not candidates or anchors.writing is None:
        raise DateError("there is no such day in any year near the publication")
    order = policy.nearest(candidates, anchors.writing, expression)
    when = order[0]
    side = _side(when, anchors.writing)
    found = outcome.of(when, anchors.dct_anchor(), reason, side, expression.cue, *about)
    place = candidates.index(when)
    before = candidates[place - 1] if place else None
    after = candidates[place + 1] if place + 1 < len(candidates) else None
    found.holds = policy.window(when, before, after, expression)
    other = next((item for item in order[1:] if _side(item, anchors.writing) != side), None)
    if other is not None:
        found.alternatives = (Reading(other.value, _why_lost(expression, side)),)
    return found


def _why_lost(expression: Expression, chosen: str) -> str:
    """Say why the date on the other side of the publication lost."""
    if expression.lean is None or not expression.cue or chosen == "present":
        return "it is farther from the publication"
    if (expression.lean is Lean.FUTURE) == (chosen == "future"):
        return f"“{expression.cue}” points to the {chosen}"
    return f"it is so much farther from the publication that “{expression.cue}” does not outweigh it"


def _side(when: When, writing: When) -> str:
    first, last = policy.bounds(when)
    start, end = policy.bounds(writing)
    return "future" if first > end else "past" if last < start else "present"


def _narrative_year(expression: Expression, meaning: Calendar, last: Mention, anchors: Anchors) -> Outcome:
    inside = _in_span(meaning, anchors)
    if inside is not None:
        return inside
    year = widen(last.when, _G.YEAR).year
    when = policy.possible(meaning, year)
    month = anchors.story(_G.MONTH)
    nearest = month.when if month is not None and month.when.year == year else last.when
    if when is None or _starts_next_year(expression, meaning, nearest, anchors):
        year += 1
    elif year > 1 and starts_year_before(meaning, nearest, anchors.following):
        return outcome.of(policy.dated(meaning, year - 1), last.anchor, "narrative year")
    found = policy.dated(meaning, year)
    before = _before_aside(meaning, found, month or last, anchors)
    if before is not None:
        return outcome.of(policy.dated(meaning, before.when.year), before.anchor, "narrative year")
    if found.year == nearest.year and nearest == last.when and _leaps(expression, meaning, nearest, anchors):
        found = policy.dated(meaning, year + 1)
    return outcome.of(found, last.anchor, "narrative year")


def _leaps(expression: Expression, meaning: Calendar, last: When, anchors: Anchors) -> bool:
    """Tell whether a month so far back is the next year's: "In September it froze. On 2 January it …".

    Only inside a paragraph whose last dates are of one year: another one may begin anew.
    """
    steady = len({item.when.year for item in anchors.told(_G.MONTH)}) <= 1
    same = anchors.previous is not None and anchors.previous[0].line == expression.line
    before = expression.cue.startswith("had") and expression.signal != "by"  # not "by January it had"
    return steady and same and not before and last.year > 0 and 0 < (meaning.month or 0) <= last.month - _LEAP


def _in_span(meaning: Calendar, anchors: Anchors) -> Outcome | None:
    """Return the only such date in the range that the text is about: "from October 1893 to March 1894"."""
    if anchors.span is None or anchors.span[0].when.year < 1:
        return None
    start, end = anchors.span
    days = (policy.possible(meaning, year) for year in range(start.when.year, end.when.year + 1))
    first, last = _start(start.when), policy.bounds(end.when)[1]
    inside = [
        day for day in days if day is not None and first <= _start(day) and policy.bounds(day)[1] <= last
    ]
    return outcome.of(inside[0], start.anchor, "narrative year") if len(inside) == 1 else None


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


_MONTHS = 12
_STEP = 2  # months: how far a story steps over the end of a year unsaid
_LEAP = 6  # months: the same, where it was not aside just before
_BY = 6  # months: "in September it froze, and by January"


def _starts_next_year(expression: Expression, meaning: Calendar, last: When, anchors: Anchors) -> bool:
    """Tell whether the story goes on into the next year: January after December, spring after the winter."""
    if meaning.month:
        apart = meaning.month + _MONTHS - last.month
        same = bool(anchors.mentions) and anchors.mentions[-1].sentence == expression.sentence
        on = same and expression.signal in {"by", "until"}
        return apart <= (_BY if on else _STEP) and bool(last.month) and last.year > 0
    before = anchors.told(_G.SEASON)[1:2]
    wintered = last.season == "WI" and bool(before) and before[0].when.season in {"SU", "FA"}
    return wintered and meaning.season in {"SP", "SU"}


def yearless_value(meaning: Calendar) -> str:
    """Return the TIMEX3 value of a date whose year is not known."""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday}"
    return (
        "XXXX" + policy.dated(replace(meaning, day=None, granularity=meaning.granularity), 2000).value[4:]
        if (meaning.day is None)
        else f"XXXX-{meaning.month or 0:02d}-{meaning.day:02d}"
    )
