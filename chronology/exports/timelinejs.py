"""TimelineJS3 JSON (timeline.knightlab.com/docs/json-format): slides with dates no finer than ours.

A date there may leave out day and month; `display_date` says ours in words. Its texts are HTML: all of ours
are escaped. Events that give no day, month or year at all cannot be slides; the title slide counts them.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from chronology.exports.cleaning import one_line
from chronology.exports.context import ExportContext
from chronology.exports.json_lines import dumps
from chronology.model import Event, Granularity, Period, Timeline
from chronology.temporal.words import describe

_BEFORE_YEAR_1 = re.compile(r"-?\d{4}(?![\dX])")


def write(timeline: Timeline, context: ExportContext) -> Iterator[str]:
    """Yield the title slide and one slide an event."""
    slides = [slide for event in timeline.events if (slide := _slide(event, context))]
    left_out = len(timeline.events) + len(timeline.undated) - len(slides)
    note = "1 undated event is not shown." if left_out == 1 else f"{left_out} undated events are not shown."
    title = {"text": {"headline": escape(one_line(context.title)), "text": note if left_out else ""}}
    yield f'{{"title": {dumps(title)},\n"events": ['
    for index, slide in enumerate(slides):
        yield ("," if index else "") + "\n" + dumps(slide)
    yield "\n]}\n"


def _slide(event: Event, context: ExportContext) -> dict[str, Any] | None:
    dates = _dates(event.date) if event.date else None
    if dates is None or event.date is None:
        return None
    return {
        "unique_id": event.id,
        **dates,
        "display_date": describe(event.date),
        "group": event.kind,
        "text": {"headline": escape(one_line(event.title)), "text": "".join(_paragraphs(event, context))},
    }


def _dates(period: Period) -> dict[str, Any] | None:
    first, last = period.earliest, period.latest
    if first is None and last is None:
        year = _BEFORE_YEAR_1.match(period.edtf)
        return {"start_date": {"year": int(year[0])}} if year and period.end == date.min else None
    start = first or last
    dates = {"start_date": _parts(start, period.granularity)}
    if first and last and (period.edtf[0] == "[" or period.is_interval or _spans(period.granularity)):
        dates["end_date"] = _parts(last, period.granularity)
    return dates


def _spans(granularity: Granularity) -> bool:
    """Tell whether TimelineJS has no name for this unit, so that its first and last day must stand."""
    return (
        granularity not in (Granularity.YEAR, Granularity.MONTH) and granularity.rank < Granularity.DAY.rank
    )


def _parts(day: date | None, granularity: Granularity) -> dict[str, int]:
    if day is None:
        return {}
    parts = {"year": day.year, "month": day.month, "day": day.day}
    match granularity:
        case Granularity.MILLENNIUM | Granularity.CENTURY | Granularity.DECADE | Granularity.YEAR:
            del parts["month"], parts["day"]
        case Granularity.HALF | Granularity.SEASON | Granularity.QUARTER | Granularity.MONTH:
            del parts["day"]
        case _:
            pass
    return parts


def _paragraphs(event: Event, context: ExportContext) -> Iterator[str]:
    yield f"<p>{escape(event.status.value)}</p>"
    for telling in event.evidence:
        document = context.documents.get(telling.document_id)
        name = document.title or document.id if document else telling.document_id
        cite = f"<cite>{escape(one_line(name))}</cite>"
        yield f"<blockquote>{escape(one_line(telling.quote))}<br>{cite}</blockquote>"
    if event.why_date:
        yield f"<p>{escape(one_line(event.why_date))}</p>"
