"""Filters over a timeline: an index made once a revision, then sets cut with sets."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Any

from chronology.chronicle.days import Days
from chronology.model import Event, Finding, Query, Timeline

DEADLINE = "deadline"
"""The kind, beside its own, of every event that is a deadline."""
WORD = re.compile(r"\w+")

Values = Callable[[Event], Iterable[str]]

FACETS: tuple[tuple[str, str, Values], ...] = (
    ("actor", "actors", lambda event: event.participants),
    ("place", "places", lambda event: event.places),
    ("kind", "kinds", lambda event: (event.kind, *((DEADLINE,) if event.deadline else ()))),
    ("instrument", "instruments", lambda event: event.instruments),
    ("status", "statuses", lambda event: (str(event.status),)),
    ("document", "documents", lambda event: event.documents),
)
"""Facet (as outside), field of Query, and the values of an event under it."""


KEPT_ANSWERS = 64
"""Answers remembered for one timeline: the pages of one answer, and its facets, are asked for in turn."""


EVERYTHING = Query()


class Selection:
    """An index over one timeline. `select` and `facets` answer a query; both are pure."""

    def __init__(self, timeline: Timeline) -> None:
        """Index `timeline`: every facet value and every word to the places of its events."""
        self.timeline = timeline
        self._events: Sequence[Event] = (*timeline.events, *timeline.undated)
        self._by_id = {event.id: event for event in self._events}
        self._values = {
            facet: [tuple(dict.fromkeys(of(event))) for event in self._events] for facet, _, of in FACETS
        }
        self._postings = {facet: _postings(values) for facet, values in self._values.items()}
        self._totals = {
            facet: {value: len(places) for value, places in postings.items()}
            for facet, postings in self._postings.items()
        }
        self._words = _postings([_words(event) for event in self._events])
        self._vocabulary = sorted(self._words)
        self._days = Days(self._events)
        self._found = lru_cache(maxsize=KEPT_ANSWERS)(self._places)
        self.facets = lru_cache(maxsize=KEPT_ANSWERS)(self._facets)

    def event(self, event_id: str) -> Event | None:
        """Return the event of this id, if there is one."""
        return self._by_id.get(event_id)

    def select(self, query: Query) -> Timeline:
        """Return the events that answer `query`, cut to its page; `total` counts them all."""
        places = self._found(replace(query, as_of=None, limit=None, offset=0))
        last = None if query.limit is None else query.offset + query.limit
        page = [self._events[place] for place in places[query.offset : last]]
        return Timeline(
            events=tuple(event for event in page if event.is_dated),
            undated=tuple(event for event in page if not event.is_dated),
            findings=self._findings(query, places),
            total=len(places),
        )

    def _facets(self, query: Query) -> dict[str, dict[str, int]]:
        """Count, for every facet, the events that each value would leave; most frequent first.

        A facet's own filter does not narrow its counts, so that further values can be chosen beside it.
        """
        return {facet: self._counts(facet, _without(query, field)) for facet, field, _ in FACETS}

    def _counts(self, facet: str, query: Query) -> dict[str, int]:
        counts = self._totals[facet] if query == EVERYTHING else self._counted(facet, query)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _counted(self, facet: str, query: Query) -> Mapping[str, int]:
        values = self._values[facet]
        return Counter(chain.from_iterable(values[place] for place in self._found(query)))

    def _places(self, query: Query) -> Sequence[int]:
        """Return the places of the answers, in the timeline's order."""
        narrowed: set[int] | None = None
        for chosen in self._filters(query):
            narrowed = chosen if narrowed is None else narrowed & chosen
        return range(len(self._events)) if narrowed is None else sorted(narrowed)

    def _filters(self, query: Query) -> Iterable[set[int]]:
        for facet, field, _ in FACETS:
            wanted: tuple[str, ...] = getattr(query, field)
            if wanted:
                yield _matching(self._postings[facet], wanted, exact=facet == "document")
        if query.deadlines_only:
            yield self._postings["kind"].get(DEADLINE, set())
        if query.is_contradictory:
            yield set()
        elif query.start is not None or query.end is not None:
            yield self._days.overlapping(query.start, query.end)
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
    """Case-blind; "Smith" is held by "Jane Smith", not by "Smithson"."""
    return f" {_normal(name)} " in f" {_normal(value)} "


def _normal(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def _postings(values: Iterable[Iterable[str]]) -> dict[str, set[int]]:
    postings: dict[str, set[int]] = defaultdict(set)
    for place, names in enumerate(values):
        for name in names:
            postings[name].add(place)
    return dict(postings)
