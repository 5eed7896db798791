"""All rules, in order; where two match equally many words, the earlier one wins."""

from chronology.expressions.rule import Rule
from chronology.expressions.rules import clock, dates, durations, relative, sets, vague

RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *relative.RULES,
    *durations.RULES,
    *clock.RULES,
    *sets.RULES,
    *vague.RULES,
)
