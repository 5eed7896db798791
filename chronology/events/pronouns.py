"""Pronouns: who "she" is, what "it" and "them" stand for."""

from chronology.events import entities, kinds
from chronology.events.agreement import counts_many
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed
from chronology.events.language.clauses import Sentence
from chronology.events.things import Things, is_amount, is_human, is_many
from chronology.text.cities import cities

_PAIR = 2
_SHE = frozenset({"she", "her", "herself"})
_HE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "arrival", "stay"})
_HOSTING = frozenset({"host", "welcome", "receive", "greet", "invite"})


class Pronouns(Things):
    """Resolves pronouns and possessives."""

    def _pronoun(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        if word in _HE:
            return self._he(number, sentence, at)
        if word in _THEY:
            return tuple(item for item in self._they(number, sentence, at) if not is_amount(item))
        if word in _IT:
            around = self._around(number, sentence, at)
            return tuple(item for item in self._it(number, sentence, at) if item.name not in around)
        return self._speaker(number, sentence, at) if word in _WE else ()

    def _around(self, number: int, sentence: Sentence, at: int) -> set[str]:
        """As in "talks on the sale of its mill": what the group stands within, which "its" cannot mean."""
        out: set[str] = set()
        while at in sentence.prepositions and sentence.prepositions[at] == at - 1:
            at -= 2
            out |= {item.name for item in self.reading.means(number, at) if item.kind is Kind.THING}
        return out

    def _possessive(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        head = sentence.head(at).lemma
        if word in _HE and head in _JOURNEYS:
            for verb in sentence.verbs():
                target = sentence.object_of(verb)
                if verb < at and sentence.head(verb).lemma in _HOSTING and target >= 0:
                    return self.reading.means(number, target)
        group = sentence.noun(at)
        if group is not None and "own" in {each.lower for each in sentence.words[group.first : group.head]}:
            return self._doer(number, sentence, at)
        if word == "its" and sentence.head(at).lemma in kinds.verbs("of_bodies"):
            bodies = [item for item in self.states if item.kind is Kind.ORGANISATION]
            near = [item for item in (*self.subject, *self.last_subject) if item.acts]
            return tuple(near[:1] or bodies[-1:]) or self._it(number, sentence, at)
        beside = self._beside(number, sentence, at) if word == "its" else ()
        own = beside or self._own_subject(number, sentence, at, word)
        return own or self._pronoun(number, sentence, at, word)

    def _doer(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the Soviets launched their own offensive": the subject of the verb before."""
        verb = next((here for here in range(at - 1, -1, -1) if sentence.verb(here) is not None), -1)
        subject = sentence.subjects.get(verb, -1)
        members = sentence.coordinated(subject) if 0 <= subject < at else ()
        return tuple(item for each in members for item in self.reading.means(number, each))

    def _beside(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "sanctions imposed on Chad after its invasion": the state or body right before."""
        before = sentence.prepositions.get(at, 0) - 1
        acting = before > 0 and before in sentence.prepositions
        found = self.reading.means(number, before) if acting else ()
        return tuple(item for item in found if item.acts and item.kind is not Kind.PERSON)[:1]

    def _own_subject(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        """As in "Chad sought to prove its innocence": the subject of the verb that governs the group."""
        if at in sentence.subjects.values():
            return ()  # "unless Europe acts, its minister warned"
        verb = next((here for here in range(at - 1, -1, -1) if sentence.verb(here) is not None), -1)
        subject = sentence.subjects.get(verb, -1)
        found = self.reading.means(number, subject) if 0 <= subject < at else ()
        if word == "its":
            fitting = [item for item in found if item.kind is not Kind.PERSON and not is_many(item)]
        elif word in _HE:
            fitting = [item for item in found if item.kind is Kind.PERSON]
        elif word == "their":
            several = [
                item for each in sentence.coordinated(subject) for item in self.reading.means(number, each)
            ]
            many = len(several) > 1 or any(is_many(item) for item in several)
            many = many or counts_many(sentence, subject) or entities.is_people(sentence, subject)
            return tuple(several) if many and 0 <= subject < at else ()
        else:
            fitting = []
        return tuple(fitting[:1])

    def _he(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        exclude = self._acting_with(number, sentence, at)
        word = sentence.words[sentence.elements[at].first].lower
        female = word in _SHE
        ship = self._ship() if female else ()
        if ship:
            return ship
        choices = (self.subject, reversed(self.here), self.last_subject, reversed(self.persons))
        for choice in choices:
            for item in choice:
                other = self._is_female(item) is (not female)
                human = item.kind is Kind.PERSON or is_human(item)
                if human and item.name not in exclude and not other:
                    return (item,)
        return tuple(
            Entity(item.name, Kind.PERSON, item.name)
            for item in (*self.subject, *self.last_subject)[:1]
            if item.kind is Kind.ORGANISATION
            and " " not in item.name
            and not entities.is_organisation([item.name])
            and item.name not in exclude | self.places
            and item.name not in cities()
        )

    def _is_female(self, item: Entity) -> bool | None:
        last = item.name.split()[-1].lower()
        told = {last} & (listed("of_women") | listed("of_men")) if item.kind is Kind.THING else set()
        return last in listed("of_women") if told else self.reading.people.is_female(item.name)

    def _ship(self) -> tuple[Entity, ...]:
        """As in "the steamer Halden came in … she sank": the ship that was spoken of."""
        near = (*self.subject, *self.last_subject)
        if any(self.reading.people.is_female(item.name) for item in near):
            return ()
        return tuple(item for item in near if item.name in self.ships or _is_ship(item))[:1]

    def _they(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        if sentence.head(at).lower == "them":
            found = self._many_before(number, sentence, at) or self._several()
            return (
                found if not self._receives(sentence, at) or all(_can_receive(item) for item in found) else ()
            )
        if self.subject and (self.many or len(self.subject) > 1):
            return self.subject
        return self._several()

    def _receives(self, sentence: Sentence, at: int) -> bool:
        """As in "offered them 31 crowns": whom."""
        giving = kinds.verbs("giving")
        return any(
            sentence.object_of(verb) == at and sentence.head(verb).lemma in giving
            for verb in sentence.verbs()
        )

    def _several(self) -> tuple[Entity, ...]:
        """The persons of this sentence, else those or the plural that the sentence before was about."""
        for persons in (self.here, self.before):
            if persons is self.before and self.joined:
                return self.joined
            together = tuple(dict.fromkeys(persons))
            if persons is self.before and len(together) > _PAIR:
                together = tuple(item for item in self.pair if item in together)  # those named together
            if persons is self.before and self.last_many:
                return self.last_many
            if len(together) > 1:
                return together[:3]
        if self.joined:
            return self.joined
        bodies = tuple(item for item in self.last_subject if item.acts and item.kind is not Kind.PERSON)
        one = len(bodies) == 1 and bodies[0] in self.several
        return self.last_objects or (() if one else bodies) or self.several or self.last_plural or self.crowd

    def _many_before(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "drafted the measures and submitted them": a plural before that does not act itself."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        acting = sentence.coordinated(sentence.subjects.get(verb, -1))
        for noun in reversed([noun for noun in sentence.nouns() if noun < at]):
            if noun not in acting and sentence.head(noun).tag == "NNS":
                chain = sentence.coordinated(noun)
                return tuple(item for each in chain for item in self.reading.means(number, each))
        return ()

    def _speaker(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        del at
        for verb in sentence.verbs():
            if sentence.head(verb).lemma in {
                "say",
                "tell",
                "add",
                "warn",
                "note",
                "announce",
                "write",
                "declare",
            }:
                subject = sentence.subjects.get(verb, -1)
                if subject >= 0:
                    group = sentence.noun(subject)
                    if group is None or sentence.words[group.head].tag == "PRP":
                        return self.last_subject[:1]
                    return self.reading.means(number, subject) or self._by_name(sentence, subject)
        return ()


def _can_receive(item: Entity) -> bool:
    """Whether somebody can be offered something: no "talks", no "looms"."""
    last = item.name.split()[-1].lower()
    people = last in listed("groups") or last.removesuffix("s") in listed("humans") | listed("person_roles")
    return item.kind is not Kind.THING or people or last.endswith(("ers", "ors", "ists", "ants", "ents"))


def _is_ship(item: Entity) -> bool:
    return item.kind is Kind.THING and item.name.split()[-1].lower() in listed("ships")
