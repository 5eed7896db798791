"""Names beside what they explain: "the registrar, Philippe Gautier", "an American, William Brown"."""

from chronology.events import entities
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import countries, listed
from chronology.events.language.clauses import Sentence
from chronology.events.naming import Namer
from chronology.text.cities import cities

_TWO = 2


class Apposer(Namer):
    """Resolves a description by the name in apposition to it."""

    def _all_apposed(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the ministers of both states, Novak and Moe, met": all of them."""
        comma = at + 1
        while sentence.mark(comma) == "IN" and sentence.noun(comma + 1) is not None:
            comma += 2
        several = sentence.coordinated(comma + 1)
        closed = sentence.mark(several[-1] + 1) in {",", ".", ";"}
        human = sentence.head(at).tag == "NNS" and sentence.head(at).lemma in listed("several_people")
        if not human or not closed or sentence.mark(comma) != "," or len(several) < _TWO:
            return ()
        found = [self._by_name(sentence, each) for each in several]
        return tuple(
            Entity(item.name, Kind.PERSON, self.reading.people.short(item.name))
            for items in found
            for item in items[:1]
            if item.kind in {Kind.PERSON, Kind.ORGANISATION}
        )

    def _apposed(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the registrar, Philippe Gautier": the person."""
        comma = at + 1
        while sentence.mark(comma) == "IN" and sentence.noun(comma + 1) is not None:
            comma += 2
        other, after = sentence.noun(comma + 1), sentence.mark(comma + 2)
        ends = after in {",", ".", ";", "", ")"} and sentence.verb(comma + 2) is None
        if sentence.mark(comma) != "," or other is None or not ends or sentence.joined_to(comma + 1) >= at:
            return ()
        inner = sentence.words[other.first : other.last]
        named = (
            self._named(inner, sentence, comma + 1)
            if all(word.tag == "NNP" for word in inner) and len(inner) > 1
            else ()
        )
        over = sentence.prepositions.get(at, -1)
        outer = sentence.noun(over - 1) is not None and over == at - 1
        if outer and entities.is_human(sentence.head(over - 1)):
            return ()  # "the editor of the paper, Luis Mora": the editor
        if (
            sentence.head(at).tag == "NNS"
            or not named
            or named[0].kind not in {Kind.PERSON, Kind.ORGANISATION}
        ):
            return ()
        full, head = named[0].name, sentence.head(at)
        human = entities.is_human(head) or head.text in countries()
        return (Entity(full, Kind.PERSON, self.reading.people.short(full)),) if human else ()

    def _explaining(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "Ada Novak, the runner who won gold, died": the runner is Ada Novak."""
        group, before = sentence.noun(at), at - 2
        beside = sentence.mark(at - 1) == "," and sentence.noun(before) is not None
        if (
            group is None
            or not beside
            or sentence.mark(at + 1) not in {"WP", ","}
            or len(sentence.coordinated(at)) > 1
        ):
            return ()
        named = sentence.head(before).tag == "NNP" and before not in sentence.prepositions
        described = sentence.words[group.first].lower in {"the", "a", "an"} and entities.is_human(
            sentence.head(at)
        )
        persons = [item for item in self.reading.means(number, before) if item.kind is Kind.PERSON]
        return tuple(persons[:1]) if named and described and sentence.head(at).tag == "NN" else ()

    def _native(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "an American, William Brown": the person."""
        group = sentence.noun(at)
        found = countries().get(sentence.head(at).text)
        one = group is not None and sentence.words[group.first].lower in {"a", "an"}
        return self._apposed(sentence, at) if one and found is not None and found.role == "adjective" else ()

    def _in_office(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the Minister of Planning, Peter Zulu": the person; an office is no body."""
        group = sentence.noun(at)
        inside = sentence.words[group.first : group.last] if group is not None else ()
        alone = all(word.tag == "DT" or word.lower in listed("titles") for word in inside)
        over = sentence.prepositions.get(at, -1)
        before = sentence.noun(over - 1) if over == at - 1 and sentence.head(over).lower == "of" else None
        field = before is not None and sentence.words[before.head].lower in listed("person_roles")
        if alone and sentence.head(at).lower in listed("person_roles"):
            return self._apposed(sentence, at) or self._thing(sentence, at)
        place = (
            entities.is_place([sentence.head(at).text])
            or sentence.head(at).text in countries()
            or (sentence.head(at).text in self.places or self._name_at(sentence, at) in cities())
        )
        offices = bool({word.lower for word in inside} & listed("fields"))
        return self._thing(sentence, at) if field and offices and not place else ()

    def _called(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "a clerk named Odd Lien": the person."""
        verb, human = sentence.verb(at + 1), entities.is_human(sentence.head(at))
        named = verb is not None and verb.passive and sentence.head(at + 1).lemma in {"name", "call"}
        if not named or not human or sentence.noun(at + 2) is None or sentence.head(at + 2).tag != "NNP":
            return ()
        return self._by_name(sentence, at + 2)[:1]
