"""Deadlines told as a length of time: "has 60 days to comply", "within ten days of the ruling"."""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from chronology.model import (
    DateError,
    Derivation,
    Document,
    Granularity,
    Period,
    Step,
    StepKind,
    Timex,
    TimexType,
)
from chronology.temporal import periods
from chronology.temporal.arithmetic import shift
from chronology.temporal.words import describe

# What time is given for: "60 days (on Tuesday) to comply".
TO_DO = re.compile(
    r"(?:,?\s*(?:(?:on|from) \w+,?\s)?|, (?:until|ending|that is|from)[^;]{1,40}, )(?:in which )?to\b"
    r"(?! (?:\d|the (?:end|beginning|middle)\b|(?:"
    + "|".join(name.lower() for name in month_name[1:])
    + r")\b))"
)
# The length of an extension runs from what it extends.
_EXTENDS = re.compile(
    r"\b(?:extend|prolong|renew|lengthen)\w*\b[^.;]{0,80}\b(?:by|for)(?: \w+)?\s*$", re.IGNORECASE
)
_LENGTH = re.compile(r"P(?:\d{1,4}[YMWD]){1,4}|PT(?P<hours>\d{1,4})H")
_PART = re.compile(r"(\d{1,4})([YMWD])")
_UNITS = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Y": Granularity.YEAR}
_BUSINESS = re.compile(r"\b(?:business|working|trading)\b", re.IGNORECASE)
_WORKDAYS = 5
_MOST_BUSINESS_DAYS = 2_000
_HOURS_A_DAY = 24
# A length counted from something else than publication; what that is.
# What is left of something that runs: "two years left to run".
_LEFT = re.compile(r"\s*(?:left|remaining)\b")
_ELSEWHERE = re.compile(r"\s*(?:of|after|from|following|before|prior|ago|in|thereafter|afterwards|later)\b")
_COUNTED_FROM = re.compile(
    r"\s*(?:of|after|from|following) (?:(?:the|its|their|his|her|a|an|this|that) )?(?:date of )?"
    r"(?:(?:the|its|their|this|that|our) )?(?:[a-z-]+ ){0,2}?(?P<what>[a-z]{4,})\b",
)
_THAT_DAY = re.compile(
    r"\s*(?:(?:of|after|from|following) (?:that|this|the same)(?: (?:date|day|deadline)\b|[.,;]|$)|"
    r"(?:thereafter|afterwards)\b)"
)
_SAID_BESIDE = re.compile(r"\s*(?:of|after|from|following) (?![^.;]*\b(?:that is|namely)\b)[^.;]{2,60}")
# A length that bounds a deadline from above, rather than telling about when.
_WITHIN = re.compile(
    r"\b(?:within(?: the next)?|in(?: the next)?|no (?:more|later) than|at most)\s+$", re.IGNORECASE
)
# What happens when a length of time has run, and not before.
_POINT = re.compile(
    r"\b(?:effect|force|effective|due|payable|matures?|expires?|ends?|lapses?|terminates?|runs? out)\s+$",
    re.IGNORECASE,
)
_AT_MOST = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})
# What somebody was to do, as a history tells it: its clock did not start with the publication.
_NARRATED = re.compile(
    r"\b(?:was|were) (?:to|supposed to|meant to|required to|obliged to|bound to)\b[^;.]*$", re.IGNORECASE
)
# Time that the day named before in the sentence starts.
_STARTED = re.compile(
    r"\b(?:gave|given|granted|then|have|has|agreed|ordered|decided|ruled|pledged|undertook|told|demanded)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_NEAR = 80
# How far back the text may have dated what a length is counted from.
_LITTLE = re.compile(
    r"\b(?:a (?:little|bit)|just|slightly|barely|not much) (?:over|more than)\b", re.IGNORECASE
)
_FAR = 1_200
_RECENT = 3
_ONE_SENTENCE = 120
_STOP = re.compile(r"[.!?]\s")
_AHEAD = 200
_STEM = 4
_SHORTEST_STEM = 3


def counted(
    document: Document, timexes: Sequence[Timex], at: int, act: Timex | None
) -> tuple[Period | None, str]:
    """When the length of time `timexes[at]` has run, and why; (None, "") where it bounds nothing.

    It runs from what the text counts it from; else from the day of the giving where the sentence dates that
    (`act`); else from publication. `timexes` are all of the document's, in order.
    """
    timex = timexes[at]
    after = document.text[timex.end : timex.end + _NEAR].lower()
    before = document.text[max(0, timex.start - _NEAR) : timex.start]
    if timex.type not in {TimexType.DURATION, TimexType.SET}:
        return None, ""
    elsewhere = _ELSEWHERE.match(after) is not None
    if _LEFT.match(after):
        return _left(document, timex)
    bound = TO_DO.match(after) or timex.mod in _AT_MOST or _WITHIN.search(before)
    if (not bound and not elsewhere) or extends(document.text, timex):
        return None, ""
    if elsewhere:
        base, name = _anchor(document, timexes, at, after)
    else:
        base, name = _start(document, timexes, at, act, before)
    if base is None or base.earliest is None or base.latest is None:
        return None, ""
    last = run(timex, base.latest)
    if last is None:
        return None, ""
    exact = elsewhere and base.is_day and _POINT.search(before) is not None
    due = periods.day(last) if exact else periods.within(base.earliest, last, Granularity.DAY)
    return due, f"“{timex.text}” from {name} ({describe(base)}) run out on {last.isoformat()}."


def _left(document: Document, timex: Timex) -> tuple[Period | None, str]:
    """When what is left has run, as coarse as its unit: "two years left" are up in that year."""
    base = document.published.period if document.published else None
    length = _PART.fullmatch(timex.value.removeprefix("P"))
    last = run(timex, base.latest) if base is not None and base.latest is not None else None
    if base is None or last is None or length is None:
        return None, ""
    coarse = {"Y": periods.year(last.year), "M": periods.month(last.year, last.month)}
    due = coarse.get(length[2], periods.day(last))
    return due, f"“{timex.text}” left at publication ({describe(base)}) run out in {describe(due)}."


def bounded(document: Document, timex: Timex) -> Timex:
    """Return "in a little over two years" with its latest day: a quarter more is no little."""
    period = timex.period
    published = document.published.period.earliest if document.published else None
    if period is None or period.earliest is None or period.latest is not None or published is None:
        return timex
    if _LITTLE.search(timex.text) is None or period.earliest <= published:
        return timex
    most = period.earliest + (period.earliest - published) / 4
    said = f"a little is taken to be a quarter at most, to {describe(periods.day(most))}"
    steps = (*timex.derivation.steps, Step(StepKind.ASSUMED, said))
    because = f"{timex.because.removesuffix('.')}; {said}."
    within = periods.within(period.earliest, most, Granularity.DAY)
    return replace(timex, period=within, derivation=Derivation(steps, because))


def extends(text: str, timex: Timex) -> bool:
    """Whether a length of time is that of an extension."""
    before = text[max(0, timex.start - _NEAR - _NEAR) : timex.start]
    return timex.period is None and _EXTENDS.search(before) is not None


def run(timex: Timex, start: date) -> date | None:
    """Return the day on which the length has run; hours count as whole days, weekends stop business days."""
    length = _LENGTH.fullmatch(timex.value)
    if length is None:
        return None
    try:
        if length["hours"]:
            return shift(start, -(-int(length["hours"]) // _HOURS_A_DAY), Granularity.DAY)
        parts = [(int(count), unit) for count, unit in _PART.findall(timex.value)]
        if parts[0][1] == "D" and _BUSINESS.search(timex.text):
            return _business(start, parts[0][0])
        for count, unit in parts:
            start = shift(start, count, _UNITS[unit])
    except DateError:
        return None
    return start


def _business(start: date, count: int) -> date | None:
    """`count` weekdays after `start`; what is a holiday where is not known here."""
    if count > _MOST_BUSINESS_DAYS:
        return None
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _WORKDAYS
    return day


def _start(
    document: Document, timexes: Sequence[Timex], at: int, act: Timex | None, before: str
) -> tuple[Period | None, str]:
    """From when a length runs of which the text does not say it: the day of the giving, else publication."""
    if _NARRATED.search(before) is not None:
        return (act.period, f"“{act.text}”") if act is not None else (None, "")
    given = _STARTED.search(before) is not None
    return _base(document, (act or _told_before(document, timexes, at)) if given else None)


def _told_before(document: Document, timexes: Sequence[Timex], at: int) -> Timex | None:
    """The day that the sentence before tells of, where that was but a few days before publication."""
    published = document.published.period.earliest if document.published else None
    told = timexes[at - 1] if at else None
    if told is None or told.period is None or not told.period.is_day or published is None:
        return None
    recent = 0 < (published - told.period.start).days <= _RECENT if told.period.start else False
    between = document.text[told.end : timexes[at].start]
    return told if recent and len(_STOP.findall(between)) == 1 and len(between) <= _ONE_SENTENCE else None


def _base(document: Document, act: Timex | None) -> tuple[Period | None, str]:
    if act is not None:
        return act.period, f"“{act.text}”"
    return (document.published.period if document.published else None), "publication"


def _anchor(document: Document, timexes: Sequence[Timex], at: int, after: str) -> tuple[Period | None, str]:
    """The date of what a length is counted from: beside it ("the verdict of 5 May"), or told before it."""
    if at + 1 < len(timexes):
        beside = timexes[at + 1]
        between = document.text[timexes[at].end : beside.start]
        if beside.period is not None and beside.period.is_day and _SAID_BESIDE.fullmatch(between):
            return beside.period, f"“{beside.text}”"
    what = _COUNTED_FROM.match(after)
    if _THAT_DAY.match(after):
        told = next(
            (item for item in _around(timexes, at) if item.period is not None and item.period.is_day), None
        )
        return (told.period, f"“{told.text}”") if told is not None else (None, "")
    if what is None:
        return None, ""
    word = re.compile(rf"\b{re.escape(_stem(what['what']))}", re.IGNORECASE)
    for told in _around(timexes, at):
        end = timexes[at].start if told.start < timexes[at].start else told.end + _NEAR
        if told.period is not None and told.period.is_day and word.search(_clause(document.text, told, end)):
            return told.period, f"the {what['what']}, “{told.text}”"
    return None, ""


def _around(timexes: Sequence[Timex], at: int) -> Iterator[Timex]:
    """The expressions before one, nearest first, as far as a text may look back; then the two after it."""
    for index in range(at - 1, -1, -1):
        if timexes[at].start - timexes[index].start > _FAR:
            break
        yield timexes[index]
    yield from (item for item in timexes[at + 1 : at + 3] if item.start - timexes[at].start <= _AHEAD)


def _stem(noun: str) -> str:
    """The beginning that a noun of a happening shares with its verb: "rul" of "ruling", "ent" of "entry"."""
    bare = noun.removesuffix("ing")
    return bare[: min(_STEM, max(_SHORTEST_STEM, len(bare) - 2))]


def _clause(text: str, timex: Timex, end: int) -> str:
    """The words around a date, up to the next stop on either side and no further than `end`."""
    before = text[max(0, timex.start - _NEAR) : timex.start]
    after = text[timex.end : min(end, timex.end + _NEAR)]
    return re.split(r"[.;\n]\s", before)[-1] + " " + re.split(r"[.;\n]", after)[0]
