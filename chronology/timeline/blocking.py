"""Which tellings are compared at all: those that share a name and a month, or a name and a sort of happening.

Blocks keep the cost near-linear: within one, tellings stand in date order and each meets only its neighbours.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from zlib import crc32

from chronology.timeline import names
from chronology.timeline.telling import Telling

# A telling meets all others of a block this small; in a larger one, only this many that follow it.
SMALL_BLOCK = 40
NEIGHBOURS = 12
# Bounds wider than this are not laid out month by month.
MOST_DAYS = 62

Key = tuple[str | int, ...]


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of indexes (lower first, each pair once) that are worth comparing; deterministic."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        for key in _keys(telling):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for pair in _pairs(members, tellings):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(members: list[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    reach = len(members) if len(members) <= SMALL_BLOCK else NEIGHBOURS
    ordered = sorted(members, key=lambda index: _place(tellings[index]))
    for position, one in enumerate(ordered):
        for other in ordered[position + 1 : position + 1 + reach]:
            yield (one, other) if one < other else (other, one)


def _place(telling: Telling) -> tuple[int, int, str, tuple[str, int, int]]:
    return (telling.profile.first, telling.profile.last, telling.family, telling.key)


def _keys(telling: Telling) -> Iterator[Key]:
    event = telling.event
    entities = {names.block_key(name) for name in event.participants + event.places + event.instruments}
    entities |= telling.proper
    months = tuple(_months(telling))
    for entity in sorted(entities):
        yield ("sort", entity, telling.family)
        for month in months:
            yield ("month", entity, month)
    if telling.evidence.timex is not None:
        yield ("sentence", telling.document_id, telling.evidence.start)
    yield ("wording", crc32(telling.evidence.quote.encode("utf-8", "replace")), telling.evidence.trigger_text)
    if event.deadline is not None:
        yield ("deadline", telling.document_id, str(event.deadline))
        yield ("day", str(event.deadline), telling.profile.last)
    for instrument in event.instruments:
        yield ("instrument", names.block_key(instrument), str(event.deadline or event.lemma))


def _months(telling: Telling) -> Iterator[int]:
    """Months of the bounds, counted from year 0; none where they are wide or empty."""
    if 1 <= telling.days <= MOST_DAYS:
        first = date.fromordinal(telling.profile.first)
        last = date.fromordinal(telling.profile.last)
        yield from range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
