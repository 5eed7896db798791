"""Rate of tagging, ours and that of peers, over the same text in one run.

    python benchmarks/tagging.py --corpora FOLDER [--peers FOLDER] [--install] [--rounds 5] [--only NAME …]

Every system runs in one process of its own, on the documents of the corpora in four disjoint parts: the first
warms it up, the other three are timed. A round is a fresh process for each system in turn, so that a busy
machine slows all of them; the medians of the rounds are printed, with the ratio to `dateparser.search_dates`
and the peak memory. Slow systems stop at `--seconds` a part and are
rated by what they got through. `--install` makes the peers' own environment in `--peers` (a virtual
environment and an npm folder, nothing of the project's); a peer that is not there is reported as absent.
"""

import argparse
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

CORPORA = ("timebank", "aquaint", "wikiwars_dev")
PARTS = 4
PYPI = (
    "dateparser",
    "parsedatetime",
    "recognizers-text-suite",
    "emoji<2",
    "timefhuman",
)  # its number part wants emoji 1
NPM = ("chrono-node",)
BASELINE = "dateparser"
Tagger = Callable[[str, str | None], int]
"""Text and publication date to the number of expressions found."""


def _chronology() -> Tagger:
    from chronology.tagging import tag  # noqa: PLC0415 - each worker imports its own system only

    return lambda text, dct: len(tag(text, dct))


def _explained() -> Tagger:
    from chronology.tagging import tag  # noqa: PLC0415

    def run(text: str, dct: str | None) -> int:
        timexes = tag(text, dct)
        for timex in timexes:
            _ = timex.because, timex.edtf
        return len(timexes)

    return run


def _dateparser() -> Tagger:
    search = importlib.import_module("dateparser.search").search_dates
    return lambda text, dct: len(
        search(text, languages=["en"], settings={"RELATIVE_BASE": _moment(dct)}) or ()
    )


def _parsedatetime() -> Tagger:
    calendar = importlib.import_module("parsedatetime").Calendar()
    return lambda text, dct: len(calendar.nlp(text, _moment(dct)) or ())


def _recognizers() -> Tagger:
    suite: Any = importlib.import_module("recognizers_date_time")
    model = suite.DateTimeRecognizer("en-us").get_datetime_model()
    return lambda text, dct: len(model.parse(text, _moment(dct)))


def _timefhuman() -> Tagger:
    module: Any = importlib.import_module("timefhuman")
    function = module.timefhuman

    def run(text: str, dct: str | None) -> int:
        found = function(text, config=module.tfhConfig(now=_moment(dct)))
        return len(found) if isinstance(found, list) else 1

    return run


SYSTEMS: dict[str, Callable[[], Tagger]] = {
    "chronology": _chronology,
    "chronology, reasons read": _explained,
    "dateparser": _dateparser,
    "parsedatetime": _parsedatetime,
    "timefhuman": _timefhuman,
    "recognizers-text-suite": _recognizers,
}
NODE = "chrono-node"
OURS = tuple(name for name in SYSTEMS if name.startswith("chronology"))

_NODE_WORKER = """
const chrono = require('chrono-node');
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const times = [], sizes = []; let found = 0;
input.parts.forEach((part, number) => {
  const start = process.hrtime.bigint(); let size = 0;
  for (const [text, dct] of part) {
    const count = chrono.parse(text, new Date(dct)).length;
    if (number > 0) found += count;
    size += [...text].length;
    if (Number(process.hrtime.bigint() - start) / 1e9 > input.seconds) break;
  }
  times.push(Number(process.hrtime.bigint() - start) / 1e9); sizes.push(size);
});
console.log(JSON.stringify({times, sizes, found, memory: process.resourceUsage().maxRSS}));
"""


def _moment(dct: str | None) -> datetime:
    try:
        return datetime.fromisoformat((dct or "")[:10])
    except ValueError:
        return datetime(2000, 1, 1)  # noqa: DTZ001 - the peers want a naive date-time


def work(name: str, parts: list[list[tuple[str, str | None]]], seconds: float) -> dict[str, Any]:
    """Tag the parts with one system; return times, sizes, expressions found and peak memory in KB."""
    tagger = SYSTEMS[name]()
    times, sizes, found = [], [], 0
    for number, part in enumerate(parts):
        start, size = time.perf_counter(), 0
        for text, dct in part:
            count = tagger(text, dct)
            found += count if number else 0
            size += len(text)
            if time.perf_counter() - start > seconds:
                break
        times.append(time.perf_counter() - start)
        sizes.append(size)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"times": times, "sizes": sizes, "found": found, "memory": memory}


def install(peers: Path) -> None:
    """Make the peers' environment."""
    venv.create(peers / "python", with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(peers / "python" / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", *PYPI], check=True)
    folder = peers / "node"
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *NPM], cwd=folder, check=True
    )


def _command(name: str, peers: Path | None) -> tuple[list[str], Path | None]:
    """Return how to start the worker of a system, and where."""
    if name == NODE:
        return ["node", "-e", _NODE_WORKER], peers / "node" if peers else None
    python = sys.executable if name in OURS or peers is None else str(peers / "python" / "bin" / "python")
    return [python, str(Path(__file__).resolve()), "--worker", name], None


def measure(name: str, data: str, peers: Path | None) -> dict[str, Any] | None:
    """Run the worker of a system once; None where the system is absent."""
    command, folder = _command(name, peers)
    try:
        done = subprocess.run(command, input=data, capture_output=True, text=True, cwd=folder, check=False)
    except OSError:
        return None
    if done.returncode:
        print(f"  {name}: {(done.stderr.strip().splitlines() or ['failed'])[-1][:120]}", file=sys.stderr)
        return None
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def rate(result: dict[str, Any]) -> float:
    """Return KB (thousand characters) a second over the timed parts."""
    return float(sum(result["sizes"][1:]) / sum(result["times"][1:]) / 1000)


def cold_start(rounds: int) -> float:
    """Return the median seconds from starting Python to one tagged sentence, byte code at hand."""
    program = (
        "from chronology.tagging import tag\n"
        "print(tag('Talks resumed on 9 May after two weeks.', '2019-12-11')[0].because)"
    )
    times = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def load(corpora: Path) -> list[list[tuple[str, str | None]]]:
    """Return the documents of all corpora as (text, publication date) in four disjoint parts."""
    documents: list[tuple[str, str | None]] = []
    for name in CORPORA:
        for line in (corpora / f"{name}.jsonl").read_text("utf-8").splitlines():
            document = json.loads(line)
            documents.append((document["text"], document["dct"]))
    return [documents[number::PARTS] for number in range(PARTS)]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--only", nargs="*", default=[*SYSTEMS, NODE])
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Read the arguments, run every system, print the table."""
    arguments = _arguments()
    if arguments.worker:
        given = json.load(sys.stdin)
        print(json.dumps(work(arguments.worker, given["parts"], given["seconds"])))
        return
    if arguments.install and arguments.peers:
        install(arguments.peers)
    parts = load(arguments.corpora)
    data = json.dumps({"parts": parts, "seconds": arguments.seconds})
    size = sum(len(text) for part in parts[1:] for text, _ in part)
    print(f"{size:,} characters timed, {arguments.rounds} rounds")
    print(f"cold start to one tagged sentence: {cold_start(arguments.rounds):.2f} s")
    rounds = [
        {name: measure(name, data, arguments.peers) for name in arguments.only}
        for _ in range(arguments.rounds)
    ]
    print(f"{'system':26s}{'KB/s':>8s}{'spread':>16s}{'to ' + BASELINE:>14s}{'found':>8s}{'MB':>6s}")
    for name in arguments.only:
        print(_row(name, rounds))


def _row(name: str, rounds: list[dict[str, dict[str, Any] | None]]) -> str:
    """Return a line of the table; the ratio is the median of the rounds' own ratios."""
    results = [found for each in rounds if (found := each[name]) is not None]
    if not results:
        return f"{name:26s}  absent"
    rates = sorted(map(rate, results))
    both = [(each[name], each.get(BASELINE)) for each in rounds]
    ratios = [rate(ours) / rate(theirs) for ours, theirs in both if ours is not None and theirs is not None]
    ratio = f"{statistics.median(ratios):.1f}" if ratios else ""
    spread = f"{rates[0]:.0f}–{rates[-1]:.0f}"  # noqa: RUF001 - a range
    memory = max(result["memory"] for result in results) / 1024
    figures = f"{statistics.median(rates):8.0f}{spread:>16s}{ratio:>14s}{results[0]['found']:8d}{memory:6.0f}"
    return f"{name:26s}{figures}"


if __name__ == "__main__":
    main()
