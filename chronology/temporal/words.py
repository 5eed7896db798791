"""Periods in English, for titles, pages and calendar entries, no finer than what is known."""

import re
from datetime import date
from functools import lru_cache

from chronology.model import Granularity, Period
from chronology.temporal.date_words import MONTHS, date_words, day_words
from chronology.temporal.edtf import parse

__all__ = ["MONTHS", "describe", "precision"]

_HEDGES = ("about", "perhaps")
_QUALIFIERS = re.compile(r"[~?%]")
_WEEKS = {Granularity.WEEK: 7, Granularity.WEEKEND: 2}
_UNSAID = {
    Granularity.UNKNOWN: "date not stated",
    Granularity.MILLENNIUM: "year not stated",
    Granularity.CENTURY: "year not stated",
    Granularity.DECADE: "year not stated",
    Granularity.YEAR: "month and day not stated",
    Granularity.HALF: "month and day not stated",
    Granularity.SEASON: "month and day not stated",
    Granularity.QUARTER: "month and day not stated",
    Granularity.MONTH: "day not stated",
    Granularity.WEEK: "day not stated",
    Granularity.WEEKEND: "day not stated",
}


@lru_cache(maxsize=8192)
def describe(period: Period) -> str:
    """Return the period in English, such as "February 2021", "about 1990", "some time before July 2018".

    No finer than the period itself, day before month ("10 December 2019"); years before 1 as "300 BC".
    """
    edtf = period.edtf
    if period.granularity is Granularity.UNKNOWN:
        return _vague(period)
    if _is_week(period):
        joiner = "and" if period.granularity is Granularity.WEEKEND else "to"
        return _hedged(f"the {period.granularity} of {_days(period, joiner)}", period)
    if edtf[0] in "[{":
        return _set(edtf)
    if "/" in edtf:
        return _interval(*edtf.split("/"))
    return _hedged(date_words(_QUALIFIERS.sub("", edtf), period), period)


def precision(period: Period) -> str:
    """Return what the date leaves unsaid ("day not stated", "approximate"), or "" for an exact day."""
    parts = ["approximate"] * period.approximate + ["uncertain"] * period.uncertain + [_unsaid(period)]
    return ", ".join(part for part in parts if part)


def _unsaid(period: Period) -> str:
    unit, edtf = period.granularity, period.edtf
    if edtf.startswith("XXXX"):
        return "year not stated"
    if edtf[0] == "[" and not _is_week(period):
        return "exact date not known"
    if unit is Granularity.MONTH and period.is_interval:
        return "days not stated"
    return _UNSAID.get(unit, "")


def _is_week(period: Period) -> bool:
    """Tell whether the period is a whole week or weekend (its EDTF, a set of days, does not)."""
    days = _WEEKS.get(period.granularity)
    if days is None or period.is_interval or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days == days


def _vague(period: Period) -> str:
    first, last = period.earliest, period.latest
    if first is None and last is None:
        return "at a time not stated"
    if last is None:
        return f"at a time not stated, not before {_days(period, '')}"
    if first is None:
        return f"at a time not stated, not after {_days(period, '')}"
    between = "about" if first == last else "between"  # "now" is about the day of writing
    return f"at a time not stated, {between} {_days(period, 'and')}"


def _days(period: Period, joiner: str) -> str:
    """Write the bounds, or the one that there is."""
    stated = [day_words(day) for day in (period.earliest, period.latest) if day is not None]
    return _span(stated[0], stated[-1], joiner)


def _hedged(words: str, period: Period) -> str:
    if period.approximate:
        words = f"about {words}"
    return f"perhaps {words}" if period.uncertain else words


def _interval(first: str, last: str) -> str:
    opening, closing = first in ("", ".."), last in ("", "..")
    if opening and closing:
        return "at a time not stated"
    if opening:
        return f"until {_part(last)}" if first else f"until {_part(last)} (start not known)"
    if closing:
        return f"from {_part(first)} on" if last else f"from {_part(first)} (end not known)"
    return _span(_part(first), _part(last), "to")


def _set(edtf: str) -> str:
    members = edtf[1:-1].split(",")
    if len(members) > 1:
        words = [_member(text) for text in members]
        return ", ".join(words[:-1]) + (" or " if edtf[0] == "[" else " and ") + words[-1]
    first, _, last = members[0].partition("..")
    if edtf[0] == "{":
        return f"all times {_interval(first or '..', last or '..')}"
    if first and last:
        return f"some time between {_span(_part(first), _part(last), 'and')}"
    return _open(members[0])


def _member(text: str) -> str:
    first, dots, last = text.partition("..")
    return _span(_part(first), _part(last), "to") if dots and first and last else _open(text)


def _open(text: str) -> str:
    """Say "some time before July 2018" for `..2018-06`, "December 2020 or later" for `2020-12..`."""
    if text.endswith(".."):
        return f"{_part(text[:-2])} or later"
    if not text.startswith(".."):
        return _part(text)
    found = parse(text[2:])
    following = found.end
    if found.granularity.rank >= Granularity.DAY.rank or following is None or following == date.min:
        return f"{describe(found)} or earlier"
    return f"some time before {_unit(following, found.granularity)}"


def _unit(when: date, granularity: Granularity) -> str:
    if granularity.rank <= Granularity.YEAR.rank and when.month == 1:
        return str(when.year)
    return f"{MONTHS[when.month - 1]} {when.year}"


def _part(edtf: str) -> str:
    return describe(parse(edtf))


def _span(first: str, last: str, joiner: str) -> str:
    """Join two dates, without saying twice what they share: "9 to 11 December 2019"."""
    if first == last:
        return first
    left, right = first.split(" "), last.split(" ")
    if len(left) == len(right) and left[0] not in _HEDGES:
        while len(left) > 1 and left[-1] == right[-1]:
            left.pop()
            right.pop()
    return f"{' '.join(left)} {joiner} {last}"
