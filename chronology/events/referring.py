"""Words that refer back: pronouns, "the pact", "the two leaders", "the company"."""

from collections import Counter

from chronology.events import entities
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed, treaty_nouns
from chronology.events.language.clauses import Sentence
from chronology.events.naming import Namer

_VAGUE = frozenset(
    [
        "new",
        "current",
        "landmark",
        "historic",
        "international",
        "existing",
        "old",
        "broader",
        "wider",
        "bilateral",
        "latest",
        "final",
    ]
)
_DEFINITE_WORDS = 2
_HE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WE = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "both"})
_JOURNEYS = frozenset({"visit", "trip", "tour", "arrival", "stay"})
_CONCLUDED = frozenset(
    {"sign", "conclude", "adopt", "ratify", "negotiate", "open", "initial", "extend", "renew", "broker"}
)
_HOSTING = frozenset({"host", "welcome", "receive", "greet", "invite"})


class Referrer(Namer):
    """Resolves what refers to something said before."""

    def _pronoun(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        if word in _HE:
            return self._he(number, sentence, at)
        if word in _THEY:
            return self._they()
        if word in _IT:
            return self._it(word, sentence, at)
        return self._speaker(number, sentence, at) if word in _WE else ()

    def _possessive(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        head = sentence.head(at).lemma
        if word in _HE and head in _JOURNEYS:
            for verb in sentence.verbs():
                target = sentence.object_of(verb)
                if verb < at and sentence.head(verb).lemma in _HOSTING and target >= 0:
                    return self.reading.means(number, target)
        return self._own_subject(number, sentence, at, word) or self._pronoun(number, sentence, at, word)

    def _own_subject(self, number: int, sentence: Sentence, at: int, word: str) -> tuple[Entity, ...]:
        """As in "Chad sought to prove its innocence": the subject of the verb that governs the group."""
        verb = next((here for here in range(at - 1, -1, -1) if sentence.verb(here) is not None), -1)
        subject = sentence.subjects.get(verb, -1)
        found = self.reading.means(number, subject) if 0 <= subject < at else ()
        if word == "its":
            fitting = [item for item in found if item.kind is not Kind.PERSON and not _many(item)]
        elif word in _HE:
            fitting = [item for item in found if item.kind is Kind.PERSON]
        else:
            fitting = []
        return tuple(fitting[:1])

    def _he(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        exclude: set[str] = set()
        own = sentence.noun(at)
        for verb, subject in sentence.subjects.items():
            if own is None or sentence.words[own.head].tag != "PRP":
                break
            if sentence.object_of(verb) == at or any(noun == at for _, noun in sentence.complements(verb)):
                exclude |= {item.name for item in self.reading.means(number, subject)}
                exclude |= {item.name for item in self.reading.owner(number, subject)}
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
            if item.kind is Kind.ORGANISATION
            and " " not in item.name
            and not entities.is_organisation([item.name])
            and item.name not in exclude
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
        acted = [sentence.head(verb) for verb, subject in sentence.subjects.items() if subject == at]
        if self.instrument is not None and any(
            _is_treaty_step(sentence, verb, at) for verb in sentence.subjects
        ):
            return (self.instrument,)
        near, far = (tuple(self.actors)[-1:],), (self.last_subject, self.last_object)
        order = (*far, *near) if acted and word == "it" else (*near, *far)
        for choice in (self.subject, *order):
            found = tuple(
                item
                for item in choice
                if item.kind is not Kind.PERSON
                and not _human(item)
                and not _many(item)
                and not (word == "it" and item.name == self.busy)
            )
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
                    return self.reading.means(number, subject) or self._by_name(sentence, subject)
        return ()

    def _together(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the two men", "both countries": who was named last."""
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
        if head not in listed("group_states"):
            return ()
        named = Counter(item for item in self.states if item.kind is Kind.COUNTRY).most_common(2)
        clear = len(named) > 1 and named[1][1] > 1
        return tuple(item for item, _ in named) if clear else ()

    def _referring(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the pact" → the treaty last named.

        "the last remaining arms control regime" → the one so described.
        """
        group = sentence.noun(at)
        if group is None:
            return ()
        head, first = sentence.words[group.head], sentence.words[group.first]
        again = self.instrument is not None and head.lower == self.instrument.name.split()[-1].lower()
        if (
            head.lower
            not in treaty_nouns("coreferent") | treaty_nouns("words") | listed("firms") | listed("bodies")
            and not again
        ):
            return ()
        firm = self._firm(sentence, at) or self._body(sentence, at)
        if firm:
            return firm
        content = content_words(sentence, at)
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
        """As in "the fisheries accord": a treaty that goes by a description."""
        group = sentence.noun(at)
        if group is None or sentence.head(at).lower not in treaty_nouns("words") - {
            "regime",
            "charter",
            "deal",
        }:
            return ()
        if sentence.words[group.first].lower not in {"the", "a", "an"} or not content - _VAGUE - treaty_nouns(
            "words"
        ):
            return ()
        start = group.owner.last + 1 if group.owner is not None else group.first
        named = [
            word.text
            for word in sentence.words[start : group.last]
            if word.tag not in {"DT", "CD"} and word.timex is None
        ]
        return (Entity(" ".join(named), Kind.INSTRUMENT),)

    def _body(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the court": the body of that name last named ("the General Court")."""
        group, head = sentence.noun(at), sentence.head(at).lower
        if group is None or head not in listed("bodies") or sentence.words[group.first].lower != "the":
            return ()
        if group.last - group.first != _DEFINITE_WORDS:
            return ()
        named = (item for item in reversed(self.states) if item.kind is Kind.ORGANISATION)
        return tuple(item for item in named if item.name.lower().endswith(f" {head}"))[:1]

    def _firm(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the company": the organisation named last."""
        group = sentence.noun(at)
        if (
            group is None
            or sentence.head(at).lower not in listed("firms")
            or group.last - group.first != _DEFINITE_WORDS
        ):
            return ()
        found = [item for item in self.states if item.kind is Kind.ORGANISATION and _is_firm(item.name)]
        acted = [item for item in self.last_subject if item in found]
        found = [item for item in found if _has_suffix(item.name)] or acted or found
        return tuple(found[-1:]) if sentence.words[group.first].lower == "the" else ()


def content_words(sentence: Sentence, at: int) -> frozenset[str]:
    """Return the words of a noun group that carry its meaning, lower case."""
    group = sentence.noun(at)
    if group is None:
        return frozenset()
    inside = sentence.words[group.first : group.last]
    return frozenset(
        word.lower for word in inside if word.tag in {"JJ", "NN", "NNS", "NNP"} and word.timex is None
    )


def _has_suffix(name: str) -> bool:
    """Tell what says that it is a company ("Corp")."""
    return bool({part.lower().rstrip(".") for part in name.split()} & listed("firm_words"))


def _is_firm(name: str) -> bool:
    """Tell a company from a public body."""
    return _has_suffix(name) or not entities.is_organisation(name.split())


def _is_treaty_step(sentence: Sentence, verb: int, subject: int) -> bool:
    """Tell whether `subject` is what was signed, ratified, … or enters into force."""
    group, head = sentence.verb(verb), sentence.head(verb)
    if group is None or sentence.subjects.get(verb, -1) != subject:
        return False
    into = {sentence.head(noun).lemma for _, noun in sentence.complements(verb)}
    forced = head.lemma in {"enter", "come", "go"} and "force" in into
    return forced or (group.passive and head.lemma in _CONCLUDED) or head.lemma in {"expire", "lapse"}


def _human(item: Entity) -> bool:
    """As in "the minister", where nobody is known to hold the office."""
    return item.kind is Kind.THING and item.name.split()[-1].lower() in listed("person_roles")


def _many(item: Entity) -> bool:
    """Tell a plural common noun ("accusations"), which neither "it" nor "its" can mean."""
    last = item.name.split()[-1]
    return item.kind is Kind.THING and last.islower() and last.endswith("s") and not last.endswith("ss")
