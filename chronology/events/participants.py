"""Who took part, where, and which instruments a happening is about."""

from dataclasses import dataclass

from chronology.events import kinds, status
from chronology.events.candidates import Candidate
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import capital_of, countries
from chronology.events.reading import Reading

_WITH = frozenset({"with", "between", "by", "against", "among", "and", "of", "to", "for", "from", "on"})
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "on the sidelines of", "across", "to"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Canonical names: who, where, what instruments."""

    who: tuple[str, ...]
    where: tuple[str, ...]
    what: tuple[str, ...]


def find(reading: Reading, number: int, item: Candidate) -> Roles:
    """Return the roles of a candidate."""
    named: list[tuple[str, Entity]] = []
    if item.is_noun:
        _noun_roles(reading, number, item, named)
    else:
        _verb_roles(reading, number, item.at, named)
    who = [entity.name for role, entity in named if entity.acts and not (role in {"in", "at"})]
    where = [entity.name for role, entity in named if _is_where(role, entity, item)]
    where += _capitals(reading, number, item)
    what = [entity.name for _, entity in named if entity.kind is Kind.INSTRUMENT]
    return Roles(*(tuple(dict.fromkeys(found)) for found in (who, where, what)))


def _is_where(role: str, entity: Entity, item: Candidate) -> bool:
    if entity.kind is Kind.PLACE:
        return True
    travels = item.kind.name == "visit"
    return entity.kind is Kind.COUNTRY and (
        role == "in" or (travels and role in {"to", "object", "modifier"})
    )


def _add(reading: Reading, number: int, at: int, role: str, named: list[tuple[str, Entity]]) -> None:
    if at < 0:
        return
    for each in reading.sentences[number].coordinated(at):
        named.extend((role, entity) for entity in reading.means(number, each))


def _complements(reading: Reading, number: int, at: int, named: list[tuple[str, Entity]]) -> None:
    sentence = reading.sentences[number]
    for preposition, target in sentence.complements(at):
        word = sentence.head(preposition).lower
        if word in _WITH | _WHERE:
            _add(reading, number, target, word, named)
            named.extend((word, owner) for owner in reading.owner(number, target))


def _verb_roles(reading: Reading, number: int, at: int, named: list[tuple[str, Entity]]) -> None:
    sentence = reading.sentences[number]
    subject, target = sentence.subjects.get(at, -1), sentence.object_of(at)
    _add(reading, number, subject, "subject", named)
    _add(reading, number, target, "object", named)
    for noun in (subject, target):
        if noun >= 0:
            named.extend(("owner", owner) for owner in reading.owner(number, noun))
    _complements(reading, number, at, named)


def _noun_roles(reading: Reading, number: int, item: Candidate, named: list[tuple[str, Entity]]) -> None:
    sentence = reading.sentences[number]
    named.extend(("owner", owner) for owner in reading.owner(number, item.at))
    named.extend(("self", entity) for entity in reading.means(number, item.at))
    named.extend(("modifier", entity) for entity in _modifiers(reading, number, item))
    _complements(reading, number, item.at, named)
    over = status.governor(sentence, item)
    if over.at < 0:
        return
    preposition = sentence.prepositions.get(item.at)
    word = sentence.head(preposition).lower if preposition is not None else ""
    takes_part = over.lemma in kinds.verbs("light") or word in {
        "at",
        "in",
        "during",
        "including",
        "on",
        "for",
    }
    if takes_part and item.kind.name in {"meeting", "visit", "celebration", "negotiation", "agreement"}:
        _verb_roles(reading, number, over.at, named)


def _modifiers(reading: Reading, number: int, item: Candidate) -> list[Entity]:
    """Countries inside the noun group: "US elections", "the Normandy format talks" (none)."""
    sentence = reading.sentences[number]
    group = sentence.noun(item.at)
    if group is None:
        return []
    start = group.owner.last if group.owner is not None else group.first
    out: list[Entity] = []
    for word in sentence.words[start : group.head]:
        for part in word.text.split("-"):
            found = countries().get(part)
            if found is not None:
                out.append(Entity(found.name, Kind.COUNTRY, found.short))
    return out


def _capitals(reading: Reading, number: int, item: Candidate) -> list[str]:
    """ "in the capital of Belarus" → Minsk."""
    sentence = reading.sentences[number]
    for _, target in sentence.complements(item.at):
        if sentence.head(target).lemma == "capital" and sentence.noun(target + 2) is not None:
            for entity in reading.means(number, target + 2):
                if entity.kind is Kind.COUNTRY and capital_of(entity.name):
                    return [capital_of(entity.name)]
    return []
