"""Filters over a timeline: an index made once a revision, then sets cut with sets."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from chronology.model import Event, Finding, Query, Timeline

WORD = re.compile(r"\w+")

Values = Callable[[Event], Iterable[str]]

FACETS: tuple[tuple[str, str, Values], ...] = (
    ("actor", "actors", lambda event: event.participants),
    ("place", "places", lambda event: event.places),
    ("kind", "kinds", lambda event: (event.kind, *(("deadline",) if event.deadline else ()))),
    ("instrument", "instruments", lambda event: event.instruments),
    ("status", "statuses", lambda event: (str(event.status),)),
    ("document", "documents", lambda event: event.documents),
)
"""Facet (as outside), field of Query, and the values of an event under it."""


class Selection:
    """An index over one timeline. `select` and `facets` answer a query; both are pure."""

    def __init__(self, timeline: Timeline) -> None:
        """Index `timeline`: every facet value and every word to the places of its events."""
        self.timeline = timeline
        self._events: Sequence[Event] = (*timeline.events, *timeline.undated)
        self._by_id = {event.id: event for event in self._events}
        self._values = {facet: self._postings(values) for facet, _, values in FACETS}
        self._words = self._postings(_words)
        self._vocabulary = sorted(self._words)

    def event(self, event_id: str) -> Event | None:
        """Return the event of this id, if there is one."""
        return self._by_id.get(event_id)

    def select(self, query: Query) -> Timeline:
        """Return the events that answer `query`, cut to its page; `total` counts them all."""
        places = self._places(query)
        last = None if query.limit is None else query.offset + query.limit
        page = [self._events[place] for place in places[query.offset : last]]
        return Timeline(
            events=tuple(event for event in page if event.is_dated),
            undated=tuple(event for event in page if not event.is_dated),
            findings=self._findings(query, places),
            total=len(places),
        )

    def facets(self, query: Query) -> dict[str, dict[str, int]]:
        """Count, for every facet, the events that each value would leave; most frequent first.

        A facet's own filter does not narrow its counts, so that further values can be chosen beside it.
        """
        return {facet: self._counts(values, _without(query, field)) for facet, field, values in FACETS}

    def _counts(self, values: Values, query: Query) -> dict[str, int]:
        counts = Counter(
            value for place in self._places(query) for value in dict.fromkeys(values(self._events[place]))
        )
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _postings(self, values: Values) -> dict[str, set[int]]:
        postings: dict[str, set[int]] = defaultdict(set)
        for place, event in enumerate(self._events):
            for value in values(event):
                postings[value].add(place)
        return dict(postings)

    def _places(self, query: Query) -> list[int]:
        """Return the places of the answers, in the timeline's order."""
        narrowed: set[int] | None = None
        for chosen in self._filters(query):
            narrowed = chosen if narrowed is None else narrowed & chosen
        places: Iterable[int] = range(len(self._events)) if narrowed is None else sorted(narrowed)
        return [place for place in places if _is_within(self._events[place], query)]

    def _filters(self, query: Query) -> Iterable[set[int]]:
        for facet, field, _ in FACETS:
            wanted: tuple[str, ...] = getattr(query, field)
            if wanted:
                yield _matching(self._values[facet], wanted, exact=facet == "document")
        for word in WORD.findall(query.text.casefold()):
            yield self._beginning_with(word)

    def _beginning_with(self, word: str) -> set[int]:
        found: set[int] = set()
        for place in range(bisect_left(self._vocabulary, word), len(self._vocabulary)):
            if not self._vocabulary[place].startswith(word):
                break
            found |= self._words[self._vocabulary[place]]
        return found

    def _findings(self, query: Query, places: Sequence[int]) -> tuple[Finding, ...]:
        if len(places) == len(self._events) and not query.documents:
            return self.timeline.findings
        names = {self._events[place].id for place in places}
        return tuple(
            finding
            for finding in self.timeline.findings
            if names.intersection(finding.events) or set(query.documents).intersection(finding.documents)
        )


def _without(query: Query, field: str) -> Query:
    cleared: dict[str, Any] = {field: ()}
    return replace(query, **cleared)


def _words(event: Event) -> set[str]:
    texts = (event.title, *(item.quote for item in event.evidence))
    return {word for text in texts for word in WORD.findall(text.casefold())}


def _matching(postings: Mapping[str, set[int]], wanted: Sequence[str], *, exact: bool) -> set[int]:
    """Union over the values that equal a wanted name or, unless `exact`, hold it as whole words."""
    matches = _equal if exact else _holds
    found: set[int] = set()
    for value, places in postings.items():
        if any(matches(value, name) for name in wanted):
            found |= places
    return found


def _equal(value: str, name: str) -> bool:
    return value == name


def _holds(value: str, name: str) -> bool:
    """Case-blind; "Lavrov" is held by "Sergey Lavrov", not by "Lavrovsky"."""
    return f" {_normal(name)} " in f" {_normal(value)} "


def _normal(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _is_within(event: Event, query: Query) -> bool:
    if query.deadlines_only and event.deadline is None:
        return False
    if query.start is None and query.end is None:
        return True
    return (
        event.is_dated and event.date is not None and _overlaps(event.date.earliest, event.date.latest, query)
    )


def _overlaps(earliest: date | None, latest: date | None, query: Query) -> bool:
    return (query.start is None or latest is None or query.start <= latest) and (
        query.end is None or earliest is None or earliest <= query.end
    )
