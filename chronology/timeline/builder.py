"""The timeline stage on one screen: tellings → groups → events → parts → deadlines → checks → ranks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from chronology.model import Document, Event, Timeline, Timex
from chronology.timeline import fulfilment
from chronology.timeline.borrowing import borrow
from chronology.timeline.checks import check
from chronology.timeline.checks.context import Context
from chronology.timeline.derived import derive
from chronology.timeline.fusing import fuse_all
from chronology.timeline.importance import weigh
from chronology.timeline.instruments import complete
from chronology.timeline.merging import merge
from chronology.timeline.parts import attach
from chronology.timeline.sources import Sources

# Tellings less salient than this stay off the timeline unless they merged with another or state a deadline.
SALIENCE_FLOOR = 0.3


def build(
    documents: Sequence[Document],
    events: Sequence[Event],
    *,
    timexes: Mapping[str, Sequence[Timex]] | None = None,
    as_of: date | None = None,
) -> Timeline:
    """Merge `events` (one telling each) of `documents` into one timeline, checked and ranked.

    The order of either changes nothing. `timexes` (by document id) let the checks also look at expressions
    that date no event; `as_of` is the day by which a scheduled thing should have been reported (none: the
    last publication). A date that lacks its year takes it from others that tell of the same.
    Dated events come in date order, the rest stand on the undated shelf.
    """
    by_id = {document.id: document for document in documents}
    told = borrow(complete([event for event in events if event.evidence and not _is_dateline(event)]), by_id)
    merged = merge(told, by_id)
    fused = fuse_all(merged.groups, by_id)
    happenings = attach(fused, by_id, _homes(told, fused))
    wholes = {event.part_of for event in happenings}
    kept = derive([event for event in happenings if _deserves(event) or event.id in wholes], by_id)
    kept = fulfilment.mark(kept)
    sources = Sources.of(documents)
    statuses = {event.evidence[0].key: event.status for event in told}
    weighed = [weigh(event, by_id, sources) for event in kept]
    context = Context(by_id, tuple(weighed), merged.conflicts, sources, timexes or {}, statuses, as_of)
    checked, findings = check(context)
    dated = sorted((event for event in checked if event.is_dated), key=_order)
    undated = sorted((event for event in checked if not event.is_dated), key=_shelf)
    return Timeline(tuple(dated), tuple(undated), findings, len(checked))


def _homes(told: Iterable[Event], fused: Iterable[Event]) -> dict[str, str]:
    """From the id of each telling to the event that it went into."""
    by_key = {evidence.key: event.id for event in fused for evidence in event.evidence}
    return {event.id: by_key[event.evidence[0].key] for event in told}


def _deserves(event: Event) -> bool:
    told = (
        (len(event.evidence) > 1 and event.is_dated) or len(event.documents) > 1 or event.part_of is not None
    )
    return told or event.salience >= SALIENCE_FLOOR or event.deadline is not None


def _is_dateline(event: Event) -> bool:
    """Whether all that dates it is the document's own publication date, and no other words make it one."""
    timex = event.evidence[0].timex
    return timex is not None and timex.is_publication_time and event.deadline is None


def _order(event: Event) -> tuple[tuple[date, date], str, str]:
    key = (date.max, date.max) if event.date is None else event.date.sort_key
    return (key, event.title, event.id)


def _shelf(event: Event) -> tuple[str, int, str]:
    return (event.evidence[0].document_id, event.evidence[0].trigger.start, event.id)


def unmerge(event: Event, tellings: Iterable[Event]) -> tuple[Event, ...]:
    """Take a merged event apart: the tellings that it was made of, in the order of its evidence."""
    by_key = {telling.evidence[0].key: telling for telling in tellings if telling.evidence}
    return tuple(by_key[evidence.key] for evidence in event.evidence if evidence.key in by_key)
