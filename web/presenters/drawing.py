"""The timeline as columns of numbers, for the script that draws it; the words follow in parts.

Days are counted from 1970-01-01. An item is an event in one lane: one in two lanes is drawn in both.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntFlag
from itertools import islice
from textwrap import shorten
from typing import Any, Final

from chronology.model import Document, Event, Status
from web.presenters.countdown import countdown, days_to
from web.presenters.dates import date_view
from web.presenters.entries import Setting, sentences, title
from web.presenters.filters import namer
from web.presenters.labels import STATUS_WORDS, sentence_case

EPOCH: Final = date(1970, 1, 1).toordinal()
PART: Final = 500
"""How many events share one part of the words."""
MOST_LANES: Final = 8
MOST_SHELVED: Final = 6
MOST_PUBLISHED: Final = 200
MOST_QUOTED: Final = 240
"""How many characters of a quotation the drawing shows; the page of the event shows all of it."""
STATUSES: Final = tuple(Status)
STATUS_SHIFT: Final = 8

LANES: Final[Mapping[str, Callable[[Event], tuple[str, ...]]]] = {
    "kind": lambda event: (event.kind,),
    "actor": lambda event: event.participants,
    "instrument": lambda event: event.instruments,
    "document": lambda event: event.documents,
}
"""What the lanes may be: the name of a filter, and the lanes that an event belongs to."""


class Flag(IntFlag):
    """What is drawn of an event beside its days; the number of its status stands above these bits."""

    OPEN_START = 1
    OPEN_END = 2
    INTERVAL = 4
    APPROXIMATE = 8
    UNCERTAIN = 16
    DEADLINE = 32
    SUPERSEDED = 64


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn: events in order of date, the undated ones, and what they are seen against."""

    events: Sequence[Event]
    undated: Sequence[Event]
    setting: Setting
    today: date
    as_of: date | None = None
    lanes: str = "kind"


def columns(drawn: Drawn) -> dict[str, Any]:
    """Return the picture as JSON values; it holds the words as well where they fit in one part."""
    events = placed(drawn.events)
    names, lanes = _lanes(events, drawn)
    rows = [row for row, of_event in enumerate(lanes) for _ in of_event]
    days = [_days(event) for event in events]
    flags = [_flags(event) for event in events]
    single = len(rows) == len(events)
    return {
        "total": len(events),
        "part": PART,
        "start": [days[row][0] for row in rows],
        "length": [days[row][1] for row in rows],
        "flags": [flags[row] for row in rows],
        "lane": [lane for of_event in lanes for lane in of_event],
        "row": None if single else rows,
        "lanes": names,
        "statuses": [str(status) for status in STATUSES],
        "today": drawn.today.toordinal() - EPOCH,
        "asOf": None if drawn.as_of is None else drawn.as_of.toordinal() - EPOCH,
        "published": _published(drawn.setting.documents.values()),
        "undated": [[event.id, title(event)] for event in drawn.undated[:MOST_SHELVED]],
        "undatedTotal": len(drawn.undated),
        "words": words(drawn, 0) if len(events) <= PART else None,
    }


def words(drawn: Drawn, part: int) -> list[list[str]]:
    """Return id, title, date, status, countdown and quotation ("" for none) of each event of one part."""
    events = placed(drawn.events)[part * PART : (part + 1) * PART]
    return [_words(event, drawn.setting.as_of) for event in events]


def placed(events: Iterable[Event]) -> list[Event]:
    """Return the events that have a place on the axis, by the first day that is known of each."""
    return sorted((event for event in events if _first(event) is not None), key=lambda event: _days(event)[0])


def is_drawn(event: Event, first: date, last: date) -> bool:
    """Whether a part of `event`, as it is drawn, lies on the days from `first` to `last`."""
    start, period = _first(event), event.date
    if start is None or period is None:
        return False
    return start <= last and (period.latest or start) >= first


def _words(event: Event, as_of: date) -> list[str]:
    left = countdown(*days_to(event.date, as_of)) if event.deadline else ""
    return [
        event.id,
        title(event),
        date_view(event.date).full,
        STATUS_WORDS[event.status][0],
        left,
        _quotation(event),
    ]


def _quotation(event: Event) -> str:
    """The sentence that dates `event`, cut at a word where it is long."""
    told = sentences(event.evidence, event.date)
    return shorten(told[0][0].quote, MOST_QUOTED, placeholder=" …") if told else ""


def _first(event: Event) -> date | None:
    if event.date is None or not event.date.is_dated:
        return None
    return event.date.earliest or event.date.latest


def _days(event: Event) -> tuple[int, int]:
    """The first known day and the number of days; an open end counts as the one that is known."""
    first, period = _first(event), event.date
    if first is None or period is None:
        return (0, 0)
    last = period.latest or first
    return (first.toordinal() - EPOCH, last.toordinal() - first.toordinal() + 1)


def _flags(event: Event) -> int:
    period = event.date
    if period is None:
        return 0
    flags = STATUSES.index(event.status) << STATUS_SHIFT
    flags |= Flag.OPEN_START if period.start is None else 0
    flags |= Flag.OPEN_END if period.end is None else 0
    flags |= Flag.INTERVAL if period.is_interval else 0
    flags |= Flag.APPROXIMATE if period.approximate else 0
    flags |= Flag.UNCERTAIN if period.uncertain else 0
    flags |= Flag.DEADLINE if event.deadline else 0
    flags |= Flag.SUPERSEDED if event.superseded_by else 0
    return int(flags)


def _lanes(events: Sequence[Event], drawn: Drawn) -> tuple[list[str], list[list[int]]]:
    """Name the fullest lanes, and give each event its lanes; what is in none of them shares the last."""
    read, name = LANES[drawn.lanes], namer(drawn.setting.documents)
    values = [read(event) for event in events]
    sizes = Counter(value for of_event in values for value in of_event)
    kept = [value for value, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))]
    kept = kept[: MOST_LANES - 1] if len(kept) > MOST_LANES else kept
    index = {value: number for number, value in enumerate(kept)}
    other = len(kept)
    lanes = [sorted({index[value] for value in of_event if value in index}) or [other] for of_event in values]
    names = [sentence_case(name(drawn.lanes, value)) or "Not named" for value in kept]
    return ([*names, "Others"] if [other] in lanes else names), lanes


def _published(documents: Iterable[Document]) -> list[list[Any]]:
    """The first and last possible day of publication of each document, and its title."""
    known = (
        (document.published.period.earliest, document.published.period.latest, document)
        for document in documents
        if document.published is not None
    )
    closed = ((first, last, document) for first, last, document in known if first and last)
    return [
        [first.toordinal() - EPOCH, last.toordinal() - EPOCH, document.title or document.id]
        for first, last, document in islice(closed, MOST_PUBLISHED)
    ]


def choices() -> list[tuple[str, str]]:
    """Return the ways to make lanes, and their names."""
    return list(zip(LANES, ("Kind", "Who", "Treaty or law", "Document"), strict=True))
