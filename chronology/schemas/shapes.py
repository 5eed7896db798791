"""Values of the model as plain JSON values (dict, list, str, number, bool, None), in the contract's shape.

Days are ISO 8601; `earliest` and `latest` are inclusive and null where open; offsets are code points, end
exclusive. Keys of the contract are always there; further keys only where they have something to say.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from chronology.model import (
    Anchor,
    AnchorKind,
    Deadline,
    Document,
    Event,
    Evidence,
    Finding,
    KeyDate,
    Period,
    Timex,
)
from chronology.temporal.words import describe

Json = dict[str, Any]


def timex_json(timex: Timex, *, explained: bool = True) -> Json:
    """Return a timex; with `explained`, also its value in words, its steps and the readings that lost.

    TIMEX3 attributes bear their TIMEX3 names (`mod`, `quant`, `freq`, `anchorTimeID`, `beginPoint`,
    `endPoint`, `functionInDocument`) and stand only where they are set.
    """
    shape = {
        "id": timex.id,
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        **_stated(mod=timex.mod, quant=timex.quant, freq=timex.freq),
        **_bounds(timex.period),
        "anchor": timex.anchor.label,
        "because": timex.because,
        **_stated(
            anchorTimeID=_anchor_id(timex.anchor),
            beginPoint=timex.begin_point,
            endPoint=timex.end_point,
            functionInDocument=timex.function,
            unresolved=timex.unresolved,
            signal=timex.signal,
            confidence=timex.confidence,
            holds_from=_iso(timex.holds_from),
            holds_to=_iso(timex.holds_to),
        ),
    }
    return {**shape, **_explanation(timex)} if explained else shape


def event_json(event: Event, documents: Iterable[Document] | Mapping[str, Document] = ()) -> Json:
    """Return an event; `documents` (any that hold its evidence) lend titles and publication dates."""
    by_id = documents if isinstance(documents, Mapping) else {item.id: item for item in documents}
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind,
        "status": event.status.value,
        "date": date_json(event.date),
        "participants": list(event.participants),
        "places": list(event.places),
        "instruments": list(event.instruments),
        "deadline": event.deadline is not None,
        "evidence": [_evidence_json(item, by_id) for item in event.evidence],
        "first_reported": None if event.first_reported is None else event.first_reported.edtf,
        "findings": list(event.findings),
        "importance": event.importance,
        "because": event.why_date,
        "negated": event.negated,
        **_stated(
            deadline_kind=event.deadline and event.deadline.value,
            attribution=event.attribution
            and {"source": event.attribution.source, "verb": event.attribution.verb},
            part_of=event.part_of,
            superseded_by=event.superseded_by,
            extends=event.extends,
            extended_by=event.extended_by,
            met_by=event.met_by,
            merge_reasons=list(event.merge_reasons) or None,
        ),
    }


def deadline_json(deadline: Deadline, documents: Iterable[Document] | Mapping[str, Document] = ()) -> Json:
    """Return a deadline: its event, when it is due, and the days left to the first and the last such day."""
    return {
        **event_json(deadline.event, documents),
        "due": {**_bounds(deadline.due), "text": describe(deadline.due)},
        "days_left": {"min": deadline.days_min, "max": deadline.days_max},
        "state": deadline.state.value,
    }


def telling_json(event: Event) -> Json:
    """Return one telling as `chronology events` writes it: `start`, `end` and `text` are its trigger.

    `date` is the value of the expression that dates it, or the EDTF value of its date, or null.
    """
    telling = event.evidence[0]
    return {
        "start": telling.trigger.start,
        "end": telling.trigger.end,
        "text": telling.trigger_text,
        "date": telling.timex.value if telling.timex else _edtf(event.date),
        "title": event.title,
        "kind": event.kind,
        "status": event.status.value,
        "edtf": _edtf(event.date),
        "participants": list(event.participants),
        "places": list(event.places),
        "instruments": list(event.instruments),
        "deadline": event.deadline is not None,
        "because": event.why_date or telling.why,
    }


def document_json(document: Document, *, text: bool = False) -> Json:
    """Return a document: when it was published, how that is known, its length; with `text`, the text."""
    published = document.published
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "source": document.source,
        "published": None if published is None else published.period.edtf,
        "published_basis": None if published is None else published.basis.value,
        "published_because": "" if published is None else published.why,
        "characters": len(document.text),
        **({"text": document.text} if text else {}),
    }


def finding_json(finding: Finding) -> Json:
    """Return a finding with the ids of the events and documents that it is about."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "events": list(finding.events),
        "documents": list(finding.documents),
    }


def key_date_json(key_date: KeyDate) -> Json:
    """Return an important day, how important (higher is more), and its events' ids."""
    return {
        "date": key_date.day.isoformat(),
        "score": round(key_date.score, 4),
        "events": list(key_date.events),
    }


def date_json(period: Period | None) -> Json:
    """Return an event's date; where nothing orders it, all null with the words that say so."""
    if period is None:
        return {
            **_bounds(None),
            "granularity": "unknown",
            "text": "at a time not stated",
        }
    return {
        **_bounds(period),
        "granularity": period.granularity.value,
        "text": describe(period),
    }


def _evidence_json(evidence: Evidence, documents: Mapping[str, Document]) -> Json:
    document = documents.get(evidence.document_id)
    published = document.published if document else None
    return {
        "document": {
            "id": evidence.document_id,
            "title": document.title if document else "",
            "published": None if published is None else published.period.edtf,
            **_stated(
                publisher=document.publisher or None if document else None,
                url=document.url or None if document else None,
            ),
        },
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "expression": None if evidence.timex is None else _expression_json(evidence.timex),
        "trigger": {
            "start": evidence.trigger.start,
            "end": evidence.trigger.end,
            "text": evidence.trigger_text,
        },
        "because": evidence.why,
    }


def _expression_json(timex: Timex) -> Json:
    return {
        "text": timex.text,
        "start": timex.start,
        "end": timex.end,
        "type": timex.type.value,
        "value": timex.value,
        **_stated(mod=timex.mod),
        "edtf": timex.edtf,
        "because": timex.because,
    }


def _anchor_id(anchor: Anchor) -> str | None:
    """Return TIMEX3 anchorTimeID: t0 is the document's creation time (TimeML 1.2.1)."""
    if anchor.kind is AnchorKind.DCT:
        return "t0"
    return anchor.ref if anchor.kind is AnchorKind.TIMEX else None


def _explanation(timex: Timex) -> Json:
    return {
        **_stated(words=timex.period and describe(timex.period)),
        "derivation": [
            {"kind": step.kind.value, "text": step.text, "rule": step.rule} for step in timex.derivation.steps
        ],
        "alternatives": [{"value": item.value, "why": item.why} for item in timex.alternatives],
    }


def _bounds(period: Period | None) -> Json:
    if period is None:
        return {"edtf": None, "earliest": None, "latest": None}
    return {
        "edtf": period.edtf,
        "earliest": _iso(period.earliest),
        "latest": _iso(period.latest),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _edtf(period: Period | None) -> str | None:
    return None if period is None else period.edtf


def _stated(**values: Any) -> Json:
    """Keep what has a value: optional keys are left out, not null."""
    return {name: value for name, value in values.items() if value is not None}
