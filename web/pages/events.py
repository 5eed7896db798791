"""`/events/<id>`: one event with all its evidence."""

from collections.abc import Iterator

from flask import render_template

from chronology.model import Event, NotFoundError, Query
from web.pages import asking
from web.presenters.event import LinkedEvent, event_view, linked_event
from web.site import site


def show(event_id: str) -> str:
    """Show one event. Raises NotFoundError."""
    chronicle = site().chronicle
    event = chronicle.event(event_id)
    setting = asking.setting(findings=chronicle.findings(Query()))
    view = event_view(event, setting, _linked(event))
    return render_template("event.html", view=view)


def _linked(event: Event) -> Iterator[LinkedEvent]:
    """The events that this one belongs to or gave way to, and those that belong or gave way to it."""
    chronicle = site().chronicle
    for relation, name in (("Part of", event.part_of), ("Superseded by", event.superseded_by)):
        if name:
            try:
                yield linked_event(relation, chronicle.event(name))
            except NotFoundError:
                continue
    timeline = chronicle.timeline(Query())
    for other in (*timeline.events, *timeline.undated):
        if other.part_of == event.id:
            yield linked_event("Includes", other)
        if other.superseded_by == event.id:
            yield linked_event("Supersedes", other)
