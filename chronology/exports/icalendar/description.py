"""The words below an entry: the quotation, who published it, how the date was reached, how long is left."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from chronology.exports.icalendar.text import one_line, shorten
from chronology.model import Document, Event, Evidence, Period
from chronology.temporal import words

_QUOTES: Final = 3
_QUOTE: Final = 300
_REASON: Final = 300
_NAME: Final = 120
_LONGEST: Final = 2000


def write(event: Event, documents: Mapping[str, Document], as_of: date | None) -> str:
    """Return the DESCRIPTION: paragraphs separated by an empty line."""
    return shorten("\n\n".join(filter(None, _parts(event, documents, as_of))), _LONGEST)


def sentences(event: Event) -> tuple[Evidence, ...]:
    """Return the evidence, each sentence once: it may name the event twice."""
    return tuple({(item.document_id, item.start): item for item in reversed(event.evidence)}.values())[::-1]


def _parts(event: Event, documents: Mapping[str, Document], as_of: date | None) -> Iterator[str]:
    quotations = sentences(event)
    for item in quotations[:_QUOTES]:
        yield f"“{one_line(item.quote, _QUOTE)}”\n— {_source(documents.get(item.document_id), item)}"
    if len(quotations) > _QUOTES:
        yield f"More quotations on its page: {len(quotations) - _QUOTES}."
    if event.date is not None:
        yield f"Date: {words.describe(event.date)}. {one_line(event.why_date, _REASON)}".rstrip()
    if event.deadline is not None and event.date is not None:
        yield _days_left(event.date, as_of or _last_report(event, documents))
    if event.superseded_by is not None:
        yield "Superseded: a later report gives another date."
    yield "\n".join(_particulars(event))


def _particulars(event: Event) -> Iterator[str]:
    if event.participants:
        yield f"Who: {one_line(', '.join(event.participants), _REASON)}"
    if event.attribution is not None and event.attribution.source:
        yield f"According to: {one_line(event.attribution.source, _NAME)}"
    if event.first_reported is not None:
        yield f"First reported: {words.describe(event.first_reported)}"
    if event.findings:
        yield f"Checks noticed: {one_line(', '.join(event.findings), _REASON)}"


def _source(document: Document | None, item: Evidence) -> str:
    if document is None:
        return one_line(item.document_id, _NAME)
    published = f"published {words.describe(document.published.period)}" if document.published else ""
    parts = (document.title or document.id, document.publisher, published)
    return ", ".join(cleaned for part in parts if (cleaned := one_line(part, _NAME)))


def _last_report(event: Event, documents: Mapping[str, Document]) -> date | None:
    """Return the latest publication day among the sources, of those that are known to the day."""
    known = (documents[name].published for name in event.documents if name in documents)
    days = [moment.period.start for moment in known if moment is not None and moment.period.is_day]
    return max((day for day in days if day is not None), default=None)


def _days_left(due: Period, day: date | None) -> str:
    """Count from `day`, never from a clock: a feed that counts down would change every day."""
    if day is None:
        return ""
    first = None if due.earliest is None else (due.earliest - day).days
    last = None if due.latest is None else (due.latest - day).days
    if last is not None and last < 0:
        return f"As of {day.isoformat()} it had passed."
    return f"As of {day.isoformat()}: {_range(first, last)} left."


def _range(first: int | None, last: int | None) -> str:
    """Write "418 to 445 days", "at most 30 days" or, where there is no last day, "at least 12 days"."""
    least = None if first is None else max(first, 0)
    if least == last or least is None:
        return f"{'' if least == last else 'at most '}{_days(last or 0)}"
    return f"at least {_days(least)}" if last is None else f"{least} to {_days(last)}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
