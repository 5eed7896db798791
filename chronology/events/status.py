"""How the text presents a happening: occurred, ongoing, scheduled, expected, proposed, alleged, denied.

And by whom.
"""

from dataclasses import dataclass

from chronology.events import kinds
from chronology.events.candidates import Candidate, in_force
from chronology.events.language.clauses import Sentence
from chronology.events.language.elements import VerbGroup
from chronology.model import Status

_LOOK_BACK = 8
_DOUBTFUL = frozenset(
    {"alleged", "allegedly", "reportedly", "purported", "purportedly", "suspected", "supposed"}
)
_ALLEGING = frozenset({"allege", "accuse", "claim", "suspect"})
_TO_COME = frozenset({Status.PROPOSED, Status.EXPECTED, Status.SCHEDULED})
_ARRANGED = {
    **dict.fromkeys(("due", "set", "scheduled", "slated", "ready", "poised", "bound"), Status.SCHEDULED),
    **dict.fromkeys(("likely", "expected", "supposed", "unlikely", "certain", "sure"), Status.EXPECTED),
}
_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should"})
_OBLIGED = frozenset({"must", "shall"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The verb that governs a happening ("promised" in "promised an announcement"), or -1."""

    at: int
    lemma: str
    passive: bool = False
    negated: bool = False


NOTHING = Governor(-1, "")


def governor(sentence: Sentence, item: Candidate) -> Governor:
    """Return the verb over an infinitive, gerund or event noun."""
    verb = sentence.verb(item.at)
    if verb is not None and verb.finite:
        return NOTHING
    for here in range(item.at - 1, max(-1, item.at - _LOOK_BACK), -1):
        over = sentence.verb(here)
        if over is not None:
            head = sentence.head(here)
            return Governor(here, head.lemma, over.passive, over.negated)
        if sentence.mark(here) in {"SUB", "TIMESUB", "WP", ";"} or (
            item.is_noun and sentence.mark(here) == ","
        ):
            return NOTHING
    return NOTHING


def bearer(sentence: Sentence, item: Candidate) -> int:
    """Who is "at war", "on strike", "under siege": the subject of the "be" before, or -1."""
    at = item.at - 1
    stands = item.is_noun and sentence.mark(at) == "IN" and sentence.head(at).lower in {"at", "on", "under"}
    be = sentence.verb(at - 1) if stands else None
    plain = be is not None and be.finite and sentence.head(at - 1).lemma == "be" and not be.negated
    return sentence.subjects.get(at - 1, -1) if plain and _is_bare(sentence, item.at) else -1


def _is_bare(sentence: Sentence, at: int) -> bool:
    group = sentence.noun(at)
    return group is not None and sentence.words[group.first].tag in {"NN", "NNS", "JJ"}


def of(sentence: Sentence, item: Candidate, *, ahead: bool, past: bool = False) -> Status:
    """Return the status of a happening; `ahead`: its date lies after publication; `past`: it lies before."""
    if item.is_noun and in_force(sentence, item.at):
        return Status.ONGOING
    if bearer(sentence, item) >= 0 and not past:
        verb = sentence.verb(item.at - 2)
        return Status.ONGOING if verb is not None and verb.tense == "present" else Status.OCCURRED
    own = _from_words(sentence, item)
    governed = own or _from_governor(sentence, governor(sentence, item), item)
    if governed is not None:
        return Status.OCCURRED if past and item.is_noun and governed in _TO_COME else governed
    verb = sentence.verb(item.at)
    if verb is not None and verb.finite:
        return _as_told(sentence, item, ahead=ahead) or _from_verb(sentence, item, verb, ahead=ahead)
    return Status.SCHEDULED if ahead else Status.OCCURRED


def _as_told(sentence: Sentence, item: Candidate, *, ahead: bool) -> Status | None:
    """What the verb or noun over a clause makes of it: denied, alleged, expected; None where nothing."""
    told = teller(sentence, item)
    lemma = sentence.head(told.verb).lemma if told is not None else ""
    if told is not None and _denies(sentence, told.verb, item):
        return Status.DENIED
    if ahead and lemma in kinds.verbs("expecting"):
        return Status.EXPECTED
    return Status.ALLEGED if lemma in _ALLEGING else _unsure(sentence, item.at)


def _unsure(sentence: Sentence, at: int) -> Status | None:
    """As in "not clear whether they met", "rumours that he had died", "rejected claims that it had fired"."""
    opener = next((here for here in range(at - 1, -1, -1) if sentence.mark(here) == "SUB"), -1)
    if opener < 0 or any(sentence.verb(here) is not None for here in range(opener + 1, at)):
        return None
    word, noun = sentence.head(opener).lower, sentence.noun(opener - 1)
    if noun is not None and word == "that" and sentence.head(opener - 1).lemma in kinds.verbs("claims"):
        over = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == opener - 1), -1)
        denied = over >= 0 and sentence.head(over).lemma in kinds.verbs("denying")
        return Status.DENIED if denied else Status.ALLEGED
    if word in {"if", "unless"}:
        return Status.PROPOSED
    return Status.ALLEGED if word == "whether" else None


def _denies(sentence: Sentence, verb: int, item: Candidate) -> bool:
    """As in "denied that …", "rejected reports that …": the clause says what is denied."""
    if sentence.head(verb).lemma not in kinds.verbs("denying"):
        return False
    here = verb + 1
    if sentence.noun(here) is not None and sentence.head(here).lemma in kinds.verbs("claims"):
        here += 1
    while sentence.mark(here) == "TMX" or (sentence.mark(here) == "IN" and sentence.mark(here + 1) == "TMX"):
        here += 1
    return sentence.mark(here) == "SUB" and here < item.at


def _from_words(sentence: Sentence, item: Candidate) -> Status | None:
    group = sentence.elements[item.at]
    around = sentence.words[max(0, group.first - 2) : group.last]
    doubtful = _DOUBTFUL - {"supposed"} if sentence.words[group.first].tag == "TO" else _DOUBTFUL
    return Status.ALLEGED if any(word.lower in doubtful for word in around) else None


def _from_governor(sentence: Sentence, over: Governor, item: Candidate) -> Status | None:
    if over.at < 0:
        return None
    direct = not item.is_noun or sentence.object_of(over.at) == item.at
    if over.lemma in kinds.verbs("denying"):
        return Status.DENIED if direct else None
    if over.lemma in kinds.verbs("expecting") or (over.lemma == "look" and not item.is_noun):
        return Status.EXPECTED
    if over.lemma in kinds.verbs("scheduling"):
        return Status.SCHEDULED
    if over.lemma in kinds.verbs("promising") and direct:
        return Status.EXPECTED
    return _of_infinitive(sentence, over, item) if not item.is_noun else _of_object(sentence, over, item)


def _of_infinitive(sentence: Sentence, over: Governor, item: Candidate) -> Status | None:
    verb = sentence.verb(item.at)
    if verb is None:
        return None
    if not verb.infinitive:
        return Status.ALLEGED if over.lemma in kinds.verbs("alleging") else None
    if over.lemma == "be" and over.at + 1 == item.at:
        return Status.SCHEDULED
    if over.passive and over.lemma in kinds.verbs("rumouring"):
        return Status.ALLEGED
    before = sentence.words[verb.first - 1].lower if verb.first else ""
    return _ARRANGED.get(
        before, Status.OCCURRED if over.lemma in kinds.verbs("achieved") else Status.PROPOSED
    )


def _of_object(sentence: Sentence, over: Governor, item: Candidate) -> Status | None:
    """As in "to continue the dialogue": the object of what is only hoped for is hoped for too."""
    verb = sentence.verb(over.at)
    if verb is None or verb.finite or sentence.object_of(over.at) != item.at:
        return None
    above = _as_verb(sentence, over.at)
    return _from_governor(sentence, governor(sentence, above), above)


def _as_verb(sentence: Sentence, at: int) -> Candidate:
    verb = sentence.verb(at)
    head = verb.head if verb is not None else sentence.elements[at].first
    return Candidate(at, head, sentence.head(at).lemma, kinds.of_verb(sentence.head(at).lemma), is_noun=False)


def _from_verb(sentence: Sentence, item: Candidate, verb: VerbGroup, *, ahead: bool) -> Status:
    if verb.passive and item.lemma in kinds.verbs("expecting"):
        return Status.EXPECTED
    if verb.modal in _POSSIBLE:
        return Status.EXPECTED if ahead else Status.PROPOSED
    arranged = verb.passive and item.lemma in kinds.verbs("scheduling")
    if arranged or verb.modal in _OBLIGED or verb.tense == "future" or ahead:
        return Status.SCHEDULED
    ongoing = verb.progressive and verb.tense == "present"
    return Status.ONGOING if ongoing or _lasting(sentence, item) else Status.OCCURRED


def _lasting(sentence: Sentence, item: Candidate) -> bool:
    verb = sentence.verb(item.at)
    return (
        verb is not None
        and verb.tense == "present"
        and not verb.perfect
        and item.lemma in kinds.verbs("stative")
    )


@dataclass(frozen=True, slots=True)
class Teller:
    """The verb of saying over a happening and its subject (element indices)."""

    verb: int
    subject: int


def teller(sentence: Sentence, item: Candidate) -> Teller | None:
    """Return who tells of the happening in this sentence.

    "X said that …", "…, X said", "X denied accusations of …".
    """
    before = [at for at in sentence.verbs() if at < item.at]
    for at in (*reversed(before), *(at for at in sentence.verbs() if at > item.at)):
        verb = sentence.verb(at)
        if (
            at == item.at
            or verb is None
            or not verb.finite
            or sentence.head(at).lemma not in kinds.verbs("telling")
        ):
            continue
        subject = sentence.subjects.get(at, -1)
        if subject < 0 or subject == item.at:
            continue
        if at < item.at and _content_begins(sentence, at, item):
            return Teller(at, subject)
        if (
            at > item.at
            and sentence.mark(min(subject, at) - 1) in {",", '"'}
            and subject > item.at
            and _closes(sentence, at)
        ):
            return Teller(at, subject)
    return None


def _closes(sentence: Sentence, at: int) -> bool:
    """As in "…, Moe said", "…, Moe told reporters"; not "a priest called Moe"."""
    target = sentence.object_of(at)
    return (
        target < 0
        or target < at
        or sentence.subjects.get(at, -1) in {target, at + 1}
        or (sentence.head(at).lemma in kinds.verbs("telling_whom"))
    )


def _content_begins(sentence: Sentence, at: int, item: Candidate) -> bool:
    """Tell whether what is said, rather than the saying's own circumstances, holds the happening."""
    target = sentence.object_of(at)
    if item.is_noun and target == item.at:
        return True
    full = target >= 0 and sentence.head(at).lemma not in kinds.verbs("telling_whom")
    for here in range(at + 1, item.at + 1):
        if sentence.mark(here) in {"SUB", '"', ":"} and not _closes_quote(sentence, here):
            return True
        verb = sentence.verb(here)
        if sentence.mark(here) == ";":
            return False
        if verb is not None and verb.finite and sentence.subjects.get(here, -1) > at and not full:
            return True
    return not item.is_noun and _told_of_object(sentence, at, item)


def _closes_quote(sentence: Sentence, at: int) -> bool:
    """Whether a quotation mark stands right after a word ("bare rock," said)."""
    first = sentence.elements[at].first
    return (
        sentence.mark(at) == '"'
        and first > 0
        and sentence.words[first - 1].end == sentence.words[first].start
    )


def _told_of_object(sentence: Sentence, at: int, item: Candidate) -> bool:
    target = sentence.object_of(at)
    return target >= 0 and sentence.subjects.get(item.at, -1) == target
