"""Deadlines as a reader sees them from a day: how many days are left, at least and at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from chronology.model import Deadline, DeadlineState, Document, Event, Status, Timeline
from web.presenters.countdown import countdown, state_label
from web.presenters.dates import DateView, date_view, day_words
from web.presenters.entries import EntryView, Setting, entry
from web.presenters.paging import Shelf, shelf
from web.presenters.year import YearView, year_view

FORWARD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
CHOICES = 4
MOST = 30  # of each kind on the page
BY: Final = {"date": "date", "instrument": "treaty or law"}
"""How deadlines may be put together, and its name."""
STATES: Final = {
    "upcoming": ("Upcoming", ""),
    "extended": ("Extended", "Moved on, to a day that no document names."),
    "met": ("Met", "A document reports that the thing was done in time."),
    "passed": ("Passed", "Their day is over, and no document says that they were met."),
    "superseded": ("Superseded", "Another day, or another thing, has taken their place."),
}
"""Heading and explanation of each state, in the order of the page."""
OTHERS: Final = {
    "superseded_by": "What took its place",
    "extended_by": "The extension",
    "met_by": "The report that it was met",
    "extends": "The day that it moves on",
}
"""Field of an event that holds the id of another, and that other in words."""
NO_COUNT: Final = frozenset({"met", "superseded"})
"""States in which no day is waited for."""


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline: its event, when it is due, how far off, and when to act by ("" where that is no news).

    `others` are the events that gave it its state, each as words and id.
    """

    entry: EntryView
    due: DateView
    countdown: str
    act_by: str
    state: str
    state_label: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """Deadlines under a heading; `instrument` is the treaty or law whose they are, "" for a state."""

    name: str
    label: str
    about: str
    deadlines: Shelf[DeadlineView]
    instrument: str = ""


def deadline_view(deadline: Deadline, setting: Setting) -> DeadlineView:
    """Show `deadline` in its `setting`, from its as-of day."""
    earliest, due = deadline.due.earliest, deadline.due
    is_news = earliest is not None and earliest > setting.as_of and not due.is_day
    return DeadlineView(
        entry=entry(deadline.event, setting),
        due=date_view(due),
        countdown=_count(deadline),
        act_by=day_words(earliest) if is_news and earliest else "",
        state=str(deadline.state),
        state_label=state_label(deadline),
        others=tuple(
            (words, name) for field, words in OTHERS.items() if (name := getattr(deadline.event, field))
        ),
    )


def _count(deadline: Deadline) -> str:
    """How far off it is; the state beside it already says that it passed."""
    if deadline.state in NO_COUNT:
        return ""
    return countdown(deadline.days_min, deadline.days_max).removeprefix("passed ")


def by_state(deadlines: Iterable[Deadline], setting: Setting) -> tuple[SectionView, ...]:
    """A section for each state that there is, and always one for what is upcoming.

    They keep their order, which is by the earliest day; only those that are past come latest first.
    """
    found: dict[str, list[Deadline]] = {name: [] for name in STATES}
    for deadline in deadlines:
        found[str(deadline.state)].append(deadline)
    found["passed"].reverse()
    sections = (
        SectionView(name, *STATES[name], _shelf(items, setting))
        for name, items in found.items()
        if items or name == "upcoming"
    )
    return tuple(sections)


def by_instrument(deadlines: Iterable[Deadline], setting: Setting) -> tuple[SectionView, ...]:
    """A section for each instrument, the one to act on first before the others; what has none comes last."""
    ordered = sorted(deadlines, key=lambda item: item.state is not DeadlineState.UPCOMING)
    found: dict[str, list[Deadline]] = {}
    for deadline in ordered:
        for name in deadline.event.instruments or ("",):
            found.setdefault(name, []).append(deadline)
    names = sorted(found, key=lambda name: not name)
    return tuple(
        SectionView(f"i{number}", name or "No treaty or law named", "", _shelf(found[name], setting), name)
        for number, name in enumerate(names)
    )


def upcoming(deadlines: Iterable[Deadline], setting: Setting) -> tuple[DeadlineView, ...]:
    """What is upcoming, the first to act on first."""
    return tuple(deadline_view(item, setting) for item in deadlines if item.state is DeadlineState.UPCOMING)


def _shelf(items: Sequence[Deadline], setting: Setting) -> Shelf[DeadlineView]:
    return shelf(items, lambda item: deadline_view(item, setting), MOST)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the page is made of: what documents published up to `as_of` say of the time after it."""

    deadlines: tuple[Deadline, ...]
    timeline: Timeline
    setting: Setting
    until: date | None
    by: str = "date"


@dataclass(frozen=True, slots=True)
class DeadlinesView:
    """What stands before the year's picture and what after it, what else lies ahead, what has no date."""

    first: tuple[SectionView, ...]
    last: tuple[SectionView, ...]
    is_any_upcoming: bool
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
    undated = [event for event in outlook.timeline.undated if _is_announced(event)]
    is_by_state = outlook.by != "instrument"
    sections = (by_state if is_by_state else by_instrument)(outlook.deadlines, outlook.setting)
    cut = 1 if is_by_state else len(sections)
    return DeadlinesView(
        first=sections[:cut],
        last=sections[cut:],
        is_any_upcoming=any(item.state is DeadlineState.UPCOMING for item in outlook.deadlines),
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


def _is_announced(event: Event) -> bool:
    """Whether an event without a date may still come."""
    return event.status in FORWARD or (event.deadline is not None and event.status is Status.ONGOING)


def _lies_ahead(event: Event, outlook: Outlook) -> bool:
    """Whether a dated event that is no deadline lies wholly after the as-of day, and soon enough."""
    first = None if event.date is None else event.date.earliest
    if event.deadline or first is None or first <= outlook.setting.as_of:
        return False
    return outlook.until is None or first <= outlook.until
