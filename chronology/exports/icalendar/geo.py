"""Where an event lies (RFC 5545 section 3.8.1.6): known if just one of its places is a city of the table."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


def locate(places: Iterable[str]) -> str:
    """Return latitude and longitude in degrees as GEO has them, "48.21;16.37"; "" where they are not known.

    Two known places are no position: an entry can only stand in one.
    """
    known = {found for name in places if (found := _cities().get(_key(name)))}
    return known.pop() if len(known) == 1 else ""


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


@cache
def _cities() -> Mapping[str, str]:
    """Read the cities, once and not before an entry has a place."""
    lines = (files(__package__) / "cities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {_key(name): f"{latitude};{longitude}" for name, _, latitude, longitude in rows}
