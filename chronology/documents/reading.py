"""What a reader hands over, and the limits and decoding that all readers share."""

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology.model import ChronologyError, CreationTime, DocumentError, LimitError

MOST_BYTES = 50_000_000
"""The largest file that is opened at all (JSON Lines are streamed and may be larger)."""
MOST_CHARACTERS = 5_000_000
"""The longest text of one document."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text out of a file, before manifest and dateline are consulted.

    `published` is what the format itself states about publication (a feed entry, a page's metadata) and
    outranks the text's own head; `made` is a weaker witness (when the file was made). `place` says where in
    the file it stood ("line 3"); `name` is the document's own id where the format has one. `undated`: its
    source says that nobody knows when it was published.
    """

    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: CreationTime | None = None
    made: CreationTime | None = None
    name: str = ""
    place: str = ""
    undated: bool = False


Drafts = Iterator[Draft | ChronologyError]
Reader = Callable[[Path], Drafts]
"""Opens one file and yields its documents; an error in place of a document that could not be read."""


def content(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file. Raises LimitError over `most`, DocumentError where it cannot be opened."""
    try:
        size = path.stat().st_size
        if size > most:
            raise LimitError(
                f"is {size:,} bytes long; we read at most {most:,} in one file",
                where=str(path),
                remedy="Split it, or put its parts into a .jsonl file, which is streamed",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(
            f"cannot be read ({reason})", where=str(path), remedy="Check path and permissions"
        ) from error


def decode(data: bytes, where: str) -> str:
    """Decode UTF-8, or UTF-16 and UTF-32 that start with their mark; keep every character as it is.

    Line ends are kept too: offsets count what the file holds. Raises DocumentError, naming the byte.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, where, len(mark))
    return _decode(data, "utf-8", where, 0)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _decode(data: bytes, encoding: str, where: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = data[error.start : error.start + 1].hex()
        raise DocumentError(
            f"byte {error.start + skipped:,} (0x{found}) is not {encoding.upper()} text",
            where=where,
            remedy="Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def without_surrogates(text: str) -> str:
    r"""Put U+FFFD in the place of lone surrogates (JSON can hold "\ud800"): no offset shifts."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def checked(text: str, where: str) -> str:
    """Return `text` if it has words and is no longer than we read; raise DocumentError or LimitError."""
    if not text.strip():
        raise DocumentError(
            "is empty: there is no text in it", where=where, remedy="Give a document with text"
        )
    if len(text) > MOST_CHARACTERS:
        raise LimitError(
            f"is {len(text):,} characters long; we read at most {MOST_CHARACTERS:,} in one document",
            where=where,
            remedy="Split it into several documents",
        )
    return text
