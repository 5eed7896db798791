"""Verb groups: auxiliaries, adverbs and main verb, with tense, aspect, voice, modality and negation."""

from collections.abc import Sequence

from chronology.events.language.elements import VerbGroup
from chronology.events.language.tagger import Word
from chronology.events.language.words import data

NEGATIONS = frozenset({"cannot", "not", "n't", "never", "no-longer", "no longer", "hardly", "neither"})
_SINGLE = frozenset({"now", "currently", "today", "recently", "tonight"})  # times that stand as adverbs do
_FUTURE = frozenset({"will", "wo", "'ll", "shall"})


def verb_group(sentence: Sequence[Word], at: int) -> VerbGroup | None:
    """Return the verb group that begins at word `at`, or None."""
    if sentence[at].tag not in {"MD", "TO"} and not sentence[at].is_verb:
        return None
    chain = _chain(sentence, at)
    verbs = [index for index in chain if sentence[index].is_verb]
    if not verbs:
        return None
    head = verbs[-1]
    last, particle = _particle(sentence, head)
    return _describe(sentence, chain, verbs, VerbGroup(at, last, head, particle=particle))


def _chain(sentence: Sequence[Word], at: int) -> list[int]:
    """Indices of the auxiliaries, adverbs and main verb that begin at `at`."""
    chain = [at]
    here = at
    open_ = _opens(sentence, at)
    while open_ and here + 1 < len(sentence):
        here += 1
        word = sentence[here]
        if word.tag == "RB" or (word.tag == "TMX" and word.lower in _SINGLE):
            chain.append(here)
            continue
        if not word.is_verb or (word.tag not in _FOLLOWS.get(open_, ())):
            break
        chain.append(here)
        open_ = _opens(sentence, here)
    while sentence[chain[-1]].tag in {"RB", "TMX"} and len(chain) > 1:
        chain.pop()
    return chain


_FOLLOWS = {"md": {"VB"}, "to": {"VB"}, "be": {"VBN", "VBG"}, "have": {"VBN"}, "do": {"VB"}}


def _opens(sentence: Sequence[Word], at: int) -> str:
    word = sentence[at]
    if word.tag == "MD":
        return "md"
    if word.tag == "TO":
        return "to"
    return word.lemma if word.is_verb and word.lemma in {"be", "have", "do"} else ""


def _particle(sentence: Sequence[Word], head: int) -> tuple[int, str]:
    after = head + 1
    known = data("closed.toml")["particles"]["words"].split()
    if after < len(sentence) and sentence[after].lower in known and sentence[after].tag == "RB":
        return after + 1, sentence[after].lower
    return after, ""


def _describe(sentence: Sequence[Word], chain: list[int], verbs: list[int], bare: VerbGroup) -> VerbGroup:
    first = sentence[chain[0]]
    lemmas = [sentence[index].lemma for index in verbs[:-1]]
    head = sentence[bare.head]
    modal = first.lower if first.tag == "MD" else ""
    return VerbGroup(
        bare.first,
        bare.last,
        bare.head,
        tense=_tense(first),
        perfect="have" in lemmas,
        progressive=head.tag == "VBG" and "be" in lemmas,
        passive=head.tag == "VBN" and (not lemmas or lemmas[-1] == "be"),
        modal="" if modal in _FUTURE else modal,
        negated=any(sentence[index].lower in NEGATIONS for index in chain),
        infinitive=first.tag == "TO",
        particle=bare.particle,
    )


def _tense(first: Word) -> str:
    if first.tag == "MD":
        return "future" if first.lower in _FUTURE else "present"
    if first.tag == "VBD":
        return "past"
    return "present" if first.tag in {"VBZ", "VBP"} else ""
