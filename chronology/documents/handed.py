"""A text that somebody hands over to be read at once: pasted, or one file under its name; nothing is kept."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from chronology.documents import creation_time
from chronology.documents.readers import READERS, drafts
from chronology.documents.reading import Draft, checked
from chronology.model import ChronologyError, CreationTime, Document, DocumentError
from chronology.temporal.published import given

TAKEN: Final = tuple(suffix for suffix, reader in READERS.items() if reader in {"plain", "html"})
"""Files that strangers may hand over. Compressed ones grow a thousandfold while they are read."""


def pasted(text: str, published: str = "") -> Document:
    """Return `text` as a document, dated as `published` says (EDTF), else as its own head does, if it does.

    Raises DateError.
    """
    return _document(Draft(text), "", given(published) if published else None)


def uploaded(data: bytes, name: str, published: str = "") -> Document:
    """Read the text of a file called `name` with the reader of its suffix, dated as in `pasted`.

    What the file's own format says of publication comes before the head of its text.

    Raises:
        DateError: `published` is no date.
        DocumentError: it is of a kind that is not TAKEN, cannot be read, or is empty.
        LimitError: it is larger than we read.
    """
    stated = given(published) if published else None
    suffix = Path(name).suffix.lower()
    if suffix not in TAKEN:
        kind = f"files named *{suffix}" if suffix else "files without a suffix"
        remedy = f"Use one of {' '.join(TAKEN)}"
        if suffix in READERS:
            remedy += ", or read it with: chronology build"
        raise DocumentError(f"we do not take {kind} here", where=name, remedy=remedy)
    found = _read(data, suffix, name)
    checked(found.text, name)
    return _document(found, name, stated)


def _read(data: bytes, suffix: str, name: str) -> Draft:
    """The draft in a file, which stands in a folder of its own while it is read."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"text{suffix}"
        path.write_bytes(data)
        found = next(drafts(path))
    if isinstance(found, ChronologyError):
        raise type(found)(found.message, where=name, remedy=found.remedy)
    return found


def _document(draft: Draft, name: str, stated: CreationTime | None) -> Document:
    published = stated or draft.published or creation_time.find(draft.text) or draft.made
    return Document(name, draft.text, published, title=draft.title, publisher=draft.publisher, url=draft.url)
