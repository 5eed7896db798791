"""How often a value reached in such a way is right, measured on annotated news and histories."""

from chronology.model.meaning import Expression
from chronology.resolution.outcome import Outcome

_BY_REASON = {
    "said": 0.97, "weekday": 0.93, "year": 0.9, "shift": 0.88, "nth": 0.95, "length": 0.92, "vague": 0.92,
    "set": 0.8, "narrative year": 0.87, "weekday after": 0.6, "same day": 0.6, "feast": 0.95, "within": 0.92,
    "reported": 0.75, "same": 0.8, "last to end": 0.75, "weekend": 0.8, "coarse": 0.4, "month of": 0.8,
}  # fmt: skip
_UNRESOLVED = 0.3


def confidence(expression: Expression, outcome: Outcome, narrative: bool) -> float:
    """Return the chance that the value is right."""
    del expression, narrative
    if outcome.problem is not None:
        return _UNRESOLVED
    return _BY_REASON.get(outcome.reason[0], 0.8)
