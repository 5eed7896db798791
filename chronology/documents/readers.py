"""Which reader reads which file. A new format is a module with a `read`, and one line in READERS."""

from importlib import import_module
from pathlib import Path

from chronology.documents.reading import Drafts, Reader
from chronology.model import ChronologyError, DocumentError

READERS: dict[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".tml": "timeml",
    ".timeml": "timeml",
}
"""Suffix → module of this package. Imported when first needed: some of the libraries are slow to load."""


def drafts(path: Path) -> Drafts:
    """Yield what a file holds, with an error in place of each document that could not be read."""
    try:
        yield from _reader(path)(path)
    except ChronologyError as error:
        yield error
    except Exception as error:  # noqa: BLE001 - libraries raise whatever a broken file makes them stumble over
        yield DocumentError(
            f"is not a {path.suffix} file that we can read ({type(error).__name__})",
            where=str(path),
            remedy="Open and save it again, or save its text as .txt",
        )


def _reader(path: Path) -> Reader:
    module = READERS.get(path.suffix.lower())
    if module is None:
        suffix = f"files named *{path.suffix}" if path.suffix else "files without a suffix"
        raise DocumentError(
            f"we do not read {suffix}", where=str(path), remedy=f"Use one of {' '.join(READERS)}"
        )
    read: Reader = import_module(f"chronology.documents.{module}").read
    return read
