"""A timeline entry: an event with everything that a reader needs to check it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from chronology.model import Document, Event, Evidence
from web.presenters.countdown import countdown, days_to
from web.presenters.dates import DateView, count, date_view
from web.presenters.findings import FindingView
from web.presenters.labels import StatusView, sentence_case, status_view
from web.presenters.segments import Segment, evidence_segments

Documents = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Setting:
    """What an entry is seen against: the known documents by id, the day, and findings by event id."""

    documents: Documents
    as_of: date
    findings: Mapping[str, tuple[FindingView, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceView:
    """The document that a quotation stands in; `published` is None where nothing is known."""

    id: str
    title: str
    publisher: str
    url: str
    published: DateView | None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quoted sentence with its marks, and in one sentence how it was dated."""

    segments: tuple[Segment, ...]
    because: str
    source: SourceView
    start: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """One event of a list. `countdown` is "" where the event is no deadline."""

    id: str
    title: str
    kind: str
    status: StatusView
    attribution: str
    date: DateView
    why_date: str
    deadline: str
    countdown: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    instruments: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    corroboration: str
    findings: tuple[FindingView, ...]


def entry(event: Event, setting: Setting) -> EntryView:
    """Show `event` in its `setting`."""
    return EntryView(
        id=event.id,
        title=sentence_case(event.title),
        kind=event.kind,
        status=status_view(event.status),
        attribution=attribution(event),
        date=date_view(event.date),
        why_date=event.why_date,
        deadline=str(event.deadline or ""),
        countdown=countdown(*days_to(event.date, setting.as_of)) if event.deadline else "",
        people=event.participants,
        places=event.places,
        instruments=event.instruments,
        quotes=tuple(quote(item, setting.documents) for item in event.evidence),
        corroboration=corroboration(event.evidence, setting.documents),
        findings=setting.findings.get(event.id, ()),
    )


def quote(evidence: Evidence, documents: Documents) -> QuoteView:
    """Show one piece of evidence."""
    because = evidence.timex.because if evidence.timex is not None else ""
    return QuoteView(
        segments=evidence_segments(evidence),
        because=because or evidence.why,
        source=source(evidence.document_id, documents),
        start=evidence.start,
    )


def source(document_id: str, documents: Documents) -> SourceView:
    """Show where a quotation comes from, by id alone where the document is not at hand."""
    document = documents.get(document_id)
    if document is None:
        return SourceView(document_id, document_id, "", "", None)
    published = None if document.published is None else date_view(document.published.period)
    return SourceView(
        document.id, document.title or document.id, document.publisher, web_address(document.url), published
    )


def web_address(url: str) -> str:
    """Return `url` where it is a web address; anything else (a hostile scheme) is not made a link."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def corroboration(evidence: Iterable[Evidence], documents: Documents) -> str:
    """Say how many quotations and how many sources stand behind an event."""
    items = tuple(evidence)
    if len(items) == 1:
        return "One quotation"
    sources = len(publishers(items, documents))
    if sources == 1:
        return f"{count(len(items), 'quotation')} from one source"
    return f"{count(len(items), 'quotation')} from {count(sources, 'source')}"


def publishers(evidence: Iterable[Evidence], documents: Documents) -> frozenset[str]:
    """The distinct publishers of `evidence`; a document of no known publisher counts for itself."""
    ids = {item.document_id for item in evidence}
    return frozenset((documents[item].publisher or item) if item in documents else item for item in ids)


def attribution(event: Event) -> str:
    """Name who says, alleges or denies it: "according to X"."""
    if event.attribution is None or not event.attribution.source:
        return ""
    return f"according to {event.attribution.source}"
