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
    if len(between) == 7 and between[3] == "time" and between[1][:1].isupper():  # "Baghdad time on"
        return between[5] == "on" and between[0].strip(" .,") == ""
    return (
        len(between) == 3 and between[1].lower() in {"on", "at", "in", "of"} and between[0].strip(" .,") == ""
    )


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
        wants = draft.rule.article or (isinstance(draft.meaning, Length) and _is_spaced(draft, tokens))
        if wants and _before(draft, tokens, 1) == "the" and not _is_adjective(draft, tokens):
            draft.first -= 2
    return drafts


def _is_spaced(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the nine months" from "the 30-day truce" and from "the months"."""
    return draft.last - draft.first > 1 and "-" not in tokens.pieces[draft.first + 1 : draft.last : 2]


def _is_adjective(draft: Draft, tokens: Tokens) -> bool:
    """Tell "the third-quarter loss": hyphenated, it stands for its noun and leaves the article to it."""
    return (
        draft.last - draft.first > 1
        and tokens.pieces[draft.last - 2] == "-"
        and tokens.pieces[draft.last] == " "
    )


def _before(draft: Draft, tokens: Tokens, distance: int) -> str:
    index = draft.first - 2 * distance
    if index < 1 or not tokens.pieces[index + 1].replace("-", " ").isspace():
        return ""
    return tokens.lower(index)


_PORTIONS = {"early": "START", "late": "END", "mid": "MID"}
_ARTICLED = {"the", "a"}
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
    if draft.type is TimexType.DURATION and tokens.lower(draft.first) == "the":
        return words in {("at", "least"), ("over",), ("about",)} and words != ("over",)
    if draft.type is TimexType.DURATION:
        return not (words == ("over",) and tokens.lower(draft.first) in {"the", "last"})
    if isinstance(draft.meaning, Shift):
        return draft.meaning.count not in (0, None) and draft.rule.name in {
            "ago",
            "earlier",
            "later",
            "from now",
        }
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
        draft.meaning = Shift(count, unit, Origin.WRITING, unit)
        draft.type, draft.first = TimexType.DATE, draft.first - 2
        if draft.mod in _SHIFTED:
            draft.mod = _SHIFTED[draft.mod][1]
    return drafts


_WHOLE = {Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.MONTH}
_POSSESSIVE = ("'", "’")


def compose(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Put a part into its whole: "the third quarter of last year", "this year's first quarter", "July last year"."""
    composed: list[Draft] = []
    for draft in drafts:
        last = composed[-1] if composed else None
        if last is not None and not (_absorb(last, draft, tokens) or _possess(last, draft, tokens)):
            composed.append(draft)
        elif last is None:
            composed.append(draft)
    return composed


def _is_part(draft: Draft) -> bool:
    meaning = draft.meaning
    return (
        isinstance(meaning, Calendar)
        and meaning.year is None
        and (meaning.month is not None or meaning.number is not None or meaning.season is not None)
    )


def _is_whole(draft: Draft) -> bool:
    meaning = draft.meaning
    if isinstance(meaning, Shift):
        return meaning.granularity in _WHOLE
    return (
        isinstance(meaning, Calendar) and meaning.year is not None and meaning.granularity is Granularity.YEAR
    )


def _absorb(part: Draft, whole: Draft, tokens: Tokens) -> bool:
    """Join "July" + (of) + "last year"."""
    if not (_is_part(part) and _is_whole(whole)):
        return False
    between = tokens.pieces[part.last : whole.first]
    linked = len(between) == 3 and between[1].lower() == "of" and between[0].isspace()
    if not linked and not (
        len(between) == 1 and between[0] in {" ", ", "} and isinstance(whole.meaning, Shift)
    ):
        return False
    _include(part, whole, part.meaning, whole)
    return True


def _possess(whole: Draft, part: Draft, tokens: Tokens) -> bool:
    """Join "this year" + "'s" + "third quarter"."""
    between = tokens.pieces[whole.last : part.first]
    if not (len(between) == 3 and between[0] in _POSSESSIVE and between[1].lower() == "s"):
        return False
    if not (_is_part(part) and _is_whole(whole)):
        return False
    _include(whole, part, part.meaning, whole)
    return True


def _include(target: Draft, other: Draft, part: object, whole: Draft) -> None:
    assert isinstance(part, Calendar)  # noqa: S101 - both callers have just asked
    target.last = max(target.last, other.last)
    target.meaning = Within(part, whole.meaning)
    target.type = TimexType.DATE


def spread(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give each member of a list or range its own expression: "May 3, 4 and 7", "1957-58", "499 to 493 BC"."""
    listed: list[Draft] = []
    for draft in drafts:
        listed.extend(_members_before(draft, tokens, listed[-1].last if listed else 0))
        listed.append(draft)
        if _open_to_the_right(draft):
            listed.extend(_members_after(draft, tokens))
    return sorted(listed, key=lambda item: item.first)


_LIST_GAPS = {"-", "–", ", ", "/"}
_LIST_WORDS = {"and", "or", "to", "through", "until"}
_MAX_LIST = 12


def _open_to_the_right(draft: Draft) -> bool:
    meaning = draft.meaning
    if not isinstance(meaning, Calendar) or meaning.clock is not None:
        return False
    return draft.rule.name in {"month day", "year"}


def _members_after(draft: Draft, tokens: Tokens) -> list[Draft]:
    meaning, members, at = draft.meaning, [], draft.last
    assert isinstance(meaning, Calendar)  # noqa: S101 - asked by the caller
    for _ in range(_MAX_LIST):
        place = _next_member(tokens, at)
        if place is None:
            break
        made = _member(meaning, tokens, place, members[-1].meaning if members else meaning)
        if made is None:
            break
        last = place + 1
        if tokens.classes[last : last + 1] == "&" and tokens.is_a(last + 1, "SUFFIX"):
            last += 2
        members.append(Draft(place, last, draft.type, made, draft.rule))
        at = last
    return members


def _next_member(tokens: Tokens, at: int) -> int | None:
    """Return the index of a number that continues a list at gap `at`."""
    if at + 1 >= len(tokens.pieces):
        return None
    gap = tokens.pieces[at]
    if gap in _LIST_GAPS and tokens.pieces[at + 1].isdigit():
        return at + 1
    if gap in {" ", ", "} and tokens.lower(at + 1) in _LIST_WORDS and at + 3 < len(tokens.pieces):
        if tokens.pieces[at + 2] == " " and tokens.pieces[at + 3].isdigit():
            return at + 3
    return None


def _member(meaning: Calendar, tokens: Tokens, place: int, previous: object) -> Calendar | None:
    digits = tokens.pieces[place]
    after = tokens.pieces[place + 1] if place + 1 < len(tokens.pieces) else ""
    follows = tokens.lower(place + 2)
    if (after == " " and (tokens.is_a(place + 2, "UNITS") or tokens.is_a(place + 2, "MONTH"))) or after[
        :1
    ] in "%:/°$":
        return None if after[:1] else _numbered(meaning, digits, previous)
    if after[:1] == "." and after == "." and follows.isdigit():
        return None
    if (
        meaning.granularity is Granularity.DAY
        and after == " "
        and tokens.pieces[place - 1] == " "
        and follows[:1].isalpha()
        and _counts(tokens, place)
    ):
        return None
    return _numbered(meaning, digits, previous)


def _counts(tokens: Tokens, place: int) -> bool:
    """Tell "May 3 and 12 soldiers" from "May 3 and 4 in Rome"."""
    return tokens.lower(place + 2) not in {
        "in", "at", "on", "with", "the", "for", "to", "by", "and", "were", "was", "of", "when", "as", "after",
        "would", "will", "from", "between", "near", "during", "respectively", "he", "she", "they", "it",
    }  # fmt: skip


def _numbered(meaning: Calendar, digits: str, previous: object) -> Calendar | None:
    number = int(digits) if len(digits) <= 4 else -1
    if meaning.granularity is Granularity.DAY:
        day = previous.day if isinstance(previous, Calendar) else None
        return (
            replace(meaning, day=number, weekday=None)
            if 1 <= number <= 31 and number > (day or 0) and len(digits) <= 2
            else None
        )
    year = previous.year if isinstance(previous, Calendar) else None
    if year is None:
        return None
    if len(digits) == 2 and number > year % 100:
        return replace(meaning, year=year - year % 100 + number)
    return None


def _members_before(draft: Draft, tokens: Tokens, limit: int) -> list[Draft]:
    """Find the numbers before "7 February" and "493 BC" that share its month or era."""
    meaning = draft.meaning
    if not isinstance(meaning, Calendar) or meaning.clock is not None:
        return []
    if meaning.bc and meaning.granularity is Granularity.YEAR and meaning.month is None:
        return _earlier_numbers(draft, tokens, limit, years=True)
    if (
        meaning.day is not None
        and draft.rule.name.startswith("day month")
        and tokens.pieces[draft.first].isdigit()
    ):
        return _earlier_numbers(draft, tokens, limit, years=False)
    return []


def _earlier_numbers(draft: Draft, tokens: Tokens, limit: int, *, years: bool) -> list[Draft]:
    meaning, members, at = draft.meaning, [], draft.first
    assert isinstance(meaning, Calendar)  # noqa: S101 - asked by the caller
    for _ in range(_MAX_LIST):
        place = _previous_number(tokens, at, limit)
        if place is None:
            break
        number = int(tokens.pieces[place][:5])
        later = int(tokens.pieces[at][:5])
        if years and number > later:
            members.append(Draft(place, place + 1, draft.type, replace(meaning, year=number), draft.rule))
        elif not years and 1 <= number < later:
            members.append(
                Draft(place, place + 1, draft.type, replace(meaning, day=number, weekday=None), draft.rule)
            )
        else:
            break
        at = place
    return members[::-1]


def _previous_number(tokens: Tokens, at: int, limit: int) -> int | None:
    gap = tokens.pieces[at - 1]
    if gap in _LIST_GAPS and at - 2 >= limit and tokens.pieces[at - 2].isdigit():
        return at - 2
    if gap == " " and at - 4 >= limit and tokens.lower(at - 2) in _LIST_WORDS:
        if tokens.pieces[at - 3] in {" ", ", "} and tokens.pieces[at - 4].isdigit():
            return at - 4
    return None


_LINKS = {"and", "or", "to", "until", "through", "till"}


def share_year(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give the first half of a pair the year of the second: "from May to August 1950", "August/September 1956"."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        first, second = left.meaning, right.meaning
        if not (isinstance(first, Calendar) and isinstance(second, Calendar)):
            continue
        if (
            first.year is not None
            or second.year is None
            or not _is_part(left)
            or second.granularity is Granularity.YEAR
        ):
            continue
        if _linked(tokens.pieces[left.last : right.first]) and _in_order(first, second):
            left.meaning = replace(first, year=second.year, bc=second.bc, short=second.short)
    return drafts


def _linked(between: list[str]) -> bool:
    if len(between) == 1:
        return between[0] in {"-", "–", "/", ", ", " - ", " – "}
    return len(between) == 3 and between[1].lower() in _LINKS and between[0] in {" ", ", "}  # noqa: PLR2004


def _in_order(first: Calendar, second: Calendar) -> bool:
    """Tell whether the first lies before the second in one year ("December to February 1999" does not)."""
    if first.month is not None and second.month is not None:
        return (first.month, first.day or 0) <= (second.month, second.day or 99)
    return first.granularity is second.granularity


_SUFFIXES = {
    ("or", "so"): "APPROX", ("or", "more"): "EQUAL_OR_MORE", ("or", "later"): "ON_OR_AFTER",
    ("or", "less"): "EQUAL_OR_LESS", ("or", "earlier"): "ON_OR_BEFORE", ("and", "beyond"): "ON_OR_AFTER",
}  # fmt: skip


def suffixes(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "or so", "or more", "or later" after an expression."""
    for draft in drafts:
        if tokens.pieces[draft.last] != " ":
            continue
        words = (tokens.lower(draft.last + 1), tokens.lower(draft.last + 3))
        if words in _SUFFIXES and draft.mod is None:
            draft.mod, draft.last = _SUFFIXES[words], draft.last + 4
    return drafts


def sometime(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Take in "sometime" before a date."""
    for draft in drafts:
        if draft.type is TimexType.DATE and _before(draft, tokens, 1) == "sometime":
            draft.first -= 2
    return drafts


REFINERS: tuple[Callable[[list[Draft], Tokens], list[Draft]], ...] = (
    articles,
    part_of_day,
    join_clock,
    compose,
    spread,
    share_year,
    portions,
    approximations,
    future_lengths,
    suffixes,
    sometime,
)
