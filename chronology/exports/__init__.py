"""Timelines and tagged documents in other people's formats: one file a format, one line here.

To add a format, write a module with `write` and add its line. Nothing else knows the list.
"""

from typing import Final

from chronology.exports import (
    comma_separated,
    icalendar,
    inline_html,
    json_lines,
    markdown,
    plain_text,
    timelinejs,
    timeml,
    web_annotation,
)
from chronology.exports.context import DocumentExport, ExportContext, TimelineExport

__all__ = ["DOCUMENT_EXPORTS", "EXPORTS", "DocumentExport", "ExportContext", "TimelineExport"]

_JSON = "application/json"

EXPORTS: Final[dict[str, TimelineExport]] = {
    "text": TimelineExport(".txt", "text/plain; charset=utf-8", plain_text.write, "to read in a terminal"),
    "json": TimelineExport(".json", _JSON, json_lines.write, "the whole timeline as one object"),
    "jsonl": TimelineExport(".jsonl", "application/x-ndjson", json_lines.write_lines, "an event a line"),
    "csv": TimelineExport(
        ".csv", "text/csv; charset=utf-8", comma_separated.write, "a table for spreadsheets"
    ),
    "ics": TimelineExport(
        ".ics", "text/calendar; charset=utf-8", icalendar.write, "for calendars; dated events only"
    ),
    "timelinejs": TimelineExport(".timeline.json", _JSON, timelinejs.write, "slides for TimelineJS3"),
    "markdown": TimelineExport(".md", "text/markdown; charset=utf-8", markdown.write, "to read and to edit"),
}
"""Formats for timelines, by the name that `--format` takes."""

DOCUMENT_EXPORTS: Final[dict[str, DocumentExport]] = {
    "timeml": DocumentExport(".tml", "application/xml", timeml.write, "TimeML 1.2.1, as in TempEval-3"),
    "annotations": DocumentExport(
        ".jsonld", "application/ld+json", web_annotation.write, "W3C Web Annotation"
    ),
    "html": DocumentExport(
        ".html", "text/html; charset=utf-8", inline_html.write, "the text with time elements"
    ),
}
"""Formats for a document with its time expressions, by name."""
