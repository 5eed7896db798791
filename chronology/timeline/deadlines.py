"""Deadlines as of a day: what is still ahead, by when to act, what has passed or been superseded."""

from collections.abc import Iterable
from datetime import date

from chronology.model import Deadline, DeadlineState, Event, Period, Status
from chronology.timeline.subjects import never_came


def deadlines(events: Iterable[Event], as_of: date, until: date | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines among `events` as they stand on the day `as_of`, ordered by earliest day.

    Days left count from `as_of` to the earliest and the latest day of the due date, both inclusive, and are
    negative once these have passed. With `until`, only upcoming ones that may fall due by that day.
    What is no deadline (a celebration), is denied, would have fallen due but did not, or has no date is not
    listed.
    """
    found = [
        _deadline(event, event.date, as_of) for event in events if _counts(event) and event.date is not None
    ]
    if until is not None:
        found = [
            item for item in found if item.state is DeadlineState.UPCOMING and _act_by(item.due) <= until
        ]
    return tuple(sorted(found, key=lambda item: (item.due.sort_key, item.event.id)))


def _counts(event: Event) -> bool:
    """Whether it is a deadline at all: dated, not denied, no report of a past thing without a first day."""
    if event.deadline is None or event.date is None or not event.is_dated or event.negated:
        return False
    if event.status is Status.DENIED:
        return False
    if event.superseded_by is None and all(never_came(item) for item in event.evidence):
        return False
    return event.status is not Status.OCCURRED or event.date.earliest is not None


def _deadline(event: Event, due: Period, as_of: date) -> Deadline:
    return Deadline(
        event, due, _days(as_of, due.earliest), _days(as_of, due.latest), _state(event, due, as_of)
    )


def _state(event: Event, due: Period, as_of: date) -> DeadlineState:
    if event.superseded_by is not None:
        return DeadlineState.SUPERSEDED
    if event.met_by is not None:
        return DeadlineState.MET
    if event.extended_by is not None:
        return DeadlineState.EXTENDED
    passed = due.latest is not None and due.latest < as_of
    return DeadlineState.PASSED if passed else DeadlineState.UPCOMING


def _days(as_of: date, day: date | None) -> int | None:
    return None if day is None else (day - as_of).days


def _act_by(due: Period) -> date:
    """The earliest day on which it can fall due; where that is open, the latest."""
    return due.earliest or due.latest or date.max
