"""`/events/<id>`: one event with all its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from flask import render_template

from chronology.model import Event, NotFoundError, Query
from web.pages import asking
from web.presenters.entries import Documents
from web.presenters.event import LinkedEvent, event_view, linked_event, publication_days
from web.site import site

MOST_REBUILT = 500
"""Documents of a chronicle whose timelines of earlier days are built for the page of one event."""
MOST_DAYS = 6
RELATIONS: Final = (
    ("part_of", "Part of", "Includes"),
    ("superseded_by", "Superseded by", "Supersedes"),
    ("extends", "Moves on", "Moved on by"),
    ("extended_by", "Extended by", "Extends"),
    ("met_by", "Met, as told by", "Reports as met"),
)
"""Field of an event that holds another's id, and the relation in words, from either side."""


def show(event_id: str) -> str:
    """Show one event. Raises NotFoundError."""
    chronicle = site().chronicle
    event = chronicle.event(event_id)
    setting = asking.setting(findings=chronicle.findings(Query()))
    view = event_view(event, setting, _linked(event), _then(event, setting.documents))
    return render_template("event.html", view=view)


def _then(event: Event, documents: Documents) -> Mapping[date, Event]:
    """What `event` was as of each publication that tells of it; nothing of a chronicle that takes long."""
    days = publication_days(event, documents)
    if len(event.documents) == 1 or len(documents) > MOST_REBUILT:
        return {}
    return {day: then for day in _few(days) if (then := _as_of(day, event.id))}


def _few(days: Sequence[date]) -> Sequence[date]:
    """The first days and the last one, where there are many: what was new was new early."""
    return days if len(days) <= MOST_DAYS else (*days[: MOST_DAYS - 1], days[-1])


def _as_of(day: date, event_id: str) -> Event | None:
    timeline = site().chronicle.timeline(Query(as_of=day))
    return next((event for event in (*timeline.events, *timeline.undated) if event.id == event_id), None)


def _linked(event: Event) -> Iterator[LinkedEvent]:
    """The events that this one points at, and those that point at it."""
    chronicle = site().chronicle
    for field, relation, _ in RELATIONS:
        if name := getattr(event, field):
            try:
                yield linked_event(relation, chronicle.event(name))
            except NotFoundError:
                continue
    timeline = chronicle.timeline(Query())
    for other in (*timeline.events, *timeline.undated):
        for field, _, relation in RELATIONS:
            if getattr(other, field) == event.id:
                yield linked_event(relation, other)
