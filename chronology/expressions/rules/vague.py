"""References without a date that want more than a fixed phrase."""

from chronology.expressions.rule import Found, Read, Rule
from chronology.model import TimexType
from chronology.model.meaning import Vague


def _current(found: Found) -> Read | None:
    """Read "the current crisis", not "the current of the river"."""
    if found.gap_after() != " " or found.after_is("after_no_current") or found.before_is("no_current"):
        return None
    return TimexType.DATE, Vague("PRESENT_REF")


def _some_day(found: Found) -> Read | None:
    """Read "will one day return"; in "will one day a week" days are counted."""
    ends = found.gap_after() != " " or found.after() in {"after", "before", "later", "of", "at", "a"}
    return (TimexType.DATE, Vague("FUTURE_REF")) if not ends and found.before_is("some_day") else None


def _coming(found: Found) -> Read | None:
    del found
    return TimexType.DATE, Vague("FUTURE_REF")


def _moment(found: Found) -> Read | None:
    del found
    return TimexType.DATE, Vague("PRESENT_REF")


_ADJECTIVES = "(very|crucial|critical|difficult|delicate|decisive|historic|particular|precise)"

RULES = (
    Rule("current", "current", _current, ("the «current» crisis",), ("the current of the river",)),
    Rule("this moment", f"this( {_ADJECTIVES})? moment", _moment, ("at «this crucial moment» he",)),
    Rule("one day", "one day", _some_day, ("he will «one day» return",), ("it took one day to go",)),
    Rule("coming months", "(COMING|future) UNITS", _coming, ("in «coming months»",), article=True),
)
