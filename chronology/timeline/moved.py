"""Deadlines that an extension moves: what takes whose place, and what was extended to no known day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.model import DeadlineKind, Event, Status
from chronology.temporal.words import describe
from chronology.timeline.subjects import Deadlines, by_day, extends_by_words, is_extension, looks_back

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
_EXTENDABLE = frozenset({DeadlineKind.EXPIRY, DeadlineKind.SUNSET, DeadlineKind.DUE, DeadlineKind.ULTIMATUM})
_ENDS = frozenset({DeadlineKind.EXPIRY, DeadlineKind.SUNSET, DeadlineKind.WITHDRAWAL})
_DUTY = " must "
_MOVABLE = _EXTENDABLE | {DeadlineKind.WITHDRAWAL}


def move(events: Sequence[Event]) -> list[Event]:
    """Return `events`, the deadlines among them linked: superseded by, extending, extended by which event."""
    told = Deadlines(events)
    titled = [_named_by_end(event, told) for event in events]
    extending = Deadlines([event for event in titled if _moves(event)])
    moving: dict[str, list[Event]] = defaultdict(list)
    for event in titled:
        if event.extends is not None:
            moving[event.extends].append(event)
    moved_on = [_superseded(event, extending, told, moving) for event in titled]
    told = Deadlines(moved_on)
    prolonged = _prolonged(moved_on, told)
    linked = [_extended(event, _extended_from(event, told), prolonged.get(event.id)) for event in moved_on]
    by_id = {event.id: event for event in linked}
    return [_moved_to(event, by_id.get(event.superseded_by or "")) for event in linked]


def _moved_to(event: Event, newer: Event | None) -> Event:
    """The event, saying to which day it was moved."""
    if newer is None or newer.date is None:
        return event
    return replace(event, why_date=f"{event.why_date} Moved to {describe(newer.date)}.".strip())


def _moves(event: Event) -> bool:
    """Whether a deadline is the new day of something extended: what comes up for renewal is not."""
    extends = is_extension(event) or extends_by_words(event)
    return extends and event.deadline is not None and event.deadline is not DeadlineKind.REVIEW


def _named_by_end(event: Event, told: Deadlines) -> Event:
    """Call the new day of an extended thing by what ends on it, not by the extending."""
    if not _moves(event):
        return event
    moved = [
        other
        for other in told.about(event)
        if _is_earlier(other, event) and other.deadline is event.deadline and not extends_by_words(other)
    ]
    if moved and (event.instruments or not any(looks_back(item) for item in moved[-1].evidence)):
        return replace(event, title=max(moved, key=by_day).title)
    if event.instruments:
        name = event.instruments[0]
        return replace(event, title=f"{name[:1].upper()}{name[1:]} expires, as extended")
    return event


def _superseded(
    event: Event, extending: Deadlines, told: Deadlines, moving: Mapping[str, list[Event]]
) -> Event:
    """Mark a deadline that an extension of the same thing has moved to a later day.

    Of a deadline that was, any later end of the same thing has taken the place.
    """
    if event.deadline not in _MOVABLE or not event.is_dated:
        return event
    newer = [other for other in extending.about(event) if _replaces(other, event)] + moving.get(event.id, [])
    if all(looks_back(item) for item in event.evidence):
        newer += [other for other in told.about(event) if _ends_later(other, event)]
    return replace(event, superseded_by=max(newer, key=by_day).id) if newer else event


def _replaces(other: Event, event: Event) -> bool:
    """Whether one takes the place of the other: what is prolonged moves no duty."""
    if event.deadline is DeadlineKind.WITHDRAWAL and other.deadline is not DeadlineKind.WITHDRAWAL:
        return False
    is_duty = _DUTY in event.title and event.deadline is not other.deadline
    return not is_duty and _is_earlier(event, other) and not _told_before(other, event)


def _told_before(other: Event, event: Event) -> bool:
    """Whether another document told of the move before the deadline was first told of."""
    first, since = other.first_reported, event.first_reported
    if set(other.documents) & set(event.documents) or first is None or since is None or other.instruments:
        return False
    return first.sort_key < since.sort_key


def _ends_later(other: Event, event: Event) -> bool:
    same = other.deadline is event.deadline and event.deadline in _ENDS and _is_earlier(event, other)
    return same and not any(looks_back(item) for item in other.evidence)


def _extended(event: Event, earlier: Event | None, extension: Event | None) -> Event:
    """The event with what it moves, or what moved it, named and said."""
    said = [event.why_date] if event.why_date else []
    if earlier is not None and earlier.date is not None:
        said.append(f"It moves the deadline of {describe(earlier.date)}.")
    if extension is not None:
        said.append(f"Extended ({extension.title}); no document names the new day.")
    return replace(
        event,
        extends=earlier.id if earlier else event.extends,
        extended_by=extension.id if extension else None,
        why_date=" ".join(said),
    )


def _extended_from(event: Event, told: Deadlines) -> Event | None:
    """The last deadline that an extension moves."""
    if not _moves(event):
        return None
    moved = [other for other in told.about(event) if other.superseded_by and _is_earlier(other, event)]
    return max(moved, key=by_day, default=None)


def _prolonged(events: Sequence[Event], told: Deadlines) -> dict[str, Event]:
    """The deadlines that an extension to no known day moves, by id, with that extension.

    The extension must have come about since the deadline was told of; else it may have led to it.
    """
    found: dict[str, Event] = {}
    for event in sorted(events, key=by_day):
        if event.deadline is not None or event.status not in _HAPPENED or not is_extension(event):
            continue
        for known in told.about(event):
            reported = known.first_reported.earliest if known.first_reported else None
            done = event.date.earliest if event.date else None
            since = reported is not None and done is not None and done > reported
            if known.deadline in _EXTENDABLE and known.superseded_by is None and since:
                found[known.id] = event
    return found


def _is_earlier(one: Event, other: Event) -> bool:
    """Whether the whole of one deadline lies before the day that the other names."""
    if one.date is None or other.date is None or one.date.latest is None:
        return False
    moved_to = other.date.latest if other.date.is_interval else other.date.earliest
    return moved_to is not None and one.date.latest < moved_to
