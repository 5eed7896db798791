"""What two tellings share: names, places, words of their titles, a sentence; how fine their dates are."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from chronology.model.timex import AnchorKind
from chronology.timeline import lexicon, names
from chronology.timeline.telling import Telling

# Titles at least as alike as this (0 to 100) may be of one happening.
ALIKE_TITLES = 72
# Titles that must agree this well where no date supports them, or where the place is all that is shared.
SURE_TITLES = 90
ALIKE_WORDING = 97
# Titles of no more words than this say too little to be part of a longer one.
_FEW_WORDS = 2
# Bounds up to this wide fix an occasion well enough for the same people in the same place to be one event.
OCCASION_DAYS = 31
YEAR_DAYS = 366


def is_reckoned(telling: Telling) -> bool:
    """Tell whether its date was counted from another, rather than said in full."""
    timex = telling.evidence.timex
    return timex is not None and (timex.period is None or timex.anchor.kind is not AnchorKind.NONE)


def encounters(one: Telling, other: Telling) -> bool:
    """Tell whether both are meetings, visits or talks."""
    of = lexicon.words("parts", "of")
    return one.family in of and other.family in of


def wide(one: Telling, other: Telling, days: int) -> bool:
    """Tell whether a dated telling of the two is dated too coarsely to fix an occasion."""
    return any(item.profile.is_dated and item.days > days for item in (one, other))


def speaks_of_stay(one: Telling, other: Telling) -> bool:
    """Tell whether one that names one person only is of a visit or meeting by name, not of talking."""
    nouns = lexicon.words("parts", "stays")
    return any(
        telling.event.lemma in nouns for telling in (one, other) if len(telling.event.participants) == 1
    )


def only_somewhere(one: Telling, other: Telling, title: float) -> bool:
    """Tell whether two tellings share but a place, or a name undated, and neither date nor title says more.

    Many are killed, come and speak in one country; what goes by its place is told of by its own word.
    """
    if one.document_id == other.document_id:
        return False
    undated = not one.profile.is_dated and not other.profile.is_dated
    if undated and title < SURE_TITLES:
        return True
    people = names.persons(names.shared(one.event.participants, other.event.participants))
    if people or names.shared(one.event.instruments, other.event.instruments):
        return False
    noun = one.event.lemma == other.event.lemma and lexicon.family(one.event.lemma) in lexicon.table(
        "named_by_place"
    )
    return not noun and (undated or wide(one, other, OCCASION_DAYS)) and title < ALIKE_WORDING


def in_title(name: str, telling: Telling) -> bool:
    """Tell whether a telling's title says the last word of a name."""
    return names.block_key(name) in names.tokens(telling.event.title)


def entities(telling: Telling) -> tuple[str, ...]:
    """Who, what and where a telling is of."""
    event = telling.event
    return event.participants + event.instruments + event.places


def shared_places(one: Telling, other: Telling) -> tuple[str, ...]:
    """The places that both give, the fuller form of each."""
    pairs = ((mine, yours) for mine in one.event.places for yours in other.event.places)
    return tuple(sorted({max(pair, key=len) for pair in pairs if names.same_place(*pair)}))


def title_ratio(one: Telling, other: Telling) -> float:
    """How well the titles agree; one may say less than the other if it says enough or names the same act."""
    shorter = min(one.words.count(" "), other.words.count(" ")) + 1
    same_act = one.event.lemma == other.event.lemma and one.family == other.family != ""
    enough = shorter > _FEW_WORDS or same_act or in_one_sentence(one, other)
    measure = fuzz.token_set_ratio if enough else fuzz.token_sort_ratio
    return float(measure(one.words, other.words, score_cutoff=ALIKE_TITLES))


def in_one_sentence(one: Telling, other: Telling) -> bool:
    """Tell whether one sentence tells both."""
    return (one.document_id, one.evidence.start) == (other.document_id, other.evidence.start)


def one_is_named(one: Telling, other: Telling) -> bool:
    """Tell whether one of the two is an occasion with a name of its own, and the other is not called so."""
    return one.proper != other.proper and (not one.proper or not other.proper)


def overlap(one: Telling, other: Telling, people: Sequence[str]) -> float:
    """Which part of all who are named in either is in both."""
    both = len(one.event.participants) + len(other.event.participants) - len(people)
    return min(1.0, len(people) / max(1, both))


def sharpness(one: Telling, other: Telling) -> float:
    """Fine dates that agree say more than coarse ones (1 for two days, 0.8 for open bounds)."""
    widest = max(one.days, other.days)
    if widest <= 1:
        return 1.0
    return 0.95 if widest <= OCCASION_DAYS else 0.9 if widest <= YEAR_DAYS else 0.8


def said(telling: Telling) -> str:
    """The event word of a telling."""
    return telling.evidence.trigger_text


def listed(items: Sequence[str]) -> str:
    """Names as a phrase: “A, B and C”."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
