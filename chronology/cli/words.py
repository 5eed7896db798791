"""Answers as text to read in a terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from chronology.model import Deadline, DeadlineState, Finding, KeyDate
from chronology.temporal.words import describe


def dates(found: Sequence[KeyDate], titles: Mapping[str, str]) -> str:
    """One day a line, best first, with the titles of its events."""
    lines = [
        f"{item.day.isoformat()}  {item.score:8.3f}  "
        + "; ".join(titles[name] for name in item.events if name in titles)
        for item in found
    ]
    return _page(lines, "No dated events.")


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
    quote = item.event.evidence[0].quote if item.event.evidence else ""
    if quote:
        yield f"    “{' '.join(quote.split())}”"
    if item.event.why_date:
        yield f"    {item.event.why_date}"


def _left(item: Deadline) -> str:
    if item.state is not DeadlineState.UPCOMING:
        return str(item.state)
    low, high = item.days_min, item.days_max
    most = "" if high is None else f"at most {high} days left"
    if low is None:
        return most or "no day known"
    if low == high:
        return f"{low} days left" if low else "today"
    if low <= 0:
        return "; ".join(filter(None, ("it may have come already", most)))
    return f"at least {low} days left" if high is None else f"{low} to {high} days left"


def findings(found: Iterable[Finding]) -> str:
    """One finding a line, the grave ones first."""
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda item: order.get(str(item.severity), len(order)))
    return _page([f"{item.severity:7}  {item.code}: {item.message}" for item in ranked], "Nothing to report.")


def _page(lines: Sequence[str], otherwise: str) -> str:
    return "\n".join(lines or [otherwise]) + "\n"
