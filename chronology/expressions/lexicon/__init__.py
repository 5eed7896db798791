"""The words of a language, read from its folder: categories of words, and one class character a word.

Every word is mapped to one character that stands for the set of its categories, so that a text becomes a
short string on which patterns are plain regular expressions over characters.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chronology.temporal import holidays

FEAST = "feast"
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
    "‐": "-",
    "‑": "-",
    "–": "-",
    "−": "-",
    " - ": "_",
    " – ": "_",
    " — ": "_",
    "—": "_",
    ".": "^",
    ". ": ".",
    ".\n": ".",
    ".  ": ".",
    "., ": ".",
    ".-": "-",
    "'": "'",
    "’": "'",
    "ʼ": "'",
    " '": '"',
    " ’": '"',
    " ‘": '"',
    ":": ":",
    "/": "/",
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
    `phrases` holds the fixed phrases by their first word, longest first.
    """

    language: str
    classes: dict[str, str]
    categories: dict[str, str]
    values: dict[str, dict[str, Any]]
    phrases: dict[str, list[Phrase]]
    literals: frozenset[str]


@cache
def load(language: str = "en", literals: frozenset[str] = frozenset()) -> Lexicon:
    """Read the folder of `language`; `literals` are words that patterns name as themselves."""
    folder = files(__package__) / language
    values: dict[str, dict[str, Any]] = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    phrases = _phrases(tomllib.loads((folder / "phrases.toml").read_text("utf-8")))
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
    signatures.update(_numbers())
    return _assign(language, signatures, values, phrases, literals)


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


def _assign(
    language: str,
    signatures: dict[str, set[str]],
    values: dict[str, dict[str, Any]],
    phrases: dict[str, list[Phrase]],
    literals: frozenset[str],
) -> Lexicon:
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
    return Lexicon(language, classes, categories, values, phrases, literals)


def _numbers() -> dict[str, set[str]]:
    """Digits by what they can be: INT any, DAY 1-31, MON 1-12, HOUR 0-24, MIN 00-59, YEAR 4 digits, YY 2."""
    return {word: _number(word) for word in _digit_words()}


def _digit_words() -> list[str]:
    plain = [str(n) for n in range(10000)]
    return plain + [f"0{n}" for n in range(10)] + [f"{n:03d}" for n in range(100)]


def _number(word: str) -> set[str]:
    n, length = int(word), len(word)
    tests = {
        "DAY": 1 <= n <= 31 and length < 3,
        "MON": 1 <= n <= 12 and length < 3,
        "HOUR": n <= 24 and length < 3,
        "MIN": n <= 59 and length == 2,
        "YY": length == 2,
        "YEAR": 1000 <= n <= 2199 and length == 4,
        "BIGYEAR": 2199 < n <= 9999 and length == 4,
        "YEAR3": length == 3,
    }
    return {"INT"} | {name for name, holds in tests.items() if holds}
