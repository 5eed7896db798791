"""Measure the dating of events, and train the linking model of chronology/events.

    python -m benchmarks.events CORPORA TOOLS [--gold-times] [--held-out] [--errors FOLDER] [--train FILE]

CORPORA holds dated_events_*.jsonl, TOOLS score_events.py. `--gold-times` takes the annotators' time
expressions instead of our own, to measure the events stage alone. `--held-out` scores every document with a
model that was trained without it (nine folds; a document is in the same fold in every set).

`--train` learns from the same corpora. In the dense set every pair of a sentence is labelled; elsewhere a
happening without a labelled pair is a weak negative.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks import linking_model
from chronology import tagging
from chronology.events import model, report
from chronology.events.extractor import extract
from chronology.events.reader import read
from chronology.model import CreationTime, Derivation, Document, DocumentBasis, Timex, TimexType
from chronology.temporal import edtf, timex_value

SETS = ("dense_dev", "timebank", "aquaint")
FOLDS = 9
Weights = Mapping[str, float]
Tag = Callable[[dict[str, Any]], tuple[Timex, ...]]


def main() -> None:
    """Score each set and print one line a set; or train."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tools", type=Path)
    parser.add_argument("--gold-times", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--train", type=Path)
    options = parser.parse_args()
    tag = gold_times if options.gold_times else own_times
    if options.train:
        pairs = _pairs(options.corpora, tag)
        linking_model.write(linking_model.train(pairs), options.train)
        print(f"{len(pairs)} pairs, {sum(pair.label for pair in pairs)} right")
        return
    weights = _held_out(options.corpora, tag) if options.held_out else lambda _: model.weights()
    for name in SETS:
        print(f"{name:10} {_score(options, name, tag, weights)}", flush=True)


def _score(
    options: argparse.Namespace,
    name: str,
    tag: Tag,
    weights: Callable[[str], Weights],
) -> str:
    gold = options.corpora / f"dated_events_{name}.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "events.jsonl"
        characters, seconds = _predict(gold, predicted, tag, weights)
        command = [sys.executable, str(options.tools / "score_events.py"), str(gold), str(predicted)]
        if options.errors:
            command += ["--errors", str(options.errors / f"{name}.tsv")]
        score = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    return f"{score}  {characters / 1000 / seconds:.0f} KB/s"


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


def _held_out(corpora: Path, tag: Tag) -> Callable[[str], Weights]:
    """Return, for a document, the weights learnt from the documents of the other folds."""
    pairs = _pairs(corpora, tag)
    tables = [
        linking_model.train([pair for pair in pairs if linking_model.fold_of(pair.document, FOLDS) != fold])
        for fold in range(FOLDS)
    ]
    return lambda document: tables[linking_model.fold_of(document, FOLDS)]


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
