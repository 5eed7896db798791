"""What the checks noticed, as a reader sees it."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.model import Finding, Severity
from web.presenters.labels import SEVERITY_WORDS


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
    """The findings of one severity."""

    severity: str
    label: str
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


def finding_groups(findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """Group findings by severity, the gravest first."""
    views = [finding_view(finding) for finding in findings]
    groups = (
        FindingGroup(
            str(severity), SEVERITY_WORDS[severity], tuple(v for v in views if v.severity == severity)
        )
        for severity in Severity
    )
    return tuple(group for group in groups if group.findings)
