"""The linking model: logistic regression over readable features (weights by benchmarks/events.py --train)."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def weights() -> Mapping[str, float]:
    """Feature → weight; the bias is under ""."""
    text = files("chronology.events").joinpath("data", "linking.json").read_text(encoding="utf-8")
    table: Mapping[str, float] = json.loads(text)
    return table


def chance(names: Sequence[str]) -> float:
    """Return the probability for a pair with these features."""
    table = weights()
    total = table.get("", 0.0) + sum(table.get(name, 0.0) for name in names)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def reasons(names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """Return the features that spoke loudest for the pair, for a reader who asks why."""
    table = weights()
    ordered = sorted(names, key=lambda name: -table.get(name, 0.0))
    return tuple(name for name in ordered[:limit] if table.get(name, 0.0) > 0)
