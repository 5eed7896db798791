"""Meaning + anchor → timex."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from chronology.model import CreationTime, DateError, Granularity, Timex, TimexType
from chronology.model.meaning import (
    Calendar, Clock, Expression, Feast, Lean, Length, Literal, Meaning, Nth, Origin, Repeat, Shift, Vague, Within,
)
from chronology.model.timex import NO_ANCHOR, Anchor
from chronology.resolution import policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.reasons import derivation
from chronology.resolution.when import When, move, of_day, widen
from chronology.temporal import holidays, periods

_G = Granularity
_LETTER = {
    _G.MILLENNIUM: "L", _G.CENTURY: "C", _G.DECADE: "E", _G.YEAR: "Y", _G.HALF: "H", _G.QUARTER: "Q",
    _G.MONTH: "M", _G.WEEK: "W", _G.WEEKEND: "WE", _G.DAY: "D", _G.HOUR: "H", _G.MINUTE: "M", _G.SECOND: "S",
    _G.SEASON: "S",
}  # fmt: skip
_TIMES = {_G.HOUR, _G.MINUTE, _G.SECOND}


def resolve(
    expressions: Sequence[Expression], creation: CreationTime | None, mode: str = "auto"
) -> tuple[Timex, ...]:
    """Return one timex for every expression, in order. `mode`: "auto", "news" or "narrative"."""
    anchors = Anchors(creation)
    anchors.narrative = (
        policy.is_narrative(expressions, anchors.writing) if mode == "auto" else mode == "narrative"
    )
    if anchors.writing is None:
        anchors.narrative = True
    if not anchors.narrative:
        expressions = [item for item in expressions if item.rule not in policy.ONLY_IN_NARRATIVE]
    return tuple(_timex(expression, number, anchors) for number, expression in enumerate(expressions, 1))


def _timex(expression: Expression, number: int, anchors: Anchors) -> Timex:
    ref = f"t{number}"
    outcome = _outcome(expression, anchors)
    if outcome.when is not None and outcome.mentions and outcome.problem is None:
        anchors.mention(Mention(ref, expression.text, outcome.when, expression.sentence))
    _report(expression, outcome, anchors, ref)
    return Timex(
        id=ref,
        start=expression.start,
        end=expression.end,
        text=expression.text,
        type=expression.type,
        value=outcome.value,
        derivation=derivation(expression, outcome, anchors.narrative),
        anchor=outcome.anchor,
        period=outcome.period,
        mod=outcome.mod or expression.mod,
        quant=outcome.quant,
        freq=outcome.freq,
        function=_function(outcome, anchors, number, expression),
        signal=expression.signal,
        confidence=outcome.confidence,
        alternatives=outcome.alternatives,
        unresolved=outcome.problem,
    )


def _outcome(expression: Expression, anchors: Anchors) -> Outcome:
    try:
        outcome = _RESOLVERS[type(expression.meaning)](expression, expression.meaning, anchors)
    except DateError as error:
        return Outcome("", problem=error.message, confidence=0.3, mentions=False)
    try:
        _period(expression, outcome)
    except DateError as error:
        outcome.problem, outcome.mentions = error.message, False
    return outcome


_HEAD = 600  # characters: where a dateline can stand


def _function(outcome: Outcome, anchors: Anchors, number: int, expression: Expression) -> str | None:
    """Mark the dateline: a full date in the head of the text that is the publication day itself."""
    if number > 3 or expression.start > _HEAD or anchors.creation is None or outcome.when is None:  # noqa: PLR2004
        return None
    meaning = expression.meaning
    explicit = isinstance(meaning, Calendar) and meaning.year is not None and meaning.day is not None
    same = anchors.writing is not None and outcome.when == anchors.writing
    return "PUBLICATION_TIME" if explicit and same else None


def _period(expression: Expression, outcome: Outcome) -> None:
    if outcome.period is not None or outcome.when is None or expression.type is TimexType.SET:
        return
    found = outcome.when.period()
    if expression.mod == "APPROX":
        found = periods.approximate(found)
    outcome.period = found


# Calendar dates


def _calendar(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    if meaning.year is not None:
        return _said(meaning, anchors)
    if meaning.granularity in {_G.PART_OF_DAY, _G.HOUR, _G.MINUTE, _G.SECOND} and meaning.day is None:
        return _clock_alone(expression, meaning, anchors)
    if meaning.weekday is not None and meaning.month is None:
        return _weekday(expression, meaning, anchors)
    return _yearless(expression, meaning, anchors)


def _said(meaning: Calendar, anchors: Anchors) -> Outcome:
    year = meaning.year or 0
    if meaning.short and meaning.granularity is not _G.DECADE and year < 100:  # noqa: PLR2004 - two digits
        year = policy.full_year(year, anchors.writing)
    when = _when(meaning, -year if meaning.bc else year)
    return Outcome(when.value, when, reason=("said", ()), confidence=0.97)


def _when(meaning: Calendar, year: int) -> When:
    clock = _clock_value(meaning.clock)
    unit = meaning.granularity
    if meaning.day is not None:
        when = When(_G.DAY, year, meaning.month or 0, meaning.day, clock=clock)
        if year > 0:
            when.first_day  # noqa: B018 - raises where there is no such day
        return when
    return When(unit, year, meaning.month or 0, 0, meaning.number or 0, meaning.season or "", clock)


def _clock_value(clock: Clock | None) -> str:
    if clock is None:
        return ""
    if clock.part is not None:
        return f"T{clock.part}"
    text = f"T{clock.hour:02d}"
    if clock.minute is not None:
        text += f":{clock.minute:02d}"
    if clock.second is not None:
        text += f":{clock.second:02d}"
    return text


def _clock_alone(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a bare time the day that the text is speaking of."""
    last = anchors.last(_G.DAY)
    if last is not None and (anchors.narrative or last.sentence >= expression.sentence - 1):
        base, anchor = last.when, last.anchor
    elif anchors.writing is not None and anchors.writing.is_day and not anchors.narrative:
        base, anchor = anchors.writing, anchors.dct_anchor()
    else:
        return Outcome(f"XXXX-XX-XX{_clock_value(meaning.clock)}", problem="the text does not say on which day")
    when = When(_G.DAY, base.year, base.month, base.day, clock=_clock_value(meaning.clock))
    return Outcome(when.value, when, anchor=anchor, reason=("same day", ()), confidence=0.7, mentions=False)


def _weekday(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    last = anchors.last(_G.DAY) if anchors.narrative else None
    weekday = meaning.weekday or 1
    if last is not None:
        day = last.when.first_day
        when = of_day(day + timedelta(days=(weekday - day.isoweekday()) % 7))
        return _clocked(Outcome(when.value, when, anchor=last.anchor, reason=("weekday after", ())), meaning)
    if anchors.writing is None or not anchors.writing.is_day:
        return Outcome(f"XXXX-WXX-{weekday}", problem="the weekday needs a publication day to count from")
    dct = anchors.writing.first_day
    back, ahead = (dct.isoweekday() - weekday) % 7, (weekday - dct.isoweekday()) % 7
    future = expression.lean is Lean.FUTURE
    day = dct + timedelta(days=ahead) if future else dct - timedelta(days=back)
    when = of_day(day)
    outcome = Outcome(when.value, when, anchor=anchors.dct_anchor(), reason=("weekday", (future,)))
    return _clocked(outcome, meaning)


def _clocked(outcome: Outcome, meaning: Calendar | Shift) -> Outcome:
    if meaning.clock is not None and outcome.when is not None and outcome.when.is_day:
        when = outcome.when
        outcome.when = When(_G.DAY, when.year, when.month, when.day, clock=_clock_value(meaning.clock))
        outcome.value = outcome.when.value
    return outcome


def _yearless(expression: Expression, meaning: Calendar, anchors: Anchors) -> Outcome:
    """Give a month, day, quarter or season its year."""
    last = anchors.last(_G.YEAR)
    if anchors.narrative and last is not None:
        return _narrative_year(meaning, last)
    if anchors.writing is None:
        if last is not None:
            return _narrative_year(meaning, last)
        return Outcome(_yearless_value(meaning), problem="the year needs a publication date or an earlier date")
    years = [anchors.writing.year + step for step in (-1, 0, 1)]
    candidates = [when for year in years if (when := _possible(meaning, year)) is not None]
    if not candidates:
        raise DateError("there is no such day")
    when, why = policy.nearest_year(candidates, anchors.writing, expression.lean)
    return Outcome(when.value, when, anchor=anchors.dct_anchor(), reason=("year", (why,)))


def _possible(meaning: Calendar, year: int) -> When | None:
    try:
        return _when(meaning, year)
    except DateError:
        return None


def _narrative_year(meaning: Calendar, last: Mention) -> Outcome:
    year = widen(last.when, _G.YEAR).year
    when = _when(meaning, year)
    if _starts_next_year(when, last.when):
        when = _when(meaning, year + 1)
    return Outcome(when.value, when, anchor=last.anchor, reason=("narrative year", ()), confidence=0.85)


_YEAR_END, _YEAR_START = 11, 2  # months


def _starts_next_year(when: When, last: When) -> bool:
    """Tell whether the story goes on into the next year: January after December."""
    return bool(when.month) and when.month <= _YEAR_START and last.month >= _YEAR_END and last.year > 0


def _yearless_value(meaning: Calendar) -> str:
    return "XXXX" + When(meaning.granularity, 1, meaning.month or 0, meaning.day or 0, meaning.number or 0, meaning.season or "").value[4:]


# Relative dates


def _shift(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome:
    if meaning.count is None:
        return _unstated(expression, meaning, anchors)
    if meaning.event:
        special = _spoken_of(expression, meaning, anchors)
        if special is not None:
            return special
    if meaning.base is not None:
        inner = _calendar(expression, meaning.base, anchors) if isinstance(meaning.base, Calendar) else Outcome("")
        base, anchor = inner.when, inner.anchor
    else:
        base, anchor = _origin(meaning, anchors)
    if base is None:
        return Outcome(_unknown(meaning.unit), problem="there is no date to count from", anchor=NO_ANCHOR)
    if not anchors.narrative and meaning.unit is _G.YEAR and expression.rule in {"ago", "earlier"}:
        quarter = anchors.reported
        if quarter is not None and abs(meaning.count) == 1:
            when = When(_G.QUARTER, quarter.when.year + int(meaning.count), number=quarter.when.number)
            return Outcome(when.value, when, anchor=quarter.anchor, reason=("shift", (meaning,)), confidence=0.7, mentions=False)
        if meaning.origin is Origin.NARRATIVE and anchors.writing is not None:
            base, anchor = anchors.writing, anchors.dct_anchor()
    if meaning.unit in _TIMES:
        return Outcome("PAST_REF" if meaning.count < 0 else "FUTURE_REF", anchor=anchor, reason=("vague", ()))
    if meaning.unit.finer_than(base.unit) and meaning.unit is not base.unit:
        return _coarse(meaning, base, anchor)
    when = _moved(base, meaning)
    outcome = Outcome(when.value, when, anchor=anchor, reason=("shift", (meaning,)))
    if expression.mod in {"BEFORE", "AFTER"} and meaning.origin is Origin.WRITING:
        _bound(expression, meaning, base, outcome)
    return _clocked(outcome, meaning)


_COUNTED_IN_YEARS = {_G.DECADE: 10, _G.CENTURY: 100, _G.MILLENNIUM: 1000}


def _moved(base: When, meaning: Shift) -> When:
    """Do the sum; "a decade earlier" is ten years, and names a year."""
    years = _COUNTED_IN_YEARS.get(meaning.unit)
    if years is not None and meaning.origin is not Origin.EITHER and not meaning.event and abs(meaning.count or 0) >= 1:
        if meaning.counted and not _G.YEAR.finer_than(base.unit):
            return move(base, (meaning.count or 0) * years, _G.YEAR)
    return move(base, meaning.count or 0, meaning.unit)


def _report(expression: Expression, outcome: Outcome, anchors: Anchors, ref: str) -> None:
    """Note the quarter that a report is about; "the nine months" end it."""
    meaning = expression.meaning
    if isinstance(meaning, Length) and meaning.parts[0][1] is _G.MONTH and expression.text[:4].lower() == "the ":
        anchors.reported = None
    elif isinstance(meaning, Shift) and meaning.event == "year-ago":
        return
    elif outcome.when is not None and outcome.when.unit is _G.QUARTER and expression.rule not in {"ago", "earlier"}:
        if anchors.writing is None or policy.bounds(outcome.when)[1] <= policy.bounds(anchors.writing)[1]:
            anchors.reported = Mention(ref, expression.text, outcome.when, expression.sentence)


def _spoken_of(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome | None:
    """Resolve what speaks of a period in reports: "the quarter", "year-earlier", "the 1988 period"."""
    if meaning.event == "the":
        return _the(expression, meaning, anchors)
    quarter = None if anchors.narrative else anchors.reported
    if meaning.event.isdigit():
        year = int(meaning.event)
        when = When(_G.YEAR, year) if quarter is None else When(_G.QUARTER, year, number=quarter.when.number)
        return Outcome(when.value, when, reason=("said", ()), confidence=0.7, mentions=False)
    if meaning.event == "year-ago":
        base, anchor = (quarter.when, quarter.anchor) if quarter else (anchors.writing, anchors.dct_anchor())
        if base is None:
            return None
        when = move(base, meaning.count or 0, _G.YEAR)
        if quarter is not None and meaning.unit is _G.YEAR:
            when = When(_G.QUARTER, when.year, number=quarter.when.number)
        return Outcome(when.value, when, anchor=anchor, reason=("shift", (meaning,)), confidence=0.6, mentions=False)
    return None


def _the(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome | None:
    """Resolve "the quarter" (the one spoken of, or the last to end) and "the weekend" (the last, or the coming)."""
    if meaning.unit is _G.QUARTER:
        if anchors.reported is not None:
            mention = anchors.reported
            return Outcome(mention.when.value, mention.when, anchor=mention.anchor, reason=("same", ()))
        if anchors.writing is None or anchors.narrative:
            return None
        when = move(anchors.writing, -1, _G.QUARTER)
        return Outcome(when.value, when, anchor=anchors.dct_anchor(), reason=("shift", (meaning,)), confidence=0.6)
    if meaning.unit is _G.WEEKEND and anchors.writing is not None and anchors.writing.is_day and not anchors.narrative:
        day = anchors.writing.first_day
        back = expression.lean is not Lean.FUTURE and day.isoweekday() < 6  # noqa: PLR2004 - Saturday
        when = move(anchors.writing, -1 if back else 0, _G.WEEKEND)
        return Outcome(when.value, when, anchor=anchors.dct_anchor(), reason=("shift", (meaning,)), confidence=0.7)
    return None


def _bound(expression: Expression, meaning: Shift, base: When, outcome: Outcome) -> None:
    """Open the period on the side that "over" and "less than" leave open."""
    count = meaning.count or 0
    months = {_G.YEAR: 12, _G.DECADE: 120, _G.CENTURY: 1200, _G.QUARTER: 3, _G.MONTH: 1}.get(meaning.unit)
    before = expression.mod == "BEFORE"
    if months is None or base.year < 0:
        return
    month = move(base, round(count * months), _G.MONTH)
    if base.is_day:
        edge = _same_day(month, base.day)
        latest = earliest = edge
    else:
        found = month.period() if base.unit is _G.MONTH else (outcome.when or month).period()
        earliest, latest = found.earliest, found.latest
    granularity = _G.DAY if base.is_day and not before else _G.MONTH
    outcome.period = periods.within(None, latest, _G.MONTH) if before else periods.within(earliest, None, granularity)
    if before and base.is_day and latest is not None:
        end = latest + timedelta(days=1)
        month_edtf = outcome.period.edtf
        outcome.period = type(outcome.period)(None, end, _G.MONTH, month_edtf)
    outcome.value = month.value
    outcome.when = month


def _same_day(month: When, day: int) -> date:
    for candidate in (day, 30, 29, 28):
        try:
            return date(month.year, month.month, min(day, candidate))
        except ValueError:
            continue
    raise DateError(f"there is no such day in {month.value}")


def _origin(meaning: Shift, anchors: Anchors) -> tuple[When | None, Any]:
    """Return what a shift counts from, and the anchor that says so."""
    told = meaning.origin is Origin.NARRATIVE or (meaning.origin is Origin.EITHER and anchors.narrative)
    if not told and anchors.writing is not None:
        return anchors.writing, anchors.dct_anchor()
    last = anchors.last(meaning.unit) or anchors.last()
    if last is not None and (told or anchors.writing is None) and meaning.origin is not Origin.WRITING:
        return last.when, last.anchor
    if anchors.writing is not None:
        return anchors.writing, anchors.dct_anchor()
    return None, NO_ANCHOR


def _coarse(meaning: Shift, base: When, anchor: Any) -> Outcome:
    """Count days or weeks from a month or year: only bounds come out."""
    found = base.period()
    days = int((meaning.count or 0) * (7 if meaning.unit in {_G.WEEK, _G.WEEKEND} else 1))
    earliest = found.earliest + timedelta(days=days) if found.earliest else None
    latest = found.latest + timedelta(days=days) if found.latest else None
    if meaning.count == 0:
        earliest, latest = found.earliest, found.latest
    period = periods.within(earliest, latest, meaning.unit)
    value = f"{base.value}-XX" if base.unit is _G.MONTH else _unknown(meaning.unit)
    return Outcome(value, period=period, anchor=anchor, reason=("coarse", (meaning,)), confidence=0.5)


def _unknown(unit: Granularity) -> str:
    return {_G.WEEK: "XXXX-WXX", _G.MONTH: "XXXX-XX", _G.YEAR: "XXXX"}.get(unit, "XXXX-XX-XX")


def _unstated(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome:
    past = meaning.event == "past"
    return _reference("PAST_REF" if past else "FUTURE_REF", anchors)


def _nth(expression: Expression, meaning: Nth, anchors: Anchors) -> Outcome:
    named = meaning.named
    if isinstance(named, Feast):
        return _nth_feast(meaning, named, anchors)
    base, anchor = anchors.writing, anchors.dct_anchor()
    last = anchors.last(_G.DAY if named.weekday else _G.YEAR)
    told = meaning.origin is Origin.NARRATIVE or anchors.narrative
    if told and last is not None:
        base, anchor = last.when, last.anchor
    if base is None:
        return Outcome(_yearless_value(named) if named.weekday is None else f"XXXX-WXX-{named.weekday}", problem="there is no date to count from")
    when = _nth_weekday(named, meaning.count, base) if named.weekday else _nth_in_years(named, meaning.count, base)
    if when is None:
        return Outcome(f"XXXX-WXX-{named.weekday}", problem="the weekday needs a day to count from", anchor=anchor)
    return Outcome(when.value, when, anchor=anchor, reason=("nth", (meaning,)))


def _nth_weekday(named: Calendar, count: int, base: When) -> When | None:
    if not base.is_day:
        return None
    day, weekday = base.first_day, named.weekday or 1
    if count < 0:
        return of_day(day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1))
    if count > 0:
        return of_day(day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1))
    monday = day - timedelta(days=day.isoweekday() - 1)
    return of_day(monday + timedelta(days=weekday - 1))


def _nth_in_years(named: Calendar, count: int, base: When) -> When:
    """Return the last named month that ended before the base, the next that begins after it, or the base year's."""
    if count == 0:
        return _when(named, base.year)
    first, last = policy.bounds(base)
    years = range(base.year - 2, base.year + 3)
    candidates = [_when(named, year) for year in years if year > 0]
    if count < 0:
        past = [when for when in candidates if policy.bounds(when)[1] < first]
        return past[-1]
    return next(when for when in candidates if policy.bounds(when)[0] > last)


# The rest


def _length(expression: Expression, meaning: Length, anchors: Anchors) -> Outcome:
    del anchors
    return Outcome(length_value(meaning), reason=("length", ()), confidence=0.9, mentions=False)


def length_value(meaning: Length) -> str:
    """Return the TIMEX3 duration."""
    dates, times = "", ""
    for amount, unit in meaning.parts:
        for count, part in _whole(amount, unit):
            text = f"{'X' if count is None else _plain(count)}{_LETTER[part]}"
            if part in _TIMES:
                times += text
            else:
                dates += text
    return f"P{dates}T{times}" if times else f"P{dates}"


_FINER = {_G.YEAR: (_G.MONTH, 12), _G.HOUR: (_G.MINUTE, 60), _G.MINUTE: (_G.SECOND, 60), _G.DAY: (_G.HOUR, 24)}


def _whole(amount: float | None, unit: Granularity) -> list[tuple[float | None, Granularity]]:
    if unit is _G.DECADE and amount is not None:
        return [(amount * 10, _G.YEAR)]
    if unit is _G.CENTURY and amount is not None:
        return [(amount * 100, _G.YEAR)]
    if amount is None or amount == int(amount) or unit not in _FINER:
        return [(amount, unit)]
    finer, times = _FINER[unit]
    rest = (amount - int(amount)) * times
    if rest != int(rest):
        return [(amount, unit)]
    return [(int(amount), unit), (rest, finer)] if int(amount) else [(rest, finer)]


def _plain(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"


def _repeat(expression: Expression, meaning: Repeat, anchors: Anchors) -> Outcome:
    del expression, anchors
    return Outcome(meaning.value, quant=meaning.quant, freq=meaning.freq, reason=("set", ()), mentions=False)


def _vague(expression: Expression, meaning: Vague, anchors: Anchors) -> Outcome:
    if not meaning.ref:
        return Outcome("", problem="the text does not say which time is meant", confidence=0.5, mentions=False)
    del expression
    return _reference(meaning.ref, anchors)


def _reference(ref: str, anchors: Anchors) -> Outcome:
    period = None
    if anchors.creation is not None:
        dct = anchors.creation.period
        earliest, latest = dct.earliest, dct.latest
        if ref == "PAST_REF":
            earliest = None
        elif ref == "FUTURE_REF":
            latest = None
        period = periods.vague(earliest, latest)
    return Outcome(ref, period=period, anchor=anchors.dct_anchor(), reason=("vague", ()), mentions=False)


def _within(expression: Expression, meaning: Within, anchors: Anchors) -> Outcome:
    """Give the part the year of its whole."""
    whole = _RESOLVERS[type(meaning.whole)](expression, meaning.whole, anchors)
    if whole.when is None:
        return whole
    when = _when(meaning.part, widen(whole.when, _G.YEAR).year)
    return Outcome(when.value, when, anchor=whole.anchor, reason=("within", ()), confidence=whole.confidence)


def _feast(expression: Expression, meaning: Feast, anchors: Anchors) -> Outcome:
    """Find the day of a feast: in the year said, else in the nearest that tense allows."""
    if meaning.year is not None:
        return _feast_in(meaning.name, meaning.year, NO_ANCHOR)
    last = anchors.last(_G.YEAR)
    if anchors.narrative and last is not None:
        return _feast_in(meaning.name, widen(last.when, _G.YEAR).year, last.anchor)
    if anchors.writing is None:
        return Outcome("XXXX", problem=f"the year of {meaning.name} is not said", mentions=False)
    days = _feast_days(meaning.name, anchors.writing.year)
    if not days:
        return Outcome("XXXX", problem=f"the day of {meaning.name} is not known", mentions=False)
    when, why = policy.nearest_year(days, anchors.writing, expression.lean)
    return Outcome(when.value, when, anchor=anchors.dct_anchor(), reason=("feast", (meaning.name, why)))


def _feast_days(name: str, year: int) -> list[When]:
    days = (holidays.holiday(name, number) for number in (year - 1, year, year + 1))
    return [of_day(day) for day in days if day is not None]


def _feast_in(name: str, year: int, anchor: Anchor) -> Outcome:
    day = holidays.holiday(name, year)
    if day is None:
        return Outcome("XXXX", problem=f"the day of {name} in {year} is not known", anchor=anchor, mentions=False)
    when = of_day(day)
    return Outcome(when.value, when, anchor=anchor, reason=("feast", (name, "said")))


def _nth_feast(meaning: Nth, named: Feast, anchors: Anchors) -> Outcome:
    """Read "last Thanksgiving": the latest before the anchor; "this Christmas": the nearest."""
    base, anchor = anchors.writing, anchors.dct_anchor()
    if base is None:
        return Outcome("XXXX", problem="there is no date to count from", mentions=False)
    first, last = policy.bounds(base)
    days = _feast_days(named.name, base.year)
    if meaning.count < 0:
        days = [day for day in days if policy.bounds(day)[1] < first][-1:]
    elif meaning.count > 0:
        days = [day for day in days if policy.bounds(day)[0] > last]
    if not days:
        return Outcome("XXXX", problem=f"the day of {named.name} is not known", anchor=anchor, mentions=False)
    when = days[0] if meaning.count else policy.nearest_year(days, base, None)[0]
    return Outcome(when.value, when, anchor=anchor, reason=("nth", (meaning,)))


def _literal(expression: Expression, meaning: Literal, anchors: Anchors) -> Outcome:
    del expression, anchors
    return Outcome(meaning.value, problem=meaning.problem or None, mentions=False)


_RESOLVERS: dict[type[Meaning], Callable[[Expression, Any, Anchors], Outcome]] = {
    Calendar: _calendar,
    Shift: _shift,
    Nth: _nth,
    Within: _within,
    Feast: _feast,
    Length: _length,
    Repeat: _repeat,
    Vague: _vague,
    Literal: _literal,
}
