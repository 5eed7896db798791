"""Times that belong elsewhere than their place suggests: clefts, adjournments, entries of a list."""

from collections.abc import Mapping

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.timing import signal

CLEFT = "the sentence says that it was then"
PUT_OFF = "it was put off until then"
ENTRY = "the time heads the entry"
TOLD = "the clause tells what happened then"
IS_THEN = "the sentence says that it is then"
STRONG = frozenset({CLEFT, PUT_OFF, ENTRY, IS_THEN, TOLD})


def elsewhere(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> dict[int, str]:
    """Return element → reason for what the time at element `at` dates by such a turn; {} if there is none."""
    for turn, why in ((_cleft, CLEFT), (_put_off, PUT_OFF), (_entry, ENTRY), (_is_then, IS_THEN)):
        target = turn(sentence, found, at)
        if target in found:
            return {target: why}
    return {}


def ranks(sentence: Sentence, at: int) -> bool:
    """As in "his ninth final since 2010", "the lowest level since May": the time only says how it ranks."""
    group = sentence.noun(at - 2) if signal(sentence, at) == "since" else None
    inside = sentence.words[group.first : group.last] if group is not None else ()
    return any(word.lower in kinds.verbs("ranking") or _superlative(word.lower) for word in inside)


def _superlative(word: str) -> bool:
    ordinal = word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}
    return ordinal or (word.endswith("est") and len(word) > len("guest"))


def _cleft(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> int:
    """As in "It was in 1992 that they met"."""
    opens = sentence.elements and sentence.head(0).lower == "it" and sentence.head(1).lemma == "be"
    that = sentence.mark(at + 1) in {"SUB", "WP"} and sentence.head(at + 1).lower == "that"
    return (
        next((here for here in sentence.verbs() if here > at and here in found), -1) if opens and that else -1
    )


def _is_then(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> int:
    """As in "The hearing is on Friday", "The last time it met was in May": what is or was then."""
    here = _before_likely(sentence, sentence.skip_left(at - 1, {"IN", "RB"}))
    verb = sentence.verb(here)
    stands = verb is not None and verb.finite and sentence.head(here).lemma == "be"
    subject = sentence.subjects.get(here, -1)
    if sentence.elements and sentence.head(0).lower == "time":
        subject = next((at_ for at_ in sentence.verbs() if at_ < here and at_ in found), -1)
    plain = signal(sentence, at) in {"", "on", "in", "at", "for"} and not _now(sentence, at)
    return subject if stands and plain and subject in found else -1


def _now(sentence: Sentence, at: int) -> bool:
    """As in "is now likely on Monday": no time of its own."""
    return sentence.mark(at) == "TMX" and sentence.head(at).lower == "now"


def _before_likely(sentence: Sentence, at: int) -> int:
    """The verb before "due", "due in Rome", "now likely"; `at` itself where no such word stands."""
    place = sentence.noun(at) is not None and at in sentence.prepositions
    word = sentence.prepositions[at] - 1 if place else at
    if sentence.noun(word) is None or sentence.head(word).lower not in kinds.verbs("foreseen"):
        return at
    return sentence.skip_left(word - 1, {"RB", "TMX"})


def _put_off(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> int:
    """As in "adjourned the hearing until May", "the vote was put off to Monday": it lies then."""
    before = [here for here in sentence.verbs() if here < at]
    if not before or signal(sentence, at) not in {"until", "till", "to"}:
        return -1
    verb, after = sentence.verb(before[-1]), before[-1] + 1
    particle = sentence.head(after).lower if after == at - 2 and sentence.mark(after) in {"IN", "RB"} else ""
    name = "-".join(filter(None, (sentence.head(before[-1]).lemma, particle)))
    if verb is None or name not in kinds.verbs("postponing"):
        return -1
    target = sentence.subjects.get(before[-1], -1) if verb.passive else sentence.object_of(before[-1])
    return target if target in found else -1


def _entry(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> int:
    """As in "May 2012: talks in Oslo", "2007 - Settlement talks": a line of a list with no predicate."""
    opened = sentence.mark(_past_range(sentence, at) + 1) in {":", "-", "\u2013", "—", "--"}
    plain = all(not verb.finite for here in sentence.verbs() if (verb := sentence.verb(here)) is not None)
    return next((here for here in sorted(found) if here > at), -1) if at == 0 and opened and plain else -1


def _past_range(sentence: Sentence, at: int) -> int:
    """The later end of "2007-2009", else the time itself."""
    ranged = sentence.mark(at + 1) in {"-", "\u2013"} and sentence.mark(at + 2) == "TMX"
    return at + 2 if ranged else at


def told_of(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> dict[int, str]:
    """As in "since October, when Moscow suspended the treaty": what happened at the time."""
    here = at + 2 if sentence.mark(at + 1) == "," else at + 1
    if sentence.mark(here) != "TIMESUB" or sentence.head(here).lower != "when":
        return {}
    verb = next(
        (later for later in sentence.verbs() if later > here and sentence.subjects.get(later, -1) > here), -1
    )
    onward = sentence.verb(verb + 1)
    if verb > 0 and sentence.head(verb).lemma == "be" and onward is not None and onward.infinitive:
        verb += 1  # "when she is to host …"
    return {verb: TOLD} if verb in found else {}
