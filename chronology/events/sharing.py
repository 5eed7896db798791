"""Predicates that share the time of another: "…, killing dozens", "… and told them", "… when it struck"."""

from collections.abc import Mapping

from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence


def others(sentence: Sentence, found: Mapping[int, Candidate], verb: int, at: int) -> list[int]:
    """Other predicates that go with a dated one.

    "…, killing dozens", "… and told them", "… when it struck".
    """
    group = sentence.verb(verb)
    if group is None:
        return []
    opening = _opening(sentence, verb)
    out = [
        here
        for here in sentence.verbs()
        if here < verb and here in found and (here in opening or _joined(sentence, here, verb))
    ]
    last = max(verb, at)
    for other in sentence.verbs():
        if other <= last:
            continue
        if (
            other not in found
            or not sentence.tree.goes_on(verb, other)
            or not _continues(sentence, last, other, group.perfect)
            or _redated(sentence, last, other)
        ):
            break
        out.append(other)
        last = other
    return out


def _opening(sentence: Sentence, verb: int) -> frozenset[int]:
    """Participles that open the sentence or a phrase before a comma, and share the subject of a predicate."""
    noun = next(sentence.nouns(), verb)
    comma = next((at for at in range(verb - 1, -1, -1) if sentence.mark(at) == ","), -1)
    return frozenset(
        here
        for here in sentence.verbs()
        if here <= comma
        and (here <= noun or sentence.mark(here - 1) == ",")
        and _is_loose(sentence, here)
        and sentence.subjects.get(here, -1) == sentence.subjects.get(verb, -2)
    )


def _is_loose(sentence: Sentence, verb: int) -> bool:
    group = sentence.verb(verb)
    return group is not None and not group.finite and not group.infinitive and not group.passive


def _joined(sentence: Sentence, here: int, verb: int) -> bool:
    """As in "suspended trade and expelled the envoy on Monday": the first of two finite predicates."""
    first, second = sentence.verb(here), sentence.verb(verb)
    if first is None or second is None or not (first.finite and second.finite):
        return False
    if sentence.mark(verb - 1) != "CC":
        return False
    between = range(here + 1, verb)
    alike = first.tense == second.tense and first.perfect == second.perfect and not first.modal
    same = sentence.subjects.get(here, -1) == sentence.subjects.get(verb, -2)
    plain = all(sentence.mark(at) in {"", "IN", "CC", "RB"} and sentence.verb(at) is None for at in between)
    return alike and same and plain


def _continues(sentence: Sentence, last: int, other: int, perfect: bool) -> bool:
    later = sentence.verb(other)
    between = [sentence.mark(here) for here in range(last + 1, other)]
    if later is None or {"SUB", "WP", ";", ":"} & set(between) or later.infinitive:
        return False
    if not later.finite:
        return sentence.mark(other - 1) == "," and not later.passive
    if "TIMESUB" in between:
        word = sentence.head(last + 1 + between.index("TIMESUB")).lower
        return word in {"when", "as"} and not later.perfect
    listed = (
        sentence.mark(other - 1) == "," and sentence.subjects.get(other, -1) in sentence.subjects.values()
    )
    return ("CC" in between or listed) and later.perfect == perfect


def _redated(sentence: Sentence, last: int, other: int) -> bool:
    """Tell whether the later predicate has a time of its own."""
    after = other + 1
    while (
        after < len(sentence.elements)
        and (sentence.verb(after) is None or _infinitive(sentence, after))
        and sentence.mark(after) not in {",", ";", "CC"}
    ):
        if sentence.mark(after) == "TMX":
            return True
        after += 1
    return any(sentence.mark(here) == "TMX" for here in range(last + 1, other))


def _infinitive(sentence: Sentence, at: int) -> bool:
    verb = sentence.verb(at)
    return verb is not None and verb.infinitive
