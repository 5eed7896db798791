"""Comparing events with a written expectation (tests/corpus/*.toml)."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from chronology.model import Event

CORPUS = Path(__file__).parent / "corpus"
Expected = dict[str, Any]


def says(text: str, alternatives: str) -> bool:
    """Tell whether `text` has one of the words parted by |, whatever the case."""
    return any(word.casefold() in text.casefold() for word in alternatives.split("|"))


def names(found: Sequence[str], wanted: Iterable[str]) -> bool:
    """Tell whether each wanted name stands within one of the names found."""
    return all(any(says(name, alternatives) for name in found) for alternatives in wanted)


def faults(event: Event, expected: Expected) -> list[str]:
    """What of `expected` this event does not meet; empty where it meets all."""
    tells = [item.quote for item in event.evidence]
    undated = expected.get("undated", False)
    edtf = event.date.edtf if event.date else None
    checks = {
        f"title {event.title!r}": all(says(event.title, word) for word in expected.get("title", [])),
        f"date {edtf}": undated or "edtf" not in expected or edtf in expected["edtf"],
        f"dated {event.is_dated}": event.is_dated is not undated,
        f"kind {event.kind}": expected.get("kind") in (None, event.kind),
        f"status {event.status}": str(event.status) in expected.get("status", [str(event.status)]),
        f"participants {event.participants}": names(event.participants, expected.get("participants", [])),
        f"places {event.places}": names(event.places, expected.get("places", [])),
        f"instruments {event.instruments}": names(event.instruments, expected.get("instruments", [])),
        f"deadline {event.deadline}": not expected.get("deadline") or event.deadline is not None,
        f"quotations {tells}": _quoted(event, expected),
    }
    return [what for what, holds in checks.items() if not holds]


def _quoted(event: Event, expected: Expected) -> bool:
    """Whether every quotation that the expectation requires is among the evidence."""
    if "quote" in expected:
        return any(_squeeze(expected["quote"]) in _squeeze(item.quote) for item in event.evidence)
    return all(
        any(
            item.document_id in wanted["document"]
            and item.start <= wanted["start"]
            and wanted["end"] <= item.end
            for item in event.evidence
        )
        for wanted in expected.get("evidence", [])
        if not wanted.get("mention")
    )


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def closest(events: Iterable[Event], expected: Expected) -> list[str]:
    """The faults of the event that comes closest to the expectation."""
    return min((faults(event, expected) for event in events), key=len, default=["no event at all"])
