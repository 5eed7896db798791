"""Titles of happenings told by a noun: "Novak meets Trump" for "Novak's meeting with Trump"."""

from chronology.events import agreement, candidates, kinds, participants, phrasing, predicates, status
from chronology.events.candidates import Candidate
from chronology.events.entities import Entity, Kind
from chronology.events.language.words import inflect
from chronology.events.predicates import Manner
from chronology.events.reading import Reading

_MEETING = frozenset({"meeting"})
_HELD = frozenset({"meeting", "talk", "talks", "discussion", "negotiation", "consultation", "conversation"})
_TRAVEL = frozenset({"visit", "trip", "tour"})
_EXTREMES = frozenset({"low", "high", "peak", "record", "bottom"})
_NOUN_ROOM = 85


def of_noun(reading: Reading, number: int, item: Candidate) -> str:
    """Return a title for an event noun: a sentence where the text says who, else the phrase itself."""
    if candidates.in_force(reading.sentences[number], item.at):
        held = candidates.bearer(reading.sentences[number], item.at)
        who = phrasing.group(reading, number, held, subject=True) if held >= 0 else ""
        return f"{who} in force" if who else ""
    if _is_state(reading, number, item):
        return ""
    owners = list(reading.owner(number, item.at))
    if owners and item.lemma in _HELD:
        return _holds(reading, number, item, owners)
    travellers = owners or _traveller(reading, number, item)
    if travellers and item.lemma in _TRAVEL:
        return _travels(reading, number, item, travellers)
    bare = f"{phrasing.noun(reading, number, item.at, subject=True)}{_after(reading, number, item)}"
    if item.kind.name == "agreement" and any(
        entity.kind is Kind.INSTRUMENT for entity in reading.means(number, item.at)
    ):
        bare = f"{bare} agreed"
    for writer in (_being, _light, _promised, _extreme, _held_by, _joint, _absent):
        text = writer(reading, number, item, bare)
        if text:
            return text
    return bare + _where_it_was(reading, number, item)


def _is_state(reading: Reading, number: int, item: Candidate) -> bool:
    """As in "a bomb under construction": no happening of its own."""
    sentence = reading.sentences[number]
    preposition, group = sentence.prepositions.get(item.at, -1), sentence.noun(item.at)
    bare = group is not None and group.last - group.first == 1
    if item.lemma == "entry into force" and not reading.owner(number, item.at):
        return not sentence.complements(item.at)  # of what is not said
    return bare and preposition == item.at - 1 and sentence.head(preposition).lower == "under"


def _being(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "Chad has been at war with Mali": who is at it."""
    sentence = reading.sentences[number]
    held = status.bearer(sentence, item)
    who = phrasing.group(reading, number, held, subject=True) if held >= 0 else ""
    return f"{who} {sentence.head(item.at - 1).lower} {bare}" if who else ""


def _after(reading: Reading, number: int, item: Candidate) -> str:
    """Prepositional phrases that belong to the noun ("lost the election by 41 votes": not those by which)."""
    sentence = reading.sentences[number]
    taken = any(sentence.object_of(verb) == item.at for verb in sentence.verbs())
    first = sentence.complements(item.at)[:1]
    by = any(sentence.head(preposition).lower == "by" for preposition, _ in first)
    return "" if taken and by else phrasing.complements(reading, number, item.at, _NOUN_ROOM)


def _names(owners: list[Entity]) -> str:
    return phrasing.joined([owner.label for owner in owners])


def _holds(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """As in "Novak's meetings with Trump" → "Novak meets Trump"."""
    sentence = reading.sentences[number]
    rest = partners = ""
    for preposition, target in sentence.complements(item.at):
        word = sentence.head(preposition).lower
        if word == "with" and not partners:
            names = [
                phrasing.noun(reading, number, each, subject=True) for each in sentence.coordinated(target)
            ]
            partners = phrasing.joined(names)
        elif word in {"in", "at", "on the sidelines of"} and reading.means(number, target)[:1]:
            named = reading.means(number, target)[0].kind is not Kind.THING
            rest += f" {word} {phrasing.noun(reading, number, target)}" if named else ""
    many = len(owners) > 1 or _plural_owner(reading, number, item)
    if partners and item.lemma == "meeting":
        return f"{_names(owners)} {phrasing.present('meet', many=many)} {partners}{rest}"
    own = frozenset(owner.name for owner in owners)
    what = phrasing.noun(reading, number, item.at, subject=True, own=own)
    company = f" with {partners}" if partners else ""
    return f"{_names(owners)} {phrasing.present('hold', many=many)} {what}{company}{rest}"


def _plural_owner(reading: Reading, number: int, item: Candidate) -> bool:
    """As in "the parties' first meeting"."""
    sentence = reading.sentences[number]
    group = sentence.noun(item.at)
    if group is None:
        return False
    theirs = sentence.words[group.first].lower == "their"
    return theirs or (group.owner is not None and sentence.words[group.owner.head].tag == "NNS")


def _traveller(reading: Reading, number: int, item: Candidate) -> list[Entity]:
    """As in "X on a visit to Y": X."""
    sentence = reading.sentences[number]
    if (
        item.lemma in _TRAVEL
        and sentence.mark(item.at - 1) == "IN"
        and sentence.head(item.at - 1).lower in {"on", "during"}
    ):
        return [entity for entity in reading.means(number, item.at - 2) if entity.acts]
    return []


def _travels(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """As in "Novak's trip to Washington" → "Novak visits Washington".

    "his US visit" → "Novak visits the US".
    """
    sentence = reading.sentences[number]
    verb = phrasing.present("visit", many=len(owners) > 1)
    for preposition, target in sentence.complements(item.at):
        if sentence.head(preposition).lower in {"to", "in"}:
            return f"{_names(owners)} {verb} {phrasing.noun(reading, number, target)}"
    country = next((entity.label for entity in participants.modifiers(reading, number, item.at)), "")
    if country:
        return f"{_names(owners)} {verb} {'the ' if country in {'US', 'UK', 'UAE', 'EU'} else ''}{country}"
    return f"{phrasing.possessive(_names(owners))} {item.lemma}"


def _light(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "they had a brief talk" → "Trump and Novak have brief talk …"."""
    sentence = reading.sentences[number]
    for at in sentence.verbs():
        lemma = sentence.head(at).lemma
        between = any(sentence.verb(here) is not None for here in range(at + 1, item.at))
        if sentence.object_of(at) != item.at or lemma not in kinds.verbs("light") or between:
            continue
        subject = sentence.subjects.get(at, -1)
        who = phrasing.group(reading, number, subject, subject=True) if subject >= 0 else ""
        if who:
            many = agreement.plural(reading, number, subject)
            tail = f" in {place}" if (place := _there(reading, number, item)) else ""
            own = frozenset(entity.name for entity in reading.means(number, subject))
            shared = own and own == {entity.name for entity in reading.owner(number, item.at)}
            what = phrasing.noun(reading, number, item.at, subject=True, own=own) + _after(
                reading, number, item
            )
            group = sentence.verb(at)
            done = (
                predicates.active(group, lemma, Manner(many)) if group else phrasing.present(lemma, many=many)
            )
            return f"{who} {done} {what if shared else bare}{tail}"
    return ""


def _there(reading: Reading, number: int, item: Candidate) -> str:
    where = participants.find(reading, number, item).where
    sentence = reading.sentences[number]
    said = sentence.mark(item.at + 1) == "RB" and sentence.head(item.at + 1).lower == "there"
    return where[-1] if said and where else ""


def _promised(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "promised an announcement" → "announcement promised by …"."""
    sentence = reading.sentences[number]
    over = status.governor(sentence, item)
    if (
        over.lemma not in kinds.verbs("promising")
        or over.lemma == "agree"
        or sentence.object_of(over.at) != item.at
    ):
        return ""
    who = phrasing.group(reading, number, sentence.subjects.get(over.at, -1), subject=True)
    return f"{bare} {inflect(over.lemma, 'VBN')} by {who}" if who else ""


def _extreme(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "trade rebounding from lows" → "trade at lows"."""
    sentence = reading.sentences[number]
    preposition = sentence.prepositions.get(item.at)
    over = status.governor(sentence, item)
    if item.lemma not in _EXTREMES or preposition is None or over.at < 0:
        return ""
    who = phrasing.group(reading, number, sentence.subjects.get(over.at, -1), subject=True)
    return f"{who} at {bare}" if who else ""


def _held_by(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "…, including one summit in Helsinki": who held it is said by the clause."""
    sentence = reading.sentences[number]
    preposition = sentence.prepositions.get(item.at)
    if (
        preposition is None
        or sentence.head(preposition).lower != "including"
        or item.kind.name not in _MEETING
    ):
        return ""
    over = participants.clause_verb(reading, number, item)
    subject, target = sentence.subjects.get(over, -1), sentence.object_of(over)
    if subject < 0 or target < 0:
        return ""
    who = [phrasing.noun(reading, number, each, subject=True) for each in (subject, target)]
    return f"{phrasing.joined(who)} hold {bare}"


def _joint(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "the joint press conference" → "joint press conference of A and B"."""
    if not bare.lower().startswith("joint ") or item.kind.name not in _MEETING:
        return ""
    who = participants.find(reading, number, item).who
    short = [name.rsplit(" ", 1)[-1] if reading.people.get(name.rsplit(" ", 1)[-1]) else name for name in who]
    head = phrasing.noun(reading, number, item.at, subject=True)
    return f"{head} of {phrasing.joined(short)}" if len(short) > 1 else ""


def _absent(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """As in "the work was stalled and there had been no progress" → "no progress in the work"."""
    sentence = reading.sentences[number]
    over = next((at for at in sentence.verbs() if sentence.object_of(at) == item.at), -1)
    subject = sentence.subjects.get(over, -1)
    if over < 0 or subject < 0 or sentence.head(subject).tag != "EX":
        return ""
    group = sentence.noun(item.at)
    text = (
        bare
        if group is None or bare.lower().startswith("no ") or sentence.words[group.first].lower != "no"
        else f"no {bare}"
    )
    if sentence.complements(item.at) or sentence.mark(subject - 1) != "CC":
        return text
    earlier = next(
        (at for at in range(subject - 1, -1, -1) if (verb := sentence.verb(at)) is not None and verb.finite),
        -1,
    )
    topic = sentence.subjects.get(earlier, -1)
    return f"{text} in {phrasing.group(reading, number, topic)}" if topic >= 0 else text


def _where_it_was(reading: Reading, number: int, item: Candidate) -> str:
    """As in "to visit Moscow for the celebrations" → "… in Moscow"."""
    sentence = reading.sentences[number]
    over = status.governor(sentence, item)
    target = sentence.object_of(over.at) if over.at >= 0 else -1
    preposition = sentence.prepositions.get(item.at)
    if (
        over.lemma != "visit"
        or target < 0
        or preposition is None
        or sentence.head(preposition).lower != "for"
    ):
        return ""
    return f" in {phrasing.noun(reading, number, target)}"
