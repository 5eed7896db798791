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


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are in a list: page `page` of `size` events each, and the `parameters` that ask for it."""

    page: int
    size: int
    parameters: Pairs

    def to(self, target: int, anchor: str) -> str:
        """The address of what has the id `anchor` on page `target`."""
        own = (*self.parameters, ("page", str(target))) if target > 1 else self.parameters
        there = "" if target == self.page else query_string(own) or "?"
        return f"{there}#{anchor}"


def jumps(events: Sequence[Event], place: Place, *, undated: bool = False) -> tuple[JumpView, ...]:
    """Link to each year of `events`, and to what is `undated`, on the last page."""
    chosen = next(filter(None, (_stretches(events, step) for step in STEPS)), {})
    shown = [_jump(label, events[index], index // place.size + 1, place) for label, index in chosen.items()]
    if undated:
        last = max(1, -(-len(events) // place.size))
        shown.append(JumpView("No date given", place.to(last, "undated"), last == place.page))
    return tuple(shown) if len(shown) > 1 else ()


def _jump(label: str, event: Event, target: int, place: Place) -> JumpView:
    address = place.to(target, year_anchor(year_label(event.date)))
    return JumpView(label, address, target == place.page)


def _stretches(events: Iterable[Event], step: int) -> dict[str, int]:
    """Where each stretch of `step` years begins in `events`; none where they are too many to choose from."""
    found: dict[str, int] = {}
    for index, event in enumerate(events):
        found.setdefault(_name(event, step), index)
        if len(found) > MOST and step != STEPS[-1]:
            return {}
    return found


def _name(event: Event, step: int) -> str:
    label = year_label(event.date)
    first = None if event.date is None else event.date.start or event.date.latest
    if step == 1 or first is None:
        return label
    year = first.year // step * step
    return f"{year}s" if step == STEPS[1] else f"{year} to {year + step - 1}"
