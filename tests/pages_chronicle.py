"""A small chronicle with true offsets, for the tests of the pages and of the browser."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from flask import Flask

from chronology.chronicle import Chronicle
from chronology.model import (
    Anchor,
    AnchorKind,
    Deadline,
    DeadlineState,
    Derivation,
    Document,
    Event,
    Evidence,
    Finding,
    Reading,
    Severity,
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
from tests import support

WIRE = """Envoys from both sides met in Vienna on 10 December 2019, the second round this year.

The Harbour Treaty was signed in 2010. The pact expires in February 2021, and a successor may be signed soon.

Parliament had rejected the amendment over a year and a half ago. The sides exchanged letters from
October 2016 to January 2017."""
PAPER = """The previous day's talks in Vienna ended without a result.
Each session lasted 45 minutes."""
FINDING = "No document says that the round took place."
UNRESOLVED = "“soon” points forward and names no day."


def documents() -> tuple[Document, ...]:
    """Two sources; the second is known to the month only."""
    return (
        support.document("wire", WIRE, title="Envoys meet again"),
        support.document("paper", PAPER, "2019-12", title="A commentary", publisher="Paper", url=""),
    )


def span(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def expression(text: str, words: str, value: str, **changes: Any) -> Timex:
    """An expression of `text`, resolved to an EDTF value in four steps."""
    place = span(text, words)
    steps = (
        Step(StepKind.SAID, f"“{words}”"),
        Step(StepKind.ASSUMED, "the past reading"),
        Step(StepKind.ANCHOR, "the publication date, 11 December 2019"),
        Step(StepKind.VALUE, value),
    )
    made = Timex(
        id=f"t{place.start}",
        start=place.start,
        end=place.end,
        text=words,
        type=TimexType.DATE,
        value=value,
        derivation=Derivation(steps, f"“{words}” is {value}."),
        anchor=Anchor(AnchorKind.DCT),
        period=edtf.parse(value) if value[:1] in "12[" else None,
        alternatives=(Reading("2020", "the sentence is in the past tense"),),
    )
    return replace(made, **changes)


def told(source: Document, sentence: str, word: str, timex: Timex | None = None) -> Evidence:
    """A telling: a sentence of `source`, the event's word in it and the expression that dates it."""
    place = span(source.text, sentence)
    trigger = span(sentence, word)
    return Evidence(
        document_id=source.id,
        start=place.start,
        end=place.end,
        quote=sentence,
        trigger=Span(place.start + trigger.start, place.start + trigger.end),
        trigger_text=word,
        timex=timex,
        why="" if timex else "Same place and people; it gives no date of its own.",
    )


def events() -> tuple[Event, ...]:
    """Five events of each precision, one of them told twice, and one on the undated shelf."""
    wire, paper = documents()
    first, _, pact, rejected, letters = (
        "Envoys from both sides met in Vienna on 10 December 2019, the second round this year.",
        "The Harbour Treaty was signed in 2010.",
        "The pact expires in February 2021, and a successor may be signed soon.",
        "Parliament had rejected the amendment over a year and a half ago.",
        WIRE[WIRE.index("The sides exchanged") :],
    )
    talks = "The previous day's talks in Vienna ended without a result."
    met = (
        told(wire, first, "met", expression(WIRE, "10 December 2019", "2019-12-10")),
        told(paper, talks, "talks", expression(PAPER, "The previous day", "2019-12-10")),
    )
    expires = told(wire, pact, "expires", expression(WIRE, "February 2021", "2021-02"))
    soon = expression(WIRE, "soon", "FUTURE_REF", unresolved=UNRESOLVED)
    ago = expression(WIRE, "over a year and a half ago", "[..2018-06]")
    return (
        support.event(1, "Harbour Treaty expires", evidence=(expires,), instruments=("Harbour Treaty",)),
        support.happened(
            2,
            "Envoys meet in Vienna",
            "2019-12-10",
            evidence=met,
            merge_reasons=("same place and day",),
            importance=0.9,
        ),
        support.event(
            3,
            "A successor is signed",
            None,
            status=Status.PROPOSED,
            deadline=None,
            kind="signature",
            evidence=(told(wire, pact, "signed", soon),),
        ),
        support.happened(
            4,
            "The sides exchange letters",
            "2016-10/2017-01",
            kind="correspondence",
            evidence=(told(wire, letters, "exchanged", expression(WIRE, "October 2016", "2016-10")),),
        ),
        support.happened(
            5,
            "Parliament rejects the amendment",
            "[..2018-06]",
            kind="ruling",
            places=(),
            evidence=(told(wire, rejected, "rejected", ago),),
        ),
    )


def findings() -> tuple[Finding, ...]:
    """One warning, about the meeting."""
    return (Finding("scheduled-passed", Severity.WARNING, FINDING, ("event2",), ("wire",)),)


@contextmanager
def site(
    folder: Path,
    told_events: Sequence[Event] | None = None,
    sources: Sequence[Document] | None = None,
    noticed: Sequence[Finding] | None = None,
) -> Iterator[Flask]:
    """The site on this chronicle, or on one of other events, documents and findings."""
    shown = events() if told_events is None else told_events
    texts = documents() if sources is None else sources
    checks = findings() if noticed is None else noticed
    dated = sorted((item for item in shown if item.is_dated), key=_place)
    undated = tuple(item for item in shown if not item.is_dated)
    made = Timeline(tuple(dated), undated, tuple(checks), len(shown))
    path = str(folder / "pages.db")
    with Store.open(path) as store:
        extractions = [extraction(text, shown) for text in texts]
        store.save(extractions, lambda *_: made, now=support.BUILT, version="hand-made")
    with Chronicle.open(path) as chronicle:
        yield support.application(chronicle)


def _place(event: Event) -> tuple[object, ...]:
    return (*event.date.sort_key, event.id) if event.date else ()


def extraction(source: Document, shown: Iterable[Event]) -> Extraction:
    """What stands in `source`: the expressions and tellings of `shown`."""
    mine = [
        replace(event, evidence=(item,))
        for event in shown
        for item in event.evidence
        if item.document_id == source.id
    ]
    found = {item.evidence[0].timex.id: item.evidence[0].timex for item in mine if item.evidence[0].timex}
    if "45 minutes" in source.text:
        length = expression(source.text, "45 minutes", "PT45M", type=TimexType.DURATION)
        found[length.id] = length
    return Extraction(source, tuple(sorted(found.values(), key=lambda timex: timex.start)), tuple(mine))


def deadlines(dues: Iterable[str]) -> list[Deadline]:
    """Upcoming deadlines, due on EDTF values."""
    return [
        Deadline(support.event(number, when=due), edtf.parse(due), None, None, DeadlineState.UPCOMING)
        for number, due in enumerate(dues)
    ]
