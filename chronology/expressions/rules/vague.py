"""References without a date: now, recently, the near future."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.model import TimexType
from chronology.model.meaning import Vague


def _recent(found: Found) -> Read | None:
    return TimexType.DATE, Vague("PAST_REF")


RULES = (
    Rule("recent", "RECENT", _recent, ("a «recent» poll",), ()),
)
