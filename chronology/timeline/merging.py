"""Which tellings are of one happening: VETOES say what can never be one, MERGERS why two are one.

Pairs are joined best first; a group takes in another only where nothing in the two clashes. Every choice
goes by the tellings' own keys (document, trigger): the order in which documents arrive changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from chronology.model import Document, Event
from chronology.timeline import lexicon, names
from chronology.timeline.blocking import candidates
from chronology.timeline.telling import Profile, Telling, tell

# Tellings as alike as this are one happening (0 to 1), and titles at least as alike as this (0 to 100).
ALIKE = 0.68
ALIKE_TITLES = 72
# Two tellings matched this surely, at dates that exclude each other, contradict each other.
CERTAIN = 0.9
# Bounds up to this wide fix an occasion well enough for the same people in the same place to be one event.
OCCASION_DAYS = 31
# Two who meet, dated no more finely than this, meet once.
COMPANY_DAYS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings are of one happening: how sure (0 to 1), and why, as a sentence."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Tellings of one happening in the order of their keys, and why they are one."""

    tellings: tuple[Telling, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The groups, and the pairs that would be one but for their dates: conflicts to be shown."""

    groups: tuple[Group, ...]
    conflicts: tuple[tuple[Telling, Telling], ...]


# ----- what can never be one ------------------------------------------------------------------------------


def opposite_polarity(one: Profile, other: Profile) -> bool:
    """One happened, the other did not or is denied."""
    return one.is_negative != other.is_negative


def saying_and_said(one: Profile, other: Profile) -> bool:
    """The act of saying and what is said are two events."""
    return one.is_saying != other.is_saying


def different_sorts(one: Profile, other: Profile) -> bool:
    """A signature is no expiry; a kind that says nothing goes with any."""
    return bool(one.families and other.families) and one.families.isdisjoint(other.families)


def different_deadlines(one: Profile, other: Profile) -> bool:
    """An expiry is no entry into force."""
    return one.deadline is not None and other.deadline is not None and one.deadline is not other.deadline


def different_instruments(one: Profile, other: Profile) -> bool:
    """Two treaties."""
    return bool(one.instruments and other.instruments) and not names.shared(
        one.instruments, other.instruments
    )


def different_places(one: Profile, other: Profile) -> bool:
    """Two places that cannot be one."""
    return names.places_conflict(one.places, other.places)


def different_rounds(one: Profile, other: Profile) -> bool:
    """The second round is not the third."""
    return bool(one.ordinals and other.ordinals) and one.ordinals != other.ordinals


def disjoint_bounds(one: Profile, other: Profile) -> bool:
    """No day lies in both."""
    return max(one.first, other.first) > min(one.last, other.last)


Veto = Callable[[Profile, Profile], bool]
VETOES: tuple[Veto, ...] = (
    opposite_polarity,
    saying_and_said,
    different_deadlines,
    different_sorts,
    different_rounds,
    different_instruments,
    different_places,
)


# ----- why two are one ------------------------------------------------------------------------------------


def same_deadline(one: Telling, other: Telling) -> Match | None:
    """Both say when one instrument lapses, starts or falls due."""
    kind = one.event.deadline
    if kind is None or kind is not other.event.deadline:
        return None
    instruments = names.shared(one.event.instruments, other.event.instruments)
    if not instruments:
        return None
    return Match(0.97, f"both tell of the same deadline of {instruments[0]} ({kind})")


def same_act(one: Telling, other: Telling) -> Match | None:
    """Both tell of what befalls an instrument once."""
    instruments = names.shared(one.event.instruments, other.event.instruments)
    if not (instruments and one.once and other.once and one.family == other.family):
        return None
    return Match(0.9, f"both tell of the {one.event.kind} of {instruments[0]}, which happens once")


def same_occasion(one: Telling, other: Telling) -> Match | None:
    """Both give an occasion the same proper name."""
    common = sorted(one.proper & other.proper)
    if not common or not one.family or one.family != other.family or _wide(one, other, OCCASION_DAYS):
        return None
    called = " ".join(word.title() for word in common)
    return Match(0.92, f"both name it by “{called}” (“{_said(one)}”, “{_said(other)}”)")


def same_people_and_place(one: Telling, other: Telling) -> Match | None:
    """The same person in the same place at a date that fits."""
    if not _encounters(one, other) or _wide(one, other, OCCASION_DAYS):
        return None
    people = names.shared(one.event.participants, other.event.participants)
    places = _shared_places(one, other)
    if not people or not places:
        return None
    return Match(0.82 + 0.02 * min(len(people), 4), f"both have {_list(people)} in {places[0]}")


def same_company(one: Telling, other: Telling) -> Match | None:
    """The same two or more people meet, on days that are close."""
    if not _encounters(one, other) or _wide(one, other, COMPANY_DAYS):
        return None
    people = names.shared(one.event.participants, other.event.participants)
    if len(people) < 2:  # noqa: PLR2004 - it takes two to meet
        return None
    return Match(0.74 + 0.02 * min(len(people), 4), f"both bring {_list(people)} together")


def alike(one: Telling, other: Telling) -> Match | None:
    """Kind, people, head word and title agree."""
    people = names.shared(_entities(one), _entities(other))
    if not people or (
        one.profile.is_dated != other.profile.is_dated and one.document_id != other.document_id
    ):
        return None
    title = _title_ratio(one.words, other.words)
    if title < ALIKE_TITLES:
        return None
    fewer = min(len(_entities(one)), len(_entities(other)))
    parts = (
        0.15 * (1.0 if one.family == other.family else 0.5),
        0.25 * min(1.0, len(people) / fewer),
        0.2 * (one.event.lemma == other.event.lemma),
        0.4 * title / 100,
    )
    score = sum(parts) * _sharpness(one, other)
    if score < ALIKE:
        return None
    return Match(score, f"the titles agree ({title:.0f} %) and both have {_list(people)}")


Merger = Callable[[Telling, Telling], Match | None]
MERGERS: tuple[Merger, ...] = (
    same_deadline,
    same_occasion,
    same_act,
    same_people_and_place,
    same_company,
    alike,
)


# ----- joining --------------------------------------------------------------------------------------------


def merge(events: Iterable[Event], documents: Mapping[str, Document]) -> Merged:
    """Group `events` (one telling each) into happenings; every telling is in exactly one group."""
    tellings = sorted(
        (tell(event, documents) for event in events), key=lambda item: (item.key, item.event.title)
    )
    matches: list[tuple[float, int, int, str]] = []
    conflicts: list[tuple[Telling, Telling]] = []
    for low, high in candidates(tellings):
        one, other = tellings[low], tellings[high]
        apart = disjoint_bounds(one.profile, other.profile)
        if apart and not _may_conflict(one, other):
            continue
        found = compare(one, other)
        if found is not None and not apart:
            matches.append((-found.score - _nearness(one, other), low, high, found.reason))
        elif found is not None and found.score >= CERTAIN:
            conflicts.append((one, other))
    conflicts.sort(key=lambda pair: (pair[0].key, pair[1].key))
    return Merged(_join(tellings, sorted(matches)), tuple(conflicts))


def compare(one: Telling, other: Telling) -> Match | None:
    """The best reason why two tellings are one, dates apart; None where a veto speaks or nothing does."""
    if any(veto(one.profile, other.profile) for veto in VETOES):
        return None
    return next((match for match in (merger(one, other) for merger in MERGERS) if match), None)


def _join(tellings: Sequence[Telling], matches: Iterable[tuple[float, int, int, str]]) -> tuple[Group, ...]:
    groups = {index: [index] for index in range(len(tellings))}
    home = list(range(len(tellings)))
    profiles = {index: telling.profile for index, telling in enumerate(tellings)}
    reasons: dict[int, list[str]] = {index: [] for index in groups}
    for _, low, high, reason in matches:
        one, other = sorted((home[low], home[high]))
        if one == other or _clash(profiles[one], profiles[other]):
            continue
        profiles[one] = profiles[one].joined(profiles.pop(other))
        reasons[one] += [*reasons.pop(other), reason]
        moved = groups.pop(other)
        groups[one] += moved
        for index in moved:
            home[index] = one
    return tuple(
        Group(tuple(tellings[index] for index in sorted(members)), tuple(dict.fromkeys(reasons[head])))
        for head, members in sorted(groups.items())
    )


def _clash(one: Profile, other: Profile) -> bool:
    return disjoint_bounds(one, other) or any(veto(one, other) for veto in VETOES)


def _may_conflict(one: Telling, other: Telling) -> bool:
    """Whether the two may tell of one happening beyond doubt: their dates would contradict each other."""
    named = one.proper & other.proper or (one.event.instruments and other.event.instruments)
    return one.profile.is_dated and other.profile.is_dated and bool(named)


# ----- small helpers --------------------------------------------------------------------------------------


def _encounters(one: Telling, other: Telling) -> bool:
    of = lexicon.words("parts", "of")
    return one.family in of and other.family in of


def _wide(one: Telling, other: Telling, days: int) -> bool:
    """Whether a dated telling of the two is dated too coarsely to fix an occasion."""
    return any(item.profile.is_dated and item.days > days for item in (one, other))


def _entities(telling: Telling) -> tuple[str, ...]:
    event = telling.event
    return event.participants + event.instruments + event.places


def _shared_places(one: Telling, other: Telling) -> tuple[str, ...]:
    pairs = ((mine, yours) for mine in one.event.places for yours in other.event.places)
    return tuple(sorted({max(pair, key=len) for pair in pairs if names.same_place(*pair)}))


def _title_ratio(one: str, other: str) -> float:
    shorter = min(one.count(" "), other.count(" ")) + 1
    measure = fuzz.token_set_ratio if shorter > 2 else fuzz.token_sort_ratio  # noqa: PLR2004 - subsets of two words mean little
    return float(measure(one, other, score_cutoff=ALIKE_TITLES))


def _sharpness(one: Telling, other: Telling) -> float:
    """Fine dates that agree say more than coarse ones (1 for two days, 0.8 for open bounds)."""
    widest = max(one.days, other.days)
    if widest <= 1:
        return 1.0
    return 0.95 if widest <= OCCASION_DAYS else 0.9 if widest <= 366 else 0.8  # noqa: PLR2004 - a year


def _nearness(one: Telling, other: Telling) -> float:
    """Among equal reasons, prefer the same document and then the nearer days."""
    same = 0.005 if one.document_id == other.document_id else 0.0
    return same - min(abs(one.profile.first - other.profile.first), 10_000) * 1e-7


def _said(telling: Telling) -> str:
    return telling.evidence.trigger_text


def _list(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
