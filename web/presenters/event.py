"""One event as a page: a card for each piece of evidence, and what ties them together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

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
    corroboration,
    entry,
    publishers,
    quote,
    sentences,
    source,
    title,
)
from web.presenters.labels import status_view

MOST_REASONS = 420  # characters above the evidence
Then = Mapping[date, Event]  # what an event was as of a day


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
    """What a document said of it, and what all that was published up to then came to ("" if not known).

    `published` is None where that is not known; `said` are the dates that it gives.
    """

    published: DateView | None
    source: SourceView
    said: str
    then: str
    day: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with everything known about it; `why` is what its quotations leave to be said of the date."""

    entry: EntryView
    why: str
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
    then: Then = MappingProxyType({}),
) -> EventView:
    """Show `event` in its `setting`, the events it is `linked` to, and how it was known on earlier days."""
    told = sentences(event.evidence, event.date)
    return EventView(
        entry=entry(event, setting),
        why="" if len(told) == 1 and _is_said(event) else _opening(event.why_date),
        evidence=tuple(
            _evidence(number, sentence, setting.documents) for number, sentence in enumerate(told, start=1)
        ),
        sources=len(publishers(event.evidence, setting.documents)),
        first_reported=None if event.first_reported is None else date_view(event.first_reported),
        known=_known(event, setting.documents, then),
        merge_reasons=event.merge_reasons,
        linked=tuple(linked),
    )


def _is_said(event: Event) -> bool:
    """Whether the quotation's own reason is all that there is to say of the date."""
    return any(
        item.timex is not None and event.why_date.endswith(item.timex.because) for item in event.evidence
    )


def _opening(reasons: str) -> str:
    """The first of the reasons for a date, where they are many: the evidence tells them all."""
    if len(reasons) <= MOST_REASONS:
        return reasons
    end = reasons.rfind("; ", 0, MOST_REASONS)
    return f"{reasons[: end if end > 0 else MOST_REASONS]} …"


def publication_days(event: Event, documents: Documents) -> tuple[date, ...]:
    """The days from which on each document that tells of `event` counts as published, each once, in order."""
    days = {_out_from(name, documents) for name in event.documents}
    return tuple(sorted(day for day in days if day is not None))


def _known(event: Event, documents: Documents, then: Then) -> tuple[KnownView, ...]:
    """What each document says, the earliest first; () where there is but one."""
    ordered = sorted(event.documents, key=lambda name: (_out_from(name, documents) or date.max, name))
    return tuple(_said(name, event, documents, then) for name in ordered) if len(ordered) > 1 else ()


def _out_from(name: str, documents: Documents) -> date | None:
    document = documents.get(name)
    return None if document is None or document.published is None else document.published.period.earliest


def _said(name: str, event: Event, documents: Documents, then: Then) -> KnownView:
    timexes = (item.timex for item in event.evidence if item.document_id == name)
    dates = dict.fromkeys(date_view(timex.period).full for timex in timexes if timex and timex.period)
    view, day = source(name, documents), _out_from(name, documents)
    known = then.get(day) if day else None
    return KnownView(
        view.published,
        view,
        "; ".join(dates),
        _in_words(known, documents) if known else "",
        day.isoformat() if day else "",
    )


def _in_words(event: Event, documents: Documents) -> str:
    """Say what was known: "“Envoys meet”, 10 December 2019, occurred; 2 quotations from 2 sources"."""
    status = status_view(event.status).label.lower()
    told = corroboration(event.evidence, documents)
    told = told[:1].lower() + told[1:]
    return f"“{title(event)}”, {date_view(event.date).full}, {status}; {told}"


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
