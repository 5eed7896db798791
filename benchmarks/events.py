"""Measure the dating of events, and train the linking model of chronology/events.

    python benchmarks/events.py CORPORA TOOLS [--gold-times] [--errors FOLDER] [--train WEIGHTS.json]

CORPORA holds dated_events_*.jsonl, TOOLS score_events.py. `--gold-times` takes the annotators' time
expressions instead of our own, to measure the events stage alone.

`--train` learns from the same corpora, with the annotators' times. In the dense set every pair of a sentence
is labelled; elsewhere only a happening that has a labelled pair gives examples, and an unlabelled one a weak
negative. Documents are kept apart in folds and the held-out scores printed; the weights come from all.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronology import tagging
from chronology.events import candidates, linking, report
from chronology.events.extractor import extract
from chronology.events.reader import read
from chronology.model import CreationTime, Derivation, Document, DocumentBasis, Timex, TimexType
from chronology.temporal import edtf, timex_value

SETS = ("dense_dev", "timebank", "aquaint")


def main() -> None:
    """Score each set and print one line a set; or train."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tools", type=Path)
    parser.add_argument("--gold-times", action="store_true")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--train", type=Path)
    options = parser.parse_args()
    if options.train:
        learn(options.corpora, options.train)
        return
    for name in SETS:
        gold = options.corpora / f"dated_events_{name}.jsonl"
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "events.jsonl"
            characters, seconds = _predict(gold, predicted, own_times=not options.gold_times)
            command = [sys.executable, str(options.tools / "score_events.py"), str(gold), str(predicted)]
            if options.errors:
                command += ["--errors", str(options.errors / f"{name}.tsv")]
            score = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        print(f"{name:10} {score}  {characters / 1000 / seconds:.0f} KB/s")


def _predict(gold: Path, out: Path, *, own_times: bool) -> tuple[int, float]:
    characters, seconds = 0, 0.0
    with out.open("w", encoding="utf-8") as file:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            document = document_of(row)
            times = tagging.tag(document.text, document.published) if own_times else gold_times(row)
            begun = time.perf_counter()
            events = extract(document, times, thorough=True)
            seconds += time.perf_counter() - begun
            characters += len(document.text)
            file.write(json.dumps({"doc_id": document.id, "events": report.dated(events)}) + "\n")
    return characters, seconds


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


# ---- training

EPOCHS, RATE, L2, SMALLEST = 10, 0.05, 1e-3, 0.02
WEAK = 0.25


@dataclass(frozen=True)
class Example:
    """One pair: features, label, weight, and the document it is from."""

    document: str
    names: tuple[str, ...]
    label: int
    weight: float


def learn(corpora: Path, out: Path, folds: int = 5) -> None:
    """Train the linking model and write its weights; print what held-out documents score."""
    examples = list(_examples(corpora))
    print(f"{len(examples)} pairs, {sum(item.label for item in examples)} positive")
    _cross(examples, folds)
    table = {
        name: round(value, 3)
        for name, value in sorted(train(examples).items())
        if abs(value) >= SMALLEST or not name
    }
    out.write_text(json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(table)} weights, {out.stat().st_size / 1000:.0f} KB")


def _examples(corpora: Path) -> Iterator[Example]:
    dense = {json.loads(line)["doc_id"] for line in _lines(corpora, "dense_dev")}
    for name in ("dense_dev", "timebank", "aquaint"):
        for line in _lines(corpora, name):
            row = json.loads(line)
            if name == "dense_dev" or row["doc_id"] not in dense:
                yield from _pairs(row, exhaustive=name == "dense_dev")


def _lines(corpora: Path, name: str) -> list[str]:
    return (corpora / f"dated_events_{name}.jsonl").read_text(encoding="utf-8").splitlines()


def _pairs(row: dict[str, Any], *, exhaustive: bool) -> Iterator[Example]:
    reading = read(document_of(row), gold_times(row))
    labelled = [pair for pair in row["pairs"] if pair["same_sentence"]]
    for number, sentence in enumerate(reading.sentences):
        found = candidates.find(sentence)
        for item, timex, names in linking.pairs(sentence, found, reading.timexes[number], row["dct"][:10]):
            word = sentence.words[item.word]
            events = [
                event for event in row["events"] if event["start"] < word.end and word.start < event["end"]
            ]
            mine = [
                pair
                for pair in labelled
                if pair["event"]["start"] < word.end and word.start < pair["event"]["end"]
            ]
            if not events:
                continue
            right = any(pair["value"] == timex.value for pair in mine)
            weight = (3.0 if right else 1.5) if exhaustive else 1.0 if mine else WEAK
            yield Example(row["doc_id"], names, int(right), weight)


def train(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression by AdaGrad, a fixed order of shuffles."""
    chance = random.Random(7)
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    order = list(examples)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for item in order:
            gap = (item.label - probability(weights, item.names)) * item.weight
            for name in ("", *item.names):
                old = weights.get(name, 0.0)
                slope = gap - L2 * old * 10
                squares[name] = squares.get(name, 1e-6) + slope * slope
                weights[name] = old + RATE * slope / math.sqrt(squares[name])
    return weights


def probability(weights: dict[str, float], names: Sequence[str]) -> float:
    """Return the model's probability."""
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _cross(examples: Sequence[Example], folds: int) -> None:
    names = sorted({item.document for item in examples})
    random.Random(3).shuffle(names)
    outcome: list[tuple[float, Example]] = []
    for fold in range(folds):
        held = set(names[fold::folds])
        weights = train([item for item in examples if item.document not in held])
        outcome += [(probability(weights, item.names), item) for item in examples if item.document in held]
    for heavy in (True, False):
        chosen = [(chance, item) for chance, item in outcome if (item.weight > 1) == heavy]
        for threshold in (0.3, 0.4, 0.5, 0.6):
            right = sum(item.label for chance, item in chosen if chance > threshold)
            said = sum(chance > threshold for chance, item in chosen if heavy or item.weight > WEAK)
            wanted = sum(item.label for _, item in chosen)
            name = "dense" if heavy else "other"
            print(f"{name} {threshold}: recall {right / wanted:.3f} precision {right / max(said, 1):.3f}")


if __name__ == "__main__":
    main()
