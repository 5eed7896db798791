"""How long the chronicle takes to write, to open and to answer, by the number of events.

    python benchmarks/chronicle.py [1000 10000 100000]

Answers are pages of 50 of distinct questions, so that nothing is remembered from one to the next.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from chronology.chronicle import Chronicle
from chronology.model import Document, Event, Evidence, Query, Span, Status, Timeline
from chronology.store import Extraction, Store
from chronology.temporal import periods

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = date(1990, 1, 1)
ACTORS, PLACES, DAYS = 500, 100, 12_000


def event(number: int) -> Event:
    """An event of its own actors, place, day and words."""
    one, other = f"Party {number % ACTORS}", f"Party {(number * 7) % ACTORS}"
    quote = f"On that day {one} met {other} for the {number}th time."
    when = periods.day(FIRST + timedelta(days=number * 37 % DAYS))
    telling = Evidence("d", 0, len(quote), quote, Span(number, number + 3), "met", why="said so")
    return Event(
        f"e{number}", f"{one} meets {other}", "meeting", Status.OCCURRED, when, (telling,),
        participants=(one, other), places=(f"City {number % PLACES}",),
    )  # fmt: skip


def questions() -> Iterator[Query]:
    """Filters of every sort, none twice."""
    for number in range(100):
        day = FIRST + timedelta(days=number * 100)
        yield Query(limit=50, actors=(f"Party {number}",))
        yield Query(limit=50, start=day, end=day + timedelta(days=365))
        yield Query(limit=50, text=f"party {number} met", places=(f"City {number % PLACES}",))
        yield Query(limit=50, offset=number * 10)


def measure(count: int) -> None:
    """Print one line for `count` events."""
    events = sorted(
        (event(number) for number in range(count)), key=lambda item: item.date.sort_key if item.date else ()
    )
    timeline = Timeline(tuple(events), total=count)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.db")
        with Store.open(path) as store:
            wrote = timed(
                lambda: store.save(
                    [Extraction(Document("d", "x", None))], lambda _: timeline, now=NOW, version="1"
                )
            )
        with Chronicle.open(path) as chronicle:
            opened = timed(lambda: chronicle.timeline(Query(limit=1)))
            answers = [timed(lambda query=query: chronicle.timeline(query)) for query in questions()]
            facets = [timed(lambda query=query: chronicle.facets(query)) for query in questions()]
    print(
        f"{count:>8,} events: written in {wrote:6.1f} s, opened in {opened:5.1f} s; "
        f"page {spread(answers)}; facets {spread(facets)}; peak {peak():,.0f} MB"
    )


def timed(action: object) -> float:
    """Return the seconds that a call takes."""
    start = perf_counter()
    action()  # type: ignore[operator]
    return perf_counter() - start


def spread(seconds: list[float]) -> str:
    """Return the median and the 95th percentile in milliseconds."""
    cuts = quantiles(seconds, n=20)
    return f"p50 {cuts[9] * 1000:.2f} p95 {cuts[18] * 1000:.2f} ms"


def peak() -> float:
    """Return the most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    for size in map(int, sys.argv[1:] or ("1000", "10000")):
        measure(size)
