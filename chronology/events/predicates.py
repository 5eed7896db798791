"""Predicates as a headline writes them: present tense alone, the text's own tense after "says"."""

from dataclasses import dataclass

from chronology.events.language.elements import VerbGroup
from chronology.events.language.words import inflect

_KEPT = frozenset({"must", "shall", "can", "could", "may", "might", "should"})
_UNABLE = frozenset({"can", "could", "cannot", "ca"})
_LATER = frozenset({"would", "'d"})


@dataclass(frozen=True, slots=True)
class Manner:
    """How a predicate is written: for a plural subject; as what somebody says (`told`)."""

    many: bool
    told: bool = False


def active(verb: VerbGroup, lemma: str, manner: Manner) -> str:
    """Write the verb with its modal, negation and particle: "agrees", "cannot leave", "called off" (told)."""
    return f"{_active(verb, lemma, manner)} {verb.particle}".rstrip()


def _active(verb: VerbGroup, lemma: str, manner: Manner) -> str:
    negation = "not " if verb.negated else ""
    if verb.negated and verb.modal in _UNABLE and not (manner.told and verb.modal == "could"):
        return f"cannot {lemma}"
    if verb.modal in _KEPT:
        return f"{verb.modal} {negation}{lemma}"
    if manner.told and (verb.tense == "future" or verb.modal in _LATER):
        return f"will {negation}{lemma}"
    past = manner.told and (verb.tense == "past" or verb.perfect)
    if verb.negated and verb.tense == "future":
        return f"will not {lemma}"
    if verb.negated:
        helper = "did" if past else "do" if manner.many else "does"
        return f"{helper} not {lemma}"
    return inflect(lemma, "VBD" if past else "VBP" if manner.many else "VBZ")


def passive(verb: VerbGroup, form: str, manner: Manner) -> str:
    """Write a passive with the text's own `form`: "signed", "not signed"; told "was", "will be signed"."""
    negation = "not " if verb.negated else ""
    participle = f"{form} {verb.particle}".rstrip()
    if verb.modal in _KEPT:
        return f"{verb.modal} {negation}be {participle}"
    if not manner.told or not verb.finite:
        return f"{negation}{participle}"
    if verb.tense == "future" or verb.modal in _LATER:
        return f"will {negation}be {participle}"
    past = verb.tense == "past" or verb.perfect
    be = ("were" if manner.many else "was") if past else ("are" if manner.many else "is")
    return f"{be} {negation}{participle}"
