"""Where the times of a sentence stand: their elements, signal words, intervals, datelines."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from chronology.events import kinds
from chronology.events.language.clauses import Sentence
from chronology.model import Timex


def places(sentence: Sentence) -> dict[int, int]:
    """Timex index → the element that holds it."""
    out: dict[int, int] = {}
    for at, element in enumerate(sentence.elements):
        for word in sentence.words[element.first : element.last]:
            if word.timex is not None:
                out[word.timex] = at
    return out


def signal(sentence: Sentence, at: int) -> str:
    """Return the signal word before the time ("since", "on"), or ""."""
    before = at - 1
    while sentence.mark(before) in {"RB", '"'}:
        before -= 1
    return sentence.head(before).lower if sentence.mark(before) in {"IN", "TIMESUB", "CC", "TO"} else ""


def other_end(sentence: Sentence, at: int, timexes: Sequence[Timex]) -> Timex | None:
    """The later end of "from A to B", "between A and B", "A until B"."""
    opener = signal(sentence, at)
    joiner = sentence.head(at + 1).lower if at + 1 < len(sentence.elements) else ""
    pairs = {"from": {"to", "until", "till", "through"}, "between": {"and"}}
    later = sentence.head(at + 2) if at + 2 < len(sentence.elements) else None
    if opener in {"on", "for"} and joiner == "and" and later is not None and later.timex is not None:
        own = sentence.elements[at]
        first = next(word.timex for word in sentence.words[own.first : own.last] if word.timex is not None)
        return timexes[later.timex] if _next_day(timexes[first], timexes[later.timex]) else None
    if later is not None and later.timex is not None and joiner in {*pairs.get(opener, ()), "-", "\u2013"}:
        return timexes[later.timex]
    return None


def joined(sentence: Sentence, first: Timex, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """As in "in May and again in June", "in 1990, 1994 and 1998": the dates that "and" joins to the first."""
    held = {at: timexes[index] for index, at in places(sentence).items() if sentence.noun(at) is None}
    last = next((at for at, timex in held.items() if timex is first), -1)
    out: list[Timex] = []
    here, joins = last + 1, False
    while last >= 0 and sentence.mark(here) in {"CC", ",", "RB", "IN", "TMX"}:
        if sentence.mark(here) == "," and sentence.mark(here + 1) not in {"CC", "IN", "TMX"}:
            break
        joins = joins or (sentence.mark(here) == "CC" and sentence.head(here).lower == "and")
        if here in held and _alike(held[here], first):
            out.append(held[here])
        here += 1
    follows = sentence.noun(here) is not None or sentence.verb(here) is not None
    return () if follows or not joins else tuple(out)


def _alike(one: Timex, other: Timex) -> bool:
    """Whether two times are dates of one size, the later said later."""
    a, b = one.period, other.period
    if a is None or b is None or a.start is None or b.start is None:
        return False
    return a.granularity is b.granularity and a.start > b.start


def _next_day(first: Timex, second: Timex) -> bool:
    """As in "on 19 and 20 February": one happening of two days."""
    one, other = first.period, second.period
    if one is None or other is None or not (one.is_day and other.is_day):
        return False
    return one.start is not None and other.start == one.start + timedelta(days=1)


def closes_interval(sentence: Sentence, at: int, held: Mapping[int, int]) -> bool:
    """Tell whether the time is the later end of "from A to B", told already with A."""
    joiner = sentence.head(at - 1).lower if at > 0 else ""
    opener = signal(sentence, at - 2) if at > 1 and at - 2 in held.values() else ""
    if joiner in {"-", "\u2013"} and at - 2 in held.values():
        return True
    return (opener == "from" and joiner in {"to", "until", "till", "through"}) or (
        opener == "between" and joiner == "and"
    )


def is_named_day(text: str) -> bool:
    """Tell "Victory Day" from a date: capital letters, no digits, no month or weekday."""
    words = text.split()
    plain = all(word[:1].isupper() and word.isalpha() for word in words)
    return plain and not {word.lower() for word in words} & kinds.calendar_names()


def after_dateline(sentence: Sentence) -> int:
    """Element index where the sentence itself begins after "PARIS, May 5 (Agency) -".

    0 where there is no dateline.
    """
    if not sentence.elements or not sentence.head(0).text.isupper():
        return 0
    for here in range(1, min(_DATELINE, len(sentence.elements))):
        if sentence.verb(here) is not None:
            return 0
        if sentence.mark(here) in {"-", "\u2013", "—", "--", "_"} and not _bracketed(sentence, here):
            return here + 1
        if sentence.mark(here) == ")" and sentence.mark(here + 1) not in {"-", "\u2013", "—", "--", "_"}:
            return here + 1
    return 0


def _bracketed(sentence: Sentence, at: int) -> bool:
    marks = [sentence.mark(here) for here in range(at)]
    return marks.count("(") > marks.count(")")


_DATELINE = 14
