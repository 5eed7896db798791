"""The timeline, and what is read off it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from chronology.model.event import Event
from chronology.model.finding import Finding
from chronology.model.period import Period


@dataclass(frozen=True, slots=True)
class Timeline:
    """Merged, checked events: `events` in date order, `undated` on the shelf; `total` counts both unpaged."""

    events: tuple[Event, ...]
    undated: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    total: int = 0


class DeadlineState(StrEnum):
    """Where a deadline stands as of a day.

    SUPERSEDED: another day has taken its place. EXTENDED: it was moved on, to a day that no document names.
    MET: a document reports that the thing was done in time. Else it is UPCOMING, or has PASSED.
    """

    UPCOMING = "upcoming"
    PASSED = "passed"
    EXTENDED = "extended"
    SUPERSEDED = "superseded"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Deadline:
    """An event by which something lapses, starts or must be done, seen from an as-of day.

    `days_min` / `days_max`: days from the as-of day to the first and the last day on which it can fall due;
    None where open. The first may lie after the earliest day of `due`: "the end of May", told on 12 May.
    """

    event: Event
    due: Period
    days_min: int | None
    days_max: int | None
    state: DeadlineState


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A day, how much happened on it, and the events that say so."""

    day: date
    score: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """The state of the store: `number` rises with every change; `at` (UTC) is when that was written."""

    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class EventRevision:
    """When an event was first written, last changed and withdrawn, all UTC, from the store's own revisions.

    `sequence` is that of RFC 5545, 3.8.7.4: it rises when the dates or the status change. `digest` names the
    content of the event: it changes whenever `modified` does.
    """

    event_id: str
    created: datetime
    modified: datetime
    sequence: int = 0
    withdrawn: datetime | None = None
    digest: str = ""
