"""Score `chronology.tagging.tag` on annotated corpora, development part and kept-aside part.

    python benchmarks/tagging_scores.py --corpora FOLDER --tools FOLDER [--mode auto] [--errors FOLDER]

A document is kept aside where the MD5 of its id is divisible by four; its errors are never written.
Prints one line a corpus and part: strict, relaxed, type and value F1 of TempEval-3.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from chronology.tagging import tag

CORPORA = ("timebank", "aquaint", "wikiwars_dev")


def main() -> None:
    """Read the arguments, tag, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--mode", nargs="*", default=["auto"])
    parser.add_argument("--errors", type=Path)
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
    for part, aside in (("dev", False), ("aside", True)):
        errors: list[Any] = []
        counts = [
            scorer.score_doc(document, _predict(document, mode), None, errors)
            for document in documents
            if _is_aside(document["doc_id"]) is aside
        ]
        found = scorer.metrics(scorer.total(counts))
        figures = (found["strict"]["f1"], found["relaxed"]["f1"], found["type_f1"], found["value_f1"])
        print(f"{corpus:13s} {mode:9s} {part:6s}" + "".join(f"{100 * figure:7.2f}" for figure in figures))
        if arguments.errors and not aside:
            target = arguments.errors / f"{corpus}.tsv"
            target.write_text("\n".join("\t".join(row) for row in errors) + "\n", "utf-8")


def _is_aside(doc_id: str) -> bool:
    return int(hashlib.md5(doc_id.encode()).hexdigest(), 16) % 4 == 0


def _predict(document: dict[str, Any], mode: str) -> dict[str, Any]:
    timexes = [
        {"start": t.start, "end": t.end, "text": t.text, "type": str(t.type), "value": t.value}
        for t in tag(document["text"], document["dct"], mode=mode)
    ]
    return {"text": document["text"], "timexes": timexes}


if __name__ == "__main__":
    main()
