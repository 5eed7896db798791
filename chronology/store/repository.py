"""What the store keeps and gives back. Every write is one transaction; every read sees one revision whole."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, func, select

from chronology.model import Document, Event, EventRevision, Finding, NotFoundError, Revision, Timeline, Timex
from chronology.store import codec, tables
from chronology.store.engine import BUSY_SECONDS, hold, open_engine, shown, translated
from chronology.store.writing import delete_documents, write_documents, write_timeline

NEVER = Revision(0, datetime(1970, 1, 1, tzinfo=UTC))
"""The revision of a store into which nothing was ever built."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document, its resolved expressions and the events it tells of, one per telling."""

    document: Document
    timexes: tuple[Timex, ...] = ()
    tellings: tuple[Event, ...] = ()


Build = Callable[[Sequence[Extraction]], Timeline]
"""Makes one timeline out of all extractions."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything a reader sees at one revision. `revisions` also holds the `withdrawn` events' own.

    Of the extractions it keeps the JSON text, which is read when one is asked for.
    """

    revision: Revision
    documents: tuple[Document, ...]
    timeline: Timeline
    withdrawn: tuple[Event, ...]
    revisions: dict[str, EventRevision]
    written: dict[str, tuple[str, str]]

    def extraction(self, document: Document) -> Extraction:
        """Return what was extracted from one of the documents."""
        timexes, tellings = self.written[document.id]
        return Extraction(document, codec.loads_all(Timex, timexes), codec.loads_all(Event, tellings))


def digest(document: Document) -> str:
    """Tell two contents of a document apart (SHA-256); where it was read from does not count."""
    return hashlib.sha256(codec.dumps(replace(document, source="")).encode()).hexdigest()


class Store:
    """Documents, what was extracted from them, and the timeline built out of it. Raises StoreErrors."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Use `Store.open`."""
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, store: str, *, must_exist: bool = False, patience: float = BUSY_SECONDS) -> Self:
        """Open an SQLAlchemy URL or a path (SQLite), making or migrating its tables."""
        return cls(open_engine(store, must_exist=must_exist, patience=patience), shown(store))

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def revision(self) -> Revision:
        """Return the latest revision; number 0 while nothing was built."""
        with self._reading() as connection:
            return _revision(connection)

    def is_current(self, version: str) -> bool:
        """Tell whether the timeline was built by stages of this `version`."""
        query = select(tables.revision.c.version).order_by(tables.revision.c.number.desc()).limit(1)
        with self._reading() as connection:
            return connection.scalar(query) == version

    def known(self) -> dict[str, tuple[str, str]]:
        """Return the digest and the version of the stages for every document."""
        columns = tables.document.c
        with self._reading() as connection:
            rows = connection.execute(select(columns.id, columns.digest, columns.version))
            return {row.id: (row.digest, row.version) for row in rows}

    def documents(self) -> tuple[Document, ...]:
        """Return the documents by id."""
        with self._reading() as connection:
            return _documents(connection)

    def extraction(self, document_id: str) -> Extraction:
        """Return a document with what was extracted from it. Raises NotFoundError."""
        with self._reading() as connection:
            row = connection.execute(_EXTRACTIONS.where(tables.document.c.id == document_id)).first()
        if row is None:
            raise NotFoundError("no such document", where=document_id, remedy="See the list of documents")
        return _extraction(row)

    def snapshot(self) -> Snapshot:
        """Read the whole chronicle as of its latest revision."""
        with self._reading() as connection:
            return _snapshot(connection)

    def save(
        self,
        extractions: Sequence[Extraction],
        build: Build,
        *,
        now: datetime,
        version: str,
        gone: Sequence[str] = (),
    ) -> Revision:
        """Put the extractions in, take the documents `gone` out, rebuild the timeline: all or nothing.

        `now` dates the revision. Readers see the old chronicle until it is done.
        """
        with self._writing() as connection:
            number = _revision(connection).number + 1
            delete_documents(connection, gone)
            write_documents(connection, _rows(extractions, version))
            write_timeline(connection, build(_extractions(connection)), now)
            row = {"number": number, "at": _utc(now), "version": version}
            connection.execute(tables.revision.insert(), row)
        return Revision(number, now)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self.name), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self.name), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                hold(connection)
                yield connection


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def _rows(extractions: Sequence[Extraction], version: str) -> list[dict[str, str]]:
    return [
        {
            "id": item.document.id,
            "digest": digest(item.document),
            "version": version,
            "value": codec.dumps(item.document),
            "timexes": codec.dumps(item.timexes),
            "tellings": codec.dumps(item.tellings),
        }
        for item in extractions
    ]


def _revision(connection: Connection) -> Revision:
    newest = select(func.max(tables.revision.c.number)).scalar_subquery()
    row = connection.execute(select(tables.revision).where(tables.revision.c.number == newest)).first()
    return NEVER if row is None else Revision(row.number, datetime.fromisoformat(row.at))


def _documents(connection: Connection) -> tuple[Document, ...]:
    rows = connection.scalars(select(tables.document.c.value).order_by(tables.document.c.id))
    return tuple(codec.loads(Document, value) for value in rows)


_EXTRACTIONS = (
    select(tables.document.c.value, tables.extraction.c.timexes, tables.extraction.c.tellings)
    .join(tables.extraction)
    .order_by(tables.document.c.id)
)


def _extractions(connection: Connection) -> tuple[Extraction, ...]:
    return tuple(_extraction(row) for row in connection.execute(_EXTRACTIONS))


def _extraction(row: Any) -> Extraction:
    return Extraction(
        codec.loads(Document, row.value),
        codec.loads_all(Timex, row.timexes),
        codec.loads_all(Event, row.tellings),
    )


def _written(connection: Connection) -> dict[str, tuple[str, str]]:
    rows = connection.execute(select(tables.extraction))
    return {row.document_id: (row.timexes, row.tellings) for row in rows}


def _snapshot(connection: Connection) -> Snapshot:
    rows = connection.execute(select(tables.event).order_by(tables.event.c.position, tables.event.c.id)).all()
    events = [codec.loads(Event, row.value) for row in rows if row.withdrawn is None]
    findings = connection.scalars(select(tables.finding.c.value).order_by(tables.finding.c.position))
    return Snapshot(
        revision=_revision(connection),
        documents=_documents(connection),
        timeline=Timeline(
            events=tuple(event for event in events if event.is_dated),
            undated=tuple(event for event in events if not event.is_dated),
            findings=tuple(codec.loads(Finding, value) for value in findings),
            total=len(events),
        ),
        withdrawn=tuple(codec.loads(Event, row.value) for row in rows if row.withdrawn is not None),
        revisions={row.id: _event_revision(row) for row in rows},
        written=_written(connection),
    )


def _event_revision(row: Any) -> EventRevision:
    return EventRevision(
        event_id=row.id,
        created=datetime.fromisoformat(row.created),
        modified=datetime.fromisoformat(row.modified),
        sequence=row.sequence,
        withdrawn=None if row.withdrawn is None else datetime.fromisoformat(row.withdrawn),
        digest=row.digest,
    )
