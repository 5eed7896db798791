"""Response times of the site at two sizes of chronicle, and what many polling clients cost.

    python -m benchmarks.serving [--sizes 1000 100000] [--clients 200 --seconds 60]

Prints the median and the 95th percentile of each request, over real HTTP on 127.0.0.1, and their growth; then
the answers, errors and memory of clients that poll one feed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks.feeds import AT, sample, source
from chronology.model import Timeline
from chronology.store import Extraction, Store

REQUESTS = {
    "filtered page of events": "/api/v1/events?from=1990&to=1999&kind=meeting&limit=50&offset=100",
    "words": "/api/v1/events?q=delegation+42&limit=50",
    "deadlines": "/api/v1/deadlines?as_of=2020-01-01&within=P18M&limit=50",
    "first page": "/",
    "feed, 304": "/feeds/timeline.ics",
}
SERVE = "from chronology.cli import main; main()"


@contextmanager
def serving(path: Path, size: int) -> Iterator[tuple[str, int]]:
    """Serve a store of `size` events; yields the address and the process id."""
    tellings = tuple(sample(number) for number in range(size))
    with Store.open(str(path)) as store:
        made = Timeline(
            tuple(sorted(tellings, key=lambda item: item.date.sort_key if item.date else ())), total=size
        )
        store.save([Extraction(source(), (), tellings)], lambda *_: made, now=AT, version="benchmark")
    command = ["-c", SERVE, "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().split()[1].rstrip("/"), server.pid
        server.terminate()


def timed(client: httpx.Client, path: str, rounds: int) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    first = client.get(path)
    headers = {"If-None-Match": first.headers["etag"]} if path.endswith(".ics") else {}
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        client.get(path, headers=headers)
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def memory(process: int) -> float:
    """Return the resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024


def poll(address: str, until: float) -> tuple[int, int]:
    """Poll the feed as a calendar does; return how many answers came, and how many were errors."""
    answers = errors = 0
    headers: dict[str, str] = {"Accept-Encoding": "gzip"}
    with httpx.Client(timeout=60) as client:
        while time.monotonic() < until:
            answer = client.get(f"{address}/feeds/timeline.ics", headers=headers)
            headers["If-None-Match"] = answer.headers.get("etag", "")
            answers += 1
            errors += answer.status_code not in {200, 304}
            time.sleep(1)
    return answers, errors


def soak(folder: Path, clients: int, seconds: int) -> None:
    """Let many clients poll a feed of 10,000 events."""
    with serving(folder / "soak.db", 10_000) as (address, process):
        httpx.get(f"{address}/feeds/timeline.ics", timeout=60)
        before, until = memory(process), time.monotonic() + seconds
        with ThreadPoolExecutor(clients) as pool:
            found = [done.result() for done in [pool.submit(poll, address, until) for _ in range(clients)]]
        answers, errors = (sum(column) for column in zip(*found, strict=True))
        print(f"{clients} clients, {seconds} s: {answers} answers, {errors} errors, ", end="")
        print(f"{before:.0f} MB before, {memory(process):.0f} MB after")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in REQUESTS}
    with tempfile.TemporaryDirectory() as folder:
        for size in given.sizes:
            with (
                serving(Path(folder, f"{size}.db"), size) as (address, _),
                httpx.Client(base_url=address, timeout=300) as client,
            ):
                for name, path in REQUESTS.items():
                    found[name].append(timed(client, path, given.rounds))
        print(f"{'p50 / p95, ms':26}" + "".join(f"{size:>20,}" for size in given.sizes) + "  p95 grows")
        for name, times in found.items():
            cells = "".join(f"{f'{median:.1f} / {slow:.1f}':>20}" for median, slow in times)
            print(f"{name:26}{cells}{times[-1][1] / times[0][1]:>10.1f} times")
        if given.clients:
            soak(Path(folder), given.clients, given.seconds)
    print(f"on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
