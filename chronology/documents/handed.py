"""A text that somebody hands over to be read at once: pasted, or one file under its name; nothing is kept."""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from chronology.documents import creation_time
from chronology.documents.readers import READERS, drafts
from chronology.documents.reading import Draft, checked
from chronology.model import ChronologyError, CreationTime, Document, DocumentError
from chronology.temporal.published import given


def pasted(text: str, published: str = "") -> Document:
    """Return `text` as a document, dated as `published` says (EDTF), else as its own head does, if it does.

    Raises DateError.
    """
    return _document(Draft(text), "", given(published) if published else None)


def uploaded(data: bytes, name: str, published: str = "") -> Document:
    """Read the one document of a file called `name` with the reader of its suffix, dated as in `pasted`.

    What the file's own format says of publication comes before the head of its text.

    Raises:
        DateError: `published` is no date.
        DocumentError: it cannot be read, is empty, or holds several documents.
        LimitError: it is larger than we read.
    """
    stated = given(published) if published else None
    found = _read(data, name)
    if not found:
        raise DocumentError("holds no document", where=name, remedy="Give a file with one text")
    first = found[0]
    if isinstance(first, ChronologyError):
        raise first
    if len(found) > 1:
        raise DocumentError(
            "holds several documents, and one is expected",
            where=name,
            remedy="Give one text, or read them all with: chronology build",
        )
    checked(first.text, name)
    return _document(first, name, stated)


def _read(data: bytes, name: str) -> list[Draft | ChronologyError]:
    """The first two drafts of a file, which stands in a folder of its own while it is read."""
    suffix = Path(name).suffix
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"text{suffix}"
        if suffix.lower() in READERS:  # any other is refused by `drafts`, which then opens nothing
            path.write_bytes(data)
        return [_renamed(item, str(path), name) for item in islice(drafts(path), 2)]


def _renamed(item: Draft | ChronologyError, path: str, name: str) -> Draft | ChronologyError:
    """Let an error speak of the file as its owner knows it."""
    if isinstance(item, Draft):
        return item
    return type(item)(item.message, where=item.where.replace(path, name) or name, remedy=item.remedy)


def _document(draft: Draft, name: str, stated: CreationTime | None) -> Document:
    published = stated or draft.published or creation_time.find(draft.text) or draft.made
    return Document(name, draft.text, published, title=draft.title, publisher=draft.publisher, url=draft.url)
