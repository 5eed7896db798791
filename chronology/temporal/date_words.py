"""One EDTF date (no interval, no set, no qualifiers) in English, whole or with unspecified digits."""

import re
from datetime import date

from chronology.model import Period

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = ("spring", "summer", "autumn", "winter")
_HEMISPHERES = ("", " (northern)", " (southern)")
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS = ((33, 36, "quarter"), (37, 39, "third"), (40, 41, "half"))
_LAST_MONTH, _LAST_SEASON = 12, 32
_CROSSING_NEW_YEAR = frozenset({24, 28, 30})
_DATE = re.compile(r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?\Z", re.ASCII)
_LONG_YEAR = re.compile(r"Y(?P<sign>-?)(?P<digits>\d{1,40})\Z", re.ASCII)


def date_words(edtf: str, period: Period) -> str:
    """Return the words for `edtf`, whose bounds `period` gives: "10 December 2019", "300 BC", "the 1990s"."""
    parts = _DATE.match(edtf.partition("T")[0])
    if parts is None:
        return _long_year(edtf, period)
    year, month, day = parts["year"], parts["month"], parts["day"]
    if "X" in edtf:
        return _unspecified(year, month, day, period)
    if month is None:
        return year_words(int(year))
    if int(month) > _LAST_MONTH:
        return _part_of_year(int(month), int(year))
    return _day_of_month(int(month), day) + f" {year_words(int(year))}"


def day_words(when: date) -> str:
    """Return "10 December 2019"."""
    return f"{when.day} {MONTHS[when.month - 1]} {year_words(when.year)}"


def year_words(number: int) -> str:
    """Return an astronomical year as people write it: 2019, AD 45 (a bare 45 is no year), 300 BC for -299."""
    if number < 1:
        return f"{1 - number} BC"
    return f"{number}" if number >= 1000 else f"AD {number}"  # noqa: PLR2004 - four digits


def _day_of_month(month: int, day: str | None) -> str:
    return f"{int(day)} {MONTHS[month - 1]}" if day else MONTHS[month - 1]


def _long_year(edtf: str, period: Period) -> str:
    if simple := _LONG_YEAR.match(edtf):
        digits = int(simple["digits"])
        return f"the year {digits + 1:,} BC" if simple["sign"] else f"the year {digits:,}"
    stated, mark, _ = edtf.partition("S")
    if mark and period.earliest is not None and period.latest is not None:
        return f"about {year_words(int(stated))} ({period.earliest.year} to {period.latest.year})"
    return f"the year {edtf.removeprefix('Y')}"


def _season_year(code: int, year: int) -> str:
    """Return "2019", or "2019/20" for a season that crosses the new year."""
    crossing = code in _CROSSING_NEW_YEAR and year > 0
    return f"{year_words(year)}/{(year + 1) % 100:02d}" if crossing else year_words(year)


def _part_of_year(code: int, year: int | None) -> str:
    """Name an EDTF sub-year grouping (see temporal.calendar.GROUPINGS), of a year if one is given."""
    if code <= _LAST_SEASON:
        when = "" if year is None else f" {_season_year(code, year)}"
        return f"{_SEASONS[(code - 21) % 4]}{when}{_HEMISPHERES[(code - 21) // 4]}"
    first, name = next((first, name) for first, last, name in _PARTS if code <= last)
    return f"the {_ORDINALS[code - first]} {name}" + ("" if year is None else f" of {year_words(year)}")


# ----- unspecified digits ---------------------------------------------------------------------------------


def _unspecified(year: str, month: str | None, day: str | None, period: Period) -> str:
    if month is None:
        return _masked_year(year)
    if "X" in year:
        known = _known(month, day)
        where = "" if year == "XXXX" else f" in {_masked_year(year)}"
        return f"{known}{where}, year not stated" if known else f"some time{where}, year not stated"
    return _in_year(year_words(int(year)), month, day, period)


def _in_year(year: str, month: str, day: str | None, period: Period) -> str:
    if month == "XX":
        return f"{_unstated(day)} not stated in {year}"
    if "X" not in month and day == "XX":
        return f"a day not stated in {MONTHS[int(month) - 1]} {year}"
    if period.earliest is None or period.latest is None:
        return f"some time in {year}"
    return f"some day from {day_words(period.earliest)} to {day_words(period.latest)}"


def _unstated(day: str | None) -> str:
    """Say which part of the year is open: the month, the day, or the month of a known day."""
    if day is None:
        return "a month"
    return "a day" if "X" in day else f"the {ordinal(int(day))} of a month"


def _known(month: str, day: str | None) -> str:
    """Return what is known of a day of an unknown year: "10 December", "December", "spring", or nothing."""
    if "X" in month:
        return ""
    if int(month) > _LAST_MONTH:
        return _part_of_year(int(month), None)
    return _day_of_month(int(month), None if day is None or "X" in day else day)


def _masked_year(text: str) -> str:
    digits = text.lstrip("-").rstrip("X")
    era = " BC" if text[0] == "-" else ""
    if "X" in digits:
        bounds = sorted(int(text.replace("X", digit)) for digit in "09")
        return f"a year from {year_words(bounds[0])} to {year_words(bounds[1])}"
    match len(digits):
        case 3:
            return f"the {int(digits) * 10}s{era}"
        case 2:
            return f"the {ordinal(int(digits) + 1)} century{era}"
        case 1:
            return f"the {ordinal(int(digits) + 1)} millennium{era}"
        case _:
            return "a year not stated"


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th, 21st."""
    if 10 <= number % 100 <= 20:  # noqa: PLR2004 - eleventh, twelfth, thirteenth
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
