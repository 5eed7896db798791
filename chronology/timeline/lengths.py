"""Lengths of time in a quotation, of an extension or a notice: "for five years", "six months' notice"."""

import re
from dataclasses import dataclass
from functools import cache

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.arithmetic import shift
from chronology.timeline import lexicon

_HOURS = 24


@dataclass(frozen=True, slots=True)
class Length:
    """A number of units, as said."""

    count: int
    unit: Granularity
    text: str


def extended_by(quote: str) -> Length | None:
    """The length of an extension: "extended for five years", "a one-year extension"."""
    return _read(_patterns()[0].search(quote) or _patterns()[1].search(quote))


def notice_of(quote: str) -> Length | None:
    """The length of a notice: "gave six months' notice", "six months after it gives notice"."""
    return next((found for found in (_read(item.search(quote)) for item in _patterns()[2:]) if found), None)


def later(period: Period, length: Length) -> Period | None:
    """`period` moved on by `length`, no finer than either was said; None beyond the calendar."""
    first, last = period.earliest, period.latest
    if first is None or last is None:
        return None
    try:
        start = shift(first, length.count, length.unit)
        if period.granularity is Granularity.DAY:
            return periods.day(start)
        if period.edtf == f"{first:%Y-%m}" and length.unit in {Granularity.MONTH, Granularity.YEAR}:
            return periods.month(start.year, start.month)
        if period.edtf == f"{first:%Y}" and length.unit is Granularity.YEAR:
            return periods.year(start.year)
        return periods.within(start, shift(last, length.count, length.unit), Granularity.DAY)
    except DateError:
        return None


def _read(match: re.Match[str] | None) -> Length | None:
    if match is None:
        return None
    number = match["number"].casefold()
    count = int(number) if number.isdecimal() else int(lexicon.table("numbers")[number])
    said = lexicon.table("units")[match["unit"].casefold()]
    unit = Granularity.DAY if said == "hour" else Granularity(said)
    days = -(-count // _HOURS) if said == "hour" else count
    return Length(days, unit, f"{number} {match['unit'].casefold()}{'' if count == 1 else 's'}")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    numbers = "|".join(sorted(lexicon.table("numbers"), key=len, reverse=True))
    units = "|".join(lexicon.table("units"))
    nouns = "|".join(sorted(lexicon.words("extension", "nouns")))
    notices = "|".join(sorted(lexicon.words("notice", "words")))
    length = rf"(?P<number>\d{{1,3}}|{numbers})(?: more| additional| further)?[ -](?P<unit>{units})"
    more = "additional|further|final|last|extra"
    before = "for|by|another|additional|of"
    given = r"[^.;]{0,40}\b(?:gave|given|had|served)\b"  # then the day beside it is that of the end
    forms = "advance|prior|written|formal|period of"
    return (
        re.compile(
            rf"\b(?:{before})(?: another| an?| the)?(?: (?:{more}))? {length}s?\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{length}[ -]?(?:{nouns})\b", re.IGNORECASE),
        re.compile(rf"\b{length}s?['\u2019]?s?(?: (?:{forms}))? (?:{notices})\b", re.IGNORECASE),
        re.compile(
            rf"\b{length}s? (?:after|from|following)\b(?!{given})[^.;]{{0,60}}?\b(?:{notices})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:effect|effective|into force) (?:after|in) {length}s?\b", re.IGNORECASE),
        re.compile(rf"\b{length}s? (?:later|thereafter|after that|hence)\b", re.IGNORECASE),
    )
