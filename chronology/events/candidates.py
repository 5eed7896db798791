"""The happenings of a sentence: verbs and event nouns, each with its trigger word."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.events import kinds
from chronology.events.kinds import KindInfo
from chronology.events.language.clauses import Sentence

_SKIPPED = frozenset({"be", "have", "do"})
_NOT_TRIGGERS = frozenset({"include", "follow", "accord", "regard", "concern", "base", "involve"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A happening: element `at` of a sentence, its trigger word, base form and kind."""

    at: int
    word: int
    lemma: str
    kind: KindInfo
    is_noun: bool


def find(sentence: Sentence) -> tuple[Candidate, ...]:
    """Return the candidates of a sentence in order."""
    return tuple(sorted((*_verbs(sentence), *_nouns(sentence)), key=lambda item: item.word))


def _verbs(sentence: Sentence) -> Iterator[Candidate]:
    for at in sentence.verbs():
        verb = sentence.verb(at)
        if verb is None:
            continue
        head = sentence.words[verb.head]
        target = sentence.object_of(at)
        light = (
            head.lemma in {"have", "do"}
            and target >= 0
            and kinds.of_noun(sentence.head(target).lemma) is not None
        )
        if head.lemma in _NOT_TRIGGERS or (head.lemma in _SKIPPED and not light):
            continue
        yield Candidate(
            at, verb.head, head.lemma, kinds.of_verb(head.lemma, _complement(sentence, at)), is_noun=False
        )


def _complement(sentence: Sentence, at: int) -> str:
    target = sentence.object_of(at)
    if target >= 0 and sentence.head(target).lemma in {"effect", "force"}:
        return sentence.head(target).lemma
    return next((sentence.head(noun).lemma for _, noun in sentence.complements(at)), "")


def _nouns(sentence: Sentence) -> Iterator[Candidate]:
    for at in sentence.nouns():
        group = sentence.noun(at)
        if group is None:
            continue
        head = sentence.words[group.head]
        if head.tag not in {"NN", "NNS"} or (head.timex is not None):
            continue
        kind = kinds.of_noun(head.lemma)
        if kind is not None:
            yield Candidate(at, group.head, head.lemma, kind, is_noun=True)
