"""The manifest beside a folder of documents: `sources.toml`, one `[[document]]` a file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from chronology.model import CreationTime, DateError, DocumentBasis, ManifestError
from chronology.temporal.published import given


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What a manifest knows of one file: `published` at the granularity known, with `published_basis` as why.

    `file` is a path in POSIX writing, from the manifest's folder. `undated`: nobody knows when it came out.
    """

    file: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: CreationTime | None = None
    undated: bool = False


_UNKNOWN = "unknown"


class _Published(fields.Field[CreationTime | str]):
    """An EDTF day, month or year, a date-time, one of TOML's own dates, or "unknown"."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> CreationTime | str:  # noqa: ARG002
        if value == _UNKNOWN:
            return _UNKNOWN
        is_year = isinstance(value, int) and not isinstance(value, bool)
        try:
            return given(str(value) if is_year else value, DocumentBasis.MANIFEST)
        except DateError as error:
            raise ValidationError(error.message) from None


def _is_inside(path: str) -> None:
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if not parts or parts[0].startswith("/") or ".." in parts or ":" in parts[0]:
        raise ValidationError("not a file of this folder")


class ManifestEntrySchema(Schema):
    """One `[[document]]` of a manifest."""

    class Meta:
        """A key that we do not know is a slip of the pen: say so."""

        unknown = RAISE

    error_messages = {"unknown": "no such key", "type": "not a table"}  # noqa: RUF012 - as marshmallow has it

    file = fields.String(required=True, validate=[validate.Length(1), _is_inside])
    id = fields.String(load_default="")
    title = fields.String(load_default="")
    publisher = fields.String(load_default="")
    url = fields.String(load_default="")
    published = _Published(load_default=None)
    published_basis = fields.String(load_default="the manifest says so")

    @post_load
    def _entry(self, data: dict[str, Any], **_kwargs: Any) -> ManifestEntry:
        why, known = data.pop("published_basis"), data.pop("published")
        undated = known == _UNKNOWN
        published = known and not undated and CreationTime(known.period, known.basis, why, known.moment)
        file = PurePosixPath(data.pop("file").replace("\\", "/")).as_posix()
        return ManifestEntry(file, published=published or None, undated=undated, **data)


_EXPECTED = {
    "published": 'expected a day, month or year such as 2019-12-11, 2019-12 or 2019, or "unknown"',
    "file": "expected the name of a file beside the manifest",
}
_KEYS = ", ".join(ManifestEntrySchema._declared_fields)  # noqa: SLF001 - the names are the documentation


def read_tables(text: str, where: str) -> list[Any]:
    """Return the `[[document]]` tables of a manifest, unread; `where` is its path, for messages.

    Raises ManifestError for text that is not TOML, and for anything beside `[[document]]`.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"not TOML: {error}", where=where, remedy="Mend that place") from None
    documents = tables.pop("document", [])
    remedy = "Write [[document]] before each entry"
    if tables:
        raise ManifestError(f"unknown key {next(iter(tables))!r}", where=where, remedy=remedy)
    if not isinstance(documents, list):
        raise ManifestError(
            f"document is {_shown(documents)}; expected [[document]] tables", where=where, remedy=remedy
        )
    return documents


def read_entry(table: Any, where: str) -> ManifestEntry:
    """Return one entry. Raises ManifestError with the key, what was found and what was expected."""
    try:
        entry: ManifestEntry = ManifestEntrySchema().load(table)
    except ValidationError as error:
        raise _entry_error(error.messages_dict, table, where) from None
    return entry


def _entry_error(messages: Mapping[str, Any], table: Any, where: str) -> ManifestError:
    """Say the first thing that is wrong."""
    name, problems = next(iter(messages.items()))
    problem = str(problems[0]).rstrip(".")
    if name == "_schema":
        return ManifestError(f"found {_shown(table)}; expected a table", where=where)
    if problem == "no such key":
        return ManifestError(f"unknown key {name!r}", where=where, remedy=f"Known keys are {_KEYS}")
    expected = _EXPECTED.get(name, "expected text in quotes")
    if name not in table:
        return ManifestError(f"no {name}; {expected}", where=where)
    return ManifestError(f"{name} is {_shown(table[name])} ({problem}); {expected}", where=where)


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - one line of an error message
