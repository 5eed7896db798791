"""A document read: its sentences, who and what each noun group means, pronouns and "the pact" resolved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from chronology.events import entities, instruments
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import countries, listed, treaty_nouns
from chronology.events.language import tagger, tokens
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word
from chronology.model import Document, Span, Timex
from chronology.text import sentences as splitter

_MOTION = frozenset({"visit", "leave", "reach", "enter", "tour", "attack", "bomb", "shell", "capture"})
_TREATY_VERBS = frozenset({"repudiate", "ratify", "abrogate", "renounce", "denounce", "sign", "abandon", "quit"})
_VAGUE = frozenset("new current landmark historic international existing old broader wider bilateral latest final".split())
_DEFINITE_WORDS = 2
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][\w-]{1,40}")
_HE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "both"})
_HOSTING = frozenset({"host", "welcome", "receive", "greet", "invite"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "arrival", "stay"})


@dataclass
class Reading:
    """Sentences of a document with the timexes inside each; `means` resolves noun groups."""

    document: Document
    sentences: tuple[Sentence, ...]
    timexes: tuple[tuple[Timex, ...], ...]
    people: entities.People
    mentions: tuple[instruments.Mention, ...]
    pairs: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    parties: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    topics: dict[int, Entity | None] = field(default_factory=dict)  # the instrument last named before a sentence
    meanings: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)
    owners: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)

    def means(self, sentence: int, at: int) -> tuple[Entity, ...]:
        """Return what noun group `at` of sentence number `sentence` stands for; () where it names nothing."""
        return self.meanings.get((sentence, at), ())

    def owner(self, sentence: int, at: int) -> tuple[Entity, ...]:
        """Return who owns the noun group ("Lavrov's visit", "its commitments")."""
        return self.owners.get((sentence, at), ())


def read(document: Document, timexes: Sequence[Timex], extra: instruments.Extra | None = None) -> Reading:
    """Read a document. `timexes` in any order; `extra` names further instruments (name → aliases)."""
    names = {match.lower() for match in _CAPITALISED.findall(document.text)} | _known_names()
    mentions = instruments.find(document.text, extra)
    spans = splitter.split(document.text)
    inside = _by_sentence(spans, _outside_names(timexes, mentions))
    found = tuple(
        Sentence(span, tagger.tag(tokens.tokenise(document.text, span, mine), names))
        for span, mine in zip(spans, inside, strict=True)
    )
    people = entities.collect(found, [(item.span.start, item.span.end) for item in mentions])
    reading = Reading(document, found, inside, people, mentions)
    _Resolver(reading).run()
    return reading


def _outside_names(timexes: Sequence[Timex], mentions: Sequence[instruments.Mention]) -> list[Timex]:
    """Leave out times that are part of a name ("the Good Friday Agreement")."""
    named = [item.span for item in mentions]
    taken = {position for span in named for position in range(span.start, span.end)}
    return [timex for timex in timexes if timex.start not in taken]


@cache
def _known_names() -> frozenset[str]:
    """Lower-case first words of countries, capitals and cities: "Turkey" at the head of a sentence is no bird."""
    known = [*countries(), *listed("cities")]
    return frozenset(name.split()[0].lower() for name in known) - {"new", "the", "north", "south", "black", "red", "west"}


def _by_sentence(spans: Sequence[Span], timexes: Sequence[Timex]) -> tuple[tuple[Timex, ...], ...]:
    ordered = sorted(timexes, key=lambda item: (item.start, -item.end))
    out: list[tuple[Timex, ...]] = []
    at = 0
    for span in spans:
        mine: list[Timex] = []
        while at < len(ordered) and ordered[at].start < span.end:
            timex = ordered[at]
            at += 1
            if (
                timex.start >= span.start
                and timex.end <= span.end
                and (not mine or timex.start >= mine[-1].end)
            ):
                mine.append(timex)
        out.append(tuple(mine))
    return tuple(out)


@dataclass
class _Resolver:
    """Goes through the sentences in order and remembers what was spoken of."""

    reading: Reading
    persons: list[Entity] = field(default_factory=list)
    before: list[Entity] = field(default_factory=list)  # persons of the sentence before
    here: list[Entity] = field(default_factory=list)  # persons of this sentence
    pair: tuple[Entity, ...] = ()  # the persons last named together
    subject: tuple[Entity, ...] = ()
    last_subject: tuple[Entity, ...] = ()
    last_object: tuple[Entity, ...] = ()
    actors: list[Entity] = field(default_factory=list)  # countries and organisations of this sentence
    many: bool = False  # the subject of this sentence is a plural noun
    busy: str = ""  # who cannot be meant: the subject of the same verb
    places: set[str] = field(default_factory=set)
    states: list[Entity] = field(default_factory=list)  # countries and organisations of the document so far
    instrument: Entity | None = None
    mention: int = 0
    definitions: dict[str, frozenset[str]] = field(default_factory=dict)

    def run(self) -> None:
        """Resolve every noun group."""
        self._define()
        for number, sentence in enumerate(self.reading.sentences):
            self._sentence(number, sentence)

    def _define(self) -> None:
        """Learn "New START is the last remaining arms control treaty": the description names the treaty."""
        for sentence in self.reading.sentences:
            for at in sentence.verbs():
                if sentence.head(at).lemma != "be" or (target := sentence.object_of(at)) < 0:
                    continue
                subject = self._instrument_in(sentence, sentence.subjects.get(at, -1))
                if subject is not None:
                    self.definitions.setdefault(subject.name, _content(sentence, target))

    def _sentence(self, number: int, sentence: Sentence) -> None:
        self.here, self.actors, self.subject, self.many = [], [], (), False
        self.reading.topics[number] = self.instrument
        subjects = set(sentence.subjects.values())
        for at in sentence.nouns():
            group = sentence.noun(at)
            if group is None:
                continue
            self.reading.owners[number, at] = self._owner(number, sentence, at)
            found = self._resolve(number, sentence, at)
            self.reading.meanings[number, at] = found
            self._remember(found, is_subject=at in subjects, many=sentence.head(at).tag == "NNS")
        self._close(number, sentence)

    def _close(self, number: int, sentence: Sentence) -> None:
        main = self._main(sentence)
        target = sentence.object_of(main) if main >= 0 else -1
        self.last_subject = (
            self._group(number, sentence, sentence.subjects.get(main, -1)) or self.last_subject
        )
        self.last_object = self.reading.means(number, target) if target >= 0 else ()
        for at in sentence.nouns():
            several = [item for item in self._named_together(number, sentence, at) if item.kind is Kind.PERSON]
            if len(several) > 1:
                self.pair = tuple(dict.fromkeys(several))
        self.reading.pairs[number] = self.pair
        self._parties(number, sentence)
        if self.here:
            self.before = list(dict.fromkeys(self.here))

    def _parties(self, number: int, sentence: Sentence) -> None:
        """ "X is the treaty in force between A and B": the parties of X."""
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
            if verb is None or not verb.finite:
                continue
            joins = (
                sentence.mark(subject - 1) == "CC" and sentence.mark(subject - 2) == "," and subject > main
            )
            if main < 0 or joins:
                main = at
        return main

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
        if is_subject and found and not self.subject:
            self.subject, self.many = found, many

    # ---- one noun group ---------------------------------------------------------------------------
    def _owner(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        group = sentence.noun(at)
        if group is None:
            return ()
        first = sentence.words[group.first]
        if first.tag == "PRPS":
            return self._possessive(number, sentence, at, first.lower)
        if group.owner is None:
            return ()
        inner = sentence.words[group.owner.first : group.owner.last]
        plain = inner[-1].tag in {"NN", "NNS"}
        found = self._titled(inner) or (() if plain else self._named(inner, sentence, at)) or self._role(inner)
        self.here.extend(item for item in found if item.kind is Kind.PERSON)
        self.persons.extend(item for item in found if item.kind is Kind.PERSON)
        return found

    def _possessive(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        head = sentence.head(at).lemma
        if word in _HE and head in _JOURNEYS:
            for verb in sentence.verbs():
                target = sentence.object_of(verb)
                if verb < at and sentence.head(verb).lemma in _HOSTING and target >= 0:
                    return self.reading.means(number, target)
        return self._pronoun(number, sentence, at, word)

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
            found = self._titled(inner) or self._named(inner, sentence, at)
            if found:
                return found
        return (
            self._role(inner)
            or self._apposed(sentence, at)
            or self._people_of(head)
            or self._together(sentence, at)
            or self._referring(sentence, at)
            or self._thing(sentence, at)
        )

    def _subject_of_object(self, number: int, sentence: Sentence, at: int) -> str:
        """Name of the subject of the verb whose object the group is: nobody hosts himself."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        subject = self.reading.means(number, sentence.subjects.get(verb, -1))
        return subject[0].name if subject else ""

    def _pronoun(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        if word in _HE:
            return self._he(number, sentence, at)
        if word in _THEY:
            return self._they()
        if word in _IT:
            return self._it(word, sentence, at)
        return self._speaker(number, sentence, at) if word in _WE else ()

    def _he(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        exclude: set[str] = set()
        own = sentence.noun(at)
        for verb, subject in sentence.subjects.items():
            if own is None or sentence.words[own.head].tag != "PRP":
                break
            if sentence.object_of(verb) == at or any(noun == at for _, noun in sentence.complements(verb)):
                exclude |= {item.name for item in self.reading.means(number, subject)}
        preferred = [item for item in self.subject if item.kind is Kind.PERSON and item.name not in exclude]
        earlier = [
            item for item in self.last_subject if item.kind is Kind.PERSON and item.name not in exclude
        ]
        recent = [item for item in reversed(self.here) if item.name not in exclude]
        older = [item for item in reversed(self.persons) if item.name not in exclude]
        for choice in (preferred, recent, earlier, older):
            if choice:
                return (choice[0],)
        return tuple(
            Entity(item.name, Kind.PERSON, item.name)
            for item in (*self.subject, *self.last_subject)[:1]
            if item.kind is Kind.ORGANISATION and " " not in item.name and not entities.is_organisation([item.name])
        )

    def _they(self) -> tuple[Entity, ...]:
        if self.subject and self.many:
            return self.subject
        if len(self.subject) > 1:
            return self.subject
        if len(self.last_subject) > 1:
            return self.last_subject
        several = (
            list(dict.fromkeys(self.here)) if len(set(self.here)) > 1 else list(dict.fromkeys(self.before))
        )
        if len(several) > 1:
            return tuple(several[:3])
        return tuple(item for item in self.last_subject if item.kind is not Kind.PERSON)

    def _it(self, word: str, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        acts = word == "it" and at in sentence.subjects.values()
        near, far = (self.actors[-1:],), (self.last_subject, self.last_object)
        for choice in (self.subject, *((*far, *near) if acts else (*near, *far))):
            found = tuple(item for item in choice if item.kind is not Kind.PERSON)
            if found:
                return found[:1]
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
                    return self.reading.means(number, subject) or self._resolve(number, sentence, subject)
        return ()

    # ---- names --------------------------------------------------------------------------------------
    def _instrument_in(self, sentence: Sentence, at: int) -> Entity | None:
        group = sentence.noun(at)
        if group is None:
            return None
        first, last = sentence.words[group.first].start, sentence.words[group.last - 1].end
        head = sentence.words[group.head]
        for item in self.reading.mentions:
            if item.span.start >= last:
                break
            if item.span.start >= first and item.span.end >= head.end:
                return Entity(item.name, Kind.INSTRUMENT)
            if first <= item.span.start < last and head.lower in treaty_nouns("coreferent"):
                return Entity(item.name, Kind.INSTRUMENT)
        return None

    def _named(self, inner: Sequence[Word], sentence: Sentence, at: int) -> tuple[Entity, ...]:
        run: list[Word] = [word for word in inner if word.tag in {"NNP", "POS", "NN", "JJ"}]
        while run and run[-1].tag != "NNP":
            run.pop()
        if not run:
            return ()
        whole = " ".join(word.text for word in run if word.tag != "POS")
        if whole in countries():
            return (self._country(whole, sentence, at),)
        parts = entities.take_apart(run)
        name = tuple(part for part in parts.name if part not in {"'s", "’s"})
        if not name:
            return ()
        full = " ".join(name)
        if any(word.lower in {"of", "for"} for word in inner):
            full = " ".join(word.text for word in inner if word.tag != "DT" or word is not inner[0])
            return (Entity(full, Kind.ORGANISATION),)
        if inner[0].text == "The" and inner[0].start > sentence.span.start and len(name) == 1:
            return (Entity(f"The {full}", self._kind_of(("The", full), sentence, at)),)
        if full in countries():
            return (self._country(full, sentence, at),)
        if entities.is_organisation(name):
            return (Entity(whole, Kind.ORGANISATION, whole),)
        person = self.reading.people.get(name[-1])
        if person is not None and (len(name) == 1 or name[-1] == person.split()[-1]):
            return (Entity(person, Kind.PERSON, entities.short_name(person)),)
        if parts.role and len(name) <= 3:  # noqa: PLR2004 a personal name
            return (Entity(full, Kind.PERSON, name[-1]),)
        return (Entity(full, self._kind_of(name, sentence, at)),)

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
        return self._object_of(sentence, at) in _MOTION

    def _object_of(self, sentence: Sentence, at: int) -> str:
        """Base form of the verb whose object the group is, or ""."""
        verb = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
        return sentence.head(verb).lemma if verb >= 0 else ""

    def _kind_of(self, name: tuple[str, ...], sentence: Sentence, at: int) -> Kind:
        if entities.is_place(name):
            return Kind.PLACE
        if self._object_of(sentence, at) in _TREATY_VERBS and name[-1].isupper():
            return Kind.INSTRUMENT
        preposition = sentence.prepositions.get(at)
        where = sentence.head(preposition).lower if preposition is not None else ""
        full = " ".join(name)
        if where in {"in", "near", "into", "across"} or self._reached(sentence, at):
            self.places.add(full)
            return Kind.PLACE
        return Kind.PLACE if where == "at" or full in self.places else Kind.ORGANISATION

    def _titled(self, inner: Sequence[Word]) -> tuple[Entity, ...]:
        """A title that stands alone: "Minister's trip", "the President"."""
        bare = [word for word in inner if word.tag not in {"DT", "PRPS"} and word.text not in countries()]
        alone = bool(bare) and all(
            part in listed("titles") or part == "of" for word in bare for part in word.lower.split()
        )
        return self._role(inner) if alone else ()

    def _apposed(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """"the registrar, Philippe Gautier": the person."""
        other, after = sentence.noun(at + 2), sentence.mark(at + 3)
        ends = after in {",", ".", ";", "", ")"} and sentence.verb(at + 3) is None
        if sentence.mark(at + 1) != "," or other is None or not ends or sentence.joined_to(at + 2) == at:
            return ()
        inner = sentence.words[other.first : other.last]
        named = self._named(inner, sentence, at + 2) if all(word.tag == "NNP" for word in inner) and len(inner) > 1 else ()
        plural = sentence.head(at).tag == "NNS"
        if plural or not named or named[0].kind not in {Kind.PERSON, Kind.ORGANISATION}:
            return ()
        full = named[0].name
        return (Entity(full, Kind.PERSON, entities.short_name(full)),) if _is_human(sentence.head(at)) else ()

    def _together(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """"the two men", "both countries": who was named last."""
        group = sentence.noun(at)
        if group is None or sentence.head(at).tag != "NNS":
            return ()
        words = {word.lower for word in sentence.words[group.first : group.head]}
        if not words & {"two", "both"} or words - {"the", "these", "those", "two", "both"}:
            return ()
        head = sentence.head(at).lower
        if head in listed("groups"):
            several = tuple(dict.fromkeys(reversed(self.persons)))[:2]
            return tuple(reversed(several)) if len(several) > 1 else ()
        states = tuple(dict.fromkeys(reversed([item for item in self.states if item.kind is Kind.COUNTRY])))[:2]
        return tuple(reversed(states)) if head in listed("group_states") and len(states) > 1 else ()

    def _people_of(self, head: Word) -> tuple[Entity, ...]:
        """ "Iranians" act for their country."""
        found = countries().get(head.text)
        return (Entity(found.name, Kind.COUNTRY, found.short),) if found and found.role == "adjective" else ()

    def _role(self, inner: Sequence[Word]) -> tuple[Entity, ...]:
        """ "the Russian foreign minister", "the president": who held that role earlier in the text."""
        words = [word for word in inner if word.tag not in {"DT", "PRPS"}]
        if (
            not words
            or words[-1].lower.split()[-1] not in listed("person_roles") | {"state"}
            or words[-1].tag == "NNS"
        ):
            return ()
        country = next((countries()[word.text].name for word in words if word.text in countries()), "")
        role = " ".join(word.lower for word in words if word.text not in countries())
        named = [item.name for item in reversed(self.persons)]
        person = self.reading.people.with_role(role, country, named, self.busy)
        return (Entity(person, Kind.PERSON, entities.short_name(person)),) if person else ()

    def _referring(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """ "the pact" → the treaty last named; "the last remaining arms control regime" → the one so described."""
        group = sentence.noun(at)
        if group is None:
            return ()
        head, first = sentence.words[group.head], sentence.words[group.first]
        again = self.instrument is not None and head.lower == self.instrument.name.split()[-1].lower()
        if head.lower not in treaty_nouns("coreferent") | treaty_nouns("words") | listed("firms") and not again:
            return ()
        firm = self._firm(sentence, at)
        if firm:
            return firm
        content = _content(sentence, at)
        for name, described in self.definitions.items():
            if len(content & described) > 1:
                return (Entity(name, Kind.INSTRUMENT),)
        definite = first.lower in _DEFINITE
        bare = (
            not content
            - treaty_nouns("coreferent")
            - {"new", "current", "landmark", "historic", "international"}
        )
        bare = bare or (again and len(content) == 1)
        if definite and bare and self.instrument and head.lower != "regime":
            return (self.instrument,)
        return self._described(sentence, at, content)

    def _described(self, sentence: Sentence, at: int, content: frozenset[str]) -> tuple[Entity, ...]:
        """"the fisheries accord": a treaty that goes by a description."""
        group = sentence.noun(at)
        if group is None or sentence.head(at).lower not in treaty_nouns("words") - {"regime", "charter", "deal"}:
            return ()
        if sentence.words[group.first].lower not in {"the", "a", "an"} or not content - _VAGUE - treaty_nouns("words"):
            return ()
        named = [word.text for word in sentence.words[group.first : group.last] if word.tag not in {"DT", "CD"} and word.timex is None]
        return (Entity(" ".join(named), Kind.INSTRUMENT),)

    def _firm(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """"the company": the organisation named last."""
        group = sentence.noun(at)
        if group is None or sentence.head(at).lower not in listed("firms") or group.last - group.first != _DEFINITE_WORDS:
            return ()
        found = [item for item in self.states if item.kind is Kind.ORGANISATION and _is_firm(item.name)]
        return tuple(found[-1:]) if sentence.words[group.first].lower == "the" else ()

    def _thing(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        group = sentence.noun(at)
        if group is None:
            return ()
        words = [
            word.text
            for word in sentence.words[group.first : group.last]
            if word.tag not in {"DT", "PRPS", "TMX", "POS"}
        ]
        return (Entity(" ".join(words), Kind.THING),) if words else ()


def _content(sentence: Sentence, at: int) -> frozenset[str]:
    group = sentence.noun(at)
    if group is None:
        return frozenset()
    inside = sentence.words[group.first : group.last]
    return frozenset(
        word.lower for word in inside if word.tag in {"JJ", "NN", "NNS", "NNP"} and word.timex is None
    )


def _is_human(head: Word) -> bool:
    """Tell a person's description by its ending or the list of roles ("registrar", "lawyer")."""
    return head.lower in listed("person_roles") or head.lower.endswith(("er", "or", "ar", "ist", "man", "woman", "ent", "ian", "ee"))


def _is_firm(name: str) -> bool:
    """Tell a company from a public body."""
    parts = {part.lower().rstrip(".") for part in name.split()}
    return bool(parts & {"inc", "corp", "co", "ltd", "airlines", "airways", "bank"}) or not entities.is_organisation(name.split())
