"""What the checks look at, and words that they share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chronology.model import Document, Event, Evidence, Period, Status, Timex
from chronology.timeline.fusing import source_name
from chronology.timeline.sources import Sources
from chronology.timeline.telling import Telling


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a check may look at.

    `documents` and `timexes` go by document id, `events` are merged, `conflicts` are pairs of tellings whose
    dates clash, `statuses` say what each telling (by key) made of its event, `as_of` is the day
    from which the checks look.
    """

    documents: Mapping[str, Document]
    events: Sequence[Event]
    conflicts: Sequence[tuple[Telling, Telling]]
    sources: Sources
    timexes: Mapping[str, Sequence[Timex]]
    statuses: Mapping[tuple[str, int, int], Status]
    as_of: date | None = None

    def published(self, document_id: str) -> Period | None:
        """When a document was published, or None where that is not known."""
        document = self.documents.get(document_id)
        return document.published.period if document and document.published else None

    def name(self, document_id: str) -> str:
        """How to name a document to a reader."""
        return source_name(document_id, self.documents)

    def dated_by(self) -> Mapping[tuple[str, int], list[str]]:
        """The events that each expression (by document and start) dates."""
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for event in self.events:
            for item in event.evidence:
                if item.timex is not None and event.id not in found[item.document_id, item.timex.start]:
                    found[item.document_id, item.timex.start].append(event.id)
        return found

    def home(self) -> dict[tuple[str, int, int], str]:
        """The merged event that each telling (by its key) went into."""
        return {evidence.key: event.id for event in self.events for evidence in event.evidence}


def quoted(evidence: Evidence) -> str:
    """The words that date a telling, else its trigger, in quotation marks."""
    return f"“{evidence.timex.text if evidence.timex else evidence.trigger_text}”"
