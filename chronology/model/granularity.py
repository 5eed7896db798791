"""How fine a date is."""

from enum import StrEnum


class Granularity(StrEnum):
    """The unit in which a period was stated, coarsest first. UNKNOWN: no date could be given."""

    UNKNOWN = "unknown"
    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half-year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART_OF_DAY = "part of day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"

    @property
    def rank(self) -> int:
        """Place in the order from coarse (0, UNKNOWN) to fine."""
        return _RANK[self]

    def finer_than(self, other: "Granularity") -> bool:
        """Tell whether this granularity is strictly finer than `other`."""
        return _RANK[self] > _RANK[other]


_RANK = {granularity: rank for rank, granularity in enumerate(Granularity)}
