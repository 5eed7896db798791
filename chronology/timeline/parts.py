"""Undated parts of an occasion that their document dates: the press conference after the talks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from chronology.model import Document, Event, Status
from chronology.timeline import lexicon, names
from chronology.timeline.telling import REACH_BACK_DAYS, is_part, ordinals, part_name

# An occasion dated no more finely than this gives its parts no day.
FOCAL_DAYS = 2
# Parts of one occasion whose titles agree this well (0 to 100) are one part.
SAME_PART = 80

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


def attach(
    events: Sequence[Event], documents: Mapping[str, Document], homes: Mapping[str, str]
) -> list[Event]:
    """Give undated parts the day of the occasion they are part of, and say so; the rest stays as it was.

    `homes` leads from the id of a telling to the event that it went into: a part may already name the telling
    that it is part of.
    """
    occasions = _occasions(events)
    parts: dict[str, list[Event]] = defaultdict(list)
    rest: list[Event] = []
    for event in (_rehomed(event, homes) for event in events):
        focal = _focal(event, occasions, documents) if _is_part(event) else None
        if focal is not None:
            parts[focal.id].append(_dated_by(event, focal))
        elif event.part_of is not None:
            parts[event.part_of].append(event)
        else:
            rest.append(event)
    return rest + [part for group in parts.values() for part in _combine(group)]


def _rehomed(event: Event, homes: Mapping[str, str]) -> Event:
    """The event with `part_of` naming a merged event other than itself, or none."""
    if event.part_of is None:
        return event
    home = homes.get(event.part_of)
    return replace(event, part_of=None if home == event.id else home)


def _occasions(events: Sequence[Event]) -> dict[str, list[Event]]:
    """Finely dated occasions by the documents that tell of them."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if _is_occasion(event):
            for document in event.documents:
                found[document].append(event)
    return found


def _is_occasion(event: Event) -> bool:
    if (
        event.date is None
        or not event.is_dated
        or event.is_saying
        or event.negated
        or event.status not in _HAPPENED
    ):
        return False
    first, last = ordinals(event.date)
    return lexicon.family(event.kind) in lexicon.words("parts", "of") and last - first < FOCAL_DAYS


def _is_part(event: Event) -> bool:
    return is_part(event) and not event.is_dated and not event.negated and event.status in _HAPPENED


def _focal(
    event: Event, occasions: Mapping[str, list[Event]], documents: Mapping[str, Document]
) -> Event | None:
    """The occasion told in the same document, shortly before it came out, with the same people."""
    found = [
        occasion
        for document in event.documents
        for occasion in occasions.get(document, ())
        if _shortly_before(occasion, documents[document]) and _fits(event, occasion)
    ]
    return max(found, key=lambda occasion: _rank(event, occasion), default=None)


def _rank(event: Event, occasion: Event) -> tuple[int, int, int, str]:
    people = len(names.shared(event.participants, occasion.participants))
    here = sum(evidence.document_id in event.documents for evidence in occasion.evidence)
    return (people, here, len(occasion.evidence), occasion.id)


def _fits(event: Event, occasion: Event) -> bool:
    people = names.shared(event.participants, occasion.participants)
    return (bool(people) or not event.participants) and not names.places_conflict(
        event.places, occasion.places
    )


def _shortly_before(occasion: Event, document: Document) -> bool:
    if document.published is None or occasion.date is None:
        return False
    first, last = ordinals(document.published.period)
    day, _ = ordinals(occasion.date)
    return first - REACH_BACK_DAYS <= day <= last


def _dated_by(event: Event, focal: Event) -> Event:
    why = f"Gives no date of its own; part of “{focal.title}”, whose day it takes. {focal.why_date}"
    evidence = tuple(replace(item, why=why) for item in event.evidence)
    return replace(event, date=focal.date, part_of=focal.id, why_date=why, evidence=evidence)


def _combine(parts: Sequence[Event]) -> list[Event]:
    """Join parts of one occasion that go by the same name in different documents."""
    kept: list[Event] = []
    for part in sorted(parts, key=lambda event: (-len(event.title), event.id)):
        at = next((index for index, known in enumerate(kept) if _same_part(known, part)), None)
        if at is None:
            kept.append(part)
        else:
            kept[at] = _joined(kept[at], part)
    return kept


def _same_part(one: Event, other: Event) -> bool:
    if part_name(one) != part_name(other):
        return False
    unnamed = not one.participants or not other.participants
    alike = unnamed or fuzz.token_set_ratio(one.title.casefold(), other.title.casefold()) >= SAME_PART
    return alike and not names.places_conflict(one.places, other.places)


def _joined(one: Event, other: Event) -> Event:
    reason = f"both are “{other.evidence[0].trigger_text}” of one occasion"
    evidence = sorted(one.evidence + other.evidence, key=lambda item: item.key)
    return replace(
        one,
        evidence=tuple(evidence),
        participants=names.fullest(one.participants + other.participants),
        places=names.fullest(one.places + other.places),
        salience=max(one.salience, other.salience),
        first_reported=min(
            (item for item in (one.first_reported, other.first_reported) if item),
            key=lambda period: (period.sort_key, period.edtf),
            default=None,
        ),
        merge_reasons=tuple(dict.fromkeys((*one.merge_reasons, *other.merge_reasons, reason))),
    )
