"""Ranges of clock times: what "p.m." says of the first half of "3:30-4:30 p.m." and "from 7 to 9 p.m."."""

from dataclasses import replace
from itertools import pairwise

from chronology.expressions.joins import is_open_day, is_time, put_hour, with_clock
from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Shift

_NOON = 12
_DASHES = {"-", "\N{EN DASH}"}
_TO = {"to", "and", "until", "till"}
_OPENS = ([" ("], [". ("])  # "10:35 (", "10:35 a.m. ("
_FROM = {"from", "between"}


def hours(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Find the first hour of a range, and put it on the same side of noon as the second, if it can be."""
    ranged: list[Draft] = []
    for draft in drafts:
        clock = _clock(draft)
        if clock is not None and draft.rule.name == "clock time":
            last = ranged[-1] if ranged else None
            if (
                last is not None
                and last.rule.name == "24-hour time"
                and _is_range(last.last, draft.first, tokens)
            ):
                _align(last, clock)
            else:
                ranged.extend(_first_hour(draft, clock, tokens, last.last if last else 0))
        elif draft.rule.name == "24-hour time" and ranged and ranged[-1].rule.name == "clock time":
            _align_second(ranged[-1], draft, tokens)
        ranged.append(draft)
    return ranged


def _align_second(first: Draft, second: Draft, tokens: Tokens) -> None:
    """Move "3:30" after "1:30 p.m. to" to the afternoon."""
    start, clock = _clock(first), _clock(second)
    if start is None or clock is None or not _is_range(first.last, second.first, tokens):
        return
    late = (clock.hour or 0) + _NOON
    if late < 2 * _NOON and late >= (start.hour or 0) >= _NOON and isinstance(second.meaning, Calendar):
        second.meaning = replace(second.meaning, clock=replace(clock, hour=late))


def share_day(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give the first hour of a range the day of the second: "from 7 to 9 p.m. Friday"."""
    for left, right in pairwise(drafts):
        clock = _clock(left)
        if (
            clock is None
            or not is_time(left.meaning)
            or is_time(right.meaning)
            or right.type is not TimexType.TIME
        ):
            continue
        if _is_range(left.last, right.first, tokens):
            left.meaning = with_clock(right.meaning, clock)
    return drafts


def share_zone(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give the hour before a hour of another zone their day: "10:35 a.m. (0735 GMT) on Friday"."""
    for local, zoned, day in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if tokens.pieces[local.last : zoned.first] not in _OPENS or not is_open_day(day.meaning):
            continue
        closes = tokens.pieces[zoned.last : day.first : 2] in ([") "], [") ", " "])
        clocks = _clock(local), _clock(zoned)
        if closes and clocks[0] and clocks[1] and is_time(local.meaning) and is_time(zoned.meaning):
            local.meaning, zoned.meaning = (
                with_clock(day.meaning, clocks[0]),
                with_clock(day.meaning, clocks[1]),
            )
    return drafts


def bare_hours(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read the hour of "tonight at ten", "tomorrow at 6", "Monday at six"; "Monday at 11" may be a price."""
    for draft in drafts:
        if tokens.lower(draft.last + 1) != "at" or tokens.pieces[draft.last] != " ":
            continue
        place, meaning = draft.last + 3, draft.meaning
        hour = _said_hour(place, tokens)
        if hour is None:
            continue
        part = isinstance(meaning, (Calendar, Shift)) and meaning.clock is not None
        sure = part or isinstance(meaning, Shift) or not tokens.pieces[place].isdecimal()
        timed = put_hour(meaning, hour) if sure else None
        if timed is not None:
            draft.meaning, draft.type, draft.last = timed, TimexType.TIME, place + 1
    return drafts


def _said_hour(place: int, tokens: Tokens) -> int | None:
    """Return the hour that stands alone at piece `place`, in figures or words."""
    word = tokens.lower(place)
    hour = int(word) if tokens.is_a(place, "HOUR") else tokens.lexicon.values["NUMBER"].get(word)
    if hour is None or not 1 <= hour <= _NOON:
        return None
    gap, after = tokens.pieces[place + 1], tokens.lower(place + 2)
    contexts = tokens.lexicon.contexts
    alone = gap[:1] in {".", ",", ";", "!", "?", ")", '"', "\n", ""} and not (
        gap.strip() and after.isdecimal()
    )
    follows = gap == " " and after in contexts["after_listed_day"] | contexts["ends_clause"]
    return hour if (alone and (gap or not after)) or follows else None


def _clock(draft: Draft) -> Clock | None:
    meaning = draft.meaning
    return (
        meaning.clock
        if isinstance(meaning, Calendar) and meaning.clock and meaning.clock.hour is not None
        else None
    )


def _is_range(end: int, start: int, tokens: Tokens) -> bool:
    between = tokens.pieces[end:start]
    if len(between) == 1:
        return between[0] in _DASHES
    linked = len(between) == 3 and between[1].lower() in _TO  # noqa: PLR2004 - gap, word, gap
    return linked and between[0] in {" ", ". "} and between[2] == " "


def _align(first: Draft, second: Clock) -> None:
    """Move "3:30" before "4:30 p.m." to the afternoon."""
    clock = _clock(first)
    if clock is not None and isinstance(first.meaning, Calendar):
        first.meaning = replace(
            first.meaning, clock=replace(clock, hour=_hour(clock.hour or 0, second.hour or 0))
        )


def _hour(first: int, second: int) -> int:
    """Return the hour on the same side of noon as the second one, unless that would put it after it."""
    late = first % _NOON + _NOON
    return late if second >= _NOON and late < second else first


def _first_hour(draft: Draft, clock: Clock, tokens: Tokens, limit: int) -> list[Draft]:
    """Find the bare hour of "from 7 to 9 p.m." and "7-9 p.m."."""
    place = draft.first - 2 if tokens.pieces[draft.first - 1] in _DASHES else draft.first - 4
    if (
        place < max(limit, 1)
        or not tokens.is_a(place, "HOUR")
        or not _is_range(place + 1, draft.first, tokens)
    ):
        return []
    hour = int(tokens.pieces[place])
    introduced = tokens.lower(place - 2) in _FROM or place == draft.first - 2
    if not introduced or not 1 <= hour <= _NOON or not tokens.pieces[place - 1].strip("(,;").isspace():
        return []
    meaning = Calendar(Granularity.MINUTE, clock=Clock(_hour(hour, clock.hour or 0), 0))
    return [Draft(place, place + 1, TimexType.TIME, meaning, draft.rule)]
