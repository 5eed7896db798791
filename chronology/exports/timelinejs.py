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
from chronology.exports.tellings import quotations
from chronology.model import Event, Granularity, Period, Timeline
from chronology.temporal.words import describe

_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?[~?%]?\Z", re.ASCII)
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
    left, right = _ends(period)
    if first is None or last is None:
        return {"start_date": left or right}
    return {"start_date": left} | ({} if left == right else {"end_date": right})


def _ends(period: Period) -> tuple[dict[str, int], dict[str, int]]:
    """Return the two ends: of an interval or a set as they are written, else as fine as the period."""
    left, separator, right = period.edtf.strip("[]{}").replace("..", "/", 1).partition("/")
    ends = []
    for edge, text in ((period.earliest, left), (period.latest, right)):
        stated = _PLAIN.match(text) if separator else None
        count = text.count("-") + 1 if stated else _fineness(period.granularity)
        values = () if edge is None else (edge.year, edge.month, edge.day)[:count]
        ends.append(dict(zip(("year", "month", "day"), values, strict=False)))
    return ends[0], ends[1]


def _fineness(granularity: Granularity) -> int:
    """Tell how many of year, month and day a date of this granularity states."""
    if granularity.rank <= Granularity.YEAR.rank:
        return 1
    return 2 if granularity.rank <= Granularity.MONTH.rank else 3


def _paragraphs(event: Event, context: ExportContext) -> Iterator[str]:
    yield f"<p>{escape(event.status.value)}</p>"
    for telling in quotations(event):
        document = context.documents.get(telling.document_id)
        name = document.title or document.id if document else telling.document_id
        cite = f"<cite>{escape(one_line(name))}</cite>"
        yield f"<blockquote>{escape(one_line(telling.quote))}<br>{cite}</blockquote>"
    if event.why_date:
        yield f"<p>{escape(one_line(event.why_date))}</p>"
