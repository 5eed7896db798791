"""Which events lie within a range of days: found by bisection, not by looking at each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from chronology.model import Event

LONG = 366
"""Events that span more days than this are few, and looked at one by one."""


class Days:
    """An index of events by the days they may lie on; undated events are in no range."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Index the events; they are known by their places in the order given."""
        spans = sorted(
            (*_bounds(event), place) for place, event in enumerate(events) if event.is_dated and event.date
        )
        self._long = [span for span in spans if span[1] - span[0] > LONG]
        self._short = [span for span in spans if span[1] - span[0] <= LONG]

    def overlapping(self, first: date | None, last: date | None) -> set[int]:
        """Return the places of the events whose bounds overlap [first, last], both inclusive, None: open."""
        low = (first or date.min).toordinal()
        high = (last or date.max).toordinal()
        start = bisect_left(self._short, (low - LONG,))
        end = bisect_right(self._short, (high + 1,))
        near = {place for _, reach, place in self._short[start:end] if reach >= low}
        return near | {place for begin, reach, place in self._long if begin <= high and reach >= low}


def _bounds(event: Event) -> tuple[int, int]:
    period = event.date
    earliest = None if period is None else period.earliest
    latest = None if period is None else period.latest
    return (earliest or date.min).toordinal(), (latest or date.max).toordinal()
