"""The contract's JSON: one object (`write`), or an event a line (`write_lines`)."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from chronology.exports.context import ExportContext
from chronology.model import Timeline
from chronology.schemas import event_json, finding_json


def write(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield `{"title", "as_of", "total", "items", "undated", "findings"}`, an event at a time.

    `items` are all events, the dated ones first; `undated` are the ids of those on the undated shelf.
    """
    head = {
        "title": context.title,
        "as_of": context.as_of and context.as_of.isoformat(),
        "total": timeline.total or len(timeline.events) + len(timeline.undated),
    }
    yield dumps(head)[:-1]
    events = chain(timeline.events, timeline.undated)
    yield from _array("items", (event_json(event, context.documents) for event in events))
    yield from _array("undated", (event.id for event in timeline.undated))
    yield from _array("findings", map(finding_json, timeline.findings))
    yield "\n}\n"


def write_lines(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield one event a line, dated ones in order, then undated ones."""
    for event in chain(timeline.events, timeline.undated):
        yield dumps(event_json(event, context.documents)) + "\n"


def dumps(value: object) -> str:
    """Write JSON in readable characters; a lone surrogate, which no encoding holds, as its escape."""
    text = json.dumps(value, ensure_ascii=False)
    return text if _is_encodable(text) else json.dumps(value)


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _array(name: str, items: Iterator[Any]) -> Iterator[str]:
    yield f',\n"{name}": ['
    separator = "\n"
    for item in items:
        yield separator + dumps(item)
        separator = ",\n"
    yield "\n]" if separator == ",\n" else "]"
