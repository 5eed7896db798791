"""One event as a page: a card for each piece of evidence, and what ties them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from chronology.model import Event
from web.presenters.dates import DateView, date_view
from web.presenters.derivations import TimexView, timex_view
from web.presenters.entries import (
    Documents,
    EntryView,
    QuoteView,
    Sentence,
    Setting,
    SourceView,
    entry,
    publishers,
    quote,
    sentences,
    source,
    title,
)


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A card: the quotation, the expressions that date it (none: no date of its own), and why it is here."""

    number: int
    quote: QuoteView
    timexes: tuple[TimexView, ...]
    whys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """Another event that this one belongs to or gave way to."""

    relation: str
    id: str
    title: str
    date: DateView


@dataclass(frozen=True, slots=True)
class KnownView:
    """What a document said of it: when it was published (None: not known), which it is, and the dates."""

    published: DateView | None
    source: SourceView
    said: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with everything known about it."""

    entry: EntryView
    evidence: tuple[EvidenceView, ...]
    sources: int
    first_reported: DateView | None
    known: tuple[KnownView, ...]
    merge_reasons: tuple[str, ...]
    linked: tuple[LinkedEvent, ...]


def event_view(
    event: Event,
    setting: Setting,
    linked: Iterable[LinkedEvent] = (),
) -> EventView:
    """Show `event` in its `setting`, with the events it is `linked` to."""
    return EventView(
        entry=entry(event, setting),
        evidence=tuple(
            _evidence(number, told, setting.documents)
            for number, told in enumerate(sentences(event.evidence, event.date), start=1)
        ),
        sources=len(publishers(event.evidence, setting.documents)),
        first_reported=None if event.first_reported is None else date_view(event.first_reported),
        known=_known(event, setting.documents),
        merge_reasons=event.merge_reasons,
        linked=tuple(linked),
    )


def _known(event: Event, documents: Documents) -> tuple[KnownView, ...]:
    """What each document says, the earliest first; () where there is but one."""
    views = [(_order(name, documents), _said(name, event, documents)) for name in event.documents]
    return tuple(view for _, view in sorted(views, key=itemgetter(0))) if len(views) > 1 else ()


def _order(name: str, documents: Documents) -> tuple[date, str]:
    document = documents.get(name)
    if document is None or document.published is None:
        return (date.max, name)
    return (document.published.period.sort_key[0], name)


def _said(name: str, event: Event, documents: Documents) -> KnownView:
    timexes = (item.timex for item in event.evidence if item.document_id == name)
    dates = dict.fromkeys(date_view(timex.period).full for timex in timexes if timex and timex.period)
    view = source(name, documents)
    return KnownView(view.published, view, "; ".join(dates))


def linked_event(relation: str, event: Event) -> LinkedEvent:
    """Show the event that another one is `relation` ("Part of", "Superseded by")."""
    return LinkedEvent(relation, event.id, title(event), date_view(event.date))


def _evidence(number: int, sentence: Sentence, documents: Documents) -> EvidenceView:
    timexes = {item.timex.id: item.timex for item in sentence if item.timex is not None}
    return EvidenceView(
        number=number,
        quote=quote(sentence, documents),
        timexes=tuple(timex_view(timex) for timex in timexes.values()),
        whys=tuple(dict.fromkeys(item.why for item in sentence if item.why)),
    )
