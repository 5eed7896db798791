"""Deadlines that follow from what is told: moved by an extension, or started by a notice.

The sum is shown in `why_date`; where there is nothing to reckon from, nothing is invented.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from chronology.model import DeadlineKind, Event, Period, Status
from chronology.temporal.words import describe
from chronology.timeline import lexicon, names
from chronology.timeline.fusing import event_id
from chronology.timeline.lengths import Length, extended_by, later, notice_of

# Characters between an extension and the deadline that it moves, where neither names an instrument.
CLOSE = 300

_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.SCHEDULED, Status.EXPECTED})


def derive(events: Sequence[Event]) -> list[Event]:
    """Return `events` with the deadlines that extensions and notices set, and those they supersede marked."""
    noticed = [*events, *_by_notice(events)]
    moved = [*noticed, *_by_extension(noticed)]
    return [_superseded(event, moved) for event in moved]


def is_extension(event: Event) -> bool:
    """Tell whether the event keeps something alive beyond its day."""
    words = lexicon.words("extension", "lemmas")
    return bool({event.lemma, event.kind} & words) and not event.negated and event.status in _DONE


def _by_extension(events: Sequence[Event]) -> Iterator[Event]:
    """New deadlines: the old day and the length that the extension adds."""
    for extension in events:
        length = _first_length(extension, extended_by) if is_extension(extension) else None
        base = _base(extension, events) if length and extension.deadline is None else None
        due = later(base.date, length) if length and base and base.date else None
        if length and base and base.date and due:
            why = f"{describe(base.date)}, extended by {length.text}, is {describe(due)}. {base.why_date}"
            yield _derived(base, extension, due, why, "extended")


def _by_notice(events: Sequence[Event]) -> Iterator[Event]:
    """Withdrawals that take effect when the notice has run."""
    for event in events:
        length = _first_length(event, notice_of) if event.deadline is None and event.status in _DONE else None
        due = later(event.date, length) if length and event.date and event.is_dated else None
        if length is None or due is None or event.date is None or event.negated:
            continue
        if not any(_is_told(known, event, due) for known in events):
            why = f"{describe(event.date)} and {length.text} of notice make {describe(due)}. {event.why_date}"
            taken = replace(event, title=f"{event.title}: notice runs out", deadline=DeadlineKind.WITHDRAWAL)
            yield _derived(taken, event, due, why, "notice")


def _derived(model: Event, cause: Event, due: Period, why: str, role: str) -> Event:
    return replace(
        model,
        id=event_id(cause.evidence[0].key, role),
        status=Status.EXPECTED,
        date=due,
        evidence=cause.evidence,
        why_date=why,
        merge_reasons=(),
        superseded_by=None,
        first_reported=cause.first_reported,
    )


def _superseded(event: Event, events: Sequence[Event]) -> Event:
    """Mark a deadline that an extension of the same thing has moved to a later day."""
    if event.deadline is None or event.date is None or event.date.latest is None:
        return event
    later_ones = [other for other in events if _supersedes(other, event, event.date.latest)]
    return replace(event, superseded_by=max(later_ones, key=_by_day).id) if later_ones else event


def _supersedes(other: Event, event: Event, latest: date) -> bool:
    if other.id == event.id or other.deadline is None or other.date is None:
        return False
    moved_to = other.date.earliest if not other.date.is_interval else other.date.latest
    moved = is_extension(other) or _extends(other)
    return moved and moved_to is not None and moved_to > latest and _same_subject(other, event)


def _extends(event: Event) -> bool:
    """Whether an extension is what the event's evidence tells of."""
    words = lexicon.words("extension", "lemmas")
    return any(word in item.trigger_text.casefold() for item in event.evidence for word in words)


def _base(extension: Event, events: Sequence[Event]) -> Event | None:
    """The deadline that an extension moves: the last of the same thing that was known."""
    found = [
        event
        for event in events
        if event.deadline is not None
        and event.is_dated
        and event.id != extension.id
        and _same_subject(event, extension)
    ]
    return max(found, key=_by_day, default=None)


def _same_subject(one: Event, other: Event) -> bool:
    """Whether two events are about one instrument or, naming none, stand close together in one text."""
    if one.instruments or other.instruments:
        return bool(names.shared(one.instruments, other.instruments))
    return any(
        mine.document_id == yours.document_id and abs(mine.trigger.start - yours.trigger.start) <= CLOSE
        for mine in one.evidence
        for yours in other.evidence
    )


def _is_told(known: Event, event: Event, due: Period) -> bool:
    same = known.deadline is DeadlineKind.WITHDRAWAL and _same_subject(known, event)
    return same and known.date is not None and known.date.overlaps(due)


def _first_length(event: Event, read: Callable[[str], Length | None]) -> Length | None:
    return next((found for found in (read(item.quote) for item in event.evidence) if found), None)


def _by_day(event: Event) -> tuple[date, str]:
    return (event.date.sort_key[0] if event.date else date.min, event.id)
