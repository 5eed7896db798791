"""Calendar feeds: the whole timeline, its deadlines, one event. The same filters as the page.

A feed holds what calendar services take (Google: about 1,000 events and 1 MB), so its body fits in memory
whatever the size of the chronicle; a larger selection is cut to its latest events and says so. A body is made
once a revision: a client that has it already gets its 304 without an event being read.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote

from flask import Blueprint, Response, request

from chronology.exports.icalendar import DEFAULT_REMINDERS, Heading, Options, parse_reminders
from chronology.model import Query, QueryError
from web import calendars, http, queries
from web.calendars import Desk
from web.site import site

_FRESH: Final = 300
_OWN: Final = ("alarms", "todo", "links")
_UNQUOTED: Final = "%&=+,;:@/?!$'()*"  # what a query string may hold as it is, and what is quoted already

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/feeds/timeline.ics")
def timeline() -> Response:
    """Serve the events that match the filters."""
    return _feed("timeline", *_request())


@blueprint.get("/feeds/deadlines.ics")
def deadlines() -> Response:
    """Serve the deadlines that match the filters."""
    query, options = _request()
    return _feed("deadlines", replace(query, deadlines_only=True), options)


@blueprint.get("/events/<event_id>.ics")
def event(event_id: str) -> Response:
    """Serve one event."""
    query, options = _request()
    if query != Query(as_of=query.as_of):
        raise QueryError("one event takes no filters", remedy="Leave them out")
    found = site().chronicle.event(event_id)
    desk = Desk(site(), site().chronicle.revision(), options)
    body = calendars.file(desk.window([found]), Heading(found.title, source=_address()))
    return _answer(body, f"{event_id}.ics", desk.revision.at)


def _request() -> tuple[Query, Options]:
    query, own = queries.read(request.args, _OWN)
    alarms = own.get("alarms")
    reminders = DEFAULT_REMINDERS if alarms is None else parse_reminders(alarms)
    return query, Options(
        site=site().base_url,
        as_of=query.as_of,
        reminders=reminders,
        todo=_flag(own, "todo"),
        links=_flag(own, "links"),
    )


def _flag(own: Mapping[str, str], name: str) -> bool:
    value = own.get(name, "0")
    if value not in {"0", "1"}:
        raise QueryError(f"{value[:40]!r} is neither 1 nor 0", where=name, remedy=f"Expected {name}=1")
    return value == "1"


def _feed(name: str, query: Query, options: Options) -> Response:
    here = site()
    revision = here.chronicle.revision()
    key = (name, _address(), revision)
    body = here.bodies.get(key)
    if body is None:
        body = _render(name, query, Desk(here, revision, options))
        here.bodies.put(key, body)
    return _answer(body, f"{name}.ics", revision.at)


def _render(name: str, query: Query, desk: Desk) -> bytes:
    words, noun = queries.words(query), "deadlines" if query.deadlines_only else "events"
    about = f"{noun.capitalize()} with {words}." if words else f"All dated {noun}."
    about = f"{about} {queries.contradiction(query)}".rstrip()
    return calendars.file(desk.select(query), Heading(f"{desk.site.config.name} {name}", about, _address()))


def _address() -> str:
    """Return the absolute address of this feed, as its subscriber wrote it."""
    asked = quote(request.query_string, safe=_UNQUOTED)
    return f"{site().base_url}{quote(request.path)}{'?' if asked else ''}{asked}"


def _answer(body: bytes, filename: str, modified: datetime) -> Response:
    response = Response(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'inline; filename="{filename}"'
    return http.cached(response, modified=modified.astimezone(UTC), seconds=_FRESH)
