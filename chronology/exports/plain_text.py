"""A timeline to read in a terminal: a date, a title, and the sentence that says so."""

from collections.abc import Iterator

from chronology.exports.cleaning import one_line
from chronology.exports.context import ExportContext
from chronology.exports.tellings import quotations
from chronology.model import Event, Evidence, Timeline
from chronology.temporal.words import describe

_INDENT = " " * 4


def write(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield the dated events in order, then the undated shelf."""
    if not timeline.events and not timeline.undated:
        yield "No events.\n"
        return
    for event in timeline.events:
        yield from _entry(event, context)
    if timeline.undated:
        yield "Undated\n\n"
    for event in timeline.undated:
        yield from _entry(event, context)


def _entry(event: Event, context: ExportContext) -> Iterator[str]:
    when = describe(event.date) if event.date else "at a time not stated"
    yield f"{when}: {one_line(event.title)} ({', '.join(_notes(event))})\n"
    for telling in quotations(event):
        yield f"{_INDENT}“{one_line(telling.quote)}”\n{_INDENT}— {_source(telling, context)}\n"
    if event.why_date:
        yield f"{_INDENT}{one_line(event.why_date)}\n"
    yield "\n"


def _notes(event: Event) -> Iterator[str]:
    yield event.kind
    yield event.status.value
    if event.deadline is not None and event.deadline.value != event.kind:
        yield f"deadline: {event.deadline.value}"
    yield from map(one_line, event.instruments)


def _source(telling: Evidence, context: ExportContext) -> str:
    document = context.documents.get(telling.document_id)
    if document is None:
        return one_line(telling.document_id)
    published = f", {describe(document.published.period)}" if document.published else ""
    return one_line(document.title or document.id) + published
