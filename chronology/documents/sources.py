"""Files and folders → documents, each with id, title and date, or one error that says what is wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology.documents import creation_time, manifest, naming
from chronology.documents.manifest import Manifest
from chronology.documents.readers import READERS, drafts
from chronology.documents.reading import Draft, checked
from chronology.model import ChronologyError, CreationTime, Document, DocumentError, LimitError
from chronology.schemas.manifest import ManifestEntry

MOST_DEPTH = 8
"""Folders within folders that are entered."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a source that deserves a look, though it was read."""

    text: str


Read = Iterator[Document | ChronologyError | Notice]


def read(path: str | Path) -> tuple[Document, ...]:
    """Return the documents of one file or folder. Raises the first error."""
    documents = []
    for item in read_sources([path]):
        if isinstance(item, ChronologyError):
            raise item
        if isinstance(item, Document):
            documents.append(item)
    return tuple(documents)


def read_sources(sources: Iterable[str | Path]) -> Read:
    """Yield the documents of files and folders; an error in place of each that could not be read.

    A folder's files are read in order of their names, with its sources.toml; a file given by itself is looked
    up in the sources.toml beside it. Of two documents with one id, the second is an error.
    """
    seen: dict[str, str] = {}
    for source in sources:
        for item in _source(source):
            if isinstance(item, Document) and item.id in seen:
                if seen[item.id] != item.source:
                    yield _same_id(item, seen[item.id])
                continue
            if isinstance(item, Document):
                seen[item.id] = item.source
            yield item


def _same_id(document: Document, other: str) -> DocumentError:
    return DocumentError(
        f"has the same id ({document.id}) as {other}",
        where=document.source,
        remedy='Give one of them another: `id = "…"` in sources.toml, or "doc_id" in a .jsonl file',
    )


def _source(source: str | Path) -> Read:
    path = Path(source)
    try:
        if source == "":
            yield DocumentError("an empty name is no source", remedy="Name a file or a folder")
        elif path.is_dir():
            yield from _folder(path)
        elif path.is_file():
            yield from _file(path, path.name, manifest.load(path.parent))
        else:
            reason = "is not a regular file" if path.exists() else "no such file or folder"
            yield DocumentError(reason, where=str(path), remedy="Check the path")
    except (ValueError, OSError) as error:  # a path with NUL, or too long
        yield DocumentError(f"is no usable path ({error})", where=repr(str(path)), remedy="Check the path")
    except ChronologyError as error:
        yield error


def _folder(folder: Path) -> Read:
    found = manifest.load(folder)
    yield from found.broken.values()
    is_empty = True
    for path in _files(folder, MOST_DEPTH):
        if isinstance(path, ChronologyError):
            yield path
            continue
        name = path.relative_to(folder).as_posix()
        if name in found.broken or path.name == manifest.NAME:
            continue
        is_empty = False
        if path.suffix.lower() in READERS or name in found.entries:
            yield from _file(path, name, found)
        else:
            yield Notice(f"{path}: skipped, we do not read files of this kind")
    if is_empty and not found.broken:
        yield DocumentError(
            "is a folder without documents", where=str(folder), remedy=f"Put {' '.join(READERS)} files there"
        )


def _files(folder: Path, depth: int) -> Iterator[Path | ChronologyError]:
    """Yield the files below `folder` in order of their names; not hidden ones, nor links to folders."""
    if depth < 0:
        yield LimitError(
            f"lies more than {MOST_DEPTH} folders deep",
            where=str(folder),
            remedy="Give that folder itself as a source",
        )
        return
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield DocumentError(
            f"cannot be read ({error.strerror})", where=str(folder), remedy="Check permissions"
        )
        return
    for path in paths:
        if not path.is_dir():
            yield path
        elif not path.is_symlink():
            yield from _files(path, depth - 1)


def _file(path: Path, name: str, found: Manifest) -> Read:
    if name in found.broken:
        yield found.broken[name]
        return
    entry = found.entries.get(name, ManifestEntry(name))
    for draft in drafts(path):
        if isinstance(draft, ChronologyError):
            yield draft
            continue
        try:
            yield from _document(draft, entry, path)
        except ChronologyError as error:
            yield error


def _document(draft: Draft, entry: ManifestEntry, path: Path) -> Read:
    source = f"{path}, {draft.place}" if draft.place else str(path)
    text = checked(draft.text, source)
    said = creation_time.find(text)
    published = _stated(draft, entry) or said or draft.made
    if published is None and not (draft.undated or entry.undated):
        raise _undated(source, draft, entry)
    if published is None:
        yield Notice(f"{source}: its publication date is not known; what counts from it stays unresolved")
    elif said is not None and not published.period.overlaps(said.period):
        yield _disagreement(source, published, said)
    title = draft.title if draft.place else entry.title or draft.title
    yield Document(
        id=naming.safe_id(draft.name or entry.id or entry.file),
        text=text,
        published=published,
        title=title or _headline(text, said) or draft.name or path.stem,
        publisher=entry.publisher or draft.publisher,
        url=draft.url if draft.place else entry.url or draft.url,
        source=source,
    )


def _stated(draft: Draft, entry: ManifestEntry) -> CreationTime | None:
    """The manifest outranks the file; in a file of many documents it dates those that have no date."""
    first, second = (draft.published, entry.published) if draft.place else (entry.published, draft.published)
    return first or second


def _headline(text: str, said: CreationTime | None) -> str:
    """Return the headline, unless it is but the line that states the date."""
    line = naming.headline(text)
    date = said.span.of(text) if said is not None and said.span is not None else ""
    return "" if date and date in line else line


def _undated(source: str, draft: Draft, entry: ManifestEntry) -> DocumentError:
    remedy = (
        f'Say when in {manifest.NAME} beside it: [[document]] file = "{entry.file}" published = "2019-12", '
        'or "unknown"'
    )
    if draft.place.startswith("line"):
        remedy = 'Give its "dct": a day, a month or a year, such as "2019-12", or null where nobody knows'
    return DocumentError("has no publication date, and none stands in its head", where=source, remedy=remedy)


def _disagreement(source: str, published: CreationTime, said: CreationTime) -> Notice:
    return Notice(
        f"{source}: taken as published {published.period.edtf} ({published.basis}), "
        f"though {said.why} ({said.period.edtf})"
    )
