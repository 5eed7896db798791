"""Cities whose name means one place: a table of GeoNames (CC BY 4.0) that several stages look names up in."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Position = tuple[str, str]
"""Latitude and longitude in degrees, as the table writes them."""


@cache
def cities() -> Mapping[str, Position]:
    """Name, as the table writes it → position. Read once, and not before somebody asks."""
    path = files("chronology.text").joinpath("data", "cities.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: (row[2], row[3]) for row in rows if not row[0].startswith("#")}
