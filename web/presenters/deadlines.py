"""Deadlines as a reader sees them from a day: how many days are left, at least and at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from chronology.model import Deadline, DeadlineState, Document, Event, Status, Timeline
from web.presenters.countdown import countdown, state_label
from web.presenters.dates import DateView, date_view, day_words
from web.presenters.entries import EntryView, Setting, entry
from web.presenters.paging import Shelf, shelf
from web.presenters.year import YearView, year_view

FORWARD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
CHOICES = 4
MOST = 50  # of each kind on the page


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline: its event, when it is due, how far off, and when to act by."""

    entry: EntryView
    due: DateView
    countdown: str
    act_by: str
    state: str
    state_label: str
    superseded_by: str


@dataclass(frozen=True, slots=True)
class DeadlineGroups:
    """Deadlines by state, the first of each: upcoming by date, passed ones latest first."""

    upcoming: Shelf[DeadlineView]
    passed: Shelf[DeadlineView]
    superseded: Shelf[DeadlineView]


def deadline_view(deadline: Deadline, setting: Setting) -> DeadlineView:
    """Show `deadline` in its `setting`, from its as-of day."""
    earliest = deadline.due.earliest
    return DeadlineView(
        entry=entry(deadline.event, setting),
        due=date_view(deadline.due),
        countdown=countdown(deadline.days_min, deadline.days_max),
        act_by="" if earliest is None or earliest <= setting.as_of else day_words(earliest),
        state=str(deadline.state),
        state_label=state_label(deadline),
        superseded_by=deadline.event.superseded_by or "",
    )


def deadline_groups(deadlines: Iterable[Deadline], setting: Setting) -> DeadlineGroups:
    """Sort `deadlines` by state, keeping their order within each; the passed ones come latest first."""
    found: dict[DeadlineState, list[Deadline]] = {state: [] for state in DeadlineState}
    for deadline in deadlines:
        found[deadline.state].append(deadline)

    def shown(items: Sequence[Deadline]) -> Shelf[DeadlineView]:
        return shelf(items, lambda item: deadline_view(item, setting), MOST)

    return DeadlineGroups(
        upcoming=shown(found[DeadlineState.UPCOMING]),
        passed=shown(found[DeadlineState.PASSED][::-1]),
        superseded=shown(found[DeadlineState.SUPERSEDED]),
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the page is made of: what documents published up to `as_of` say of the time after it."""

    deadlines: tuple[Deadline, ...]
    timeline: Timeline
    setting: Setting
    until: date | None


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """Deadlines by state, what else lies ahead, and what is announced without a date."""

    groups: DeadlineGroups
    year: YearView | None
    ahead: Shelf[EntryView]
    undated: Shelf[EntryView]


@dataclass(frozen=True, slots=True)
class AsOfChoice:
    """A day worth looking from, and why."""

    day: str
    words: str
    title: str


def deadlines_view(outlook: Outlook) -> DeadlinesView:
    """Show `outlook`."""

    def shown(events: Sequence[Event]) -> Shelf[EntryView]:
        return shelf(events, lambda event: entry(event, outlook.setting), MOST)

    ahead = [event for event in outlook.timeline.events if _lies_ahead(event, outlook)]
    undated = [event for event in outlook.timeline.undated if event.deadline or event.status in FORWARD]
    return DeadlinesView(
        groups=deadline_groups(outlook.deadlines, outlook.setting),
        year=year_view(outlook.deadlines, ahead, outlook.setting.as_of),
        ahead=shown(ahead),
        undated=shown(undated),
    )


def as_of_choices(documents: Iterable[Document], as_of: date) -> tuple[AsOfChoice, ...]:
    """The last days of the latest publication dates: from each, another future was still open."""
    known = ((item, item.published.period.latest) for item in documents if item.published is not None)
    days = {day: item.title or item.id for item, day in known if day is not None}
    latest = sorted((day for day in days if day != as_of), reverse=True)[:CHOICES]
    return tuple(AsOfChoice(day.isoformat(), day_words(day), days[day]) for day in latest)


def _lies_ahead(event: Event, outlook: Outlook) -> bool:
    """Whether a dated event that is no deadline lies wholly after the as-of day, and soon enough."""
    first = None if event.date is None else event.date.earliest
    if event.deadline or first is None or first <= outlook.setting.as_of:
        return False
    return outlook.until is None or first <= outlook.until
