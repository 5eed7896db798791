"""Deadlines as of a day: what is still ahead, by when to act, what has passed or been superseded."""

from collections.abc import Iterable
from datetime import date

from chronology.model import Deadline, DeadlineState, Event, Period, Status
from chronology.timeline.subjects import never_came

_END = "END"  # TIMEX3 `mod` of "the end of May"
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})


def deadlines(events: Iterable[Event], as_of: date, until: date | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines among `events` as they stand on the day `as_of`, ordered by earliest day.

    Days left count from `as_of` to the first and the last day on which it can fall due, both inclusive, and
    are negative once these have passed. With `until`, only upcoming ones that may fall due by that day.
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
    state = _state(event, due, as_of)
    first = _first_day(event, due, as_of) if state is DeadlineState.UPCOMING else due.earliest
    return Deadline(event, due, _days(as_of, first), _days(as_of, due.latest), state)


def _first_day(event: Event, due: Period, as_of: date) -> date | None:
    """The first day on which it can fall due.

    Once a time has begun, its "end" is not before its last third; what a text tells of as ahead does not fall
    due before that text came out.
    """
    first, last = due.earliest, due.latest
    if first is None or last is None or first > as_of:
        return first
    if any(
        item.timex is not None and item.timex.mod == _END and item.timex.edtf == due.edtf
        for item in event.evidence
    ):
        first = last - (last - first) / 3
    told = event.first_reported.earliest if event.first_reported and event.status in _AHEAD else None
    return max(first, told) if told is not None and told <= last else first


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
