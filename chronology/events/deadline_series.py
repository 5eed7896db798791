"""Several dates of one deadline, and several deadlines by one cue: "on 5 May and the other on 6 June"."""

import re
from dataclasses import replace

from chronology.events.deadline_lengths import extends
from chronology.events.deadline_table import Cue, Found
from chronology.events.language.words import saying_forms
from chronology.model import DeadlineKind, Document, Period, Timex, TimexType

# A length that ends so near to a deadline, or to the day that a deadline is moved to, is a word on it.
_SAME_DAYS = 3
_ABOUT_DAYS = 10
_APPOSITION = re.compile(
    r"(?:[^.;,]{0,60}, (?:that is|i\.e\.|namely)|,|\s\()\s*"
    r"(?:(?:that is|or|i\.e\.),?\s)?\s*(?:on|by|in|until|till|to)?\s*"
)
_JOINED = re.compile(
    r",? (?:and|or|but) (?:then |also |finally )?to (?P<what>[^;:]{1,120}?) "
    r"(?:by|before|no later than|within|on)"
    r"(?: the end of| the middle of)? "
)
_COORDINATED = re.compile(
    r"(?:,? (?:and|or|but) (?:the|that|those|one|another)|, (?:those|(?:the )?others?|the rest|the last))\b"
    r"(?:(?! (?:has|have|had|is|are|was|were|will) )[^;:]){0,60} (?:on|in|by|from|until) "
)
# A second thing for a second day: "papers must be in by 30 June, and reviews by".
_AND_ANOTHER = re.compile(
    r",? and (?:the |their |all )?(?:[a-z-]+ ){0,2}[a-z]+s? (?:by|no later than|before) "
)
# A second thing for a second day: "papers must be in by 30 June, and reviews by".
_AND_ANOTHER = re.compile(
    r",? and (?:the |their |all )?(?:[a-z-]+ ){0,2}[a-z]+s? (?:by|no later than|before) "
)
# After the day from which something is moved.
_MOVED_TO = re.compile(r",? (?:back |forward )?to (?:the end of )?")
# After the day to which something is moved.
_MOVED_FROM = re.compile(r",? from ")
_ENDS_WITH_UNTIL = re.compile(
    r"(?:,|\() ?(?:that is,? |i\.e\. |or )?"
    r"(?:until|ending(?: on)?|expiring(?: on)?|running (?:to|until|through)) $"
)
# Between two lengths that one holder is given: "seven days to accept it and 30 days to …".
_TO_DO_AND = re.compile(r"\s*to [^.;]{2,100}?,? and(?: (?:then|another|a further|only))?\s*")


def restates(text: str, last: Timex, timex: Timex) -> bool:
    """Whether a date says again, finer, what the one before it said: "six months later, on 13 June"."""
    return _APPOSITION.fullmatch(text[last.end : timex.start]) is not None and not extends(text, last)


def is_hours(text: str, last: Timex, timex: Timex) -> bool:
    """Whether two clock times are the hours of a day: "from 10 p.m. to 5 a.m."."""
    clock = last.type is TimexType.TIME and timex.type is TimexType.TIME
    return clock and text[last.end : timex.start].strip(" ,") in {"to", "until", "till", "and", "-", "\u2013"}


def says_again(held: Found, found: Found) -> bool:
    """Whether a length of time only says how long the deadline before it in the sentence leaves."""
    one, other = held.due.latest, found.due.latest
    if found.timex.period is not None or held.sentence != found.sentence or one is None or other is None:
        return False
    return held.timex.period is not None and abs((one - other).days) <= (
        _ABOUT_DAYS if held.cue.is_extension else _SAME_DAYS
    )


def counted_to(text: str, held: Found, last: Timex, timex: Timex) -> bool:
    """Whether a date says when a length of time ends: "three months to appeal, until 18 June"."""
    return held.timex.period is None and _ENDS_WITH_UNTIL.search(text[last.end : timex.start]) is not None


def until(held: Found, timex: Timex) -> Found | None:
    """The deadline with the day on which its length of time ends."""
    if timex.period is None or not timex.period.is_dated:
        return None
    return replace(held, due=timex.period, why=timex.because, spans=held.spans | {timex.span})


def _parallel(held: Found, timex: Timex, between: str) -> Cue | None:
    """The cue of a second length that one holder is given, or of the other end of a move."""
    if timex.period is None:
        both = held.timex.period is None and _TO_DO_AND.fullmatch(between) is not None
        return held.cue if both else None
    if held.cue.is_extension and _MOVED_FROM.fullmatch(between) is not None:
        return replace(held.cue, is_extension=False)
    if held.cue.beside is not None and _MOVED_TO.fullmatch(between) is not None:
        return replace(held.cue, is_extension=True, beside=None)
    return None


def alongside(
    document: Document, held: Found, last: Timex, timex: Timex, ends: tuple[Period | None, str]
) -> Found | None:
    """The same cue for a second date: "takes effect on 5 May and the other on 6 June"; "and to pay by".

    `ends`: when that falls due, and why.
    """
    due, why = ends
    between = document.text[last.end : timex.start]
    if due is None or not due.is_dated:
        return None
    spans = frozenset({timex.span})
    cue = _parallel(held, timex, between)
    if cue is not None:
        spans |= held.spans if timex.period is None else frozenset()
        return replace(held, cue=cue, timex=timex, due=due, why=why, spans=spans)
    if timex.period is None:
        return None
    joined = _JOINED.fullmatch(between) if held.cue.kind is DeadlineKind.DUE else None
    another = held.cue.is_duty and _AND_ANOTHER.fullmatch(between) is not None
    if joined is None and not another and _COORDINATED.fullmatch(between) is None:
        return None
    if saying_forms() & set(between.lower().split()):
        return None
    start = last.end + (joined.start("what") if joined else len(between) - len(between.lstrip(" ,")))
    first = None if joined else replace(held, beside=None)
    return replace(held, timex=timex, due=due, why=why, start=start, verb=start, spans=spans, beside=first)
