"""Deadlines told as a length of time: "has 60 days to comply", "within two weeks"."""

import re

from chronology.model import DateError, Document, Granularity, Period, Timex, TimexType
from chronology.temporal import periods
from chronology.temporal.arithmetic import shift
from chronology.temporal.words import describe

# What time is given for: "60 days (on Tuesday) to comply".
TO_DO = re.compile(r",?\s*(?:(?:on|from) \w+,?\s)?to\b")
_LENGTH = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])")
_UNITS = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Y": Granularity.YEAR}
# A length counted from something else than publication.
_ELSEWHERE = re.compile(r"\s*(?:of|after|from|following|before|prior|ago|in)\b")
# A length that bounds a deadline from above, rather than telling about when.
_WITHIN = re.compile(r"\b(?:within(?: the next)?|no more than|at most)\s+$", re.IGNORECASE)
_AT_MOST = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
_GAVE = re.compile(r"\b(?:gave|given|granted)\b[^;]{0,60}$", re.IGNORECASE)
_NEAR = 80


def counted(document: Document, timex: Timex, after: str, act: Timex | None) -> tuple[Period | None, str]:
    """When a length of time has run, and why; (None, "") where it bounds nothing.

    It runs from the day of the giving where the sentence dates that (`act`), else from publication.
    """
    length = _LENGTH.fullmatch(timex.value)
    before = document.text[max(0, timex.start - _NEAR) : timex.start]
    bound = TO_DO.match(after) or timex.mod in _AT_MOST or _WITHIN.search(before)
    if length is None or not bound or _ELSEWHERE.match(after):
        return None, ""
    if timex.type not in {TimexType.DURATION, TimexType.SET}:
        return None, ""
    base, name = _base(document, act if _GAVE.search(before) else None)
    if base is None or base.earliest is None or base.latest is None:
        return None, ""
    try:
        last = shift(base.latest, int(length["count"]), _UNITS[length["unit"]])
        due = periods.within(base.earliest, last, Granularity.DAY)
    except DateError:
        return None, ""
    return due, f"“{timex.text}” from {name} ({describe(base)}) run out on {last.isoformat()}."


def _base(document: Document, act: Timex | None) -> tuple[Period | None, str]:
    if act is not None:
        return act.period, f"“{act.text}”"
    return (document.published.period if document.published else None), "publication"
