"""What can be wrong with a timeline. A new check is one function in a module here and one line in CHECKS."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from chronology.model import Event, Finding
from chronology.timeline.checks import conflicts, dates, documents, schedule
from chronology.timeline.checks.context import Context

Check = Callable[[Context], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    conflicts.sources_disagree,
    conflicts.statements_do_not_fit,
    conflicts.expiry_before_signature,
    dates.weekday_mismatch,
    dates.end_before_start,
    dates.outlier_year,
    dates.unresolved_anchor,
    schedule.report_after_publication,
    schedule.overdue_without_report,
    documents.duplicate_document,
)


def check(context: Context) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """Run every check; return the events marked with the codes that touch them, and the findings in order."""
    findings = tuple(finding for function in CHECKS for finding in function(context))
    codes: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        for event in finding.events:
            codes[event].append(finding.code)
    marked = tuple(
        replace(event, findings=tuple(dict.fromkeys(codes[event.id]))) if event.id in codes else event
        for event in context.events
    )
    return marked, findings
