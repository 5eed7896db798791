"""A title for a happening, as a person would write it: subject, predicate and object in the present tense."""

from chronology.events import kinds, participants, phrasing, status
from chronology.events.candidates import Candidate
from chronology.events.entities import Entity, Kind
from chronology.events.language.words import inflect
from chronology.events.reading import Reading

_LEAVING = frozenset({"withdrawal", "pullout", "exit"})
_OBLIGED = frozenset({"must", "shall"})
_MEETING = frozenset({"meeting"})
_HELD = frozenset({"meeting", "talk", "talks", "discussion", "negotiation", "consultation", "conversation"})
_TRAVEL = frozenset({"visit", "trip", "tour"})
_EXTREMES = frozenset({"low", "high", "peak", "record", "bottom"})
_ROOM = 60
_VERB_ROOM = 75
_NOUN_ROOM = 85
_COUNT_REACH = 8


def write(reading: Reading, number: int, item: Candidate, *, own_words: bool = False) -> str:
    """Return the title of candidate `item` in sentence `number`; "" where nothing sensible can be written.

    With `own_words` a happening whose subject is not known gets the text's own words instead of nothing.
    """
    text = _of_noun(reading, number, item) if item.is_noun else _of_verb(reading, number, item)
    return phrasing.headline(text or (_words(reading, number, item) if own_words else ""))


def _words(reading: Reading, number: int, item: Candidate) -> str:
    """The clause in the text's own words, times left out, where no subject is known."""
    sentence = reading.sentences[number]
    last = max(
        [item.at, sentence.object_of(item.at), *(target for _, target in sentence.complements(item.at))]
    )
    end = sentence.elements[last].last
    words = sentence.words[sentence.elements[item.at].first : end]
    return " ".join(word.text for word in words if word.timex is None)


# ---- verbs ------------------------------------------------------------------------------------------------


def _of_verb(reading: Reading, number: int, item: Candidate, *, alone: bool = True) -> str:
    sentence = reading.sentences[number]
    verb = sentence.verb(item.at)
    subject = sentence.subjects.get(item.at, -1)
    who = phrasing.group(reading, number, subject, subject=True) if subject >= 0 else ""
    if verb is None or not who:
        return ""
    topic = reading.topics.get(number)
    if topic is not None and participants.speaks_of_treaty(reading, number, item):
        who = f"{who} {'from' if sentence.head(subject).lemma in _LEAVING else 'of'} the {topic.label}"
    if verb.passive:
        return _passive(reading, number, item, who)
    many = phrasing.plural(reading, number, subject)
    predicate = phrasing.present(item.lemma, many=many)
    if verb.negated:
        predicate = f"{'do' if many else 'does'} not {item.lemma}"
    if verb.negated and verb.modal in {"can", "cannot"}:
        predicate = f"cannot {item.lemma}"
    if verb.modal in _OBLIGED:
        predicate = f"{verb.modal} {'not ' if verb.negated else ''}{item.lemma}"
    particle = f" {verb.particle}" if verb.particle else ""
    told = _content(reading, number, item) if alone and item.lemma in kinds.verbs("telling") else ""
    return f"{who} {predicate}{particle}{_rest(reading, number, item)}{told}"


def _content(reading: Reading, number: int, item: Candidate) -> str:
    """What is said: ": " and the title of the first predicate of the content clause, before or after the verb."""
    sentence = reading.sentences[number]
    later = [at for at in sentence.verbs() if at > item.at and sentence.subjects.get(at, -1) > item.at]
    for at in (*later[:1], *(at for at in sentence.verbs() if at < item.at)):
        verb = sentence.verb(at)
        if verb is None or not verb.finite:
            continue
        told = Candidate(at, verb.head, sentence.head(at).lemma, item.kind, is_noun=False)
        teller = status.teller(sentence, told)
        if teller is None or teller.verb != item.at or told.lemma in {"be", "have"}:
            continue
        text = _of_verb(reading, number, told, alone=False)
        return f": {text}" if text and len(text) <= _VERB_ROOM else ""
    return ""


def _passive(reading: Reading, number: int, item: Candidate, who: str) -> str:
    verb = reading.sentences[number].verb(item.at)
    negation = "not " if verb is not None and verb.negated else ""
    particle = f" {verb.particle}" if verb is not None and verb.particle else ""
    sentence = reading.sentences[number]
    tail = phrasing.complements(reading, number, item.at, _ROOM)
    if sentence.noun(item.at + 1) is not None and item.lemma in kinds.verbs("making"):
        tail = f" {phrasing.group(reading, number, item.at + 1, subject=True)}"
    return f"{who} {negation}{inflect(item.lemma, 'VBN')}{particle}{tail}{_infinitive(reading, number, item)}"


def _rest(reading: Reading, number: int, item: Candidate) -> str:
    sentence = reading.sentences[number]
    target, subject = sentence.object_of(item.at), sentence.subjects.get(item.at, -1)
    own = frozenset(entity.name for entity in reading.means(number, subject))
    thing = f" {phrasing.group(reading, number, target, own=own)}" if target >= 0 else ""
    if sentence.head(item.at).lemma in kinds.verbs("giving") and sentence.noun(target + 1) is not None:
        thing += f" {phrasing.group(reading, number, target + 1, own=own)}"
    tail = phrasing.complements(reading, number, item.at, max(0, _VERB_ROOM - len(thing)), own=own)
    doing = _participle(reading, number, target)
    return f"{thing}{tail}{doing}{_count(reading, number, item)}{_infinitive(reading, number, item)}"


def _participle(reading: Reading, number: int, target: int) -> str:
    """"signed a treaty annexing the region": what the object does."""
    sentence = reading.sentences[number]
    here = target + 1
    while target >= 0 and (sentence.mark(here) in {"TMX"} or (sentence.mark(here) == "IN" and sentence.mark(here + 1) == "TMX")):
        here += 1
    verb = sentence.verb(here)
    if target < 0 or verb is None or sentence.words[verb.head].tag != "VBG" or verb.finite:
        return ""
    done = sentence.object_of(here)
    return f" {sentence.words[verb.head].lower} {phrasing.group(reading, number, done)}" if done >= 0 else ""


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
            return "" if sentence.object_of(item.at) == at else f" {phrasing.noun(reading, number, at)}"
        if sentence.verb(at) is not None or sentence.mark(at) in {",", ";"}:
            break
    return ""


def _infinitive(reading: Reading, number: int, item: Candidate) -> str:
    """ "agreed to search solutions": the infinitive that completes the verb."""
    sentence = reading.sentences[number]
    here = max([item.at, sentence.object_of(item.at)]) + 1
    while sentence.mark(here) in {"TMX", "RB"} or (sentence.mark(here) == "IN" and sentence.mark(here + 1) == "TMX"):
        here += 1
    after = sentence.verb(here)
    if after is None or not after.infinitive:
        return ""
    target = sentence.object_of(here)
    own = frozenset(entity.name for entity in reading.means(number, sentence.subjects.get(item.at, -1)))
    thing = f" {phrasing.group(reading, number, target, own=own)}" if target >= 0 else ""
    tail = phrasing.complements(reading, number, here, _ROOM - len(thing), own=own)
    particle = f" {after.particle}" if after.particle else ""
    return f" to {sentence.head(here).lemma}{particle}{thing}{tail}"


# ---- nouns ------------------------------------------------------------------------------------------------


def _of_noun(reading: Reading, number: int, item: Candidate) -> str:
    owners = list(reading.owner(number, item.at))
    if owners and item.lemma in _HELD:
        return _holds(reading, number, item, owners)
    travellers = owners or _traveller(reading, number, item)
    if travellers and item.lemma in _TRAVEL:
        return _travels(reading, number, item, travellers)
    bare = f"{phrasing.noun(reading, number, item.at, subject=True)}{_after(reading, number, item)}"
    if item.kind.name == "agreement" and any(entity.kind is Kind.INSTRUMENT for entity in reading.means(number, item.at)):
        bare = f"{bare} agreed"
    for writer in (_light, _promised, _extreme, _held_by, _joint, _absent):
        text = writer(reading, number, item, bare)
        if text:
            return text
    return bare + _where_it_was(reading, number, item)


def _after(reading: Reading, number: int, item: Candidate) -> str:
    """Prepositional phrases that belong to the noun."""
    return phrasing.complements(reading, number, item.at, _NOUN_ROOM)


def _names(owners: list[Entity]) -> str:
    return phrasing.joined([owner.label for owner in owners])


def _holds(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """ "Lavrov's meetings with Trump" → "Lavrov meets Trump"."""
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
    many = len(owners) > 1
    if partners and item.lemma == "meeting":
        return f"{_names(owners)} {phrasing.present('meet', many=many)} {partners}{rest}"
    plain = item.lemma if item.lemma.endswith("s") else f"{item.lemma}s"
    return f"{_names(owners)} {phrasing.present('hold', many=many)} {plain}{f' with {partners}' if partners else ''}{rest}"


def _traveller(reading: Reading, number: int, item: Candidate) -> list[Entity]:
    """ "X on a visit to Y": X."""
    sentence = reading.sentences[number]
    if (
        item.lemma in _TRAVEL
        and sentence.mark(item.at - 1) == "IN"
        and sentence.head(item.at - 1).lower in {"on", "during"}
    ):
        return [entity for entity in reading.means(number, item.at - 2) if entity.acts]
    return []


def _travels(reading: Reading, number: int, item: Candidate, owners: list[Entity]) -> str:
    """ "Lavrov's trip to Washington" → "Lavrov visits Washington"; "his US visit" → "Lavrov visits the US"."""
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
    """ "they had a brief talk" → "Trump and Lavrov have brief talk …"."""
    sentence = reading.sentences[number]
    for at in sentence.verbs():
        lemma = sentence.head(at).lemma
        if sentence.object_of(at) != item.at or lemma not in kinds.verbs("light"):
            continue
        subject = sentence.subjects.get(at, -1)
        who = phrasing.group(reading, number, subject, subject=True) if subject >= 0 else ""
        if who:
            many = phrasing.plural(reading, number, subject)
            tail = f" in {place}" if (place := _there(reading, number, item)) else ""
            return f"{who} {phrasing.present(lemma, many=many)} {bare}{tail}"
    return ""


def _there(reading: Reading, number: int, item: Candidate) -> str:
    where = participants.find(reading, number, item).where
    sentence = reading.sentences[number]
    said = sentence.mark(item.at + 1) == "RB" and sentence.head(item.at + 1).lower == "there"
    return where[-1] if said and where else ""


def _promised(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """ "promised an announcement" → "announcement promised by …"."""
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
    """ "trade rebounding from lows" → "trade at lows"."""
    sentence = reading.sentences[number]
    preposition = sentence.prepositions.get(item.at)
    over = status.governor(sentence, item)
    if item.lemma not in _EXTREMES or preposition is None or over.at < 0:
        return ""
    who = phrasing.group(reading, number, sentence.subjects.get(over.at, -1), subject=True)
    return f"{who} at {bare}" if who else ""


def _held_by(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """ "…, including one summit in Helsinki": who held it is said by the clause."""
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
    return f"{phrasing.joined([phrasing.noun(reading, number, each, subject=True) for each in (subject, target)])} hold {bare}"


def _joint(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """ "the joint press conference" → "joint press conference of A and B"."""
    if not bare.lower().startswith("joint ") or item.kind.name not in _MEETING:
        return ""
    who = participants.find(reading, number, item).who
    short = [name.rsplit(" ", 1)[-1] if reading.people.get(name.rsplit(" ", 1)[-1]) else name for name in who]
    head = phrasing.noun(reading, number, item.at, subject=True)
    return f"{head} of {phrasing.joined(short)}" if len(short) > 1 else ""


def _absent(reading: Reading, number: int, item: Candidate, bare: str) -> str:
    """ "the work was stalled and there had been no progress" → "no progress in the work"."""
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
    """ "to visit Moscow for the celebrations" → "… in Moscow"."""
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
