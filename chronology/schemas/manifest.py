"""The manifest beside a folder of documents: `sources.toml`, one `[[document]]` a file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from chronology.model import DateError, Granularity, ManifestError, Period
from chronology.temporal.edtf import parse

_DATES = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.YEAR})


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What a manifest knows of one file: `published` at the granularity known, `published_basis` how."""

    file: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: Period | None = None
    published_basis: str = ""


class _Published(fields.Field[Period]):
    """An EDTF day, month or year (TOML's own dates are read as the days they are)."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Period:  # noqa: ARG002
        try:
            period = parse(str(value))
        except DateError as error:
            raise ValidationError(error.message) from None
        if period.granularity not in _DATES or period.earliest is None or set(period.edtf) & set("/[{XT"):
            raise ValidationError("not a day, month or year")
        return period


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
    published_basis = fields.String(load_default="")

    @post_load
    def _entry(self, data: dict[str, Any], **_kwargs: Any) -> ManifestEntry:
        return ManifestEntry(**data)


class ManifestSchema(Schema):
    """A whole manifest: `document`, a list of entries."""

    class Meta:
        """Only `[[document]]` tables stand in a manifest."""

        unknown = RAISE

    error_messages = {"unknown": "no such key"}  # noqa: RUF012

    document = fields.List(fields.Nested(ManifestEntrySchema), load_default=list)


_EXPECTED = {
    "published": "expected a day, month or year such as 2019-12-11, 2019-12 or 2019",
    "file": "expected the name of a file beside the manifest",
    "document": "expected [[document]] tables",
}
_KEYS = ", ".join(ManifestEntrySchema._declared_fields)  # noqa: SLF001 - the names are the documentation


def read_manifest(text: str, where: str) -> tuple[ManifestEntry, ...]:
    """Return the entries of a manifest; `where` is its path, for messages.

    Raises ManifestError that names the file, the entry, the key, what was found and what was expected; also
    for text that is not TOML, and for a file listed twice.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"not TOML: {error}", where=where, remedy="Mend that line") from None
    try:
        entries = ManifestSchema().load(table)["document"]
    except ValidationError as error:
        raise _manifest_error(error.messages_dict, table, where) from None
    _refuse_twice(entries, where)
    return tuple(entries)


def _refuse_twice(entries: list[ManifestEntry], where: str) -> None:
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        if entry.file in seen:
            raise ManifestError(
                f"document {number} names {entry.file!r} again", where=where, remedy="Keep one of the two"
            )
        seen.add(entry.file)


def _manifest_error(messages: Mapping[str, Any], table: Mapping[str, Any], where: str) -> ManifestError:
    """Report the first thing that is wrong, the way from the top of the file down to the key."""
    key, inner = next(iter(messages.items()))
    if key != "document":
        return ManifestError(
            f"unknown key {key!r}", where=where, remedy="Write [[document]] before each entry"
        )
    if not isinstance(inner, Mapping):
        return ManifestError(f"document is {_shown(table[key])}; {_EXPECTED[key]}", where=where)
    index, problems = next(iter(inner.items()))
    entry = table[key][index]
    name, problem = next(iter(problems.items()))
    named = entry.get("file") if isinstance(entry, Mapping) else None
    place = f"{where}: document {index + 1}" + (f" ({named})" if isinstance(named, str) else "")
    return _entry_error(name, str(problem[0]).rstrip("."), entry, place)


def _entry_error(name: str, problem: str, entry: Any, place: str) -> ManifestError:
    if problem == "no such key":
        return ManifestError(f"unknown key {name!r}", where=place, remedy=f"Known keys are {_KEYS}")
    if name == "_schema":
        return ManifestError(f"found {_shown(entry)}; expected a table", where=place)
    expected = _EXPECTED.get(name, "expected text in quotes")
    if name not in entry:
        return ManifestError(f"no {name}; {expected}", where=place)
    return ManifestError(f"{name} is {_shown(entry[name])} ({problem}); {expected}", where=place)


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - one line of an error message
