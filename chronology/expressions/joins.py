"""Expressions that stand together and mean one thing: day and time, part and whole, distance and date."""

from dataclasses import replace
from itertools import pairwise

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import (
    Calendar,
    Clock,
    Feast,
    Length,
    Meaning,
    Nth,
    Origin,
    Repeat,
    Shift,
    Within,
)

_WHOLE = {Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY, Granularity.MONTH}
_NOON, _NIGHT = 12, 6  # hours: "six at night" and later is before midnight
_THREE = 3  # pieces between two expressions with one word: gap, word, gap
_TOUCHING = {1, _THREE, 7}  # pieces between a time and its day: "2 p.m. (Baghdad time) on Friday"


def part_of_day(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Widen a day by the part of day after it: "Monday night", "May 5 morning"."""
    for draft in drafts:
        if not is_open_day(draft.meaning) or not isinstance(draft.meaning, (Calendar, Nth)):
            continue
        if tokens.pieces[draft.last].isspace() and tokens.is_a(draft.last + 1, "PART"):
            clock = Clock(part=tokens.lexicon.values["PART"][tokens.lower(draft.last + 1)])
            draft.meaning = with_clock(draft.meaning, clock)
            draft.type, draft.last = TimexType.TIME, draft.last + 2
    return drafts


def is_open_day(meaning: Meaning) -> bool:
    """Tell whether the meaning is a day that has no time yet."""
    if isinstance(meaning, Nth):
        return isinstance(meaning.named, Calendar) and is_open_day(meaning.named)
    if isinstance(meaning, Feast):
        return meaning.clock is None
    return (
        isinstance(meaning, (Calendar, Shift))
        and meaning.granularity is Granularity.DAY
        and meaning.clock is None
    )


def _is_part_of_day(meaning: Meaning) -> bool:
    """Tell whether the meaning is a part of a known day: "tonight", "Monday night"."""
    if not isinstance(meaning, (Calendar, Shift)) or is_time(meaning):
        return False
    return meaning.clock is not None and meaning.clock.part is not None


def _in_part(clock: Clock, day: Meaning) -> Clock:
    """Put "3 o'clock" of "Thursday afternoon" after noon."""
    part = day.clock.part if isinstance(day, (Calendar, Shift)) and day.clock else None
    hour = clock.hour or 0
    late = part in {"AF", "EV"} or (part == "NI" and hour >= _NIGHT)
    return replace(clock, hour=hour + _NOON) if late and hour < _NOON else clock


def put_hour(day: Meaning, hour: int) -> Meaning | None:
    """Return the day, or the part of a day, with an hour; None for what is no day without an hour."""
    clock = Clock(hour, 0)
    if _is_part_of_day(day):
        return with_clock(day, _in_part(clock, day))
    return with_clock(day, clock) if is_open_day(day) else None


def with_clock(meaning: Meaning, clock: Clock) -> Meaning:
    """Return the day with a time."""
    if isinstance(meaning, Nth) and isinstance(meaning.named, Calendar):
        return replace(meaning, named=replace(meaning.named, clock=clock))
    if isinstance(meaning, (Calendar, Shift, Feast)):
        return replace(meaning, clock=clock)
    return meaning


def join_clock(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Join a time of day and a day: "2 p.m. Friday", "December 5 at noon", "the night of May 13"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        joins = last is not None and _touch(last, draft, tokens) and not _opens_range(draft, tokens)
        merged = _timed(last, draft) if last is not None and joins else None
        merged = merged or (_same_part(last, draft, tokens) if last is not None else None)
        if last is None or merged is None:
            joined.append(draft)
        else:
            kind = TimexType.SET if isinstance(merged, Repeat) else TimexType.TIME
            joined[-1] = Draft(last.first, draft.last, kind, merged, draft.rule)
    return joined


_LOOK_ON = frozenset({"of", "on"})


def _touch(left: Draft, right: Draft, tokens: Tokens) -> bool:
    apart = right.first - left.last
    if apart not in _TOUCHING:
        return False
    between = tokens.pieces[left.last : right.first]
    ended = between[0][:1] == "."
    if ended and ("\n" in between[0] or not tokens.can_be_short(left.last - 1)):
        return False
    if apart == 1:
        return between[0].strip(" \n,.") == "" and "\n\n" not in between[0]
    if between[0].strip(" .,") or between[-2].lower() not in tokens.lexicon.contexts["date_joint"]:
        return False
    if "," in between[0] and tokens.pieces[right.last] == " " and tokens.lower(right.last + 1) in _LOOK_ON:
        return False  # "3 May, at 10.30 on Monday"
    return apart == _THREE or (between[3] == "time" and between[1][:1].isupper())


def _opens_range(draft: Draft, tokens: Tokens) -> bool:
    """Tell whether a day opens a range of its own: "5 p.m. Monday through Friday"."""
    to, day = tokens.lower(draft.last + 1), draft.last + 3
    return to in tokens.lexicon.contexts["range_words"] and tokens.is_a(day, "WEEKDAY")


def _same_part(left: Draft, right: Draft, tokens: Tokens) -> Meaning | None:
    """Read "the wee hours of Sunday morning" as the morning."""
    if left.rule.name != "small hours" or right.type is not TimexType.TIME or not _touch(left, right, tokens):
        return None
    return right.meaning


def _timed(left: Draft, right: Draft) -> Meaning | None:
    for time, day in ((left.meaning, right.meaning), (right.meaning, left.meaning)):
        if not (is_time(time) and isinstance(time, Calendar) and time.clock):
            continue
        if is_open_day(day):
            return with_clock(day, time.clock)
        if time.clock.hour is not None and _is_part_of_day(day):
            return with_clock(day, _in_part(time.clock, day))
        if isinstance(day, Repeat) and day.value[:-1] == "XXXX-WXX-":  # "9 a.m. on Sundays"
            return replace(day, value=day.value + time.clock.value)
    return None


def is_time(meaning: Meaning) -> bool:
    """Tell whether the meaning is a time of day without its day."""
    if not isinstance(meaning, Calendar) or meaning.clock is None:
        return False
    return meaning.day is None and meaning.weekday is None and meaning.month is None


def compose(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Put a part into its whole: "the third quarter of last year", "July last year"."""
    composed: list[Draft] = []
    for draft in drafts:
        last = composed[-1] if composed else None
        near = last is not None and draft.first - last.last <= _THREE
        if last is None or not (near and (_absorb(last, draft, tokens) or _possess(last, draft, tokens))):
            composed.append(draft)
    return composed


def quarters(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Read "the quarter ended March 31" as the quarter of that day, where the text has spoken of no other."""
    for draft, date in pairwise(drafts):
        meaning, day = draft.meaning, date.meaning
        if not isinstance(meaning, Shift) or meaning.about != "the" or not isinstance(day, Calendar):
            continue
        between = [piece.lower() for piece in tokens.pieces[draft.last : date.first]]
        ends = len(between) == _THREE and between[1] in tokens.lexicon.contexts["ended"]
        if ends and meaning.unit is Granularity.QUARTER and day.month is not None and not day.short:
            number = (day.month + 2) // 3
            quarter = Calendar(Granularity.QUARTER, day.year, number=number)
            draft.meaning = replace(meaning, base=quarter)
    return drafts


def _is_part(meaning: Meaning) -> bool:
    named = isinstance(meaning, Calendar) and (meaning.month or meaning.number or meaning.season)
    return bool(named) and isinstance(meaning, Calendar) and meaning.year is None


def _is_whole(meaning: Meaning) -> bool:
    if isinstance(meaning, Shift):
        return meaning.granularity in _WHOLE and meaning.count is not None
    return (
        isinstance(meaning, Calendar) and meaning.year is not None and meaning.granularity is Granularity.YEAR
    )


def _absorb(part: Draft, whole: Draft, tokens: Tokens) -> bool:
    """Join "July" + (of) + "last year"."""
    if not (_is_part(part.meaning) and _is_whole(whole.meaning)):
        return False
    between = tokens.pieces[part.last : whole.first]
    linked = len(between) == _THREE and between[1].lower() == "of" and between[0].isspace()
    beside = len(between) == 1 and between[0] in {" ", ", "} and isinstance(whole.meaning, Shift)
    if (linked or beside) and isinstance(part.meaning, Calendar):
        part.meaning, part.last = Within(part.meaning, whole.meaning), whole.last
        return True
    return False


def _possess(whole: Draft, part: Draft, tokens: Tokens) -> bool:
    """Join "this year" + "'s" + "third quarter"."""
    between = tokens.pieces[whole.last : part.first]
    possessive = (
        len(between) == _THREE
        and between[0] in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}
        and between[1].lower() == "s"
    )
    if (
        possessive
        and _is_part(part.meaning)
        and _is_whole(whole.meaning)
        and isinstance(part.meaning, Calendar)
    ):
        whole.meaning, whole.last = Within(part.meaning, whole.meaning), part.last
        return True
    return False


_SIGNS = {"before": -1, "after": 1}
_DATED = (Calendar, Feast, Nth, Shift, Within)


def count_from(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Count from the date that follows: "two days before Christmas", "the week after May 5"."""
    counted: list[Draft] = []
    for draft in drafts:
        last = counted[-1] if counted else None
        _take_eve(draft, tokens)
        made = None if last is None else _counted(last, draft, tokens)
        if last is None or made is None:
            counted.append(draft)
        else:
            first = last.first - 2 if isinstance(made, Nth) else last.first  # "the Friday before Christmas"
            counted[-1] = Draft(first, draft.last, TimexType.DATE, made, last.rule)
    return counted


def _take_eve(draft: Draft, tokens: Tokens) -> None:
    """Read "the eve of Passover", "the eve of 5 May": the day before."""
    if (
        draft.type is not TimexType.DATE
        or not isinstance(draft.meaning, _DATED)
        or tokens.lower(draft.first - 2) != "of"
        or not _is_fine(draft.meaning)
    ):
        return
    words = [piece.lower() for piece in tokens.pieces[max(draft.first - 6, 0) : draft.first]]
    if words[-4:] == ["eve", " ", "of", " "]:
        draft.first -= 6 if words[:2] == ["the", " "] else 4
        draft.meaning = Shift(-1, Granularity.DAY, Origin.WRITING, Granularity.DAY, base=draft.meaning)


def _counted(left: Draft, right: Draft, tokens: Tokens) -> Meaning | None:
    if (
        right.first - left.last > _THREE
        or not isinstance(right.meaning, _DATED)
        or right.type is not TimexType.DATE
        or not _is_fine(right.meaning)
    ):
        return None
    between = tokens.pieces[left.last : right.first]
    meaning = left.meaning
    if left.rule.name == "weekday" and isinstance(meaning, Calendar) and meaning.clock is None:
        ranked = (
            len(between) == _THREE and between[1].lower() in _SIGNS and tokens.lower(left.first - 2) == "the"
        )
        return Nth(meaning, _SIGNS[between[1].lower()], Origin.WRITING, right.meaning) if ranked else None
    if isinstance(meaning, Length) and len(between) == _THREE and between[1].lower() in _SIGNS:
        count, unit = meaning.parts[0]
        if len(meaning.parts) > 1 or count is None or unit.finer_than(Granularity.DAY):
            return None
        return Shift(
            _SIGNS[between[1].lower()] * count,
            unit,
            Origin.WRITING,
            Granularity.DAY,
            base=right.meaning,
            business=meaning.business,
        )
    if isinstance(meaning, Shift) and left.rule.name in {"day before", "day after"} and between == [" "]:
        return replace(meaning, base=right.meaning)
    return None


def _is_fine(meaning: Meaning) -> bool:
    """Tell whether the meaning names a day to count from."""
    if isinstance(meaning, Nth):
        return isinstance(meaning.named, Feast) or _is_fine(meaning.named)
    if isinstance(meaning, Within):
        return meaning.part.granularity is Granularity.DAY
    return isinstance(meaning, Feast) or (
        isinstance(meaning, (Calendar, Shift)) and meaning.granularity is Granularity.DAY
    )
