"""The days that matter most in a set of documents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from chronology.model import Document, KeyDate, Period, Timeline, Timex

# What a mention counts for: the document's own day, and a day that a text names.
PUBLISHED = 1.0
NAMED = 0.5


def key_dates(
    timeline: Timeline,
    documents: Sequence[Document],
    limit: int | None = None,
    *,
    timexes: Mapping[str, Sequence[Timex]] | None = None,
) -> tuple[KeyDate, ...]:
    """Return the days on which most happened, best first, at most `limit`, with the events dated to them."""
    scores: dict[date, float] = defaultdict(float)
    for document in documents:
        day = _day(document.published.period) if document.published else None
        if day is not None:
            scores[day] += PUBLISHED
        for named in {_day(timex.period) for timex in (timexes or {}).get(document.id, ())} - {None, day}:
            if named is not None:
                scores[named] += NAMED
    events = _events_by_day(timeline)
    for named, told in events.items():
        scores[named] += 0.1 * len(told)
    ranked = sorted(scores, key=lambda when: (-scores[when], when))[:limit]
    return tuple(KeyDate(when, round(scores[when], 3), tuple(events.get(when, ()))) for when in ranked)


def _day(period: Period | None) -> date | None:
    return period.start if period is not None and period.is_day else None


def _events_by_day(timeline: Timeline) -> dict[date, list[str]]:
    found: dict[date, list[str]] = defaultdict(list)
    for event in timeline.events:
        day = _day(event.date)
        if day is not None:
            found[day].append(event.id)
    return found
