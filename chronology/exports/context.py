"""What an export is given besides the timeline, and what an export is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from chronology.model import Document, EventRevision, Timeline, Timex


@dataclass(frozen=True, slots=True)
class ExportContext:
    """Words and sources for an export.

    `documents` (by id) lend titles and publication dates to the evidence. `base_url`, with no slash at its
    end, makes addresses absolute; "" leaves them out. `as_of` is the day that the timeline was asked for.
    `revisions` (by event id) say when events were first written and last changed.
    """

    title: str = "Timeline"
    documents: Mapping[str, Document] = field(default_factory=dict)
    base_url: str = ""
    as_of: date | None = None
    revisions: Mapping[str, EventRevision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TimelineExport:
    """A format for timelines: `write` yields the file in pieces, so that memory stays flat."""

    suffix: str
    media_type: str
    write: Callable[[Timeline, ExportContext], Iterator[str] | Iterator[bytes]]
    about: str


@dataclass(frozen=True, slots=True)
class DocumentExport:
    """A format for one document with its time expressions."""

    suffix: str
    media_type: str
    write: Callable[[Document, Iterable[Timex]], Iterator[str]]
    about: str
