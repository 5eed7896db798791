"""The words of a derivation, written only when somebody reads them."""

from collections.abc import Callable
from functools import partial
from string import capwords

from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Expression, Lean, Nth, Shift
from chronology.model.timex import AnchorKind, Derivation, Step, StepKind
from chronology.resolution.amounts import (
    MODS,
    PORTIONS,
    UNITS,
    anchor_words,
    clock_words,
    distance,
    duration,
    how_often,
    nearly,
    portion,
    zone_words,
)
from chronology.resolution.explain import LazyDerivation
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When
from chronology.temporal.words import describe


def derivation(expression: Expression, outcome: Outcome, narrative: bool) -> Derivation:
    """Return the derivation of `outcome`, to be written when read."""
    return LazyDerivation(partial(_write, expression, outcome, narrative))


def _write(expression: Expression, outcome: Outcome, narrative: bool) -> tuple[tuple[Step, ...], str]:
    said = f"“{expression.text}”"
    anchor = anchor_words(outcome)
    steps = [Step(StepKind.SAID, said, expression.rule)]
    if anchor:
        steps.append(Step(StepKind.ANCHOR, f"counted from {anchor}"))
    if narrative and outcome.anchor.kind is AnchorKind.TIMEX:
        steps.append(
            Step(StepKind.ASSUMED, "the text tells a story, so dates count from the last one mentioned")
        )
    if outcome.reason[0] in {"weekday", "year", "feast"} and _agrees(expression, outcome.reason[1][0]):
        side = "what was past" if expression.lean is Lean.PAST else "what was to come"
        steps.append(Step(StepKind.ASSUMED, f"“{expression.cue}” speaks of {side}"))
    if outcome.value == "PRESENT_REF" and outcome.anchor.kind is AnchorKind.DCT:
        steps.append(Step(StepKind.VALUE, anchor))
        return tuple(steps), f"{said} is the time of writing: {anchor}."
    if outcome.problem:
        steps.append(Step(StepKind.VALUE, f"not dated: {outcome.problem}"))
        return tuple(steps), f"{said} is left without a date: {outcome.problem}."
    how = _how(expression, outcome, anchor)
    if how and isinstance(expression.meaning, Calendar) and expression.meaning.fiscal:
        how += _fiscal(expression)
    result = _result(expression, outcome)
    if how:
        steps.append(Step(StepKind.ARITHMETIC, how))
    steps.append(Step(StepKind.VALUE, result))
    unit = outcome.when.unit if outcome.when is not None else Granularity.YEAR
    return tuple(steps), _sentence(said, how, result, expression, unit)


def _fiscal(expression: Expression) -> str:
    if expression.cue:
        return f"; it is fiscal, and “{expression.cue}” suggests that of the United States, from 1 October"
    return "; it is fiscal, and need not begin in January"


def _agrees(expression: Expression, side: object) -> bool:
    """Tell whether the cue points to the side that was chosen ("future", True for a weekday ahead)."""
    ahead = expression.lean is Lean.FUTURE
    return bool(expression.cue) and expression.lean is not None and ahead == (side in {True, "future"})


def _sentence(said: str, how: str, result: str, expression: Expression, unit: Granularity) -> str:
    bounded = expression.type is TimexType.DURATION or isinstance(expression.meaning, Shift)
    if expression.mod in PORTIONS:
        hedge = portion(expression, unit)
    else:  # the length or the bounds say it
        hedge = "" if bounded else MODS.get(expression.mod or "", "")
    reached = f"{said} is {hedge}{result}"
    return f"{reached}: {how}." if how else f"{reached}."


def _result(expression: Expression, outcome: Outcome) -> str:
    if outcome.reason[0] == "length":
        return f"a length of time, {nearly(expression)}{duration(outcome)}, not a date"
    if outcome.reason[0] == "set":
        return f"a time that comes again and again{how_often(outcome)}"
    if outcome.period is None:
        return outcome.value
    clock = outcome.when.clock if outcome.when is not None else ""
    zone = zone_words(expression.text) if clock[1:2].isdecimal() else ""
    return describe(outcome.period) + (f", {clock_words(clock)}{zone}" if clock else "")


def _shift(expression: Expression, outcome: Outcome, anchor: str) -> str:
    meaning = outcome.reason[1][0]
    if not isinstance(meaning, Shift) or not anchor:
        return ""
    unit = UNITS.get(meaning.unit, str(meaning.unit))
    count = meaning.count or 0
    if count == 0:
        return f"the {unit} of {anchor}"
    amount = distance(expression, meaning)
    business = " (Monday to Friday)" if meaning.business else ""
    return f"{amount}{business} {'before' if count < 0 else 'after'} {anchor}"


def _based(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del anchor
    base = outcome.reason[1][1]
    return _shift(expression, outcome, describe(base.period()) if isinstance(base, When) else "")


def _nth(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    meaning, base = outcome.reason[1][0], outcome.reason[1][-1]
    anchor = describe(base.period()) if isinstance(base, When) else anchor
    if not isinstance(meaning, Nth) or not anchor:
        return ""
    if meaning.count == 0:
        weekday = isinstance(meaning.named, Calendar) and meaning.named.weekday is not None
        return f"the one of the same {'week' if weekday else 'year'} as {anchor}"
    which = "" if abs(meaning.count) == 1 else f", number {abs(meaning.count)}"
    return (
        f"the {'latest one that was over before' if meaning.count < 0 else 'first one after'} {anchor}{which}"
    )


def _weekday(expression: Expression, outcome: Outcome, anchor: str) -> str:
    ahead = outcome.reason[1][0]
    side = f"the {'first on or after' if ahead else 'latest on or before'} {anchor}"
    return side + _because(expression)


def _because(expression: Expression, side: str = "") -> str:
    """Return what the cue says, unless another reason outweighed it and the date lies on the other `side`."""
    past = expression.lean is Lean.PAST
    if expression.lean is None or not expression.cue or side == ("future" if past else "past"):
        return ""
    if expression.cue == expression.signal or expression.cue in _PREPOSITIONS:
        return f", because of “{expression.cue}”, which looks {'back' if past else 'ahead'}"
    return f", since “{expression.cue}” speaks of what {'was past' if past else 'was to come'}"


_PREPOSITIONS = frozenset({"since", "until", "till", "by", "through"})


def _year(expression: Expression, outcome: Outcome, anchor: str) -> str:
    side = outcome.reason[1][0]
    if side == "present":
        return "the year is not said, and the text was published then"
    which = "the nearest before" if side == "past" else "the nearest after"
    why = _because(expression, str(side)) or _unsaid(expression)
    return f"the year is not said, so it is {which} {anchor}{why}"


def _unsaid(expression: Expression) -> str:
    """Say that nothing said on which side of the publication a date lies."""
    return ", as no word near it says which side" if expression.lean is None else ""


def _month_near(expression: Expression, outcome: Outcome, anchor: str) -> str:
    side = str(outcome.reason[1][0])
    return f"the month is not said, so it is the nearest to {anchor}{_because(expression, side)}"


def _feast(expression: Expression, outcome: Outcome, anchor: str) -> str:
    side, _, key = map(str, outcome.reason[1])
    at = expression.text.lower().find(key)
    name = expression.text[at : at + len(key)] if at >= 0 else capwords(key)
    if side == "said":
        return f"that is when {name} fell in that year"
    return f"that is when {name} falls nearest to {anchor}{_because(expression, side)}"


def _part(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    whole = outcome.reason[1][0]
    if not anchor or not isinstance(whole, When):
        return "the words say so in full"
    return f"it lies in {describe(whole.period())}, which is counted from {anchor}"


def _same(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    if outcome.anchor.kind is AnchorKind.DCT:
        return "no other day is spoken of, so it is the one of the publication"
    return f"the text was speaking of {anchor}" if anchor else ""


def _weekend(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    return f"the weekend {'before' if outcome.reason[1][0] else 'of or after'} {anchor}"


def _vague(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    side = {"PAST_REF": "before", "FUTURE_REF": "after"}.get(str(outcome.reason[1][0]), "about")
    return (
        f"the words give no date, only that it lies {side} {anchor}" if anchor else "the words give no date"
    )


def _coarse(expression: Expression, outcome: Outcome, anchor: str) -> str:
    return f"{_shift(expression, outcome, anchor)}, which is known no better than that"


def _plain(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression, outcome
    return f"counted from {anchor}" if anchor else ""


def _length(expression: Expression, outcome: Outcome, anchor: str) -> str:
    del expression
    if not anchor or outcome.begin == outcome.end:
        return ""
    return f"it {'begins' if outcome.begin else 'ends'} with {anchor}"


def _how(expression: Expression, outcome: Outcome, anchor: str) -> str:
    name = outcome.reason[0]
    if name in _SENTENCES:
        return _SENTENCES[name].format(anchor=anchor)
    return _REASONS.get(name, _plain)(expression, outcome, anchor)


_REASONS: dict[str, Callable[[Expression, Outcome, str], str]] = {
    "length": _length,
    "shift": _shift,
    "based": _based,
    "nth": _nth,
    "weekday": _weekday,
    "year": _year,
    "feast": _feast,
    "within": _part,
    "same": _same,
    "same day": _same,
    "month of": _same,
    "month near": _month_near,
    "weekend": _weekend,
    "vague": _vague,
    "coarse": _coarse,
}

# Reasons that are told in the same words whatever the expression.
_SENTENCES = {
    "turn": "the turn of a century nearest to {anchor}",
    "narrative year": "the year is not said, and the text was speaking of {anchor}",
    "range": "the year is not said, and the same sentence gives it with {anchor}",
    "apposed": "the text says when that was, {anchor}",
    "overnight": "the night that led to {anchor}",
    "entry year": "the year is not said, and {anchor} heads this passage",
    "passage year": "the year is not said, and this passage tells of years long past, last of {anchor}",
    "passage day": "this passage tells of years long past, and it is the first on or after {anchor}",
    "weekday after": "the first on or after {anchor}",
    "reported": "the report is about {anchor}, and compares it with the same quarter of another year",
    "last to end": "the last quarter to end before {anchor}",
    "ended then": "the quarter of the calendar in which the day lies that it ended on",
    "said": "the words say so in full",
}
