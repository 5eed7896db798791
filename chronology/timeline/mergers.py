"""Why two tellings are of one happening. A new reason is one function here and one line in MERGERS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from chronology.model.timex import AnchorKind
from chronology.timeline import lexicon, names
from chronology.timeline.telling import Telling

# Tellings as alike as this are one happening (0 to 1), and titles at least as alike as this (0 to 100).
ALIKE = 0.68
ALIKE_TITLES = 72
# Titles of no more words than this say too little to be part of a longer one.
_FEW_WORDS = 2
# Titles from one sentence that agree this well are of one happening.
ONE_SENTENCE_TITLES = 90
# Bounds up to this wide fix an occasion well enough for the same people in the same place to be one event.
OCCASION_DAYS = 31
# An occasion with a name of its own hardly comes round again within so many days; a signature never does.
OCCASION_APART_DAYS = 10
EVER = 4_000_000
# A text that comes back to a stay, undated both times, does so within so many characters.
STAY_CHARACTERS = 1_500
# Two who meet, dated no more finely than this, meet once.
COMPANY_DAYS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings are of one happening: how sure (0 to 1), and why, as a sentence.

    `across_sorts`: one is planned within the other, so that their kinds may differ (a visit for a feast).
    `alone_within`: what is told happens once in so many days, so that other dates contradict (None: unknown).
    """

    score: float
    reason: str
    across_sorts: bool = False
    alone_within: int | None = None


def same_deadline(one: Telling, other: Telling) -> Match | None:
    """Both say when one instrument lapses, starts or falls due; or one document does, naming it once."""
    kind = one.event.deadline
    if kind is None or kind is not other.event.deadline:
        return None
    instruments = names.shared(one.event.instruments, other.event.instruments)
    if instruments:
        return Match(0.97, f"both tell of the same deadline of {instruments[0]} ({kind})", alone_within=EVER)
    named = one.event.instruments or other.event.instruments
    if not named or one.document_id != other.document_id:
        return None
    if one.event.lemma != other.event.lemma and _is_reckoned(one) == _is_reckoned(other):
        return None
    return Match(0.8, f"the document tells of one {kind} that fits both, that of {named[0]}")


def same_act(one: Telling, other: Telling) -> Match | None:
    """Both tell of what befalls an instrument once."""
    instruments = names.shared(one.event.instruments, other.event.instruments)
    if not (instruments and one.once and other.once and one.family == other.family):
        return None
    reason = f"both tell of the {one.event.kind} of {instruments[0]}, which happens once"
    return Match(0.9, reason, alone_within=EVER)


def same_occasion(one: Telling, other: Telling) -> Match | None:
    """Both give an occasion the same proper name."""
    common = sorted(one.proper & other.proper)
    if not common or not one.family or one.family != other.family or _wide(one, other, OCCASION_DAYS):
        return None
    called = " ".join(word.title() for word in common)
    alone = OCCASION_APART_DAYS if _encounters(one, other) else None
    return Match(0.92, f"both name it by “{called}” (“{_said(one)}”, “{_said(other)}”)", alone_within=alone)


def same_people_and_place(one: Telling, other: Telling) -> Match | None:
    """The same person in the same place at a date that fits."""
    if not _encounters(one, other) or _wide(one, other, OCCASION_DAYS):
        return None
    if _one_is_named(one, other) and one.profile.is_dated != other.profile.is_dated:
        return None
    people = names.shared(one.event.participants, other.event.participants)
    places = _shared_places(one, other)
    if not people or not places:
        return None
    return Match(0.82 + 0.02 * min(len(people), 4), f"both have {_list(people)} in {places[0]}")


def same_company(one: Telling, other: Telling) -> Match | None:
    """The same two or more people meet, on days that are close."""
    if not _encounters(one, other) or _wide(one, other, COMPANY_DAYS) or _one_is_named(one, other):
        return None
    people = names.shared(one.event.participants, other.event.participants)
    if len(people) < 2:  # noqa: PLR2004 - it takes two to meet
        return None
    return Match(0.72 + 0.16 * _overlap(one, other, people), f"both bring {_list(people)} together")


def same_stay(one: Telling, other: Telling) -> Match | None:
    """One document speaks again, without a date, of what someone did on a visit or at a meeting."""
    if not _encounters(one, other) or _wide(one, other, COMPANY_DAYS) or _one_is_named(one, other):
        return None
    dated = one.profile.is_dated + other.profile.is_dated
    if one.document_id != other.document_id or dated == 2:  # noqa: PLR2004 - both
        return None
    if not dated and abs(one.key[1] - other.key[1]) > STAY_CHARACTERS:
        return None
    people = names.shared(names.persons(one.event.participants), names.persons(other.event.participants))
    fewer = min(len(one.event.participants), len(other.event.participants))
    if not people or len(people) < fewer or (fewer == 1 and not _speaks_of_stay(one, other)):
        return None
    return Match(0.6 + 0.1 * _overlap(one, other, people), f"one text speaks of {_list(people)} again")


def told_within(one: Telling, other: Telling) -> Match | None:
    """One sentence, one date, and one title holds all that the other says."""
    if not _in_one_sentence(one, other) or one.evidence.timex is None or other.evidence.timex is None:
        return None
    mine, yours = set(one.words.split()), set(other.words.split())
    if one.evidence.timex.span != other.evidence.timex.span or not (mine <= yours or yours <= mine):
        return None
    inner, outer = sorted((one, other), key=lambda telling: len(telling.words))
    beside = lexicon.words("titles", "beside")
    if not inner.words or not beside.isdisjoint(names.tokens(outer.event.title)):
        return None
    planned = one.is_ahead and other.is_ahead
    if inner.words == outer.words:
        return Match(0.95, f"one sentence tells it twice (“{_said(one)}”, “{_said(other)}”)", planned)
    return Match(0.95, f"“{inner.event.title}” is told in “{outer.event.title}”", planned)


def alike(one: Telling, other: Telling) -> Match | None:
    """Kind, people, head word and title agree."""
    people = names.shared(_entities(one), _entities(other))
    if not people or (
        one.profile.is_dated != other.profile.is_dated and one.document_id != other.document_id
    ):
        return None
    title = _title_ratio(one, other)
    if title < ALIKE_TITLES:
        return None
    fewer = min(len(_entities(one)), len(_entities(other)))
    parts = (
        0.15 * (1.0 if one.family == other.family else 0.5),
        0.25 * min(1.0, len(people) / fewer),
        0.2 * (one.event.lemma == other.event.lemma),
        0.4 * title / 100,
    )
    if _in_one_sentence(one, other) and title >= ONE_SENTENCE_TITLES:
        return Match(0.93, f"one sentence tells it twice (“{_said(one)}”, “{_said(other)}”)")
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
    same_stay,
    told_within,
    alike,
)


# ----- small helpers --------------------------------------------------------------------------------------


def _is_reckoned(telling: Telling) -> bool:
    """Whether its date was counted from another, rather than said in full."""
    timex = telling.evidence.timex
    return timex is not None and (timex.period is None or timex.anchor.kind is not AnchorKind.NONE)


def _encounters(one: Telling, other: Telling) -> bool:
    of = lexicon.words("parts", "of")
    return one.family in of and other.family in of


def _wide(one: Telling, other: Telling, days: int) -> bool:
    """Whether a dated telling of the two is dated too coarsely to fix an occasion."""
    return any(item.profile.is_dated and item.days > days for item in (one, other))


def _speaks_of_stay(one: Telling, other: Telling) -> bool:
    """Whether a telling that names one person only is of a visit or a meeting by name, not of talking."""
    nouns = lexicon.words("parts", "stays")
    return any(
        telling.event.lemma in nouns for telling in (one, other) if len(telling.event.participants) == 1
    )


def _entities(telling: Telling) -> tuple[str, ...]:
    event = telling.event
    return event.participants + event.instruments + event.places


def _shared_places(one: Telling, other: Telling) -> tuple[str, ...]:
    pairs = ((mine, yours) for mine in one.event.places for yours in other.event.places)
    return tuple(sorted({max(pair, key=len) for pair in pairs if names.same_place(*pair)}))


def _title_ratio(one: Telling, other: Telling) -> float:
    """How well the titles agree; one may say less than the other if it says enough or names the same act."""
    shorter = min(one.words.count(" "), other.words.count(" ")) + 1
    same_act = one.event.lemma == other.event.lemma and one.family == other.family != ""
    enough = shorter > _FEW_WORDS or same_act or _in_one_sentence(one, other)
    measure = fuzz.token_set_ratio if enough else fuzz.token_sort_ratio
    return float(measure(one.words, other.words, score_cutoff=ALIKE_TITLES))


def _in_one_sentence(one: Telling, other: Telling) -> bool:
    return (one.document_id, one.evidence.start) == (other.document_id, other.evidence.start)


def _one_is_named(one: Telling, other: Telling) -> bool:
    """Whether one of the two is an occasion with a name of its own, and the other is not called so."""
    return one.proper != other.proper and (not one.proper or not other.proper)


def _overlap(one: Telling, other: Telling, people: Sequence[str]) -> float:
    """Which part of all who are named in either is in both."""
    both = len(one.event.participants) + len(other.event.participants) - len(people)
    return min(1.0, len(people) / max(1, both))


def _sharpness(one: Telling, other: Telling) -> float:
    """Fine dates that agree say more than coarse ones (1 for two days, 0.8 for open bounds)."""
    widest = max(one.days, other.days)
    if widest <= 1:
        return 1.0
    return 0.95 if widest <= OCCASION_DAYS else 0.9 if widest <= 366 else 0.8  # noqa: PLR2004 - a year


def _said(telling: Telling) -> str:
    return telling.evidence.trigger_text


def _list(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
