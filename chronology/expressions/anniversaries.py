"""The tenth anniversary of something whose day is written: so many years after it."""

from itertools import chain, pairwise

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity
from chronology.model.meaning import Calendar, Meaning, Shift

_APART = 24  # pieces between "anniversary" and the date
_OF_ITSELF = frozenset({"its", "their"})


def anniversaries(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Count "the 75th anniversary of the landings of 6 June 1944" from that day; leave others untold.

    "Its tenth anniversary" counts from the day that its sentence has told before.
    """
    if not any(draft.rule.name == "anniversary" for draft in drafts):
        return drafts
    kept: list[Draft] = []
    for draft, following in pairwise(chain(drafts, (None,))):
        if draft is None or draft.rule.name != "anniversary":
            kept.extend((draft,) if draft else ())
            continue
        base = _base(draft, kept[-1] if kept else None, following, tokens)
        if base is not None and isinstance(draft.meaning, Shift):
            years, unit = draft.meaning.count, draft.meaning.unit
            draft.meaning = Shift(years, unit, draft.meaning.origin, Granularity.DAY, base=base)
            kept.append(draft)
    return kept


def _base(draft: Draft, before: Draft | None, after: Draft | None, tokens: Tokens) -> Meaning | None:
    """Return the day from which an anniversary counts, if the sentence writes it."""
    if tokens.lower(draft.last + 1) == "of":
        return after.meaning if after and _is_near(draft.last, after.first, after, tokens) else None
    own = tokens.lower(draft.first - 2) in _OF_ITSELF
    return before.meaning if own and before and _is_near(before.last, draft.first, before, tokens) else None


def _is_near(end: int, start: int, date: Draft, tokens: Tokens) -> bool:
    """Tell whether a full date stands on the other side of these pieces, in the same sentence."""
    day = date.meaning
    if not isinstance(day, Calendar) or day.granularity is not Granularity.DAY or day.year is None:
        return False
    gaps = "".join(tokens.pieces[end:start:2])
    return start - end <= _APART and not set(gaps) & set(".!?\n")
