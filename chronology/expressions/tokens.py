"""A text as words and the gaps between them, and the string of their classes."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, repeat

from chronology.expressions.lexicon import OTHER, Lexicon

_SHORT = 4  # letters: "Sept."
_BLANKS = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}")
_PIECE = re.compile(r"([^\W\d_]+|[0-9]+)")
_ASCII_PIECE = re.compile(r"([A-Za-z]+|[0-9]+)")  # the same where there are no other letters, and faster


@dataclass(frozen=True, slots=True)
class Tokens:
    """`pieces` alternate gap, word, gap, word, …, gap; `classes` holds one character for each of them.

    `ends[i]` is the offset at which piece i ends in the text. Words stand at odd indexes.
    """

    text: str
    pieces: list[str]
    classes: str
    ends: list[int]
    lexicon: Lexicon

    def start(self, index: int) -> int:
        """Return the offset at which piece `index` starts."""
        return self.ends[index - 1] if index else 0

    def at(self, offset: int) -> int:
        """Return the index of the piece that holds the character at `offset`."""
        return bisect_right(self.ends, offset)

    def lower(self, index: int) -> str:
        """Return piece `index` in lower case; "" outside the text."""
        try:
            return self.pieces[index].lower() if index >= 0 else ""
        except IndexError:
            return ""

    def can_be_short(self, index: int) -> bool:
        """Tell whether a full stop after word `index` may be an abbreviation's, not the sentence's."""
        word = self.pieces[index]
        named = self.is_a(index, "MONTH") or self.is_a(index, "WEEKDAY")
        if named and word.lower() not in self.lexicon.contexts["whole_month"]:
            return len(word) <= _SHORT
        return self.pieces[index - 1] in {".", ". "} or (self.is_a(index, "ZONE") and word.isupper())

    def is_a(self, index: int, category: str) -> bool:
        """Tell whether word `index` stands in a category of the lexicon."""
        if not 0 <= index < len(self.classes):
            return False
        return self.classes[index] in self.lexicon.categories.get(category, "")


def tokenise(text: str, lexicon: Lexicon) -> Tokens:
    """Cut `text`: every character belongs to one piece; a space that does not break is a plain one there."""
    pieces = _pieces(text)
    classes = "".join(map(lexicon.classes.get, pieces, repeat(OTHER)))
    classes = lexicon.runs.sub(lambda run: _silenced(run, pieces), classes)
    return Tokens(text, pieces, classes, list(accumulate(map(len, pieces))), lexicon)


def _silenced(run: re.Match[str], pieces: list[str]) -> str:
    """Give no class to one word said over and over: "July July July …" speaks of no time."""
    words = pieces[run.start() : run.end() : 2]
    return OTHER * len(run[0]) if words.count(words[0]) == len(words) else run[0]


def _pieces(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_PIECE.split(text)
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return _PIECE.split(text)
