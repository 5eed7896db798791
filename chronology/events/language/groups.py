"""Noun and verb groups of a tagged sentence, in reading order."""

from collections.abc import Sequence

from chronology.events.language.elements import Element, Mark
from chronology.events.language.noun_groups import noun_group
from chronology.events.language.tagger import Word
from chronology.events.language.verb_groups import verb_group


def group(sentence: Sequence[Word]) -> tuple[Element, ...]:
    """Return the elements of the sentence; every word belongs to exactly one."""
    out: list[Element] = []
    at = 0
    while at < len(sentence):
        element = verb_group(sentence, at) or noun_group(sentence, at) or Mark(at, sentence[at].tag)
        out.append(element)
        at = element.last
    return tuple(out)
