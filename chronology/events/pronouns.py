"""Pronouns: who "she" is, what "it" and "them" stand for."""

from chronology.events import entities, kinds
from chronology.events.agreement import counts_many
from chronology.events.apposing import Apposer
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed
from chronology.events.language.clauses import Sentence
from chronology.text.cities import cities

_SHE = frozenset({"she", "her", "herself"})
_HE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "arrival", "stay"})
_CONCLUDED = frozenset(
    {"sign", "conclude", "adopt", "ratify", "negotiate", "open", "initial", "extend", "renew", "broker"}
)
_HOSTING = frozenset({"host", "welcome", "receive", "greet", "invite"})


class Pronouns(Apposer):
    """Resolves pronouns and possessives."""

    def _pronoun(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        if word in _HE:
            return self._he(number, sentence, at)
        if word in _THEY:
            return tuple(item for item in self._they(number, sentence, at) if not _is_amount(item))
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
        beside = self._beside(number, sentence, at) if word == "its" else ()
        own = beside or self._own_subject(number, sentence, at, word)
        return own or self._pronoun(number, sentence, at, word)

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
            fitting = [item for item in found if item.kind is not Kind.PERSON and not _many(item)]
        elif word in _HE:
            fitting = [item for item in found if item.kind is Kind.PERSON]
        elif word == "their":
            several = [
                item for each in sentence.coordinated(subject) for item in self.reading.means(number, each)
            ]
            many = len(several) > 1 or any(_many(item) for item in several) or counts_many(sentence, subject)
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
                other = self.reading.people.is_female(item.name) is (not female)
                human = item.kind is Kind.PERSON or _human(item)
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

    def _ship(self) -> tuple[Entity, ...]:
        """As in "the steamer Halden came in … she sank": the ship that was spoken of."""
        near = (*self.subject, *self.last_subject)
        if any(self.reading.people.is_female(item.name) for item in near):
            return ()
        return tuple(item for item in near if item.name in self.ships or _is_ship(item))[:1]

    def _acting_with(self, number: int, sentence: Sentence, at: int) -> set[str]:
        """Who cannot be meant by "him": the subject of the verb that takes him, and whose that subject is."""
        own = sentence.noun(at)
        if own is None or sentence.words[own.head].tag != "PRP":
            return set()
        out: set[str] = set()
        for verb, subject in sentence.subjects.items():
            if sentence.object_of(verb) == at or any(noun == at for _, noun in sentence.complements(verb)):
                out |= {item.name for item in self.reading.means(number, subject)}
                out |= {item.name for item in self.reading.owner(number, subject)}
        return out

    def _they(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        if sentence.head(at).lower == "them":
            found = self._many_before(number, sentence, at) or self._several()
            return () if self._receives(sentence, at) and any(_happens(item) for item in found) else found
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
            together = tuple(dict.fromkeys(persons))
            if persons is self.before and self.last_many:
                return self.last_many
            if len(together) > 1:
                return together[:3]
        if len(self.last_subject) > 1:
            return self.last_subject
        bodies = tuple(item for item in self.last_subject if item.acts and item.kind is not Kind.PERSON)
        return self.last_objects or bodies or self.last_plural

    def _many_before(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "drafted the measures and submitted them": a plural before that does not act itself."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        acting = sentence.coordinated(sentence.subjects.get(verb, -1))
        for noun in reversed([noun for noun in sentence.nouns() if noun < at]):
            if noun not in acting and sentence.head(noun).tag == "NNS":
                return self.reading.means(number, noun)
        return ()

    def _it(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        head = sentence.head(at)
        word = head.lower if head.tag == "PRP" else "its"
        acted = any(subject == at for subject in sentence.subjects.values())
        stepped = any(_is_treaty_step(sentence, verb, at) for verb in sentence.verbs())
        if self.instrument is not None and stepped:
            return (self.instrument,)
        deeds = [sentence.head(verb).lemma for verb, subject in sentence.subjects.items() if subject == at]
        if set(deeds) & kinds.verbs("emerging"):
            return ()  # "it emerged that": nobody
        seated = self._sitting(number, sentence, at) if set(deeds) & kinds.verbs("sitting") else ()
        if seated:
            return seated
        lifeless = bool(set(deeds) & kinds.verbs("running_out"))
        near = (tuple(self.actors)[-1:],)
        far: tuple[tuple[Entity, ...], ...] = (self.last_subject, self.last_object)
        if acted and not self.subject:
            far = (*(self.deeds.get(lemma, ()) for lemma in deeds), *far)
        if word == "it" and not acted and any(_acting(item) for item in self.last_subject):
            far = (self.last_object, self.last_subject)  # "parliament passed a bill; the king will sign it"
        order = (*far, *near) if word == "it" else (*near, *far)
        handled = () if acted or word != "it" else self._handled(number, sentence, at)
        for choice in (handled, self.subject, *order):
            found = tuple(
                item
                for item in choice
                if item.kind not in {Kind.PERSON, Kind.PLACE}
                and not (lifeless and item.acts)
                and not _human(item)
                and not _many(item)
                and not _is_amount(item)
                and not (word == "it" and item.name == self.busy)
            )
            if found:
                return found[:1]
        return ()

    def _sitting(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "appear before the committee when it meets": the body named right before."""
        bodies = (
            noun for noun in sentence.nouns() if noun < at and sentence.head(noun).lower in listed("bodies")
        )
        last = max(bodies, default=-1)
        return self.reading.means(number, last) if last >= 0 else ()

    def _handled(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "signed the accord and ratified it": the object of the verb before, or a passive subject."""
        for verb in reversed([verb for verb in sentence.verbs() if verb < at]):
            group, target = sentence.verb(verb), sentence.object_of(verb)
            if 0 <= target < at and sentence.head(target).tag != "PRP":
                return self.reading.means(number, target)
            if group is not None and group.passive:
                return self.reading.means(number, sentence.subjects.get(verb, -1))
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


def _is_treaty_step(sentence: Sentence, verb: int, subject: int) -> bool:
    """Tell whether `subject` is what was signed, ratified, … or enters into force."""
    group, head = sentence.verb(verb), sentence.head(verb)
    if group is not None and sentence.object_of(verb) == subject:
        return head.lemma in kinds.verbs("treaty_steps")
    if group is None or sentence.subjects.get(verb, -1) != subject:
        return False
    into = {sentence.head(noun).lemma for _, noun in sentence.complements(verb)}
    forced = head.lemma in {"enter", "come", "go"} and "force" in into
    ends = head.lemma in {"expire", "lapse"} and not group.passive
    return forced or (group.passive and head.lemma in _CONCLUDED) or ends


def _happens(item: Entity) -> bool:
    """As in "the talks", which nobody can offer anything."""
    last = item.name.split()[-1].lower()
    return item.kind is Kind.THING and kinds.of_noun(last) is not None


def _human(item: Entity) -> bool:
    """As in "the minister", where nobody is known to hold the office."""
    roles = listed("person_roles") | listed("humans")
    return item.kind is Kind.THING and item.name.split()[-1].lower() in roles


def _is_ship(item: Entity) -> bool:
    return item.kind is Kind.THING and item.name.split()[-1].lower() in listed("ships")


def _acting(item: Entity) -> bool:
    """As in "parliament", "the court", "the company": what does things, though it has no name."""
    last = item.name.split()[-1].lower()
    return item.acts or _human(item) or last in listed("bodies") | listed("firms") | listed("groups")


def _is_amount(item: Entity) -> bool:
    return item.kind is Kind.THING and any(char.isdigit() for char in item.name.split()[0])


def _many(item: Entity) -> bool:
    """Tell a plural common noun ("accusations"), which neither "it" nor "its" can mean."""
    last = item.name.split()[-1]
    return item.kind is Kind.THING and last.islower() and last.endswith("s") and not last.endswith("ss")
