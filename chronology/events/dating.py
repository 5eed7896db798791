"""A period for the event out of its time expression, the signal before it, tense and aspect."""

from dataclasses import dataclass
from datetime import date

from chronology.events.language.elements import VerbGroup
from chronology.events.linking import Link
from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods


@dataclass(frozen=True, slots=True)
class Dating:
    """When, and why, in one plain sentence."""

    period: Period | None
    why: str


def combine(link: Link, verb: VerbGroup | None, spoken: Period | None, *, due: bool) -> Dating:
    """Date an event by its link.

    `spoken` is when the sentence was said or published; it closes "since …" intervals. `due`: the event is a
    deadline, so "by March" is March itself.
    """
    try:
        return _combined(link, verb, spoken, due=due)
    except DateError:
        return Dating(link.timex.period, _plain(link))


def _combined(link: Link, verb: VerbGroup | None, spoken: Period | None, *, due: bool) -> Dating:
    when, said = link.timex.period, f"“{link.timex.text}”"
    if when is None:
        return Dating(None, f"{said} gives no date: {link.timex.unresolved or 'it is not resolved'}.")
    if link.until is not None and link.until.period is not None:
        why = f"It lasted from {said} to “{link.until.text}”; {link.why}."
        return Dating(periods.interval(when, link.until.period), why)
    if when.granularity is Granularity.UNKNOWN:
        return Dating(when, f"{said} names no date, so none is given; {link.why}.")
    if link.signal in {"since", "ever since"}:
        return _since(link, when, spoken)
    return Dating(when, _plain(link)) if due else _by_signal(link, verb, when)


def _by_signal(link: Link, verb: VerbGroup | None, when: Period) -> Dating:
    """Until, before, by and after put the happening beside the time; all other signals put it there."""
    if link.signal in {"until", "till", "before"} and verb is not None and verb.negated:
        bounded = periods.within(when.start, None, when.granularity)
        return Dating(bounded, f"Not before “{link.timex.text}”; {link.why}.")
    if link.signal in {"until", "till", "through"} and verb is not None:
        return Dating(periods.interval(None, when), f"It lasted until “{link.timex.text}”; {link.why}.")
    return _ordered(link, when) if link.signal in _ORDER else Dating(when, _plain(link))


_ORDER = frozenset(
    {"before", "by", "prior to", "ahead of", "after", "following", "no later than", "on or before"}
)


def _plain(link: Link) -> str:
    signal = f"{link.signal} " if link.signal in {"in", "on", "at", "by", "during", "since"} else ""
    return f"Dated by “{signal}{link.timex.text}”: {link.why}."


def _since(link: Link, when: Period, spoken: Period | None) -> Dating:
    why = f"It runs from “{link.timex.text}” up to the time of speaking; {link.why}."
    if spoken is None or spoken.start is None or (when.start is not None and spoken.start < when.start):
        return Dating(periods.interval(when, None), why)
    return Dating(periods.interval(when, spoken), why)


def _ordered(link: Link, when: Period) -> Dating:
    if link.signal in {"after", "following"}:
        start = when.latest
        return Dating(
            periods.within(start, None, when.granularity), f"After “{link.timex.text}”; {link.why}."
        )
    end = when.latest if link.signal in {"by", "no later than", "on or before"} else when.start
    return Dating(
        periods.within(None, end, when.granularity), f"Not later than “{link.timex.text}”; {link.why}."
    )


def before_publication(published: Period | None, because: str) -> Dating:
    """Date a happening that the text puts in its past, without saying when: some time up to publication."""
    latest = published.latest if published is not None else None
    if latest is None:
        return Dating(None, because)
    return Dating(
        periods.within(None, latest, published.granularity if published else Granularity.DAY), because
    )


def lies_ahead(period: Period | None, published: Period | None) -> bool:
    """Tell whether a period begins after everything published."""
    start: date | None = period.start if period is not None else None
    latest = published.latest if published is not None else None
    return start is not None and latest is not None and start > latest


def lies_behind(period: Period | None, published: Period | None) -> bool:
    """Tell whether a period ended before publication."""
    end = period.latest if period is not None else None
    start = published.start if published is not None else None
    return end is not None and start is not None and end < start
