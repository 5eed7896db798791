"""Names that the library knows.

Countries with their peoples and capitals, words that tell a name's kind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chronology.events.language.words import data


@dataclass(frozen=True, slots=True)
class Country:
    """A country or union. `role` says how the alias names it: "name", "adjective" or "capital"."""

    name: str
    short: str
    role: str


@cache
def countries() -> Mapping[str, Country]:
    """Alias (as written) → country."""
    table: dict[str, Country] = {}
    text = files("chronology.events").joinpath("data", "countries.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        name, short, adjectives, capitals, others = (line.split("\t") + [""] * 4)[:5]
        for role, aliases in (
            ("capital", capitals),
            ("adjective", adjectives),
            ("name", f"{name}|{short}|{others}"),
        ):
            for alias in filter(None, aliases.split("|")):
                table[alias] = Country(name, short, role)
    return table


@cache
def capital_of(country: str) -> str:
    """First capital of a country, or ""."""
    for alias, found in countries().items():
        if found.name == country and found.role == "capital" and alias != "White House":
            return alias
    return ""


@cache
def listed(key: str) -> frozenset[str]:
    """Return a word list of names.toml."""
    value = data("names.toml")[key]
    return frozenset(value.split("|") if "|" in value else value.split())


@cache
def treaty_nouns(key: str) -> frozenset[str]:
    """Return a list of the treaty nouns: "words", "laws" or "coreferent"."""
    return frozenset(data("names.toml")["treaty_nouns"][key].split())


@cache
def role_synonyms() -> Mapping[str, str]:
    """Role → the wording under which it is remembered."""
    found: Mapping[str, str] = data("names.toml")["role_synonyms"]
    return found
