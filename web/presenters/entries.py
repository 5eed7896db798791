"""A timeline entry: an event with everything that a reader needs to check it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chronology.model import Document, Event, Evidence, Period
from web.presenters.countdown import countdown, days_to
from web.presenters.dates import DateView, count, date_view
from web.presenters.findings import FindingView
from web.presenters.labels import StatusView, named, sentence_case, status_view
from web.presenters.segments import Segment, sentence_segments

MOST_QUOTED = 420
"""How many characters of a sentence a list shows; the page of the event shows all of it."""

Documents = Mapping[str, Document]
Sentence = tuple[Evidence, ...]  # tellings that share one quoted sentence


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
    """A quoted sentence with its marks, and how it was dated or, where it gives no date, why it is here."""

    segments: tuple[Segment, ...]
    because: str
    dated: bool
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
        title=title(event),
        kind=event.kind,
        status=status_view(event.status),
        attribution=attribution(event),
        date=date_view(event.date),
        deadline=str(event.deadline or ""),
        countdown=countdown(*days_to(event.date, setting.as_of)) if event.deadline else "",
        people=event.participants,
        places=event.places,
        instruments=event.instruments,
        quotes=tuple(
            quote(told, setting.documents, MOST_QUOTED) for told in sentences(event.evidence, event.date)
        ),
        corroboration=corroboration(event.evidence, setting.documents),
        findings=setting.findings.get(event.id, ()),
    )


def title(event: Event) -> str:
    """The title, or the kind where an event has none, so that it can always be named and followed."""
    return sentence_case(named(event.title if event.title.strip() else event.kind or "event"))


def sentences(evidence: Iterable[Evidence], when: Period | None = None) -> tuple[Sentence, ...]:
    """Put tellings of one sentence together: those that say `when` first, then those that say some date."""
    found: dict[tuple[str, int, int], list[Evidence]] = {}
    for item in evidence:
        found.setdefault((item.document_id, item.start, item.end), []).append(item)
    return tuple(sorted(map(tuple, found.values()), key=lambda told: _distance(told, when)))


def _distance(sentence: Sentence, when: Period | None) -> int:
    """0 where the sentence says `when` itself, 1 where it says some date, 2 where it says none."""
    dates = [item.timex.period for item in sentence if item.timex is not None]
    return 2 if not dates else 0 if when in dates else 1


def quote(sentence: Sentence, documents: Documents, most: int | None = None) -> QuoteView:
    """Show one quoted sentence, or `most` characters of it."""
    reasons = (item.timex.because if item.timex is not None else item.why for item in sentence)
    return QuoteView(
        segments=sentence_segments(sentence, most),
        because=" ".join(dict.fromkeys(filter(None, reasons))),
        dated=any(item.timex is not None for item in sentence),
        source=source(sentence[0].document_id, documents),
        start=sentence[0].start,
    )


def source(document_id: str, documents: Documents) -> SourceView:
    """Show where a quotation comes from, by id alone where the document is not at hand."""
    document = documents.get(document_id)
    if document is None:
        return SourceView(document_id, named(document_id), "", "", None)
    published = None if document.published is None else date_view(document.published.period)
    publisher = named(document.publisher) if document.publisher else ""
    return SourceView(document.id, document_title(document), publisher, web_address(document.url), published)


def document_title(document: Document) -> str:
    """The title, or the id where a document has none."""
    return named(document.title if document.title.strip() else document.id)


def web_address(url: str) -> str:
    """Return `url` where it is a web address; anything else (a hostile scheme) is not made a link."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def corroboration(evidence: Sequence[Evidence], documents: Documents) -> str:
    """Say how many sentences and how many sources stand behind an event."""
    told, sources = len(sentences(evidence)), len(publishers(evidence, documents))
    if told == 1:
        return "One quotation"
    return f"{count(told, 'quotation')} from {count(sources, 'source') if sources > 1 else 'one source'}"


def publishers(evidence: Iterable[Evidence], documents: Documents) -> frozenset[str]:
    """The distinct publishers of `evidence`; a document of no known publisher counts for itself."""
    ids = {item.document_id for item in evidence}
    return frozenset((documents[item].publisher or item) if item in documents else item for item in ids)


def attribution(event: Event) -> str:
    """Name who says, alleges or denies it: "according to X"."""
    if event.attribution is None or not event.attribution.source:
        return ""
    return f"according to {event.attribution.source}"
