"""TIMEX3 values in words: lengths of time, repeated times and clock times."""

import re

from chronology.model import Timex, TimexType
from web.presenters.dates import count, date_view

_LENGTH = re.compile(r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,6})?|X{1,3})(?P<unit>DE|CE|ML|WE|QU|SU|[YMWDHSQ])")
_DATE_UNITS = {
    "Y": "year",
    "M": "month",
    "W": "week",
    "D": "day",
    "Q": "quarter",
    "QU": "quarter",
    "DE": "decade",
    "CE": "century",
    "ML": "millennium",
    "WE": "weekend",
    "SU": "summer",
}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "PM": "afternoon",
    "AM": "morning",
}
_CLOCK = re.compile(r"T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2}))?")
_FREQUENT = re.compile(r"(?P<number>[0-9]{1,6})X")


def value_words(timex: Timex) -> str:
    """Write what `timex` comes to: "February 2021, day not stated", "45 minutes", "every week"."""
    if timex.type is TimexType.DURATION:
        return length_words(timex.value) or timex.value
    if timex.type is TimexType.SET:
        return _set_words(timex)
    if timex.period is None:
        return timex.value
    words = date_view(timex.period).full
    clock = clock_words(timex.value) if timex.type is TimexType.TIME else ""
    return f"{words}, {clock}" if clock else words


def length_words(value: str) -> str:
    """Write an ISO 8601 duration: "P1Y6M" as "1 year 6 months", "PXD" as "some days"; "" where it is none."""
    days, _, clock = value.removeprefix("P").partition("T")
    if not value.startswith("P"):
        return ""
    parts = [_part(found, _DATE_UNITS) for found in _LENGTH.finditer(days)]
    parts += [_part(found, _TIME_UNITS) for found in _LENGTH.finditer(clock)]
    return " ".join(filter(None, parts))


def clock_words(value: str) -> str:
    """Write the time of day in a TIMEX3 value: "17:00", "morning"; "" where there is none."""
    found = _CLOCK.search(value)
    if found is not None:
        return f"{found['hour']}:{found['minute'] or '00'}"
    return _PARTS.get(value.rpartition("T")[2], "") if "T" in value else ""


def _set_words(timex: Timex) -> str:
    length = length_words(timex.value)
    if not length:
        return timex.value
    each = "each " + length.removeprefix("1 ")
    often = _FREQUENT.fullmatch(timex.freq or "")
    return f"{count(int(often['number']), 'time')} {each}" if often else each


def _part(found: re.Match[str], units: dict[str, str]) -> str:
    unit = units.get(found["unit"], "")
    if not unit:
        return ""
    many = _PLURALS.get(unit, unit + "s")
    if found["number"].startswith("X"):
        return f"some {many}"
    return f"{found['number']} {unit if found['number'] == '1' else many}"
