"""The operations on events, and on what is read off them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from flask import Response

from chronology.chronicle.selection import WORD
from chronology.model import Event, Timeline
from chronology.schemas import (
    EventSchema,
    deadline_json,
    event_json,
    finding_json,
    key_date_json,
)
from web.api import downloads, shapes
from web.api.answers import Json, Page, as_json, as_page, only, sources, whole
from web.api.blueprint import ApiBlueprint
from web.api.parameters import (
    Ask,
    DeadlineParameters,
    DiffParameters,
    EventParameters,
    FilterParameters,
    ListParameters,
    SearchParameters,
    until,
)
from web.site import site

blueprint = ApiBlueprint("api", __name__, url_prefix="/api/v1", description="The chronicle")

_ALL: Final = 1_000_000


@blueprint.reading("/events", shapes.EventsSchema, EventParameters)
def events(ask: Ask) -> Response:
    """List events.

    Dated events in order of date, then those without a date. Filters of one name are alternatives; filters of
    different names must all match.
    """
    if export := downloads.preferred():
        return _varying(downloads.answer(ask.query, export))
    return _varying(_listed(ask))


@blueprint.reading("/search", shapes.EventsSchema, SearchParameters)
def search(ask: Ask) -> Response:
    """Find events by words in their titles and quotations.

    All words must be there, or begin a word that is. Filters, fields and pages are those of the events.
    """
    if not WORD.findall(ask.query.text):
        return _events((), 0, replace(Page.of(ask), notice="Nothing can match: q holds no word."), ())
    return _listed(ask)


@blueprint.reading("/events.<suffix>", shapes.EventsSchema, FilterParameters)
def download(ask: Ask, suffix: str) -> Response:
    """Write all events that match in another format.

    The suffixes are those of the command line's formats: csv, jsonl, ics, md, txt, json, timeline.json.
    """
    return downloads.answer(ask.query, downloads.named(suffix))


@blueprint.reading("/events/<event_id>", EventSchema)
def event(event_id: str) -> Response:
    """Show one event with all its evidence."""
    chronicle = site().chronicle
    return as_json(event_json(chronicle.event(event_id), sources()), modified=chronicle.revision().at)


@blueprint.reading("/deadlines", shapes.DeadlinesSchema, DeadlineParameters)
def deadlines(ask: Ask) -> Response:
    """List deadlines, by earliest day.

    Days left are counted from `as_of` (today where it is not given), and only documents published up to then
    are heard.
    """
    page, as_of = Page.of(ask), ask.query.as_of or site().config.today()
    query = replace(whole(ask.query), deadlines_only=True)
    found = site().chronicle.deadlines(query, as_of=as_of, until=until(as_of, ask.within))
    known = sources()
    items = [dict(only(deadline_json(item, known), ask.fields)) for item in page.cut(found)]
    clocked = ask.query.as_of is None
    return as_page(items, len(found), page, clocked=clocked, as_of=as_of.isoformat())


@blueprint.reading("/findings", shapes.FindingsSchema, ListParameters)
def findings(ask: Ask) -> Response:
    """List what the checks noticed about the filtered events."""
    page = Page.of(ask)
    found = site().chronicle.findings(ask.query)
    return as_page([finding_json(item) for item in page.cut(found)], len(found), page)


@blueprint.reading("/dates", shapes.DatesSchema, ListParameters)
def dates(ask: Ask) -> Response:
    """List the most important days, best first."""
    page = Page.of(ask)
    found = site().chronicle.dates(whole(ask.query), limit=_ALL)
    items = [key_date_json(item) for item in page.cut(found)]
    return as_page(items, len(found), page)


@blueprint.reading("/diff", shapes.DiffSchema, DiffParameters)
def diff(ask: Ask) -> Response:
    """Compare what was known on two days.

    `new`, `changed` and `withdrawn` events, and those whose day has `passed` in between.
    """
    start, end = ask.days
    if end < start:
        return _nothing(start, end)
    found = site().chronicle.diff(whole(ask.query), start=start, end=end)
    known = sources()
    changed = [event_json(change.after, known) | {"changed": list(change.fields)} for change in found.changed]
    return as_json(
        {
            "from_as_of": start.isoformat(),
            "to_as_of": end.isoformat(),
            "new": [event_json(event, known) for event in found.new],
            "changed": changed,
            "passed": [event_json(event, known) for event in found.passed],
            "withdrawn": [event_json(event, known) for event in found.withdrawn],
        },
        modified=site().chronicle.revision().at,
    )


def _nothing(start: date, end: date) -> Response:
    """Answer a comparison with an earlier day: nothing has become known since."""
    notice = f"Nothing to compare: from_as_of ({start}) is after to_as_of ({end})."
    days = {"from_as_of": start.isoformat(), "to_as_of": end.isoformat()}
    parts: Json = {name: [] for name in ("new", "changed", "passed", "withdrawn")}
    return as_json(days | parts | {"notice": notice}, modified=site().chronicle.revision().at)


def _listed(ask: Ask) -> Response:
    """Answer with the page of events that is asked for, in the order that is asked for."""
    page = Page.of(ask)
    if ask.sort == "date":
        found = site().chronicle.timeline(page.narrow(ask.query))
        return _events(_all(found), found.total, page, ask.fields)
    ordered = ORDERS[ask.sort](site().chronicle.timeline(whole(ask.query)), ask.query.text)
    return _events(page.cut(ordered), len(ordered), page, ask.fields)


def _events(found: Sequence[Event], total: int, page: Page, names: Sequence[str]) -> Response:
    known = sources()
    return as_page([dict(only(event_json(event, known), names)) for event in found], total, page)


def _latest_first(found: Timeline, _text: str) -> list[Event]:
    return [*reversed(found.events), *found.undated]


def _most_important_first(found: Timeline, _text: str) -> list[Event]:
    return sorted(_all(found), key=lambda event: -event.importance)


def _most_relevant_first(found: Timeline, text: str) -> list[Event]:
    """Put events whose titles have the words before those that are only told of with them."""
    words = WORD.findall(text.casefold())

    def rank(event: Event) -> tuple[int, float]:
        title = WORD.findall(event.title.casefold())
        missing = sum(not any(other.startswith(word) for other in title) for word in words)
        return missing, -event.importance

    return sorted(_all(found), key=rank)


ORDERS: Final = {
    "-date": _latest_first,
    "importance": _most_important_first,
    "relevance": _most_relevant_first,
}


def _varying(response: Response) -> Response:
    response.vary.add("Accept")
    return response


def _all(timeline: Timeline) -> list[Event]:
    return [*timeline.events, *timeline.undated]
