"""What a reader asks of the timeline: the same on the command line, pages, feeds and API."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Query:
    """Filters. Within one field any value may match (or); between fields all must (and).

    `start` / `end`: events whose bounds overlap these days, both inclusive (`from`, `to` outside).
    `as_of`: only what documents published up to and including that day say.
    `text`: words to find in titles and quotations (`q` outside). Names match case-blind.
    `documents` are document ids. `undated` also returns the undated shelf.
    `limit` / `offset` page through the ordered result; None: all.
    """

    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    text: str = ""
    deadlines_only: bool = False
    limit: int | None = None
    offset: int = 0

    @property
    def is_contradictory(self) -> bool:
        """Whether the range ends before it begins, so that nothing can match."""
        return self.start is not None and self.end is not None and self.end < self.start
