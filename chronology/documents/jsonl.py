"""JSON Lines: {"doc_id", "dct", "text"[, "title", "publisher", "url"]}, one document a line, streamed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from chronology.documents.reading import Draft, Drafts, decode, without_surrogates
from chronology.model import (
    ChronologyError,
    CreationTime,
    DateError,
    DocumentBasis,
    DocumentError,
    LimitError,
)
from chronology.temporal.published import given

MOST_LINE_BYTES = 60_000_000
"""The longest line that is read (JSON may write a character as six bytes)."""


def read(path: Path) -> Drafts:
    """Yield the documents of a file, an error in place of each line that holds none."""
    try:
        with path.open("rb") as stream:
            yield from records(stream, str(path))
    except OSError as error:
        yield DocumentError(
            f"cannot be read ({error.strerror})", where=str(path), remedy="Check path and permissions"
        )


def records(stream: IO[bytes], where: str, most: int = MOST_LINE_BYTES) -> Drafts:
    """Yield a draft or an error for every line of `stream` that is not blank; memory holds one line."""
    for number, line in _lines(stream, most):
        place = f"line {number}"
        try:
            yield _draft(line, place, most)
        except ChronologyError as error:
            yield type(error)(error.message, where=f"{where}, {place}", remedy=error.remedy)


def _lines(stream: IO[bytes], most: int) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line
        while len(line) > most and not line.endswith(b"\n"):  # the rest of a line that is refused
            line = stream.readline(most + 1)


def _draft(line: bytes, place: str, most: int) -> Draft:
    if len(line) > most:
        raise LimitError(f"is longer than {most:,} bytes", remedy="Split the document")
    record = _record(decode(line, "").rstrip("\r\n"))
    return Draft(
        text=without_surrogates(_text(record, "text")),
        title=_optional(record, "title"),
        publisher=_optional(record, "publisher"),
        url=_optional(record, "url"),
        published=_published(record.get("dct")),
        name=_text(record, "doc_id"),
        place=place,
        undated="dct" in record and record["dct"] is None,
    )


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentError(f"is not JSON ({error.msg} at column {error.colno})", remedy=_SHAPE) from error
    except (RecursionError, ValueError) as error:
        raise DocumentError("is JSON nested too deeply, or with a number too long", remedy=_SHAPE) from error
    if not isinstance(record, dict):
        raise DocumentError("is not a JSON object", remedy=_SHAPE)
    return record


_SHAPE = 'Write one object a line: {"doc_id": "a", "dct": "2019-12-11", "text": "…"}'


def _text(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if key == "doc_id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        raise DocumentError(f'has no "{key}"' if value is None else f'"{key}" is not a string', remedy=_SHAPE)
    if key == "doc_id" and not value.strip():
        raise DocumentError('"doc_id" is empty', remedy=_SHAPE)
    return value


def _optional(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return without_surrogates(value) if isinstance(value, str) else ""


def _published(value: object) -> CreationTime | None:
    if value is None or value == "":
        return None
    try:
        return given(value, DocumentBasis.GIVEN, "the publication date was given with the text")
    except DateError as error:
        raise DateError(f'"dct": {error.message}', remedy=error.remedy) from error
