"""What stands around an expression: its signal, its tense, quotation marks, its sentence."""

import re
import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model.meaning import Calendar, Lean, Nth

_REACH = 40  # pieces (twenty words) to look for a verb on either side
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n\s*\n")
_QUOTE = re.compile(r"[\"“”]|\n\s*\n")


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    text = (files("chronology.expressions.lexicon") / language / "cues.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


class Surroundings:
    """Answers questions about the neighbourhood of a place in the text."""

    def __init__(self, tokens: Tokens) -> None:
        """Prepare for one text; sentence and quotation marks are found when first asked for."""
        self._tokens = tokens
        self._cues = _cues(tokens.lexicon.language)
        self._ends = [match.end() for match in _SENTENCE_END.finditer(tokens.text)]
        self._quotes = _quotes(tokens.text)

    def signal(self, index: int) -> str | None:
        """Return the preposition just before piece `index`."""
        word = self._tokens.lower(index - 2)
        gap = self._tokens.pieces[index - 1] if index else ""
        return word if word in self._cues["signals"] and gap.isspace() else None

    def sentence(self, offset: int) -> int:
        """Number the sentence that holds `offset`."""
        return bisect_right(self._ends, offset)

    def quoted(self, offset: int) -> bool:
        """Tell whether `offset` lies inside quotation marks."""
        return bool(bisect_right(self._quotes, offset) % 2)

    def lean(self, draft: Draft) -> tuple[Lean | None, str]:
        """Return the side to which the verb near an under-specified date points, and the verb."""
        meaning = draft.meaning
        if not isinstance(meaning, (Calendar, Nth)):
            return None, ""
        first, last = draft.first, draft.last
        limit_low = self._tokens.at(self._ends[self._number(first) - 1]) if self._number(first) else 0
        for index in range(first - 2, max(limit_low, first - _REACH, 0), -2):
            lean = self._cue(index)
            if lean is not None:
                return lean, self._tokens.lower(index)
        number = self._number(first)
        limit_high = self._tokens.at(self._ends[number]) if number < len(self._ends) else len(self._tokens.pieces)
        for index in range(last + 1, min(limit_high, last + _REACH, len(self._tokens.pieces)), 2):
            lean = self._cue(index)
            if lean is not None:
                return lean, self._tokens.lower(index)
        return None, ""

    def _number(self, index: int) -> int:
        return bisect_right(self._ends, self._tokens.start(index))

    def _cue(self, index: int) -> Lean | None:
        word = self._tokens.lower(index)
        if word in self._cues["future"]:
            return Lean.FUTURE
        if word in self._cues["past"] or (len(word) > 4 and word.endswith("ed")):  # noqa: PLR2004 - not "red"
            return Lean.PAST
        return None


def _quotes(text: str) -> list[int]:
    """Return the offsets at which quotation opens and closes; a new paragraph closes it."""
    edges: list[int] = []
    for match in _QUOTE.finditer(text):
        mark, is_open = match.group(), len(edges) % 2 == 1
        if mark[0] == "\n":
            if is_open:
                edges.append(match.start())
        elif not (mark == "”" and not is_open) and not (mark == "“" and is_open):
            edges.append(match.end())
    return edges
