"""The words of a derivation."""

from chronology.model.meaning import Expression
from chronology.model.timex import Derivation, Step, StepKind
from chronology.resolution.explain import LazyDerivation
from chronology.resolution.outcome import Outcome
from chronology.temporal.words import describe


def derivation(expression: Expression, outcome: Outcome, narrative: bool) -> Derivation:
    """Return the derivation of `outcome`, to be written when read."""
    return LazyDerivation(_write, expression, outcome, narrative)


def _write(expression: Expression, outcome: Outcome, narrative: bool) -> tuple[tuple[Step, ...], str]:
    said = f"“{expression.text}”"
    steps = [Step(StepKind.SAID, said, expression.rule)]
    anchor = outcome.anchor
    against = ""
    if anchor.period is not None:
        words = describe(anchor.period)
        against = f"the publication date, {words}" if anchor.ref == "dct" else f"“{anchor.text}”, {words}"
        steps.append(Step(StepKind.ANCHOR, f"counted from {against}"))
    result = outcome.problem or (describe(outcome.period) if outcome.period is not None else outcome.value)
    steps.append(Step(StepKind.VALUE, result))
    if outcome.problem:
        return tuple(steps), f"{said} could not be dated: {outcome.problem}."
    if against:
        return tuple(steps), f"{said}, counted from {against}, is {result}."
    return tuple(steps), f"{said} is {result}."
