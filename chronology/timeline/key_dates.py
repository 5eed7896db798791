"""The days that matter most in a set of documents: those that later texts come back to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from chronology.model import Document, KeyDate, Period, Timeline, Timex
from chronology.timeline.topic import nearness

# What a document counts for: on the day that it came out, for a day that it looks back or forward to, and for
# one that it still looks back to after a week. A document counts once a day, however often it names it.
PUBLISHED = 1.0
TODAY = 0.3
BACK = 2.0
REMEMBERED = 4.0
AHEAD = 0.3
REMEMBERED_AFTER_DAYS = 7
# So many documents of one day make it a day of note even where none of them names it.
REPORTED = 3


def key_dates(
    timeline: Timeline,
    documents: Sequence[Document],
    limit: int | None = None,
    *,
    timexes: Mapping[str, Iterable[Timex]] | None = None,
) -> tuple[KeyDate, ...]:
    """Return the days on which most happened, best first, at most `limit`, with the events dated to them.

    A document names the days of its time expressions (`timexes`, by document id) and those of the events that
    it tells of, even where another document dates them. It counts by how near it is to what the collection is
    about. A day that no document speaks of needs `REPORTED` documents of its own. Ties go to the day of most
    events, then to the earlier. Months and years name no day.
    """
    told = _days_told(timeline)
    weights = nearness(documents)
    scores: dict[date, float] = defaultdict(float)
    spoken: set[date] = set()
    out = Counter(_day(document.published.period) for document in documents if document.published)
    for document in sorted(documents, key=lambda item: item.id):
        named = told[document.id] | _named(document, timexes)
        spoken |= named
        for day, value in _votes(document, named).items():
            scores[day] += value * weights[document.id]
    events = _events_by_day(timeline)
    kept = [day for day in scores if day in spoken or out[day] >= REPORTED]
    ranked = sorted(kept, key=lambda day: (-round(scores[day], 6), -len(events.get(day, ())), day))[:limit]
    return tuple(KeyDate(day, round(scores[day], 3), tuple(events.get(day, ()))) for day in ranked)


def _votes(document: Document, named: set[date]) -> dict[date, float]:
    """What one document counts for on each day."""
    published = _day(document.published.period) if document.published else None
    votes = {day: _vote(day, published) for day in named}
    if published is not None:
        votes[published] = votes.get(published, 0.0) + PUBLISHED
    return votes


def _vote(day: date, published: date | None) -> float:
    if published is None:
        return BACK
    if day == published:
        return TODAY
    if day > published:
        return AHEAD
    return REMEMBERED if (published - day).days > REMEMBERED_AFTER_DAYS else BACK


def _day(period: Period | None) -> date | None:
    return period.start if period is not None and period.is_day else None


def _named(document: Document, timexes: Mapping[str, Iterable[Timex]] | None) -> set[date]:
    found = (timexes or {}).get(document.id, ())
    days = (_day(timex.period) for timex in found if _names_a_day(timex))
    return {day for day in days if day is not None}


def _names_a_day(timex: Timex) -> bool:
    """Whether it is a date that the text speaks of: not its dateline, and not "now" or "recently"."""
    return not timex.is_publication_time and not timex.value.endswith("_REF")


def _days_told(timeline: Timeline) -> dict[str, set[date]]:
    """The days of the events that each document tells of."""
    found: dict[str, set[date]] = defaultdict(set)
    for event in timeline.events:
        day = _day(event.date)
        if day is not None:
            for document in event.documents:
                found[document].add(day)
    return found


def _events_by_day(timeline: Timeline) -> dict[date, list[str]]:
    found: dict[date, list[str]] = defaultdict(list)
    for event in timeline.events:
        day = _day(event.date)
        if day is not None:
            found[day].append(event.id)
    return found
