"""Markdown (CommonMark): headings by year and month, an entry an event, quotations with their sources."""

import re
from collections.abc import Iterator

from chronology.exports.cleaning import one_line
from chronology.exports.context import ExportContext
from chronology.exports.tellings import quotations
from chronology.model import Event, Evidence, Granularity, Timeline
from chronology.temporal.words import MONTHS, describe

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&()])")


def write(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield the title, the dated events under their years and months, and the undated shelf."""
    yield f"# {_text(context.title)}\n"
    if not timeline.events and not timeline.undated:
        yield "\nNo events.\n"
    year = month = ""
    for event in timeline.events:
        heading, subheading = _headings(event)
        if heading != year:
            yield f"\n## {heading}\n"
            year, month = heading, ""
        if subheading and subheading != month:
            yield f"\n### {subheading}\n"
            month = subheading
        yield from _entry(event, context)
    if timeline.undated:
        yield "\n## Undated\n"
    for event in timeline.undated:
        yield from _entry(event, context)


def _headings(event: Event) -> tuple[str, str]:
    """Return the year and, where the date is that fine, the month to file the event under."""
    if event.date is None:
        return ("Undated", "")
    day = event.date.earliest or event.date.latest
    if day is None:
        return (describe(event.date), "")
    fine = event.date.granularity.rank >= Granularity.MONTH.rank
    return (str(day.year), f"{MONTHS[day.month - 1]} {day.year}" if fine else "")


def _entry(event: Event, context: ExportContext) -> Iterator[str]:
    when = describe(event.date) if event.date and event.is_dated else "Undated"
    notes = ", ".join([event.kind, event.status.value, *event.instruments])
    yield f"\n- **{_text(when)}**: {_text(event.title)} ({_text(notes)})\n"
    for telling in quotations(event):
        yield f"\n  > {_quote(telling)}\n  >\n  > {_source(telling, context)}\n"
    if event.why_date:
        yield f"\n  {_text(event.why_date)}\n"


def _quote(telling: Evidence) -> str:
    """Return the quotation with the dating expression in bold."""
    quote, timex = telling.quote, telling.timex
    if timex is None or not telling.start <= timex.start < timex.end <= telling.start + len(quote):
        return _text(quote)
    start, end = timex.start - telling.start, timex.end - telling.start
    return f"{_piece(quote[:start])}**{_text(quote[start:end])}**{_piece(quote[end:])}"


def _piece(text: str) -> str:
    """Escape a part of a line, keeping a space at its ends."""
    words = _text(text)
    before = " " if text[:1].isspace() else ""
    behind = " " if text[-1:].isspace() and words else ""
    return before + words + behind


def _source(telling: Evidence, context: ExportContext) -> str:
    document = context.documents.get(telling.document_id)
    if document is None:
        return _text(telling.document_id)
    name = _text(document.title or document.id)
    linked = (
        f"[{name}](<{_address(document.url)}>)" if document.url.startswith(("http://", "https://")) else name
    )
    published = f", {describe(document.published.period)}" if document.published else ""
    return linked + published


def _address(url: str) -> str:
    return re.sub(
        r"[<>\\\s]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), one_line(url)
    )


def _text(text: str) -> str:
    """Keep text from being read as Markdown or HTML."""
    return _ACTIVE.sub(r"\\\1", one_line(text))
