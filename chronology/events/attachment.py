"""Where in a sentence a time expression hangs: in a phrase, on a clause, on what shares the clause's time."""

from collections.abc import Mapping, Sequence

from chronology.events import kinds, prenominal, sharing
from chronology.events.candidates import Candidate, in_force
from chronology.events.gazetteer import treaty_nouns
from chronology.events.language.clauses import Sentence
from chronology.events.language.elements import NounGroup
from chronology.events.prenominal import PHRASE, SHARED
from chronology.events.timing import signal

FOLLOWS = "the time follows it in the same phrase"
CLAUSE = "the time stands in the same clause"
HOLDS = "the time says how long it holds"
STRONG = frozenset({PHRASE, FOLLOWS, HOLDS})

_DETACHED = frozenset(
    {"including", "such as", "like", "about", "against", "over", "to", "of", "from", "as", "than"}
)
_ORDERED = frozenset({"after", "before", "following", "since", "until"})
_AIMED = kinds.verbs("scheduling") | frozenset(
    {"call", "invite", "announce", "book", "fix", "postpone", "delay", "expect", "pencil", "reserve"}
)
_DUE = frozenset({"by", "until", "before", "within", "no later than", "from"})
_FILLED = frozenset({"spend", "last", "take", "wait", "waste", "pass"})


def attach(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> dict[int, str]:
    """Return element → reason, for the happenings that the time at element `at` dates by rule."""
    if sentence.verb(at) is not None:
        return {at: CLAUSE} if at in found else {}  # "has today served notice"
    targets = (
        prenominal.attach(sentence, found, at)
        if isinstance(sentence.elements[at], NounGroup)
        else _adverbial(sentence, found, at)
    )
    out: dict[int, str] = {}
    for target, why in targets:
        out.setdefault(target, why)
    return out


def _adverbial(sentence: Sentence, found: Mapping[int, Candidate], at: int) -> list[tuple[int, str]]:
    start = at
    while sentence.mark(start - 1) in {"IN", "RB", "TO"} and start > 0:
        start -= 1
    if signal(sentence, at) == "of":
        return [(start - 1, PHRASE)] if start - 1 in found else []
    loose = 0 < start == at and sentence.mark(at - 1) not in {",", "("}
    if loose and _bare_year(sentence.head(at).text):
        return []
    nouns, left = _leftwards(sentence, start)
    dated = [at_ for at_ in nouns if at_ in found and sentence.head(at_).lower not in treaty_nouns("words")]
    if left not in found and _states(sentence, left) in found:
        return [*_following(dated), (_states(sentence, left), HOLDS)]
    return _of_clause(sentence, found, at, (left, nouns), dated)


def _following(dated: Sequence[int]) -> list[tuple[int, str]]:
    return [(noun, FOLLOWS) for noun in dated[-1:]]


def _of_clause(
    sentence: Sentence,
    found: Mapping[int, Candidate],
    at: int,
    before: tuple[int, Sequence[int]],
    dated: Sequence[int],
) -> list[tuple[int, str]]:
    """The noun just before the time, the predicate of its clause, and what shares that predicate's time."""
    left, nouns = before
    out, word = _following(dated), signal(sentence, at)
    if dated and in_force(sentence, dated[-1]):
        return out
    ranged = bool(dated) and _from_to(sentence, at)
    for verb in _predicates(sentence, at, left):
        if verb >= 0 and sentence.head(verb).lemma == "be":
            out.extend((other, SHARED) for other in sharing.others(sentence, found, verb, at))
        if verb not in found or (word == "for" and sentence.head(verb).lemma not in _AIMED):
            continue
        alone = _detached(sentence, dated) or ranged
        day = alone and dated[-1:] == nouns[-1:] and _on_a_day(sentence, dated[-1], verb, at)
        if day or (word == "from" and not ranged and verb < at):
            out = []
        ordered = bool(dated) and _under(sentence, dated[-1]) in _ORDERED
        takes = (verb > at and not ordered) or day or (word in _DUE and not ranged) or not alone
        if takes and not _fills(sentence, verb, at):
            out.append((verb, CLAUSE))
            out.extend((other, SHARED) for other in sharing.others(sentence, found, verb, at))
    return out


def _bare_year(text: str) -> bool:
    """A year with no preposition is part of a name or a phrase, never an adverbial."""
    return len(text) == len("1999") and text.isdigit()


def _predicates(sentence: Sentence, at: int, left: int) -> list[int]:
    """Verb groups whose clause the time stands in: the one to the left.

    At the head of a clause, the one to the right.
    """
    if left < 0:
        return [_rightwards(sentence, at)]
    group = sentence.verb(left)
    main = _over_participle(sentence, left)
    if main >= 0:
        return [left, main]
    if group is not None and group.passive and not group.finite and sentence.mark(left - 1) in {",", "CC"}:
        return [left]  # "X, signed in 1992 and extended in 2001, entered …"
    if group is not None and not group.finite and sentence.head(left - 1).lower in _ORDERED and left > 0:
        return [left]  # "Before joining the cabinet in 2017, …"
    if (
        group is not None
        and group.passive
        and not group.finite
        and all(sentence.noun(here) is None for here in range(left))
    ):
        return [left]  # "Signed in 2010, it limits …"
    opens = sentence.mark(at + 1) == "," and not any(
        verb.finite for here in range(at) if (verb := sentence.verb(here)) is not None
    )
    return [left, _rightwards(sentence, at)] if opens else [left]


def _over_participle(sentence: Sentence, at: int) -> int:
    """As in "accepted a plan brokered by X on Tuesday".

    The predicate whose object the participle describes, or -1.
    """
    group, target = sentence.verb(at), at - 1
    if (
        group is None
        or group.finite
        or not group.passive
        or sentence.noun(target) is None
        or target in sentence.prepositions
    ):
        return -1
    if sentence.mark(at + 1) != "IN" or sentence.head(at + 1).lower != "by":
        return -1
    return next((verb for verb in sentence.verbs() if sentence.object_of(verb) == target), -1)


def _fills(sentence: Sentence, verb: int, at: int) -> bool:
    """As in "spent the rest of the night": the time is the object, and says nothing of what follows."""
    return sentence.head(verb).lemma in _FILLED and verb + 1 == at


def _states(sentence: Sentence, verb: int) -> int:
    """What "there is …" states, or -1."""
    subject = sentence.subjects.get(verb, -1)
    return (
        sentence.object_of(verb) if verb >= 0 and subject >= 0 and sentence.head(subject).tag == "EX" else -1
    )


def _on_a_day(sentence: Sentence, noun: int, verb: int, at: int) -> bool:
    """As in "was declared winner of the election on Sunday".

    A day dates the predicate, not what the "of" names.
    """
    group, under = sentence.verb(verb), _under(sentence, noun)
    said = signal(sentence, at) == "on" or not any(char.isdigit() for char in sentence.head(at).text)
    said = said and signal(sentence, at) in {"on", ""}
    return under in {"of", "to"} and said and group is not None and group.tense == "past"


def _under(sentence: Sentence, noun: int) -> str:
    """The preposition that governs a noun group, or ""."""
    preposition = sentence.prepositions.get(noun, noun - 1 if sentence.mark(noun - 1) == "TIMESUB" else -1)
    word = sentence.head(preposition).lower if preposition >= 0 else ""
    last = word.rsplit(" ", 1)[-1]  # "not long after"
    return last if last in _ORDERED else word


def _from_to(sentence: Sentence, at: int) -> bool:
    return signal(sentence, at) in {"from", "between"} and sentence.mark(at + 2) == "TMX"


def _detached(sentence: Sentence, dated: Sequence[int]) -> bool:
    """Tell whether the time belongs to the noun alone.

    "including one summit in May", "promised talks next month".
    """
    if not dated:
        return False
    over = dated[-1] - 1
    if sentence.verb(over) is not None and sentence.head(over).lemma in kinds.verbs("promising"):
        return True
    return _under(sentence, dated[-1]) in _DETACHED | _ORDERED


def _leftwards(sentence: Sentence, start: int) -> tuple[list[int], int]:
    """Noun groups between the time and the verb to its left, and that verb (-1.

    None before the clause begins).
    """
    nouns: list[int] = []
    for here in range(start - 1, -1, -1):
        if sentence.verb(here) is not None:
            return nouns[::-1], here
        if sentence.noun(here) is not None:
            nouns.append(here)
            continue
        kind = sentence.mark(here)
        if kind == '"' and not nouns and sentence.mark(here - 1) != ",":
            continue  # would meet "before the end of January"
        if kind == "," and not nouns and (_apposition(sentence, here) or _inserted_time(sentence, here)):
            continue
        if kind in {"SUB", "TIMESUB", "WP", "WRB", ";", ":"} or (
            kind in {",", '"', "(", "--", "CC"} and not nouns
        ):
            return nouns[::-1], -1
    return nouns[::-1], -1


def _inserted_time(sentence: Sentence, at: int) -> bool:
    """As in "was sold, in 1721, to the crown": the comma between a verb and a time that a comma closes."""
    end = sentence.skip_right(at + 1, {"IN", "RB"})
    verb = sentence.skip_left(at - 1, {"RB"})  # "was extended once, on 20 May, by a month"
    whole = sentence.verb(verb) is not None and sentence.head(verb).lemma not in {"be", "have"}
    return whole and sentence.mark(end) == "TMX" and sentence.mark(end + 1) == ","


def _apposition(sentence: Sentence, at: int) -> bool:
    """The last comma of "in Abuja, Nigeria, on Sunday", "the editor, Luis Mora, on Monday"."""
    here = at - 1
    while sentence.noun(here) is not None and sentence.mark(here - 1) == "CC":
        here -= 2
    inner = sentence.noun(here) is not None and sentence.head(at - 1).tag == "NNP"
    return inner and sentence.mark(here - 1) == "," and sentence.noun(here - 2) is not None


def _rightwards(sentence: Sentence, at: int) -> int:
    """The predicate that a time at the head of a clause dates: not one in a clause set between them."""
    own = sentence.tree.verb_of(at)
    if own > at and own in sentence.subjects and not _inserted(sentence, own):
        return own
    for here in sentence.verbs():
        verb = sentence.verb(here)
        if here > at and verb is not None and (verb.finite or verb.passive) and not _inserted(sentence, here):
            return here
    return -1


def _inserted(sentence: Sentence, verb: int) -> bool:
    """As in ", the court found, Duarte moved …": who tells it stands between commas."""
    subject = sentence.subjects.get(verb, -1)
    between = subject >= 0 and sentence.mark(subject - 1) == "," and sentence.mark(verb + 1) == ","
    return between and sentence.head(verb).lemma in kinds.verbs("telling")
