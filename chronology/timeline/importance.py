"""How much an event matters: a product whose every term is visible."""

from collections.abc import Mapping
from dataclasses import replace
from math import log2, prod

from chronology.model import Document, Event
from chronology.timeline import lexicon
from chronology.timeline.key_dates import key_dates
from chronology.timeline.sources import Sources

__all__ = ["key_dates", "weigh"]


def weigh(event: Event, documents: Mapping[str, Document], sources: Sources) -> Event:
    """Return `event` with its independent sources counted, and its importance with the terms of it."""
    independent = len(sources.corroboration(event).sources)
    terms = (
        ("mentions", 1 + log2(len(event.evidence))),
        ("sources", 1 + log2(max(1, independent))),
        ("position", _position(event, documents)),
        ("kind", float(lexicon.table("weights").get(event.kind, 1.0))),
        ("salience", 0.5 + event.salience),
    )
    rounded = tuple((name, round(value, 3)) for name, value in terms)
    importance = round(prod(value for _, value in rounded), 3)
    return replace(event, sources=independent, importance=importance, importance_terms=rounded)


def _position(event: Event, documents: Mapping[str, Document]) -> float:
    """From 1.5 for what opens a text to 1 for what ends it; the best of its tellings."""
    best = 0.0
    for evidence in event.evidence:
        document = documents.get(evidence.document_id)
        length = max(1, len(document.text)) if document else 1
        best = max(best, 1 - min(1.0, evidence.start / length))
    return 1 + best / 2
