"""The rules of a language, compiled: which rules can begin with which word class."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product

from chronology.expressions import lexicon as lexicons
from chronology.expressions.lexicon import OTHER, Lexicon
from chronology.expressions.pattern import HEAD, Head, Heads, literals, translate
from chronology.expressions.rule import Rule
from chronology.expressions.rules import RULES

_PHRASE_GAPS = frozenset(" '\"-.")


Matcher = Callable[[str, int], re.Match[str] | None]
Fitting = tuple[tuple[Matcher, Rule], ...]
_COUNTED = ("n=COUNT", "n=AMOUNT", "in n=COUNT", "f=(TIMES|COUNT")
_UNITS = ("UNIT", "UNITS", "SEASONS")
_NEAR = 24  # pieces in which the unit of an amount follows
_KEPT = 1 << 14  # beginnings whose rules are remembered


class Grammar:
    """The rules by what they can begin with; `starts` finds a place where one can begin.

    A rule's regular expression is compiled when it is first needed.
    """

    def __init__(self, lexicon: Lexicon, spoken: Iterable[tuple[str, Rule]]) -> None:
        """Translate the patterns into the classes of the lexicon."""
        self.lexicon = lexicon
        self._rules: list[tuple[str, Rule]] = []
        self._counted: set[int] = set()
        units = "".join(lexicon.categories.get(name, "") for name in _UNITS)
        self.unit_near = re.compile(f"[^{OTHER}]{{1,{_NEAR}}}?{_set(units) if units else '(?!)'}").match
        self._beginnings: dict[str, dict[int, set[str]]] = {}
        heads = set(_phrase_heads(lexicon))
        macros: dict[str, tuple[str, Heads]] = {}
        for pattern, rule in spoken:
            source, found = translate(pattern, lexicon, macros)
            self._begin(len(self._rules), found)
            if pattern.startswith(_COUNTED):
                self._counted.add(len(self._rules))
            self._rules.append((source, rule))
            heads |= found
        self.starts = _starts(heads, lexicon.categories["INT"])
        self._matchers: dict[str, Matcher] = {}
        self._known: tuple[dict[str, Fitting], dict[str, Fitting]] = {}, {}

    def _begin(self, number: int, heads: Iterable[Head]) -> None:
        """Note the classes and gaps with which a rule begins, and the words that can follow them."""
        for head in heads:
            starts = map("".join, product(*head[:2]))
            for start in starts:
                self._beginnings.setdefault(start, {}).setdefault(number, set()).update(*head[2:])

    def rules(self, classes: str, at: int) -> Fitting:
        """Return the rules, in order, that can begin at `at`, by the classes of a word, a gap and a word.

        Rules that begin with an amount are left out where no unit of time follows: most numbers count
        other things.
        """
        head, counted = classes[at : at + HEAD], self.unit_near(classes, at) is not None
        kept = self._known[counted]
        found = kept.get(head)
        if found is None:
            alone, joined = self._beginnings.get(head[:1], {}), self._beginnings.get(head[:2], {})
            numbers = {
                *alone,
                *(number for number, words in joined.items() if head[2:] in words or not words),
            }
            fitting = (
                self._rules[number] for number in sorted(numbers if counted else numbers - self._counted)
            )
            found = tuple((self._matcher(source), rule) for source, rule in fitting)
            if len(kept) < _KEPT:
                kept[head] = found
        return found

    def _matcher(self, source: str) -> Matcher:
        if source not in self._matchers:
            self._matchers[source] = re.compile(source).match
        return self._matchers[source]


@cache
def grammar(language: str = "en") -> Grammar:
    """Compile RULES with the words of `language`; kept, since it never changes."""
    spoken = tuple(_spoken(language))
    lexicon = lexicons.load(language, frozenset().union(*(literals(pattern) for pattern, _ in spoken)))
    return Grammar(lexicon, spoken)


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
    number after a slash, nor the first of three with spaces, begins anything: "1/1/1/…", "4 4 4 …".
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
    number = _set(numbers)
    inside = f"(?<!{number}/{number})(?!(?<={number}) {number} {number})"
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
