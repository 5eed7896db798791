"""As in "refused to sign", "stopped attending", "pressure to quit": what was not done is no happening."""

from collections.abc import Sequence
from dataclasses import replace

from chronology.events import kind_context, kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.linking import Link


def settle(
    sentence: Sentence, found: Sequence[Candidate], links: dict[int, Link]
) -> tuple[tuple[Candidate, ...], dict[int, Link]]:
    """Return the happenings and links that stand: the governing verb takes the time of what it withholds.

    An infinitive under a noun stands only where a time puts it somewhere ("a plan to leave in 2021").
    """
    kept, out = [], dict(links)
    unreal = _unreal_until(sentence)
    for item in found:
        if item.at <= unreal:
            out.pop(item.at, None)
            continue
        if item.lemma in kinds.verbs("not_happening"):
            out.pop(item.at, None)
            continue
        if _bounds_period(sentence, item) or _is_furniture(sentence, item):
            out.pop(item.at, None)
            continue
        yet = item.lemma == "have" and "yet" in _next_words(sentence, item.at)
        if yet or _without(sentence, item.at) or (item.is_noun and _done_by(sentence, item.at)):
            out.pop(item.at, None)
            continue
        if _only_names(sentence, item):
            link = out.pop(item.at, None)
            after = next((at for at in sentence.verbs() if at > item.at), -1)
            if link is not None and after > 0:
                out.setdefault(after, link)
            continue
        over = _withheld_by(sentence, item)
        if over >= 0 and item.at in out:
            out.setdefault(over, out[item.at])
        wished = wish(sentence, item.at) >= 0 and (item.at not in out or out[item.at].signal in _LASTING)
        if over >= 0 or wished:
            out.pop(item.at, None)
            continue
        kept.append(_refused(sentence, replace(item, kind=kind_context.of(sentence, item))))
    return tuple(kept), out


def _unreal_until(sentence: Sentence) -> int:
    """Where "Had the vote taken place in May," ends: what never happened; -1 where the sentence has none."""
    opens = sentence.verb(0) is not None and sentence.head(0).lower in {"had", "were", "should"}
    if not opens or sentence.noun(1) is None:
        return -1
    return next((at for at in range(1, len(sentence.elements)) if sentence.mark(at) == ","), -1)


def _is_furniture(sentence: Sentence, item: Candidate) -> bool:
    """As in "Page last updated at 11:14"."""
    before = sentence.words[max(0, item.word - 2) : item.word]
    return item.lemma in {"update", "modify"} and any(word.lower == "last" for word in before)


def _bounds_period(sentence: Sentence, item: Candidate) -> bool:
    """As in "for the quarter ended Sept. 30": the participle says which quarter."""
    before = sentence.noun(item.at - 1)
    period = before is not None and sentence.head(item.at - 1).lemma in kinds.verbs("periods")
    dated = sentence.mark(item.at + 1) == "TMX" and sentence.head(item.at + 1).text[:1].isupper()
    return item.lemma == "end" and dated and (period or sentence.mark(item.at - 1) == "TMX")


def _next_words(sentence: Sentence, at: int) -> list[str]:
    end = sentence.elements[at].last
    return [word.lower for word in sentence.words[end : end + 1]]


def _without(sentence: Sentence, at: int) -> bool:
    """As in "left without signing"."""
    verb = sentence.verb(at)
    loose = verb is not None and not verb.finite and not verb.infinitive and sentence.mark(at - 1) == "IN"
    return loose and sentence.head(at - 1).lower == "without"


def _only_names(sentence: Sentence, item: Candidate) -> bool:
    """As in "a clerk named Emil Hauk was shot": the participle tells no happening."""
    verb, named = sentence.verb(item.at), sentence.noun(item.at + 1)
    loose = verb is not None and verb.passive and not verb.finite and sentence.noun(item.at - 1) is not None
    called = item.lemma in {"name", "call", "dub"} and named is not None
    return loose and called and sentence.head(item.at + 1).tag == "NNP"


def _refused(sentence: Sentence, item: Candidate) -> Candidate:
    """Give what a refusal or failure names no kind of its own: a refusal to sign is no signature."""
    noun = wish(sentence, item.at)
    refused = noun >= 0 and sentence.head(noun).lemma in kinds.verbs("refusals")
    return replace(item, kind=kinds.of_verb("")) if refused else item


_NEAR = 6  # elements between a verb and what it keeps somebody from
_LASTING = frozenset({"since", "ever since"})


def _done_by(sentence: Sentence, at: int) -> bool:
    """As in "failed to make progress": the noun is what the withheld verb would have brought about."""
    return any(
        sentence.object_of(verb) == at
        and sentence.head(verb).lemma in kinds.verbs("light")
        and sentence.verb(verb - 1) is not None
        and sentence.head(verb - 1).lemma in kinds.verbs("withholding")
        for verb in sentence.verbs()
    )


def _withheld_by(sentence: Sentence, item: Candidate) -> int:
    """The verb before a gerund or infinitive that says it was not, or not yet, done; -1 if there is none."""
    verb, before = sentence.verb(item.at), item.at - 1
    if item.is_noun or verb is None or verb.finite:
        return -1
    if sentence.mark(before) == "IN" and not verb.infinitive:
        return _kept_from(sentence, before)
    while verb.infinitive and (
        sentence.mark(before) in {"TMX", "IN"} or sentence.head(before).lower == "yet"
    ):
        before -= 1  # "declined on Tuesday to hear", "has yet to sign"
    if sentence.verb(before) is None:
        return -1
    lemma = sentence.head(before).lemma
    yet = lemma == "have" and before < item.at - 1
    shunned = lemma in kinds.verbs("shunning") and not verb.infinitive
    return before if yet or shunned or lemma in kinds.verbs("withholding") else -1


def _kept_from(sentence: Sentence, at: int) -> int:
    """As in "barred from leaving", "came close to leaving", "without signing"; `at`: the preposition."""
    word = sentence.head(at).lower
    over = next(
        (here for here in range(at - 1, max(-1, at - _NEAR), -1) if sentence.verb(here) is not None), -1
    )
    if over < 0 or word in {"without", "against"}:
        return over
    lemma = sentence.head(over).lemma
    near = lemma == "come" and word == "to" and sentence.head(at - 1).lower in {"close", "near"}
    return over if near or (word == "from" and lemma in kinds.verbs("preventing")) else -1


def wish(sentence: Sentence, at: int) -> int:
    """The noun that an infinitive completes ("pressure", "plan"), or -1."""
    verb = sentence.verb(at)
    if verb is None or not verb.infinitive or sentence.noun(at - 1) is None:
        return -1
    return at - 1 if sentence.head(at - 1).lemma in kinds.verbs("infinitive_nouns") else -1
