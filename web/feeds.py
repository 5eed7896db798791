"""Calendar feeds: the whole timeline, its deadlines, one event. The same filters as the page.

A feed holds what calendar services take (Google: about 1,000 events and 1 MB), so its body fits in memory
whatever the size of the chronicle; a larger selection is cut to its latest events and says so. A body is made
once a revision, and each entry once a revision of its event.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from flask import Blueprint, Response, request

from chronology.chronicle.selection import Selection
from chronology.exports import icalendar
from chronology.model import Document, Event, EventRevision, Query, QueryError, Revision, Timeline
from web import http, queries
from web.site import site

KEPT_AFTER_WITHDRAWAL: Final = timedelta(days=90)
"""How long a withdrawn event stays in the feeds as STATUS:CANCELLED, counted in revisions of the store."""

_FRESH: Final = 300
_OWN: Final = ("alarms", "todo", "links")

blueprint = Blueprint("feeds", __name__)


@dataclass(frozen=True, slots=True)
class Window:
    """The entries of a feed in order of date, and how many events are not among them, and why."""

    entries: tuple[bytes, ...]
    cut: int = 0
    unplaced: int = 0


@blueprint.get("/feeds/timeline.ics")
def timeline() -> Response:
    """Serve the events that match the filters."""
    return _feed("timeline.ics", "Timeline", *_request())


@blueprint.get("/feeds/deadlines.ics")
def deadlines() -> Response:
    """Serve the deadlines that match the filters."""
    query, options = _request()
    return _feed("deadlines.ics", "Deadlines", replace(query, deadlines_only=True), options)


@blueprint.get("/events/<event_id>.ics")
def event(event_id: str) -> Response:
    """Serve one event."""
    query, options = _request()
    found = site().chronicle.event(event_id)
    revision = site().chronicle.revision()
    window = _window((found,), (), options)
    return _answer(_body("Event", found.title, window), revision, f"{event_id}.ics", query)


def _request() -> tuple[Query, icalendar.Options]:
    query, own = queries.read(request.args, _OWN)
    alarms = own.get("alarms")
    options = icalendar.Options(
        site=site().base_url,
        as_of=query.as_of,
        reminders=icalendar.DEFAULT_REMINDERS if alarms is None else icalendar.parse_reminders(alarms),
        todo=_flag(own, "todo"),
        links=_flag(own, "links"),
    )
    return query, options


def _flag(own: dict[str, str], name: str) -> bool:
    value = own.get(name, "0")
    if value not in {"0", "1"}:
        raise QueryError(
            f"{value[:40]!r} is neither 1 nor 0", where=name, remedy=f"Write {name}=1 or leave it out"
        )
    return value == "1"


def _feed(filename: str, kind: str, query: Query, options: icalendar.Options) -> Response:
    here = site()
    revision = here.chronicle.revision()
    key = (filename, request.full_path, options.site, revision.number)
    body = here.feeds.get(key)
    if body is None:
        found = here.chronicle.timeline(replace(query, limit=None, offset=0))
        window = _window(found.events, _withdrawn(query, revision), options, undated=len(found.undated))
        body = _body(kind, _describe(query), window)
        if here.chronicle.revision() == revision:
            here.feeds.put(key, body)
    return _answer(body, revision, filename, query)


def _answer(body: bytes, revision: Revision, filename: str, query: Query) -> Response:
    response = Response(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    response.vary.add("Accept-Encoding")
    return http.cached(response, modified=revision.at, seconds=_FRESH)


def _body(kind: str, about: str, window: Window) -> bytes:
    here = site()
    name = f"{here.config.name} {kind.lower()}" if kind != "Event" else about
    source = f"{here.base_url}{request.full_path.rstrip('?')}"
    heading = icalendar.Heading(name, " ".join(filter(None, (about, _says(window)))), source)
    return b"".join(icalendar.calendar(window.entries, heading))


def _window(
    events: Sequence[Event], withdrawn: Sequence[Event], options: icalendar.Options, *, undated: int = 0
) -> Window:
    """Render from the latest event backwards until the feed is full."""
    here = site()
    options = replace(options, documents={item.id: item for item in here.chronicle.documents()})
    ordered = sorted((*events, *withdrawn), key=_order)
    revisions = here.chronicle.revisions(item.id for item in ordered)
    entries: list[bytes] = []
    room, unplaced, seen = here.config.feed_bytes, undated, 0
    for item in reversed(ordered):
        entry = _entry(item, revisions.get(item.id) or _unknown(item), options)
        room -= len(entry)
        if room < 0 or len(entries) >= here.config.feed_events:
            break
        seen += 1
        entries += [entry] if entry else []
        unplaced += not entry
    return Window(tuple(reversed(entries)), len(ordered) - seen, unplaced)


def _order(event: Event) -> tuple[object, ...]:
    return (*event.date.sort_key, event.id) if event.date is not None else ()


def _entry(event: Event, revision: EventRevision, options: icalendar.Options) -> bytes:
    """Render one event, or remember how it was rendered at this revision of it."""
    if options.as_of is not None:
        return icalendar.render(event, revision, options)
    sources = tuple(_heading(options.documents.get(name)) for name in event.documents)
    key = (revision, sources, options.site, options.reminders, options.todo, options.links)
    entries = site().entries
    known = entries.get(key)
    return entries.put(key, icalendar.render(event, revision, options)) if known is None else known


def _heading(document: Document | None) -> tuple[object, ...]:
    return () if document is None else (document.title, document.publisher, document.published)


def _unknown(event: Event) -> EventRevision:
    """Stand in for the stamps of an event that only an as-of timeline has: those of the whole store."""
    at = site().chronicle.revision().at
    return EventRevision(event.id, at, at)


def _withdrawn(query: Query, revision: Revision) -> tuple[Event, ...]:
    """Return the events that matched until they were withdrawn, not long before this revision."""
    if query.as_of is not None:
        return ()
    gone = site().chronicle.withdrawn(since=revision.at - KEPT_AFTER_WITHDRAWAL)
    dated = tuple(item for item in gone if item.is_dated)
    return Selection(Timeline(dated)).select(replace(query, limit=None, offset=0)).events if dated else ()


def _describe(query: Query) -> str:
    words = queries.words(query)
    return f"Events with {words}." if words else "All dated events."


def _says(window: Window) -> str:
    """Tell subscribers what the calendar does not hold."""
    parts = []
    if window.cut:
        kept = len(window.entries)
        parts.append(
            f"Holds the latest {kept} of {kept + window.cut} events, as calendars take no more:"
            " narrow the selection with from, to, instrument or another filter."
        )
    if window.unplaced:
        parts.append(f"Left out: {window.unplaced} without a date, or before {icalendar.FIRST_YEAR}.")
    return " ".join(parts)


def addresses(names: Iterable[str] = ("timeline", "deadlines")) -> dict[str, str]:
    """Return the absolute address of each feed."""
    return {name: f"{site().base_url}/feeds/{name}.ics" for name in names}
