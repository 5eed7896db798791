"""Measure the dating of events: tag and extract over the development corpora, then score.

    python benchmarks/events.py CORPORA TOOLS [--gold-times] [--errors FOLDER]

CORPORA holds dated_events_*.jsonl, TOOLS score_events.py. `--gold-times` takes the annotators' time
expressions instead of our own, to measure the events stage alone.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from chronology import tagging
from chronology.events import report
from chronology.events.extractor import extract
from chronology.model import CreationTime, Derivation, Document, DocumentBasis, Timex, TimexType
from chronology.temporal import edtf, timex_value

SETS = ("dense_dev", "timebank", "aquaint")


def main() -> None:
    """Score each set and print one line a set."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tools", type=Path)
    parser.add_argument("--gold-times", action="store_true")
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
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


if __name__ == "__main__":
    main()
