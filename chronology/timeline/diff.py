"""Two as-of days compared: what is new, what changed, what has passed, what is no longer told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chronology.model import Event, Status, Timeline

_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
# What a reader would call a change of an event; evidence alone is none.
_SHOWN = ("title", "status", "kind", "date", "superseded_by", "extended_by", "met_by")


@dataclass(frozen=True, slots=True)
class Change:
    """An event as it was and as it is; `fields` names what differs."""

    before: Event
    after: Event
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """`new` and `withdrawn` events, `changed` ones, and those whose day came between the two as-of days."""

    new: tuple[Event, ...]
    changed: tuple[Change, ...]
    passed: tuple[Event, ...]
    withdrawn: tuple[Event, ...]


def diff(before: Timeline, after: Timeline, start: date, end: date) -> Diff:
    """Compare the timeline as of `start` with that as of `end`.

    Events are the same where they share an id or a piece of evidence. `passed` are deadlines and
    planned things of `after` that still lay ahead of `start` and lie wholly before `end`.
    """
    was = before.events + before.undated
    now = after.events + after.undated
    pairs = dict(_pairs(was, now))
    kept = {event.id for event in pairs.values()}
    return Diff(
        new=tuple(event for event in now if event.id not in pairs),
        changed=tuple(change for event in now if (change := _change(pairs.get(event.id), event))),
        passed=tuple(event for event in now if _has_passed(event, start, end)),
        withdrawn=tuple(event for event in was if event.id not in kept),
    )


def _pairs(was: tuple[Event, ...], now: tuple[Event, ...]) -> Iterator[tuple[str, Event]]:
    """The later event's id with the earlier event that it continues."""
    by_id = {event.id: event for event in was}
    by_key = {(evidence.key, event.deadline): event for event in was for evidence in event.evidence}
    for event in now:
        found = by_id.get(event.id) or next(
            (
                by_key[item.key, event.deadline]
                for item in event.evidence
                if (item.key, event.deadline) in by_key
            ),
            None,
        )
        if found is not None:
            yield event.id, found


def _change(before: Event | None, after: Event) -> Change | None:
    if before is None:
        return None
    fields = tuple(name for name in _SHOWN if getattr(before, name) != getattr(after, name))
    return Change(before, after, fields) if fields else None


def _has_passed(event: Event, start: date, end: date) -> bool:
    if event.deadline is None and event.status not in _AHEAD:
        return False
    latest = event.date.latest if event.date is not None and event.is_dated else None
    return latest is not None and start <= latest < end
