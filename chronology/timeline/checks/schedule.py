"""World time against publication: reports from the future, and schedules nobody came back to."""

from collections.abc import Iterator
from datetime import date

from chronology.model import Event, Evidence, Finding, Severity, Status
from chronology.model.timex import AnchorKind
from chronology.temporal.words import describe
from chronology.timeline.checks.context import Context, quoted

# How salient (0 to 1) a scheduled thing must be for its silence to be worth a note.
WORTH_A_REPORT = 0.5
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED})


def report_after_publication(context: Context) -> Iterator[Finding]:
    """A document tells as past what lies after its own publication."""
    for event in context.events:
        if event.status is not Status.OCCURRED or event.date is None or not event.is_dated:
            continue
        for evidence in event.evidence:
            if context.statuses.get(evidence.key) is not Status.OCCURRED:
                continue
            published = context.published(evidence.document_id)
            stated = evidence.timex.period if _is_absolute(evidence) and evidence.timex else None
            start = stated.earliest if stated else None
            if published and published.latest and stated and start and start > published.latest:
                yield Finding(
                    "report-after-publication",
                    Severity.WARNING,
                    f"{event.title}: {context.name(evidence.document_id)}, published {describe(published)}, "
                    f"tells as past what it dates later ({quoted(evidence)}, {describe(stated)}).",
                    (event.id,),
                    (evidence.document_id,),
                )


def overdue_without_report(context: Context) -> Iterator[Finding]:
    """A scheduled thing whose day has passed, and no document says what became of it."""
    today = context.as_of or _last_publication(context)
    for event in context.events:
        if event.status not in _AHEAD or event.date is None or event.date.latest is None or today is None:
            continue
        if event.salience < WORTH_A_REPORT or _is_settled(event) or not event.is_dated:
            continue
        if event.date.latest < today:
            yield Finding(
                "overdue-without-report",
                Severity.INFO,
                f"{event.title} was {event.status} for {describe(event.date)}; as of {today.isoformat()} "
                "no document reports that it took place.",
                (event.id,),
                event.documents,
            )


def _is_settled(event: Event) -> bool:
    """Whether it was moved, or is known to have been done."""
    return any((event.superseded_by, event.extended_by, event.met_by))


def _is_absolute(evidence: Evidence) -> bool:
    """Whether the words give the date themselves; what counts from publication cannot clash."""
    return evidence.timex is not None and evidence.timex.anchor.kind is AnchorKind.NONE


def _last_publication(context: Context) -> date | None:
    periods = (context.published(document_id) for document_id in context.documents)
    return max((period.earliest for period in periods if period and period.earliest), default=None)
