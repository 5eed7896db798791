"""What readers see at one revision, and what they would have seen as of earlier days."""

from collections import OrderedDict
from datetime import date, datetime
from functools import cached_property
from threading import Lock

from chronology import pipeline
from chronology.chronicle.selection import Selection
from chronology.model import Event, NotFoundError, Timeline
from chronology.store import Extraction, Snapshot, keep_ids
from chronology.timeline.as_of import was_published

KEPT_DAYS = 16
"""As-of timelines kept at a time; the one longest unused makes room."""


class View:
    """One snapshot of the store, indexed when first asked. Safe to share between threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        self.revision = snapshot.revision
        self.documents = snapshot.documents
        self.withdrawn = snapshot.withdrawn
        self.revisions = snapshot.revisions
        self._snapshot = snapshot
        self._timeline = snapshot.timeline
        self._documents = {document.id: document for document in snapshot.documents}
        self._selections: OrderedDict[date | None, Selection] = OrderedDict()
        self._lock = Lock()

    def selection(self, day: date | None = None) -> Selection:
        """Return the index over the timeline as of `day`, or of everything."""
        key = None if self._hears_all(day) else day
        with self._lock:
            if key not in self._selections:
                self._selections[key] = Selection(self._as_of(key))
                self._forget()
            self._selections.move_to_end(key)
            return self._selections[key]

    def events_of(self, document_id: str) -> tuple[Event, ...]:
        """Return the events that a document tells of, in the order of its text."""
        places = {
            event.id: min(item.trigger.start for item in event.evidence if item.document_id == document_id)
            for event in (*self._timeline.events, *self._timeline.undated)
            if document_id in event.documents
        }
        selection = self.selection()
        ordered = sorted(places, key=lambda name: (places[name], name))
        return tuple(event for name in ordered if (event := selection.event(name)) is not None)

    def was_withdrawn_after(self, event_id: str, since: datetime | None) -> bool:
        """Tell whether an event was withdrawn at or after `since` (None: ever)."""
        moment = self.revisions[event_id].withdrawn
        return moment is not None and (since is None or moment >= since)

    def _hears_all(self, day: date | None) -> bool:
        return day is None or all(was_published(document, day) for document in self.documents)

    def extraction(self, document_id: str) -> Extraction:
        """Return a document with its expressions and tellings. Raises NotFoundError."""
        if document_id not in self._documents:
            raise NotFoundError("no such document", where=document_id, remedy="See the list of documents")
        return self._snapshot.extraction(self._documents[document_id])

    @cached_property
    def extractions(self) -> tuple[Extraction, ...]:
        """Every document with its expressions and tellings."""
        return tuple(self._snapshot.extraction(document) for document in self.documents)

    def _as_of(self, day: date | None) -> Timeline:
        if day is None:
            return self._timeline
        timeline = pipeline.build(self.extractions, as_of=day)
        return keep_ids(timeline, (*self._timeline.events, *self._timeline.undated))

    def _forget(self) -> None:
        for day in list(self._selections):
            if len(self._selections) <= KEPT_DAYS:
                break
            if day is not None:
                del self._selections[day]
