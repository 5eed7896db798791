"""PDF files, by pypdf: the text of their pages; the file's own date is a weak witness of publication."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from chronology.documents.reading import MOST_CHARACTERS, Draft, Drafts, content, without_surrogates
from chronology.model import CreationTime, DocumentBasis, DocumentError, LimitError
from chronology.temporal.published import given

_MOST_PAGES = 5_000


def read(path: Path) -> Drafts:
    """Yield the text of a PDF file, its pages set apart by blank lines."""
    where = str(path)
    reader = PdfReader(BytesIO(content(path)))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("is locked with a password", where=where, remedy="Save an unlocked copy")
    yield Draft(_text(reader, where), title=_title(reader), made=_made(reader))


def _text(reader: PdfReader, where: str) -> str:
    if len(reader.pages) > _MOST_PAGES:
        raise LimitError(f"has more than {_MOST_PAGES:,} pages", where=where, remedy="Split it")
    pages, length = [], 0
    for page in reader.pages:
        pages.append(without_surrogates(page.extract_text()))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            break  # `checked` says so
    text = "\n\n".join(pages)
    if not text.strip():
        raise DocumentError(
            "holds pictures, no text", where=where, remedy="Have its text recognised (OCR) first"
        )
    return text


def _title(reader: PdfReader) -> str:
    return "" if reader.metadata is None else str(reader.metadata.title or "").strip()


def _made(reader: PdfReader) -> CreationTime | None:
    moment = None if reader.metadata is None else reader.metadata.creation_date
    return given(moment, DocumentBasis.METADATA, "the PDF file was made then") if moment else None
