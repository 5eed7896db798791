"""As in "on Monday, a day after talks broke down": the length dates the other happening from this one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronology.events import timing
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.linking import Link
from chronology.model import DateError, Derivation, Granularity, Period, Step, StepKind, Timex, TimexType
from chronology.temporal import periods
from chronology.temporal.arithmetic import shift
from chronology.temporal.words import describe

_SIDES = {"after": -1, "before": 1}
_LENGTH = re.compile(r"P(?P<count>\d{1,3})(?P<unit>[DWMY])")
_AS_FINE = {
    Granularity.MONTH: {Granularity.MONTH},
    Granularity.YEAR: {Granularity.MONTH, Granularity.YEAR},
}  # anchors coarser than a day that a length of that unit can be counted from
_UNITS = {"D": Granularity.DAY, "W": Granularity.WEEK, "M": Granularity.MONTH, "Y": Granularity.YEAR}


def link(
    sentence: Sentence, found: Sequence[Candidate], timexes: Sequence[Timex], known: dict[int, Link]
) -> dict[int, Link]:
    """Return element → link for what a length before "after" or "before" dates; `known`: the links so far."""
    return {
        inner.at: made
        for timex, at in _lengths(sentence, timexes)
        if (inner := _dated_by(sentence, found, at)) is not None and inner.at not in known
        if (outer := _told(found, known, at)) is not None
        if (made := _shifted(timex, outer.timex, sentence.head(at + 1).lower)) is not None
    }


def _lengths(sentence: Sentence, timexes: Sequence[Timex]) -> Iterator[tuple[Timex, int]]:
    for index, at in timing.places(sentence).items():
        timex = timexes[index]
        follows = sentence.mark(at + 1) in {"TIMESUB", "IN"} and sentence.head(at + 1).lower in _SIDES
        if timex.type is TimexType.DURATION and follows and _LENGTH.fullmatch(timex.value):
            yield timex, at


def _dated_by(sentence: Sentence, found: Sequence[Candidate], at: int) -> Candidate | None:
    """The happening after the signal: its clause's verb, or the event noun it governs."""
    later = [item for item in found if item.at > at + 1]
    if sentence.mark(at + 1) == "TIMESUB":
        return next((item for item in later if sentence.subjects.get(item.at, -1) > at + 1), None)
    return next((item for item in later if item.at == at + 2 and item.is_noun), None)


def _told(found: Sequence[Candidate], known: dict[int, Link], at: int) -> Link | None:
    """The time of what the clause before the length tells."""
    before = [known[item.at] for item in found if item.at < at and item.at in known and not item.is_noun]
    return next((item for item in reversed(before) if item.timex.period is not None), None)


def _shifted(length: Timex, anchor: Timex, side: str) -> Link | None:
    match = _LENGTH.fullmatch(length.value)
    if match is None or anchor.period is None or anchor.period.start is None:
        return None
    unit = _UNITS[match["unit"]]
    if not anchor.period.is_day and anchor.period.granularity not in _AS_FINE.get(unit, ()):
        return None
    try:
        period = _around(anchor.period, _SIDES[side] * int(match["count"]), unit)
    except DateError:
        return None
    way = "earlier" if side == "after" else "later"
    because = (
        f"“{length.text} {side} …”: {length.text} {way} than “{anchor.text}” ({describe(anchor.period)})"
    )
    because = f"{because} is {describe(period)}."
    steps = (
        Step(StepKind.SAID, f"{length.text} {side} it", "aftermath"),
        Step(StepKind.ANCHOR, f"{anchor.text}: {describe(anchor.period)}", "aftermath"),
        Step(StepKind.VALUE, describe(period), "aftermath"),
    )
    dated = replace(length, period=period, derivation=Derivation(steps, because))
    return Link(dated, "", f"“{side}” puts it {length.text} {way} than “{anchor.text}”")


def _around(anchor: Period, count: int, unit: Granularity) -> Period:
    """A day for days; for longer units about that week, month or year."""
    start = anchor.start
    if start is None:
        return anchor
    day = shift(start, count, unit)
    if unit is Granularity.DAY:
        return periods.day(day)
    if unit is Granularity.WEEK:
        return periods.week_of(day)
    return periods.month(day.year, day.month) if unit is Granularity.MONTH else periods.year(day.year)
