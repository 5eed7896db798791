"""Word files, by python-docx: paragraphs and tables in order; the file's own date is a weak witness."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document as Docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from lxml.etree import XMLSyntaxError

from chronology.documents.reading import Draft, Drafts, content
from chronology.model import CreationTime, DocumentBasis, DocumentError, LimitError
from chronology.temporal.published import given

_MOST_UNPACKED = 200_000_000
_TEMPLATE_YEAR = 2013  # python-docx's own template was made then, and says so in what it writes


def read(path: Path) -> Drafts:
    """Yield the text of a Word file, a paragraph or table row a line."""
    where = str(path)
    data = content(path)
    try:
        _refuse_bombs(data, where)
        file = docx.Document(BytesIO(data))
        yield Draft(
            "\n".join(_lines(file)), title=(file.core_properties.title or "").strip(), made=_made(file)
        )
    except (BadZipFile, OpcError, XMLSyntaxError, KeyError, ValueError) as error:
        raise DocumentError(
            "is not a .docx file", where=where, remedy="Save it again as .docx, or its text as .txt"
        ) from error


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
