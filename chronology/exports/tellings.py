"""Which pieces of an event's evidence a reader is shown."""

from chronology.model import Event, Evidence


def quotations(event: Event) -> tuple[Evidence, ...]:
    """Return the evidence with each sentence once: two words of it may both tell of the event."""
    by_place: dict[tuple[str, int, int], Evidence] = {}
    for telling in event.evidence:
        place = (telling.document_id, telling.start, telling.end)
        if place not in by_place or by_place[place].timex is None:
            by_place[place] = telling
    return tuple(by_place.values())


def best(event: Event) -> Evidence | None:
    """Return the telling that gives the event's own date, or else any date, or else the first."""
    if not event.evidence:
        return None
    return max(event.evidence, key=lambda telling: _fitness(event, telling))


def _fitness(event: Event, telling: Evidence) -> int:
    if telling.timex is None:
        return 0
    return 2 if telling.timex.period == event.date else 1
