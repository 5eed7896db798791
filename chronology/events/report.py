"""Tellings as plain rows: what `chronology events` prints."""

from collections.abc import Iterable
from typing import TypedDict

from chronology.model import Event


class Row(TypedDict):
    """One dated telling: the trigger word(s), the TIMEX3 value that dates it, its title and status."""

    start: int
    end: int
    text: str
    date: str
    title: str
    kind: str
    status: str
    because: str


def dated(events: Iterable[Event]) -> list[Row]:
    """Return the tellings that an expression of their own sentence dates, in order."""
    return [
        Row(
            start=item.trigger.start,
            end=item.trigger.end,
            text=item.trigger_text,
            date=item.timex.value,
            title=event.title,
            kind=event.kind,
            status=str(event.status),
            because=event.why_date,
        )
        for event in events
        for item in event.evidence
        if item.timex is not None
    ]
