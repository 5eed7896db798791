"""What was known on a day: world time and knowledge time are two clocks."""

from collections.abc import Sequence
from datetime import date

from chronology.model import Document, Event


def as_of(
    documents: Sequence[Document], events: Sequence[Event], day: date
) -> tuple[tuple[Document, ...], tuple[Event, ...]]:
    """Return the documents published up to and including `day`, and the tellings that stand in them.

    A document counts as published once its earliest possible day has come: a December one on 1 December.
    One without a publication date is never known to be out. Tellings (events with one piece of evidence) of
    later documents are dropped.
    """
    known = tuple(document for document in documents if was_published(document, day))
    ids = {document.id for document in known}
    return known, tuple(event for event in events if ids.issuperset(event.documents))


def was_published(document: Document, day: date) -> bool:
    """Tell whether `document` may have been out on `day`."""
    if document.published is None:
        return False
    earliest = document.published.period.earliest
    return earliest is None or earliest <= day
