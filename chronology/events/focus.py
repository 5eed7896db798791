"""A part of the event that a text is about takes its date, as an assumption that is said."""

from collections.abc import Sequence
from dataclasses import replace

from chronology.model import Event, Evidence

_PARTS = frozenset({"press conference", "news conference", "press availability", "briefing", "conference"})
_FOCAL_KINDS = frozenset({"meeting", "visit"})
_HEAD = 3  # tellings among which the focal event must be


def share_date(events: Sequence[Event]) -> tuple[Event, ...]:
    """Date "the joint press conference" by the dated meeting that opens the text; leave all else alone."""
    focal = _focal(events)
    if focal is None:
        return tuple(events)
    return tuple(_taken(event, focal) if _is_part(event) else event for event in events)


def _focal(events: Sequence[Event]) -> Event | None:
    first = next((event for event in events[:_HEAD] if event.kind in _FOCAL_KINDS), None)
    return first if first is not None and first.is_dated else None


def _is_part(event: Event) -> bool:
    definite = event.evidence[0].timex is None and event.date is None
    return definite and event.kind in _FOCAL_KINDS and event.lemma in _PARTS


def _taken(event: Event, focal: Event) -> Event:
    why = f"The text gives it no date of its own; assumed to be part of “{focal.title}”, which it dates."
    evidence: Evidence = replace(event.evidence[0], why=why)
    return replace(event, date=focal.date, why_date=why, evidence=(evidence,), part_of=focal.id)
