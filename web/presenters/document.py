"""A document as a page: its paragraphs with every expression and event word marked, and their notes."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chronology.model import CreationTime, Document, DocumentBasis, Event, Span, Timex
from web.presenters.dates import DateView, count, date_view
from web.presenters.derivations import TimexView, timex_view
from web.presenters.entries import document_title, title, web_address
from web.presenters.labels import named, sentence_case
from web.presenters.segments import Mark, Segment, paragraphs, segments

Item = TypeVar("Item")
Telling = tuple[Span, Event]  # where the event's word stands, and the event

PART = 60_000  # characters of text on one page

BASIS_WORDS = {
    DocumentBasis.GIVEN: "given with the text",
    DocumentBasis.MANIFEST: "from the manifest beside the file",
    DocumentBasis.METADATA: "from the file's own metadata",
    DocumentBasis.DATELINE: "from the text's own dateline",
    DocumentBasis.INFERRED: "inferred from another document",
}


@dataclass(frozen=True, slots=True)
class PublishedView:
    """When a document was published, how that is known, and why we say so."""

    date: DateView
    basis: str
    why: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A numbered note on an expression; `before` is its value before a what-if, where that changes it."""

    number: int
    timex: TimexView
    before: str = ""


@dataclass(frozen=True, slots=True)
class TriggerView:
    """An event that the paragraph tells of."""

    id: str
    title: str
    date: DateView


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph: its pieces, the notes and the events that belong to it. `found`: a link asked for it."""

    start: int
    found: bool
    segments: tuple[Segment, ...]
    notes: tuple[NoteView, ...]
    events: tuple[TriggerView, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document, or the `part` of `parts` of it that fits on a page (both from 1).

    `changed` are the notes of the expressions that a what-if changes, by the id of the expression.
    """

    id: str
    title: str
    publisher: str
    url: str
    published: PublishedView | None
    paragraphs: tuple[ParagraphView, ...]
    numbers: Mapping[str, int]
    types: Mapping[str, str]
    summary: str
    changed: Mapping[str, NoteView]
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class Place:
    """What part of a document to show: the one that holds the offset `at`, else number `part` (from 1)."""

    part: int = 1
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is marked in a text: its expressions, what they were `before` a what-if, and its events."""

    timexes: Sequence[Timex]
    events: Sequence[Event] = ()
    before: Mapping[Span, Timex] | None = None


def document_view(document: Document, annotations: Annotations, place: Place = Place()) -> DocumentView:
    """Show the part of `document` that `place` asks for."""
    parts = _parts(paragraphs(document.text))
    part = _part(parts, place)
    timexes = sorted(annotations.timexes, key=lambda timex: timex.span)
    numbers = {timex.id: number for number, timex in enumerate(timexes, start=1)}
    shown = _paragraphs(document, annotations, parts[part - 1], numbers)
    return DocumentView(
        id=document.id,
        title=document_title(document),
        publisher=named(document.publisher) if document.publisher else "",
        url=web_address(document.url),
        published=published_view(document.published),
        paragraphs=_with_found(shown, place.at),
        numbers=numbers,
        types={timex.id: _class(timex) for timex in timexes},
        summary=_summary(timexes, annotations.events),
        changed={note.timex.id: note for paragraph in shown for note in paragraph.notes if note.before},
        part=part,
        parts=len(parts),
    )


def published_view(published: CreationTime | None) -> PublishedView | None:
    """Show a publication date and how it is known."""
    if published is None:
        return None
    basis = BASIS_WORDS[published.basis]
    why = "" if basis in published.why else sentence_case(published.why)
    return PublishedView(date_view(published.period), basis, why)


def _class(timex: Timex) -> str:
    """The class that colours and underlines an expression."""
    return "unresolved" if timex.unresolved else str(timex.type).lower()


def _parts(spans: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
    """Cut the paragraphs into pages of about PART characters; always one page at least."""
    pages: dict[int, list[Span]] = defaultdict(list)
    first = spans[0].start if spans else 0
    for span in spans:
        pages[(span.start - first) // PART].append(span)
    return tuple(tuple(page) for page in pages.values()) or ((),)


def _part(parts: Sequence[Sequence[Span]], place: Place) -> int:
    """Number of the part to show, from 1."""
    if place.at is None:
        return min(max(place.part, 1), len(parts))
    starts = [part[0].start for part in parts if part]
    return max(1, bisect_right(starts, place.at))


def _with_found(shown: Sequence[ParagraphView], at: int | None) -> tuple[ParagraphView, ...]:
    """Tell the paragraph that holds the offset `at`."""
    if at is None:
        return tuple(shown)
    found = bisect_right([paragraph.start for paragraph in shown], at) - 1
    return tuple(replace(item, found=index == found) for index, item in enumerate(shown))


def _paragraphs(
    document: Document, annotations: Annotations, spans: Sequence[Span], numbers: Mapping[str, int]
) -> tuple[ParagraphView, ...]:
    """Show the paragraphs at `spans`, each with what begins in it."""
    timexes = _by_paragraph(spans, ((timex.start, timex) for timex in annotations.timexes))
    tellings = _by_paragraph(
        spans, ((told[0].start, told) for told in _tellings(document, annotations.events))
    )
    return tuple(
        ParagraphView(
            start=span.start,
            found=False,
            segments=segments(
                document.text, (*_timex_marks(timexes[index]), *_event_marks(tellings[index])), span
            ),
            notes=tuple(_note(timex, numbers, annotations.before) for timex in timexes[index]),
            events=_triggers(tellings[index]),
        )
        for index, span in enumerate(spans)
    )


def _by_paragraph(spans: Sequence[Span], items: Iterable[tuple[int, Item]]) -> Mapping[int, list[Item]]:
    """Put each item with the last of the paragraphs that starts at or before its offset; -1: none does."""
    starts, end = [span.start for span in spans], max((span.end for span in spans), default=0)
    found: dict[int, list[Item]] = defaultdict(list)
    for offset, item in sorted((pair for pair in items if pair[0] < end), key=lambda pair: pair[0]):
        found[bisect_right(starts, offset) - 1].append(item)
    return found


def _timex_marks(timexes: Iterable[Timex]) -> Iterable[Mark]:
    return (Mark(timex.span, "timex", timex.id) for timex in timexes)


def _event_marks(tellings: Iterable[Telling]) -> Iterable[Mark]:
    return (Mark(trigger, "trigger", event.id) for trigger, event in tellings)


def _tellings(document: Document, events: Iterable[Event]) -> Iterable[Telling]:
    """Every place in `document` that tells of one of `events`."""
    for event in events:
        for evidence in event.evidence:
            if evidence.document_id == document.id:
                yield (evidence.trigger, event)


def _note(timex: Timex, numbers: Mapping[str, int], before: Mapping[Span, Timex] | None) -> NoteView:
    old = None if before is None else before.get(timex.span)
    changed = old is not None and old.value != timex.value
    return NoteView(numbers[timex.id], timex_view(timex), timex_view(old).value if old and changed else "")


def _triggers(tellings: Iterable[Telling]) -> tuple[TriggerView, ...]:
    """The events of a paragraph, each once."""
    shown = {event.id: TriggerView(event.id, title(event), date_view(event.date)) for _, event in tellings}
    return tuple(shown.values())


def _summary(timexes: Sequence[Timex], events: Sequence[Event]) -> str:
    unresolved = sum(1 for timex in timexes if timex.unresolved)
    text = count(len(timexes), "time expression")
    if events:
        text += f", {count(len({event.id for event in events}), 'event')}"
    return f"{text}, {unresolved:,} unresolved" if unresolved else text


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document in the list; `order` sorts by publication date, the latest first."""

    id: str
    title: str
    publisher: str
    url: str
    published: PublishedView | None
    size: str
    events: str
    order: tuple[int, str]


def document_card(document: Document, events: int) -> DocumentCard:
    """Show `document`, of which `events` events are told."""
    day = None if document.published is None else document.published.period.latest
    return DocumentCard(
        id=document.id,
        title=document_title(document),
        publisher=named(document.publisher) if document.publisher else "",
        url=web_address(document.url),
        published=published_view(document.published),
        size=count(len(document.text.split()), "word"),
        events=count(events, "event"),
        order=(-day.toordinal() if day else 0, document.id),
    )
