"""sources.toml in a folder: its entries by file, each wrong one a problem of its own file only."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chronology.documents.reading import content, decode
from chronology.model import ManifestError
from chronology.schemas.manifest import ManifestEntry, read_entry, read_tables

NAME = "sources.toml"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries by file, and what is wrong with those that are `broken`."""

    entries: dict[str, ManifestEntry] = field(default_factory=dict)
    broken: dict[str, ManifestError] = field(default_factory=dict)


def load(folder: Path) -> Manifest:
    """Read the manifest of a folder, empty where there is none.

    Raises ManifestError where the file as a whole is no manifest.
    """
    path = folder / NAME
    found = Manifest()
    if not path.is_file():
        return found
    for number, table in enumerate(read_tables(decode(content(path), str(path)), str(path)), start=1):
        file = str(table.get("file", "")) if isinstance(table, dict) else ""
        try:
            _add(found, table, f"{path}: document {number}" + (f" ({file})" if file else ""), folder)
        except ManifestError as error:
            found.broken[Path(file).as_posix()] = error
    return found


def _add(found: Manifest, table: Any, where: str, folder: Path) -> None:
    entry = read_entry(table, where)
    if entry.file in found.entries:
        raise ManifestError(f"names {entry.file!r} again", where=where, remedy="Keep one of the two")
    if not (folder / entry.file).is_file():
        raise ManifestError("there is no such file", where=where, remedy="Correct it, or take the entry out")
    found.entries[entry.file] = entry
