"""Mechanical corrections of annotations that the TimeML 1.2.1 guideline demands, none specific to a document.

Annotators of the corpora differ in how they write the same thing: "last week" is 2000-WXX in one document
and 2000-W06 in another. Each correction is a small pure function with the clause that it enforces. It looks
at one annotation, its text and the publication date, and returns the annotation as the guideline wants it;
nothing in it looks at what a tagger said.
"""

import calendar
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Gold = dict[str, Any]
Correction = Callable[[Gold, str, date | None], Gold | None]

_PARTS = {"night": "TNI", "tonight": "TNI", "morning": "TMO", "afternoon": "TAF", "evening": "TEV"}
_FOLLOWED = re.compile(r" (night|morning|afternoon|evening)\b")
_WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
MONTHS = tuple(name.lower() for name in calendar.month_abbr[1:])
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_HALF_WEEK = 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"(BC)?\d{2,4}(-|X|$)")
_SETS = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX": "P1Y"}
_DEICTIC = re.compile(r"(?:earlier |later |early |late |sometime |so far )?(?:last|this|next) (year|month)")
_EDGE_OF = re.compile(
    r"(?:around |by )?(?:the )?(?=year|end)(?:end of (?:the |this )?)?(year|month)(?:[ -]end)?"
)
_FINER = re.compile(r"-[\dXQ]")
_LENGTHS = {"year": 4, "month": 7}
_EACH = re.compile(r"\b(daily|weekly|monthly|yearly|annual(ly)?|per \w+|every\s?(day|week|month|year))\b")
_UNIT = {"E": 10, "C": 100, "L": 1000}
_HEDGE = re.compile(
    r"\b(?:about|almost|nearly|roughly|approximately|over|more than|less than|at least|at most|up to) $",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\b(?:early|late) $", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:earlier|later) $", re.IGNORECASE)
_ABBREVIATED = re.compile(r"(\.[a-z]|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))\.$", re.IGNORECASE)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_WANTS_THE = re.compile(r"(past|last|next|coming|early|late|first|second|third|fourth) |\d{3,4}0s")
_NO_AMOUNT = re.compile(r"the |past |last |next |weekend")


def _words(gold: Gold) -> str:
    return str(gold["text"]).lower()


def part_of_day(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A part of a day or a clock time is a TIME, and its extent and value say so (TIMEX3 `type`)."""
    del published
    value = gold["value"] or ""
    word = _words(gold).strip(".,").rsplit(" ", 1)[-1]
    if gold["type"] != "DATE":
        return None
    found = _FOLLOWED.match(text, gold["end"])
    if found and word in _WEEKDAYS and _DAY.fullmatch(value):
        extent = {"end": found.end(), "text": text[gold["start"] : found.end()]}
        return gold | extent | {"type": "TIME", "value": value + _PARTS[found[1]]}
    if word in _PARTS and _DAY.match(value):
        return gold | {"type": "TIME", "value": value[:10] + _PARTS[word]}
    return gold | {"type": "TIME"} if re.search(r"\dT\d", value) else None


def bare_unit(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A year or month has no placeholder for the days that nobody spoke of (ISO 8601, reduced precision)."""
    del text, published
    words, value = _words(gold).strip(".,"), gold["value"] or ""
    if re.fullmatch(r"\d{4}|.*\byears?( ago)?", words) and re.fullmatch(r"\d{4}(-XX)+", value):
        return gold | {"value": value[:4]}
    return (
        gold | {"value": value[:7]} if re.fullmatch(r".*\bmonth", words) and value.endswith("-XX") else None
    )


def own_weekday(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A weekday's value is such a weekday: else the nearest day that is (ISO 8601)."""
    del text, published
    words, value = _words(gold).strip(".,").split(), gold["value"] or ""
    named = next((_WEEKDAYS.index(word) for word in words if word in _WEEKDAYS), None)
    if named is None or not _DAY.match(value):
        return None
    day = date.fromisoformat(value[:10])
    day += timedelta(days=(named - day.weekday() + _HALF_WEEK) % 7 - _HALF_WEEK)
    return gold | {"value": day.isoformat() + value[10:]}


def own_day(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A written month and day are those of the value."""
    del text, published
    found = re.match(r"([a-z]{3})[a-z]*\.? (\d{1,2})\b(?!:)", _words(gold))
    value = gold["value"] or ""
    if not found or found[1] not in MONTHS or not _DAY.match(value):
        return None
    return gold | {"value": f"{value[:4]}-{MONTHS.index(found[1]) + 1:02d}-{int(found[2]):02d}{value[10:]}"}


def own_amount(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A written number of units is that of the value: "six months" is P6M."""
    del text, published
    found = re.fullmatch(r"(\d+|[a-z]+) (year|month|week|day)s", _words(gold))
    if gold["type"] != "DURATION" or not found or not (found[1].isdigit() or found[1] in _NUMBERS):
        return None
    count = int(found[1]) if found[1].isdigit() else _NUMBERS.index(found[1]) + 1
    return gold | {"value": f"P{count}{_LETTERS[found[2]]}"}


def two_digit_week(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A week has two digits (ISO 8601)."""
    del text, published
    value = gold["value"] or ""
    return gold | {"value": value[:-1] + "0" + value[-1]} if re.fullmatch(r"\d{4}-W\d", value) else None


def decade(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A decade is three digits and a century two ("the 1960s" is 196)."""
    del text, published
    said = re.search(r"\d0s\b|centur", _words(gold))
    value = gold["value"] or ""
    return gold | {"value": value.rstrip("X")} if said and re.fullmatch(r"\d{2,3}X+", value) else None


def set_period(gold: Gold, text: str, published: date | None) -> Gold | None:
    """What recurs every day, week, month or year is a SET of that period ("daily" is P1D)."""
    del text, published
    if not _EACH.search(_words(gold)):
        return None
    return gold | {"type": "SET", "value": _SETS.get(gold["value"], gold["value"])}


def deictic_week(gold: Gold, text: str, published: date | None) -> Gold | None:
    """Read "last week", "two weeks ago" as a DATE: the ISO week so far from that of the publication."""
    del text
    named = re.fullmatch(r"(?:earlier |later |late |early )?(last|this|next) week\.?", _words(gold))
    counted = re.fullmatch(r"(?:about |nearly |almost |over )?(\w+) weeks? ago", _words(gold))
    if published is None or not (named or (counted and counted[1] in _NUMBERS)):
        return None
    if named:
        steps = {"last": -1, "this": 0, "next": 1}[named[1]]
    else:
        steps = -1 - _NUMBERS.index(counted[1]) if counted else 0
    iso = (published + timedelta(weeks=steps)).isocalendar()
    return gold | {"type": "DATE", "value": f"{iso.year}-W{iso.week:02d}"}


def named_unit(gold: Gold, text: str, published: date | None) -> Gold | None:
    """Give the value the granularity that the words name: "last year", "year-end" and "the end of the month".

    TIDES 2003: a deictic unit is that unit; the edge of a unit is the unit's value with a `mod`.
    """
    del text, published
    found = _DEICTIC.fullmatch(_words(gold).strip(".,")) or _EDGE_OF.fullmatch(_words(gold).strip(".,"))
    length = _LENGTHS.get(found[1], 0) if found else 0
    value = gold["value"] or ""
    return gold | {"value": value[:length]} if length and _FINER.match(value, length) else None


def own_month(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A written month is that of the value: "July last year"."""
    del text, published
    found = re.fullmatch(r"([a-z]{3})[a-z]* (?:of )?(?:last|this|next) year", _words(gold))
    value = gold["value"] or ""
    if not found or found[1] not in MONTHS or not re.fullmatch(r"\d{4}-\d\d", value):
        return None
    return gold | {"value": f"{value[:4]}-{MONTHS.index(found[1]) + 1:02d}"}


def plain_units(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A duration is counted in units of ISO 8601: ten years, not a decade "E"."""
    del text, published
    found = re.fullmatch(r"P(\d+)D?([ECL])", gold["value"] or "")
    return gold | {"value": f"P{int(found[1]) * _UNIT[found[2]]}Y"} if found else None


def time_units(gold: Gold, text: str, published: date | None) -> Gold | None:
    """Hours, minutes and seconds of a duration follow a T (ISO 8601: "PXM" is months)."""
    del text, published
    found = re.fullmatch(r"P(\d+|X)([HMS])", gold["value"] or "")
    small = re.search(r"\b(hours?|minutes?|seconds?)\b", _words(gold))
    return gold | {"value": f"PT{found[1]}{found[2]}"} if found and small else None


def full_hour(gold: Gold, text: str, published: date | None) -> Gold | None:
    """A clock time has hours and minutes."""
    del text, published
    value = gold["value"] or ""
    said = re.search(r"[ap]\.?m\b", _words(gold))
    return gold | {"value": value + ":00"} if said and re.fullmatch(r".*T\d\d", value) else None


def calendar_is_date(gold: Gold, text: str, published: date | None) -> Gold | None:
    """What has a place in the calendar is a DATE, no DURATION, and no TIME where no time of day is said."""
    del text, published
    value = gold["value"] or ""
    placed = _CALENDAR.match(value) and "T" not in value
    return gold | {"type": "DATE"} if gold["type"] in {"DURATION", "TIME"} and placed else None


def ago_is_date(gold: Gold, text: str, published: date | None) -> Gold | None:
    """Read "two years ago" as a DATE that lies so far before the publication, as fine as its unit."""
    del text
    value = gold["value"] or ""
    if re.fullmatch(r"(years|months|weeks|days) ago", _words(gold)) and value.startswith("PX"):
        return gold | {"type": "DATE", "value": "PAST_REF"}
    found = re.fullmatch(r"P(\d+)Y", value)
    if published is None or not found or gold["type"] != "DURATION" or not _words(gold).endswith(" ago"):
        return None
    return gold | {"type": "DATE", "value": f"{published.year - int(found[1]):04d}"}


def trimmed(gold: Gold, text: str, published: date | None) -> Gold | None:
    """The extent holds no punctuation that ends a sentence or clause."""
    del published
    end = gold["end"]
    while text[end - 1] in ",;:" or (text[end - 1] == "." and not _ABBREVIATED.search(text, 0, end)):
        end -= 1
    return gold | {"end": end, "text": text[gold["start"] : end]} if end != gold["end"] else None


def premodifiers(gold: Gold, text: str, published: date | None) -> Gold | None:
    """The extent begins with the determiner and modifiers of its head ("the early 1990s", "about a year")."""
    del published
    start = gold["start"]
    for pattern in _before(gold, text[start : gold["end"]].lower()):
        found = pattern.search(text, max(0, start - 20), start)
        if found and (pattern is not _THE or _WANTS_THE.match(text[start : gold["end"]].lower())):
            start = found.start()
    return gold | {"start": start, "text": text[start : gold["end"]]} if start != gold["start"] else None


def _before(gold: Gold, words: str) -> tuple[re.Pattern[str], ...]:
    """Return what may stand before the head, nearest first."""
    if gold["type"] == "DURATION":
        return (_THE,) if _NO_AMOUNT.match(words) else (_HEDGE, _THE)
    return (_WITHIN if words.startswith("this ") else _EDGE), _THE


CORRECTIONS: tuple[Correction, ...] = (
    part_of_day,
    bare_unit,
    own_weekday,
    own_day,
    own_amount,
    two_digit_week,
    decade,
    set_period,
    deictic_week,
    named_unit,
    own_month,
    plain_units,
    time_units,
    full_hour,
    calendar_is_date,
    ago_is_date,
    trimmed,
    premodifiers,
)


def corrected(
    document: dict[str, Any], counts: Counter[str], corrections: tuple[Correction, ...] = CORRECTIONS
) -> dict[str, Any]:
    """Return the document with its annotations corrected; count the corrections by name."""
    published = _day(document["dct"])
    return document | {
        "timexes": [
            _correct(gold, document["text"], published, counts, corrections) for gold in document["timexes"]
        ]
    }


def _day(dct: str | None) -> date | None:
    return date.fromisoformat(dct[:10]) if dct and _DAY.match(dct) else None


def _correct(
    gold: Gold,
    text: str,
    published: date | None,
    counts: Counter[str],
    corrections: tuple[Correction, ...],
) -> Gold:
    for correction in corrections:
        changed = correction(gold, text, published)
        if changed is not None and changed != gold:
            counts[correction.__name__] += 1
            gold = changed
    return gold
