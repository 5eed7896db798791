"""Entries under the year and the month in which they lie, each heading with a permalink."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from chronology.model import Event, Period
from chronology.temporal import words
from web.presenters.dates import month_name
from web.presenters.entries import EntryView

Pair = tuple[Event, EntryView]
NO_MONTH = (0, "Month not stated")


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """A month's entries; `label` names the month, or says that none is stated."""

    anchor: str
    label: str
    entries: tuple[EntryView, ...]

    @property
    def is_stated(self) -> bool:
        """Whether a month is known; where none is, every date of the group says so itself."""
        return self.label != NO_MONTH[1]


@dataclass(frozen=True, slots=True)
class YearGroup:
    """A year's months, or a longer stretch ("1990s") for which the text gives no year."""

    anchor: str
    label: str
    size: int
    months: tuple[MonthGroup, ...]


def by_year_and_month(pairs: Iterable[Pair]) -> tuple[YearGroup, ...]:
    """Group dated events, which come in date order, keeping that order within a month."""
    years = groupby(sorted(pairs, key=_year_order), key=lambda pair: year_label(pair[0].date))
    return tuple(_year(label, list(group)) for label, group in years)


def year_label(period: Period | None) -> str:
    """Name the year that `period` lies in or starts in, or the longer stretch that was stated."""
    if period is None:
        return ""
    first, last = period.start or period.latest, period.latest or period.start
    if first is None or last is None:
        return words.describe(period)
    one_year = first.year == last.year or period.is_interval
    return str(first.year) if one_year else words.describe(period)


def year_anchor(label: str) -> str:
    """The id of the heading that says `label`."""
    return "y-" + "".join(letter if letter.isalnum() else "-" for letter in label)


def month_of(period: Period | None) -> tuple[int, str]:
    """Number and name of the month that `period` lies in or starts in; NO_MONTH where it is not known."""
    if period is None or period.start is None:
        return NO_MONTH
    last = period.latest
    same = last is not None and (last.year, last.month) == (period.start.year, period.start.month)
    if same or (_starts_in_a_month(period) and (period.is_interval or last is None)):
        return (period.start.month, month_name(period.start.month))
    return NO_MONTH


def _starts_in_a_month(period: Period) -> bool:
    """Whether the first end was stated to the month at least ("2016-10/2017"), and not to the year."""
    first = period.edtf.strip("[]{}").replace("..", "/").split("/")[0]
    return len(first.strip("~?%")) >= len("2016-10")


def _year(label: str, pairs: Sequence[Pair]) -> YearGroup:
    ordered = sorted(pairs, key=lambda pair: month_of(pair[0].date)[0])
    months = groupby(ordered, key=lambda pair: month_of(pair[0].date))
    anchor = year_anchor(label)
    return YearGroup(
        anchor=anchor,
        label=label,
        size=len(pairs),
        months=tuple(
            MonthGroup(f"{anchor}-{number:02}", name, tuple(shown for _, shown in group))
            for (number, name), group in months
        ),
    )


def _year_order(pair: Pair) -> tuple[int, bool, str]:
    """Years in order; a longer stretch stands before the year it starts in."""
    period = pair[0].date
    label = year_label(period)
    first = None if period is None else period.start or period.latest
    year = first.year if first else 0
    return (year, label == str(year), label)
