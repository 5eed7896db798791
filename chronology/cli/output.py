"""Writing answers: to stdout or a file, as text or JSON."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from chronology.model import ChronologyError

OUT = click.option(
    "-o", "--output", "out", default="-", metavar="OUT", help="File to write instead of standard output."
)


@contextmanager
def writing(out: str) -> Iterator[IO[bytes]]:
    """Open `out` ("-": standard output) for UTF-8 bytes; a file appears whole or not at all."""
    if out == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _replacing(Path(out)) as stream:
            yield stream
    except OSError as error:
        raise ChronologyError(
            f"cannot be written ({error.strerror})", where=out, remedy="Check path and permissions"
        ) from error


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """Write beside `path`, then take its place; a device or a pipe is written to directly."""
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def line(value: object) -> bytes:
    """Return one line of JSON Lines."""
    return _bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def pretty(value: Any) -> bytes:
    """Return JSON for people and programs alike."""
    return _bytes(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def items(values: list[Any], **more: Any) -> dict[str, Any]:
    """Return the one shape of lists, the API's own."""
    return {"items": values, "total": len(values), **more}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="backslashreplace")


def input_stream(file: str) -> IO[bytes]:
    """Open a file ("-": standard input) to be read as bytes."""
    if file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise ChronologyError(
            f"cannot be read ({error.strerror})", where=file, remedy="Check path and permissions"
        ) from error
