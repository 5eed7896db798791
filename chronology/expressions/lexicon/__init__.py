"""The words of a language, read from its folder: categories of words, and one class character a word.

Every word is mapped to one character that stands for the set of its categories, so that a text becomes a
short string on which patterns are plain regular expressions over characters.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chronology.temporal import holidays

FEAST = "feast"
_RUN = 16  # times in a row
_NAME_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
OTHER = "w"  # a word or gap that no pattern knows

# What stands between two words, as one character. Anything else ends an expression.
GAPS = {
    " ": " ",
    "\n": " ",
    "  ": " ",
    " \n": " ",
    "\n ": " ",
    "\r\n": " ",
    "\xa0": " ",
    "\t": " ",
    "": "&",
    ",": ";",
    ", ": ",",
    ",\n": ",",
    ",  ": ",",
    " , ": ",",
    "-": "-",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{MINUS SIGN}": "-",
    " - ": "_",
    " \N{EN DASH} ": "_",
    " — ": "_",
    "—": "_",
    ".": "^",
    ". ": ".",
    ".\n": ".",
    ".  ": ".",
    "., ": ".",
    ".-": "-",
    "'": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{MODIFIER LETTER APOSTROPHE}": "'",
    " '": '"',
    "' ": '"',
    " ' ": '"',
    "\N{RIGHT SINGLE QUOTATION MARK} ": '"',
    " \N{RIGHT SINGLE QUOTATION MARK}": '"',
    " \N{LEFT SINGLE QUOTATION MARK}": '"',
    ":": ":",
    "/": "/",
    "+": "+",
    " (": "{",
    ") ": "}",
    "$ ": OTHER,
}
_RESERVED = set(GAPS.values()) | {OTHER}
_LETTERS = [c for n in range(0x21, 0x200) if (c := chr(n)) not in _RESERVED]


Phrase = tuple[tuple[str, ...], str, str]
"""Words, kind, value."""


@dataclass(frozen=True)
class Lexicon:
    """One language: `classes` maps a word (as written: word, Word, WORD), number or gap to its character.

    `categories` maps a category to its characters; `values` maps (category, word) to the word's value;
    `phrases` holds the fixed phrases by their first word, longest first; `contexts` are lists of neighbouring
    words by name; `mods` are words that become a TIMEX3 mod, by where they stand. `small_names`: months and
    weekdays are written without a capital. `runs` finds words of one class in a row that nobody speaks.
    """

    language: str
    classes: dict[str, str]
    categories: dict[str, str]
    values: dict[str, dict[str, Any]]
    phrases: dict[str, list[Phrase]]
    contexts: dict[str, frozenset[str]]
    mods: dict[str, dict[tuple[str, ...], str]]
    runs: re.Pattern[str]
    small_names: bool = False


@cache
def patterns(language: str) -> dict[str, str] | None:
    """Return how a language says the rules, by their names; None for English, which the rules speak."""
    return None if language == "en" else dict(_read(language, "patterns.toml")["patterns"])


@cache
def load(language: str = "en", literals: frozenset[str] = frozenset()) -> Lexicon:
    """Read the folder of `language`; `literals` are words that patterns name as themselves.

    A category, list of neighbours or place of mods that the folder does not have is empty.
    """
    values: dict[str, dict[str, Any]] = defaultdict(dict, _read(language, "words.toml"))
    phrases = _phrases(_read(language, "phrases.toml"))
    if language == "en":
        _add_feasts(phrases)
    signatures: dict[str, set[str]] = {}
    for category, words in values.items():
        for word in words:
            signatures.setdefault(word, set()).add(category)
    for word in literals:
        signatures.setdefault(word, set()).add(word)
    for first, options in phrases.items():
        signatures.setdefault(first, set()).add("PHRASE")
        for parts, kind, _ in options:
            signatures.setdefault(parts[:2][-1], set()).add("IN_FEAST" if kind == FEAST else parts[:2][-1])
    classes, categories = _assign({**signatures, **_numbers()})
    contexts: dict[str, frozenset[str]] = defaultdict(frozenset)
    contexts |= {name: frozenset(words.split()) for name, words in _read(language, "contexts.toml").items()}
    mods: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for place, entries in _read(language, "mods.toml").items():
        mods[place] = {tuple(words.split()): mod for words, mod in entries.items()}
    small = language != "en" and bool(_read(language, "patterns.toml")["small_names"])
    runs = _runs(set(classes.values()) - _RESERVED)
    return Lexicon(language, classes, categories, values, phrases, contexts, mods, runs, small)


def _runs(classes: set[str]) -> re.Pattern[str]:
    """Return what finds a word and a gap of the same classes again and again."""
    return re.compile(rf"([{re.escape(''.join(sorted(classes)))}].)\1{{{_RUN - 1},}}", re.DOTALL)


def _read(language: str, name: str) -> dict[str, Any]:
    """Read one file of the language's folder."""
    return tomllib.loads((files(__package__) / language / name).read_text("utf-8"))


def _phrases(data: dict[str, dict[str, str]]) -> dict[str, list[Phrase]]:
    """Return the phrases by their first word, longest first."""
    table: dict[str, list[Phrase]] = {}
    for kind, entries in data.items():
        for phrase, value in entries.items():
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, kind, value))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


def _add_feasts(phrases: dict[str, list[Phrase]]) -> None:
    """Add the named days that `temporal.holidays` knows, in English."""
    for name in holidays.names():
        words = tuple(_NAME_WORD.findall(name.lower()))
        phrases.setdefault(words[0], []).append((words, FEAST, name))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))


def _assign(signatures: Mapping[str, AbstractSet[str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Give every set of categories a character: the classes of words, and the characters of categories."""
    letters: dict[frozenset[str], str] = {}
    classes = dict(GAPS)
    categories: dict[str, str] = {}
    spare = iter(_LETTERS)
    for word, signature in signatures.items():
        key = frozenset(signature)
        if key not in letters:
            letters[key] = next(spare)
            for category in key:
                categories[category] = categories.get(category, "") + letters[key]
        for written in (word, word.capitalize(), word.upper()):
            classes[written] = letters[key]
    return classes, categories


def _numbers() -> dict[str, frozenset[str]]:
    """Digits by what they can be: DAY 1-31, MON 1-12, HOUR 0-24, MIN 00-59, YY 2 digits, YEAR 4, INT any.

    HHMM is 0000 to 0959, which is nothing but a time.
    """
    kinds: dict[str, set[str]] = {}
    for name, words in _DIGITS.items():
        for word in words:
            kinds.setdefault(word, {"INT"}).add(name)
    found: dict[str, frozenset[str]] = {word: frozenset(names) for word, names in kinds.items()}
    hours = (f"{hour:02d}{minute:02d}" for hour in range(10) for minute in range(60))
    found.update(dict.fromkeys(hours, frozenset(("HHMM",))))
    for name, years in _YEARS.items():
        found.update(dict.fromkeys(map(str, years), frozenset(("INT", name))))
    return found


def _written(first: int, last: int) -> tuple[str, ...]:
    """Return the numbers from `first` to `last` with and without a leading zero."""
    return *map(str, range(first, last + 1)), *(f"{n:02d}" for n in range(first, min(last, 9) + 1))


_DIGITS = {
    "DAY": _written(1, 31),
    "MON": _written(1, 12),
    "HOUR": _written(0, 24),
    "MIN": tuple(f"{n:02d}" for n in range(60)),
    "YY": tuple(f"{n:02d}" for n in range(100)),
    "YEAR3": tuple(f"{n:03d}" for n in range(1000)),
}
_YEARS = {"YEAR": range(1000, 2200), "BIGYEAR": range(2200, 10000)}
