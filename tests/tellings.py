"""Hand-made tellings for the tests of the timeline stage."""

from datetime import date, timedelta
from typing import Any

from chronology.model import (
    Anchor,
    AnchorKind,
    CreationTime,
    Derivation,
    Document,
    DocumentBasis,
    Event,
    Evidence,
    Granularity,
    Period,
    Span,
    Status,
    Timex,
    TimexType,
)
from chronology.temporal import edtf


def period(value: str | None) -> Period | None:
    """An EDTF value; "near future" style vague references are written "vague:START"."""
    if value is None:
        return None
    if value.startswith("vague:"):
        start = date.fromisoformat(value.removeprefix("vague:"))
        return Period(start, None, Granularity.UNKNOWN, f"{start}/..")
    return edtf.parse(value)


def document(identity: str, published: str | None = "2031-03-12", text: str = "", **fields: Any) -> Document:
    """A document; its text only matters to the search for copies."""
    found = period(published)
    created = CreationTime(found, DocumentBasis.GIVEN) if found else None
    return Document(identity, text or f"Text of {identity}. " * 3, created, **fields)


_next = iter(range(10, 10_000_000, 40))


def telling(
    where: str,
    title: str,
    when: str | None = None,
    *,
    said: str = "",
    quote: str = "",
    at: int | None = None,
    relative: bool = False,
    trigger: str = "",
    **fields: Any,
) -> Event:
    """One event as one document tells it: dated `when` (EDTF) by the words `said`, in `quote` at `at`."""
    start = next(_next) if at is None else at
    quote = quote or f"It was {title} {said}".strip()
    trigger = trigger or fields.get("lemma", "") or title.rsplit(maxsplit=1)[-1]
    told = start + max(0, quote.find(trigger))
    found = period(when)
    dated = None
    if found is not None and said:
        anchor = Anchor(AnchorKind.DCT if relative else AnchorKind.NONE)
        begin = start + max(0, quote.find(said))
        because = f"“{said}” is {when}."
        dated = Timex(
            f"t{start}",
            begin,
            begin + len(said),
            said,
            TimexType.DATE,
            when or "",
            Derivation((), because),
            anchor,
            found,
        )
    evidence = Evidence(
        where, start, start + len(quote), quote, Span(told, told + len(trigger)), trigger, dated
    )
    base: dict[str, Any] = {"kind": "event", "status": Status.OCCURRED}
    return Event(f"{where}:{start}", title, date=found, evidence=(evidence,), **(base | fields))


def days_after(first: str, count: int) -> str:
    """The ISO day `count` days after `first`."""
    return (date.fromisoformat(first) + timedelta(days=count)).isoformat()
