"""The words that merging and checking go by, read once from data/."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Section `name` of data/words.toml."""
    section: Mapping[str, Any] = _words()[name]
    return section


@cache
def words(section: str, field: str) -> frozenset[str]:
    """List `field` of section `section`, as a set."""
    return frozenset(table(section)[field])


@cache
def family(word: str) -> str:
    """The family that a kind or lemma belongs to; itself where it stands in none."""
    return _families().get(word, word)


@cache
def _words() -> Mapping[str, Any]:
    text = files("chronology.timeline").joinpath("data/words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _families() -> Mapping[str, str]:
    return {word: name for name, members in table("families").items() for word in members}
