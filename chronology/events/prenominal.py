"""What a time inside a noun phrase dates: "Monday's talks", "the 2016 elections", "at last week's summit"."""

from collections.abc import Iterator, Mapping

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence

PHRASE = "the time stands in the same phrase"
SHARED = "it shares the clause's time"

_NOT_PLACES = frozenset({"statement", "agreement", "event", "ruling"})  # kinds of what is said or made


def attach(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> list[tuple[int, str]]:
    """Return element and reason for the noun of the phrase, and for the verb whose venue the noun is."""
    if at not in found:
        return []
    out = [(at, PHRASE)]
    if _of_its_day(sentence, at):
        out.extend((verb, SHARED) for verb in _beside(sentence, at) if verb in found)
    return [*out, *_took_place_at(sentence, found, at)]


def _took_place_at(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> list[tuple[int, str]]:
    """As in "met at last week's summit", "At Monday's hearing the judge ruled"."""
    preposition, noun = sentence.prepositions.get(at), found[at]
    word = sentence.head(preposition).lower if preposition is not None else ""
    there = word in {"at", "during"} or (word == "in" and _of_its_day(sentence, at))
    if preposition is None or not there:
        return []
    left = _verb_left(sentence, preposition)
    verb = left if left >= 0 else sentence.tree.verb_of(at)
    said = verb in found and found[verb].lemma in kinds.verbs("saying") | kinds.verbs("deciding")
    if noun.kind.name in _NOT_PLACES and not said:
        return []
    return [(verb, f"it happened {word} the dated {noun.lemma}")] if verb in found else []


def _of_its_day(sentence: Sentence, at: int) -> bool:
    """As in "Monday's vote": a time with 's before its noun."""
    first = sentence.elements[at].first
    return sentence.words[first].timex is not None and sentence.words[first + 1].tag == "POS"


def _beside(sentence: Sentence, at: int) -> Iterator[int]:
    """As in "Monday's vote left …", "told Monday's hearing": past verbs that were there and then."""
    present = kinds.verbs("saying") | kinds.verbs("attending")
    for here in sentence.verbs():
        verb = sentence.verb(here)
        acts = sentence.subjects.get(here, -1) == at
        heard = sentence.object_of(here) == at and sentence.head(here).lemma in present
        if (
            verb is not None
            and (acts or heard)
            and (verb.tense, verb.perfect, verb.modal) == ("past", False, "")
        ):
            yield here


def _verb_left(sentence: Sentence, at: int) -> int:
    for here in range(at - 1, -1, -1):
        if sentence.verb(here) is not None:
            return here
        if sentence.mark(here) in {"SUB", "TIMESUB", "WP", ";", ":", ","}:
            return -1
    return -1
