"""What the web asks of a chronicle: the part of `chronology.chronicle.Chronicle` that it uses."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol, Self

from chronology.model import (
    CreationTime,
    Deadline,
    Document,
    Event,
    EventRevision,
    Finding,
    KeyDate,
    Query,
    Revision,
    Timeline,
    Timex,
)
from chronology.timeline.diff import Diff


class Source(Protocol):
    """Answers of one revision of the store. Safe to call from several threads."""

    def pinned(self) -> Self:
        """Return a source that goes on answering from this revision while the store is rebuilt."""
        ...

    def revision(self) -> Revision:
        """Return the number of the current revision and when it was written."""
        ...

    def timeline(self, query: Query) -> Timeline:
        """Return the events that match, in order of date."""
        ...

    def event(self, event_id: str) -> Event:
        """Return one event; NotFoundError."""
        ...

    def documents(self) -> tuple[Document, ...]:
        """Return every document."""
        ...

    def document(self, document_id: str) -> Document:
        """Return one document; NotFoundError."""
        ...

    def timexes(self, document_id: str) -> tuple[Timex, ...]:
        """Return the expressions of one document in order of the text."""
        ...

    def events_of(self, document_id: str) -> tuple[Event, ...]:
        """Return the events that one document tells of."""
        ...

    def deadlines(self, query: Query, *, as_of: date, until: date | None) -> tuple[Deadline, ...]:
        """Return the deadlines that match, seen from `as_of`."""
        ...

    def diff(self, query: Query, *, start: date, end: date) -> Diff:
        """Compare what was known on two days."""
        ...

    def findings(self, query: Query) -> tuple[Finding, ...]:
        """Return what the checks noticed."""
        ...

    def dates(self, query: Query, *, limit: int) -> tuple[KeyDate, ...]:
        """Return the most important days, best first."""
        ...

    def facets(self, query: Query) -> Mapping[str, Mapping[str, int]]:
        """Count the values of each filter."""
        ...

    def revisions(self, event_ids: Iterable[str] | None = None) -> Mapping[str, EventRevision]:
        """Return when events were made, changed and withdrawn."""
        ...

    def withdrawn(self, since: datetime | None = None) -> tuple[Event, ...]:
        """Return the events that left the timeline since then, as they last were."""
        ...

    def handed(self, text: str | bytes, name: str = "", published: str = "") -> Document:
        """Return a pasted text, or that of a file called `name`, as a document that is stored nowhere."""
        ...

    def explain(self, text: str, published: CreationTime | str | None = None) -> tuple[Timex, ...]:
        """Resolve every expression of a text."""
        ...
