"""Links from any page of a long timeline to any year of it; where it is long, to any decade or century."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chronology.model import Event
from web.presenters.filters import Pairs, query_string
from web.presenters.grouping import year_anchor, year_label

MOST: Final = 40
STEPS: Final = (1, 10, 100)
"""Years that one link may stand for: the fewest that leave no more than MOST links."""


@dataclass(frozen=True, slots=True)
class JumpView:
    """A link to where a stretch of time begins, and whether that is on the page that is shown."""

    label: str
    address: str
    here: bool


def jumps(events: Sequence[Event], page: int, size: int, parameters: Pairs) -> tuple[JumpView, ...]:
    """Link to each year of `events` (in pages of `size`, of which `page` is shown), keeping `parameters`."""
    every = [stretches for step in STEPS if (stretches := _stretches(events, step))]
    chosen = next((stretches for stretches in every if len(stretches) <= MOST), every[-1] if every else {})
    if len(chosen) == 1:
        return ()
    return tuple(
        _jump(label, year_label(events[index].date), index // size + 1, page, parameters)
        for label, index in chosen.items()
    )


def _jump(label: str, heading: str, target: int, page: int, parameters: Pairs) -> JumpView:
    own = (*parameters, ("page", str(target))) if target > 1 else parameters
    there = "" if target == page else query_string(own) or "?"
    return JumpView(label, f"{there}#{year_anchor(heading)}", target == page)


def _stretches(events: Iterable[Event], step: int) -> dict[str, int]:
    """Where each stretch of `step` years begins in `events`; of two with one name the first counts."""
    found: dict[str, int] = {}
    for index, event in enumerate(events):
        found.setdefault(_name(event, step), index)
    return found


def _name(event: Event, step: int) -> str:
    label = year_label(event.date)
    first = None if event.date is None else event.date.start or event.date.latest
    if step == 1 or first is None:
        return label
    year = first.year // step * step
    return f"{year}s" if step == STEPS[1] else f"{year} to {year + step - 1}"
