"""Noun and verb groups of a tagged sentence, in reading order."""

from collections.abc import Sequence
from dataclasses import replace

from chronology.events.language.elements import Element, Mark, VerbGroup
from chronology.events.language.noun_groups import noun_group
from chronology.events.language.tagger import Word
from chronology.events.language.verb_groups import verb_group


def group(sentence: Sequence[Word]) -> tuple[Element, ...]:
    """Return the elements of the sentence; every word belongs to exactly one."""
    out: list[Element] = []
    at = 0
    while at < len(sentence):
        verb = verb_group(sentence, at)
        element = (
            _carried(sentence, out, verb) if verb else noun_group(sentence, at) or Mark(at, sentence[at].tag)
        )
        out.append(element)
        at = element.last
    return tuple(out)


def _carried(sentence: Sequence[Word], before: list[Element], verb: VerbGroup) -> VerbGroup:
    """As in "had signed and ratified": the second hangs on the first's "had"; "are going to" is a future."""
    going = before[-1] if before else None
    ahead = (
        isinstance(going, VerbGroup) and going.progressive and verb.infinitive and going.last == verb.first
    )
    if isinstance(going, VerbGroup) and ahead and sentence[going.head].lower == "going":
        before.pop()
        tense = "future" if going.tense == "present" else "present"
        modal = "" if going.tense == "present" else "would"
        return replace(
            verb, first=going.first, tense=tense, modal=modal, negated=going.negated, infinitive=False
        )
    last = before[-1] if before else None
    denied = sentence[last.first].lower if isinstance(last, Mark) else ""
    if denied in {"never", "no longer"} or (denied == "not" and verb.infinitive):
        return replace(verb, negated=True)
    first = before[-2] if len(before) > 1 and before[-1].kind == "CC" else None
    if isinstance(first, VerbGroup) and first.perfect and verb.passive and not verb.finite:
        return replace(verb, tense=first.tense, perfect=True, passive=first.passive, modal=first.modal)
    return verb
