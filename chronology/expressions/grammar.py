"""The rules of a language, compiled: which rules can begin with which word class."""

import re
from dataclasses import dataclass
from functools import cache

from chronology.expressions import lexicon as lexicons
from chronology.expressions.lexicon import Lexicon
from chronology.expressions.pattern import Key, compile_pattern, literals
from chronology.expressions.rule import Rule
from chronology.expressions.rules import RULES

_WEAK = ("A", "HALF", "INT", "NUMBER", "TENS", "FEW", "ORDINAL", "DOZEN", "another")
"""Words that begin an expression only where a stronger word follows in the same run of known words."""


@dataclass(frozen=True)
class Grammar:
    """`rules` maps a class character to the (matcher, rule) pairs that can begin with it; `starts` finds one."""

    lexicon: Lexicon
    rules: dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]
    starts: re.Pattern[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """Compile RULES with the words of `language`; kept, since it never changes."""
    words = frozenset().union(*(literals(rule.pattern) for rule in RULES))
    lexicon = lexicons.load(language, words)
    table: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for rule in RULES:
        matcher, first = compile_pattern(rule.pattern, Key(lexicon, language))
        for char in first:
            table.setdefault(char, []).append((matcher, rule))
    for char in lexicon.categories.get("PHRASE", ""):
        table.setdefault(char, [])
    return Grammar(lexicon, {char: tuple(pairs) for char, pairs in table.items()}, _starts(table))


def _starts(table: dict[str, list[tuple[re.Pattern[str], Rule]]]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(table)))}]")
