"""Do confidences mean what they say? Of the expressions said to be 90 % sure, 90 % should be right.

    python -m benchmarks.calibration --corpora FOLDER --tools FOLDER [--write FILE]

Prints a reliability table over the development documents that are kept aside (the MD5 of the id divisible by
four): for each band of confidence how many expressions, the mean confidence, and the share whose value is the
annotators' own. What the annotators do not mark at all counts as wrong, since a thing that is no time has
no right value; the last column leaves those out. `--write` fits the table that `resolution.confidence` reads
on the other documents: the share of right values by reading (news or narrative), reason and rule, where a
class with few expressions leans on the class above it.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from benchmarks.tagging_scores import CORPORA, _is_aside, _load
from chronology.model.meaning import Expression
from chronology.resolution import resolver
from chronology.resolution.confidence import READINGS, classes, confidence
from chronology.resolution.outcome import Outcome
from chronology.tagging import tag

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
PRIOR = 12  # expressions that the class above counts for
ENOUGH = 20  # expressions that a class needs to be listed


@dataclass(frozen=True, slots=True)
class Judged:
    """One expression of ours: its classes from coarse to fine, and whether the annotators agree."""

    reading: str
    names: tuple[str, ...]
    confidence: float
    marked: bool
    right: bool
    aside: bool


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
            found is not None and found["value"] == timexes[index].value,
            _is_aside(document["doc_id"]),
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


def table(judged: Iterable[Judged]) -> Iterator[str]:
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


def fit(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    """Return the share of right values by reading and class; the coarse class fills up a small one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    rights: dict[str, Counter[str]] = defaultdict(Counter)
    parents: dict[str, str] = {}
    for row in judged:
        for parent, name in zip(("", *row.names), row.names, strict=False):
            parents[name] = parent
            counts[row.reading][name] += 1
            rights[row.reading][name] += row.right
    return {
        reading: _shares(counts[reading], rights[reading], parents) for reading in READINGS if counts[reading]
    }


def _shares(counts: Counter[str], rights: Counter[str], parents: dict[str, str]) -> dict[str, float]:
    top = [name for name in counts if not parents[name]]
    overall = sum(rights[name] for name in top) / sum(counts[name] for name in top)
    shares = {"": overall}
    for name in sorted(counts, key=lambda name: (name.count(":"), name)):
        if counts[name] >= ENOUGH or not parents[name]:
            above = shares[parents[name]]
            shares[name] = (rights[name] + PRIOR * above) / (counts[name] + PRIOR)
    return {name or "any": round(min(share, 0.99), 2) for name, share in shares.items()}


def written(shares: dict[str, dict[str, float]]) -> str:
    """Return the data file."""
    lines = ["# Share of right values by reading, reason and rule; written by benchmarks/calibration.py."]
    for reading, values in shares.items():
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
    print("\n".join(table(row for row in judged if row.aside)))
    if arguments.write:
        arguments.write.write_text(written(fit(row for row in judged if not row.aside)), "utf-8")


if __name__ == "__main__":
    main()
