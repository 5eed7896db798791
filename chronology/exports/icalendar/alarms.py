"""Reminders before a deadline (RFC 5545 section 3.6.6), counted from its earliest day."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final

from icalendar import Alarm, vDuration, vText

from chronology.model import QueryError

_AT: Final = timedelta(hours=9)
_DAYS: Final = re.compile(r"P(?:(\d{1,3})W|(\d{1,4})D)\Z", re.ASCII)
_MOST: Final = 10
_DISPLAY: Final = b"DISPLAY"


@dataclass(frozen=True, slots=True, order=True)
class Reminder:
    """A reminder `days` (1 or more) before the earliest day, at nine in the morning."""

    days: int


DEFAULT: Final = (Reminder(90), Reminder(30), Reminder(7), Reminder(1))


def parse(value: str) -> tuple[Reminder, ...]:
    """Read `P90D,P2W` into reminders, longest first and each once; "" means none.

    Raises:
        QueryError: where a part is not a number of days or weeks, or there are more than ten.
    """
    parts = [part.strip() for part in value.split(",")] if value.strip() else []
    found = sorted({Reminder(_days(part)) for part in parts}, reverse=True)
    if len(found) > _MOST:
        raise QueryError(f"{len(found)} reminders", where="alarms", remedy=f"Give at most {_MOST}.")
    return tuple(found)


def _days(part: str) -> int:
    match = _DAYS.match(part)
    days = int(match[1] or 0) * 7 + int(match[2] or 0) if match else 0
    if not days:
        raise QueryError(
            f"{part[:40]!r} is no reminder",
            where="alarms",
            remedy="Give days or weeks as ISO 8601 durations, such as P30D,P1W.",
        )
    return days


def alarm(reminder: Reminder, summary: str, *, hedge: str) -> Alarm:
    """Make the DISPLAY alarm; its TRIGGER counts from DTSTART, the midnight of the earliest day."""
    days = "1 day" if reminder.days == 1 else f"{reminder.days} days"
    found = Alarm()
    found["ACTION"] = _DISPLAY
    found["DESCRIPTION"] = vText(f"In {days}{hedge}: {summary}")
    found["TRIGGER"] = _trigger(reminder.days)
    return found


@lru_cache(maxsize=64)
def _trigger(days: int) -> bytes:
    value: Any = vDuration(_AT - timedelta(days=days))
    return bytes(value.to_ical())
