"""Documents that are no independent witness."""

from collections.abc import Iterator

from chronology.model import Finding, Severity
from chronology.timeline.checks.context import Context


def duplicate_document(context: Context) -> Iterator[Finding]:
    """Two documents with (nearly) the same text: a syndicated copy is no second source."""
    for one, other in context.sources.duplicates:
        yield Finding(
            "duplicate-document",
            Severity.INFO,
            f"{context.name(one)} and {context.name(other)}: nearly the same text, counted as one source.",
            (),
            (one, other),
        )
