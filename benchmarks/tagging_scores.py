"""Score `chronology.tagging.tag` on annotated corpora, development part and kept-aside part.

    python -m benchmarks.tagging_scores --corpora FOLDER --tools FOLDER [--mode auto] [--errors FOLDER]
                                        [--guideline]

`--guideline` scores a second time, against annotations corrected mechanically where TimeML 1.2.1 demands it
(benchmarks/guideline.py), and says how many of each correction there were: how much of the distance is noise.
`--errors` then writes what differs from the corrected annotations.
A document is kept aside where the MD5 of its id leaves 12 when divided by 16; its errors are never written.
(Three rounds kept a quarter aside, those divisible by four; the errors of the other three sixteenths have
since been read, so that they are development now.)
Prints one line a corpus and part: strict, relaxed, type and value F1 of TempEval-3.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.guideline import CORRECTIONS, corrected
from benchmarks.markables import completed, numbered_quarters
from chronology.tagging import tag

CORPORA = ("timebank", "aquaint", "wikiwars_dev")


def main() -> None:
    """Read the arguments, tag, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--mode", nargs="*", default=["auto"])
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--guideline", action="store_true")
    arguments = parser.parse_args()
    scorer = _load(arguments.tools / "score_timex.py")
    for mode in arguments.mode:
        for corpus in CORPORA:
            _score(corpus, mode, arguments, scorer)


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_timex", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score(corpus: str, mode: str, arguments: argparse.Namespace, scorer: ModuleType) -> None:
    lines = (arguments.corpora / f"{corpus}.jsonl").read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    said = {document["doc_id"]: _predict(document, mode) for document in documents}
    errors: list[Any] = []
    _print_parts(f"{corpus:13s} {mode:9s}", documents, said, scorer, [] if arguments.guideline else errors)
    if arguments.guideline:
        counts, whole = _by_guideline(documents)
        _print_parts(f"{corpus:13s} guideline", whole, said, scorer, errors)
        print("  corrected: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))
        for name in counts:
            _, without = _by_guideline(documents, name)
            figures = _figures([scorer.score_doc(gold, said[gold["doc_id"]]) for gold in without], scorer)
            print(f"  without {name:18s}" + "".join(f"{figure:7.2f}" for figure in figures))
    if arguments.errors:
        arguments.errors.mkdir(parents=True, exist_ok=True)
        rows = "\n".join("\t".join(row) for row in errors)
        (arguments.errors / f"{corpus}.tsv").write_text(f"{rows}\n", "utf-8")


def _by_guideline(
    documents: list[dict[str, Any]], without: str = ""
) -> tuple[Counter[str], list[dict[str, Any]]]:
    """Return the documents with corrected annotations, and how many of each; `without` leaves one out."""
    counts: Counter[str] = Counter()
    kept = tuple(correction for correction in CORRECTIONS if correction.__name__ != without)
    documents = [corrected(document, counts, kept) for document in documents]
    if without != "numbered_quarters":
        documents = [numbered_quarters(document, counts) for document in documents]
    return counts, documents if without == "completed" else completed(documents, counts)


def _figures(counts: list[Any], scorer: ModuleType) -> tuple[float, ...]:
    """Return strict, relaxed, type and value F1, in per cent."""
    found = scorer.metrics(scorer.total(counts))
    return tuple(
        100 * figure
        for figure in (found["strict"]["f1"], found["relaxed"]["f1"], found["type_f1"], found["value_f1"])
    )


def _print_parts(
    label: str,
    documents: list[dict[str, Any]],
    said: dict[str, dict[str, Any]],
    scorer: ModuleType,
    errors: list[Any],
) -> None:
    """Print the figures of the whole and both parts; note the errors of the development part."""
    counted: dict[bool, list[Any]] = {False: [], True: []}
    for document in documents:
        aside = digest(document["doc_id"]) % _PARTS == _ASIDE
        noted = None if aside else errors
        counted[aside].append(scorer.score_doc(document, said[document["doc_id"]], None, noted))
    for part, counts in (
        ("whole", counted[False] + counted[True]),
        ("dev", counted[False]),
        ("aside", counted[True]),
    ):
        if not counts:
            continue
        print(f"{label} {part:6s}" + "".join(f"{figure:7.2f}" for figure in _figures(counts, scorer)))


_PARTS, _ASIDE = 16, 12


def digest(doc_id: str) -> int:
    """Return the number by which documents are dealt into parts: the MD5 of the id."""
    return int(hashlib.md5(doc_id.encode()).hexdigest(), 16)


def _predict(document: dict[str, Any], mode: str) -> dict[str, Any]:
    timexes = [
        {"start": t.start, "end": t.end, "text": t.text, "type": str(t.type), "value": t.value}
        for t in tag(document["text"], document["dct"], mode=mode)
    ]
    return {"text": document["text"], "timexes": timexes}


if __name__ == "__main__":
    main()
