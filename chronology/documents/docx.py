"""Word files, by python-docx: paragraphs and tables in order; the file's own date is a weak witness."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as Docx
from docx.table import Table

from chronology.documents.reading import Draft, Drafts, content
from chronology.model import CreationTime, DocumentBasis, LimitError
from chronology.temporal.published import given

_MOST_UNPACKED = 200_000_000
_MOST_LINES = 100_000  # paragraphs and table rows: some thousands of pages
_TEMPLATE_YEAR = 2013  # python-docx's own template was made then, and says so in what it writes


def read(path: Path) -> Drafts:
    """Yield the text of a Word file, a paragraph or table row a line."""
    where = str(path)
    data = content(path)
    _refuse_bombs(data, where)
    file = docx.Document(BytesIO(data))
    title = (file.core_properties.title or "").strip()
    lines = list(islice(_lines(file), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        raise LimitError(
            f"holds more than {_MOST_LINES:,} paragraphs",
            where=where,
            remedy="Split it, or save its text as .txt",
        )
    yield Draft("\n".join(lines), title=title, made=_made(file))


def _refuse_bombs(data: bytes, where: str) -> None:
    with ZipFile(BytesIO(data)) as archive:
        if sum(item.file_size for item in archive.infolist()) > _MOST_UNPACKED:
            raise LimitError("unpacks to more than we read", where=where, remedy="Save its text as .txt")


def _lines(file: Docx) -> Iterator[str]:
    for block in file.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield block.text


def _made(file: Docx) -> CreationTime | None:
    moment = file.core_properties.created
    if moment is None or moment.year <= _TEMPLATE_YEAR:
        return None
    return given(moment, DocumentBasis.METADATA, "the Word file was made then")
