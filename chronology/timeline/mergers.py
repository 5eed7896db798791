"""Why two tellings are of one happening. A new reason is one function here and one line in MERGERS."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from chronology.timeline import lexicon, names
from chronology.timeline.likeness import (
    ALIKE_TITLES,
    OCCASION_DAYS,
    YEAR_DAYS,
    encounters,
    entities,
    in_one_sentence,
    in_title,
    is_reckoned,
    listed,
    one_is_named,
    only_somewhere,
    overlap,
    said,
    shared_places,
    sharpness,
    speaks_of_stay,
    title_ratio,
    wide,
)
from chronology.timeline.telling import Telling

# A person by his office: "Ardenia's foreign minister".
_OFFICE = re.compile(
    r"\w+['\u2019]s (?:\w+ )?(?:minister|president|premier|chancellor|ambassador|envoy|king|queen)\b"
)
# Tellings as alike as this are one happening (0 to 1).
ALIKE = 0.68
# Titles from one sentence that agree this well are of one happening.
ONE_SENTENCE_TITLES = 90
# An occasion with a name of its own hardly comes round again within so many days; a signature never does.
OCCASION_APART_DAYS = 10
EVER = 4_000_000
# A text that comes back to a stay, undated both times, does so within so many characters.
STAY_CHARACTERS = 1_500
# A sentence this long (characters) is not the same by chance.
COPIED = 40
# Two who meet, dated no more finely than this, meet once.
COMPANY_DAYS = 2
# So many words of its name describe an instrument.
DESCRIBED_BY = 2


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
    if one.event.lemma != other.event.lemma and is_reckoned(one) == is_reckoned(other):
        return None
    return Match(0.8, f"the document tells of one {kind} that fits both, that of {named[0]}")


def same_end(one: Telling, other: Telling) -> Match | None:
    """Two documents have things of like name lapse, start or fall due on one day."""
    kind = one.event.deadline
    if kind is None or kind is not other.event.deadline or one.event.instruments or other.event.instruments:
        return None
    day = one.profile.is_dated and one.event.date == other.event.date and one.days == 1
    common = _singular(one.event.title) & _singular(other.event.title) - lexicon.words("duty", "empty")
    if not day or len(common) < DESCRIBED_BY:
        return None
    return Match(0.84, f"both tell of the same {kind} of {listed(sorted(common))}")


def same_counterpart(one: Telling, other: Telling) -> Match | None:
    """One meets a person by name, the other, on that day, by the office that the first gives him."""
    if not encounters(one, other) or one_is_named(one, other) or one.days > 1 or other.days > 1:
        return None
    who = names.shared(names.persons(one.event.participants), names.persons(other.event.participants))
    office = {item.casefold() for item in _OFFICE.findall(one.evidence.quote)}
    both = office & {item.casefold() for item in _OFFICE.findall(other.evidence.quote)}
    if not who or not both:
        return None
    return Match(0.78, f"both have {listed(who)} with {min(both)}")


def same_act(one: Telling, other: Telling) -> Match | None:
    """Both tell of what befalls an instrument once."""
    instruments = names.shared(one.event.instruments, other.event.instruments)
    if not (instruments and one.once and other.once and one.family == other.family):
        return None
    reason = f"both tell of the {one.event.kind} of {instruments[0]}, which happens once"
    return Match(0.9, reason, alone_within=EVER)


def same_described_act(one: Telling, other: Telling) -> Match | None:
    """The same people make one treaty, which one text only describes: "a treaty on fishing"."""
    mine, yours = one.event, other.event
    if one.family != other.family or mine.kind not in lexicon.words("once", "words"):
        return None
    if wide(one, other, COMPANY_DAYS) or bool(mine.instruments) == bool(yours.instruments):
        return None
    people = names.shared(mine.participants, yours.participants)
    named, described = (mine, yours) if mine.instruments else (yours, mine)
    common = _singular(named.instruments[0]) & _singular(described.title)
    both_dated = one.profile.is_dated and other.profile.is_dated
    if len(people) < (1 if both_dated else 2) or len(common) < DESCRIBED_BY:
        return None
    return Match(0.86, f"both have {listed(people)}, and one describes the {named.instruments[0]}")


def same_leaving(one: Telling, other: Telling) -> Match | None:
    """The same state leaves what both only describe, and one date lies within the other."""
    if one.family != other.family or one.event.kind != "withdrawal" or wide(one, other, YEAR_DAYS):
        return None
    if not names.both_described(one.event.instruments, other.event.instruments):
        return None
    who = names.shared(entities(one), entities(other))
    if not who or not (one.profile.is_dated and other.profile.is_dated):
        return None
    return Match(0.78, f"both tell that {listed(who)} left it, and the dates fit")


def _singular(phrase: str) -> set[str]:
    return {word.removesuffix("s") for word in names.tokens(phrase)} - lexicon.words("titles", "stop")


def same_occasion(one: Telling, other: Telling) -> Match | None:
    """Both give an occasion the same proper name."""
    common = sorted(one.proper & other.proper)
    if not common or not one.family or one.family != other.family or wide(one, other, OCCASION_DAYS):
        return None
    if one.event.is_saying:
        return None
    called = " ".join(word.title() for word in common)
    alone = OCCASION_APART_DAYS if encounters(one, other) else None
    return Match(0.92, f"both name it by “{called}” (“{said(one)}”, “{said(other)}”)", alone_within=alone)


def same_people_and_place(one: Telling, other: Telling) -> Match | None:
    """The same person in the same place at a date that fits."""
    if not encounters(one, other) or wide(one, other, OCCASION_DAYS):
        return None
    if one_is_named(one, other) and one.profile.is_dated != other.profile.is_dated:
        return None
    people = names.shared(one.event.participants, other.event.participants)
    places = shared_places(one, other)
    if not people or not places:
        return None
    return Match(0.82 + 0.02 * min(len(people), 4), f"both have {listed(people)} in {places[0]}")


def same_company(one: Telling, other: Telling) -> Match | None:
    """The same two or more people meet, on days that are close."""
    if not encounters(one, other) or wide(one, other, COMPANY_DAYS) or one_is_named(one, other):
        return None
    people = names.shared(one.event.participants, other.event.participants)
    if len(people) < 2:  # noqa: PLR2004 - it takes two to meet
        return None
    return Match(0.72 + 0.16 * overlap(one, other, people), f"both bring {listed(people)} together")


def same_stay(one: Telling, other: Telling) -> Match | None:
    """One document speaks again, without a date, of what someone did on a visit or at a meeting."""
    if not encounters(one, other) or wide(one, other, COMPANY_DAYS) or one_is_named(one, other):
        return None
    dated = one.profile.is_dated + other.profile.is_dated
    if one.document_id != other.document_id or dated == 2:  # noqa: PLR2004 - both
        return None
    if not dated and abs(one.key[1] - other.key[1]) > STAY_CHARACTERS:
        return None
    people = names.shared(names.persons(one.event.participants), names.persons(other.event.participants))
    fewer = min(len(one.event.participants), len(other.event.participants))
    if not people or len(people) < fewer or (fewer == 1 and not speaks_of_stay(one, other)):
        return None
    return Match(0.6 + 0.1 * overlap(one, other, people), f"one text speaks of {listed(people)} again")


def same_death(one: Telling, other: Telling) -> Match | None:
    """A person dies once."""
    if {lexicon.family(one.event.lemma), lexicon.family(other.event.lemma)} != {"dying"} or wide(
        one, other, YEAR_DAYS
    ):
        return None
    people = names.shared(names.persons(one.event.participants), names.persons(other.event.participants))
    named = [name for name in people if in_title(name, one) and in_title(name, other)]
    if not named or not (one.profile.is_dated and other.profile.is_dated):
        return None
    return Match(0.85, f"both tell of the death of {named[0]}, which happens once")


def same_blow(one: Telling, other: Telling) -> Match | None:
    """A war, an invasion or, on one day, an attack that goes by its place."""
    sort = lexicon.family(one.event.lemma)
    most = lexicon.table("named_by_place").get(sort)
    if most is None or sort != lexicon.family(other.event.lemma) or wide(one, other, most):
        return None
    if not (one.profile.is_dated and other.profile.is_dated):
        return None
    places = names.shared(entities(one), entities(other))
    where = [name for name in places if names.is_country(name) is (most > 1) and in_title(name, one)]
    if not where or not in_title(where[0], other):
        return None
    return Match(0.8, f"both go by {where[0]} (“{said(one)}”, “{said(other)}”)")


def same_wording(one: Telling, other: Telling) -> Match | None:
    """Two documents with the very same sentence: one is a copy."""
    mine, yours = one.evidence, other.evidence
    if one.document_id == other.document_id or one.event.date != other.event.date:
        return None
    at = mine.trigger.start - mine.start
    if mine.quote != yours.quote or at != yours.trigger.start - yours.start or len(mine.quote) < COPIED:
        return None
    return Match(0.98, "both documents have the very same sentence")


def told_within(one: Telling, other: Telling) -> Match | None:
    """One sentence, one date, and one title holds all that the other says."""
    if not in_one_sentence(one, other) or one.evidence.timex is None or other.evidence.timex is None:
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
        return Match(0.95, f"one sentence tells it twice (“{said(one)}”, “{said(other)}”)", planned)
    return Match(0.95, f"“{inner.event.title}” is told in “{outer.event.title}”", planned)


def alike(one: Telling, other: Telling) -> Match | None:
    """Kind, people, head word and title agree."""
    people = names.shared(entities(one), entities(other))
    if not people or (
        one.profile.is_dated != other.profile.is_dated and one.document_id != other.document_id
    ):
        return None
    title = title_ratio(one, other)
    if title < ALIKE_TITLES or (not in_one_sentence(one, other) and only_somewhere(one, other, title)):
        return None
    fewer = min(len(entities(one)), len(entities(other)))
    parts = (
        0.15 * (1.0 if one.family == other.family else 0.5),
        0.25 * min(1.0, len(people) / fewer),
        0.2 * (one.event.lemma == other.event.lemma),
        0.4 * title / 100,
    )
    if in_one_sentence(one, other) and title >= ONE_SENTENCE_TITLES:
        return Match(0.93, f"one sentence tells it twice (“{said(one)}”, “{said(other)}”)")
    score = sum(parts) * sharpness(one, other)
    if score < ALIKE:
        return None
    return Match(score, f"the titles agree ({title:.0f} %) and both have {listed(people)}")


Merger = Callable[[Telling, Telling], Match | None]
MERGERS: tuple[Merger, ...] = (
    same_deadline,
    same_end,
    same_counterpart,
    same_occasion,
    same_act,
    same_described_act,
    same_leaving,
    same_people_and_place,
    same_company,
    same_stay,
    same_wording,
    same_death,
    same_blow,
    told_within,
    alike,
)
