"""The rules of a language, compiled: which rules can begin with which word class."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from chronology.expressions import lexicon as lexicons
from chronology.expressions.lexicon import Lexicon
from chronology.expressions.pattern import HEAD, Head, Key, compile_pattern, literals
from chronology.expressions.rule import Rule
from chronology.expressions.rules import RULES

_SPACES = frozenset(" '-.")


@dataclass(frozen=True)
class Grammar:
    """`rules` maps a class to the (matcher, rule) pairs that can begin with it; `starts` finds such a place."""

    lexicon: Lexicon
    rules: dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]
    starts: re.Pattern[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """Compile RULES with the words of `language`; kept, since it never changes."""
    words = frozenset().union(*(literals(rule.pattern) for rule in RULES))
    lexicon = lexicons.load(language, words)
    table: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    heads = set(_phrase_heads(lexicon))
    for rule in RULES:
        matcher, rule_heads = compile_pattern(rule.pattern, Key(lexicon, language))
        heads |= rule_heads
        for char in frozenset().union(*(head[0] for head in rule_heads if head)):
            table.setdefault(char, []).append((matcher, rule))
    for char in lexicon.categories.get("PHRASE", ""):
        table.setdefault(char, [])
    return Grammar(lexicon, {char: tuple(pairs) for char, pairs in table.items()}, _starts(heads))


def _phrase_heads(lexicon: Lexicon) -> Iterator[Head]:
    """Yield how the fixed phrases begin: with one word, or with two and a gap of any kind."""
    for phrases in lexicon.phrases.values():
        for words, _, _ in phrases:
            known = [frozenset(lexicon.classes[word]) for word in words[:2]]
            yield (known[0],) if len(words) == 1 else (known[0], _SPACES, known[1])


def _starts(heads: Iterable[Head]) -> re.Pattern[str]:
    """Return what finds a place where a rule can begin: a class, and the two classes that can follow it.

    Looking at three pieces instead of one spares nine of ten attempts at "the", "a" and bare numbers.
    """
    alone: set[str] = set()
    following: dict[str, dict[str, set[str]]] = {}
    for head in heads:
        for char in head[0] if head else ():
            if len(head) < HEAD:
                alone.add(char)
                continue
            for gap in head[1]:
                following.setdefault(char, {}).setdefault(gap, set()).update(head[2])
    groups: dict[str, str] = {}
    for char in sorted(following.keys() - alone):
        tail = _tail(following[char])
        groups[tail] = groups.get(tail, "") + char
    tails = [f"(?<={_set(chars)})(?:{tail})" for tail, chars in groups.items()]
    return re.compile(f"{_set(alone | following.keys())}(?:{'|'.join([f'(?<={_set(alone)})', *tails])})")


def _tail(gaps: dict[str, set[str]]) -> str:
    """Return what matches a gap and a word after it, without taking them."""
    words: dict[str, str] = {}
    for gap, chars in sorted(gaps.items()):
        key = _set(chars)
        words[key] = words.get(key, "") + gap
    return "|".join(f"(?={_set(chars)}{key})" for key, chars in words.items())


def _set(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"
