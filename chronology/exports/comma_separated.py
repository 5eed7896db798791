"""CSV (RFC 4180): an event a row, header first, CRLF at line ends, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from itertools import chain

from chronology.exports.cleaning import one_line
from chronology.exports.context import ExportContext
from chronology.exports.tellings import best
from chronology.model import Document, Event, Timeline
from chronology.temporal.words import describe

COLUMNS = (
    *("id", "earliest", "latest", "edtf", "granularity", "date", "title", "kind", "status"),
    *("participants", "places", "instruments", "deadline", "first_reported", "importance", "sources"),
    *("document", "published", "quote", "expression", "because"),
)
# A cell that begins like this is a formula to Excel, LibreOffice or Google Sheets (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 - full-width ones count too


def write(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield the header, then the dated events in order, then the undated ones.

    Several names share a cell, separated by "; ". `document`, `quote` and `expression` are of the telling
    that gives the date; `sources` counts the documents. A text that a spreadsheet would run as a formula
    gets a `'` in front.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    rows = (_row(event, context) for event in chain(timeline.events, timeline.undated))
    for row in chain([list(COLUMNS)], rows):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _row(event: Event, context: ExportContext) -> list[str]:
    date = event.date
    telling = best(event)
    document = context.documents.get(telling.document_id) if telling else None
    return [
        _cell(event.id),
        str(date.earliest or "") if date else "",
        str(date.latest or "") if date else "",
        date.edtf if date else "",
        date.granularity.value if date else "unknown",
        _cell(describe(date)) if date else "",
        _cell(event.title),
        _cell(event.kind),
        event.status.value,
        _cell("; ".join(event.participants)),
        _cell("; ".join(event.places)),
        _cell("; ".join(event.instruments)),
        event.deadline.value if event.deadline else "",
        event.first_reported.edtf if event.first_reported else "",
        f"{event.importance:.4f}",
        str(len(event.documents)),
        _cell(_name(document, telling.document_id if telling else "")),
        document.published.period.edtf if document and document.published else "",
        _cell(telling.quote if telling else ""),
        _cell(telling.timex.text if telling and telling.timex else ""),
        _cell(event.why_date),
    ]


def _name(document: Document | None, fallback: str) -> str:
    return document.title or document.id if document else fallback


def _cell(text: str) -> str:
    clean = one_line(text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
