"""Documents into the store: extract what is new, rebuild, say what happened."""

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from chronology import pipeline
from chronology.chronicle.report import BuildReport
from chronology.model import ChronologyError, Document, DocumentError
from chronology.store import Extraction, Store, digest

Progress = Callable[[str, int, int], None]
"""Called with the document that comes next, how many are done, and how many there are."""

MANY = 64
"""So many documents are worth the second that further processes take to start."""
CHUNK = 8


def build(
    store: Store,
    documents: Sequence[Document],
    problems: Sequence[ChronologyError],
    *,
    now: datetime,
    progress: Progress | None = None,
    gone: Sequence[str] = (),
    jobs: int = 1,
) -> BuildReport:
    """Put `documents` into `store`, take out those `gone`, and rebuild the timeline if anything changed."""
    stored = {item.id: item for item in store.documents()}
    documents, clashes = _apart(documents, stored)
    known, version = store.known(), pipeline.version()
    digests = {item.id: digest(item) for item in documents}
    fresh = [item for item in documents if known.get(item.id) != (digests[item.id], version)]
    stale = [
        name
        for name, (_, read_by) in known.items()
        if read_by != version and name not in digests and name not in gone
    ]
    todo = [*fresh, *(stored[name] for name in stale)]
    done = list(_extractions(todo, progress, jobs))
    good = [item for item in done if isinstance(item, Extraction)]
    failed = {item.where: item for item in done if isinstance(item, ChronologyError)}
    if good or gone or not store.is_current(version):
        store.save(good, pipeline.build, now=now, version=version, gone=gone)
    read = [item for item in documents if _place(item) not in failed]
    return BuildReport(
        revision=store.revision(),
        added=tuple(item.id for item in read if item.id not in known),
        updated=tuple(item.id for item in read if item.id in known and known[item.id][0] != digests[item.id]),
        unchanged=tuple(item.id for item in read if known.get(item.id, ("",))[0] == digests[item.id]),
        removed=tuple(gone),
        problems=(*problems, *clashes, *failed.values()),
    )


def _apart(
    documents: Sequence[Document], stored: Mapping[str, Document]
) -> tuple[Sequence[Document], Sequence[ChronologyError]]:
    """Keep a document from taking the place of another that has its id but comes from another file."""
    clashes = [item for item in documents if item.id in stored and _is_another(item, stored[item.id])]
    names = {item.id for item in clashes}
    return [item for item in documents if item.id not in names], [
        DocumentError(
            f"has the id ({item.id}) of another document, {stored[item.id].source}",
            where=_place(item),
            remedy='Give it another: `id = "…"` in sources.toml, or "doc_id" in a .jsonl file',
        )
        for item in clashes
    ]


def _is_another(document: Document, stored: Document) -> bool:
    """Tell two files that both exist and differ; a file that moved, or changed, goes on being the same."""
    one, other = (Path(item.source.partition(", ")[0] or "/").resolve() for item in (document, stored))
    return one != other and one.is_file() and other.is_file() and document.text != stored.text


def _extractions(
    documents: Sequence[Document], progress: Progress | None, jobs: int
) -> Iterator[Extraction | ChronologyError]:
    with _mapping(documents, jobs) as extractions:
        for done, extraction in enumerate(extractions):
            if progress is not None:
                progress(documents[done].id, done, len(documents))
            yield extraction
    if progress is not None and documents:
        progress("", len(documents), len(documents))


@contextmanager
def _mapping(documents: Sequence[Document], jobs: int) -> Iterator[Iterator[Extraction | ChronologyError]]:
    """Extract in this process, or in several where there are many documents; the order stays."""
    if jobs == 1 or len(documents) < MANY:
        yield map(_extraction, documents)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _leave_interruptions_to_the_parent) as pool:
        yield pool.map(_extraction, documents, chunksize=CHUNK)


def _leave_interruptions_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _extraction(document: Document) -> Extraction | ChronologyError:
    """One document on which a stage fails must not cost the others; what was stored of it stays."""
    try:
        return pipeline.extract(document)
    except Exception as error:  # noqa: BLE001 - a bug in any stage
        return DocumentError(
            f"could not be worked through ({type(error).__name__}: {error})",
            where=_place(document),
            remedy="This is a fault of Chronology: please report it",
        )


def _place(document: Document) -> str:
    return document.source or document.id


def missing(
    stored: Sequence[Document], sources: Sequence[object], read: Sequence[Document]
) -> tuple[str, ...]:
    """Return the ids of stored documents that came from these sources and were not read from them now."""
    present = {item.id for item in read}
    places = tuple(str(source) for source in sources)
    return tuple(item.id for item in stored if item.id not in present and _came_from(item.source, places))


def _came_from(source: str, places: Sequence[str]) -> bool:
    """Tell whether `source` is one of the places, a line of it, or a file below it."""
    return any(
        source == place or source.startswith((f"{place}, ", f"{place.rstrip('/')}/")) for place in places
    )
