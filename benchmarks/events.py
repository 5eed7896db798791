"""Measure the dating of events, and train the linking model of chronology/events.

    python -m benchmarks.events CORPORA TOOLS [--gold-times] [--guideline] [--held-out [--foldings N]]
                                              [--errors FOLDER] [--train FILE]

CORPORA holds dated_events_*.jsonl, TOOLS score_events.py. `--gold-times` takes the annotators' time
expressions instead of our own, to measure the events stage alone. `--guideline` scores against their values
as the TimeML guideline wants them (benchmarks/guideline.py). `--held-out` scores every document with a model
that was trained without it (nine folds; a document is in the same fold in every set); `--foldings` gives the
mean over so many ways to fold, for one of them alone is worth two points of luck.

`--train` learns from the same corpora. In the dense set every pair of a sentence is labelled; elsewhere a
happening without a labelled pair is a weak negative.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks import guideline, linking_model
from chronology import tagging
from chronology.events import model, report
from chronology.events.extractor import extract
from chronology.events.reader import read
from chronology.model import CreationTime, Derivation, Document, DocumentBasis, Timex, TimexType
from chronology.temporal import edtf, timex_value

SETS = ("dense_dev", "timebank", "aquaint")
FOLDS = 9
MEASURES = ("recall", "precision", "f1", "coverage")
Weights = Mapping[str, float]
Tag = Callable[[dict[str, Any]], tuple[Timex, ...]]


def main() -> None:
    """Score each set and print one line a set; or train."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tools", type=Path)
    parser.add_argument("--gold-times", action="store_true")
    parser.add_argument("--guideline", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--foldings", type=int, default=1)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--train", type=Path)
    options = parser.parse_args()
    tag = gold_times if options.gold_times else own_times
    if options.train:
        pairs = _pairs(options.corpora, tag)
        linking_model.write(linking_model.train(pairs), options.train)
        print(f"{len(pairs)} pairs, {sum(pair.label for pair in pairs)} right")
        return
    weights: list[Callable[[str], Weights]] = [lambda _: model.weights()]
    if options.held_out:
        pairs = _pairs(options.corpora, tag)
        weights = [_held_out(pairs, folding) for folding in range(options.foldings)]
    for name in SETS:
        scores = [_score(options, name, tag, table) for table in weights]
        print(f"{name:10} {_mean(scores)}", flush=True)


def _mean(scores: Sequence[Mapping[str, float]]) -> str:
    means = (f"{name} {statistics.fmean(score[name] for score in scores):.2f}" for name in MEASURES)
    return f"pairs {scores[0]['pairs']}  {'  '.join(means)}  {scores[-1]['speed']:.0f} KB/s"


def _score(
    options: argparse.Namespace,
    name: str,
    tag: Tag,
    weights: Callable[[str], Weights],
) -> dict[str, float]:
    gold = options.corpora / f"dated_events_{name}.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "events.jsonl"
        characters, seconds = _predict(gold, predicted, tag, weights)
        if options.guideline:
            gold = _corrected(gold, Path(folder) / "gold.jsonl")
        command = [
            sys.executable,
            str(options.tools / "score_events.py"),
            str(gold),
            str(predicted),
            "--json",
        ]
        if options.errors:
            command += ["--errors", str(options.errors / f"{name}.tsv")]
        score = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {**json.loads(score), "speed": characters / 1000 / seconds}


def _corrected(gold: Path, out: Path) -> Path:
    """Write the annotations with the values that the guideline wants; return where."""
    with out.open("w", encoding="utf-8") as file:
        for row in _rows(gold):
            right = {item["start"]: item["value"] for item in _as_wanted(row)}
            for pair in filter(lambda pair: pair["timex"], row["pairs"]):
                pair["value"] = right.get(pair["timex"]["start"]) or pair["value"]
            file.write(json.dumps(row) + "\n")
    return out


def _as_wanted(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the expressions of a row corrected, each with the start that the pairs name."""
    fixed = guideline.corrected(row, Counter())["timexes"]
    return [{**item, "start": said["start"]} for said, item in zip(row["timexes"], fixed, strict=True)]


def _predict(
    gold: Path,
    out: Path,
    tag: Tag,
    weights: Callable[[str], Weights],
) -> tuple[int, float]:
    characters, seconds = 0, 0.0
    with out.open("w", encoding="utf-8") as file:
        for row in _rows(gold):
            document, times, table = document_of(row), tag(row), weights(row["doc_id"])
            begun = time.perf_counter()
            with mock.patch.object(model, "weights", lambda table=table: table):
                events = extract(document, times, thorough=True)
            seconds += time.perf_counter() - begun
            characters += len(document.text)
            file.write(json.dumps({"doc_id": document.id, "events": report.dated(events)}) + "\n")
    return characters, seconds


def _held_out(pairs: Sequence[linking_model.Example], folding: int) -> Callable[[str], Weights]:
    """Return, for a document, the weights learnt from the documents of the other folds."""

    def fold(document: str) -> int:
        return linking_model.fold_of(document, FOLDS, folding)

    tables = [
        linking_model.train([pair for pair in pairs if fold(pair.document) != number])
        for number in range(FOLDS)
    ]
    return lambda document: tables[fold(document)]


def _pairs(corpora: Path, tag: Tag) -> list[linking_model.Example]:
    """Return the labelled pairs of all sets, with our times and with the annotators'.

    A document of the dense set is taken from there alone.
    """
    dense = {row["doc_id"] for row in _rows(corpora / "dated_events_dense_dev.jsonl")}
    return [
        pair
        for name in SETS
        for row in _rows(corpora / f"dated_events_{name}.jsonl")
        if name == "dense_dev" or row["doc_id"] not in dense
        for times in (tag(row), gold_times(row))
        for pair in linking_model.examples(row, read(document_of(row), times))
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def document_of(row: dict[str, Any]) -> Document:
    """Return a row of a corpus as a document."""
    published = edtf.parse(row["dct"][:10])
    return Document(row["doc_id"], row["text"], CreationTime(published, DocumentBasis.GIVEN))


def gold_times(row: dict[str, Any]) -> tuple[Timex, ...]:
    """Return the annotators' time expressions."""
    types = set(TimexType)
    return tuple(
        Timex(
            item["id"],
            item["start"],
            item["end"],
            item["text"],
            TimexType(item["type"]) if item["type"] in types else TimexType.DATE,
            item["value"],
            Derivation((), ""),
            period=timex_value.to_period(item["value"]),
        )
        for item in row["timexes"]
    )


def own_times(row: dict[str, Any]) -> tuple[Timex, ...]:
    """Return our own time expressions."""
    document = document_of(row)
    return tuple(tagging.tag(document.text, document.published))


if __name__ == "__main__":
    main()
