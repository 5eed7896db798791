"""The frozen values that every stage speaks. Standard library only; knows no stage.

`Document` → `Timex` → `Event` → `Timeline`: each stage takes the values of the one before it and
returns the next. Nothing here reads a file, a clock or a setting.
"""

from chronology.model.document import CreationTime, Document, DocumentBasis
from chronology.model.errors import (
    ChronologyError,
    DateError,
    DocumentError,
    LimitError,
    ManifestError,
    NotFoundError,
    QueryError,
    StoreError,
)
from chronology.model.event import (
    Attribution,
    DeadlineKind,
    Event,
    Evidence,
    Status,
)
from chronology.model.finding import Finding, Severity
from chronology.model.granularity import Granularity
from chronology.model.period import Period
from chronology.model.query import Query
from chronology.model.span import Span
from chronology.model.timeline import (
    Deadline,
    DeadlineState,
    EventRevision,
    KeyDate,
    Revision,
    Timeline,
)
from chronology.model.timex import (
    Anchor,
    AnchorKind,
    Derivation,
    Reading,
    Step,
    StepKind,
    Timex,
    TimexType,
)

__all__ = [
    "Anchor",
    "AnchorKind",
    "Attribution",
    "ChronologyError",
    "CreationTime",
    "DateError",
    "Deadline",
    "DeadlineKind",
    "DeadlineState",
    "Derivation",
    "Document",
    "DocumentBasis",
    "DocumentError",
    "Event",
    "EventRevision",
    "Evidence",
    "Finding",
    "Granularity",
    "KeyDate",
    "LimitError",
    "ManifestError",
    "NotFoundError",
    "Period",
    "Query",
    "QueryError",
    "Reading",
    "Revision",
    "Severity",
    "Span",
    "Status",
    "Step",
    "StepKind",
    "StoreError",
    "Timeline",
    "Timex",
    "TimexType",
]
