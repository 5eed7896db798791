"""Named days: which of their mentions are dates, and what belongs to them."""

from chronology.expressions.rule import Draft, Rule
from chronology.expressions.tokens import Tokens
from chronology.model import TimexType
from chronology.model.meaning import Feast, Meaning, Nth, Origin

RULE = Rule("named day", "", lambda _: None)
_DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0}


def is_feast(tokens: Tokens, at: int, end: int) -> bool:
    """Tell a day from a name: "at Christmas" and "Christmas Day" are dates, "Christmas trees" are not."""
    if not (tokens.pieces[at][0].isupper() or tokens.pieces[at].isdecimal()):
        return False
    following = tokens.lower(end + 1) if tokens.pieces[end].isspace() else ""
    contexts = tokens.lexicon.contexts
    if following in contexts["feast_noun"]:
        return False
    if tokens.lower(end - 1) in contexts["feast_day"] or tokens.lower(at - 2) in contexts["before_feast"]:
        return True
    return _year(tokens, end) is not None


def feast(tokens: Tokens, at: int, end: int, name: str) -> Draft:
    """Return the named day with its year ("Christmas 2007") or direction ("last Thanksgiving")."""
    year = _year(tokens, end)
    if year is not None:
        return Draft(at, year + 1, TimexType.DATE, Feast(name, int(tokens.pieces[year])), RULE)
    meaning: Meaning = Feast(name)
    before = tokens.lower(at - 2)
    if before in _DIRECTIONS and tokens.pieces[at - 1].isspace():
        meaning = Nth(Feast(name), _DIRECTIONS[before], Origin.WRITING)
        at -= 2
    return Draft(at, end, TimexType.DATE, meaning, RULE)


def _year(tokens: Tokens, end: int) -> int | None:
    """Return the index of a year right after the name, or after "of" or a comma."""
    place = end + 1
    if tokens.lower(place) == "of":
        place += 2
    if tokens.is_a(place, "YEAR") and tokens.pieces[place - 1] in {" ", ", "}:
        return place
    return None
