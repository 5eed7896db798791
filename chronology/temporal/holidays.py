"""Named days: which day "Good Friday" or "Victory Day" was in a year, and by which rule.

The names, and the rules of days that the `holidays` package lacks, are data (`data/holidays.toml`). National
days and moving feasts come from that package, which takes a fifth of a second to load and waits until one is
named. Whose "Independence Day" is meant where no country is said is an assumption of that data: the American.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from chronology.model import Period
from chronology.temporal import periods
from chronology.temporal.date_words import MONTHS, ordinal

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_THE = re.compile(r"\Athe\s+")
_SAINT = re.compile(r"\b(?:saint|st)\b\.?")
_SPACE = re.compile(r"[\s-]+")
_JULIAN_CALENDAR_ENDED = 1583


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day and its rule, in the terms of `data/holidays.toml`; `days` is how many it lasts."""

    name: str
    on: tuple[int, int] | None = None
    nth: tuple[int, int, int] | None = None
    easter: int | None = None
    orthodox: int | None = None
    country: str = ""
    called: str = ""
    plus: int = 0
    weekday_before: int = 0
    since: int = 1
    days: int = 1

    @property
    def why(self) -> str:
        """The rule in words: "9 May", "the 2nd Sunday of May", "a day kept in France"."""
        moved = f"{self.plus} days after " if self.plus > 1 else "the day after " if self.plus else ""
        return moved + (self._stated() or f"a day kept in {_data()['countries'][self.country]}")

    def _stated(self) -> str:
        if self.on:
            return f"{self.on[1]} {MONTHS[self.on[0] - 1]}"
        if self.nth:
            month, weekday, which = self.nth
            rank = "last" if which < 0 else ordinal(which)
            return f"the {rank} {_WEEKDAYS[weekday - 1]} of {MONTHS[month - 1]}"
        if self.easter is not None:
            return _from_easter(self.easter, "Easter Sunday")
        return "" if self.orthodox is None else _from_easter(self.orthodox, "Orthodox Easter Sunday")


def find(name: str) -> Holiday | None:
    """Return the named day, whatever its case, apostrophes, hyphens and "the", or None."""
    return _holidays().get(_key(name))


def names() -> tuple[str, ...]:
    """Return every name that `find` knows, as written in the data, for a lexicon."""
    return tuple(name for entry in _data()["day"] for name in entry["names"])


@lru_cache(maxsize=4096)
def holiday(name: str, year: int) -> date | None:
    """Return the first day of the holiday in `year`; None for an unknown name, and where none is known."""
    found = find(name)
    if found is None or not max(found.since, date.min.year) <= year <= date.max.year:
        return None
    day = _package_day(found.country, found.called, year) if found.country else None
    day = day or _rule_day(found, year)
    if day is None:
        return None
    if found.weekday_before:
        day -= timedelta(days=(day.isoweekday() - found.weekday_before - 1) % 7 + 1)
    return day + timedelta(days=found.plus)


def period(name: str, year: int) -> Period | None:
    """Return the day, or for a feast of several days the interval, of the holiday in `year`, or None."""
    first, found = holiday(name, year), find(name)
    if first is None or found is None:
        return None
    if found.days == 1:
        return periods.day(first)
    return periods.interval(periods.day(first), periods.day(first + timedelta(days=found.days - 1)))


def easter_sunday(year: int, *, orthodox: bool = False) -> date:
    """Return Easter Sunday in the Gregorian calendar, by Meeus' rule; before 1583 both are the Julian one."""
    if orthodox or year < _JULIAN_CALENDAR_ENDED:
        return _julian_easter(year)
    century = year // 100
    golden = year % 19
    correction = (century - (century - 17) // 25) // 3
    epact = (century - century // 4 - correction + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _julian_easter(year: int) -> date:
    golden = year % 19
    moon = (19 * golden + 15) % 30
    weekday = (year + year // 4 + moon) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    day = offset + 28 - 31 * (month // 4)
    gap = year // 100 - year // 400 - 2  # days that the Julian calendar is behind
    return date(year, month, day) + timedelta(days=gap)


def _rule_day(found: Holiday, year: int) -> date | None:
    if found.on:
        return date(year, *found.on)
    if found.nth:
        return _nth_weekday(year, *found.nth)
    if found.easter is not None:
        return easter_sunday(year) + timedelta(days=found.easter)
    if found.orthodox is not None:
        return easter_sunday(year, orthodox=True) + timedelta(days=found.orthodox)
    return None


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


@lru_cache(maxsize=1024)
def _package_day(country: str, called: str, year: int) -> date | None:
    """Return the first day of `year` that the package calls so; observed substitutes do not count."""
    known = import_module("holidays")
    entity = getattr(known, country)
    if not entity.start_year <= year <= entity.end_year:
        return None
    for categories in (("public",), entity.supported_categories):
        calendar = known.country_holidays(
            country, years=year, language="en_US", observed=False, categories=categories
        )
        for day in sorted(calendar):
            if called in {title.partition(" (")[0] for title in calendar[day].split("; ")}:
                return date(day.year, day.month, day.day)
    return None


def _from_easter(days: int, easter: str) -> str:
    if days == 0:
        return easter
    count = "the day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{count} {'before' if days < 0 else 'after'} {easter}"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/holidays.toml").read_text("utf-8"))


@cache
def _holidays() -> dict[str, Holiday]:
    found: dict[str, Holiday] = {}
    for entry in _data()["day"]:
        rule = {key: _value(key, value) for key, value in entry.items() if key != "names"}
        known = Holiday(entry["names"][0], **rule)
        found |= {_key(name): known for name in entry["names"]}
    return found


def _value(key: str, value: Any) -> Any:
    if key == "on":
        month, day = value.split("-")
        return int(month), int(day)
    return tuple(value) if isinstance(value, list) else value


def _key(name: str) -> str:
    plain = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip()
    return _SPACE.sub(" ", _SAINT.sub("st", _THE.sub("", plain)))
