"""The stages in order, on one screen: document → expressions, resolved → events → one timeline."""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from chronology.events.extractor import extract as extract_events
from chronology.model import Document, Event, Timeline
from chronology.store import Extraction
from chronology.tagging import tag
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


def build(documents: Sequence[Document], tellings: Sequence[Event]) -> Timeline:
    """Merge, check and rank the tellings of all documents into one timeline."""
    return build_timeline(documents, tellings)


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
