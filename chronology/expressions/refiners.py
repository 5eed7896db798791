"""What is done to the list of found expressions: joined, widened, given a mod, or dropped. List to list, in order."""

from collections.abc import Callable
from dataclasses import replace

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Feast, Length, Nth, Origin, Shift, Vague, Within

_SPACES = " "
_DAYLIKE = (Calendar, Shift, Nth, Feast)


def join_clock(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Join a time of day and a day: "2 p.m. Friday", "Monday night", "December 5 at noon"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and _touch(last, draft, tokens):
            merged = _clocked(last, draft) or _clocked(draft, last)
            if merged is not None:
                joined[-1] = Draft(last.first, draft.last, TimexType.TIME, merged, draft.rule)
                continue
        joined.append(draft)
    return joined


def _touch(left: Draft, right: Draft, tokens: Tokens) -> bool:
    between = tokens.pieces[left.last : right.first]
    if len(between) == 1:
        return between[0].strip(" \n,.") == "" and "\n\n" not in between[0]
    return len(between) == 3 and between[1].lower() in {"on", "at", "in", "of"} and between[0].strip(" .,") == ""


def _clocked(time: Draft, day: Draft) -> Calendar | Shift | None:
    if not (isinstance(time.meaning, Calendar) and time.meaning.clock and time.meaning.day is None):
        return None
    if time.meaning.weekday is not None:
        return None
    meaning = day.meaning
    if isinstance(meaning, Calendar) and meaning.granularity is Granularity.DAY and meaning.clock is None:
        return replace(meaning, clock=time.meaning.clock)
    if isinstance(meaning, Shift) and meaning.granularity is Granularity.DAY and meaning.clock is None:
        return replace(meaning, clock=time.meaning.clock)
    return None


def part_of_day(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Widen a day by the part of day after it: "Monday night", "May 5 morning"."""
    for draft in drafts:
        meaning = draft.meaning
        if not isinstance(meaning, Calendar) or meaning.granularity is not Granularity.DAY or meaning.clock:
            continue
        if tokens.pieces[draft.last].isspace() and tokens.is_a(draft.last + 1, "PART"):
            part = tokens.lexicon.values["PART"][tokens.lower(draft.last + 1)]
            draft.meaning = replace(meaning, clock=Clock(part=part))
            draft.type, draft.last = TimexType.TIME, draft.last + 2
    return drafts


def articles(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Take in the "the" before expressions whose rule wants it."""
    for draft in drafts:
        if draft.rule.article and _before(draft, tokens, 1) == "the":
            draft.first -= 2
    return drafts


def _before(draft: Draft, tokens: Tokens, distance: int) -> str:
    index = draft.first - 2 * distance
    if index < 1 or not tokens.pieces[index + 1].replace("-", " ").isspace():
        return ""
    return tokens.lower(index)


_PORTIONS = {"early": "START", "late": "END", "mid": "MID"}
_COARSE = (Calendar, Shift, Nth, Within)


def portions(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "early 2018", "mid-May", "the end of next year", "later this month"."""
    for draft in drafts:
        if draft.type is TimexType.DATE and isinstance(draft.meaning, _COARSE):
            _portion(draft, tokens)
    return drafts


_NOUNS = {
    "beginning": "START", "start": "START", "outset": "START", "middle": "MID", "end": "END", "close": "END",
}  # fmt: skip


def _portion(draft: Draft, tokens: Tokens) -> None:
    word = _before(draft, tokens, 1)
    if word in _PORTIONS:
        draft.mod, draft.first = _PORTIONS[word], draft.first - 2
        if draft.rule.article or True:
            if _before(draft, tokens, 1) == "the":
                draft.first -= 2
    elif word in {"earlier", "later"} and isinstance(draft.meaning, Shift):
        draft.mod, draft.first = "START" if word == "earlier" else "END", draft.first - 2
    elif word in {"of", "in"}:
        noun = _before(draft, tokens, 2)
        if noun in _NOUNS and word == "of":
            draft.mod, draft.first = _NOUNS[noun], draft.first - 4
            if _before(draft, tokens, 1) == "the":
                draft.first -= 2
        elif noun in {"early", "late"}:
            draft.mod, draft.first = _PORTIONS[noun], draft.first - 4


_APPROX = {
    ("about",): "APPROX", ("around",): "APPROX", ("approximately",): "APPROX", ("roughly",): "APPROX",
    ("some",): "APPROX", ("circa",): "APPROX", ("ca",): "APPROX",
    ("nearly",): "EQUAL_OR_LESS", ("almost",): "EQUAL_OR_LESS", ("more", "than"): "MORE_THAN",
    ("over",): "MORE_THAN", ("less", "than"): "LESS_THAN", ("under",): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE", ("at", "most"): "EQUAL_OR_LESS", ("no", "more", "than"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS", ("no", "less", "than"): "EQUAL_OR_MORE", ("a", "little", "over"): "MORE_THAN",
    ("little", "over"): "MORE_THAN", ("just", "over"): "MORE_THAN", ("well", "over"): "MORE_THAN",
    ("little", "more", "than"): "MORE_THAN", ("a", "little", "more", "than"): "MORE_THAN",
    ("just", "under"): "LESS_THAN", ("fewer", "than"): "LESS_THAN",
}  # fmt: skip
_SHIFTED = {"MORE_THAN": ("BEFORE", "AFTER"), "LESS_THAN": ("AFTER", "BEFORE")}


def approximations(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "about", "more than", "nearly", "at least" before an amount or a date as its mod."""
    for draft in drafts:
        if isinstance(draft.meaning, Vague) or draft.mod is not None or draft.type is TimexType.SET:
            continue
        for size in (4, 3, 2, 1):
            words = tuple(_before_any(draft, tokens, distance) for distance in range(size, 0, -1))
            if words in _APPROX and _approximable(draft, words, tokens):
                draft.mod, draft.first = _mod(draft, _APPROX[words]), draft.first - 2 * size
                break
    return drafts


def _before_any(draft: Draft, tokens: Tokens, distance: int) -> str:
    index = draft.first - 2 * distance
    return tokens.lower(index) if index >= 1 and tokens.classes[index + 1] in " ." else ""


def _approximable(draft: Draft, words: tuple[str, ...], tokens: Tokens) -> bool:
    if draft.type is TimexType.DURATION:
        return not (words == ("over",) and tokens.lower(draft.first) in {"the", "last"})
    if isinstance(draft.meaning, Shift):
        return draft.meaning.count not in (0, None) and draft.rule.name in {"ago", "earlier", "later", "from now"}
    return words[0] in {"around", "about", "circa", "ca"} and words != ("about",)


def _mod(draft: Draft, mod: str) -> str:
    if isinstance(draft.meaning, Shift) and mod in _SHIFTED:
        return _SHIFTED[mod][(draft.meaning.count or 0) > 0]
    return mod


_SCHEDULED = {
    "expire", "expires", "expiring", "lapse", "lapses", "lapsing", "end", "ends", "ending", "begin", "begins",
    "beginning", "start", "starts", "starting", "due", "open", "opens", "opening", "mature", "matures", "maturing",
    "retire", "retires", "close", "closes", "resume", "resumes", "return", "returns", "meet", "meets", "leave",
}  # fmt: skip


def future_lengths(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "expires in a little over a year" as a point in the future, not as a length."""
    for draft in drafts:
        meaning = draft.meaning
        if not isinstance(meaning, Length) or len(meaning.parts) != 1 or _before(draft, tokens, 1) != "in":
            continue
        if _before(draft, tokens, 2) not in _SCHEDULED:
            continue
        count, unit = meaning.parts[0]
        draft.meaning = Shift(count, unit, Origin.WRITING, unit, event="future")
        draft.type, draft.first = TimexType.DATE, draft.first - 2
        if draft.mod in _SHIFTED:
            draft.mod = _SHIFTED[draft.mod][1]
    return drafts


REFINERS: tuple[Callable[[list[Draft], Tokens], list[Draft]], ...] = (
    part_of_day,
    join_clock,
    articles,
    portions,
    approximations,
    future_lengths,
)
