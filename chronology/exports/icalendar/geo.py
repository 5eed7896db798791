"""Where an event lies (RFC 5545 section 3.8.1.6): known if just one of its places is a city of the table."""

from collections.abc import Iterable, Mapping
from functools import cache

from chronology.text.cities import cities


def locate(places: Iterable[str]) -> str:
    """Return latitude and longitude in degrees as GEO has them, "48.21;16.37"; "" where they are not known.

    Two known places are no position: an entry can only stand in one.
    """
    known = {found for name in places if (found := _positions().get(_key(name)))}
    return known.pop() if len(known) == 1 else ""


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


@cache
def _positions() -> Mapping[str, str]:
    return {_key(name): f"{latitude};{longitude}" for name, (latitude, longitude) in cities().items()}
