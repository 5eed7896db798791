"""Calendar files and feeds. The one place that imports the icalendar library.

`render` makes the components of one event, `calendar` joins them to a feed. Both are pure: equal events,
revisions and options give equal bytes. What the library (7.3) gets wrong is put right here and said where.
"""

from chronology.exports.icalendar.alarms import DEFAULT as DEFAULT_REMINDERS
from chronology.exports.icalendar.alarms import Reminder
from chronology.exports.icalendar.alarms import parse as parse_reminders
from chronology.exports.icalendar.calendar import Heading, calendar
from chronology.exports.icalendar.entry import Options, render, uid
from chronology.exports.icalendar.placement import FIRST_YEAR, place

__all__ = [
    "DEFAULT_REMINDERS",
    "FIRST_YEAR",
    "Heading",
    "Options",
    "Reminder",
    "calendar",
    "parse_reminders",
    "place",
    "render",
    "uid",
]
