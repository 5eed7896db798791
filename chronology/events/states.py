"""What holds rather than happens ("was", "had", "is available", "shares were down").

An analyst lists no states, so they are looked for only where every dated word is asked for.
"""

from collections.abc import Collection, Iterator

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language import words
from chronology.events.language.clauses import Sentence
from chronology.events.language.elements import NounGroup, VerbGroup


def find(sentence: Sentence, known: Collection[int]) -> Iterator[Candidate]:
    """Yield the states of a sentence, without the elements in `known`, in no special order."""
    seen = set(known)
    for at in (*_verbs(sentence), *_predicates(sentence), *_trailing(sentence)):
        if at not in seen:
            seen.add(at)
            head = sentence.head(at)
            yield Candidate(at, _word(sentence, at), head.lemma, kinds.of_verb(""), is_noun=False)


def _word(sentence: Sentence, at: int) -> int:
    element = sentence.elements[at]
    return element.head if isinstance(element, NounGroup | VerbGroup) else element.first


def _verbs(sentence: Sentence) -> Iterator[int]:
    return (at for at in sentence.verbs() if sentence.head(at).lemma in kinds.verbs("holding"))


def _predicates(sentence: Sentence) -> Iterator[int]:
    """As in "is available", "remained weak", "were down"."""
    for at in sentence.verbs():
        if sentence.head(at).lemma not in kinds.verbs("copular"):
            continue
        target = at + 1
        while sentence.mark(target) == "RB" and sentence.head(target).lower not in kinds.verbs("placing"):
            target += 1
        placed = sentence.mark(target) in {"RB", "IN"} and sentence.head(target).lower in kinds.verbs(
            "placing"
        )
        if placed or _adjective(sentence, target):
            yield target


def _trailing(sentence: Sentence) -> Iterator[int]:
    """As in "dividends payable in May", "properties worth 3 million": an adjective after its noun."""
    return (
        at
        for at in sentence.nouns()
        if _adjective(sentence, at) and (sentence.noun(at - 1) is not None or sentence.mark(at - 1) == ",")
    )


def _adjective(sentence: Sentence, at: int) -> bool:
    """Tell whether a group is one word that can be an adjective."""
    group = sentence.noun(at)
    if group is None or group.last - group.first != 1:
        return False
    word = sentence.words[group.head]
    return word.tag == "JJ" or (word.tag == "NN" and "JJ" in words.readings(word.lower))
