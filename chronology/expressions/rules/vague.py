"""References without a date that want more than a fixed phrase."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.model import TimexType
from chronology.model.meaning import Vague


def _current(found: Found) -> Read | None:
    """Read "the current crisis", not "the current of the river"."""
    if found.gap_after() != " " or found.after_is("after_no_current") or found.before_is("no_current"):
        return None
    return TimexType.DATE, Vague("PRESENT_REF")


RULES = (Rule("current", "current", _current, ("the «current» crisis",), ("the current of the river",)),)
