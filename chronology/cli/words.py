"""Answers as text to read in a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from chronology.model import Deadline, DeadlineState, Finding, KeyDate
from chronology.temporal.words import describe

MOST_TITLES = 4
"""Titles shown for one day."""


def dates(found: Sequence[KeyDate], titles: Mapping[str, str]) -> str:
    """One day a line, best first, with the titles of its events."""
    return _page([_day(item, titles) for item in found], "No dated events.")


def _day(item: KeyDate, titles: Mapping[str, str]) -> str:
    names = [titles[name] for name in item.events if name in titles]
    more = f"; and {len(names) - MOST_TITLES} more" if len(names) > MOST_TITLES else ""
    told = "; ".join(names[:MOST_TITLES]) or "(documents name the day, and tell no event of it)"
    return f"{item.day.isoformat()}  {item.score:8.3f}  {told}{more}"


def deadlines(found: Sequence[Deadline], as_of: date, until: date | None) -> str:
    """One deadline a paragraph: when, what, how many days are left, and the sentence that says so."""
    span = f" and due by {until.isoformat()}" if until else ""
    head = f"Deadlines as of {as_of.isoformat()}{span}:"
    lines = [head, *(line for item in found for line in _deadline(item))]
    return _page(lines if found else [], f"No deadlines known as of {as_of.isoformat()}{span}.")


def _deadline(item: Deadline) -> Iterator[str]:
    yield ""
    yield f"{item.event.title}"
    yield f"    due {describe(item.due)} ({item.due.edtf}): {_left(item)}"
    yield f"    “{' '.join(_quote(item).split())}”"
    if item.event.why_date:
        yield f"    {item.event.why_date}"


def _quote(item: Deadline) -> str:
    """Return the sentence that says the due date, or the first that tells of the deadline."""
    telling = item.event.evidence
    said = (piece.quote for piece in telling if piece.timex is not None and piece.timex.edtf == item.due.edtf)
    return next(said, telling[0].quote)


def _left(item: Deadline) -> str:
    if item.state is not DeadlineState.UPCOMING:
        return str(item.state)
    low, high = item.days_min, item.days_max
    most = "" if high is None else f"at most {high} days left"
    if low is None:
        return most or "no day known"
    if low == high:
        return f"{low} days left" if low else "today"
    if low < 0:
        return "; ".join(filter(None, ("it may have come already", most)))
    return f"at least {low} days left" if high is None else f"{low} to {high} days left"


def findings(found: Iterable[Finding]) -> str:
    """One finding a line, the grave ones first."""
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda item: order.get(str(item.severity), len(order)))
    return _page([f"{item.severity:7}  {item.code}: {item.message}" for item in ranked], "Nothing to report.")


def _page(lines: Sequence[str], otherwise: str) -> str:
    return "\n".join(lines or [otherwise]) + "\n"
