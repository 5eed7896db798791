"""How often a value reached in such a way is right, measured on annotated news and histories."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from chronology.model.meaning import Expression
from chronology.resolution.outcome import Outcome

READINGS = ("news", "narrative")


def confidence(expression: Expression, outcome: Outcome, narrative: bool) -> float:
    """Return the chance that the value is right: that of its finest class that was seen often enough.

    benchmarks/calibration.py measures the chances and checks them on texts that they were not measured on.
    """
    return _chance(narrative, _reason(outcome), expression.rule)


@cache
def _chance(narrative: bool, reason: str, rule: str) -> float:
    return chance(_measured()[READINGS[narrative]], _names(reason, rule))


def chance(measured: Mapping[str, float], names: Sequence[str]) -> float:
    """Return the chance of the finest class that was measured."""
    return next((measured[name] for name in reversed(names) if name in measured), measured["any"])


def classes(expression: Expression, outcome: Outcome) -> tuple[str, ...]:
    """Return the classes of a resolved expression, coarse to fine: its reason, its reason and rule."""
    return _names(_reason(outcome), expression.rule)


def _reason(outcome: Outcome) -> str:
    return "unresolved" if outcome.problem is not None else outcome.reason[0]


def _names(reason: str, rule: str) -> tuple[str, ...]:
    return reason, f"{reason}: {rule}"


@cache
def _measured() -> dict[str, dict[str, float]]:
    data: dict[str, dict[str, float]] = tomllib.loads(
        (files(__package__) / "confidence.toml").read_text("utf-8")
    )
    return data
