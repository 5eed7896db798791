"""The list follows the drawing: it holds only what is drawn between the first and the last day in view."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from chronology.model import Event, Query, QueryError
from web.presenters.dates import count, day_words
from web.presenters.drawing import is_drawn
from web.presenters.filters import Pairs, pairs, query_string

_STRETCH: Final = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days in view, both inclusive."""

    first: date
    last: date

    @property
    def pairs(self) -> Pairs:
        """The parameter that it came from."""
        return (("view", f"{self.first.isoformat()}..{self.last.isoformat()}"),)

    def within(self, query: Query) -> Query:
        """Return `query` for these days only, for programs, which know no view.

        An event that is known from one side only ("before 2018") is drawn at the day that is known, and may
        lie on any earlier one: it can be an answer without being in view.
        """
        first, last = max(query.start or self.first, self.first), min(query.end or self.last, self.last)
        return replace(query, start=first, end=last)

    def of(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Return those of `events` that are drawn within."""
        return tuple(event for event in events if is_drawn(event, self.first, self.last))


@dataclass(frozen=True, slots=True)
class Viewed:
    """What is said above a list that follows the drawing; `keep` makes its days a filter, `whole` ends it."""

    words: str
    keep: str
    whole: str


def stretch(text: str) -> Stretch | None:
    """Read "2019-06-01..2021-06-30", None for "". Raises QueryError."""
    if not text:
        return None
    found = _STRETCH.match(text)
    try:
        days = [date.fromisoformat(part) for part in found.groups()] if found else []
    except ValueError:
        days = []
    if not days or days[0] > days[1]:
        raise QueryError(
            f"{text[:40]!r} is no stretch of days",
            where="view",
            remedy="Write its first and last day like 2019-06-01..2021-06-30",
        )
    return Stretch(*days)


def viewed(query: Query, stretch: Stretch, number: int) -> Viewed:
    """Say that `number` events are listed, those in view."""
    return Viewed(
        words=f"{count(number, 'event')} in view, {day_words(stretch.first)} to {day_words(stretch.last)}.",
        keep=query_string(pairs(stretch.within(query))),
        whole=query_string(pairs(query)),
    )
