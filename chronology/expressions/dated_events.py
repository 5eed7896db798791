"""Distances from an event that the text dates: "the vote was held on 3 May … the day before the vote"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Expression, Length, Literal, Origin, Shift

_G = Granularity
_SIGNS = {"before": -1, "after": 1}
_UNITS = frozenset({_G.DAY, _G.WEEK, _G.MONTH, _G.YEAR})
_LONGEST = 5  # words of an event's name: "the first presidential election debate"
_BACK, _AHEAD = 400, 160  # pieces in which an event's date is looked for
_CLAUSE = 12  # pieces of the clause that are quoted as its event
_APART = 16  # pieces between an event and its date
_PREPOSITIONS = frozenset({"on", "in", "at", "of", "for"})
_IT = frozenset({"it", "they"})
_AUXILIARIES = frozenset({"was", "were", "is", "are", "had", "has", "been", "be", "to", "first"})
_LETTERS = 4  # of a verb: "sail"
_SENTENCE_ENDS = frozenset(".!?\n")


def events(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Leave "the day before the vote" to its event, which has no date of its own here."""
    for draft in drafts:
        if isinstance(draft.meaning, Shift) and draft.meaning.base is None and _clause_follows(draft, tokens):
            event = "".join(tokens.pieces[draft.last + 1 : draft.last + _CLAUSE]).split("\n")[0].strip()
            draft.meaning = Literal("XXXX-XX-XX", f"it counts from “{event}”, which is not dated here", event)
    return drafts


def _clause_follows(draft: Draft, tokens: Tokens) -> bool:
    if draft.rule.name not in {"day before", "day after"} or tokens.lower(draft.last - 1) not in _SIGNS:
        return False
    ends = tokens.lexicon.contexts["ends_clause"]
    return tokens.pieces[draft.last] == " " and tokens.lower(draft.last + 1) not in ends


def count_from_events(
    found: Sequence[Expression], drafts: Sequence[Draft], tokens: Tokens
) -> tuple[Expression, ...]:
    """Count "three days after the summit" from the day that the text gives the summit, where it does.

    Where the text dates it twice, or not at all, the expression stays as it is.
    """
    firsts = [draft.first for draft in drafts]
    return tuple(
        _counted(expression, draft, (found, drafts, firsts), tokens)
        for expression, draft in zip(found, drafts, strict=True)
    )


_Dates = tuple[Sequence[Expression], Sequence[Draft], list[int]]


def _counted(expression: Expression, draft: Draft, dates: _Dates, tokens: Tokens) -> Expression:
    distance = _distance(draft, tokens)
    head = None if distance is None else _head(tokens, distance[2])
    if distance is None or head is None:
        return expression
    told = [dates[0][place] for place in _dates(head, dates, tokens)]
    if len({date.meaning for date in told}) != 1:
        return expression
    date, (count, unit, start) = told[0], distance
    event = tokens.text[tokens.start(start) : tokens.ends[head]]
    meaning = Shift(count, unit, Origin.EVENT, unit, base=date.meaning, counted=True, about=event)
    end = tokens.ends[start - 2]
    words = tokens.text[tokens.start(draft.first) : end]
    end += expression.start - tokens.start(draft.first)
    return replace(
        expression, end=end, text=words, type=TimexType.DATE, meaning=meaning, lean=date.lean, cue=date.cue
    )


def _distance(draft: Draft, tokens: Tokens) -> tuple[float, Granularity, int] | None:
    """Return how far an expression lies from its event, and the piece at which the event's name starts."""
    meaning = draft.meaning
    if isinstance(meaning, Literal) and meaning.event:
        return _SIGNS[tokens.lower(draft.last - 1)], _G.DAY, draft.last + 1
    if not isinstance(meaning, Length) or len(meaning.parts) != 1 or draft.type is not TimexType.DURATION:
        return None
    (count, unit), sign = meaning.parts[0], _SIGNS.get(tokens.lower(draft.last + 1))
    plain = tokens.pieces[draft.last] == " " and not meaning.business
    if sign is None or count is None or unit not in _UNITS or not plain:
        return None
    return sign * count, unit, draft.last + 3


def _head(tokens: Tokens, start: int) -> int | None:
    """Return the piece of the noun in "the summit", "the long debate", of the verb in "it was signed"."""
    contexts, head = tokens.lexicon.contexts, None
    if tokens.lower(start) in _IT or tokens.lower(start).endswith("ing"):
        return _verb(tokens, start)
    if tokens.lower(start) not in contexts["definite"] or tokens.pieces[start + 1] != " ":
        return None
    for index in range(start + 2, start + 2 + 2 * _LONGEST, 2):
        word = tokens.lower(index)
        if not word or word in contexts["ends_name"] or word.endswith("ed"):
            break
        head = index
        if tokens.pieces[index + 1] != " ":
            break
    return head


def _verb(tokens: Tokens, start: int) -> int | None:
    """Return the piece of the verb in "it was to expire", "it sailed", "signing"."""
    place = start + 2 if tokens.lower(start) in _IT else start
    while tokens.lower(place) in _AUXILIARIES and place < start + 2 * _LONGEST:
        place += 2
    return place if len(tokens.lower(place)) >= _LETTERS and tokens.lower(place).isalpha() else None


def _stem(word: str) -> str:
    """Make "signing", "signed" and "signs" alike."""
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s", "e") if word.endswith(end)), word)


def _dates(head: int, dates: _Dates, tokens: Tokens) -> list[int]:
    """Return the places of the expressions that date an event of this name near piece `head`."""
    name = _stem(tokens.lower(head))
    span = range(max(head - _BACK, 1), min(head + _AHEAD, len(tokens.pieces)), 2)
    words = ((index, tokens.lower(index)) for index in span)
    named = [index for index, word in words if word.startswith(name) and _stem(word) == name]
    return [place for index in named if (place := _date(index, dates, tokens)) is not None]


def _date(noun: int, dates: _Dates, tokens: Tokens) -> int | None:
    """Return the place of the date in "the vote was held on 3 May", "On 3 May the vote"."""
    _, drafts, firsts = dates
    place = bisect_left(firsts, noun)
    if place < len(drafts) and _is_day(drafts[place]) and _held(noun, drafts[place], tokens):
        return place
    if place and _is_day(drafts[place - 1]) and _opens(drafts[place - 1], noun, tokens):
        return place - 1
    return None


def _is_day(draft: Draft) -> bool:
    meaning = draft.meaning
    return isinstance(meaning, Calendar) and meaning.granularity is _G.DAY and draft.type is TimexType.DATE


def _held(noun: int, date: Draft, tokens: Tokens) -> bool:
    """Tell whether only "was held in Paris on" and the like stands between the noun and the date."""
    between = range(noun + 2, date.first, 2)
    if date.first - noun > _APART or len(between) == 0 or not _gaps(tokens, noun + 1, date.first):
        return False
    if "," in tokens.pieces[noun + 1] and tokens.lower(noun + 2) in _PREPOSITIONS:
        return False  # "before the vote, on 3 May, he left"
    links = tokens.lexicon.contexts["dates_event"]
    return all(tokens.lower(index) in links or tokens.pieces[index][:1].isupper() for index in between)


def _gaps(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether no sentence ends between two pieces."""
    return not any(_SENTENCE_ENDS & set(gap) for gap in tokens.pieces[first:last:2])


def _opens(date: Draft, noun: int, tokens: Tokens) -> bool:
    """Tell whether the date opens the sentence and the noun follows it: "On 3 May, the vote"."""
    before = tokens.pieces[date.first - 3] if tokens.lower(date.first - 2) == "on" else "x"
    between = [tokens.lower(index) for index in range(date.last + 1, noun, 2)]
    opens = not before.strip() or bool(_SENTENCE_ENDS & set(before))
    return opens and len(between) == 1 and between[0] in tokens.lexicon.contexts["definite"]
