"""Dates as a reader sees them: in words, with the precision said, and with a shape for it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from chronology.model import Granularity, Period
from chronology.temporal import words


class Shape(StrEnum):
    """How a precision is drawn; a template turns it into a class or an icon, always beside the words."""

    DAY = "day"
    SPAN = "span"
    INTERVAL = "interval"
    OPEN_START = "open-start"
    OPEN_END = "open-end"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class DateView:
    """A period in words ("February 2021"), what it leaves open ("day not stated"), its EDTF and shape."""

    words: str
    precision: str
    edtf: str
    shape: Shape
    unsure: bool = False

    @property
    def full(self) -> str:
        """Words and precision in one phrase."""
        return f"{self.words}, {self.precision}" if self.precision else self.words


UNDATED = DateView("No date given", "", "", Shape.VAGUE)


def date_view(period: Period | None) -> DateView:
    """Show `period`; None is said to be undated."""
    if period is None:
        return UNDATED
    if period.granularity is Granularity.UNKNOWN:
        return replace(UNDATED, precision=_limits(period), edtf=period.edtf)
    return DateView(
        words=words.describe(period),
        precision=words.precision(period),
        edtf=period.edtf,
        shape=shape(period),
        unsure=period.approximate or period.uncertain,
    )


def _limits(period: Period) -> str:
    """What is known of a vague reference: "not before 11 December 2019"; "" where nothing is."""
    if period.is_day and period.start is not None:
        return f"about {day_words(period.start)}"
    return words.describe(period).removeprefix("at a time not stated").lstrip(", ")


def shape(period: Period | None) -> Shape:
    """Choose the shape that tells the truth about both ends of `period`."""
    if period is None or not period.is_dated:
        return Shape.VAGUE
    if period.start is None:
        return Shape.OPEN_START
    if period.end is None:
        return Shape.OPEN_END
    if period.is_day:
        return Shape.DAY
    return Shape.INTERVAL if period.is_interval else Shape.SPAN


def day_words(day: date) -> str:
    """Write a day as "11 December 2019"."""
    return f"{day.day} {day:%B} {day.year}"


def month_name(month: int) -> str:
    """Name a month (1 to 12) in English."""
    return f"{date(2000, month, 1):%B}"


def count(number: int, one: str, many: str = "") -> str:
    """Write "1 source", "2 sources", "1,000 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
