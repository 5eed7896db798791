"""Do confidences mean what they say? Of the expressions said to be 90 % sure, 90 % should be right.

    python -m benchmarks.calibration --corpora FOLDER --tools FOLDER [--write FILE]

Prints a reliability table over the documents that were kept aside for three rounds (the MD5 of the id
divisible by four), on which few rules were written: for each band how many expressions, the mean
confidence, and the share whose value is the annotators' own. What the annotators do not mark at all counts as
wrong, since a thing that is no time has no right value; the last column leaves those out. A second table says
the same of confidences fitted without the documents that they are measured on, in ten folds. `--write` fits
the table that `resolution.confidence` reads.

How it is fitted: the documents that the rules were written on give every class its share of right values,
drawn towards the class above (a beta-binomial mean). The documents kept aside say how much too well those do:
two numbers, a shift and a scale of the log odds; and they move a class that they hold often enough.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from benchmarks.tagging_scores import CORPORA, _load, digest
from chronology.model.meaning import Expression
from chronology.resolution import resolver
from chronology.resolution.confidence import READINGS, chance, classes, confidence
from chronology.resolution.outcome import Outcome
from chronology.tagging import tag

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
FOLDS = 10
_QUARTER = 4
PRIOR = 120  # expressions that what is expected of a class counts for
ENOUGH = 8  # expressions that a class needs to be listed
HIGHEST = 0.99
Table = dict[str, dict[str, float]]
"""Reading to class to chance."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One expression of ours: its classes from coarse to fine, and whether the annotators agree."""

    reading: str
    names: tuple[str, ...]
    confidence: float
    marked: bool
    right: bool
    aside: bool
    document: str


def judge(document: dict[str, Any], scorer: ModuleType) -> Iterator[Judged]:
    """Yield our expressions of a document beside the annotators'."""
    timexes, seen = _tag(document)
    gold = scorer.usable(document["timexes"])
    ignored = document.get("ignore", [])
    spans = [{"start": timex.start, "end": timex.end} for timex in timexes]
    kept = [
        index
        for index, span in enumerate(spans)
        if _meets(span, gold, scorer) or not _meets(span, ignored, scorer)
    ]
    pairs = {place: gold[at] for at, place in scorer.align(gold, [spans[index] for index in kept])}
    for place, index in enumerate(kept):
        expression, outcome, narrative = seen[index]
        found = pairs.get(place)
        yield Judged(
            READINGS[narrative],
            classes(expression, outcome),
            timexes[index].confidence or 0,
            found is not None,
            found is not None and (found["value"] or "") == timexes[index].value,
            digest(document["doc_id"]) % _QUARTER == 0,
            document["doc_id"],
        )


def _meets(span: dict[str, int], others: Iterable[Any], scorer: ModuleType) -> bool:
    return any(scorer.overlap(span, other) > 0 for other in others)


def _tag(document: dict[str, Any]) -> tuple[tuple[Any, ...], list[tuple[Expression, Outcome, bool]]]:
    """Tag, and note what the confidence of each expression was decided by."""
    seen: list[tuple[Expression, Outcome, bool]] = []

    def note(expression: Expression, outcome: Outcome, narrative: bool) -> float:
        seen.append((expression, outcome, narrative))
        return confidence(expression, outcome, narrative)

    with patch.object(resolver, "confidence", note):
        return tag(document["text"], document["dct"]), seen


def report(judged: Iterable[Judged]) -> Iterator[str]:
    """Yield the lines of the reliability table."""
    rows = list(judged)
    yield f"{'confidence':12s}{'n':>6s}{'said':>8s}{'right':>8s}{'right of marked':>18s}"
    bands = [[row for row in rows if low <= row.confidence < high] for low, high in pairwise(BANDS)]
    for (low, high), band in zip(pairwise(BANDS), bands, strict=True):
        if band:
            yield _row(f"{low:.2f}-{min(high, 1):.2f}", band)
    yield _row("all", rows)
    gap = sum(abs(sum(row.confidence - row.right for row in band)) for band in bands)
    yield f"expected calibration error {100 * gap / len(rows):.1f} points"


def _row(name: str, rows: list[Judged]) -> str:
    said = sum(row.confidence for row in rows) / len(rows)
    right = sum(row.right for row in rows)
    marked = sum(row.marked for row in rows) or 1
    shares = f"{100 * said:8.1f}{100 * right / len(rows):8.1f}{100 * right / marked:18.1f}"
    return f"{name:12s}{len(rows):6d}{shares}"


@dataclass
class Shares:
    """Expressions and right values by class, of one reading."""

    counts: Counter[str]
    rights: Counter[str]

    def of(self, name: str) -> float:
        """Return the share of right values of a class."""
        return self.rights[name] / (self.counts[name] or 1)


def shares(rows: Iterable[Judged]) -> dict[str, Shares]:
    """Count by reading and class; "any" is the class of all."""
    found = {reading: Shares(Counter(), Counter()) for reading in READINGS}
    for row in rows:
        for name in ("any", *row.names):
            found[row.reading].counts[name] += 1
            found[row.reading].rights[name] += row.right
    return found


def fit(rows: Iterable[Judged]) -> Table:
    """Return the chance of a right value by reading and class."""
    rows = list(rows)
    seen, aside = [row for row in rows if not row.aside], [row for row in rows if row.aside]
    parents = {name: parent for row in rows for parent, name in pairwise(("any", *row.names))}
    drawn = {reading: _drawn(counts, parents) for reading, counts in shares(seen).items()}
    adjust = _adjustment([(chance(drawn[row.reading], row.names), row.right) for row in aside])
    table: Table = {}
    for reading, counts in shares(aside).items():
        expected = {name: adjust(share) for name, share in drawn[reading].items()}
        table[reading] = {
            name: round(min(_mean(counts, name, share), HIGHEST), 2)
            for name, share in expected.items()
            if name == "any" or counts.counts[name] + shares(seen)[reading].counts[name] >= ENOUGH
        }
    return table


def _mean(counts: Shares, name: str, expected: float) -> float:
    """Return the share of right values of a class, drawn towards what is expected."""
    return (counts.rights[name] + PRIOR * expected) / (counts.counts[name] + PRIOR)


def _drawn(counts: Shares, parents: dict[str, str]) -> dict[str, float]:
    """Return the shares of the texts that rules were written on, each drawn towards the class above."""
    found = {"any": counts.of("any")}
    for name in sorted(parents, key=lambda name: (name.count(":"), name)):
        if counts.counts[name]:
            found[name] = _mean(counts, name, found[parents[name]])
    return found


def _adjustment(pairs: list[tuple[float, bool]]) -> Callable[[float], float]:
    """Return the map from shares of seen texts to those of unseen ones: a shift and a scale of the log odds.

    Newton's method on the likelihood; the scale is drawn towards 1 as by four observations.
    """
    data = [(_log_odds(share), float(right)) for share, right in pairs]
    shift, scale = 0.0, 1.0
    for _ in range(_STEPS):
        a = b = aa = ab = bb = 0.0
        for odds, right in data:
            guess = _logistic(shift + scale * odds)
            weight = guess * (1 - guess)
            a, b = a + guess - right, b + (guess - right) * odds
            aa, ab, bb = aa + weight, ab + weight * odds, bb + weight * odds * odds
        b, bb = b + _RIDGE * (scale - 1), bb + _RIDGE
        size = aa * bb - ab * ab
        shift, scale = shift - (bb * a - ab * b) / size, scale - (aa * b - ab * a) / size
    return lambda share: _logistic(shift + scale * _log_odds(share))


_STEPS = 30
_RIDGE = 4.0


def _log_odds(share: float) -> float:
    share = min(max(share, 0.02), 0.985)
    return math.log(share / (1 - share))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def held_out(rows: Iterable[Judged]) -> Iterator[Judged]:
    """Yield the rows kept aside, each with the confidence of a table fitted without its fold of documents."""
    rows = list(rows)
    folds = {
        name: place % FOLDS for place, name in enumerate(sorted({row.document for row in rows if row.aside}))
    }
    for fold in range(FOLDS):
        table = fit(row for row in rows if folds.get(row.document) != fold)
        for row in rows:
            if folds.get(row.document) == fold:
                yield replace(row, confidence=chance(table[row.reading], row.names))


def written(table: Table) -> str:
    """Return the data file."""
    lines = ["# Share of right values by reading, reason and rule; written by benchmarks/calibration.py."]
    for reading, values in table.items():
        lines += ["", f"[{reading}]", *(f'"{name}" = {value}' for name, value in sorted(values.items()))]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the arguments, tag, print; write the table where asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    scorer = _load(arguments.tools / "score_timex.py")
    judged: list[Judged] = []
    for corpus in CORPORA:
        lines = (arguments.corpora / f"{corpus}.jsonl").read_text("utf-8").splitlines()
        judged += [row for line in lines for row in judge(json.loads(line), scorer)]
    print("as the data file says", *report(row for row in judged if row.aside), sep="\n")
    print("\nas fitted without the fold of documents that is measured", *report(held_out(judged)), sep="\n")
    if arguments.write:
        arguments.write.write_text(written(fit(judged)), "utf-8")


if __name__ == "__main__":
    main()
