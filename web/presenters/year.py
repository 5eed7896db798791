"""A year as twelve small months: what falls due, on a day or within a span, and what else lies ahead."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from chronology.model import Deadline, DeadlineState, Event, Period
from web.presenters.dates import count, date_view, month_name
from web.presenters.entries import title

MONTHS = 12
CELL = 10  # units a day takes in the picture
WEEK = 7
MOST_LATER = 5
MOST_NAMED = 3  # events of a month


@dataclass(frozen=True, slots=True)
class DayView:
    """A day as a square at (x, y); `kind`: "due", "within" (a span of days), "ahead", "today" or ""."""

    x: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class NamedView:
    """An event that begins in a month: its id, and in words its day, where that is known, and its title."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its name with the year, its days, and in words what is marked in it ("" for nothing).

    `named` are the first events that begin in it, and `left` is how many more do.
    """

    label: str
    days: tuple[DayView, ...]
    words: str
    named: tuple[NamedView, ...]
    left: int


@dataclass(frozen=True, slots=True)
class YearView:
    """Twelve months, and what next falls due after them, in words."""

    months: tuple[MonthView, ...]
    later: tuple[str, ...]


def year_view(deadlines: Iterable[Deadline], ahead: Iterable[Event], as_of: date) -> YearView | None:
    """Show the twelve months from that of `as_of`; None where nothing at all lies ahead."""
    upcoming = [item for item in deadlines if item.state is DeadlineState.UPCOMING]
    due = [item.due for item in upcoming]
    others = list(ahead)
    other = [event.date for event in others if event.date is not None]
    months = tuple(_months(as_of))
    last = months[-1].replace(day=monthrange(months[-1].year, months[-1].month)[1])
    kinds: dict[date, str] = {}
    for kind, periods in (("ahead", other), ("within", due), ("due", due)):
        kinds.update({day: kind for period in periods for day in _days(period, kind, as_of, last)})
    later = [item for item in upcoming if item.due.earliest and item.due.earliest > last]
    if not kinds and not later:
        return None
    kinds.setdefault(as_of, "today")
    events = [*(item.event for item in upcoming), *others]
    shown = tuple(_month(first, kinds, _beginning(first, events, as_of)) for first in months)
    return YearView(shown, tuple(map(_later, later[:MOST_LATER])))


def _beginning(first: date, events: Iterable[Event], as_of: date) -> list[NamedView]:
    """The events that begin in the month of `first`, or that may begin any day now in that of `as_of`."""
    found = []
    for event in events:
        day = None if event.date is None else event.date.earliest
        start = None if day is None else max(day, as_of)
        if start is not None and (start.year, start.month) == (first.year, first.month):
            is_day = event.date is not None and event.date.is_day
            found.append(NamedView(event.id, f"{start.day}: {title(event)}" if is_day else title(event)))
    return found


def _later(deadline: Deadline) -> str:
    return f"{title(deadline.event)}, {date_view(deadline.due).full}"


def _months(day: date) -> Iterable[date]:
    for index in range(day.month - 1, day.month - 1 + MONTHS):
        if day.year + index // MONTHS <= MAXYEAR:
            yield date(day.year + index // MONTHS, index % MONTHS + 1, 1)


def _days(period: Period, kind: str, first: date, last: date) -> Iterable[date]:
    """The days of `period` that are shown as `kind`: a single day is due, several are a span."""
    if (
        period.earliest is None
        or period.latest is None
        or (kind != "ahead" and period.is_day != (kind == "due"))
    ):
        return
    start, end = max(period.earliest, first), min(period.latest, last)
    for offset in range((end - start).days + 1):
        yield start + timedelta(days=offset)


def _month(first: date, kinds: Mapping[date, str], named: Sequence[NamedView]) -> MonthView:
    shift = first.weekday()
    days = [first.replace(day=number) for number in range(1, monthrange(first.year, first.month)[1] + 1)]
    views = (
        DayView(CELL * ((shift + index) % WEEK), CELL * ((shift + index) // WEEK), kinds.get(day, ""))
        for index, day in enumerate(days)
    )
    label, left = f"{month_name(first.month)} {first.year}", max(0, len(named) - MOST_NAMED)
    return MonthView(label, tuple(views), _words(days, kinds), tuple(named[:MOST_NAMED]), left)


def _words(days: Iterable[date], kinds: Mapping[date, str]) -> str:
    found = [kinds.get(day, "") for day in days]
    parts = (
        ("due on", found.count("due")),
        ("due within", found.count("within")),
        ("something else on", found.count("ahead")),
    )
    return ", ".join(f"{words} {count(size, 'day')}" for words, size in parts if size)
