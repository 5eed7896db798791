"""One event out of the tellings of one happening: best title, finest date, every quotation, every reason."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from chronology.model import Document, Event, Evidence, Granularity, Period, Status
from chronology.model.timex import AnchorKind
from chronology.temporal import periods
from chronology.timeline import lexicon, names
from chronology.timeline.merging import Group
from chronology.timeline.telling import Telling, ordinals

# What the text of any telling makes of the event, strongest first: once reported, it is no longer scheduled.
_STATUS = tuple(Status)
_LONG_TITLE = 90
_IN_PLACE = re.compile(r"\b(?:in|at|to)\b")
# A title says more as it grows up to so many characters; what that is worth beside salience (0 to 1).
_FULL_TITLE = 50
_FULL_TITLE_WORTH = 0.2
_NAMED_WORTH = 0.2
# So many tellings are asked which title they bear out.
_WITNESSES = 12


def fuse(group: Group, documents: Mapping[str, Document]) -> Event:
    """Make the event of a group. Its id is a hash of its earliest evidence."""
    tellings = sorted(group.tellings, key=lambda telling: _published_first(telling, documents))
    best = max(tellings, key=lambda telling: _quality(telling, tellings))
    date, dater = _date(tellings)
    events = [telling.event for telling in tellings]
    places = names.fullest(name for event in events for name in event.places)
    reasons = {telling.key: reason for telling, reason in zip(group.tellings, group.reasons, strict=True)}
    return replace(
        best.event,
        id=event_id(min(telling.key for telling in tellings)),
        kind=_kind(best, tellings),
        status=min((event.status for event in events), key=_STATUS.index),
        date=date,
        evidence=tuple(_explained(telling, reasons[telling.key]) for telling in tellings),
        participants=names.fullest(name for event in events for name in event.participants),
        title=_placed(best.event, places),
        places=places,
        instruments=names.fullest(name for event in events for name in event.instruments),
        deadline=next((event.deadline for event in events if event.deadline), None),
        attribution=best.event.attribution or next((e.attribution for e in events if e.attribution), None),
        why_date=_why(tellings, dater, documents),
        salience=max(event.salience for event in events),
        first_reported=_first_reported(tellings, documents),
        merge_reasons=tuple(dict.fromkeys(filter(None, reasons.values()))),
    )


def fuse_all(groups: Iterable[Group], documents: Mapping[str, Document]) -> list[Event]:
    """Make the events of all groups; a count tells ids of one evidence apart."""
    seen: dict[str, int] = {}
    events = []
    for group in groups:
        event = fuse(group, documents)
        count = seen[event.id] = seen.get(event.id, 0) + 1
        key = min(telling.key for telling in group.tellings)
        events.append(event if count == 1 else replace(event, id=event_id(key, str(count))))
    return events


def event_id(key: tuple[str, int, int], role: str = "") -> str:
    """The id of the event whose earliest evidence is `key`; `role` tells derived events apart."""
    return "e" + sha256("\x1f".join(map(str, (*key, role))).encode()).hexdigest()[:12]


def source_name(document_id: str, documents: Mapping[str, Document]) -> str:
    """How to name a document to a reader: its title, else its publisher, else its id."""
    document = documents.get(document_id)
    return (document.title or document.publisher or document.id) if document else document_id


# ----- the date -------------------------------------------------------------------------------------------


def _date(tellings: Sequence[Telling]) -> tuple[Period | None, Telling | None]:
    """The finest date that the evidence supports, and the telling that gives it."""
    dated = [telling for telling in tellings if telling.event.is_dated]
    if not dated:
        vague = next((telling for telling in tellings if telling.event.date is not None), None)
        return (vague.event.date, vague) if vague else (None, None)
    dater = min(dated, key=_coarseness)
    date = dater.event.date
    for telling in dated:
        if _is_reckoned(dater) or not _is_reckoned(telling):
            date = _narrowed(date, telling.event.date)
    return date, dater


def _narrowed(date: Period | None, other: Period | None) -> Period | None:
    """Cut `date` down to what `other` also allows; what lasted is never cut."""
    if date is None or other is None or date.is_interval or other.is_interval or date.is_day:
        return date
    return periods.intersect(date, other) or date


def _coarseness(telling: Telling) -> tuple[int, int, bool, bool, tuple[str, int, int]]:
    date = telling.event.date
    if date is None:
        return (0, 0, True, True, telling.key)
    first, last = ordinals(date)
    doubtful = date.approximate or date.uncertain
    return (last - first, -date.granularity.rank, doubtful, _is_reckoned(telling), telling.key)


def _is_reckoned(telling: Telling) -> bool:
    """Whether its date was counted from another: too soft a bound to cut down a date that is said in full."""
    timex = telling.evidence.timex
    return timex is None or timex.period is None or timex.anchor.kind is not AnchorKind.NONE


# ----- the words ------------------------------------------------------------------------------------------


def _quality(
    telling: Telling, all_: Sequence[Telling]
) -> tuple[float, bool, int, int, bool, tuple[int, ...]]:
    """A title that others bear out, that says much, is not long, and is dated; ties go to the earliest."""
    event = telling.event
    people = sum(
        len(names.shared(event.participants, other.event.participants)) for other in all_[:_WITNESSES]
    )
    places = sum(len(names.shared(event.places, other.event.places)) for other in all_[:_WITNESSES])
    named = len(event.participants) + len(event.places) + len(event.instruments)
    backwards = tuple(-number for number in telling.key[1:])
    named_by = any(set(names.tokens(name)) <= set(names.tokens(event.title)) for name in event.instruments)
    says = min(len(event.title), _FULL_TITLE) / _FULL_TITLE
    return (
        round(event.salience + _FULL_TITLE_WORTH * says + _NAMED_WORTH * named_by, 2),
        len(event.title) <= _LONG_TITLE,
        people + places,
        min(named, 4),
        event.is_dated,
        backwards,
    )


def _placed(event: Event, places: Sequence[str]) -> str:
    """The title of an encounter, with the one place that is known of it where it names none."""
    encounter = lexicon.family(event.kind) in lexicon.words("parts", "of")
    if not encounter or len(places) != 1 or _IN_PLACE.search(event.title):
        return event.title
    if set(names.tokens(places[0])) <= set(names.tokens(event.title)):
        return event.title
    placed = f"{event.title} in {places[0]}"
    return placed if len(placed) <= _LONG_TITLE else event.title


def _kind(best: Telling, tellings: Sequence[Telling]) -> str:
    """The kind of the best telling; where that says nothing, the first that says something."""
    generic = lexicon.words("generic", "kinds")
    told = (telling.event.kind for telling in (best, *tellings))
    return next((kind for kind in told if kind not in generic), best.event.kind)


def _explained(telling: Telling, reason: str) -> Evidence:
    """The telling's evidence, saying how it was dated or, undated, why it belongs."""
    evidence, event = telling.evidence, telling.event
    if not event.is_dated and reason:
        return replace(
            evidence, why=f"Gives no date of its own; taken for the same happening because {reason}."
        )
    because = evidence.timex.because if evidence.timex is not None else ""
    return replace(evidence, why=evidence.why or because or event.why_date)


def _why(tellings: Sequence[Telling], dater: Telling | None, documents: Mapping[str, Document]) -> str:
    """How each source reached the date, the one that gives it first; each route once."""
    if dater is None:
        return "No source gives a date."
    dated = [dater] + [item for item in tellings if item.event.is_dated and item is not dater]
    routes = dict.fromkeys(_route(telling, documents) for telling in dated)
    told = "; ".join(routes)
    undated = sum(not telling.event.is_dated for telling in tellings if telling is not dater)
    if undated and dater.event.is_dated:
        noun = "telling gives" if undated == 1 else "tellings give"
        told += f"; {undated} more {noun} no date of {'its' if undated == 1 else 'their'} own"
    return told + "."


def _route(telling: Telling, documents: Mapping[str, Document]) -> str:
    source = source_name(telling.document_id, documents)
    timex, why = telling.evidence.timex, telling.event.why_date
    counted = (
        timex is not None and timex.period is None and telling.event.is_dated
    )  # a length of time, added up
    because = (timex.because if timex and not counted else "") or why or "the text orders it so"
    said = f"“{timex.text}”: " if timex and timex.text not in because else ""
    return f"{source}: {said}{because.rstrip(' .')}{_from_there(telling, because)}"


def _from_there(telling: Telling, because: str) -> str:
    """What the sentence makes of the time it states, where that is not the event's date: "since", "to"."""
    timex, date, why = telling.evidence.timex, telling.event.date, telling.event.why_date
    if timex is None or timex.period is None or date is None or date.edtf == timex.edtf or why in because:
        return ""
    return f". {why.partition(';')[0].rstrip(' .')}"


# ----- publication ----------------------------------------------------------------------------------------


def _published_first(
    telling: Telling, documents: Mapping[str, Document]
) -> tuple[tuple[int, int], tuple[str, int, int]]:
    document = documents.get(telling.document_id)
    published = document.published.period if document and document.published else None
    unknown = Period(None, None, Granularity.UNKNOWN, "")
    first, last = ordinals(published or unknown)
    return ((first, last) if published else (last, last), telling.key)


def _first_reported(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Period | None:
    found = (documents.get(telling.document_id) for telling in tellings)
    known = [document.published.period for document in found if document and document.published]
    return min(known, key=lambda period: (period.sort_key, period.edtf), default=None)
