"""A stretch of days, with how sure we are of its ends."""

from dataclasses import dataclass
from datetime import date, timedelta

from chronology.model.granularity import Granularity
from chronology.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Period:
    """Days [start, end), end exclusive; None where an end is open or unknown.

    `edtf` is the canonical writing (ISO 8601-2:2019 Annex A) from which the rest follows; periods are
    made by `chronology.temporal`, so that the two always agree. An EDTF interval (`2016-10/2017-01`)
    lasted throughout; any other value says that something lies *somewhere within* the bounds.
    Granularity UNKNOWN marks a vague reference ("the near future"): bounded, perhaps, but undated.
    Days outside the years 1 to 9999 are beyond `datetime.date`: such an end is None and `edtf` tells.
    """

    start: date | None
    end: date | None
    granularity: Granularity
    edtf: str
    approximate: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> date | None:
        """First day (inclusive), or None where open."""
        return self.start

    @property
    def latest(self) -> date | None:
        """Last day (inclusive), or None where open."""
        return None if self.end is None or self.end == date.min else self.end - timedelta(days=1)

    @property
    def is_interval(self) -> bool:
        """Whether the period lasted from start to end, rather than lying somewhere within."""
        return "/" in self.edtf

    @property
    def is_dated(self) -> bool:
        """Whether the period can be put on a timeline: not vague, and closed at one end at least."""
        return self.granularity is not Granularity.UNKNOWN and not (self.start is None and self.end is None)

    @property
    def is_day(self) -> bool:
        """Whether the period is exactly one day."""
        return self.start is not None and self.start == self.latest

    def overlaps(self, other: "Period") -> bool:
        """Tell whether some day lies in both; an open end reaches without limit."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def contains(self, day: date) -> bool:
        """Tell whether `day` lies within the bounds."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    @property
    def sort_key(self) -> tuple[date, date]:
        """Order by earliest day, then latest; with an open start by the latest day; before year 1 first."""
        before_year_1 = date.min if self.end == date.min else None
        first = self.start or before_year_1 or self.latest or date.max
        return (first, self.latest or before_year_1 or date.max)


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end
