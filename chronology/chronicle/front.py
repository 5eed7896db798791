"""The chronicle: what the command line and the web use, and nothing else of the library."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from chronology.chronicle.building import Progress, build, missing
from chronology.chronicle.report import BuildReport
from chronology.chronicle.selection import Selection
from chronology.chronicle.view import View
from chronology.documents import Notice, handed, read_sources
from chronology.model import (
    ChronologyError,
    CreationTime,
    Deadline,
    Document,
    Event,
    EventRevision,
    Finding,
    KeyDate,
    NotFoundError,
    Period,
    Query,
    Revision,
    Timeline,
    Timex,
)
from chronology.store import Store
from chronology.tagging import tag
from chronology.timeline.as_of import was_published
from chronology.timeline.deadlines import deadlines
from chronology.timeline.diff import Diff, diff
from chronology.timeline.importance import key_dates

Source = str | Path | Document
"""A file, a folder, or a document already read."""

EVERYTHING = Query()

_NOT_PRUNED = "nothing was taken out, because not all of the sources could be read"


class Chronicle:
    """Documents in, an explained timeline out. Safe to share between threads.

    What is read is cached for one revision of the store: a reader sees the old or the new chronicle whole.
    """

    def __init__(self, store: Store) -> None:
        """Use `Chronicle.open`."""
        self._store = store
        self._view: View | None = None
        self._is_pinned = False
        self._lock = Lock()

    @classmethod
    def open(cls, store: str, *, must_exist: bool = False, patience: float = 5.0) -> Self:
        """Open the store at an SQLAlchemy URL or a path, making it unless it `must_exist`.

        `patience` is how many seconds to wait for another process that holds it. Raises StoreError.
        """
        return cls(Store.open(store, must_exist=must_exist, patience=patience))

    @property
    def name(self) -> str:
        """The store's path or URL, without a password."""
        return self._store.name

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def __enter__(self) -> Self:
        """Return the open chronicle."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def pinned(self) -> Self:
        """Return a chronicle that goes on answering from this revision while the store is rebuilt."""
        found = copy(self)
        found._view, found._is_pinned = self._current(), True  # noqa: SLF001 - a copy of ourselves
        return found

    def revision(self) -> Revision:
        """Return the store's revision; it rises with every change. Reads no event."""
        if self._is_pinned and self._view is not None:
            return self._view.revision
        return self._store.revision()

    def documents(self) -> tuple[Document, ...]:
        """Return all documents, by id."""
        return self._current().documents

    def document(self, document_id: str) -> Document:
        """Return one document. Raises NotFoundError."""
        return self._current().extraction(document_id).document

    def timexes(self, document_id: str) -> tuple[Timex, ...]:
        """Return the resolved expressions of a document, in order. Raises NotFoundError."""
        return self._current().extraction(document_id).timexes

    def events_of(self, document_id: str) -> tuple[Event, ...]:
        """Return the events that a document tells of, in the order of its text. Raises NotFoundError."""
        return self._current().events_of(self.document(document_id).id)

    def event(self, event_id: str) -> Event:
        """Return one event. Raises NotFoundError, which says so where the event was withdrawn."""
        view = self._current()
        found = view.selection().event(event_id)
        if found is None:
            gone = any(event.id == event_id for event in view.withdrawn)
            reason = "was withdrawn: the documents no longer tell of it" if gone else "no such event"
            raise NotFoundError(reason, where=event_id, remedy="See the timeline")
        return found

    def timeline(self, query: Query = EVERYTHING) -> Timeline:
        """Return the events that answer `query`, in date order, with what checks found about them."""
        return self._selection(query).select(query)

    def facets(self, query: Query = EVERYTHING) -> dict[str, dict[str, int]]:
        """Count the answers by actor, place, kind, instrument, status and document id."""
        asked = replace(query, as_of=None, limit=None, offset=0)
        return self._selection(query).facets(asked)

    def findings(self, query: Query = EVERYTHING) -> tuple[Finding, ...]:
        """Return what the checks noticed about the events that answer `query`."""
        return self.timeline(replace(query, limit=None, offset=0)).findings

    def deadlines(
        self,
        query: Query = EVERYTHING,
        *,
        as_of: date,
        until: date | None = None,
    ) -> tuple[Deadline, ...]:
        """Return the deadlines among the answers, seen from `as_of`, by earliest day.

        Only documents published up to `as_of` (or `query.as_of`) are heard. `until` (inclusive) leaves out
        what falls due later.
        """
        unpaged = replace(query, as_of=query.as_of or as_of, limit=None, offset=0)
        if until is not None:  # what is upcoming, and due by then, lies on those days: found by the index
            start, end = max(query.start or as_of, as_of), min(query.end or until, until)
            unpaged = replace(unpaged, start=start, end=end)
        found = self.timeline(unpaged)
        due = deadlines((*found.events, *found.undated), as_of=as_of, until=until)
        last = None if query.limit is None else query.offset + query.limit
        return tuple(due)[query.offset : last]

    def diff(self, query: Query = EVERYTHING, *, start: date, end: date) -> Diff:
        """Return what is new, changed, passed and no longer told between two as-of days."""
        asked = replace(query, limit=None, offset=0)
        before, after = (self.timeline(replace(asked, as_of=day)) for day in (start, end))
        return diff(before, after, start, end)

    def dates(self, query: Query = EVERYTHING, *, limit: int = 10) -> tuple[KeyDate, ...]:
        """Return the `limit` most important days, best first."""
        view = self._current()
        found = view.selection(query.as_of).select(replace(query, limit=None, offset=0))
        heard = [
            item
            for item in view.extractions
            if query.as_of is None or was_published(item.document, query.as_of)
        ]
        timexes = {item.document.id: item.timexes for item in heard}
        return tuple(key_dates(found, [item.document for item in heard], limit, timexes=timexes))

    def revisions(self, event_ids: Iterable[str] | None = None) -> dict[str, EventRevision]:
        """Return when events were made, changed and withdrawn; all events where no ids are given."""
        known = self._current().revisions
        names = known if event_ids is None else event_ids
        return {name: known[name] for name in names if name in known}

    def withdrawn(self, since: datetime | None = None) -> tuple[Event, ...]:
        """Return the events that left the timeline (since then), as they last were."""
        view = self._current()
        return tuple(event for event in view.withdrawn if view.was_withdrawn_after(event.id, since))

    @staticmethod
    def explain(text: str, published: CreationTime | Period | date | str | None = None) -> tuple[Timex, ...]:
        """Resolve every expression of `text` as if it had been published then (EDTF or a date)."""
        return tag(text, published)

    @staticmethod
    def handed(text: str | bytes, name: str = "", published: str = "") -> Document:
        """Return a pasted text, or the text of a file called `name`, as a document that is stored nowhere.

        `published` is EDTF; where it is empty, the file or the head of the text may say. Raises DateError,
        DocumentError and LimitError.
        """
        if isinstance(text, bytes):
            return handed.uploaded(text, name, published)
        return handed.pasted(text, published)

    def _current(self) -> View:
        if self._is_pinned and self._view is not None:
            return self._view
        number = self._store.revision().number
        with self._lock:
            if self._view is None or self._view.revision.number != number:
                self._view = View(self._store.snapshot())
            return self._view

    def _selection(self, query: Query) -> Selection:
        return self._current().selection(query.as_of)

    def add(
        self,
        sources: Iterable[Source],
        *,
        now: datetime,
        progress: Progress | None = None,
        prune: bool = False,
        jobs: int = 1,
    ) -> BuildReport:
        """Read the sources (files, folders or documents), and rebuild the timeline if anything changed.

        `now` (with a zone) dates the new revision. What cannot be read is a problem in the report; the rest
        is built, and what was stored before stays. With `prune`, and where all could be read, documents that
        came from these sources earlier and are no longer there are taken out. Many documents are
        shared out among `jobs` processes (the caller's script then needs its `__main__` guard). Raises
        StoreError.
        """
        given = tuple(sources)
        read = list(read_sources(item for item in given if not isinstance(item, Document)))
        documents = [item for item in (*given, *read) if isinstance(item, Document)]
        problems = [item for item in read if isinstance(item, ChronologyError)]
        gone = missing(self.documents(), given, documents) if prune and not problems else ()
        report = build(self._store, documents, problems, now=now, progress=progress, gone=gone, jobs=jobs)
        notices = [item.text for item in read if isinstance(item, Notice)]
        kept = [_NOT_PRUNED] if prune and problems else []
        return replace(report, warnings=(*notices, *kept))
