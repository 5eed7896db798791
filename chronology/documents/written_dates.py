"""A date with its year, as heads of documents write it: the reader of datelines needs no more.

Numbers with slashes are left alone unless only one reading exists: 3/4/2020 is two different days.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, date

from chronology.documents.data import HEADS
from chronology.model import Period
from chronology.temporal import periods

MONTHS: dict[str, int] = HEADS["months"]

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_YEAR = r"(?P<{0}y>[12]\d{{3}})"
_FORMS = (
    r"(?P<iy>[12]\d{3})[-/](?P<im>\d\d)[-/](?P<id>\d\d)",
    rf"(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<dm>{_NAME})\.?,? {_YEAR.format('d')}",
    rf"(?P<mm>{_NAME})\.? (?P<md>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR.format('m')}",
    rf"(?P<om>{_NAME})\.?,? {_YEAR.format('o')}",
    r"(?P<pd>\d{1,2})\.(?P<pm>\d{1,2})\.(?P<py>[12]\d{3})",
    r"(?P<sd>\d{1,2})/(?P<sm>\d{1,2})/(?P<sy>[12]\d{3})",
)
PATTERN = rf"{_WEEKDAY}(?:{'|'.join(_FORMS)})(?!\d)"
"""Source of a regular expression (case-blind, linear) whose match `period_of` understands."""


def period_of(match: re.Match[str]) -> Period | None:
    """Return the day or month that a match of PATTERN names, or None where there is no such day."""
    groups = {name: text for name, text in match.groupdict().items() if text}
    year = int(next(text for name, text in groups.items() if name.endswith("y")))
    month_text = next(text for name, text in groups.items() if name in ("im", "dm", "mm", "om", "pm", "sm"))
    day_text = next((text for name, text in groups.items() if name in ("id", "dd", "md", "pd", "sd")), None)
    month = MONTHS.get(month_text.casefold()) or int(month_text)
    if day_text is None:
        return periods.month(year, month)
    return _slashed(year, month, int(day_text)) if "sd" in groups else _day(year, month, int(day_text))


def _slashed(year: int, one: int, other: int) -> Period | None:
    """Either order, where just one of them is a day of the calendar (or both are the same)."""
    readings = {period for period in (_day(year, one, other), _day(year, other, one)) if period is not None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> Period | None:
    if not (1 <= month <= 12 and 1 <= year <= MAXYEAR and 1 <= day <= monthrange(year, month)[1]):  # noqa: PLR2004 - months
        return None
    return periods.day(date(year, month, day))
