"""Calendar files and feeds. The one place that imports the icalendar library.

`render` makes the components of one event, `calendar` joins them to a feed. Both are pure: equal events,
revisions and options give equal bytes. What the library (7.3) gets wrong is put right here and said where.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from chronology.exports.context import ExportContext
from chronology.exports.icalendar.alarms import DEFAULT as DEFAULT_REMINDERS
from chronology.exports.icalendar.alarms import Reminder
from chronology.exports.icalendar.alarms import parse as parse_reminders
from chronology.exports.icalendar.calendar import Heading, calendar
from chronology.exports.icalendar.entry import Options, render
from chronology.exports.icalendar.placement import FIRST_YEAR
from chronology.model import EventRevision, Timeline

__all__ = [
    "DEFAULT_REMINDERS",
    "FIRST_YEAR",
    "Heading",
    "Options",
    "Reminder",
    "calendar",
    "parse_reminders",
    "render",
    "write",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def write(timeline: Timeline, context: ExportContext) -> Iterator[bytes]:
    """Yield the dated events as a calendar file, an event at a time.

    Stamps come from the context's revisions; an event without one bears the epoch, never the present.
    """
    options = Options(context.base_url, context.documents, context.as_of)
    known = context.revisions
    entries = (
        render(event, known.get(event.id) or EventRevision(event.id, _EPOCH, _EPOCH), options)
        for event in timeline.events
    )
    return calendar(entries, Heading(context.title))
