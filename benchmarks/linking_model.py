"""Training of the linking model: pairs of annotated documents, logistic regression, folds of documents."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chronology.events import candidates, linking, states
from chronology.events.reading import Reading

STRENGTH = 0.3  # one part prior to so many parts examples; chosen on documents kept aside
STEPS, RATE = 400, 0.05
SMALLEST = 0.02
WEAK, SAID, EVERY = 0.5, 1.0, 3.0
"""Weights of an example: of a happening without a labelled time, of one with, and where all are labelled."""


@dataclass(frozen=True)
class Example:
    """One pair: features, label, weight, and the document it is from."""

    document: str
    names: tuple[str, ...]
    label: int
    weight: float


def examples(row: dict[str, Any], reading: Reading) -> Iterator[Example]:
    """Yield the pairs of a document whose happening the annotators saw.

    A pair is right where the time overlaps an expression that they gave the happening: wrong values are the
    business of resolution.
    """
    every = bool(row.get("exhaustive"))
    for number, sentence in enumerate(reading.sentences):
        happenings = candidates.find(sentence)
        found = (*happenings, *states.find(sentence, {item.at for item in happenings}))
        for item, timex, names in linking.pairs(sentence, found, reading.timexes[number], row["dct"][:10]):
            word = sentence.words[item.word]
            if not any(_meet(event, word.start, word.end) for event in row["events"]):
                continue
            mine = [
                pair["timex"]
                for pair in row["pairs"]
                if pair["same_sentence"] and _meet(pair["event"], word.start, word.end)
            ]
            right = any(said is not None and _meet(said, timex.start, timex.end) for said in mine)
            yield Example(row["doc_id"], names, int(right), EVERY if every else SAID if mine else WEAK)


def _meet(marked: Mapping[str, int], start: int, end: int) -> bool:
    return marked["start"] < end and start < marked["end"]


def fold_of(document: str, folds: int, folding: int = 0) -> int:
    """Return the fold of a document: by its name, so that it is the same in every corpus and run.

    `folding`: which of many ways to fold, from 0.
    """
    name = f"{folding}:{document}" if folding else document
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def train(pairs: Sequence[Example]) -> dict[str, float]:
    """Fit weights by gradient steps (Adam) over all pairs; the same pairs give the same weights."""
    names = sorted({name for pair in pairs for name in pair.names})
    index = {name: at for at, name in enumerate(names, 1)}
    columns = np.array([at for pair in pairs for at in (0, *(index[name] for name in pair.names))])
    rows = np.repeat(np.arange(len(pairs)), [len(pair.names) + 1 for pair in pairs])
    labels = np.array([pair.label for pair in pairs], dtype=float)
    costs = np.array([pair.weight for pair in pairs]) * STRENGTH
    weights = _fit(columns, rows, labels, costs, len(names) + 1)
    table = zip(("", *names), (round(float(value), 3) for value in weights), strict=True)
    return {name: value for name, value in table if abs(value) >= SMALLEST or not name}


def _fit(
    columns: NDArray[Any], rows: NDArray[Any], labels: NDArray[Any], costs: NDArray[Any], size: int
) -> NDArray[Any]:
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        totals = np.bincount(rows, weights[columns], len(labels))
        gaps = costs * (1 / (1 + np.exp(-totals)) - labels)
        slope = np.bincount(columns, gaps[rows], size) + weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        rate = RATE * (1 - step / STEPS)
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def write(weights: Mapping[str, float], out: Path) -> None:
    """Write weights as a JSON file, one feature a line."""
    out.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
