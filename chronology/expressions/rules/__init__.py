"""All rules, in order; where two match equally many words, the earlier one wins."""

from chronology.expressions.rule import Rule
from chronology.expressions.rules import (
    ages,
    clock,
    dates,
    day_parts,
    durations,
    joined_dates,
    named_days,
    numeric,
    ranges,
    ranks,
    relative,
    reports,
    sets,
    shifts,
    vague,
    year_parts,
    years,
)

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *joined_dates.RULES,
    *years.RULES,
    *ages.RULES,
    *year_parts.RULES,
    *numeric.RULES,
    *ranks.RULES,
    *day_parts.RULES,
    *relative.RULES,
    *shifts.RULES,
    *named_days.RULES,
    *reports.RULES,
    *clock.RULES,
    *sets.RULES,
    *vague.RULES,
    *durations.RULES,
    *ranges.RULES,
)
