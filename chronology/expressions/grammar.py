"""The rules of a language, compiled: which rules can begin with which word class."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

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
_KEPT = 1 << 14  # beginnings that are remembered
_PHRASE = -1  # the number of the fixed phrases among the rules


class Beginning(NamedTuple):
    """What can begin with a word, a gap and a word: a fixed phrase, and rules in order.

    `uncounted` are the rules without those that begin with an amount: most numbers count other things, so
    these are left out where no unit of time follows.
    """

    phrase: bool
    rules: Fitting
    uncounted: Fitting


class Grammar:
    """The rules by what they can begin with; `starts` finds the words with which one can begin.

    A rule's regular expression is compiled when it is first needed.
    """

    def __init__(self, lexicon: Lexicon, spoken: Iterable[tuple[str, Rule]]) -> None:
        """Translate the patterns into the classes of the lexicon."""
        self.lexicon = lexicon
        self._rules: list[tuple[str, Rule]] = []
        self._counted: set[int] = set()
        units = "".join(lexicon.categories.get(name, "") for name in _UNITS)
        self._unit_near = re.compile(f"[^{OTHER}]{{1,{_NEAR}}}?{_set(units) if units else '(?!)'}").match
        self._numbers: dict[str, dict[int, set[str]]] = {}
        self._number(_PHRASE, _phrase_heads(lexicon))
        macros: dict[str, tuple[str, Heads]] = {}
        for pattern, rule in spoken:
            source, heads = translate(pattern, lexicon, macros)
            self._number(len(self._rules), heads)
            if pattern.startswith(_COUNTED):
                self._counted.add(len(self._rules))
            self._rules.append((source, rule))
        alone = {start[0] for start, numbers in self._numbers.items() if not all(numbers.values())}
        self.starts = _starts(alone, {start[0] for start in self._numbers}, lexicon.categories["INT"])
        self._matchers: dict[str, Matcher] = {}
        self._known: dict[str, Beginning | None] = {}

    def _number(self, number: int, heads: Iterable[Head]) -> None:
        """Note the classes and gaps with which a rule begins, and the words that can follow them."""
        for head in heads:
            for start in map("".join, product(*head[:2])):
                self._numbers.setdefault(start, {}).setdefault(number, set()).update(*head[2:])

    def beginning(self, classes: str, at: int) -> Beginning | None:
        """Return what can begin at `at`, by the classes of a word, a gap and a word; None: nothing."""
        head = classes[at : at + HEAD]
        try:
            return self._known[head]
        except KeyError:
            found = self._beginning(head)
            if len(self._known) < _KEPT:
                self._known[head] = found
            return found

    def _beginning(self, head: str) -> Beginning | None:
        alone, joined = self._numbers.get(head[:1], {}), self._numbers.get(head[:2], {})
        numbers = {*alone, *(number for number, words in joined.items() if head[2:] in words or not words)}
        if not numbers:
            return None
        rules = {number: self._rules[number] for number in sorted(numbers - {_PHRASE})}
        found = {number: (self._matcher(source), rule) for number, (source, rule) in rules.items()}
        uncounted = tuple(item for number, item in found.items() if number not in self._counted)
        return Beginning(_PHRASE in numbers, tuple(found.values()), uncounted)

    def fitting(self, beginning: Beginning, classes: str, at: int) -> Fitting:
        """Return the rules, in order, that can begin at `at`, where that beginning stands."""
        rules, uncounted = beginning.rules, beginning.uncounted
        return rules if len(rules) == len(uncounted) or self._unit_near(classes, at) else uncounted

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


def _starts(alone: Iterable[str], classes: Iterable[str], numbers: str) -> re.Pattern[str]:
    """Return what finds a word with which a rule can begin, alone or before a word that rules know.

    No number after a slash or two points, nor the first of three with spaces, begins anything: "1/1/1/…",
    "1.1.1.…", "4 4 4 …".
    """
    number = _set(numbers)
    inside = f"(?<!{number}/{number})(?<!{number}\\^{number}\\^{number})(?!(?<={number}) {number} {number})"
    return re.compile(f"{_set(classes)}(?:(?<={_set(alone)})|(?=[^{OTHER}][^{OTHER}])){inside}")


def _set(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"
