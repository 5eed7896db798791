"""Who took part, where, and which instruments a happening is about."""

from dataclasses import dataclass

from chronology.events import candidates, kinds, status
from chronology.events.candidates import Candidate
from chronology.events.entities import Entity, Kind, without_country
from chronology.events.gazetteer import capital_of, countries, listed
from chronology.events.language.tagger import Word
from chronology.events.reading import Reading

_WITH = frozenset({"with", "between", "by", "against", "among", "and", "of", "to", "for", "from", "on"})
_PRESENT_AT = frozenset({"at", "in", "during", "including", "for", "after", "before", "following"})
_LYING = frozenset({"in", "at", "near"})
_SHARED_KINDS = frozenset({"meeting", "visit", "celebration", "negotiation"})
_FORMATS = frozenset({"format", "process", "formula", "group", "quartet", "contact", "mechanism"})
_DISCUSSING = frozenset({"discuss", "debate", "consider", "review", "address", "raise", "weigh"})
_STEPS = frozenset(
    {"withdrawal", "expiry", "signature", "ratification", "extension", "suspension", "entry into force"}
)
_SHORT = 2
_OF_TREATIES = frozenset(
    {"expiry", "entry into force", "signature", "extension", "ratification", "suspension"}
)

Named = list[tuple[str, Entity]]


@dataclass(frozen=True, slots=True)
class Roles:
    """Canonical names: who, where, what instruments."""

    who: tuple[str, ...]
    where: tuple[str, ...]
    what: tuple[str, ...]


def find(reading: Reading, number: int, item: Candidate) -> Roles:
    """Return the roles of a candidate."""
    named: Named = []
    if item.is_noun:
        _noun_roles(reading, number, item, named)
    else:
        _verb_roles(reading, number, item.at, named)
        named.extend(_of_object(reading, number, item))
    named.extend(_topic(reading, number, item, named))
    named.extend(_parties(reading, item, named))
    votes = item.kind.name == "election"
    who = [
        entity.name for role, entity in named if entity.acts and _takes_part(role, entity, item, votes=votes)
    ]
    where = [entity.name for role, entity in named if _is_where(role, entity, item)]
    where += [*_capitals(reading, number, item), *_there(reading, number, item)]
    what = [entity.name for _, entity in named if entity.kind is Kind.INSTRUMENT]
    return Roles(*(tuple(dict.fromkeys(found)) for found in (who, where, what)))


def _topic(reading: Reading, number: int, item: Candidate, named: Named) -> Named:
    """As in "the withdrawal takes effect": the treaty last named."""
    topic = reading.topics.get(number)
    if topic is None or any(entity.kind is Kind.INSTRUMENT for _, entity in named):
        return []
    return [("topic", topic)] if speaks_of_treaty(reading, number, item) else []


def speaks_of_treaty(reading: Reading, number: int, item: Candidate) -> bool:
    """Tell whether the happening is a step of a treaty that it leaves unnamed.

    ("the withdrawal", "its expiry").
    """
    sentence = reading.sentences[number]
    at = item.at if item.is_noun else sentence.subjects.get(item.at, -1)
    group = sentence.noun(at)
    if group is None or group.last - group.first > _SHORT:
        return False
    kind = kinds.of_noun(sentence.head(at).lemma)
    definite = sentence.words[group.first].lower in {"the", "this", "its"}
    return definite and kind is not None and kind.name in _STEPS and not sentence.complements(at)


def _takes_part(role: str, entity: Entity, item: Candidate, *, votes: bool) -> bool:
    if (
        entity.kind is Kind.COUNTRY
        and item.kind.name == "visit"
        and role in {"to", "object", "modifier", "from"}
    ):
        return False
    if entity.kind is Kind.COUNTRY and item.lemma in _DISCUSSING and role in {"object", "on", "about"}:
        return False
    return votes or role not in {"in", "at", "on the sidelines of", "near", "inside", "outside"}


def _of_object(reading: Reading, number: int, item: Candidate) -> Named:
    """As in "continue the dialogue": who the dialogue is with."""
    sentence = reading.sentences[number]
    target = sentence.object_of(item.at)
    noun = sentence.noun(target)
    kind = kinds.of_noun(sentence.head(target).lemma) if noun is not None else None
    if noun is None or kind is None or kind.name not in {"negotiation", "meeting"}:
        return []
    return _partners(
        reading, number, Candidate(target, noun.head, sentence.head(target).lemma, kind, is_noun=True)
    )


def _parties(reading: Reading, item: Candidate, named: Named) -> Named:
    """The parties of a treaty, where the text says them.

    ("in force between X and Y") and the clause names none.
    """
    if item.kind.name not in _OF_TREATIES or any(entity.kind is Kind.COUNTRY for _, entity in named):
        return []
    return [
        ("party", party)
        for _, entity in named
        if entity.kind is Kind.INSTRUMENT
        for party in reading.parties.get(entity.name, ())
    ]


def _is_where(role: str, entity: Entity, item: Candidate) -> bool:
    if entity.kind is Kind.PLACE:
        return True
    if entity.kind is not Kind.COUNTRY:
        return False
    if item.kind.name == "visit":
        return role in {"in", "to", "object", "modifier"}
    return role == "in" or (item.kind.name == "election" and role == "modifier")


def _add(reading: Reading, number: int, at: int, role: str, named: Named) -> None:
    """Add what the coordinated groups name; of a common noun, the countries that qualify it."""
    if at < 0:
        return
    for each in reading.sentences[number].coordinated(at):
        found = reading.means(number, each)
        named.extend((role, entity) for entity in found)
        if not any(entity.kind is not Kind.THING for entity in found):
            named.extend((role, entity) for entity in modifiers(reading, number, each))
            named.extend((role, entity) for entity in reading.owner(number, each))


def _complements(reading: Reading, number: int, at: int, named: Named) -> None:
    sentence = reading.sentences[number]
    for preposition, target in sentence.complements(at):
        word = sentence.head(preposition).lower
        if word in _WITH | listed("where"):
            _add(reading, number, target, word, named)


def _verb_roles(reading: Reading, number: int, at: int, named: Named) -> None:
    sentence = reading.sentences[number]
    subject = sentence.subjects.get(at, -1)
    _add(reading, number, subject, "subject", named)
    if subject >= 0 and sentence.head(subject).lower in listed("groups"):
        for preposition, target in sentence.complements(subject)[:1]:
            if sentence.head(preposition).lower == "of":
                _add(reading, number, target, "subject", named)
    _add(reading, number, sentence.object_of(at), "object", named)
    for preposition, target in sentence.complements(subject) if subject >= 0 else ():
        if sentence.head(preposition).lower in _LYING:
            _add(reading, number, target, sentence.head(preposition).lower, named)
    _complements(reading, number, at, named)


def _noun_roles(reading: Reading, number: int, item: Candidate, named: Named) -> None:
    if candidates.in_force(reading.sentences[number], item.at):
        _add(reading, number, candidates.bearer(reading.sentences[number], item.at), "subject", named)
        return
    named.extend(("owner", owner) for owner in reading.owner(number, item.at))
    named.extend(("self", entity) for entity in reading.means(number, item.at))
    named.extend(("modifier", entity) for entity in modifiers(reading, number, item.at))
    _complements(reading, number, item.at, named)
    over = status.governor(reading.sentences[number], item)
    if over.lemma in kinds.verbs("promising") and reading.sentences[number].object_of(over.at) == item.at:
        _add(reading, number, reading.sentences[number].subjects.get(over.at, -1), "subject", named)
    if item.kind.name in _SHARED_KINDS:
        named.extend(entry for entry in _of_clause(reading, number, item) if entry not in named)


def _of_clause(reading: Reading, number: int, item: Candidate) -> Named:
    """Who the clause says took part: "X told them at the meeting", "X met Y, including one summit"."""
    sentence = reading.sentences[number]
    preposition = sentence.prepositions.get(item.at)
    word = sentence.head(preposition).lower if preposition is not None else ""
    over = clause_verb(reading, number, item) if word == "including" else status.governor(sentence, item).at
    shared: Named = []
    if over >= 0 and sentence.object_of(over) == item.at and item.kind.name in {"negotiation", "meeting"}:
        _add(reading, number, sentence.subjects.get(over, -1), "subject", shared)
        return [*shared, *_partners(reading, number, item)]
    if over >= 0 and (sentence.head(over).lemma in kinds.verbs("light") or word in _PRESENT_AT):
        _verb_roles(reading, number, over, shared)
        return [entry for entry in shared if entry[1].kind is not Kind.COUNTRY]
    group = sentence.noun(item.at)
    alone = not reading.owner(number, item.at) and not sentence.complements(item.at)
    if (
        group is not None
        and alone
        and any(each.lower == "joint" for each in sentence.words[group.first : group.head])
    ):
        return [("with", entity) for entity in reading.pairs.get(number, ())]
    subject = item.at - 2
    if word in {"on", "during"} and sentence.noun(subject) is not None and item.kind.name == "visit":
        return [("owner", entity) for entity in reading.means(number, subject)]
    return []


def _partners(reading: Reading, number: int, item: Candidate) -> Named:
    """As in "had a meeting with X and will continue the dialogue": X."""
    sentence = reading.sentences[number]
    group = sentence.noun(item.at)
    if (
        group is None
        or sentence.words[group.first].lower not in {"the", "their", "this"}
        or sentence.complements(item.at)
    ):
        return []
    return [
        ("with", entity)
        for noun, preposition in sentence.prepositions.items()
        if noun < item.at and sentence.head(preposition).lower == "with"
        for entity in reading.means(number, noun)
        if entity.kind is Kind.PERSON
    ]


def clause_verb(reading: Reading, number: int, item: Candidate) -> int:
    """Nearest finite verb to the left of a candidate, commas notwithstanding; -1 if none."""
    sentence = reading.sentences[number]
    return next(
        (at for at in range(item.at, -1, -1) if (verb := sentence.verb(at)) is not None and verb.finite), -1
    )


def modifiers(reading: Reading, number: int, at: int) -> list[Entity]:
    """Countries inside a noun group: "US elections", "the Russian-US trade"."""
    sentence = reading.sentences[number]
    group = sentence.noun(at)
    if group is None:
        return []
    start = group.owner.last if group.owner is not None else group.first
    country, rest = without_country(sentence.words[start : group.head])
    out = [Entity(country, Kind.COUNTRY, country)] if country else []
    for index, word in enumerate(rest):
        after = rest[index + 1].lower if index + 1 < len(rest) else sentence.words[group.head].lower
        if after in _FORMATS:
            continue
        for part in dict.fromkeys((word.text, *word.text.split("-"))):
            named = _named_by(part, word, alone=not out)
            before = rest[index - 1] if index else None
            if named and named[0].kind is Kind.ORGANISATION and before is not None and before.tag == "NNP":
                named = [Entity(f"{before.text} {part}", Kind.ORGANISATION)]  # "the Labour Party conference"
            out.extend(named)
    return list(dict.fromkeys(out))


def _named_by(part: str, word: Word, *, alone: bool) -> list[Entity]:
    found = countries().get(part)
    if word.tag == "JJ" and part.endswith("-born"):
        return []
    if (found is not None and found.role == "capital") or part in listed("cities"):
        return [Entity(part, Kind.PLACE)]
    if found is not None:
        return [Entity(found.name, Kind.COUNTRY, found.short)]
    body = alone and part[:1].isupper() and part.lower() in listed("organisation")
    return [Entity(part, Kind.ORGANISATION)] if body else []


def _capitals(reading: Reading, number: int, item: Candidate) -> list[str]:
    """As in "in the capital of Belarus" → Minsk."""
    sentence = reading.sentences[number]
    for _, target in sentence.complements(item.at):
        if sentence.head(target).lemma == "capital" and sentence.noun(target + 2) is not None:
            for entity in reading.means(number, target + 2):
                if entity.kind is Kind.COUNTRY and capital_of(entity.name):
                    return [capital_of(entity.name), entity.name]
    return []


def _there(reading: Reading, number: int, item: Candidate) -> list[str]:
    """As in "… visited Geneva and held talks there": the place last named."""
    sentence = reading.sentences[number]
    for at in range(item.at + 1, min(item.at + 4, len(sentence.elements))):
        if sentence.mark(at) == "RB" and sentence.head(at).lower == "there":
            places = [
                entity.name
                for noun in sentence.nouns()
                if noun < item.at
                for entity in reading.means(number, noun)
                if entity.kind is Kind.PLACE
            ]
            return places[-1:]
        if sentence.verb(at) is not None:
            break
    return []
