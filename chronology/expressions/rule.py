"""What a rule is: a pattern over word classes, and the function that says what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chronology.expressions.tokens import Tokens
from chronology.model import TimexType
from chronology.model.meaning import Meaning
from chronology.model.quick import quick

Read = tuple[TimexType, Meaning] | tuple[TimexType, Meaning, str | None]
"""What a rule makes of a match: type, meaning and TIMEX3 mod."""


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """A match: the words behind the names of a pattern."""

    tokens: Tokens
    match: re.Match[str]

    def __contains__(self, name: str) -> bool:
        """Tell whether the named part matched."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def word(self, name: str) -> str:
        """Return the first word of the named part, in lower case."""
        return self.tokens.pieces[self.match.start(name)].lower()

    def written(self, name: str) -> str:
        """Return the first word of the named part as it is written.

        Months and weekdays have a capital, in languages that write them small too.
        """
        word = self.tokens.pieces[self.match.start(name)]
        lexicon = self.tokens.lexicon
        is_name = word in lexicon.values["MONTH"] or word in lexicon.values["WEEKDAY"]
        return word.capitalize() if lexicon.small_names and is_name else word

    def words(self, name: str) -> list[str]:
        """Return all words and gaps of the named part, in lower case."""
        start, end = self.match.span(name)
        return [piece.lower() for piece in self.tokens.pieces[start:end]]

    def number(self, name: str) -> int:
        """Return the digits of the named part as a number."""
        return int(self.tokens.pieces[self.match.start(name)])

    def value(self, category: str, name: str) -> Any:
        """Return what the lexicon says of the first word of the named part, in a category, or None."""
        return self.tokens.lexicon.values[category].get(self.word(name))

    def before(self, distance: int = 1) -> str:
        """Return the word `distance` words before the match, in lower case."""
        return self.tokens.lower(self.match.start() - 2 * distance)

    def near(self, name: str, context: str) -> bool:
        """Tell whether the first word of the named part stands in a list of the lexicon's contexts."""
        return self.word(name) in self.tokens.lexicon.contexts[context]

    def before_is(self, context: str, distance: int = 1) -> bool:
        """Tell whether the word before the match stands in a list of the lexicon's contexts."""
        return self.before(distance) in self.tokens.lexicon.contexts[context]

    def after_is(self, context: str, distance: int = 1) -> bool:
        """Tell whether the word after the match stands in a list of the lexicon's contexts."""
        return self.after(distance) in self.tokens.lexicon.contexts[context]

    def gap_before(self) -> str:
        """Return what stands between the previous word and the match."""
        return self.tokens.pieces[self.match.start() - 1]

    def written_after(self) -> str:
        """Return the word after the match as it is written; "" at the end of the text."""
        place = self.match.end() + 1
        return self.tokens.pieces[place] if place < len(self.tokens.pieces) else ""

    def gap_after(self) -> str:
        """Return what stands between the match and the next word."""
        return self.tokens.pieces[self.match.end()]

    def after(self, distance: int = 1) -> str:
        """Return the word `distance` words after the match, in lower case."""
        return self.tokens.lower(self.match.end() - 1 + 2 * distance)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying a time.

    `build` returns None where the words only look like time. `examples` and `rejects` are short texts: each
    example holds an expression that this rule finds (marked in «»), each reject holds none of this rule's.
    `article`: a "the" before it belongs to it.
    """

    name: str
    pattern: str
    build: Callable[[Found], Read | None]
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    article: bool = False


@dataclass(slots=True)
class Draft:
    """An expression in the making: pieces [first, last) of the tokens; refiners may change it."""

    first: int
    last: int
    type: TimexType
    meaning: Meaning
    rule: Rule
    mod: str | None = None
