"""The overview strip: every dated event of the list, drawn to scale, with its precision.

Positions are percentages of the width, so that the picture needs neither script nor style to fit.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from chronology.model import Event
from web.presenters.dates import Shape, count, date_view, shape
from web.presenters.entries import title

MOST_MARKS = 400
ROWS = 10
LEAST_WIDTH = 0.35  # per cent: the width of a day mark
GAP = 0.25
MOST_TICKS = 9
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class MarkView:
    """One event: left edge and width in per cent, its row, its shape, its words."""

    id: str
    left: float
    width: float
    row: int
    shape: Shape
    deadline: bool
    words: str


@dataclass(frozen=True, slots=True)
class TickView:
    """A year's beginning on the axis; `minor` ticks give way on a narrow screen."""

    label: str
    left: float
    minor: bool


@dataclass(frozen=True, slots=True)
class BinView:
    """How much happened in one hundredth of the range, as a share of the fullest (0 to 100)."""

    left: float
    height: float


@dataclass(frozen=True, slots=True)
class Overview:
    """The strip: marks, or bins where there are too many to tell apart; and the same in words."""

    marks: tuple[MarkView, ...]
    bins: tuple[BinView, ...]
    ticks: tuple[TickView, ...]
    rows: int
    now: float | None
    summary: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to per cent of the width."""

    start: date
    days: int

    def at(self, day: date) -> float:
        """Where `day` begins."""
        return self._share((day - self.start).days)

    def after(self, day: date) -> float:
        """Where `day` ends."""
        return self._share((day - self.start).days + 1)

    def _share(self, days: int) -> float:
        return round(100 * min(max(days / self.days, 0.0), 1.0), 2)


def overview(events: Iterable[Event], as_of: date) -> Overview | None:
    """Draw `events`, None where fewer than two can be placed, with a line at `as_of` if that is in range."""
    dated = [event for event in events if _reach(event)]
    if len(dated) < 2:  # noqa: PLR2004 - a range needs two ends
        return None
    scale = _scale(dated)
    many = len(dated) > MOST_MARKS
    marks = () if many else _marks(dated, scale)
    inside = scale.start <= as_of <= scale.start + timedelta(days=scale.days)
    return Overview(
        marks=marks,
        bins=_bins(dated, scale) if many else (),
        ticks=_ticks(scale),
        rows=1 + max((mark.row for mark in marks), default=0),
        now=scale.at(as_of) if inside else None,
        summary=_summary(dated),
    )


def _reach(event: Event) -> tuple[date, date] | None:
    """First and last day to draw; an open end is drawn from the end that is known."""
    if event.date is None or not event.date.is_dated:
        return None
    first = event.date.earliest or event.date.latest
    last = event.date.latest or event.date.earliest
    return None if first is None or last is None else (first, last)


def _scale(events: Sequence[Event]) -> _Scale:
    reaches = [reach for reach in map(_reach, events) if reach]
    first, last = min(reach[0] for reach in reaches), max(reach[1] for reach in reaches)
    start = date(first.year, 1, 1)
    end = date(min(last.year + 1, date.max.year), 1, 1)
    return _Scale(start, max(1, (end - start).days))


def _marks(events: Sequence[Event], scale: _Scale) -> tuple[MarkView, ...]:
    """Place each event in the first row that is free at its left edge."""
    free = [-1.0] * ROWS
    placed = []
    for event in events:
        left, width = _extent(event, scale)
        row = next((row for row in range(ROWS) if free[row] <= left), free.index(min(free)))
        free[row] = left + width + GAP
        words = f"{date_view(event.date).full}: {title(event)}"
        placed.append(
            MarkView(event.id, left, width, row, shape(event.date), event.deadline is not None, words)
        )
    return tuple(placed)


def _extent(event: Event, scale: _Scale) -> tuple[float, float]:
    reach = _reach(event)
    if reach is None:
        return (0.0, 0.0)
    left = scale.at(reach[0])
    width = max(round(scale.after(reach[1]) - left, 2), LEAST_WIDTH)
    match shape(event.date):
        case Shape.OPEN_START:
            return (max(0.0, round(left - 4, 2)), 4.0)
        case Shape.OPEN_END:
            return (left, 4.0)
        case _:
            return (min(left, 100 - width), width)


def _bins(events: Sequence[Event], scale: _Scale) -> tuple[BinView, ...]:
    sizes = Counter(min(99, int(_extent(event, scale)[0])) for event in events)
    most = max(sizes.values())
    return tuple(BinView(float(left), round(100 * size / most, 1)) for left, size in sorted(sizes.items()))


def _ticks(scale: _Scale) -> tuple[TickView, ...]:
    years = max(1, round(scale.days / DAYS_A_YEAR))
    step = next((step for step in STEPS if years / step <= MOST_TICKS), STEPS[-1])
    first = -(-scale.start.year // step) * step
    wanted = range(first, min(scale.start.year + years, date.max.year + 1), step)
    return tuple(
        TickView(str(year), scale.at(date(year, 1, 1)), bool(index % 2)) for index, year in enumerate(wanted)
    )


def _summary(events: Sequence[Event]) -> str:
    """Say what the picture shows: the range, the fullest year, the longest gap."""
    starts = sorted(reach[0] for reach in map(_reach, events) if reach)
    years = Counter(day.year for day in starts)
    fullest, size = max(years.items(), key=lambda item: (item[1], item[0]))
    text = f"{count(len(events), 'dated event')}, {_range(starts[0].year, starts[-1].year)}."
    if len(years) > 1:
        text += f" Most lie in {fullest} ({size})."
    before, after = max(pairwise(sorted(years)), key=lambda pair: pair[1] - pair[0], default=(0, 0))
    if after - before > 1:
        text += f" The longest gap is from {before} to {after}."
    return text


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
