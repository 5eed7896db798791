"""Which happening a time expression belongs to: same group, same clause, then what shares the clause's time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronology.events import features, kinds, model
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.language.groups import NounGroup
from chronology.model import Timex, TimexType

ORDER = frozenset({"since", "ever since", "until", "till", "through", "before", "by", "prior to", "ahead of", "after"})
"""Signals that order a happening against a time instead of putting it there."""
_DETACHED = frozenset({"including", "such as", "like", "about", "against", "over", "to", "of", "from", "as", "than"})


@dataclass(frozen=True, slots=True)
class Link:
    """A time for a happening: the timex, the signal word before it, and why they belong together."""

    timex: Timex
    signal: str
    why: str
    until: Timex | None = None  # the other end of "from A to B"


def link(
    sentence: Sentence, found: Sequence[Candidate], timexes: Sequence[Timex], published: str = ""
) -> dict[int, Link]:
    """Return element index → link, for the happenings that a time of this sentence dates.

    `published`: TIMEX3 value of the publication day, or "".
    """
    if not timexes or not found:
        return {}
    by_element = {item.at: item for item in found}
    ruled = _ruled(sentence, found, timexes)
    return _passed_on(sentence, by_element, _decide(sentence, found, timexes, ruled, published))


def pairs(
    sentence: Sentence, found: Sequence[Candidate], timexes: Sequence[Timex], published: str
) -> Iterator[tuple[Candidate, Timex, tuple[str, ...]]]:
    """Yield every pair that the model judges, with its features: what training needs."""
    ruled = _ruled(sentence, found, timexes)
    for at, timex, reasons in ruled:
        signal = _signal(sentence, at)
        if signal in ORDER:
            continue
        for item in found:
            yield (
                item,
                timex,
                features.describe(
                    sentence, item, timex, at, rules=reasons, signal=signal, times=len(ruled), published=published
                ),
            )


def _ruled(
    sentence: Sentence, found: Sequence[Candidate], timexes: Sequence[Timex]
) -> list[tuple[int, Timex, dict[int, str]]]:
    """Return for each time its element and what the rules link to it."""
    by_element = {item.at: item for item in found}
    places = _places(sentence)
    return [
        (at, timex, _reasons(_targets(sentence, by_element, at)))
        for index, timex in enumerate(timexes)
        if (at := places.get(index)) is not None and _dates(timex) and not _closes_interval(sentence, at, places)
    ]


def _reasons(targets: Sequence[tuple[int, str]]) -> dict[int, str]:
    out: dict[int, str] = {}
    for target, why in targets:
        out.setdefault(target, why)
    return out


def _decide(
    sentence: Sentence,
    found: Sequence[Candidate],
    timexes: Sequence[Timex],
    ruled: Sequence[tuple[int, Timex, dict[int, str]]],
    published: str,
) -> dict[int, Link]:
    """Choose the likeliest time for each happening among the rules' proposals and all other pairs."""
    best: dict[int, tuple[float, Link]] = {}
    for at, timex, reasons in ruled:
        signal, until = _signal(sentence, at), _other_end(sentence, at, timexes)
        for item in found:
            chance = judge(sentence, item, timex, at, reasons, signal, len(ruled), published)
            if chance > best.get(item.at, (0.5,))[0]:
                why = reasons.get(item.at, "it goes with what the time dates in the sentence")
                best[item.at] = (chance, Link(timex, signal, why, until))
    return {at: link_ for at, (_, link_) in sorted(best.items())}


def judge(
    sentence: Sentence,
    item: Candidate,
    timex: Timex,
    at: int,
    reasons: dict[int, str],
    signal: str,
    times: int,
    published: str,
) -> float:
    """Return the chance that the time dates the happening, 0 to 1. Order signals are the rules' own business."""
    ruled = item.at in reasons
    if signal in ORDER or (item.kind.deadline is not None and ruled):
        return 0.9 if ruled else 0.0
    names = features.describe(
        sentence, item, timex, at, rules=reasons, signal=signal, times=times, published=published
    )
    return model.chance(names)


def _passed_on(sentence: Sentence, found: dict[int, Candidate], links: dict[int, Link]) -> dict[int, Link]:
    """Pass a time from a verb to what completes it: "held a meeting", "is expected to grow", "there was no progress"."""
    for at in sentence.verbs():
        link = links.get(at)
        lemma = sentence.head(at).lemma
        target = sentence.object_of(at)
        if link is None:
            continue
        if target in found and target not in links and lemma in kinds.verbs("light"):
            links[target] = Link(link.timex, link.signal, f"it is what “{sentence.head(at).text}” speaks of", link.until)
        after = sentence.verb(at + 1)
        if after is not None and after.infinitive and at + 1 not in links and lemma in kinds.verbs("expecting") | kinds.verbs("scheduling"):
            links[at + 1] = Link(link.timex, link.signal, f"it is what is {sentence.head(at).text}", link.until)
    return links


def _dates(timex: Timex) -> bool:
    return (
        timex.type in {TimexType.DATE, TimexType.TIME} and not timex.is_publication_time and bool(timex.value)
    )


def _places(sentence: Sentence) -> dict[int, int]:
    """Timex index → the element that holds it."""
    out: dict[int, int] = {}
    for at, element in enumerate(sentence.elements):
        for word in sentence.words[element.first : element.last]:
            if word.timex is not None:
                out[word.timex] = at
    return out


def _signal(sentence: Sentence, at: int) -> str:
    before = at - 1
    while sentence.mark(before) in {"RB", '"'}:
        before -= 1
    return sentence.head(before).lower if sentence.mark(before) in {"IN", "TIMESUB", "CC", "TO"} else ""


def _other_end(sentence: Sentence, at: int, timexes: Sequence[Timex]) -> Timex | None:
    """The later end of "from A to B", "between A and B", "A until B"."""
    signal = _signal(sentence, at)
    joiner = sentence.head(at + 1).lower if at + 1 < len(sentence.elements) else ""
    pairs = {"from": {"to", "until", "till", "through"}, "between": {"and"}}
    later = sentence.head(at + 2) if at + 2 < len(sentence.elements) else None  # noqa: PLR2004 the word after the joiner
    if later is not None and later.timex is not None and joiner in pairs.get(signal, set()):
        return timexes[later.timex]
    return None


def _closes_interval(sentence: Sentence, at: int, places: dict[int, int]) -> bool:
    joiner = sentence.head(at - 1).lower if at > 0 else ""
    opener = _signal(sentence, at - 2) if at > 1 and at - 2 in places.values() else ""
    return (opener == "from" and joiner in {"to", "until", "till", "through"}) or (
        opener == "between" and joiner == "and"
    )


def _targets(sentence: Sentence, found: dict[int, Candidate], at: int) -> list[tuple[int, str]]:
    element = sentence.elements[at]
    if isinstance(element, NounGroup):
        return _prenominal(sentence, found, at)
    return _adverbial(sentence, found, at)


def _prenominal(sentence: Sentence, found: dict[int, Candidate], at: int) -> list[tuple[int, str]]:
    """ "Monday's talks", "the 2016 elections": the noun, and the verb whose venue the noun is."""
    if at not in found:
        return []
    out = [(at, "the time stands in the same phrase")]
    preposition = sentence.prepositions.get(at)
    if preposition is not None and sentence.head(preposition).lower in {"at", "during"}:
        verb = _verb_left(sentence, preposition)
        if verb in found and kinds.of_noun(sentence.head(at).lemma) is not None:
            out.append(
                (verb, f"it happened {sentence.head(preposition).lower} the dated {sentence.head(at).lemma}")
            )
    return out


def _verb_left(sentence: Sentence, at: int) -> int:
    for here in range(at - 1, -1, -1):
        if sentence.verb(here) is not None:
            return here
        if sentence.mark(here) in {"SUB", "TIMESUB", "WP", ";", ":", ","}:
            return -1
    return -1


def _adverbial(sentence: Sentence, found: dict[int, Candidate], at: int) -> list[tuple[int, str]]:
    start = at
    while sentence.mark(start - 1) in {"IN", "RB", "TO"} and start > 0:
        start -= 1
    if _signal(sentence, at) == "of":
        before = start - 1
        return [(before, "the time stands in the same phrase")] if before in found else []
    nouns, left = _leftwards(sentence, start)
    dated = [noun for noun in nouns if noun in found]
    out = [(noun, "the time follows it in the same phrase") for noun in dated[-1:]]
    if left not in found and _states(sentence, left) in found:
        return [*out, (_states(sentence, left), "the time says how long it holds")]
    for verb in _predicates(sentence, at, left):
        if verb in found and (verb > at or not (_detached(sentence, dated) or (dated and _from_to(sentence, at)))):
            out.append((verb, "the time stands in the same clause"))
            out.extend((other, "it shares the clause's time") for other in _sharing(sentence, found, verb, at))
    return out


def _predicates(sentence: Sentence, at: int, left: int) -> list[int]:
    """Verb groups whose clause the time stands in: the one to the left; at the head of a clause, the one to the right."""
    if left < 0:
        return [_rightwards(sentence, at)]
    opens = sentence.mark(at + 1) == "," and not any(
        verb.finite for here in range(at) if (verb := sentence.verb(here)) is not None
    )
    return [left, _rightwards(sentence, at)] if opens else [left]


def _states(sentence: Sentence, verb: int) -> int:
    """What "there is …" states, or -1."""
    subject = sentence.subjects.get(verb, -1)
    return sentence.object_of(verb) if verb >= 0 and subject >= 0 and sentence.head(subject).tag == "EX" else -1


def _from_to(sentence: Sentence, at: int) -> bool:
    return _signal(sentence, at) == "from" and sentence.mark(at + 2) == "TMX"


def _detached(sentence: Sentence, dated: Sequence[int]) -> bool:
    if not dated:
        return False
    preposition = sentence.prepositions.get(dated[-1])
    return preposition is not None and sentence.head(preposition).lower in _DETACHED


def _leftwards(sentence: Sentence, start: int) -> tuple[list[int], int]:
    """Noun groups between the time and the verb to its left, and that verb (-1: none before the clause begins)."""
    nouns: list[int] = []
    for here in range(start - 1, -1, -1):
        if sentence.verb(here) is not None:
            return nouns[::-1], here
        if sentence.noun(here) is not None:
            nouns.append(here)
            continue
        kind = sentence.mark(here)
        if kind in {"SUB", "TIMESUB", "WP", "WRB", ";", ":"} or (
            kind in {",", '"', "(", "--", "CC"} and not nouns
        ):
            return nouns[::-1], -1
    return nouns[::-1], -1


def _rightwards(sentence: Sentence, at: int) -> int:
    """The predicate that a time at the head of a clause dates."""
    for here in sentence.verbs():
        verb = sentence.verb(here)
        if here > at and verb is not None and (verb.finite or verb.passive):
            return here
    return -1


def _sharing(sentence: Sentence, found: dict[int, Candidate], verb: int, at: int) -> list[int]:
    """Other predicates that go with a dated one: "…, killing dozens", "… and told them", "… when it struck"."""
    group = sentence.verb(verb)
    if group is None:
        return []
    out = [here for here in sentence.verbs() if here < verb and here in found and _opens(sentence, here, verb)]
    last = max(verb, at)
    for other in sentence.verbs():
        if other <= last:
            continue
        if other not in found or not _continues(sentence, last, other, group.perfect) or _redated(sentence, last, other):
            break
        out.append(other)
        last = other
    return out


def _opens(sentence: Sentence, here: int, verb: int) -> bool:
    """A participle that opens the sentence and shares the subject of its predicate."""
    group = sentence.verb(here)
    loose = group is not None and not group.finite and not group.infinitive and not group.passive
    clear = all(sentence.noun(before) is None for before in range(here)) or sentence.mark(here - 1) == ","
    same = sentence.subjects.get(here, -1) == sentence.subjects.get(verb, -2)
    return loose and clear and same and any(sentence.mark(between) == "," for between in range(here, verb))


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
    return "CC" in between and later.perfect == perfect


def _redated(sentence: Sentence, last: int, other: int) -> bool:
    """Tell whether the later predicate has a time of its own."""
    after = other + 1
    while after < len(sentence.elements) and sentence.verb(after) is None and sentence.mark(after) not in {",", ";", "CC"}:
        if sentence.mark(after) == "TMX":
            return True
        after += 1
    return any(sentence.mark(here) == "TMX" for here in range(last + 1, other))
