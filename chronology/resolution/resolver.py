"""Meaning + anchor → timex: says what every expression of a text means, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count, repeat
from typing import Any

from chronology.model import CreationTime, DateError, Granularity, Timex, TimexType
from chronology.model.meaning import (
    Calendar,
    Expression,
    Feast,
    Lean,
    Length,
    Literal,
    Meaning,
    Nth,
    Origin,
    Repeat,
    Shift,
    Vague,
    Within,
)  # fmt: skip
from chronology.model.timex import AnchorKind
from chronology.resolution import policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.calendar_dates import resolve_calendar
from chronology.resolution.confidence import confidence
from chronology.resolution.fiscal import fiscal_period, is_fiscal
from chronology.resolution.lengths import resolve_length, resolve_literal, resolve_repeat, resolve_vague
from chronology.resolution.named import resolve_feast, resolve_nth
from chronology.resolution.outcome import Outcome
from chronology.resolution.parts import resolve_within
from chronology.resolution.ranges import first_half
from chronology.resolution.reasons import derivation
from chronology.resolution.reports import report
from chronology.resolution.shifts import resolve_shift
from chronology.resolution.when import When
from chronology.temporal import periods

_G = Granularity


def resolve(
    expressions: Sequence[Expression], creation: CreationTime | None, mode: str = "auto"
) -> tuple[Timex, ...]:
    """Return one timex for every expression, in order.

    `mode`: "news" counts from the publication, "narrative" from the last date mentioned, "auto" decides.
    Words that are time in histories only ("former") are left out of news.
    """
    return tuple(stream((expressions,), creation, mode))


def stream(
    blocks: Iterable[Sequence[Expression]], creation: CreationTime | None, mode: str = "auto"
) -> Iterator[Timex]:
    """Yield the timexes of a text whose expressions come block by block; the first decides its genre."""
    anchors, numbers = Anchors(creation), count(1)
    for first, block in zip(chain((True,), repeat(False)), blocks, strict=False):
        if first:
            told = policy.is_narrative(block, anchors.writing) if mode == "auto" else mode == "narrative"
            anchors.narrative = told or anchors.writing is None
        kept = [
            expression
            for expression in block
            if anchors.narrative or expression.rule not in policy.ONLY_IN_NARRATIVE
        ]
        for place, expression in enumerate(kept, start=1):
            number = next(numbers)
            anchors.following = kept[place] if place < len(kept) else None
            anchors.following_ref = f"t{number + 1}"
            yield _timex(expression, number, anchors)


def _timex(expression: Expression, number: int, anchors: Anchors) -> Timex:
    ref = f"t{number}"
    outcome = _outcome(expression, anchors)
    function = _function(expression, outcome, anchors, number)
    if function is None:  # no text speaks of its own date line as "that day"
        _remember(expression, outcome, anchors, ref)
    report(expression, outcome, anchors, ref)
    if outcome.holds == (None, None) and outcome.when is not None and anchors.writing is not None:
        _hold(outcome, anchors.writing)
    return Timex(
        id=ref,
        start=expression.start,
        end=expression.end,
        text=expression.text,
        type=expression.type,
        value=outcome.value,
        derivation=derivation(expression, outcome, anchors.narrative),
        anchor=outcome.anchor,
        period=outcome.period,
        mod=expression.mod,
        quant=outcome.quant,
        freq=outcome.freq,
        begin_point=outcome.begin,
        end_point=outcome.end,
        function=function,
        signal=expression.signal,
        confidence=confidence(expression, outcome, anchors.narrative),
        alternatives=outcome.alternatives,
        unresolved=outcome.problem,
        holds_from=outcome.holds[0],
        holds_to=outcome.holds[1],
    )


def _hold(outcome: Outcome, writing: When) -> None:
    """Give what counts from the publication, by a rule that tells no window, the days known for sure."""
    if outcome.anchor.kind is AnchorKind.DCT and writing.year > 0:
        held = writing.period()
        outcome.holds = (held.earliest, held.latest)


def _remember(expression: Expression, outcome: Outcome, anchors: Anchors, ref: str) -> None:
    """Note the date for what comes after; a story does not go on from today."""
    mention = None
    if outcome.when is not None and outcome.problem is None:
        explicit = outcome.reason[0] in _EXPLICIT
        glance = _is_glance(expression, outcome, anchors)
        planned = expression.lean is Lean.FUTURE and not isinstance(expression.meaning, Shift)
        place = expression.sentence, expression.quoted, explicit, glance, planned
        mention = Mention(ref, expression.text, outcome.when, *place)
        told = not (anchors.narrative and outcome.anchor.kind is AnchorKind.DCT)
        if told and outcome.mentions:
            anchors.mention(mention)
        if outcome.reason[0] == "said":
            anchors.span = _span(expression, mention, anchors)
        if expression.heads and explicit:
            anchors.entry = expression, mention
        opens = expression.start == expression.line
        if opens and outcome.reason[0] == "entry year" and anchors.entry is not None:
            head, year = anchors.entry  # the next item of the list is under the same heading
            anchors.entry = replace(head, sentence=expression.sentence), year
    anchors.previous = expression, mention


def _span(expression: Expression, end: Mention, anchors: Anchors) -> tuple[Mention, Mention] | None:
    """Return the range of months or days over a year's end that a date ends, or the one that holds it."""
    start = first_half(expression, anchors)
    if start is not None and start.when.month and end.when.month and 0 < end.when.year - start.when.year <= 1:
        return start, end
    span = anchors.span
    if span is None or not end.when.month or not span[0].when.year <= end.when.year <= span[1].when.year:
        return None
    return span


_EXPLICIT = {"said", "narrative year", "passage year", "passage day"}
_YEARS = {_G.YEAR, _G.DECADE, _G.CENTURY}
_LOOKS_BACK = {"since", "until", "till", "before", "depuis", "avant"}


def _is_glance(expression: Expression, outcome: Outcome, anchors: Anchors) -> bool:
    """Tell whether the text only looks at a date: counted backwards, now, a limit, or in somebody's words."""
    shift = expression.meaning if isinstance(expression.meaning, Shift) else None
    back = now = False
    if shift is not None:
        written = shift.origin is not Origin.NARRATIVE
        back = (shift.count or 0) < 0 and (shift.origin is not Origin.WRITING or shift.unit not in _YEARS)
        now = shift.count == 0 and written and not anchors.narrative
    if expression.cue == "not" and shift is None:  # "did not come until May": the story is there
        return expression.quoted
    return (
        back
        or now
        or expression.quoted
        or expression.signal in _LOOKS_BACK
        or (bool(expression.cue) and outcome.reason[0] == "said" and not is_fiscal(expression))
        or _is_second(expression, outcome, anchors)
    )


def _is_second(expression: Expression, outcome: Outcome, anchors: Anchors) -> bool:
    """Tell whether a date of another year comes second in its sentence: the first one tells the story."""
    last = anchors.mentions[-1] if anchors.mentions else None
    if last is None or last.glance or outcome.when is None or last.sentence != expression.sentence:
        return False
    back, coarser = outcome.when.year < last.when.year, last.when.unit.finer_than(outcome.when.unit)
    return back or (coarser and outcome.when.year != last.when.year)


def _outcome(expression: Expression, anchors: Anchors) -> Outcome:
    """Resolve; what cannot be computed stays unresolved, with the reason."""
    try:
        outcome = _resolve(expression, expression.meaning, anchors)
    except DateError as error:
        return Outcome("", problem=error.message, mentions=False)
    except (OverflowError, ValueError):
        return Outcome("", problem=_BEYOND, mentions=False)
    try:
        _add_period(expression, outcome)
    except DateError as error:
        outcome.problem, outcome.mentions = error.message, False
    except (OverflowError, ValueError):
        outcome.problem, outcome.mentions = _BEYOND, False
    return outcome


_BEYOND = "it lies outside the years 1 to 9999"


def _resolve(expression: Expression, meaning: Meaning, anchors: Anchors) -> Outcome:
    if isinstance(meaning, Shift) and meaning.base is not None:
        return resolve_shift(expression, meaning, anchors, _resolve(expression, meaning.base, anchors))
    if isinstance(meaning, Nth) and meaning.base is not None:
        return resolve_nth(expression, meaning, anchors, _resolve(expression, meaning.base, anchors))
    if isinstance(meaning, Within):
        return resolve_within(
            expression, meaning, anchors, lambda whole: _resolve(expression, whole, anchors)
        )
    return _RESOLVERS[type(meaning)](expression, meaning, anchors)


def _add_period(expression: Expression, outcome: Outcome) -> None:
    if outcome.period is not None or outcome.when is None or expression.type is TimexType.SET:
        return
    found = fiscal_period(expression, outcome.when) if is_fiscal(expression) else outcome.when.period()
    outcome.period = periods.approximate(found) if expression.mod == "APPROX" else found


_HEAD = 600  # characters: where a date line can stand
_HEAD_DATES = 3  # expressions: how many may stand before it or be it


def _function(expression: Expression, outcome: Outcome, anchors: Anchors, number: int) -> str | None:
    """Mark the date line: a full date in a line of its own at the head that is the publication day itself."""
    if number > _HEAD_DATES or expression.start > _HEAD or not expression.heads or outcome.when is None:
        return None
    meaning = expression.meaning
    explicit = isinstance(meaning, Calendar) and meaning.year is not None and meaning.day is not None
    return "PUBLICATION_TIME" if explicit and outcome.when == anchors.writing else None


_RESOLVERS: dict[type[Meaning], Callable[[Expression, Any, Anchors], Outcome]] = {
    Calendar: resolve_calendar,
    Feast: resolve_feast,
    Length: resolve_length,
    Literal: resolve_literal,
    Nth: resolve_nth,
    Repeat: resolve_repeat,
    Shift: resolve_shift,
    Vague: resolve_vague,
}
