"""The bytes of a feed: entries remembered per revision of their event, as many as calendars take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from chronology.chronicle.selection import Selection
from chronology.exports import icalendar
from chronology.model import Document, Event, EventRevision, Query, Revision, Status, Timeline
from web.site import Site

KEPT_AFTER_WITHDRAWAL: Final = timedelta(days=90)
"""How long a withdrawn event stays in the feeds as STATUS:CANCELLED, up to the store's latest revision."""


@dataclass(frozen=True, slots=True)
class Window:
    """The entries of a feed in order of date; how many events it has no room, or calendars no place, for."""

    entries: tuple[bytes, ...] = ()
    cut: int = 0
    unplaced: int = 0

    def remarks(self) -> str:
        """Tell subscribers what the calendar does not hold."""
        parts = []
        if self.cut:
            kept = len(self.entries)
            parts.append(
                f"Holds the latest {kept} of {kept + self.cut} events because calendars take no more. "
                "Filters such as from= and instrument= narrow the selection."
            )
        if self.unplaced:
            parts.append(f"Left out: {self.unplaced} without a date or before {icalendar.FIRST_YEAR}.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Desk:
    """Renders the feeds of one site at one revision of its store."""

    site: Site
    revision: Revision
    options: icalendar.Options

    def select(self, query: Query) -> Window:
        """Return the entries of the events that match, withdrawn ones among them for a while.

        What will not happen, or is denied, is no deadline.
        """
        found = self.site.chronicle.timeline(query)
        events = sorted((*found.events, *self._withdrawn(query)), key=_order)
        if query.deadlines_only:
            events = [event for event in events if not event.negated and event.status is not Status.DENIED]
        window = self.window(events)
        return replace(window, unplaced=window.unplaced + len(found.undated))

    def window(self, events: Sequence[Event]) -> Window:
        """Render `events`, given in order of date, from the latest backwards until the feed is full."""
        options = replace(self.options, documents=self._documents())
        revisions = self.site.chronicle.revisions(event.id for event in events)
        entries: list[bytes] = []
        seen, room = 0, self.site.config.feed_bytes
        for event in reversed(events):
            entry = self._entry(event, revisions.get(event.id) or self._unknown(event), options)
            room -= len(entry)
            if room < 0 or len(entries) == self.site.config.feed_events:
                break
            seen += 1
            entries += [entry] if entry else []
        return Window(tuple(reversed(entries)), len(events) - seen, seen - len(entries))

    def _entry(self, event: Event, revision: EventRevision, options: icalendar.Options) -> bytes:
        if options.as_of is not None:  # an as-of timeline has its own wording of an event
            return icalendar.render(event, revision, options)
        sources = tuple(_heading(options.documents.get(name)) for name in event.documents)
        key = (revision, sources, options.site, options.reminders, options.todo, options.links)
        known = self.site.entries.get(key)
        return (
            self.site.entries.put(key, icalendar.render(event, revision, options)) if known is None else known
        )

    def _documents(self) -> dict[str, Document]:
        return {document.id: document for document in self.site.chronicle.documents()}

    def _unknown(self, event: Event) -> EventRevision:
        """Stand in for the stamps of an event that only an as-of timeline has: those of the whole store."""
        return EventRevision(event.id, self.revision.at, self.revision.at)

    def _withdrawn(self, query: Query) -> tuple[Event, ...]:
        if query.as_of is not None:
            return ()
        gone = self.site.chronicle.withdrawn(since=self.revision.at - KEPT_AFTER_WITHDRAWAL)
        dated = tuple(event for event in gone if event.is_dated)
        return Selection(Timeline(dated)).select(replace(query, limit=None, offset=0)).events if dated else ()


def file(window: Window, heading: icalendar.Heading) -> bytes:
    """Join the entries to a calendar that says what it holds and what not."""
    about = " ".join(part for part in (heading.about, window.remarks()) if part)
    return b"".join(icalendar.calendar(window.entries, replace(heading, about=about)))


def _order(event: Event) -> tuple[date, date, str]:
    first, last = event.date.sort_key if event.date is not None else (date.max, date.max)
    return first, last, event.id


def _heading(document: Document | None) -> tuple[object, ...]:
    return () if document is None else (document.title, document.publisher, document.published)
