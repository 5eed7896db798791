"""The periods that business reports speak of: "the quarter", "a year earlier", "the 1988 period"."""

from chronology.model import Granularity
from chronology.model.meaning import Calendar, Expression, Lean, Length, Shift
from chronology.model.timex import NO_ANCHOR
from chronology.resolution import outcome, policy
from chronology.resolution.anchors import Anchors, Mention
from chronology.resolution.outcome import Outcome
from chronology.resolution.when import When, move

_G = Granularity
_SATURDAY = 6


def report(expression: Expression, found: Outcome, anchors: Anchors, ref: str) -> None:
    """Note the quarter that a business report is about; "the nine months" end it."""
    meaning = expression.meaning
    if isinstance(meaning, Length):
        if meaning.parts[0][1] is _G.MONTH and expression.text[:4].lower() == "the ":
            anchors.reported = None
    elif found.when is not None and found.when.unit is _G.QUARTER and found.mentions:
        ended = anchors.writing is None or _ended(found.when, anchors.writing)
        if ended and not _looks_back(found.when, anchors.reported):
            anchors.reported = Mention(ref, expression.text, found.when, expression.sentence)


def _looks_back(when: When, reported: Mention | None) -> bool:
    """Tell whether a quarter is before the one reported on: "after a flat second quarter" compares."""
    return reported is not None and (when.year, when.number) < (reported.when.year, reported.when.number)


def _ended(when: When, writing: When) -> bool:
    latest, published = when.period().latest, writing.period().latest
    return latest is not None and published is not None and latest <= published


def _last_ended(year: int | None, number: int, anchors: Anchors, writing: When) -> When:
    """Return the quarter of that number in its year, or in the year of the day that it ended on.

    "The quarter ended Oct. 31" lies in the calendar's fourth, even where that is not over yet.
    """
    when = When(_G.QUARTER, year or writing.year, number=number)
    day = anchors.following.meaning if anchors.following is not None else None
    if not year and isinstance(day, Calendar) and day.day is not None and day.year is None:
        ended = policy.possible(day, writing.year)
        over = ended is not None and policy.bounds(ended)[0] <= policy.bounds(writing)[1]
    else:
        over = bool(year) or _ended(when, writing)
    return when if over else when._replace(year=when.year - 1)


def in_report(meaning: Shift, anchors: Anchors) -> Outcome | None:
    """Read "a year ago", "a year earlier" in a report on a quarter as that quarter, a year before."""
    quarter = anchors.reported
    if quarter is not None and abs(meaning.count or 0) == 1:
        return _quarter(
            When(_G.QUARTER, quarter.when.year + int(meaning.count or 0), number=quarter.when.number), quarter
        )
    return None


def _quarter(when: When, quarter: Mention) -> Outcome:
    found = outcome.of(when, quarter.anchor, "reported")
    found.mentions = False
    return found


def spoken_of(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome | None:
    """Resolve what speaks of a period in reports: "the quarter", "year-earlier", "the 1988 period"."""
    if meaning.about == "the":
        return _the(expression, meaning, anchors)
    if meaning.about == "turn":
        return _turn(anchors)
    quarter = None if anchors.narrative else anchors.reported
    if meaning.about.isdigit():
        year = int(meaning.about)
        if quarter is not None:
            return _quarter(When(_G.QUARTER, year, number=quarter.when.number), quarter)
        return outcome.of(When(_G.YEAR, year), NO_ANCHOR, "said", meaning)
    return _year_ago(meaning, anchors, quarter)


def _year_ago(meaning: Shift, anchors: Anchors, quarter: Mention | None) -> Outcome | None:
    """Resolve "the year-earlier period": the quarter reported on a year before, else the year before."""
    if quarter is not None and meaning.unit is _G.YEAR:
        return _quarter(When(_G.QUARTER, quarter.when.year - 1, number=quarter.when.number), quarter)
    if anchors.writing is None:
        return None
    when = move(anchors.writing, meaning.count or 0, meaning.unit)
    found = outcome.of(when, anchors.dct_anchor(), "shift", meaning)
    found.mentions = False
    return found


def _turn(anchors: Anchors) -> Outcome | None:
    """Resolve "the turn of the century": the one nearest to the time that is spoken of."""
    last = anchors.last(_G.YEAR) if anchors.narrative else None
    base, anchor = (last.when, last.anchor) if last is not None else (anchors.writing, anchors.dct_anchor())
    if base is None or base.year < 1:
        return outcome.unknown("XXXX", "the text does not say of which century")
    return outcome.of(When(_G.YEAR, max(round(base.year, -2), 1)), anchor, "turn")


def _the(expression: Expression, meaning: Shift, anchors: Anchors) -> Outcome | None:
    """Resolve "the quarter" (spoken of, or last to end) and "the weekend" (last, or coming)."""
    if anchors.narrative or anchors.writing is None:
        return None
    if meaning.unit is _G.QUARTER:
        reported = anchors.reported
        if isinstance(meaning.base, Calendar) and meaning.base.number is not None:
            when = _last_ended(meaning.base.year, meaning.base.number, anchors, anchors.writing)
            if reported is None or (
                when.number != reported.when.number and "fiscal" not in reported.text.lower()
            ):
                return outcome.of(when, anchors.dct_anchor(), "ended then")
        if reported is not None:
            return outcome.of(reported.when, reported.anchor, "same")
        return outcome.of(move(anchors.writing, -1, _G.QUARTER), anchors.dct_anchor(), "last to end")
    if meaning.unit is _G.WEEKEND and anchors.writing.is_day:
        weekday = anchors.writing.first_day.isoweekday()
        back = expression.lean is not Lean.FUTURE and weekday < _SATURDAY
        return outcome.of(
            move(anchors.writing, -1 if back else 0, _G.WEEKEND), anchors.dct_anchor(), "weekend", back
        )
    return None
