"""Ranked days out of news collections, scored.

  python benchmarks/dates.py --corpora PATH [--out DIR]

Reads every TOPIC.articles.jsonl of PATH/t17_dev, tags it, writes DIR/TOPIC.json ({"dates": […]}, best first)
and prints what the scoring tool says of them where PATH/../tools/score_dates.py is at hand.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from chronology.model import CreationTime, Document, DocumentBasis, Timeline
from chronology.tagging import tag
from chronology.temporal import edtf
from chronology.timeline.key_dates import key_dates

LIMIT = 500


def main() -> None:
    """Rank the days of every topic and score them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=None)
    arguments = parser.parse_args()
    gold = arguments.corpora / "t17_dev"
    out = arguments.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(gold.glob("*.articles.jsonl")):
        topic = path.name.removesuffix(".articles.jsonl")
        start = time.perf_counter()
        days = ranked_days(path)
        print(f"{topic}: {len(days)} days in {time.perf_counter() - start:.1f} s")
        (out / f"{topic}.json").write_text(json.dumps({"dates": days}), encoding="utf-8")
    scorer = arguments.corpora.parent / "tools" / "score_dates.py"
    if scorer.exists():
        subprocess.run([sys.executable, str(scorer), str(gold), str(out)], check=True)


def ranked_days(path: Path) -> list[str]:
    """The days of one collection, best first."""
    documents, timexes = [], {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            published = CreationTime(edtf.parse(row["dct"]), DocumentBasis.GIVEN)
            documents.append(Document(row["doc_id"], row["text"], published))
            timexes[row["doc_id"]] = tag(row["text"], published)
    return [item.day.isoformat() for item in key_dates(Timeline(()), documents, LIMIT, timexes=timexes)]


if __name__ == "__main__":
    main()
