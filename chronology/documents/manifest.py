"""sources.toml: what we know of the files beside it that they do not say themselves."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chronology.documents.published import given
from chronology.documents.reading import content, decode
from chronology.model import CreationTime, DateError, DocumentBasis, ManifestError

NAME = "sources.toml"
KEYS = ("file", "id", "title", "publisher", "url", "published", "published_basis")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of one file, given by its path from the manifest's folder."""

    file: str
    id: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: CreationTime | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries by file, and what is wrong with those that are `broken`."""

    entries: dict[str, Entry] = field(default_factory=dict)
    broken: dict[str, ManifestError] = field(default_factory=dict)


def load(folder: Path) -> Manifest:
    """Read the manifest of a folder, empty where there is none.

    A wrong entry is a problem of its own file. Raises ManifestError where the file as a whole is no manifest.
    """
    path = folder / NAME
    if not path.is_file():
        return Manifest()
    found = Manifest()
    for number, table in enumerate(_tables(path), start=1):
        file = str(table.get("file", "")) if isinstance(table, dict) else ""
        where = f"{path}, document {number}" + (f" ({file})" if file else "")
        try:
            entry = _entry(table, where, folder)
        except ManifestError as error:
            found.broken[Path(file).as_posix()] = error
            continue
        if entry.file in found.entries:
            found.broken[entry.file] = ManifestError(
                "the file is listed twice", where=where, remedy="Keep one"
            )
        found.entries[entry.file] = entry
    return found


def _tables(path: Path) -> list[Any]:
    try:
        top = tomllib.loads(decode(content(path), str(path)))
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"is not TOML: {error}", where=str(path), remedy="Mend that place") from error
    tables = top.pop("document", [])
    if top or not isinstance(tables, list):
        found = f"unknown key {next(iter(top))!r}" if top else "`document` is not a list of tables"
        raise ManifestError(found, where=str(path), remedy="Write one [[document]] table a file")
    return tables


def _entry(table: Any, where: str, folder: Path) -> Entry:
    if not isinstance(table, dict):
        raise ManifestError("is not a table", where=where, remedy="Write [[document]] and its keys below")
    unknown = [key for key in table if key not in KEYS]
    if unknown:
        raise ManifestError(f"unknown key {unknown[0]!r}", where=where, remedy=f"Use {', '.join(KEYS)}")
    texts = {key: _string(table, key, where) for key in KEYS if key != "published"}
    basis = texts.pop("published_basis") or "the manifest says so"
    texts["file"] = _inside(texts["file"], where, folder)
    return Entry(**texts, published=_published(table.get("published"), basis, where))


def _string(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ManifestError(f"`{key}` is {value!r}, not a string", where=where, remedy=f'Write {key} = "…"')
    return value.strip()


def _inside(file: str, where: str, folder: Path) -> str:
    """Return the path as written in POSIX form, if it names a file of this folder."""
    if not file:
        raise ManifestError("`file` is missing", where=where, remedy='Write file = "name.txt"')
    path = Path(file)
    if path.is_absolute() or ".." in path.parts:
        raise ManifestError(
            "`file` lies outside the folder", where=where, remedy="Name a file beside the manifest"
        )
    if not (folder / path).is_file():
        raise ManifestError(
            "there is no such file", where=where, remedy="Correct `file`, or take the entry out"
        )
    return path.as_posix()


def _published(value: object, basis: str, where: str) -> CreationTime | None:
    if value is None:
        return None
    try:
        return given(value, DocumentBasis.MANIFEST, basis)
    except DateError as error:
        raise ManifestError(f"`published`: {error.message}", where=where, remedy=error.remedy) from error
