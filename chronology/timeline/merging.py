"""Tellings of one happening, grouped: MERGERS say why two are one, VETOES what can never be.

Pairs are joined best first; a group takes in another only where nothing in the two clashes. Every choice
goes by the tellings' own keys (document, trigger): the order in which documents arrive changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chronology.model import Document, Event
from chronology.timeline.blocking import candidates
from chronology.timeline.mergers import MERGERS, Match
from chronology.timeline.telling import Profile, Telling, tell
from chronology.timeline.vetoes import VETOES, different_sorts, disjoint_bounds

# A match to be joined: how sure (negative, so that the surest sorts first), the two tellings, and why.
Pair = tuple[float, int, int, str, bool]


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one happening in the order of their keys, and why each is with another ("" if alone)."""

    tellings: tuple[Telling, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The groups, and the pairs that would be one but for their dates: conflicts to be shown."""

    groups: tuple[Group, ...]
    conflicts: tuple[tuple[Telling, Telling], ...]


def merge(events: Iterable[Event], documents: Mapping[str, Document]) -> Merged:
    """Group `events` (one telling each) into happenings; every telling is in exactly one group."""
    tellings = sorted(
        (tell(event, documents) for event in events), key=lambda item: (item.key, item.event.title)
    )
    matches: list[Pair] = []
    conflicts: list[tuple[Telling, Telling]] = []
    for low, high in candidates(tellings):
        one, other = tellings[low], tellings[high]
        apart = disjoint_bounds(one.profile, other.profile)
        if apart and not _may_conflict(one, other):
            continue
        found = compare(one, other)
        if apart and any(_apart(one.profile, other.profile) <= (match.alone_within or 0) for match in found):
            conflicts.append((one, other))
        elif found and not apart:
            best = max(found, key=lambda match: match.score)
            score = -best.score - _nearness(one, other)
            matches.append((score, low, high, best.reason, best.across_sorts))
    conflicts.sort(key=lambda pair: (pair[0].key, pair[1].key))
    return Merged(_join(tellings, sorted(matches)), tuple(conflicts))


def compare(one: Telling, other: Telling) -> tuple[Match, ...]:
    """Every reason why two tellings are one, dates apart; none where a veto speaks."""
    spoken = [veto for veto in VETOES if veto(one.profile, other.profile)]
    if any(veto is not different_sorts for veto in spoken):
        return ()
    matches = (merger(one, other) for merger in MERGERS)
    return tuple(match for match in matches if match and (match.across_sorts or not spoken))


def _join(tellings: Sequence[Telling], matches: Iterable[Pair]) -> tuple[Group, ...]:
    groups = {index: [index] for index in range(len(tellings))}
    home = list(range(len(tellings)))
    profiles = {index: telling.profile for index, telling in enumerate(tellings)}
    reasons: dict[int, str] = {}
    for _, low, high, reason, across in matches:
        one, other = sorted((home[low], home[high]))
        if one == other or _clash(profiles[one], profiles[other], across_sorts=across):
            continue
        profiles[one] = profiles[one].joined(profiles.pop(other))
        reasons.setdefault(low, reason)
        reasons.setdefault(high, reason)
        moved = groups.pop(other)
        groups[one] += moved
        for index in moved:
            home[index] = one
    ordered = (sorted(groups[head]) for head in sorted(groups))
    return tuple(
        Group(
            tuple(tellings[index] for index in members),
            tuple(reasons.get(index, "") for index in members),
        )
        for members in ordered
    )


def _clash(one: Profile, other: Profile, *, across_sorts: bool) -> bool:
    vetoes = (veto for veto in VETOES if not (across_sorts and veto is different_sorts))
    return disjoint_bounds(one, other) or any(veto(one, other) for veto in vetoes)


def _apart(one: Profile, other: Profile) -> int:
    """Days from the end of the earlier to the start of the later; 0 where they meet."""
    return max(0, max(one.first, other.first) - min(one.last, other.last))


def _may_conflict(one: Telling, other: Telling) -> bool:
    """Whether the two may tell of one happening beyond doubt: their dates would contradict each other.

    The day to which a thing is extended contradicts no earlier one.
    """
    if (one.event.lemma == "extend") != (other.event.lemma == "extend"):
        return False
    named = one.proper & other.proper or (one.event.instruments and other.event.instruments)
    return one.profile.is_dated and other.profile.is_dated and bool(named)


def _nearness(one: Telling, other: Telling) -> float:
    """Among like reasons, prefer the same document, then the nearer days."""
    same = 0.005 if one.document_id == other.document_id else 0.0
    return same - min(abs(one.profile.first - other.profile.first), 10_000) * 1e-7
