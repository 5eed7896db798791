"""One event as one calendar component (RFC 5545 section 3.6.1, RFC 7986, RFC 9253)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final
from urllib.parse import quote

import icalendar
from icalendar import vCategory, vDate, vText, vUri

from chronology.exports.icalendar import alarms, description, geo, lines
from chronology.exports.icalendar.alarms import Reminder
from chronology.exports.icalendar.placement import Placement, place
from chronology.exports.icalendar.text import one_line, plain
from chronology.model import Document, Event, EventRevision

_TITLE: Final = 200
_LINKS: Final = 5
_VIA: Final = {"LINKREL": "via", "FMTTYPE": "text/html", "VALUE": "URI"}


@dataclass(frozen=True, slots=True)
class Options:
    """What an entry depends on beside its event.

    `site` is the absolute address of the pages, without a final slash ("": no addresses). `as_of` is the day
    from which days left are counted (None: the day of the latest dated report). `todo` also writes deadlines
    as VTODO. `links` writes the evidence as LINK (RFC 9253) and not as an X- property of the same content:
    Evolution's reader (libical 3) reports a LINK as an error.
    """

    site: str = ""
    documents: Mapping[str, Document] = field(default_factory=dict)
    as_of: date | None = None
    reminders: tuple[Reminder, ...] = alarms.DEFAULT
    todo: bool = False
    links: bool = False


def render(event: Event, revision: EventRevision, options: Options) -> bytes:
    """Return the event's components as bytes with CRLF line ends; empty where it has no place in a calendar.

    DTSTAMP, CREATED, LAST-MODIFIED and SEQUENCE come from the store's `revision`, never from a clock.
    """
    spot = place(event)
    if spot is None:
        return b""
    return b"".join(lines.write(component) for component in _components(event, revision, spot, options))


def _components(
    event: Event, revision: EventRevision, spot: Placement, options: Options
) -> Iterator[icalendar.Event | icalendar.Todo]:
    yield _vevent(event, revision, spot, options)
    if options.todo and event.deadline is not None and revision.withdrawn is None:
        yield _vtodo(event, revision, spot, options)


def _vevent(event: Event, revision: EventRevision, spot: Placement, options: Options) -> icalendar.Event:
    entry = icalendar.Event()
    _describe(entry, event, revision, spot, options)
    entry["DTSTART"] = _day(spot.start)
    entry["DTEND"] = _day(spot.end)
    entry["STATUS"] = _word(status := _status(event, revision, spot))
    entry["TRANSP"] = _word("TRANSPARENT")
    if event.deadline is not None and status != "CANCELLED":
        for reminder in options.reminders:
            entry.add_component(alarms.alarm(reminder, str(entry["SUMMARY"]), hedge=_hedge(event, spot)))
    return entry


def _hedge(event: Event, spot: Placement) -> str:
    """Say how a count of days to `spot` is meant: to the first possible day, or to a bound before which."""
    if not spot.words or event.date is None:
        return ""
    return " or before" if event.date.earliest is None else " at the earliest"


def _vtodo(event: Event, revision: EventRevision, spot: Placement, options: Options) -> icalendar.Todo:
    """Write the task: due by the earliest day, since it may lapse then."""
    task = icalendar.Todo()
    _describe(task, event, revision, spot, options)
    task["UID"] = vText(f"todo-{uid(event)}")
    task["DUE"] = _day(spot.start)
    task["STATUS"] = _word("NEEDS-ACTION")
    return task


def _describe(entry: Any, event: Event, revision: EventRevision, spot: Placement, options: Options) -> None:
    entry["UID"] = vText(uid(event))
    entry["DTSTAMP"] = entry["LAST-MODIFIED"] = _instant(revision.modified)
    entry["CREATED"] = _instant(revision.created)
    entry["SEQUENCE"] = _number(revision.sequence)
    entry["SUMMARY"] = vText(summary(event, spot))
    entry["DESCRIPTION"] = vText(description.write(event, options.documents, options.as_of))
    entry["CATEGORIES"] = vCategory(_categories(event))
    entry["COLOR"] = _word(_color(event))
    entry["X-CHRONOLOGY-EDTF"] = vText(_edtf(event))
    entry["X-CHRONOLOGY-PRECISION"] = _word(event.date.granularity if event.date else "unknown")
    entry["X-CHRONOLOGY-STATUS"] = _word(event.status)
    if where := one_line(", ".join(filter(str.strip, event.places)), _TITLE):
        entry["LOCATION"] = vText(where)
    if position := geo.locate(event.places):
        entry["GEO"] = position.encode()
    if revision.digest:  # an entry differs wherever LAST-MODIFIED does, were it in a word of the reasons
        entry["X-CHRONOLOGY-DIGEST"] = revision.digest[:16].encode()
    if options.site:
        entry["URL"] = vUri(f"{options.site}/events/{quote(event.id, safe='')}")
        _link(entry, event, options)


def uid(event: Event) -> str:
    """Return the calendar's UID of an event: ASCII, safe in file names and addresses, stable as the id is."""
    return f"{quote(event.id, safe='').replace('%', '_')}@chronology"


def summary(event: Event, spot: Placement) -> str:
    """Return the title, with the date and its precision in words unless it is one certain day."""
    title = one_line(event.title, _TITLE) or "Untitled event"
    return f"{title} ({spot.words})" if spot.words else title


def _status(event: Event, revision: EventRevision, spot: Placement) -> str:
    if revision.withdrawn is not None or event.superseded_by is not None:
        return "CANCELLED"
    return "CONFIRMED" if spot.firm else "TENTATIVE"


def _categories(event: Event) -> list[str]:
    names = [event.kind.capitalize(), *(["Deadline"] if event.deadline else []), *event.instruments]
    return list(dict.fromkeys(cleaned for name in names if (cleaned := plain(name, 60)))) or ["Event"]


def _color(event: Event) -> str:
    colors = palette()
    if event.deadline is not None:
        return str(colors["deadline"])
    return str(colors["kind"].get(event.kind.lower(), colors["default"]))


@cache
def palette() -> dict[str, Any]:
    """Read the colours, once."""
    return tomllib.loads((files(__package__) / "colors.toml").read_text(encoding="utf-8"))


def _edtf(event: Event) -> str:
    return "" if event.date is None else event.date.edtf


def _link(entry: Any, event: Event, options: Options) -> None:
    """Write where the quotations stand: as LINK, "via" them the information comes (RFC 9253)."""
    places = [
        (item.document_id, f"{options.site}/documents/{quote(item.document_id, safe='')}?at={item.start}#at")
        for item in description.sentences(event)[:_LINKS]
    ]
    if not options.links:
        entry["X-CHRONOLOGY-LINK"] = [vText(target) for _, target in places]
        return
    entry["LINK"] = [
        vUri(target, params=_VIA | {"LABEL": _label(options.documents.get(name))}) for name, target in places
    ]


def _label(document: Document | None) -> str:
    return plain(document.title if document else "", 60) or "Evidence"


# The values below recur from entry to entry: each is written once.


@lru_cache(maxsize=4096)
def _day(day: date) -> vDate:
    return vDate(day, params={"VALUE": "DATE"})


@lru_cache(maxsize=64)
def _instant(moment: datetime) -> bytes:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode()


@lru_cache(maxsize=64)
def _number(number: int) -> bytes:
    return str(number).encode()


@lru_cache(maxsize=256)
def _word(word: str) -> bytes:
    return vText(str(word)).to_ical()
