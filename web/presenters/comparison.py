"""Two as-of days compared: what became known, what changed, what passed, what is no longer told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chronology.model import Event
from chronology.timeline.diff import Change, Diff
from web.presenters.dates import DateView, date_view
from web.presenters.entries import title
from web.presenters.labels import status_view

MOST = 200  # events of one kind on the page


@dataclass(frozen=True, slots=True)
class RowView:
    """An event in a list; `changes` says in words what differs."""

    id: str
    title: str
    date: DateView
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupView:
    """Events of one kind of difference, `size` in all; `linked` tells whether they still have a page."""

    name: str
    label: str
    size: int
    rows: tuple[RowView, ...]
    linked: bool = True


def comparison(found: Diff) -> tuple[GroupView, ...]:
    """Show the differences, the empty kinds left out."""
    changed = [RowView(*_row(change.after), changes=tuple(_changes(change))) for change in found.changed]
    groups = (
        _group("new", "Newly known", _rows(found.new)),
        _group("changed", "Changed", changed),
        _group("passed", "Passed in between", _rows(found.passed)),
        _group("withdrawn", "No longer told", _rows(found.withdrawn), linked=False),
    )
    return tuple(group for group in groups if group.rows)


def in_order(one: date, other: date) -> tuple[date, date]:
    """The earlier and the later of two days."""
    return (one, other) if one <= other else (other, one)


def _group(name: str, label: str, rows: list[RowView], *, linked: bool = True) -> GroupView:
    return GroupView(name, label, len(rows), tuple(rows[:MOST]), linked)


def _rows(events: Iterable[Event]) -> list[RowView]:
    return [RowView(*_row(event)) for event in events]


def _row(event: Event) -> tuple[str, str, DateView]:
    return (event.id, title(event), date_view(event.date))


def _changes(change: Change) -> Iterable[str]:
    """Say each difference: "date: May 2019, day not stated → 14 May 2019"."""
    before, after = change.before, change.after
    pairs = {
        "title": (title(before), title(after)),
        "status": (status_view(before.status).label, status_view(after.status).label),
        "kind": (before.kind, after.kind),
        "date": (date_view(before.date).full, date_view(after.date).full),
    }
    for name in change.fields:
        old, new = pairs.get(name, ("", ""))
        yield f"{name}: {old} → {new}" if name in pairs else name.replace("_", " ")
