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


def stated(event: Event) -> bool:
    """Tell whether an expression of the sentence says on which date the event lies.

    (not before, since or until it).
    """
    timex = event.evidence[0].timex
    return timex is not None and event.date == timex.period


def dated(events: Iterable[Event]) -> list[Row]:
    """Return the tellings that an expression of their own sentence dates, in order."""
    return [
        Row(
            start=item.trigger.start,
            end=item.trigger.end,
            text=item.trigger_text,
            date=item.timex.value if item.timex is not None else "",
            title=event.title,
            kind=event.kind,
            status=str(event.status),
            because=event.why_date,
        )
        for event in events
        for item in event.evidence[:1]
        if stated(event)
    ]
