"""The stages in order, on one screen: document → expressions, resolved → events → one timeline."""

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from chronology.events.extractor import extract as extract_events
from chronology.model import Document, Timeline
from chronology.store import Extraction
from chronology.tagging import tag
from chronology.timeline.as_of import as_of as heard_by
from chronology.timeline.builder import build as build_timeline

STAGES = (
    "model",
    "temporal",
    "text",
    "expressions",
    "resolution",
    "events",
    "timeline",
    "tagging.py",
    "pipeline.py",
)
"""What the outcome depends on: when any of it changes, stored documents are read anew."""


def extract(document: Document) -> Extraction:
    """Find and resolve the expressions of one document, and the events that it tells of.

    A pure function of the document: safe to run anywhere, in any order, and again.
    """
    timexes = tag(document.text, document.published)
    return Extraction(document, timexes, tuple(extract_events(document, timexes)))


def build(extractions: Sequence[Extraction], as_of: date | None = None) -> Timeline:
    """Merge, check and rank the tellings of all documents into one timeline.

    With `as_of`, only of the documents published up to that day, and checked as on that day.
    """
    documents = [item.document for item in extractions]
    tellings = [event for item in extractions for event in item.tellings]
    timexes = {item.document.id: item.timexes for item in extractions}
    if as_of is None:
        return build_timeline(documents, tellings, timexes=timexes)
    heard, told = heard_by(documents, tellings, as_of)
    return build_timeline(heard, told, timexes=timexes, as_of=as_of)


@cache
def version() -> str:
    """Name the state of the stages: a digest over their code and data."""
    total = hashlib.sha256()
    for name in STAGES:
        for path, content in _contents(files("chronology") / name, name):
            total.update(f"{path}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


def _contents(place: Traversable, path: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [] if path.endswith(".pyc") else [(path, place.read_bytes())]
    children = sorted(place.iterdir(), key=lambda child: child.name)
    return [item for child in children for item in _contents(child, f"{path}/{child.name}")]
