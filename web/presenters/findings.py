"""What the checks noticed, as a reader sees it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.model import Finding, Severity
from web.presenters.labels import SEVERITY_WORDS

MOST = 200  # findings of one severity on the page


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: how grave, which check, what it says, and what it is about (ids)."""

    severity: str
    label: str
    code: str
    message: str
    events: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one severity, `size` in all."""

    severity: str
    label: str
    size: int
    findings: tuple[FindingView, ...]


def finding_view(finding: Finding) -> FindingView:
    """Show `finding`."""
    return FindingView(
        severity=str(finding.severity),
        label=SEVERITY_WORDS[finding.severity],
        code=finding.code.replace("_", " ").replace("-", " "),
        message=finding.message,
        events=finding.events,
        documents=finding.documents,
    )


def by_event(findings: Iterable[Finding]) -> Mapping[str, tuple[FindingView, ...]]:
    """Put findings with the events that they are about."""
    found: dict[str, list[FindingView]] = defaultdict(list)
    for finding in findings:
        for name in finding.events:
            found[name].append(finding_view(finding))
    return {name: tuple(views) for name, views in found.items()}


def finding_groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Group findings by severity, the gravest first, at most MOST of each."""
    views = [finding_view(finding) for finding in findings]
    return tuple(group for group in (_group(severity, views) for severity in Severity) if group.findings)


def _group(severity: Severity, views: Iterable[FindingView]) -> FindingGroup:
    mine = tuple(view for view in views if view.severity == severity)
    return FindingGroup(str(severity), SEVERITY_WORDS[severity], len(mine), mine[:MOST])
