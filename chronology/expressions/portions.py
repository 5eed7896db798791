"""Parts of dates by the words before them: "early 2018", "the end of next year", "later in the week"."""

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Literal, Nth, Shift, Within

_PORTIONED = (Calendar, Shift, Nth, Within, Literal)
_PORTIONED_TYPES = {TimexType.DATE, TimexType.TIME}
_OF_IN = {("of",), ("in",)}
_APOSTROPHES = {" '", " \N{RIGHT SINGLE QUOTATION MARK}", " \N{LEFT SINGLE QUOTATION MARK}"}  # "the '90s"


_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "some", "no", "any"})


def take_article(draft: Draft, tokens: Tokens) -> None:
    """Take in a "the" before the draft."""
    if word_before(draft, tokens) == "the":
        draft.first -= 2


def take_period_article(draft: Draft, tokens: Tokens) -> None:
    """Take in what stands before "28-day period": "a", "the same"."""
    if word_before(draft, tokens) == "same":
        draft.first -= 2
    if word_before(draft, tokens) in {"a", "an", "the"}:
        draft.first -= 2


def word_before(draft: Draft, tokens: Tokens, distance: int = 1) -> str:
    """Return the word before a draft, if only a space or hyphen stands between; "" otherwise."""
    index = draft.first - 2 * distance
    gap = tokens.pieces[index + 1] if index > 0 else ""
    joined = gap == " " or gap.replace("-", " ").isspace() or gap in _APOSTROPHES
    return tokens.pieces[index].lower() if joined else ""


def portions(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "early 2018", "mid-May", "the end of next year", "later this month", "later in the week"."""
    for draft in drafts:
        if draft.type in _PORTIONED_TYPES and isinstance(draft.meaning, _PORTIONED):
            _portion(draft, tokens)
    return drafts


def _portion(draft: Draft, tokens: Tokens) -> None:
    mods = tokens.lexicon.mods
    near = (word_before(draft, tokens),)
    far = (word_before(draft, tokens, 2) if near in _OF_IN else "",)
    if near in mods["part"]:
        joined = tokens.pieces[draft.first - 1] == "-" and tokens.is_a(draft.first, "MONTH")
        draft.mod, draft.first = mods["part"][near], draft.first - 2
        if not (joined and tokens.pieces[draft.last] == " "):  # "the late-May summit": the summit's article
            take_article(draft, tokens)
    elif near == ("end",) and tokens.pieces[draft.first - 1] == "-":
        draft.mod, draft.first = "END", draft.first - 2  # "end-March", "end-2019"
    elif near in mods["moment"] and (isinstance(draft.meaning, Shift) or _is_moment(draft, tokens)):
        draft.mod, draft.first = mods["moment"][near], draft.first - 2
    elif near == ("of",) and far == ("half",) and draft.rule.name != "unit":
        _half(draft, tokens)
    elif near == ("of",) and far == ("part",) and draft.type is TimexType.DATE:
        _part_of(draft, tokens)
    elif near == ("of",) and far in mods["noun"] and draft.type is TimexType.DATE:
        draft.mod, draft.first = mods["noun"][far], draft.first - 4
        take_article(draft, tokens)
    elif near == ("in",) and (far in mods["part"] or (far in mods["moment"] and _is_stretch(draft, tokens))):
        draft.mod, draft.first = mods["part"].get(far) or mods["moment"][far], draft.first - 4


def _part_of(draft: Draft, tokens: Tokens) -> None:
    """Read "the latter part of the year", "the early part of 1950"."""
    which, mods = (word_before(draft, tokens, 3),), tokens.lexicon.mods
    mod = mods["part"].get(which) or mods["half"].get(which)
    if mod is not None:
        draft.mod, draft.first = mod, draft.first - 6
        take_article(draft, tokens)


def _is_moment(draft: Draft, tokens: Tokens) -> bool:
    """Tell "earlier Sunday", "later Friday" from "an earlier Sunday"."""
    apart = tokens.pieces[draft.first - 1] == " "
    return draft.rule.name == "weekday" and apart and word_before(draft, tokens, 2) not in _DETERMINERS


def _is_stretch(draft: Draft, tokens: Tokens) -> bool:
    """Tell "later in the summer", which is the end of it, from "later in 2018"."""
    return tokens.lower(draft.first) == "the"


def _half(draft: Draft, tokens: Tokens) -> None:
    """Read "the second half of October", "the first half of the 1980s"."""
    mod = tokens.lexicon.mods["half"].get((word_before(draft, tokens, 3),))
    if mod is not None:
        year = draft.meaning
        if isinstance(year, Shift) and year.unit is Granularity.YEAR and year.granularity is Granularity.YEAR:
            half = Calendar(Granularity.HALF, number=1 if mod == "START" else 2)
            draft.meaning, draft.first = Within(half, year), draft.first - 6
        else:
            draft.mod, draft.first = mod, draft.first - 6
        take_article(draft, tokens)
