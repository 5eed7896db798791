"""One pass over the sentences that settles what every noun group stands for."""

from chronology.events import agreement, timing
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed
from chronology.events.kinds import verbs
from chronology.events.language.clauses import Sentence
from chronology.events.language.structure import BARRIERS
from chronology.events.memory import SPAN
from chronology.events.referring import Referrer, content_words


class Resolver(Referrer):
    """Goes through the sentences in order and remembers what was spoken of."""

    def run(self) -> None:
        """Resolve every noun group."""
        self._define()
        self._locate()
        for number, sentence in enumerate(self.reading.sentences):
            self._sentence(number, sentence)

    def _define(self) -> None:
        """Learn "New START is the last remaining arms control treaty": the description names the treaty."""
        for sentence in self.reading.sentences:
            for at in sentence.verbs():
                if sentence.head(at).lemma != "be" or (target := sentence.object_of(at)) < 0:
                    continue
                subject = self._instrument_in(sentence, sentence.subjects.get(at, -1))
                if subject is not None and len(self.definitions) < SPAN:
                    self.definitions.setdefault(subject.name, content_words(sentence, target))

    def _locate(self) -> None:
        """Learn which names are places from "in X", wherever the text says it."""
        for sentence in self.reading.sentences:
            for at, preposition in sentence.prepositions.items():
                group = sentence.noun(at)
                held = sentence.noun(preposition - 1) and sentence.head(preposition - 1).lemma in verbs(
                    "holdings"
                )
                inside = preposition == at - 1 and sentence.head(preposition).lower == "in" and not held
                if group is not None and inside:
                    self._place(sentence.words[group.first : group.last])

    def _sentence(self, number: int, sentence: Sentence) -> None:
        self.here, self.actors, self.subject, self.many = [], [], (), False
        self.reading.topics[number] = self.instrument
        subjects = set(sentence.subjects.values())
        begin = timing.after_dateline(sentence)
        for at in sentence.nouns():
            group = sentence.noun(at)
            if group is None or at < begin:
                continue
            self.reading.owners[number, at] = self._owner(number, sentence, at)
            found = self._resolve(number, sentence, at)
            self.reading.meanings[number, at] = found
            self._remember(found, is_subject=at in subjects, many=sentence.head(at).tag == "NNS")
        self._close(number, sentence)

    def _close(self, number: int, sentence: Sentence) -> None:
        self._number(number, sentence)
        main = self._main(sentence)
        target = sentence.object_of(main) if main >= 0 else -1
        subject = sentence.subjects.get(main, -1)
        acted = self._group(number, sentence, subject)
        self.joined = acted if len(acted) > 1 else ()
        if not any(item.kind is Kind.PERSON for item in acted):
            acted = (*acted, *self.reading.owner(number, subject))
        self.last_subject = acted or self.last_subject
        self.centred = subject >= 0 and sentence.head(subject).tag == "PRP"
        crowds = [at for at in sentence.nouns() if sentence.head(at).lower in listed("crowds")]
        self.crowd = self.reading.means(number, crowds[-1]) if crowds else self.crowd
        if len(acted) > 1 and all(item.acts for item in acted):
            self.several = acted
        second = sentence.noun(target + 1) is not None and sentence.head(main).lemma in verbs("giving")
        handled = target + 1 if second else target  # "granted the monks a charter": the charter
        self.last_object = self.reading.means(number, handled) if target >= 0 else ()
        self.deeds = self._deeds(number, sentence)
        self.last_many = self._plain_plural(number, sentence, subject)
        named = [at for at in sentence.nouns() if sentence.head(at).tag == "NNS"]
        self.last_plural = self.reading.means(number, named[-1]) if named else ()
        self.last_objects = self._plain_plural(number, sentence, target)
        for at in sentence.nouns():
            several = [
                item for item in self._named_together(number, sentence, at) if item.kind is Kind.PERSON
            ]
            if len(several) > 1:
                self.pair = tuple(dict.fromkeys(several))
        self.reading.pairs[number] = self.pair
        self._parties(number, sentence)
        if self.here:
            self.before = list(dict.fromkeys(self.here))

    def _number(self, number: int, sentence: Sentence) -> None:
        """Learn "Rovers have won": which names the text gives a plural verb."""
        for verb, subject in sentence.subjects.items():
            several = agreement.said(sentence, verb)
            found = self.reading.means(number, subject) if several is not None else ()
            alone = (
                len(found) == len(sentence.coordinated(subject)) == 1 and sentence.head(subject).tag == "NNP"
            )
            if several is not None and alone and found[0].kind is Kind.ORGANISATION:
                self.reading.numbers.setdefault(found[0].name, several)

    def _deeds(self, number: int, sentence: Sentence) -> dict[str, tuple[Entity, ...]]:
        """Who did what in the sentence, by the base form of the verb."""
        return {
            sentence.head(verb).lemma: self._group(number, sentence, subject)
            for verb, subject in sentence.subjects.items()
        }

    def _plain_plural(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """What a plural common noun means ("the monks"); of a verb with two objects the first."""
        plain = sentence.noun(at) is not None and sentence.head(at).tag == "NNS"
        return self.reading.means(number, at) if plain else ()

    def _parties(self, number: int, sentence: Sentence) -> None:
        """As in "X is the treaty in force between A and B": the parties of X."""
        for at in sentence.nouns():
            preposition = sentence.prepositions.get(at)
            if preposition is None or sentence.head(preposition).lower != "between" or at != preposition + 1:
                continue
            parties = tuple(item for item in self._group(number, sentence, at) if item.kind is Kind.COUNTRY)
            treaty = next(
                (item for item in self._before(number, sentence, at) if item.kind is Kind.INSTRUMENT), None
            )
            if treaty is not None and len(parties) > 1:
                self.reading.parties.setdefault(treaty.name, parties)

    def _before(self, number: int, sentence: Sentence, at: int) -> list[Entity]:
        """What the noun groups before `at` name, the nearest first."""
        return [
            item
            for noun in reversed(list(sentence.nouns()))
            if noun < at
            for item in self.reading.means(number, noun)
        ]

    def _named_together(self, number: int, sentence: Sentence, at: int) -> list[Entity]:
        """Coordinated groups and coordinated owners ("A's and B's remarks")."""
        out: list[Entity] = []
        for each in sentence.coordinated(at):
            out.extend(self.reading.means(number, each))
            out.extend(self.reading.owner(number, each))
        return out

    def _main(self, sentence: Sentence) -> int:
        """The last main predicate: of "he did not, but she said that …", "said"."""
        main = -1
        for at in sentence.verbs():
            verb, subject = sentence.verb(at), sentence.subjects.get(at, -1)
            if verb is None or not verb.finite or sentence.mark(at - 1) == "WP":
                continue
            joins = (
                sentence.mark(subject - 1) == "CC" and sentence.mark(subject - 2) == "," and subject > main
            )
            if main < 0 or joins or (self._under(sentence, main) and not self._under(sentence, at)):
                main = at
        return main

    def _under(self, sentence: Sentence, verb: int) -> bool:
        """Whether a verb stands in a clause that opens with "when", "after", "although"."""
        subject = sentence.subjects.get(verb, -1)
        return sentence.mark(sentence.skip_left(subject - 1, {"RB", "TMX"})) in BARRIERS

    def _group(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        if at < 0:
            return ()
        return tuple(item for each in sentence.coordinated(at) for item in self.reading.means(number, each))

    def _remember(self, found: tuple[Entity, ...], *, is_subject: bool, many: bool) -> None:
        for item in found:
            if item.kind is Kind.PERSON:
                self.persons.append(item)
                self.here.append(item)
            elif item.kind in {Kind.COUNTRY, Kind.ORGANISATION}:
                self.actors.append(item)
                self.states.append(item)
            elif item.kind is Kind.INSTRUMENT:
                self.instrument = item
                self.instruments.append(item)
        if is_subject and found and not self.subject:
            self.subject, self.many = found, many

    def _owner(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        group = sentence.noun(at)
        if group is None:
            return ()
        first = sentence.words[group.first]
        if first.lower == "whose":
            return self.reading.means(number, sentence.antecedent(at))
        if first.tag == "PRPS":
            return self._possessive(number, sentence, at, first.lower)
        if group.owner is None:
            return ()
        inner = sentence.words[group.owner.first : group.owner.last]
        plain = inner[-1].tag in {"NN", "NNS"}
        found = (
            self._titled(inner) or (() if plain else self._named(inner, sentence, at)) or self._role(inner)
        )
        self.here.extend(item for item in found if item.kind is Kind.PERSON)
        self.persons.extend(item for item in found if item.kind is Kind.PERSON)
        return found

    def _resolve(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        group = sentence.noun(at)
        if group is None:
            return ()
        head = sentence.words[group.head]
        self.busy = self._subject_of_object(number, sentence, at)
        if head.tag == "PRP":
            return self._pronoun(number, sentence, at, head.lower)
        named = self._instrument_in(sentence, at)
        if named is not None:
            return (named,)
        start = (
            group.owner.last + 1 if group.owner is not None and group.owner.last < group.head else group.first
        )
        inner = sentence.words[start : group.last]
        if head.tag == "NNP" or any(word.tag == "NNP" for word in inner[-1:]):
            found = self._native(sentence, at) or self._titled(inner) or self._in_office(sentence, at)
            found = found or self._named(inner, sentence, at)
            if found:
                return found
        return (
            self._explaining(number, sentence, at)
            or self._apposed(sentence, at)
            or self._called(sentence, at)
            or self._role(inner)
            or self._all_apposed(sentence, at)
            or self._people_of(head)
            or self._together(sentence, at)
            or self._referring(sentence, at)
            or self._district(sentence, at)
            or self._thing(sentence, at)
        )

    def _subject_of_object(self, number: int, sentence: Sentence, at: int) -> str:
        """Name of the subject of the verb whose object the group is: nobody hosts himself."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        subject = self.reading.means(number, sentence.subjects.get(verb, -1))
        return subject[0].name if subject else ""
