"""The speed and the memory of feeds, against a bare f-string writer of the same entries, in one run.

    python benchmarks/feeds.py [--events 10000] [--rounds 3]

Prints the time of: the f-string writer (folds and escapes, cleans nothing); a cold feed (the icalendar
library renders every entry); a feed of known entries; a warm feed (nothing changed); a 304; and the peak
memory of streaming all events and four times as many.
"""

import argparse
import gc
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from chronology.chronicle import Chronicle
from chronology.exports.icalendar import Heading, Options, calendar, render
from chronology.model import (
    CreationTime,
    DeadlineKind,
    Document,
    DocumentBasis,
    Event,
    EventRevision,
    Evidence,
    Query,
    Span,
    Status,
    Timeline,
)
from chronology.store import Extraction, Store
from chronology.temporal import edtf
from web.app import Config, create_app
from web.calendars import Desk
from web.site import Site

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
QUOTE = (
    "The parties, meeting in Geneva, agreed that the accord; as amended, would expire unless it was extended."
)
SITE = "https://dates.example.org"


def sample(number: int) -> Event:
    """Make an event; every tenth is a deadline with a month only."""
    day = date(1950, 1, 1) + timedelta(days=number * 3 % 29000)
    is_deadline = number % 10 == 0
    return Event(
        id=f"e{number:08x}",
        title=f"Delegation {number} meets the commission on the accord, in Geneva",
        kind="expiry" if is_deadline else "meeting",
        status=Status.SCHEDULED if is_deadline else Status.OCCURRED,
        date=edtf.parse(f"{day:%Y-%m}" if is_deadline else day.isoformat()),
        evidence=(Evidence("wire", 0, len(QUOTE), QUOTE, Span(number, number + 6), f"expire{number}"),),
        places=("Geneva",),
        instruments=("Accord",),
        deadline=DeadlineKind.EXPIRY if is_deadline else None,
        why_date="The sentence says so.",
    )


def source() -> Document:
    """Make the document that all events come from."""
    known = CreationTime(edtf.parse("2019-12-11"), DocumentBasis.DATELINE)
    return Document("wire", QUOTE, known, title="A report, of sorts", publisher="Wire")


def escape(text: str) -> str:
    """Escape a TEXT value (RFC 5545 section 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Fold a content line at 75 octets, between characters (RFC 5545 section 3.1)."""
    data = line.encode()
    if len(data) <= 75:
        return data + b"\r\n"
    parts, start, room = [], 0, 75
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[start:end])
        start, room = end, 74
    return b"\r\n ".join([*parts, data[start:]]) + b"\r\n"


def bare(event: Event, document: Document) -> bytes:
    """Write the same entry by f-strings."""
    assert event.date is not None
    assert event.date.start is not None
    assert event.date.end is not None
    first, words = event.evidence[0], event.date.edtf
    title = event.title if event.date.is_day else f"{event.title} ({words}, day not stated)"
    about = (
        f"“{first.quote}”\n— {document.title}, {document.publisher}, published 11 December 2019\n\n"
        f"Date: {words}. {event.why_date}"
    )
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{escape(title)}",
        f"DTSTART;VALUE=DATE:{event.date.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.date.end:%Y%m%d}",
        f"DTSTAMP:{AT:%Y%m%dT%H%M%SZ}",
        f"UID:{event.id}@chronology",
        "SEQUENCE:0",
        f"CATEGORIES:{escape(event.kind)},{escape(event.instruments[0])}",
        "COLOR:steelblue",
        f"CREATED:{AT:%Y%m%dT%H%M%SZ}",
        f"DESCRIPTION:{escape(about)}",
        f"LAST-MODIFIED:{AT:%Y%m%dT%H%M%SZ}",
        f"LOCATION:{escape(event.places[0])}",
        f"STATUS:{'CONFIRMED' if event.date.is_day else 'TENTATIVE'}",
        "TRANSP:TRANSPARENT",
        f"URL:{SITE}/events/{event.id}",
        f"X-CHRONOLOGY-EDTF:{words}",
        f"X-CHRONOLOGY-LINK:{SITE}/documents/wire?at={first.start}#at",
        f"X-CHRONOLOGY-PRECISION:{event.date.granularity}",
        f"X-CHRONOLOGY-STATUS:{event.status}",
    ]
    for days in (90, 30, 7, 1) if event.deadline else ():
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:In {days} days at the earliest: {escape(title)}",
            f"TRIGGER:-P{days - 1}DT15H",
            "END:VALARM",
        ]
    return b"".join(fold(line) for line in [*lines, "END:VEVENT"])


def rendered(events: Sequence[Event]) -> Iterator[bytes]:
    """Yield a whole calendar, every entry made anew."""
    options = Options(SITE, {"wire": source()})
    entries = (render(event, EventRevision(event.id, AT, AT), options) for event in events)
    return calendar(entries, Heading("Timeline", source=f"{SITE}/feeds/timeline.ics"))


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median processor time of `rounds` runs: a busy machine does not change it much."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def peak(events: Sequence[Event]) -> float:
    """Return the peak memory (MB) of streaming a calendar of `events` away."""
    tracemalloc.start()
    for part in rendered(events):
        len(part)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def served(events: Sequence[Event], folder: Path, rounds: int) -> dict[str, float]:
    """Return the times of a warm feed and of a 304, from a site on a store of all events."""
    path = str(folder / "feeds.db")
    with Store.open(path) as store:
        tellings = tuple(events)
        made = Timeline(tellings, total=len(events))
        store.save([Extraction(source(), (), tellings)], lambda *_: made, now=AT, version="benchmark")
    with Chronicle.open(path) as chronicle:
        everything = Config(feed_events=len(events), feed_bytes=10**9, cache_bytes=10**9, base_url=SITE)
        app = create_app(everything, chronicle)
        here: Site = app.extensions["chronology"]
        with app.test_request_context():
            desk = Desk(here, here.chronicle.revision(), Options(SITE))
            desk.select(Query())
            joined = seconds(lambda: b"".join(desk.select(Query()).entries), rounds)
        client = app.test_client()
        etag = client.get("/feeds/timeline.ics").headers["ETag"]
        warm = seconds(lambda: client.get("/feeds/timeline.ics").data, rounds)
        condition = {"If-None-Match": etag}
        unchanged = seconds(lambda: client.get("/feeds/timeline.ics", headers=condition).data, rounds)
    return {"entries known": joined, "warm": warm, "304": unchanged}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    events = [replace(sample(number)) for number in range(given.events)]
    document = source()
    base = seconds(lambda: b"".join(bare(event, document) for event in events), given.rounds)
    size = len(b"".join(bare(event, document) for event in events))
    print(f"{given.events:,} events, {size / 1e6:.1f} MB by the f-string writer")
    print(f"{'f-string writer':24} {base * 1e3:9.1f} ms")
    times = {"cold": seconds(lambda: b"".join(rendered(events)), given.rounds)}
    with tempfile.TemporaryDirectory() as folder:
        times |= served(events, Path(folder), given.rounds)
    for name, value in times.items():
        print(f"{name:24} {value * 1e3:9.1f} ms   {value / base:7.3f} of the f-string writer")
    more = [sample(number) for number in range(4 * given.events)]  # enough to fill the bounded memories
    print(f"peak while streaming     {peak(events):9.2f} MB, for four times as many {peak(more):.2f} MB")


if __name__ == "__main__":
    main()
