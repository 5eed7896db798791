"""Durations, sets and references that are no dates."""

from datetime import date, timedelta

from chronology.model import Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Length, Literal, Nth, Repeat, Vague
from chronology.model.timex import NO_ANCHOR, Anchor, AnchorKind
from chronology.resolution import outcome
from chronology.resolution.anchors import Anchors
from chronology.resolution.origins import TIMES
from chronology.resolution.outcome import Outcome
from chronology.resolution.shifts import reference
from chronology.temporal import periods

_G = Granularity
_LETTER = {
    _G.MILLENNIUM: "L", _G.CENTURY: "C", _G.DECADE: "E", _G.YEAR: "Y", _G.HALF: "H", _G.QUARTER: "Q",
    _G.MONTH: "M", _G.WEEK: "W", _G.WEEKEND: "WE", _G.DAY: "D", _G.HOUR: "H", _G.MINUTE: "M", _G.SECOND: "S",
    _G.SEASON: "S",
}  # fmt: skip
_FINER = {
    _G.YEAR: (_G.MONTH, 12),
    _G.HOUR: (_G.MINUTE, 60),
    _G.MINUTE: (_G.SECOND, 60),
    _G.DAY: (_G.HOUR, 24),
}
_IN_YEARS = {_G.DECADE: 10, _G.CENTURY: 100, _G.MILLENNIUM: 1000}

Part = tuple[float | None, Granularity]


def resolve_length(expression: Expression, meaning: Length, anchors: Anchors) -> Outcome:
    """Write a duration; it has no place in the calendar."""
    found = Outcome(length_value(meaning), reason=("length", (meaning,)), mentions=False)
    if meaning.side is not None and anchors.writing is not None and not anchors.narrative:
        found.anchor = anchors.dct_anchor()
        found.begin, found.end = ("t0", None) if meaning.side is Lean.FUTURE else (None, "t0")
    del expression
    return found


def length_value(meaning: Length) -> str:
    """Return the TIMEX3 duration: "P18M", "PT45M", "PXY"."""
    dates, times = "", ""
    for amount, unit in meaning.parts:
        for count, part in _whole(amount, unit):
            text = f"{'X' if count is None else _plain(count)}{_LETTER[part]}"
            if part in TIMES:
                times += text
            else:
                dates += text
    return f"P{dates}T{times}" if times else f"P{dates}"


def _whole(amount: float | None, unit: Granularity) -> list[Part]:
    """Write decades in years and half years in months: "a decade" is P10Y, "a year and a half" P1Y6M."""
    if amount is not None and unit in _IN_YEARS:
        return [(amount * _IN_YEARS[unit], _G.YEAR)]
    if amount is None or amount == int(amount) or unit not in _FINER:
        return [(amount, unit)]
    finer, times = _FINER[unit]
    rest = (amount - int(amount)) * times
    if rest != int(rest):
        return [(amount, unit)]
    return [(int(amount), unit), (rest, finer)] if int(amount) else [(rest, finer)]


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:.10g}"


def resolve_repeat(expression: Expression, meaning: Repeat, anchors: Anchors) -> Outcome:
    """Write a set of times."""
    del expression, anchors
    return Outcome(
        meaning.value, quant=meaning.quant, freq=meaning.freq, reason=("set", (meaning,)), mentions=False
    )


def resolve_vague(expression: Expression, meaning: Vague, anchors: Anchors) -> Outcome:
    """Write a reference without a date; "at that time" is the date that the text was speaking of."""
    if not meaning.ref:
        return _same_time(expression, anchors) or outcome.unknown(
            "", "the text does not say which time is meant"
        )
    found = reference(meaning.ref, anchors)
    if (
        meaning.ref == "FUTURE_REF"
        and expression.cue
        and anchors.writing is not None
        and anchors.writing.is_day
    ):
        _from_post(expression.cue, found, anchors.writing.first_day)
    return found


_DEMONSTRATIVES = ("this ", "that ", "the same ")
_NEAR = 2  # sentences: how far back "at that time" reaches


def _same_time(expression: Expression, anchors: Anchors) -> Outcome | None:
    """Return the date last mentioned; where that ends a range, "this period" is the whole of it."""
    last, words = anchors.last(), expression.text.lower()
    if last is None or last.sentence < expression.sentence - _NEAR or not words.startswith(_DEMONSTRATIVES):
        return None
    period = words.endswith("period")
    if period and last.when.is_day:
        return None  # a day is no period
    before = anchors.mentions[-2] if period and len(anchors.mentions) > 1 else None
    if before is not None and before.sentence == last.sentence and before.when.unit is last.when.unit:
        begin, end = before.when.period().earliest, last.when.period().latest
        if begin is not None and end is not None and begin < end:
            whole = periods.within(begin, end, last.when.unit)
            return Outcome("PAST_REF", period=whole, anchor=last.anchor, reason=("same", ()), mentions=False)
    found = outcome.of(last.when, last.anchor, "same")
    found.mentions = False
    return found


def _apposed(expression: Expression, anchors: Anchors) -> Outcome | None:
    """Return the day that stands just before, behind a comma: both are the same day."""
    before, mention = anchors.previous or (None, None)
    close = before is not None and before.sentence == expression.sentence
    if before is None or mention is None or not close or not mention.when.is_day:
        return None
    if expression.start - before.end != _COMMA or mention.when.clock or "day" not in expression.text:
        return None
    if not isinstance(before.meaning, (Calendar, Nth)):
        return None  # "ten days after 3 May, the day before the vote": which of them is open
    found = outcome.of(mention.when, mention.anchor, "apposed")
    found.mentions = False
    return found


_COMMA = 2  # characters: ", "


def _from_post(cue: str, found: Outcome, published: date) -> None:
    """Count from the post that the news tell of: written, at the earliest, on the day before."""
    before = published - timedelta(days=1)
    found.anchor = Anchor(AnchorKind.SPEAKER, "speaker", cue, periods.day(before))
    found.period = periods.vague(before, None)


def resolve_literal(expression: Expression, meaning: Literal, anchors: Anchors) -> Outcome:
    """Pass on a value that the words give whole; "on 3 May, the day before the vote" says when that was."""
    beside = _apposed(expression, anchors) if meaning.event else None
    if beside is not None:
        return beside
    anchor = Anchor(AnchorKind.EVENT, meaning.event, meaning.event) if meaning.event else NO_ANCHOR
    problem = meaning.problem or None
    return Outcome(
        meaning.value, anchor=anchor, problem=problem, reason=("length", (meaning,)), mentions=False
    )
