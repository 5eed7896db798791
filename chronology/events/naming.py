"""Names: which person, country, organisation, place or treaty a noun group names."""

from collections.abc import Sequence

from chronology.events import entities
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import countries, listed, treaty_nouns
from chronology.events.kinds import of_noun, verbs
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word
from chronology.events.memory import Memory
from chronology.text.cities import cities

_LONGEST_NAME = 4
_TOWARDS = frozenset("to from of for through via around outside towards toward".split())  # noqa: SIM905 reads better
_NEAR = 7  # elements between a verb and the places that complete it
_MOTION = frozenset({"visit", "leave", "reach", "enter", "tour", "attack", "bomb", "shell", "capture"})
_TREATY_VERBS = frozenset(
    {"repudiate", "ratify", "abrogate", "renounce", "denounce", "sign", "abandon", "quit"}
)


class Namer(Memory):
    """Resolves names and offices; pronouns are the next layer's."""

    def _instrument_in(self, sentence: Sentence, at: int) -> Entity | None:
        group = sentence.noun(at)
        if group is None:
            return None
        head = sentence.words[group.head]
        for word in sentence.words[group.first : group.last]:
            item = self.reading.mention_at.get(word.start)
            named = item is not None and (word is head or head.lower in treaty_nouns("coreferent"))
            if named and item is not None:
                return Entity(item.name, Kind.INSTRUMENT, item.label)
        return None

    def _named(self, inner: Sequence[Word], sentence: Sentence, at: int) -> tuple[Entity, ...]:
        run: list[Word] = [word for word in inner if word.tag in {"NNP", "POS", "NN", "JJ"} or _in_name(word)]
        while run and run[-1].tag != "NNP":
            run.pop()
        whole = " ".join(word.text for word in run if word.tag != "POS")
        parts = entities.take_apart(run)
        name = tuple(part for part in parts.name if part not in {"'s", "\u2019s"})
        if len(name) == 1 and name[0].lower().partition("-")[0] in listed("quantities"):
            return ()  # "Thirty-two of the members"
        if whole in countries():
            return (self._country(whole, sentence, at),)
        if not name:
            return ()
        composed = self._composed(inner, name, sentence, at)
        if composed is not None:
            return (composed,)
        return (self._simple(name, whole, sentence, at, titled=bool(parts.role)),)

    def _composed(
        self, inner: Sequence[Word], name: tuple[str, ...], sentence: Sentence, at: int
    ) -> Entity | None:
        """As in "Bank of England", "The Hague"."""
        if any(word.lower in {"of", "for"} for word in inner):
            words = inner[1:] if inner[0].tag == "DT" else inner
            gathers = words[0].lower in listed("gatherings")  # "Battle of Lund"
            return Entity(" ".join(word.text for word in words), Kind.THING if gathers else Kind.ORGANISATION)
        if inner[0].text == "The" and f"The {name[0]}" in countries() and len(name) == 1:
            return Entity(f"The {name[0]}", self._kind_of(("The", name[0]), sentence, at))
        return None

    def _simple(
        self, name: tuple[str, ...], whole: str, sentence: Sentence, at: int, *, titled: bool
    ) -> Entity:
        full = " ".join(name)
        if full in countries():
            return self._country(full, sentence, at)
        if entities.is_organisation(name):
            return Entity(whole, Kind.ORGANISATION, entities.without_legal_form(whole))
        person = self.reading.people.get(name[-1]) or self.reading.people.get(name[0])
        if person is not None and (len(name) == 1 or name[-1] in person.split()):
            return Entity(person, Kind.PERSON, self.reading.people.short(person))
        if titled and len(name) <= _LONGEST_NAME:
            return Entity(full, Kind.PERSON, self.reading.people.short(full))
        return Entity(full, self._kind_of(name, sentence, at))

    def _country(self, text: str, sentence: Sentence, at: int) -> Entity:
        found = countries()[text]
        preposition = sentence.prepositions.get(at)
        where = sentence.head(preposition).lower if preposition is not None else ""
        if found.role == "capital" and (
            where in listed("acting") or " " in where or self._reached(sentence, at)
        ):
            return Entity(text, Kind.PLACE)
        return Entity(found.name, Kind.COUNTRY, found.short)

    def _reached(self, sentence: Sentence, at: int) -> bool:
        """As in "left Huy", "captured Huy"; of two names those of a city, of one not "left Ann in Huy"."""
        verb = self._object_of(sentence, at)
        name = self._name_at(sentence, at)
        inside = sentence.mark(at + 1) == "IN" and sentence.head(at + 1).lower in {"in", "at"}
        staying = verb == "leave" and inside and sentence.mark(at + 2) != "TMX"
        return verb in _MOTION and not staying and (" " not in name or name in cities())

    def _object_of(self, sentence: Sentence, at: int) -> str:
        """Base form of the verb whose object the group is, or ""."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        return sentence.head(verb).lemma if verb >= 0 else ""

    def _kind_of(self, name: tuple[str, ...], sentence: Sentence, at: int) -> Kind:
        preposition = sentence.prepositions.get(at)
        where = sentence.head(preposition).lower if preposition is not None else ""
        told = self._told_kind(name, sentence, at, where)
        if told is not None:
            return told
        full = " ".join(name)
        if self._lies(sentence, at, where) or self._reached(sentence, at):
            self.places.add(full)
            return Kind.PLACE
        return Kind.PLACE if where == "at" or full in self.places else Kind.ORGANISATION

    def _told_kind(self, name: tuple[str, ...], sentence: Sentence, at: int, where: str) -> Kind | None:
        """What the words of a name, or those beside it, say that it is; None where nothing."""
        if entities.is_place(name):
            return Kind.PLACE
        if name[-1].lower() in listed("gatherings") or " v" in name[-1]:
            return Kind.THING  # "Smith v. Jones"
        described = _described(sentence, at) or _apposed_to_person(sentence, at)
        if described is Kind.THING:
            self.ships.add(" ".join(name))
        if described is None and self._object_of(sentence, at) in _TREATY_VERBS and name[-1].isupper():
            return Kind.INSTRUMENT
        people = entities.is_people(sentence, at) and where != "in"
        return described or (Kind.ORGANISATION if people else None)

    def _lies(self, sentence: Sentence, at: int, where: str) -> bool:
        """As in "in Huy", "the mayor of Huy", "fled to Huy", "a visit to Huy"; not "a stake in Huy"."""
        before = sentence.prepositions.get(at, 0) - 1
        outer = sentence.head(before) if sentence.noun(before) is not None else None
        if outer is not None and outer.lemma in verbs("holdings"):
            return False
        travel = of_noun(outer.lemma) if outer is not None else None
        visited = travel is not None and travel.name == "visit"
        moved = where in {"to", "from"} and (visited or self._governing(sentence, at) in verbs("moving"))
        known = where in _TOWARDS and self._name_at(sentence, at) in cities()
        around = outer is not None and outer.lower in listed("places") | listed("of_places")
        return (
            known
            or moved
            or (where == "of" and around)
            or where in {"in", "near", "into", "across", "off", "around", "outside"}
        )

    def _name_at(self, sentence: Sentence, at: int) -> str:
        group = sentence.noun(at)
        inside = sentence.words[group.first : group.last] if group is not None else ()
        return " ".join(word.text for word in inside if word.tag == "NNP")

    def _governing(self, sentence: Sentence, at: int) -> str:
        """Base form of the verb that a prepositional group completes, or ""."""
        verb = next((here for here in range(at - 1, max(-1, at - _NEAR), -1) if sentence.verb(here)), -1)
        return sentence.head(verb).lemma if verb >= 0 else ""

    def _place(self, inner: Sequence[Word]) -> None:
        """Remember a bare name as a place."""
        name = tuple(word.text for word in inner)
        plain = all(word.tag == "NNP" for word in inner) and not entities.is_organisation(name)
        if plain and not self.reading.people.get(name[-1]) and " ".join(name) not in countries():
            self.places.add(" ".join(name))

    def _by_name(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """A group by its name or office alone, wherever it stands in the sentence."""
        group = sentence.noun(at)
        if group is None:
            return ()
        inner = sentence.words[group.first : group.last]
        return self._named(inner, sentence, at) or self._role(inner)

    def _titled(self, inner: Sequence[Word]) -> tuple[Entity, ...]:
        """A title that stands alone: "Minister's trip", "the President"."""
        bare = [word for word in inner if word.tag not in {"DT", "PRPS"} and word.text not in countries()]
        alone = bool(bare) and all(
            part in listed("titles") or part == "of" for word in bare for part in word.lower.split()
        )
        return self._role(inner) if alone else ()

    def _role(self, inner: Sequence[Word]) -> tuple[Entity, ...]:
        """As in "the Russian foreign minister", "the president": who held that role earlier in the text."""
        words = [word for word in inner if word.tag not in {"DT", "PRPS"}]
        if not words or words[-1].tag == "NNS":
            return ()
        if words[-1].lower.split()[-1] not in listed("person_roles") | {"state"}:
            return ()
        country, rest = entities.without_country(words)
        role = " ".join(word.lower for word in rest)
        named = [item.name for item in reversed(self.persons)]
        person = self.reading.people.with_role(role, country, named, self.busy)
        return (Entity(person, Kind.PERSON, self.reading.people.short(person)),) if person else ()

    def _district(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "Lokwa district": the place."""
        group, head = sentence.noun(at), sentence.head(at)
        inside = sentence.words[group.first : group.head] if group is not None else ()
        name = " ".join(word.text for word in inside if word.tag == "NNP")
        lies = head.tag == "NN" and head.lower in listed("places") | listed("districts")
        found = countries().get(name)
        whole = name if found is None else found.name
        return (Entity(whole, Kind.PLACE, f"{name} {head.text}"),) if lies and name else ()

    def _people_of(self, head: Word) -> tuple[Entity, ...]:
        """As in "Iranians" act for their country."""
        found = countries().get(head.text)
        return (Entity(found.name, Kind.COUNTRY, found.short),) if found and found.role == "adjective" else ()

    def _thing(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        group = sentence.noun(at)
        if group is None:
            return ()
        words = [
            word.text
            for word in sentence.words[group.first : group.last]
            if word.tag not in {"DT", "PRPS", "TMX", "POS"}
        ]
        of = (
            sentence.noun(at + 2)
            if sentence.mark(at + 1) == "IN" and sentence.head(at + 1).lower == "of"
            else None
        )
        whole = [*words, *(word.text for word in sentence.words[group.last : of.last])] if of else []
        if group.owner is not None and not whole:  # "Kenya's parliament": "the parliament"
            whole = [word.text for word in sentence.words[group.owner.last + 1 : group.last]]
        of_time = bool(of) and _timed(sentence, at + 2)
        short = " ".join(whole) if len(whole) <= _LONGEST_NAME and not of_time else ""
        return (Entity(" ".join(words), Kind.THING, short),) if words else ()


def _in_name(word: Word) -> bool:
    """As in "Five Forks"."""
    return word.tag == "CD" and word.text.istitle()


def _timed(sentence: Sentence, at: int) -> bool:
    group = sentence.noun(at)
    return group is None or any(word.timex is not None for word in sentence.words[group.first : group.last])


def _apposed_to_person(sentence: Sentence, at: int) -> Kind | None:
    """As in "returned to his uncle, Pavel Marek": what explains a person is one."""
    group = sentence.noun(at)
    several = group is not None and group.last - group.first > 1
    beside = sentence.mark(at - 1) == "," and sentence.noun(at - 2) is not None
    human = (
        several and beside and sentence.head(at - 2).tag == "NN" and entities.is_human(sentence.head(at - 2))
    )
    return Kind.PERSON if human and sentence.mark(at + 1) in {",", ".", ";", ""} else None


def _described(sentence: Sentence, at: int) -> Kind | None:
    """As in "the parcel firm Colivia", "teacher Bridget Tarrant": what the words before a name call it."""
    group = sentence.noun(at)
    inside = {word.lower for word in sentence.words[group.first : group.head]} if group is not None else set()
    if inside & listed("firms"):
        return Kind.ORGANISATION
    if inside & listed("ships"):
        return Kind.THING
    return Kind.PERSON if inside & (listed("humans") | listed("person_roles")) else None
