"""A text and when it was published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chronology.model.period import Period
from chronology.model.span import Span


class DocumentBasis(StrEnum):
    """How the document creation time is known."""

    GIVEN = "given"  # by the caller: an option, a JSON field
    MANIFEST = "manifest"  # sources.toml beside the file
    METADATA = "metadata"  # inside the file: HTML meta, PDF info, feed entry
    DATELINE = "dateline"  # a date in the text's own head
    INFERRED = "inferred"  # from another document


@dataclass(frozen=True, slots=True)
class CreationTime:
    """The document creation time (DCT): when it was published, at the granularity that is known.

    `moment` is the instant, where a clock time was given; `why` tells a reader how it is known;
    `span` is where the text itself says so.
    """

    period: Period
    basis: DocumentBasis
    why: str = ""
    moment: datetime | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One dated text. `text` is never changed after reading: every offset points into it."""

    id: str
    text: str
    published: CreationTime | None
    title: str = ""
    publisher: str = ""
    url: str = ""
    source: str = ""
