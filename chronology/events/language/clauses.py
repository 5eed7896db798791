"""Who does what: the subject of each verb group of a sentence."""

from dataclasses import dataclass
from functools import cached_property

from chronology.events.language import tree
from chronology.events.language.elements import VerbGroup
from chronology.events.language.relations import Relations
from chronology.events.language.structure import BARRIERS, MAX_WALK, SAYING
from chronology.events.language.words import data


@dataclass(frozen=True)
class Sentence(Relations):
    """A sentence read: words, elements, and the relations between elements (by element index)."""

    @cached_property
    def tree(self) -> tree.Tree:
        """Its clauses, and which hangs on which."""
        return tree.read(self)

    @cached_property
    def subjects(self) -> dict[int, int]:
        """Verb group → the noun group that is its subject (of a bare participle: what it describes)."""
        out: dict[int, int] = {}
        for at in self.verbs():
            found = self._subject(at, out)
            if found >= 0:
                out[at] = found
        for at in self.verbs():
            if at not in out:
                found = self._later_subject(at, out)
                if found >= 0:
                    out[at] = found
        return out

    def _subject(self, at: int, known: dict[int, int]) -> int:
        verb = self.verb(at)
        if verb is None:
            return -1
        before = self.skip_left(at - 1, {"RB", "TMX"})
        if self.mark(before) == "WP":
            return self.antecedent(before)
        if self._time_acts(at, before):
            return -1
        if self.inverted(at):
            return at + 1
        if verb.finite:
            return self._finite_subject(before, known)
        return self._loose_subject(at, before, verb, known)

    def _time_acts(self, at: int, before: int) -> bool:
        """As in "before the fiscal year begins": the subject is a time."""
        return self.mark(at - 1) == "TMX" and self.mark(before) in BARRIERS

    def _finite_subject(self, before: int, known: dict[int, int]) -> int:
        described = max(self._over_relative(before), self._past_circumstance(before))
        earlier = described if described >= 0 else self._carried(before, known)
        if earlier >= 0:
            return earlier
        fallback = -1
        for here in range(before, max(-1, before - MAX_WALK), -1):
            if self.mark(here) in BARRIERS | {";", ":"}:
                break
            verb, noun = self.verb(here), self.noun(here)
            inner = noun is not None and self.mark(here - 1) == "WP" and here != before
            if noun is not None and self.mark(here - 1) == "," and self._age(here):
                continue  # "James Moe, 44, was seen"
            if noun is not None and not inner and here not in self.prepositions:
                if self._under_infinitive(here):
                    return self.coordinated(here - 2)[0]
                return here if self.verb(here - 1) is not None else self.coordinated(here)[0]
            fallback = here if noun is not None and not inner and fallback < 0 else fallback
            if verb is not None and here in known and verb.finite:
                return known[here]
        return fallback

    def _age(self, at: int) -> bool:
        named = self.noun(at - 2) is not None and self.head(at - 2).tag == "NNP"
        return named and self.head(at).tag == "CD" and self.mark(at + 1) == ","

    def _under_infinitive(self, at: int) -> bool:
        """As in "talks to end the war began", "A bus carrying pilgrims fell": its object is no subject."""
        verb = self.verb(at - 1)
        loose = verb is not None and not verb.finite and not verb.passive
        described = loose and self.noun(at - 2) is not None
        return described and all(self.verb(here) is None for here in range(at - 2))

    def _carried(self, before: int, known: dict[int, int]) -> int:
        """The subject of a verb after "and", or after what stands between commas."""
        inserted = self._before_insertion(before)
        named = self._before_apposition(before) if self.mark(before) == "," else -1
        if named > 0 and self.mark(named - 1) == "CC":
            return named  # "and his successor, Mary Tolland, stayed"
        if inserted >= 0 or self.mark(before) not in {"CC", ","}:
            return inserted
        shared = self._shared_subject(before, known)
        return self._before_apposition(before) if shared < 0 and self.mark(before) == "," else shared

    def _before_insertion(self, before: int) -> int:
        """As in "the measures, adopted after a plane was forced to land, expire": the group before it all."""
        if self.mark(before) != ",":
            return -1
        for here in range(before - 1, max(-1, before - MAX_WALK), -1):
            verb = self.verb(here + 1)
            if self.mark(here) == "," and verb is not None and verb.passive and not verb.finite:
                inside = {self.mark(item) for item in range(here + 1, before)}
                noun = self._chain_head(here - 1)
                told = inside & {"TIMESUB", "WP", "SUB", ","} and noun >= 0 and self.head(noun).tag != "JJ"
                return noun if told else -1
        return -1

    def _definite(self, at: int, under: str) -> bool:
        """Tell "the terms of the treaty, signed …" (the treaty) from "a review of progress, held …"."""
        group = self.noun(at)
        if under != "of" or group is None:
            return False
        treaties = data("names.toml")["treaty_nouns"]["coreferent"].split()
        return any(
            word.tag == "NNP" or word.lower in treaties for word in self.words[group.first : group.last]
        )

    def _before_apposition(self, before: int) -> int:
        """As in "Adli Mansour, the head of the court, was sworn in": the group before the inserted phrase."""
        for here in range(before - 1, max(-1, before - MAX_WALK), -1):
            verb = self.verb(here)
            joins = self.mark(here) == "CC" and self.joined_to(here + 1) >= 0
            stops = self.mark(here) in BARRIERS | {";", ":", "CC"} and not joins
            if stops or (verb is not None and verb.finite):
                return -1
            if self.mark(here) == ",":
                noun = here - 3 if self._age(here - 1) else here - 1
                while self.noun(noun) is not None and noun in self.prepositions:
                    noun = self.prepositions[noun] - 1
                return noun if self.noun(noun) is not None and self.head(noun).tag != "JJ" else -1
        return -1

    def _shared_subject(self, before: int, known: dict[int, int]) -> int:
        """As in "X met Y and told Z": the later verb takes the subject of the earlier one."""
        later = next(
            (item for at in range(before + 1, len(self.elements)) if (item := self.verb(at)) is not None),
            None,
        )
        nearest = -1
        for here in range(before - 1, max(-1, before - MAX_WALK), -1):
            if self.mark(here) in BARRIERS | {";", ":"} and nearest < 0:
                return -1
            verb = self.verb(here)
            if verb is None or not verb.finite:
                continue
            if later is None or verb.perfect == later.perfect or not verb.perfect:
                return known.get(here, -1)
            nearest = here if nearest < 0 else nearest
        return known.get(nearest, -1)

    def _loose_subject(self, at: int, before: int, verb: VerbGroup, known: dict[int, int]) -> int:
        if (
            verb.infinitive
            and before in self.prepositions
            and self.head(self.prepositions[before]).lower in _FOR_TO
        ):
            return before
        if verb.infinitive or self.mark(before) == "IN":
            return self._controller(at, before, known)
        noun = self._absolute(before)
        if noun >= 0:
            return noun
        noun = self._noun_before(before)
        if noun >= 0 and self.mark(before) != "," and before >= 0:
            return noun
        if noun >= 0 and self.mark(before) == "," and verb.passive:
            under = self.head(self.prepositions[noun]).lower if noun in self.prepositions else ""
            return self._chain_head(noun) if under and not self._definite(noun, under) else noun
        return self._controller(at, before, known) if before >= 0 else -1

    def _absolute(self, before: int) -> int:
        """As in "With the treaty between A and B expiring, …": the group right after "with".

        "talks between A and B": talks.
        """
        here = before
        while self.noun(here) is not None and here in self.prepositions:
            preposition = self.prepositions[here]
            if self.mark(here - 1) == "CC":
                here -= 2
                continue
            word = self.head(preposition).lower
            if word == "with" and (preposition == 0 or self.mark(preposition - 1) == ","):
                return preposition + 1
            if word != "between" and preposition > 1:
                return self._opens_with(preposition)
            here = self.skip_left(preposition - 1, {"RB"})
        return here if here != before and self.noun(here) is not None and here < before else -1

    def _opens_with(self, at: int) -> int:
        first = self.head(0).lower if self.elements else ""
        plain = all(self.verb(here) is None and self.mark(here) != "," for here in range(at))
        return 1 if first == "with" and plain and self.noun(1) is not None else -1

    def _noun_before(self, at: int) -> int:
        here = self.skip_left(at, {"RB", ",", '"', "TMX"})
        return here if self.noun(here) is not None else -1

    def _controller(self, at: int, before: int, known: dict[int, int]) -> int:
        """Subject of an infinitive, a gerund after a preposition, or a loose participle."""
        del at
        for here in range(before, max(-1, before - MAX_WALK), -1):
            verb = self.verb(here)
            if verb is None:
                continue
            target = self.object_of(here)
            accused = self.head(here).lemma in _ACCUSING and self.mark(before) == "IN"
            if (accused or self._controls_object(here)) and 0 <= target <= before:
                return target
            if here in known:
                return known[here]
        return -1

    def _controls_object(self, at: int) -> bool:
        return self.head(at).lemma in _OBJECT_CONTROL

    def _later_subject(self, at: int, known: dict[int, int]) -> int:
        """An opening participle takes the subject of the main clause; "…, said X" takes what follows."""
        if self._time_acts(at, self.skip_left(at - 1, {"RB", "TMX"})):
            return -1
        if self.head(at).lemma in SAYING and self.noun(at + 1) is not None:
            return at + 1
        for other in self.verbs():
            verb = self.verb(other)
            inside = self.mark(self.skip_left(other - 1, {"RB"})) == "WP"
            if other > at and other in known and verb is not None and verb.finite and not inside:
                return known[other]
        return -1


_ACCUSING = frozenset(
    {
        "accuse",
        "suspect",
        "blame",
        "convict",
        "acquit",
        "criticize",
        "criticise",
        "condemn",
        "praise",
        "thank",
    }
)
_FOR_TO = frozenset({"for", "to", "on", "upon"})
_OBJECT_CONTROL = frozenset(
    [
        "ask",
        "tell",
        "invite",
        "urge",
        "order",
        "force",
        "allow",
        "enable",
        "encourage",
        "persuade",
        "press",
        "push",
        "require",
        "request",
        "call",
        "permit",
        "help",
        "get",
        "let",
        "cause",
        "lead",
        "authorize",
        "authorise",
        "instruct",
        "direct",
        "warn",
        "want",
        "expect",
        "oblige",
        "compel",
        "convince",
        "give",
        "grant",
        "send",
    ]
)
