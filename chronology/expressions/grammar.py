"""The rules of a language, compiled: which rules can begin with which word class."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from chronology.expressions import lexicon as lexicons
from chronology.expressions.lexicon import Lexicon
from chronology.expressions.pattern import HEAD, Head, literals, translate
from chronology.expressions.rule import Rule
from chronology.expressions.rules import RULES

_PHRASE_GAPS = frozenset(" '-.")
_NAME = re.compile(r"\(\?P<\w+>")


class Family:
    """The rules that can begin with one class; their regular expressions are compiled when first needed."""

    def __init__(self, rules: Iterable[tuple[str, Rule]]) -> None:
        """Keep (source, rule) pairs in order."""
        self._rules = tuple(rules)

    @cached_property
    def any(self) -> re.Pattern[str]:
        """What tells in one step whether any of the rules matches."""
        return re.compile("|".join(_NAME.sub("(?:", source) for source, _ in self._rules) or "(?!)")

    @cached_property
    def matchers(self) -> tuple[tuple[re.Pattern[str], Rule], ...]:
        """Each rule with its matcher."""
        return tuple((re.compile(source), rule) for source, rule in self._rules)


@dataclass(frozen=True)
class Grammar:
    """`families` maps a class to the rules that can begin with it; `starts` finds such a place."""

    lexicon: Lexicon
    families: dict[str, Family]
    starts: re.Pattern[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """Compile RULES with the words of `language`; kept, since it never changes."""
    spoken = tuple(_spoken(language))
    lexicon = lexicons.load(language, frozenset().union(*(literals(pattern) for pattern, _ in spoken)))
    table: dict[str, list[tuple[str, Rule]]] = {char: [] for char in lexicon.categories.get("PHRASE", "")}
    heads = set(_phrase_heads(lexicon))
    for pattern, rule in spoken:
        source, rule_heads = translate(pattern, lexicon)
        heads |= rule_heads
        for char in frozenset().union(*(head[0] for head in rule_heads if head)):
            table.setdefault(char, []).append((source, rule))
    return Grammar(
        lexicon,
        {char: Family(rules) for char, rules in table.items()},
        _starts(heads, lexicon.categories["INT"]),
    )


def _spoken(language: str) -> Iterator[tuple[str, Rule]]:
    """Yield the patterns of a language with the rules that read them: what is meant is the same in each."""
    own = lexicons.patterns(language)
    for rule in RULES:
        pattern = rule.pattern if own is None else own.get(rule.name)
        if pattern is not None:
            yield pattern, rule


def _phrase_heads(lexicon: Lexicon) -> Iterator[Head]:
    """Yield how the fixed phrases begin: with one word, or with two and a gap."""
    for phrases in lexicon.phrases.values():
        for words, _, _ in phrases:
            known = [frozenset(lexicon.classes[word]) for word in words[:2]]
            yield (known[0],) if len(words) == 1 else (known[0], _PHRASE_GAPS, known[1])


def _starts(heads: Iterable[Head], numbers: str) -> re.Pattern[str]:
    """Return what finds a place where a rule can begin: a class, and the two classes that can follow it.

    Looking at three pieces instead of one spares nine of ten attempts at "the", "a" and bare numbers. No
    number after a slash begins anything: "1/1/1/1/…" is tried once.
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
    inside = f"(?<!{_set(numbers)}/{_set(numbers)})"
    return re.compile(
        f"{_set(alone | following.keys())}{inside}(?:{'|'.join([f'(?<={_set(alone)})', *tails])})"
    )


def _tail(gaps: dict[str, set[str]]) -> str:
    """Return what matches a gap and a word after it, without taking them."""
    words: dict[str, str] = {}
    for gap, chars in sorted(gaps.items()):
        key = _set(chars)
        words[key] = words.get(key, "") + gap
    return "|".join(f"(?={_set(chars)}{key})" for key, chars in words.items())


def _set(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"
