"""The happenings of a sentence: verbs and event nouns, each with its trigger word."""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.events import kinds
from chronology.events.kinds import KindInfo
from chronology.events.language.clauses import Sentence
from chronology.events.language.elements import NounGroup

_SKIPPED = frozenset({"be", "have", "do"})
_NOT_TRIGGERS = frozenset({"include", "accord", "regard", "concern", "base", "involve"})


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
        compared = verb.passive and not verb.finite and sentence.head(at - 1).lower in {"than", "as"}
        if compared or head.lemma in _NOT_TRIGGERS or (head.lemma in _SKIPPED and not light):
            continue
        bare = not verb.passive and target < 0
        kind = kinds.of_verb(head.lemma, _complement(sentence, at), transitive=not bare)
        yield Candidate(at, verb.head, head.lemma, _by_object(sentence, at, kind), is_noun=False)


def _of_something(sentence: Sentence, at: int) -> bool:
    """As in "runs out of time" is no expiry."""
    return any(
        sentence.head(preposition).lower in {"of", "out of"}
        for preposition, _ in sentence.complements(at)[:1]
    )


def _by_object(sentence: Sentence, at: int, kind: KindInfo) -> KindInfo:
    """A colourless verb takes the kind of its object or infinitive.

    "uses sanctions", "is expected to grow".
    """
    onward = at + 1
    while sentence.mark(onward) in {"TMX", "IN"}:
        onward += 1
    if sentence.head(at).lemma in kinds.verbs("withholding") and sentence.verb(onward) is not None:
        return kinds.of_verb("")
    target = sentence.object_of(at)
    if target >= 0 and sentence.head(at).lemma in kinds.verbs("staging"):
        return kinds.of_noun(sentence.head(target).lemma) or kind
    subject = sentence.subjects.get(at, -1)
    if subject >= 0 and _happens(sentence, at):
        return kinds.of_noun(sentence.head(subject).lemma) or kind
    if kind.name != kinds.GENERAL or sentence.head(at).lemma in kinds.verbs("aspectual"):
        return kind
    if target >= 0:
        return kinds.of_noun(sentence.head(target).lemma) or kind
    after = sentence.verb(at + 1)
    return kinds.of_verb(sentence.head(at + 1).lemma) if after is not None and after.infinitive else kind


def _happens(sentence: Sentence, at: int) -> bool:
    """As in "talks resume", "the hearing took place", "a vote is scheduled": the subject is what happens."""
    verb, target = sentence.verb(at), sentence.object_of(at)
    if verb is not None and sentence.head(at).lemma == "break":
        return verb.particle == "out"
    if sentence.head(at).lemma == "take" and target >= 0:
        return sentence.head(target).lemma == "place"
    return sentence.head(at).lemma in kinds.verbs("happening") and target < 0 and verb is not None


def _complement(sentence: Sentence, at: int) -> str:
    verb, target = sentence.verb(at), sentence.object_of(at)
    if verb is not None and verb.particle:
        return "" if _of_something(sentence, at) else verb.particle
    if target >= 0:
        return sentence.head(target).lemma
    return next((sentence.head(noun).lemma for _, noun in sentence.complements(at)), "")


def _nouns(sentence: Sentence) -> Iterator[Candidate]:
    for at in sentence.nouns():
        group = sentence.noun(at)
        if group is None:
            continue
        head = sentence.words[group.head]
        if head.timex is not None or (head.tag not in {"NN", "NNS"} and not _dated_name(sentence, group)):
            continue
        if in_force(sentence, at):
            yield Candidate(at, group.head, head.lemma, kinds.of_verb("enter", "force"), is_noun=True)
            continue
        kind = kinds.of_noun(head.lemma if head.tag != "NNP" else head.lemma.rsplit(" ", 1)[-1])
        if kind is None and _exists(sentence, at):
            kind = kinds.of_verb("")
        if kind is not None:
            yield Candidate(at, group.head, head.lemma, kind, is_noun=True)


def in_force(sentence: Sentence, at: int) -> bool:
    """As in "the pact, in force since 1994,", "has been in force since 2011"."""
    under = sentence.prepositions.get(at)
    stands = under == at - 1 and sentence.head(under).lower == "in" and sentence.head(at).lower == "force"
    be = sentence.mark(at - 2) in {",", "CC"} or (
        sentence.verb(at - 2) is not None and sentence.head(at - 2).lemma == "be"
    )
    return stands and be and sentence.head(at + 1).lower == "since" and sentence.mark(at + 2) == "TMX"


def bearer(sentence: Sentence, at: int) -> int:
    """The noun group that is in force, or -1; `at`: "force"."""
    if sentence.mark(at - 2) == "CC":
        before = [verb for verb in sentence.verbs() if verb < at]
        return sentence.subjects.get(before[-1], -1) if before else -1
    if sentence.mark(at - 2) == ",":
        here = at - 3
        while sentence.noun(here) is not None and sentence.prepositions.get(here) == here - 1:
            here -= 2  # "the pact on data from stations, in force since …"
        return here if here >= 0 and sentence.noun(here) is not None else -1
    return sentence.subjects.get(at - 2, -1)


def _dated_name(sentence: Sentence, group: NounGroup) -> bool:
    """As in "the February 2015 Minsk agreement": a treaty's name with a time before it."""
    inside = sentence.words[group.first : group.head]
    return " " in sentence.words[group.head].lower and any(word.timex is not None for word in inside)


def _exists(sentence: Sentence, at: int) -> bool:
    """Tell whether the group is what "there is …" states."""
    verb = next((item for item in sentence.verbs() if sentence.object_of(item) == at), -1)
    subject = sentence.subjects.get(verb, -1)
    return subject >= 0 and sentence.head(verb).lemma == "be" and sentence.head(subject).tag == "EX"
