"""What a distance counts from: the time of writing, a speaker's, or the date that the text is at."""

import re

from chronology.model import Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Origin, Shift
from chronology.model.timex import NO_ANCHOR, Anchor, AnchorKind
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.when import When

_G = Granularity
TIMES = frozenset({_G.HOUR, _G.MINUTE, _G.SECOND})
LONG = {_G.DECADE: 10, _G.CENTURY: 100, _G.MILLENNIUM: 1000}
_LAST_YEAR = re.compile(r"\d.* last year$")  # "10 October last year"


def origin(expression: Expression, meaning: Shift, anchors: Anchors) -> tuple[When | None, Anchor]:
    """Return what a shift counts from, and the anchor that says so."""
    deictic = anchors.writing is not None and (
        expression.rule in _DEICTIC
        or (meaning.count == -1 and _LAST_YEAR.search(expression.text) is not None)
    )
    told = meaning.origin is Origin.NARRATIVE or (
        meaning.origin is Origin.EITHER and anchors.narrative and not deictic
    )
    told = told or (meaning.origin is Origin.EITHER and _is_of_story(expression, meaning, anchors))
    if not told and anchors.writing is not None:
        return _speaking(expression, meaning, anchors)
    last = _told(expression, meaning, anchors)
    if meaning.count == 0 and meaning.unit is _G.YEAR and not anchors.narrative:
        last = anchors.other_year() or last  # nobody calls the current year "that year"
    if last is not None and meaning.origin is not Origin.WRITING:
        if meaning.counted and not anchors.narrative and last.sentence < expression.sentence - _NEAR:
            return anchors.writing, anchors.dct_anchor()
        return last.when, last.anchor
    if anchors.writing is not None:
        return anchors.writing, anchors.dct_anchor()
    return None, NO_ANCHOR


def _told(expression: Expression, meaning: Shift, anchors: Anchors) -> Mention | None:
    """Return the date of the text that something counts from: the nearest of its kind, else the story's."""
    near = anchors.last(meaning.unit) if meaning.count == 0 and meaning.unit is _G.DAY else None
    if near is not None and near.sentence == expression.sentence:
        return near  # "arrives on Tuesday, and leaves the same evening"
    if meaning.count == 0 and meaning.unit in {_G.QUARTER, _G.HALF}:
        quarters = (item for item in reversed(anchors.mentions) if item.when.unit is meaning.unit)
        quarter = next(quarters, None)
        if quarter is not None and quarter.sentence >= expression.sentence - 1:
            return quarter
    clock = _clock_before(expression, meaning, anchors)
    just = clock or _just_before(expression, meaning, anchors)
    ahead = expression.lean is Lean.FUTURE or meaning.count == 0
    return just or anchors.story(meaning.unit, ahead=ahead) or anchors.last()


def _clock_before(expression: Expression, meaning: Shift, anchors: Anchors) -> Mention | None:
    """Return the clock time told just before, for "six hours later"."""
    before, mention = anchors.previous or (None, None)
    if meaning.unit not in TIMES or before is None or mention is None:
        return None
    return mention if mention.when.clock and before.sentence >= expression.sentence - 1 else None


def _just_before(expression: Expression, meaning: Shift, anchors: Anchors) -> Mention | None:
    """Return the date just told, however coarse: "entered in 1913 and left four years later", "a week later".

    What is counted goes on from the date before it in its sentence; else from the story, unless that has
    moved into another year since the last date as fine as the unit.
    """
    last, story, told = anchors.last(), anchors.story(meaning.unit), anchors.story(_G.MILLENNIUM)
    if not meaning.counted or last is None or last.quoted or last.sentence < expression.sentence - 1:
        return None
    date = anchors.previous is not None and isinstance(anchors.previous[0].meaning, Calendar)
    same = last.sentence == expression.sentence and last.explicit
    if same or (date and anchors.lies_ahead(last.when)):
        return last
    if told is None or story is None or told.sentence < expression.sentence - 1:
        return None
    return told if story.sentence < told.sentence and story.when.year != told.when.year else None


def _is_of_story(expression: Expression, meaning: Shift, anchors: Anchors) -> bool:
    """Tell whether "the decade" in news is that of the year just told: "in 1956 … later in the decade"."""
    last = anchors.last(_G.YEAR)
    long = meaning.unit in LONG and expression.text.lower().endswith(f"the {meaning.unit}")
    return long and last is not None and last.explicit and last.sentence >= expression.sentence - 1


_DEICTIC = frozenset({"last week", "this week", "next week"})  # "last year" is the writer's, in histories too
_NEAR = 3  # sentences: how far back "two days later" reaches in news


def _speaking(expression: Expression, meaning: Shift, anchors: Anchors) -> tuple[When | None, Anchor]:
    """Return the time of writing, or inside a quotation the day on which its sentence says it was spoken."""
    if expression.quoted and meaning.unit is _G.DAY and anchors.mentions:
        last = anchors.mentions[-1]
        if last.sentence == expression.sentence and last.when.is_day and not last.quoted:
            return last.when, Anchor(AnchorKind.SPEAKER, "speaker", last.text, last.when.period())
    return anchors.writing, anchors.dct_anchor()
