"""How much a telling deserves a place on a timeline, from 0 to 1."""

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.linking import Link
from chronology.model import Status

SHOWN = 0.3
"""From here on an event belongs on a timeline; below, it is kept only to support others."""

_UNDATED = 0.25
_DUPLICATE = 0.15
_BARE = 0.2


def of(
    sentence: Sentence,
    item: Candidate,
    links: dict[int, Link],
    *,
    named: bool,
    bounded: bool,
    status: Status,
    bare: bool = False,
) -> float:
    """Return the salience.

    `named`: someone or something is named in its roles; `bounded`: the text orders or dates it; `bare`:
    its title leaves out what was said or done.
    """
    weight = item.kind.weight
    if item.at not in links and not bounded:
        return min(weight, _UNDATED)
    if not bounded and item.lemma in kinds.verbs("passing_time"):
        return min(weight, _UNDATED)  # "spent the rest of the night at the embassy"
    if repeats(sentence, item, links):
        return min(weight, _DUPLICATE)
    if not named:
        weight = min(weight, SHOWN) if _tells(sentence, item, bare=bare) else min(weight, _BARE)
    if bare:
        weight = min(weight, _UNDATED)
    proposed = status is Status.PROPOSED and weight > SHOWN
    return round(max(weight * 0.8, SHOWN) if proposed else weight, 2)


def _tells(sentence: Sentence, item: Candidate, *, bare: bool) -> bool:
    """Tell whether a happening that names nobody is worth a line: a predicate, or a weighty noun."""
    verb = sentence.verb(item.at)
    if verb is not None:
        said = item.lemma in kinds.verbs("saying") and not (verb.passive or verb.particle or not bare)
        plain = item.lemma in (kinds.verbs("stative") | kinds.verbs("copular")) - {"become"}
        stated = verb.finite or verb.infinitive or verb.passive or sentence.object_of(item.at) >= 0
        return stated and not plain and not said
    held = any(
        sentence.object_of(at) == item.at and sentence.head(at).lemma in kinds.verbs("light")
        for at in sentence.verbs()
    )
    return held or item.kind.weight > _BARE + SHOWN


def repeats(sentence: Sentence, item: Candidate, links: dict[int, Link]) -> bool:
    """Tell whether verb and object tell one happening twice.

    ("held a meeting") and this is the lesser of the two.
    """
    if item.at not in links:
        return False
    mine = links[item.at].timex
    if item.is_noun and _acts(sentence, item.at, links):
        return True
    if item.is_noun:
        over = next((at for at in sentence.verbs() if sentence.object_of(at) == item.at), -1)
        lemma = sentence.head(over).lemma if over >= 0 else ""
        same = over in links and links[over].timex is mine and lemma not in kinds.verbs("attending")
        return same and lemma not in kinds.verbs("light") | kinds.verbs("saying") | kinds.verbs("promising")
    if item.lemma in kinds.verbs("light") | kinds.verbs("attending"):
        target = sentence.object_of(item.at)
        return (
            target in links
            and links[target].timex is mine
            and kinds.of_noun(sentence.head(target).lemma) is not None
        )
    return _under_expectation(sentence, item, links)


def _acts(sentence: Sentence, at: int, links: dict[int, Link]) -> bool:
    """As in "her announcement on Monday surprised the market": told once, by the verb."""
    return any(
        subject == at and verb in links and links[verb].timex is links[at].timex
        for verb, subject in sentence.subjects.items()
    )


def _under_expectation(sentence: Sentence, item: Candidate, links: dict[int, Link]) -> bool:
    """As in "is expected to grow": told once, by the expectation."""
    before = item.at - 1
    verb = sentence.verb(before)
    expecting = kinds.verbs("expecting") | kinds.verbs("scheduling")
    return verb is not None and before in links and sentence.head(before).lemma in expecting
