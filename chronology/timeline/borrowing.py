"""Years borrowed across documents: "on 14 March" with no year, whose happening another dates in full.

What is borrowed is said, with its source; where the others give two different years nothing is taken. A year
that was only assumed, as the nearest to publication, gives way for what happens once: a signature, an expiry.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronology.model import Document, Event, Period
from chronology.model.timex import AnchorKind
from chronology.temporal import periods
from chronology.timeline import names
from chronology.timeline.fusing import source_name
from chronology.timeline.mergers import EVER
from chronology.timeline.merging import compare
from chronology.timeline.telling import DayOfYear, Telling, day_of_year, tell

# Whom or what, which month, which day of it.
Key = tuple[str, int, int]
ANY_DAY = 0
NO_DAY = -1
# So many of those who share a name and a day are asked.
MOST_ASKED = 60


def borrow(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """Return `events` (one telling each), those that lack only a year dated by what others tell of the same.

    The order of the events changes nothing, and a telling keeps its own expression as evidence.
    """
    lacking = {event.evidence[0].key for event in events if _lacks_year(event)}
    if not lacking:
        return list(events)
    lenders = _lenders(events, documents)
    return [
        _dated(event, lenders, documents) if event.evidence[0].key in lacking else event for event in events
    ]


def _lacks_year(event: Event) -> bool:
    assumed = event.date is not None and event.date.is_day and bool(event.instruments)
    return (event.date is None or assumed) and day_of_year(event) is not None


def _says_year(telling: Telling) -> bool:
    timex = telling.evidence.timex
    return timex is not None and timex.period is not None and timex.anchor.kind is AnchorKind.NONE


def _lenders(events: Iterable[Event], documents: Mapping[str, Document]) -> Mapping[Key, list[Telling]]:
    """The tellings dated to a day or a month, by whom or what they are of and by month."""
    found: dict[Key, list[Telling]] = defaultdict(list)
    dated = (event for event in events if event.date is not None and _is_fine(event.date))
    for telling in sorted((tell(event, documents) for event in dated), key=lambda item: item.key):
        first = telling.event.date.earliest if telling.event.date is not None else None
        if first is None:
            continue
        day = first.day if telling.event.date is not None and telling.event.date.is_day else NO_DAY
        for entity in _entities(telling):
            for key in {(entity, first.month, day), (entity, first.month, ANY_DAY)}:
                if len(found[key]) < MOST_ASKED:
                    found[key].append(telling)
    return found


def _is_fine(date: Period) -> bool:
    first, last = date.earliest, date.latest
    return first is not None and last is not None and (first.year, first.month) == (last.year, last.month)


def _entities(telling: Telling) -> Iterator[str]:
    event = telling.event
    yield from sorted(
        {names.block_key(name) for name in event.participants + event.places + event.instruments}
    )
    yield from sorted(telling.proper)


def _dated(event: Event, lenders: Mapping[Key, list[Telling]], documents: Mapping[str, Document]) -> Event:
    """The event in the one year in which others date the same happening; itself where there is none."""
    stated = day_of_year(event)
    if stated is None:
        return event
    mine = tell(event, documents)
    near = {
        telling.key: telling
        for entity in _entities(mine)
        for day in ((stated.day, NO_DAY) if stated.day else (ANY_DAY,))
        for telling in lenders.get((entity, stated.month, day), ())
        if telling.document_id != mine.document_id
    }
    found: list[tuple[float, Telling, Event]] = []
    if event.date is not None and any(_agrees(event, telling) for telling in near.values()):
        return event
    for telling in near.values():
        dated = _in_year_of(event, stated, telling)
        matches = compare(tell(dated, documents), telling) if dated is not None else ()
        if event.date is not None:
            matches = tuple(item for item in matches if item.alone_within == EVER and _says_year(telling))
        if dated is not None and matches:
            found.append((max(match.score for match in matches), telling, dated))
    if len({dated.date for _, _, dated in found}) != 1:
        return event
    _, lender, dated = min(found, key=lambda item: (-item[0], item[1].key))
    return _said(dated, lender, documents)


def _agrees(event: Event, lender: Telling) -> bool:
    """Whether another document gives the very day that was assumed."""
    return event.date == lender.event.date and _says_year(lender)


def _in_year_of(event: Event, stated: DayOfYear, lender: Telling) -> Event | None:
    """The event on its own day or in its own month, in the lender's year; None where that is no such day."""
    date = lender.event.date
    if (
        date is None
        or date.earliest is None
        or (stated.day and date.is_day and date.earliest.day != stated.day)
    ):
        return None
    if not stated.day:
        return replace(event, date=periods.month(date.earliest.year, stated.month))
    day = stated.in_year(date.earliest.year)
    return None if day is None else replace(event, date=periods.day(day))


def _said(event: Event, lender: Telling, documents: Mapping[str, Document]) -> Event:
    said = event.evidence[0].timex
    why = (
        f"“{said.text if said else ''}” has no year; the year is taken from "
        f"{source_name(lender.document_id, documents)}, which dates the same happening."
    )
    return replace(event, why_date=why, evidence=(replace(event.evidence[0], why=why),))
