"""When two names mean the same person, place or instrument."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_STEM = 4
_ENDINGS = (
    ("iy", "y"),
    ("yi", "y"),
    ("ii", "y"),
    ("yy", "y"),
    ("ij", "y"),
    ("iyy", "y"),
    ("ei", "ey"),
    ("ai", "ay"),
)


@lru_cache(maxsize=65_536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name, case, accents and transliteration folded: "Sikorskyy" as "Sikorsky"."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    found = tuple(_fold_ending(word) for word in _WORD.findall(plain) if word not in {"s", "the"})
    return found or (plain.strip(),)


def same(one: str, other: str) -> bool:
    """Tell whether two names mean the same: equal, or the shorter is how the longer ends (a surname)."""
    mine, yours = tokens(one), tokens(other)
    if mine[-1] != yours[-1]:
        return False
    length = min(len(mine), len(yours))
    return mine[-length:] == yours[-length:]


def block_key(name: str) -> str:
    """The last word of a name: equal for any two names that are the `same`."""
    return tokens(name)[-1]


def shared(ones: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The names of `ones` that also stand in `others`, the fuller form of each, sorted."""
    rest = tuple(others)
    return tuple(
        sorted({max((one, other), key=_fullness) for one in ones for other in rest if same(one, other)})
    )


def both_described(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether both only describe what one noun names: "earlier accord", "previous lakes accord"."""
    described = [{block_key(name) for name in names_ if name.islower()} for names_ in (ones, others)]
    return not described[0].isdisjoint(described[1])


def fullest(names: Iterable[str]) -> tuple[str, ...]:
    """Every name once, in order of first mention, in its fullest form."""
    kept: list[str] = []
    for name in names:
        at = next((index for index, known in enumerate(kept) if same(known, name)), None)
        if at is None:
            kept.append(name)
        else:
            kept[at] = max((kept[at], name), key=_fullness)
    return tuple(dict.fromkeys(kept))


def place_in(place: str) -> str:
    """The country that a place is, or is the seat of government of; the place itself where we do not know."""
    return _seats().get(tokens(place), place)


def same_place(one: str, other: str) -> bool:
    """Tell whether two places can be one: same name, or a country and its seat of government."""
    if same(one, other):
        return True
    return place_in(one) == place_in(other) and (tokens(one) in _seats() and tokens(other) in _seats())


def places_conflict(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two sets of places cannot be of one happening.

    A place that we do not know may lie in a country or be a house in its capital; two unknown places with
    different names, or places of two countries, cannot be the same.
    """
    rest = tuple(others)
    pairs = [(one, other) for one in ones for other in rest]
    return bool(pairs) and all(_conflict(one, other) for one, other in pairs)


@lru_cache(maxsize=4096)
def is_of_country(word: str) -> bool:
    """Tell whether a folded word is a country's name or likely its adjective ("Russian"): one beginning."""
    return word[:_STEM] in _stems()


def is_place(word: str) -> bool:
    """Tell whether a folded word is a country or a seat of government by itself."""
    return (word,) in _seats()


def is_country(name: str) -> bool:
    """Tell whether a name is a country's."""
    return tokens(name) in _seats() and tokens(place_in(name)) == tokens(name)


@cache
def _stems() -> frozenset[str]:
    return frozenset(tokens(country)[0][:_STEM] for country in _seats().values())


def _conflict(one: str, other: str) -> bool:
    return _known(one) == _known(other) and not same_place(one, other)


def persons(names_: Iterable[str]) -> tuple[str, ...]:
    """The names that are no country or seat of government."""
    return tuple(name for name in names_ if not _known(name))


def _known(place: str) -> bool:
    return tokens(place) in _seats()


def _fold_ending(word: str) -> str:
    for ending, folded in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word[: -len(ending)] + folded
    return word


def _fullness(name: str) -> tuple[int, int, str]:
    return (len(tokens(name)), len(name), name)


@cache
def _seats() -> dict[tuple[str, ...], str]:
    text = files("chronology.timeline").joinpath("data/capitals.tsv").read_text(encoding="utf-8")
    seats: dict[tuple[str, ...], str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, *rest = line.split("\t")
            for name in (country, *(part for cell in rest for part in cell.split("|"))):
                seats[tokens(name)] = country
    return seats
