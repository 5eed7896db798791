"""Lists and ranges, each member an expression of its own: "May 3, 4 and 7", "1957-58", "499 to 493 BC"."""

from dataclasses import replace

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity
from chronology.model.meaning import Calendar, Meaning, Shift

_GAPS = {"-", "\N{EN DASH}", " - ", " \N{EN DASH} ", ", ", "/"}
_JOINED = {"-", "\N{EN DASH}", "/"}
_SPACED = {" ", ", "}
_MOST = 12  # members of a list
_DAYS = 31
_LISTED = {"month day", "year", "ad year", "fiscal year", "fy", "the 15th"}
_ANCIENT = 1000  # years of three digits or less are written in full
_DIGITS = 5  # longest number that is looked at


def spread(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give each number of a list or range its own expression."""
    listed: list[Draft] = []
    for draft in drafts:
        if not isinstance(draft.meaning, (Calendar, Shift)):
            listed.append(draft)  # nothing else is listed
            continue
        ranked = _rank_before(draft, tokens)
        if ranked and listed and listed[-1].last > ranked[0].first:
            del listed[-1]  # "the 16th" was taken for a day
        if listed and _is_year_bc(draft.meaning):
            _turn_back(listed[-1], draft, tokens)
        listed.extend(ranked or _members_before(draft, tokens, listed[-1].last if listed else 0))
        listed.append(draft)
        listed.extend(_members_after(draft, tokens) or _same_unit(draft, tokens))
    return sorted(listed, key=lambda item: item.first)


def _members_after(draft: Draft, tokens: Tokens) -> list[Draft]:
    """Find the numbers after "May 3" and "1957" that share its month or century."""
    members: list[Draft] = []
    meaning, at = draft.meaning, draft.last
    if draft.rule.name not in _LISTED or not isinstance(meaning, Calendar) or meaning.clock:
        return members
    for _ in range(_MOST):
        place = _next_number(tokens, at)
        made = None if place is None else _next_member(meaning, tokens, place)
        if place is None or made is None:
            break
        at = place + 1
        if tokens.pieces[at] == "" and tokens.is_a(at + 1, "SUFFIX"):
            at += 2
        members.append(Draft(place, at, draft.type, made, draft.rule))
        meaning = made
    year = members and tokens.pieces[at] == " " and tokens.is_a(at + 1, "YEAR") and meaning.year is None
    if year and tokens.lower(at + 3) not in tokens.lexicon.contexts["counted"]:
        members[-1].meaning = replace(meaning, year=int(tokens.pieces[at + 1]))  # "September 13 and 15 2003"
        members[-1].last = at + 2
    return members


def _next_number(tokens: Tokens, at: int) -> int | None:
    """Return the index of a number that continues a list at gap `at`."""
    if at + 1 >= len(tokens.pieces):
        return None
    gap = tokens.pieces[at]
    if gap in _GAPS and tokens.pieces[at + 1].isdecimal():
        return at + 1
    linked = gap in _SPACED and tokens.lower(at + 1) in tokens.lexicon.contexts["list_words"]
    if (
        linked
        and at + 3 < len(tokens.pieces)
        and tokens.pieces[at + 2] == " "
        and tokens.pieces[at + 3].isdecimal()
    ):
        return at + 3
    return None


def _next_member(previous: Calendar, tokens: Tokens, place: int) -> Calendar | None:
    digits, after = tokens.pieces[place], tokens.pieces[place + 1]
    if len(digits) > _DIGITS or after[:1] in {"%", ":", "/", "°", "$"}:
        return None
    if after == "" and not tokens.is_a(place + 2, "SUFFIX") and tokens.lower(place + 2):
        return None
    if after == "" and tokens.lower(place + 4) and _has_month(tokens, place + 3):
        return None  # "and 7th of May" has its own month
    if after in {".", ","} and tokens.lower(place + 2)[:1].isdecimal():
        return None
    if previous.granularity is Granularity.DAY:
        return None if _counts(tokens, place, after) else _next_day(previous, digits)
    joined = tokens.pieces[place - 1] in _JOINED or tokens.lower(place - 2) == "to"
    return _next_year(previous, digits) if joined else None  # "in 2014 and 58 percent"


def _has_month(tokens: Tokens, at: int) -> bool:
    """Tell whether " of" or a month follows at gap `at`."""
    return tokens.pieces[at] == " " and (tokens.lower(at + 1) == "of" or tokens.is_a(at + 1, "MONTH"))


def _counts(tokens: Tokens, place: int, after: str) -> bool:
    """Tell "May 3 and 12 soldiers" from "May 3 and 4 in Rome"."""
    if after != " ":
        return False
    listed = (
        tokens.pieces[place - 1] == " " or tokens.is_a(place + 2, "UNITS") or tokens.is_a(place + 2, "MONTH")
    )
    follows = tokens.lower(place + 2)
    return listed and follows[:1].isalpha() and follows not in tokens.lexicon.contexts["after_listed_day"]


def _next_day(previous: Calendar, digits: str) -> Calendar | None:
    day = int(digits)
    if not (previous.day or 0) < day <= _DAYS:
        return None
    return replace(previous, day=day, weekday=None)


def _next_year(previous: Calendar, digits: str) -> Calendar | None:
    """Complete "1957-58"; a full second year is found by itself."""
    year = previous.year or 0
    if year < _ANCIENT:  # "AD 98-117"
        return replace(previous, year=int(digits)) if year < int(digits) < _ANCIENT else None
    if len(digits) != 2 or int(digits) <= year % 100:  # noqa: PLR2004 - two digits
        return None
    return replace(previous, year=year - year % 100 + int(digits))


_NEXT = {"next": 1, "last": -1}
_DIRECTED = {"this week", "last week", "next week"}


def _same_unit(draft: Draft, tokens: Tokens) -> list[Draft]:
    """Find "next" in "this year and next", "last" in "as much this year as last"."""
    meaning, at = draft.meaning, draft.last
    if draft.rule.name not in _DIRECTED or not isinstance(meaning, Shift):
        return []
    if tokens.pieces[at] != " " or tokens.lower(at + 1) not in tokens.lexicon.contexts["same_unit"]:
        return []
    place = at + 5 if tokens.lower(at + 3) == "the" else at + 3
    sign = _NEXT.get(tokens.lower(place))
    ends = place + 2 >= len(tokens.pieces) or tokens.pieces[place + 1] != " "
    follows = tokens.lexicon.contexts["ends_clause"]
    if sign is None or sign == meaning.count or not (ends or tokens.lower(place + 2) in follows):
        return []
    return [Draft(place, place + 1, draft.type, replace(meaning, count=sign), draft.rule)]


_RANKED = {"century", "centuries", "quarter", "quarters", "quarter of year"}


def _rank_before(draft: Draft, tokens: Tokens) -> list[Draft]:
    """Find "the 18th" before "and early 19th century", "the second" before "and fourth quarters"."""
    meaning, lexicon, link = draft.meaning, tokens.lexicon, draft.first - 2
    if draft.rule.name not in _RANKED or not isinstance(meaning, Calendar):
        return []
    if (tokens.lower(link),) in lexicon.mods["part"]:
        link -= 2
    if tokens.lower(link) not in lexicon.contexts["list_words"]:
        return []
    figures = tokens.is_a(link - 2, "SUFFIX") and tokens.pieces[link - 3] == ""
    place = link - 4 if figures else link - 2
    if place < 1 or not (tokens.is_a(place, "INT") if figures else tokens.is_a(place, "ORDINAL")):
        return []
    rank = int(tokens.pieces[place][:_DIGITS]) if figures else ordinal([tokens.lower(place)], lexicon)
    of_year = meaning.granularity is Granularity.QUARTER
    made = replace(meaning, number=rank) if of_year else replace(meaning, year=rank - 1)
    if not 0 < rank < ((meaning.number if of_year else (meaning.year or 0) + 1) or 0):
        return []
    first = place - 2 if tokens.lower(place - 2) == "the" else place
    return [Draft(first, link - 1, draft.type, made, draft.rule)]


def _members_before(draft: Draft, tokens: Tokens, limit: int) -> list[Draft]:
    """Find the numbers before "7 February" and "493 BC" that share its month or era, back to `limit`."""
    members: list[Draft] = []
    meaning = draft.meaning
    if not isinstance(meaning, Calendar) or not (meaning.bc or meaning.day):
        return members
    years = _is_year_bc(meaning)
    if not years and not draft.rule.name.startswith("day month"):
        return members
    at = draft.first + 2 if tokens.lower(draft.first) == "the" else draft.first
    if not years and not tokens.pieces[at].isdecimal():
        return members
    for _ in range(_MOST):
        place = _previous_number(tokens, at, limit)
        if place is None or not isinstance(meaning, Calendar):
            break
        number, later = int(tokens.pieces[place][:_DIGITS]), int(tokens.pieces[at][:_DIGITS])
        last = place + 3 if tokens.pieces[place + 1] == "" else place + 1  # "4th"
        if years and number > later:
            made = replace(meaning, year=number)
        elif not years and 1 <= number < later:
            made = replace(meaning, day=number, weekday=None)
        else:
            break
        first = place - 2 if last > place + 1 and tokens.lower(place - 2) == "the" else place
        members.append(Draft(first, last, draft.type, made, draft.rule))
        at = place
    return members[::-1]


def _turn_back(first: Draft, second: Draft, tokens: Tokens) -> None:
    """Read "1500" of "1500-1400 BC", which alone is a year of our era, as one before it."""
    between = tokens.pieces[first.last : second.first]
    linked = between[1:2] in (["to"], ["and"], ["until"]) and len(between) == 3  # noqa: PLR2004 - gap, word, gap
    year, later = first.meaning, second.meaning
    if first.rule.name != "year" or not (linked or (len(between) == 1 and between[0] in _GAPS)):
        return
    if isinstance(year, Calendar) and isinstance(later, Calendar) and (year.year or 0) > (later.year or 0):
        first.meaning = replace(year, bc=True)


def _is_year_bc(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.bc and meaning.granularity is Granularity.YEAR


def _previous_number(tokens: Tokens, at: int, limit: int) -> int | None:
    """Return the index of the number before the one at `at`, in a list or range; it may have a "th"."""
    if not tokens.pieces[at].isdecimal():
        return None
    start = at - 2 if tokens.lower(at - 2) == "the" else at
    place, gap = start - 2, tokens.pieces[start - 1]
    if gap == " " and tokens.lower(place) in tokens.lexicon.contexts["list_words"]:
        gap, place = tokens.pieces[place - 1], place - 2
        fits = gap in _SPACED
    else:
        fits = gap in _GAPS
    if fits and place - 2 >= limit and tokens.is_a(place, "SUFFIX") and tokens.pieces[place - 1] == "":
        place -= 2
    if not fits or place < max(limit, 1) or not tokens.pieces[place].isdecimal():
        return None
    version = (
        tokens.pieces[place - 1] in {".", ","} and tokens.lower(place - 2).isdecimal()
    )  # "2.0.3 - 12 April"
    return None if version else place
