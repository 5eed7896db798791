"""Documents into the store: extract what is new, rebuild, say what happened."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from chronology import pipeline
from chronology.chronicle.report import BuildReport
from chronology.model import ChronologyError, Document
from chronology.store import Extraction, Store, digest

Progress = Callable[[str, int, int], None]
"""Called with the document that comes next, how many are done, and how many there are."""


def build(
    store: Store,
    documents: Sequence[Document],
    problems: Sequence[ChronologyError],
    now: datetime,
    progress: Progress | None = None,
) -> BuildReport:
    """Put `documents` into `store` and rebuild the timeline, unless nothing changed."""
    known, version = store.known(), pipeline.version()
    wanted = {item.id: (digest(item), version) for item in documents}
    fresh = [item for item in documents if known.get(item.id) != wanted[item.id]]
    stale = [name for name, (_, read_by) in known.items() if read_by != version and name not in wanted]
    if fresh or stale or not store.is_current(version):
        todo = [*fresh, *(store.extraction(name).document for name in stale)]
        store.save(
            list(_extractions(todo, progress)), pipeline.build, now=now.astimezone(UTC), version=version
        )
    changed = {item.id for item in fresh if known.get(item.id, ("",))[0] != wanted[item.id][0]}
    return BuildReport(
        revision=store.revision(),
        added=tuple(item.id for item in documents if item.id not in known),
        updated=tuple(item.id for item in documents if item.id in known and item.id in changed),
        unchanged=tuple(item.id for item in documents if item.id in known and item.id not in changed),
        problems=tuple(problems),
    )


def _extractions(documents: Sequence[Document], progress: Progress | None) -> Iterator[Extraction]:
    for done, document in enumerate(documents):
        if progress is not None:
            progress(document.id, done, len(documents))
        yield pipeline.extract(document)
    if progress is not None and documents:
        progress("", len(documents), len(documents))
