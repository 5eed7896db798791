"""A title for a happening, as a person would write it: subject, predicate and object in the present tense."""

from chronology.events import kinds, phrasing, status
from chronology.events.candidates import Candidate
from chronology.events.entities import Entity
from chronology.events.language.words import inflect
from chronology.events.reading import Reading

_MEETING = frozenset({"meeting"})
_TRAVEL = frozenset({"visit", "trip", "tour"})
_ROOM = 60


def write(reading: Reading, number: int, item: Candidate) -> str:
    """Return the title of candidate `item` in sentence `number`; "" where nothing sensible can be written."""
    text = _of_noun(reading, number, item) if item.is_noun else _of_verb(reading, number, item)
    return phrasing.headline(text)


# ---- verbs ------------------------------------------------------------------------------------------------


def _of_verb(reading: Reading, number: int, item: Candidate) -> str:
    sentence = reading.sentences[number]
    verb = sentence.verb(item.at)
    if verb is None:
        return ""
    subject = sentence.subjects.get(item.at, -1)
    who = phrasing.group(reading, number, subject, subject=True) if subject >= 0 else ""
    if verb.passive:
        return _passive(reading, number, item, who)
    if not who:
        return ""
    many = phrasing.plural(reading, number, subject)
    predicate = phrasing.present(item.lemma, many=many)
    if verb.negated:
        predicate = f"{'do' if many else 'does'} not {item.lemma}"
    return f"{who} {predicate}{_particle(reading, number, item)}{_rest(reading, number, item)}"


def _particle(reading: Reading, number: int, item: Candidate) -> str:
    verb = reading.sentences[number].verb(item.at)
    return f" {verb.particle}" if verb is not None and verb.particle else ""


def _passive(reading: Reading, number: int, item: Candidate, who: str) -> str:
    sentence = reading.sentences[number]
    verb = sentence.verb(item.at)
    participle = inflect(item.lemma, "VBN")
    negation = "not " if verb is not None and verb.negated else ""
    if not who:
        return ""
    tail = phrasing.complements(reading, number, item.at, _ROOM)
    infinitive = _infinitive(reading, number, item)
    return f"{who} {negation}{participle}{_particle(reading, number, item)}{tail}{infinitive}"


def _rest(reading: Reading, number: int, item: Candidate) -> str:
    sentence = reading.sentences[number]
    target = sentence.object_of(item.at)
    thing = f" {phrasing.group(reading, number, target)}" if target >= 0 else ""
    room = max(0, _ROOM - len(thing))
    tail = phrasing.complements(reading, number, item.at, room)
    return f"{thing}{tail}{_count(reading, number, item)}{_infinitive(reading, number, item)}"


def _count(reading: Reading, number: int, item: Candidate) -> str:
    """ "77 times" after the object and its complements."""
    sentence = reading.sentences[number]
    for at in range(item.at + 1, min(item.at + _COUNT_REACH, len(sentence.elements))):
        group = sentence.noun(at)
        if (
            group is not None
            and sentence.head(at).lower in {"times", "time"}
            and sentence.words[group.first].tag == "CD"
        ):
            return f" {phrasing.noun(reading, number, at)}"
        if sentence.verb(at) is not None or sentence.mark(at) in {",", ";"}:
            break
    return ""


_COUNT_REACH = 8


def _infinitive(reading: Reading, number: int, item: Candidate) -> str:
    """ "agreed to search solutions": the infinitive that completes the verb."""
    sentence = reading.sentences[number]
    last = max([item.at, sentence.object_of(item.at)])
    after = sentence.verb(last + 1)
    if after is None or not after.infinitive:
        return ""
    head = sentence.head(last + 1)
    target = sentence.object_of(last + 1)
    thing = f" {phrasing.group(reading, number, target)}" if target >= 0 else ""
    tail = phrasing.complements(reading, number, last + 1, _ROOM - len(thing))
    return f" to {head.lemma}{thing}{tail}"


# ---- nouns ------------------------------------------------------------------------------------------------


def _of_noun(reading: Reading, number: int, item: Candidate) -> str:
    sentence = reading.sentences[number]
    owners = list(reading.owner(number, item.at))
    if owners and item.lemma in {"meeting", "talk", "talks", "discussion", "negotiation"}:
        return _holds(reading, number, item, owners)
    if owners and item.lemma in _TRAVEL:
        return _travels(reading, number, item, owners)
    light = _light(reading, number, item)
    if light:
        return light
    over = status.governor(sentence, item)
    bare = _phrase(reading, number, item)
    if over.at >= 0 and over.lemma in kinds.verbs("promising") and sentence.object_of(over.at) == item.at:
        who = phrasing.group(reading, number, sentence.subjects.get(over.at, -1), subject=True)
        return f"{bare} promised by {who}" if who else bare
    return _peopled(reading, number, item, bare)


def _phrase(reading: Reading, number: int, item: Candidate, *, room: int = _ROOM) -> str:
    bare = phrasing.noun(reading, number, item.at, subject=True)
    return f"{bare}{_after(reading, number, item, room)}"


def _after(reading: Reading, number: int, item: Candidate, room: int) -> str:
    """Prepositional phrases that belong to the noun."""
    return phrasing.complements(reading, number, item.at, room)


def _names(owners: list[Entity]) -> str:
    return phrasing.joined([owner.label for owner in owners])


def _holds(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """ "Lavrov's meetings with Trump" → "Lavrov meets Trump"."""
    sentence = reading.sentences[number]
    rest = ""
    partners = ""
    for preposition, target in sentence.complements(item.at):
        word = sentence.head(preposition).lower
        names = phrasing.joined(
            [phrasing.noun(reading, number, each, subject=True) for each in sentence.coordinated(target)]
        )
        if word == "with" and not partners:
            partners = names
        elif word in {"in", "at", "on the sidelines of"}:
            rest += f" {word} {phrasing.noun(reading, number, target)}"
    many = len(owners) > 1
    if partners and item.lemma == "meeting":
        return f"{_names(owners)} {phrasing.present('meet', many=many)} {partners}{rest}"
    plain = item.lemma if item.lemma.endswith("s") else f"{item.lemma}s"
    return f"{_names(owners)} {phrasing.present('hold', many=many)} {plain}{f' with {partners}' if partners else ''}{rest}"


def _travels(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """ "Lavrov's trip to Washington" → "Lavrov visits Washington"; "his US visit" → "Lavrov visits the US"."""
    sentence = reading.sentences[number]
    many = len(owners) > 1
    verb = phrasing.present("visit", many=many)
    for preposition, target in sentence.complements(item.at):
        if sentence.head(preposition).lower in {"to", "in"}:
            return f"{_names(owners)} {verb} {phrasing.noun(reading, number, target)}"
    country = _modifier_country(reading, number, item)
    return (
        f"{_names(owners)} {verb} {country}"
        if country
        else f"{phrasing.possessive(_names(owners))} {item.lemma}"
    )


def _modifier_country(reading: Reading, number: int, item: Candidate) -> str:
    from chronology.events.gazetteer import countries  # noqa: PLC0415

    sentence = reading.sentences[number]
    group = sentence.noun(item.at)
    if group is None:
        return ""
    start = group.owner.last if group.owner is not None else group.first
    for word in sentence.words[start : group.head]:
        found = countries().get(word.text)
        if found is not None:
            return f"the {found.short}" if found.short in {"US", "UK", "UAE", "EU"} else found.short
    return ""


def _light(reading: Reading, number: int, item: Candidate) -> str:
    """ "they had a brief talk" → "Trump and Lavrov have brief talk …"."""
    sentence = reading.sentences[number]
    for at in sentence.verbs():
        verb = sentence.verb(at)
        if (
            verb is None
            or sentence.object_of(at) != item.at
            or sentence.head(at).lemma not in kinds.verbs("light")
        ):
            continue
        subject = sentence.subjects.get(at, -1)
        who = phrasing.group(reading, number, subject, subject=True) if subject >= 0 else ""
        if who:
            many = phrasing.plural(reading, number, subject)
            return f"{who} {phrasing.present(sentence.head(at).lemma, many=many)} {_phrase(reading, number, item)}"
    return ""


def _peopled(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """ "…, including one summit in Helsinki": who held it is said by the clause."""
    sentence = reading.sentences[number]
    preposition = sentence.prepositions.get(item.at)
    if (
        preposition is None
        or sentence.head(preposition).lower != "including"
        or item.kind.name not in _MEETING
    ):
        return bare
    for at in sentence.verbs():
        subject, target = sentence.subjects.get(at, -1), sentence.object_of(at)
        if at < preposition and subject >= 0 and target >= 0:
            both = [phrasing.noun(reading, number, each, subject=True) for each in (subject, target)]
            return f"{phrasing.joined(both)} hold {bare}"
    return bare
