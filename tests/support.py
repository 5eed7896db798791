"""Hand-made chronicles in a real store, and a real server in front of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from chronology.chronicle import Chronicle
from chronology.model import (
    Anchor,
    AnchorKind,
    CreationTime,
    DeadlineKind,
    Derivation,
    Document,
    DocumentBasis,
    Event,
    Evidence,
    Finding,
    Span,
    Status,
    Step,
    StepKind,
    Timeline,
    Timex,
    TimexType,
)
from chronology.store import Extraction, Store
from chronology.temporal import edtf
from web.app import Config, create_app

STATIC = Path(__file__).parent.parent / "web" / "static"
BUILT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TODAY = date(2019, 12, 11)
TEXT = (
    "The pact expires in February 2021. Envoys met in Vienna on 10 December 2019. "
    "A successor may be signed soon."
)


def document(name: str = "wire", text: str = TEXT, published: str = "2019-12-11", **changes: Any) -> Document:
    """A document published on an EDTF date."""
    known = CreationTime(edtf.parse(published), DocumentBasis.DATELINE, "its dateline says so")
    made = Document(
        name, text, known, title=f"Report {name}", publisher="Wire", url="https://example.org/report"
    )
    return replace(made, **changes)


def timex(text: str, start: int, value: str) -> Timex:
    """An expression whose value the words say."""
    because = f"“{text}” says {value}."
    steps = (Step(StepKind.SAID, f"“{text}”"), Step(StepKind.VALUE, value))
    return Timex(
        id=f"t{start}",
        start=start,
        end=start + len(text),
        text=text,
        type=TimexType.DATE,
        value=value,
        derivation=Derivation(steps, because),
        anchor=Anchor(AnchorKind.NONE),
        period=edtf.parse(value),
    )


def evidence(number: int = 0, document_id: str = "wire") -> Evidence:
    """A quotation; `number` tells tellings apart by their trigger."""
    return Evidence(
        document_id=document_id,
        start=0,
        end=34,
        quote=TEXT[:34],
        trigger=Span(number, number + 7),
        trigger_text=f"expires{number}",
        timex=timex("February 2021", 20, "2021-02"),
        why="the sentence says so",
    )


def event(
    number: int = 0, title: str = "New START expires", when: str | None = "2021-02", **changes: Any
) -> Event:
    """An event dated by an EDTF value, or undated."""
    made = Event(
        id=f"event{number}",
        title=title,
        kind="expiry",
        status=Status.SCHEDULED,
        date=None if when is None else edtf.parse(when),
        evidence=(evidence(number),),
        lemma="expire",
        participants=("Russia", "United States"),
        places=("Vienna",),
        instruments=("New START",),
        deadline=DeadlineKind.EXPIRY,
        why_date="“February 2021” says 2021-02.",
        first_reported=edtf.parse("2019-12-11"),
    )
    return replace(made, **changes)


def happened(number: int, title: str, when: str | None, **changes: Any) -> Event:
    """An event that is no deadline."""
    plain: dict[str, Any] = {
        "deadline": None,
        "kind": "meeting",
        "status": Status.OCCURRED,
        "instruments": (),
    }
    return event(number, title, when, **(plain | changes))


SMALL = (
    event(1),
    happened(2, "Envoys meet in Vienna", "2019-12-10"),
    event(3, "A successor is signed", None, status=Status.PROPOSED, deadline=None, kind="signature"),
    happened(4, "The talks", "2016-10/2017-01", kind="negotiation"),
    happened(5, "Parliament rejects the pact", "[..2018-06]", kind="ruling", places=()),
)


def write(
    store: Store,
    events: Sequence[Event] = SMALL,
    *,
    documents: Sequence[Document] | None = None,
    findings: Sequence[Finding] = (),
    now: datetime = BUILT,
) -> None:
    """Put `events` as the timeline of `store`, as one revision."""
    dated = sorted((item for item in events if item.is_dated and item.date), key=_place)
    undated = [item for item in events if not item.is_dated]
    made = Timeline(tuple(dated), tuple(undated), tuple(findings), len(events))
    texts = (document(),) if documents is None else documents
    extractions = [
        Extraction(text, (timex("February 2021", 20, "2021-02"),), tuple(_tellings(text, events)))
        for text in texts
    ]
    store.save(extractions, lambda *_: made, now=now, version="hand-made")


def _place(item: Event) -> tuple[object, ...]:
    return (*item.date.sort_key, item.id) if item.date else ()


def _tellings(text: Document, events: Sequence[Event]) -> Iterator[Event]:
    for item in events:
        mine = tuple(piece for piece in item.evidence if piece.document_id == text.id)
        if mine:
            yield replace(item, evidence=mine)


@contextmanager
def opened(
    folder: Path, events: Sequence[Event] = SMALL, **written: Any
) -> Iterator[tuple[Store, Chronicle]]:
    """Open a chronicle of `events` in a new store, with the store to write further revisions into."""
    with Store.open(str(folder / "test.db")) as store:
        write(store, events, **written)
        with Chronicle.open(str(folder / "test.db")) as chronicle:
            yield store, chronicle


def application(chronicle: Chronicle, **settings: Any) -> Flask:
    """Make the site for tests: the day is 11 December 2019."""
    return create_app(Config(**({"today": lambda: TODAY} | settings)), chronicle)


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve `app` by waitress on a free port of 127.0.0.1; yields the address."""
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # in the server's own thread, between two polls
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, ignore_all=True))
        thread.join(timeout=10)
        server.task_dispatcher.shutdown()


@contextmanager
def api(folder: Path, events: Sequence[Event] = SMALL, **written: Any) -> Iterator[httpx.Client]:
    """Serve a chronicle of `events`; yields a client of its API."""
    with (
        opened(folder, events, **written) as (_, chronicle),
        serving(application(chronicle)) as address,
        httpx.Client(base_url=f"{address}/api/v1") as client,
    ):
        yield client
