"""Which happening a time expression belongs to: the rules' proposals, weighed by the linking model."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.events import attachment, features, idioms, kinds, model, timing
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.model import Timex, TimexType

ORDER = frozenset(
    {
        "since",
        "ever since",
        "until",
        "till",
        "through",
        "before",
        "by",
        "prior to",
        "ahead of",
        "after",
        "on or before",
    }
)
"""Signals that order a happening against a time instead of putting it there."""

_RULES_HOLD = 0.15  # below this chance even a rule's proposal is dropped
_BESIDE = 0.5  # what only orders yields to a time that says when
_LIKELY = 0.37
_IF_IDLE = 0.25  # for a time that would date nothing
_PLACING = frozenset({"", "on", "in", "at", "during", "as of", "on or about"})  # no "of", "from", "than"
_OF_CLAUSE = 0.2  # for the predicate of the clause of a time that would date nothing
_WEAK_VALUES = frozenset({"PRESENT_REF", "PAST_REF"})


@dataclass(frozen=True, slots=True)
class Link:
    """A time for a happening: the timex, the signal word before it, and why they belong together."""

    timex: Timex
    signal: str
    why: str
    until: Timex | None = None  # the other end of "from A to B"
    again: tuple[Timex, ...] = ()  # as in "met in May and again in June": further times of the same


@dataclass(frozen=True, slots=True)
class Proposal:
    """A link and the chance, 0 to 1, that it is right."""

    chance: float
    link: Link


@dataclass(frozen=True, slots=True)
class Time(features.Standing):
    """A time in its sentence; `until`: the other end of "from A to B"."""

    until: Timex | None = None


def link(
    sentence: Sentence,
    found: Sequence[Candidate],
    timexes: Sequence[Timex],
    published: str = "",
    *,
    thorough: bool = False,
) -> dict[int, Link]:
    """Return element index → link, for the happenings that a time of this sentence dates.

    `published`: TIMEX3 value of the publication day, or "". `thorough`: also what only the model links.
    """
    if not timexes or not found:
        return {}
    by_element = {item.at: item for item in found}
    judged = _judged(sentence, found, _times(sentence, by_element, timexes), published, thorough=thorough)
    best: dict[int, Proposal] = {}
    for at, proposal in judged:
        if proposal.chance > (best[at].chance if at in best else _LIKELY if thorough else _RULES_HOLD):
            best[at] = proposal
    if thorough:
        best |= _else_idle(judged, best)
    links = {at: _repeated(sentence, best[at].link, timexes) for at in sorted(best)}
    return _passed_on(sentence, by_element, links)


def _repeated(sentence: Sentence, link: Link, timexes: Sequence[Timex]) -> Link:
    """Add the times that "and" joins to that of the link."""
    if link.until is not None or link.signal in ORDER | {"between"}:
        return link
    return replace(link, again=timing.joined(sentence, link.timex, timexes))


def _judged(
    sentence: Sentence,
    found: Sequence[Candidate],
    times: Sequence[Time],
    published: str,
    *,
    thorough: bool,
) -> list[tuple[int, Proposal]]:
    """Return element and proposal for every pair of a happening and a time."""
    out: list[tuple[int, Proposal]] = []
    for time in times:
        for item in found:
            chance = _judge(sentence, item, time, times, published, thorough=thorough)
            why = time.attached.get(item.at, "it goes with what the time dates in the sentence")
            out.append((item.at, Proposal(chance, Link(time.timex, time.signal, why, time.until))))
    return out


def _else_idle(judged: Sequence[tuple[int, Proposal]], best: Mapping[int, Proposal]) -> dict[int, Proposal]:
    """Give a time that dates nothing the likeliest happening: a text seldom names a time for nothing."""
    busy = {item.link.timex.id for item in best.values()}
    out: dict[int, Proposal] = {}
    for at, item in sorted(judged, key=lambda pair: -pair[1].chance):
        if item.chance < _IF_IDLE:
            break
        if item.link.timex.id not in busy and at not in best and at not in out:
            busy.add(item.link.timex.id)
            out[at] = item
    return out


def for_clause(
    sentence: Sentence,
    found: Sequence[Candidate],
    timexes: Sequence[Timex],
    published: str,
    told: Mapping[int, Link],
) -> dict[int, Link]:
    """Return links of the times that date nothing in `told`: to the predicate of the clause, if likely."""
    by_element = {item.at: item for item in found}
    busy = {link.timex.id for link in told.values()}
    out: dict[int, Link] = {}
    times = _times(sentence, by_element, timexes)
    for time in times:
        item = by_element.get(sentence.tree.verb_of(time.at))
        if item is None or time.timex.id in busy or item.at in told or time.signal not in _PLACING:
            continue
        chance = model.chance(features.describe(sentence, item, time, times, published))
        if chance >= _OF_CLAUSE and sentence.noun(time.at) is None:
            out[item.at] = Link(time.timex, time.signal, attachment.CLAUSE, time.until)
    return out


def pairs(
    sentence: Sentence, found: Sequence[Candidate], timexes: Sequence[Timex], published: str
) -> Iterator[tuple[Candidate, Timex, tuple[str, ...]]]:
    """Yield every pair that the model judges, with its features: what training needs."""
    times = _times(sentence, {item.at: item for item in found}, timexes)
    for time in times:
        for item in found:
            yield item, time.timex, features.describe(sentence, item, time, times, published)


def _times(sentence: Sentence, found: Mapping[int, Candidate], timexes: Sequence[Timex]) -> list[Time]:
    held = timing.places(sentence)
    opened = timing.after_dateline(sentence)
    out: list[Time] = []
    for index, timex in enumerate(timexes):
        at = held.get(index)
        if at is None or at < opened or not _dates(timex) or timing.closes_interval(sentence, at, held):
            continue
        inside = (
            sentence.noun(at) is not None
        )  # "Monday's talks": what stands before the phrase says nothing of it
        signal = "" if inside else timing.signal(sentence, at)
        until = timing.other_end(sentence, at, timexes)
        turned = idioms.elsewhere(sentence, found, at)
        if turned:
            out.append(Time(timex, at, "", turned, until))
            continue
        attached = {} if idioms.ranks(sentence, at) else attachment.attach(sentence, found, at)
        out.append(Time(timex, at, signal, attached, until))
        told = idioms.told_of(sentence, found, at)
        if told:
            out.append(Time(timex, at, "", told))
    return _without_named_days(sentence, out)


def _without_named_days(sentence: Sentence, times: list[Time]) -> list[Time]:
    """As in "the Victory Day celebrations on May 9, 2020": the date says which of the days of that name."""
    dated = {target for time in times if sentence.noun(time.at) is None for target in time.attached}
    return [
        time
        for time in times
        if not (timing.is_named_day(time.timex.text) and sentence.noun(time.at) and time.at in dated)
    ]


def _dates(timex: Timex) -> bool:
    dated = timex.type in {TimexType.DATE, TimexType.TIME} and bool(timex.value)
    return dated and not timex.is_publication_time


def _judge(
    sentence: Sentence,
    item: Candidate,
    time: Time,
    times: Sequence[Time],
    published: str,
    *,
    thorough: bool,
) -> float:
    """Return the chance that the time dates the happening, 0 to 1. Order is the rules' business."""
    if thorough:
        return model.chance(features.describe(sentence, item, time, times, published))
    why = time.attached.get(item.at)
    if time.until is not None or (why is not None and item.kind.deadline is not None):
        return 0.0 if why is None else 0.9 - abs(time.at - item.at) / 1000
    if time.signal in ORDER:
        return 0.0 if why is None else _BESIDE - abs(time.at - item.at) / 1000
    if why is None or time.timex.value in _WEAK_VALUES:
        return 0.0
    chance = model.chance(features.describe(sentence, item, time, times, published))
    return max(chance, 0.6) if why in attachment.STRONG | idioms.STRONG else chance


def _passed_on(sentence: Sentence, found: dict[int, Candidate], links: dict[int, Link]) -> dict[int, Link]:
    """Pass a time from a verb to what completes it.

    "held a meeting", "is expected to grow", "there was no progress".
    """
    for at in sentence.verbs():
        link = links.get(at)
        lemma = sentence.head(at).lemma
        if link is None:
            continue
        verb = sentence.verb(at)
        passive = verb is not None and verb.passive
        target = sentence.subjects.get(at, -1) if passive else sentence.object_of(at)
        if target in found and target not in links and lemma in kinds.verbs("light"):
            links[target] = Link(
                link.timex, link.signal, f"it is what “{sentence.head(at).text}” speaks of", link.until
            )
        after = sentence.verb(at + 1)
        if (
            after is not None
            and after.infinitive
            and at + 1 not in links
            and lemma in kinds.verbs("expecting") | kinds.verbs("scheduling")
        ):
            links[at + 1] = Link(
                link.timex, link.signal, f"it is what is {sentence.head(at).text}", link.until
            )
    return links
