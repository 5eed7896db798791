"""Writing documents and a timeline into an open transaction, touching only the rows that change."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from chronology.model import Document, Event, Timeline
from chronology.store import codec, tables
from chronology.store.identity import keep_ids

Row = dict[str, Any]


def write_documents(connection: Connection, rows: Sequence[Mapping[str, str]]) -> None:
    """Put documents with their extractions in the place of those with the same id."""
    delete_documents(connection, [row["id"] for row in rows])
    if rows:
        connection.execute(
            tables.document.insert(), [{name: row[name] for name in _names(tables.document)} for row in rows]
        )
        connection.execute(
            tables.extraction.insert(),
            [
                {"document_id": row["id"], "timexes": row["timexes"], "tellings": row["tellings"]}
                for row in rows
            ],
        )


def delete_documents(connection: Connection, names: Sequence[str]) -> None:
    """Take documents out, with what was extracted from them."""
    if names:
        statement = delete(tables.document).where(tables.document.c.id == bindparam("_id"))
        connection.execute(statement, [{"_id": name} for name in names])


def write_timeline(connection: Connection, timeline: Timeline, now: datetime) -> None:
    """Put `timeline` in the place of the stored one; events that are no more are kept as withdrawn."""
    stored = {row.id: row._asdict() for row in connection.execute(select(tables.event))}
    before = {name: codec.loads(Event, row["value"]) for name, row in stored.items()}
    timeline = keep_ids(timeline, tuple(before.values()))
    moment = now.astimezone(UTC).isoformat()
    events = (*timeline.events, *timeline.undated)
    headings = _headings(connection)
    fresh = [_row(event, place, moment, headings) for place, event in enumerate(events)]
    rows = [
        _continued(row, stored[event.id], before[event.id], event) if event.id in stored else row
        for row, event in zip(fresh, events, strict=True)
    ]
    present = {event.id for event in events}
    rows += [_withdrawn(row, moment) for name, row in stored.items() if name not in present]
    _update(connection, tables.event, rows, stored)
    connection.execute(delete(tables.finding))
    findings = [
        {"position": place, "value": codec.dumps(item)} for place, item in enumerate(timeline.findings)
    ]
    if findings:
        connection.execute(tables.finding.insert(), findings)


def _headings(connection: Connection) -> dict[str, str]:
    """Return what an entry shows of the document that tells of it: title, publisher and publication."""
    documents = map(_document, connection.scalars(select(tables.document.c.value)))
    return {
        item.id: f"{item.title}\x1f{item.publisher}\x1f{item.published and item.published.period.edtf}"
        for item in documents
    }


def _document(value: str) -> Document:
    return codec.loads(Document, value)


def _row(event: Event, position: int, moment: str, headings: Mapping[str, str]) -> Row:
    plain = codec.plain(event)
    shown = [headings.get(name, "") for name in event.documents]
    return {
        "id": event.id,
        "position": position,
        "digest": _digest(plain, shown),
        "created": moment,
        "modified": moment,
        "sequence": 0,
        "withdrawn": None,
        "value": codec.text(plain),
    }


def _continued(row: Row, old: Row, before: Event, event: Event) -> Row:
    """Take over from the stored row when it was made, and when it last changed if it did not change now."""
    is_back = old["withdrawn"] is not None
    was, now = ((item.date, item.status, item.superseded_by is None) for item in (before, event))
    is_significant = is_back or was != now
    is_same = old["digest"] == row["digest"] and not is_back
    return row | {
        "created": old["created"],
        "modified": old["modified"] if is_same else row["modified"],
        "sequence": old["sequence"] + is_significant,
    }


def _digest(plain: dict[str, Any], shown: Sequence[str]) -> str:
    """Name all that an entry shows: a document that is retitled modifies its events.

    Importance is relative to the other events: a change of it alone does not modify the event.
    """
    kept = {name: value for name, value in plain.items() if not name.startswith("importance")}
    written = "\x1e".join((codec.text(kept), *shown))
    return hashlib.sha256(written.encode(errors="surrogatepass")).hexdigest()


def _withdrawn(row: Row, moment: str) -> Row:
    if row["withdrawn"] is not None:
        return row
    return row | {"withdrawn": moment, "modified": moment, "sequence": row["sequence"] + 1}


def _update(connection: Connection, table: Table, rows: Sequence[Row], stored: Mapping[str, Row]) -> None:
    new = [row for row in rows if row["id"] not in stored]
    changed = [row for row in rows if row["id"] in stored and row != stored[row["id"]]]
    if new:
        connection.execute(table.insert(), new)
    if changed:
        columns: dict[str, Any] = {name: bindparam(f"_{name}") for name in _names(table) if name != "id"}
        statement = table.update().where(table.c.id == bindparam("_id")).values(columns)
        connection.execute(statement, [{f"_{name}": item for name, item in row.items()} for row in changed])


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]
