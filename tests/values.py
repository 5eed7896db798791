"""Small values of the model, made by hand."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from chronology.model import (
    CreationTime,
    Derivation,
    Document,
    DocumentBasis,
    Event,
    Evidence,
    Span,
    Status,
    Step,
    StepKind,
    Timex,
    TimexType,
)
from chronology.temporal import edtf

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
TEXT = "The pact expires in February 2021. Envoys met in Vienna on 10 December 2019."


def document(name: str = "wire", text: str = TEXT, published: str = "2019-12-11", **changes: Any) -> Document:
    """A document published on an EDTF date."""
    known = CreationTime(edtf.parse(published), DocumentBasis.DATELINE, "its dateline says so")
    return replace(Document(name, text, known, title=f"Report {name}"), **changes)


def timex(text: str = "February 2021", start: int = 20, value: str = "2021-02") -> Timex:
    """An expression whose value its words say."""
    steps = (Step(StepKind.SAID, text), Step(StepKind.VALUE, value))
    made = Timex(
        f"t{start}",
        start,
        start + len(text),
        text,
        TimexType.DATE,
        value,
        Derivation(steps, f"It says {value}."),
    )
    return replace(made, period=edtf.parse(value))


def evidence(name: str = "wire", trigger: int = 9, quote: str = TEXT[:34], word: str = "expires") -> Evidence:
    """A quotation with its trigger word."""
    return Evidence(name, 0, 34, quote, Span(trigger, trigger + len(word)), word, timex())


def event(name: str = "e1", when: str | None = "2021-02", **changes: Any) -> Event:
    """An event dated by an EDTF value, or undated."""
    date = None if when is None else edtf.parse(when)
    made = Event(name, "New START expires", "expiry", Status.SCHEDULED, date, (evidence(),))
    return replace(made, **changes)
