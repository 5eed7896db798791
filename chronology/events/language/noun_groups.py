"""Noun groups: determiners, qualifiers, owners, times before the noun, and the head."""

from collections.abc import Sequence
from functools import cache

from chronology.events.language.elements import NounGroup
from chronology.events.language.tagger import Word
from chronology.events.language.words import data, demonyms

_MODIFIERS = frozenset({"DT", "PRPS", "JJ", "CD", "SYM", "NN", "NNS", "NNP", "TMX", "POS"})
_STARTS = _MODIFIERS - {"POS"}
_HEADS = frozenset({"NN", "NNS", "NNP", "CD", "SYM", "PRP", "EX"})


def noun_group(sentence: Sequence[Word], at: int) -> NounGroup | None:
    """Return the noun group that begins at word `at`, or None."""
    word = sentence[at]
    if word.tag in {"PRP", "EX"}:
        return NounGroup(at, at + 1, at)
    if word.tag not in _STARTS or (word.tag == "TMX" and not _prenominal(sentence, at)):
        return None
    return _extend(sentence, at, None)


def _extend(sentence: Sequence[Word], first: int, owner: NounGroup | None) -> NounGroup | None:
    at, head = first, -1
    while at < len(sentence) and sentence[at].tag in _MODIFIERS:
        tag = sentence[at].tag
        if tag == "POS":
            inner = NounGroup(first if owner is None else owner.first, at, head, owner) if head >= 0 else None
            rest = _extend(sentence, at + 1, inner) if head >= 0 or _time_before(sentence, at) else None
            return _owned(rest, first, owner) or (
                inner and NounGroup(inner.first, at + 1, inner.head, inner.owner)
            )
        if tag == "TMX" and not _prenominal(sentence, at):
            break
        if at > first and (
            _restarts(sentence, at) or _new_subject(sentence, first, at) or _office(sentence, first, at)
        ):
            break
        if tag in _HEADS:
            head = at
        at += 3 if _paired_adjectives(sentence, at) else 1
    if sentence[at - 1 : at] and head >= 0:
        at = _joined(sentence, at)
        head = _last_head(sentence, head, at)
    if head < 0:
        return (
            NounGroup(first, at, at - 1, owner)
            if at > first and sentence[at - 1].tag in {"DT", "JJ"}
            else None
        )
    trailing = all(word.tag == "JJ" for word in sentence[head + 1 : at])
    return NounGroup(first if owner is None else owner.first, head + 1 if trailing else at, head, owner)


def _paired_adjectives(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether "bilateral and global issues" begins here."""
    tags = [word.tag for word in sentence[at : at + 4]]
    peoples = [word.text in demonyms() for word in sentence[at : at + 3 : 2]]
    if len(tags) == 4 and all(peoples) and tags[1] == "CC" and tags[3] in {"NN", "NNS"}:  # noqa: PLR2004 four words
        return True
    return len(tags) == 4 and tags[:3] == ["JJ", "CC", "JJ"] and tags[3] in {"NN", "NNS", "JJ"}  # noqa: PLR2004 four words


def _office(sentence: Sequence[Word], first: int, at: int) -> bool:
    """As in "elected Rosario Prado | president": what the person is made."""
    made = first > 0 and sentence[first - 1].is_verb and sentence[first - 1].lemma in _making()
    named = (
        sentence[first].tag == "NNP"
        and sentence[at - 1].tag == "NNP"
        and sentence[at - 1].text not in demonyms()
    )
    return made and named and sentence[at].tag in {"NN", "JJ"}


@cache
def _making() -> frozenset[str]:
    return frozenset(data("verbs.toml")["making"].split())


def _restarts(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether a determiner or number begins a new group ("Russia | 77 times")."""
    tag, before = sentence[at].tag, sentence[at - 1].tag
    if tag in {"DT", "PRPS"}:
        return before != "DT"
    if before == "NNP" and sentence[at].text[0] in "$€£":
        return True  # "lend Chad $5 million"
    if sentence[at - 1].lower == "record":
        return False  # "a record 39 deaths"
    counts = tag == "CD" and at + 1 < len(sentence) and sentence[at + 1].tag in {"NN", "NNS", "JJ"}
    return counts and before in {"NN", "NNS", "NNP"}


def _new_subject(sentence: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether a name begins a clause of its own: "a claim | Moscow flatly denies"."""
    if (
        sentence[at].tag != "NNP"
        or sentence[at - 1].tag not in {"NN", "NNS"}
        or sentence[first].lower not in {"a", "an"}
    ):
        return False
    after = at + 1
    while after < len(sentence) and sentence[after].tag == "RB":
        after += 1
    return after < len(sentence) and sentence[after].tag in {"VBZ", "VBD", "VBP", "MD"}


def _owned(rest: NounGroup | None, first: int, owner: NounGroup | None) -> NounGroup | None:
    if rest is None:
        return None
    return NounGroup(
        min(first, rest.first) if owner is None else owner.first, rest.last, rest.head, rest.owner
    )


def _joined(sentence: Sequence[Word], at: int) -> int:
    """Read "U.S. - Russia relationship" as one group."""
    if _of_name(sentence, at):
        end = at + 1
        while end < len(sentence) and (
            sentence[end].tag in {"DT", "NNP"} or _of_name(sentence, end, inside=True)
        ):
            end += 1
        return end
    if at + 1 < len(sentence) and sentence[at].text in {"-", "\u2013"}:
        glued = sentence[at - 1].end == sentence[at].start and sentence[at + 1].start == sentence[at].end
        if glued and sentence[at + 1].is_noun:
            end = at + 1
            while end < len(sentence) and sentence[end].tag in {"NN", "NNS", "NNP", "JJ"}:
                end += 1
            return end
    return at


def _of_name(sentence: Sequence[Word], at: int, *, inside: bool = False) -> bool:
    """Read "Center for National Interest", "Bank of England" as one name."""
    if at + 1 >= len(sentence) or sentence[at - 1].tag != "NNP" or sentence[at].lower not in {"of", "for"}:
        return False
    after = at + 2 if sentence[at + 1].lower == "the" and at + 2 < len(sentence) else at + 1
    cues = [
        *data("names.toml")["organisation"].split(),
        *data("names.toml")["places"].split(),
        "republic",
        "kingdom",
    ]
    titled = set(sentence[at - 1].lower.split()) & set(data("names.toml")["titles"].split())
    alone = at > 1 and sentence[at - 2].lower in {"the", ","} and not titled  # "the Star of Calapan"
    return (inside or alone or sentence[at - 1].lower in cues) and sentence[after].tag == "NNP"


def _last_head(sentence: Sequence[Word], head: int, end: int) -> int:
    for at in range(end - 1, head, -1):
        if sentence[at].tag in _HEADS:
            return at
    return head


def _time_before(sentence: Sequence[Word], at: int) -> bool:
    return at > 0 and sentence[at - 1].tag == "TMX"


def _prenominal(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the time stands before its noun: "Monday's talks", "the February 2015 agreement"."""
    if at + 1 >= len(sentence):
        return False
    if sentence[at + 1].tag == "POS":
        return True
    if at == 1 and sentence[0].tag == "IN" and _acts_at_once(sentence, at + 1):
        return False  # "In 1632 Swedish troops crossed the bridge"
    if at > 0 and sentence[at - 1].tag in {"IN", "TIMESUB"} and sentence[at + 1].tag in {"NNP", "DT"}:
        return sentence[at + 1].tag == "NNP" and _noun_tail(sentence, at + 1)
    if (
        at > 1
        and sentence[at - 1].tag == "NN"
        and sentence[at - 2].tag in {"DT", "JJ"}
        and sentence[at].text.isdigit()
    ):
        return sentence[at + 1].is_noun
    determined = at > 0 and sentence[at - 1].tag in {
        "DT",
        "PRPS",
        "POS",
        "JJ",
        "IN",
        "CC",
        "VBD",
        "VBZ",
        "TIMESUB",
        "CD",
    }
    counted = sentence[at + 1].tag == "CD" and sentence[at - 1].tag == "IN"  # "On 12 May | two frigates"
    return (
        determined
        and not counted
        and sentence[at + 1].tag in {"NN", "NNS", "JJ", "NNP", "CD"}
        and _noun_tail(sentence, at + 1)
    )


def _acts_at_once(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether names and nouns from word `at` on are followed by a verb in the past."""
    while at < len(sentence) and (sentence[at].is_noun or sentence[at].tag in {"JJ", "CD"}):
        at += 1
    return at < len(sentence) and sentence[at].tag == "VBD"


def _noun_tail(sentence: Sequence[Word], at: int) -> bool:
    first = at
    while at < len(sentence) and sentence[at].tag in {"JJ", "NNP", "CD"}:
        at += 1
    named = at > first and sentence[first - 2].tag == "DT" and sentence[at - 1].tag == "NNP"
    return named or (at < len(sentence) and sentence[at].tag in {"NN", "NNS"})
