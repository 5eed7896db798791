"""Periods in English, for titles, pages and calendar entries: what is known, at the precision that is known."""

import re
from datetime import date, timedelta
from functools import lru_cache

from chronology.model import DateError, Granularity, Period
from chronology.temporal.edtf import parse

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDINALS = ("first", "second", "third", "fourth")
_HEDGES = ("about", "perhaps")
_SEASONS = ("spring", "summer", "autumn", "winter")
_QUALIFIERS = re.compile(r"[~?%]")
_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?\Z", re.ASCII)
_LONG_YEAR = re.compile(r"Y(?P<sign>-?)(?P<digits>\d+)\Z", re.ASCII)
_DAY = timedelta(days=1)

_PRECISION = {
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
    if period.granularity is Granularity.UNKNOWN:
        return _vague(period)
    if period.granularity in (Granularity.WEEK, Granularity.WEEKEND):
        return _hedged(_week(period), period)
    return _value(period.edtf, period)


def precision(period: Period) -> str:
    """Return what the date leaves unsaid ("day not stated", "approximate"), or "" for an exact day."""
    parts = [
        name for flag, name in ((period.approximate, "approximate"), (period.uncertain, "uncertain")) if flag
    ]
    unsaid = _unsaid(period)
    return ", ".join([*parts, unsaid] if unsaid else parts)


def _unsaid(period: Period) -> str:
    unit, edtf = period.granularity, period.edtf
    if edtf.startswith("XXXX"):
        return "year not stated"
    if edtf[0] == "[" and unit not in (Granularity.WEEK, Granularity.WEEKEND):
        return "exact date not known"
    if unit is Granularity.MONTH and period.is_interval:
        return "days not stated"
    return _PRECISION.get(unit, "")


def _vague(period: Period) -> str:
    match period.earliest, period.latest:
        case None, None:
            return "at a time not stated"
        case first, None if first is not None:
            return f"at a time not stated, not before {_day(first)}"
        case None, last if last is not None:
            return f"at a time not stated, not after {_day(last)}"
        case first, last:
            return (
                f"at a time not stated, between {_span(_day(first), _day(last), 'and')}"
                if first and last
                else ""
            )


def _week(period: Period) -> str:
    if period.earliest is None or period.latest is None:
        return f"the last {period.granularity} of the calendar"
    return f"the {period.granularity} of {_span(_day(period.earliest), _day(period.latest), 'to')}"


def _hedged(words: str, period: Period) -> str:
    if period.approximate:
        words = f"about {words}"
    return f"perhaps {words}" if period.uncertain else words


def _value(edtf: str, period: Period) -> str:
    if edtf[0] in "[{":
        return _set(edtf, period)
    if "/" in edtf:
        return _interval(*edtf.split("/"))
    return _hedged(_plain(_QUALIFIERS.sub("", edtf), period), period)


def _interval(first: str, last: str) -> str:
    opening, closing = first in ("", ".."), last in ("", "..")
    if opening and closing:
        return "at a time not stated"
    if opening:
        return f"until {_part(last)}" if first else f"until {_part(last)} (start not known)"
    if closing:
        return f"from {_part(first)} on" if last else f"from {_part(first)} (end not known)"
    return _span(_part(first), _part(last), "to")


def _set(edtf: str, period: Period) -> str:
    members = edtf[1:-1].split(",")
    if len(members) > 1:
        words = [
            _span(*map(_part, text.split("..")), "to") if ".." in text[1:-2] else _open(text)
            for text in members
        ]
        last = " or " if edtf[0] == "[" else " and "
        return ", ".join(words[:-1]) + last + words[-1]
    first, _, last = members[0].partition("..")
    if edtf[0] == "{":
        return f"all times {_interval(first or '..', last or '..')}"
    if first and last:
        return f"some time between {_span(_part(first), _part(last), 'and')}"
    return _open(members[0])


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


def _plain(edtf: str, period: Period) -> str:
    edtf = edtf.partition("T")[0]
    parts = _DATE.match(edtf)
    if parts is None:
        return _long_year(edtf, period)
    year, month, day = parts["year"], parts["month"], parts["day"]
    if "X" in edtf:
        return _unspecified(year, month, day, period)
    if month is None:
        return _year(year)
    if int(month) > 12:  # noqa: PLR2004 - months
        return _grouping(int(month), int(year), _year(year))
    prefix = "" if day is None else f"{int(day)} "
    return f"{prefix}{MONTHS[int(month) - 1]} {_year(year)}"


def _year(text: str) -> str:
    number = int(text)
    if number > 0:
        return f"{number}" if number > 999 else f"AD {number}"  # noqa: PLR2004 - "in 45" is no year to a reader
    return f"{1 - number} BC"


def _long_year(edtf: str, period: Period) -> str:
    if simple := _LONG_YEAR.match(edtf):
        digits = int(simple["digits"])
        return f"the year {digits + 1:,} BC" if simple["sign"] else f"the year {digits:,}"
    stated, mark, _ = edtf.partition("S")
    if mark and period.earliest is not None and period.latest is not None:
        return f"about {_year(stated)} ({period.earliest.year} to {period.latest.year})"
    return f"the year {edtf.removeprefix('Y')}"


def _grouping(code: int, year: int, words: str) -> str:
    if code <= 32:  # noqa: PLR2004 - see temporal.calendar.GROUPINGS
        where = ("", " (northern)", " (southern)")[(code - 21) // 4]
        crosses = code in (24, 28, 30) and year > 0
        return f"{_SEASONS[(code - 21) % 4]} {words}{f'–{(year + 1) % 100:02d}' if crosses else ''}{where}"
    if code <= 36:  # noqa: PLR2004
        return f"the {_ORDINALS[code - 33]} quarter of {words}"
    if code <= 39:  # noqa: PLR2004
        return f"the {_ORDINALS[code - 37]} third of {words}"
    return f"the {_ORDINALS[code - 40]} half of {words}"


def _unspecified(year: str, month: str | None, day: str | None, period: Period) -> str:
    if month is None:
        return _masked_year(year)
    if year == "XXXX":
        return _without_year(month, day)
    if "X" in year:
        return _within(f"{_masked_year(year)}", month, day)
    if month == "XX":
        which = (
            f"the {_ordinal(int(day))} of a month"
            if day and "X" not in day
            else "a day"
            if day
            else "a month"
        )
        return f"{which} not stated in {_year(year)}"
    if "X" not in month and day == "XX":
        return f"a day not stated in {MONTHS[int(month) - 1]} {_year(year)}"
    if period.earliest is None or period.latest is None:
        return f"some time in {_year(year)}"
    return f"some time between {_span(_day(period.earliest), _day(period.latest), 'and')}"


def _within(years: str, month: str, day: str | None) -> str:
    known = _without_year(month, day).removesuffix(", year not stated") if "X" not in month else ""
    return f"{known} in {years}, year not stated" if known else f"some time in {years}"


def _without_year(month: str, day: str | None) -> str:
    if "X" in month:
        return "at a time not stated"
    if int(month) > 12:  # noqa: PLR2004 - months
        return "a part of a year not stated"
    prefix = f"{int(day)} " if day and "X" not in day else ""
    return f"{prefix}{MONTHS[int(month) - 1]}, year not stated"


def _masked_year(text: str) -> str:
    digits = text.lstrip("-").rstrip("X")
    era = " BC" if text[0] == "-" else ""
    if "X" in digits:
        return f"a year of the form {text}"
    match len(digits):
        case 3:
            return f"the {int(digits) * 10}s{era}"
        case 2:
            return f"the {_ordinal(int(digits) + 1)} century{era}"
        case 1:
            return f"the {_ordinal(int(digits) + 1)} millennium{era}"
        case _:
            return "a year not stated"


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:  # noqa: PLR2004 - eleventh, twelfth, thirteenth
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _day(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {_year(str(when.year))}"


def _span(first: str, last: str, joiner: str) -> str:
    """Join two dates, without saying twice what they share: "9 to 11 December 2019"."""
    left, right = first.split(" "), last.split(" ")
    if first == last:
        return first
    if len(left) == len(right) and left[0] not in _HEDGES:
        while len(left) > 1 and left[-1] == right[-1]:
            left.pop()
            right.pop()
    return f"{' '.join(left)} {joiner} {last}"
