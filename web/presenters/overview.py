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
DRAWING = 580, 500
"""Pixels that the drawing takes at most, with many items and with few (web/assets/src/layout.ts)."""
MANY = 300
LANE, ROW = 16, 20
MOST_LANES = 8
ROWS = 10
LEAST_WIDTH = 0.35  # per cent: the width of a day mark
GAP = 0.25
OPEN = 4.0  # per cent that an open end reaches
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
    """The strip: marks, or bins where there are too many to tell apart; and the same in words.

    `room` is how many pixels high the drawing will be that takes its place where scripts run.
    """

    marks: tuple[MarkView, ...]
    bins: tuple[BinView, ...]
    ticks: tuple[TickView, ...]
    rows: int
    now: float | None
    summary: str
    room: int


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


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with the first and last day to draw; an open end is drawn from the end that is known."""

    event: Event
    first: date
    last: date


def overview(events: Iterable[Event], as_of: date) -> Overview | None:
    """Draw `events`, None where fewer than two can be placed, with a line at `as_of` if that is in range."""
    placed = tuple(_placed(events))
    if len(placed) < 2:  # noqa: PLR2004 - a range needs two ends
        return None
    scale = _scale(placed)
    many = len(placed) > MOST_MARKS
    marks = () if many else _marks(placed, scale)
    inside = scale.start <= as_of <= scale.start + timedelta(days=scale.days)
    return Overview(
        marks=marks,
        bins=_bins(placed, scale) if many else (),
        ticks=_ticks(scale),
        rows=1 + max((mark.row for mark in marks), default=0),
        now=scale.at(as_of) if inside else None,
        summary=_summary(placed),
        room=_room([item.event for item in placed]),
    )


def _room(events: Sequence[Event]) -> int:
    """As high as the script will draw `events` in lanes by kind."""
    lanes = min(MOST_LANES, len({event.kind for event in events[:MANY]}))
    return min(DRAWING[len(events) <= MANY], lanes * LANE + len(events) * ROW)


def _placed(events: Iterable[Event]) -> Iterable[_Placed]:
    for event in events:
        if event.date is None or not event.date.is_dated:
            continue
        first, last = event.date.earliest, event.date.latest
        known = first or last
        if known is not None:
            yield _Placed(event, first or known, last or known)


def _scale(placed: Sequence[_Placed]) -> _Scale:
    first, last = min(item.first for item in placed), max(item.last for item in placed)
    start = date(first.year, 1, 1)
    end = date(min(last.year + 1, date.max.year), 1, 1)
    return _Scale(start, max(1, (end - start).days))


def _marks(placed: Iterable[_Placed], scale: _Scale) -> tuple[MarkView, ...]:
    """Place each event in the first row that is free at its left edge."""
    free = [-1.0] * ROWS
    marks = []
    for item in placed:
        event, (left, width) = item.event, _extent(item, scale)
        row = next((row for row in range(ROWS) if free[row] <= left), free.index(min(free)))
        free[row] = left + width + GAP
        words = f"{date_view(event.date).full}: {title(event)}"
        marks.append(
            MarkView(event.id, left, width, row, shape(event.date), event.deadline is not None, words)
        )
    return tuple(marks)


def _extent(item: _Placed, scale: _Scale) -> tuple[float, float]:
    """Left edge and width in per cent; an open end reaches a little way from the known one."""
    left = scale.at(item.first)
    width = max(round(scale.after(item.last) - left, 2), LEAST_WIDTH)
    match shape(item.event.date):
        case Shape.OPEN_START:
            return (max(0.0, round(left - OPEN, 2)), OPEN)
        case Shape.OPEN_END:
            return (left, OPEN)
        case _:
            return (min(left, 100 - width), width)


def _bins(placed: Iterable[_Placed], scale: _Scale) -> tuple[BinView, ...]:
    """Count the events that begin in each hundredth of the range."""
    start = scale.start.toordinal()
    sizes = Counter(min(99, 100 * (item.first.toordinal() - start) // scale.days) for item in placed)
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


def _summary(placed: Sequence[_Placed]) -> str:
    """Say what the picture shows: the range, the fullest year, the longest gap."""
    years = Counter(item.first.year for item in placed)
    fullest, size = max(years.items(), key=lambda item: (item[1], item[0]))
    text = f"{count(len(placed), 'dated event')}, {_range(min(years), max(years))}."
    if len(years) > 1:
        text += f" The fullest year is {fullest}, with {size:,}."
    before, after = max(pairwise(sorted(years)), key=lambda pair: pair[1] - pair[0], default=(0, 0))
    if after - before > 1:
        text += f" The longest gap is from {before} to {after}."
    return text


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"
