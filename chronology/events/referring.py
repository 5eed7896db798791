"""Words that refer back: "the pact", "the two leaders", "the company"."""

from collections import Counter

from chronology.events import entities
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed, treaty_nouns
from chronology.events.language.clauses import Sentence
from chronology.events.pronouns import Pronouns

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
_PLAIN = frozenset({"new", "current", "landmark", "historic", "international"})
_DEFINITE_WORDS = _TWO = 2
_HELD = frozenset({"mandate", "lease", "contract", "license", "licence", "arrangement", "text", "document"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "both"})


class Referrer(Pronouns):
    """Resolves what refers to something said before."""

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
            persons = dict.fromkeys(reversed(self.persons))
            several = tuple(item for item in persons if self._bears(item, sentence.head(at).lemma))[:2]
            return tuple(reversed(several)) if len(several) > 1 else ()
        if head not in listed("group_states"):
            return ()
        named = Counter(item for item in self.states if item.kind is Kind.COUNTRY).most_common(3)
        only = len(named) == _TWO
        clear = only or (len(named) > _TWO and named[1][1] > max(1, named[2][1]))
        return tuple(item for item, _ in named[:_TWO]) if clear else ()

    def _bears(self, item: Entity, role: str) -> bool:
        """Whether a person is known under the role that "the two presidents" asks for; anyone is a man."""
        roles = [known for (known, _), name in self.reading.people.roles.items() if name == item.name]
        held = listed("person_roles") - {"leader", "official"}
        return role not in held or any(known.endswith(role) for known in roles)

    def _referring(self, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the pact" → the treaty last named.

        "the last remaining arms control regime" → the one so described.
        """
        group = sentence.noun(at)
        if group is None:
            return ()
        head = sentence.words[group.head]
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
        return self._again(sentence, at, content) or self._described(sentence, at, content)

    def _again(self, sentence: Sentence, at: int, content: frozenset[str]) -> tuple[Entity, ...]:
        """As in "the pact": the last treaty of that noun, else the treaty last named."""
        group, head = sentence.noun(at), sentence.head(at).lower
        if group is None or self.instrument is None:
            return ()
        again = head == self.instrument.name.split()[-1].lower()
        plain = not content - treaty_nouns("coreferent") - _PLAIN or (again and len(content) == 1)
        first = sentence.words[group.first].lower
        if not plain or first not in _DEFINITE or (first in {"their", "his"} and head in _HELD):
            return ()
        same = [item for item in self.instruments if item.name.split()[-1].lower() == head]
        of_its_own = any(
            sentence.head(preposition).lower in {"on", "with", "between", "for", "against"}
            for preposition, _ in sentence.complements(at)[:1]
        )
        if same or (head != "regime" and not of_its_own):
            return (same[-1] if same else self.instrument,)
        return ()

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
        found = [item for item in found if _has_suffix(item.name)] or found
        if len({item.name for item in found}) > 1:  # several: the one that the sentence before is about
            found = [item for item in self.last_subject if item in found]
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
