"""Who does what to whom: subjects, objects, complements and governors over the groups of one sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from chronology.events.language.groups import Element, Mark, NounGroup, VerbGroup, group
from chronology.events.language.tagger import Word
from chronology.model import Span

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_BARRIERS = frozenset({"SUB", "TIMESUB", "WRB"})
_SAYING = frozenset(
    {"say", "tell", "add", "report", "announce", "warn", "claim", "note", "ask", "reply", "write"}
)
MAX_WALK = 60  # elements looked back for a subject: bounds the work on endless sentences


@dataclass(frozen=True)
class Sentence:
    """A sentence read: words, elements, and the relations between elements (by element index)."""

    span: Span
    words: tuple[Word, ...]
    elements: tuple[Element, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Group the words."""
        object.__setattr__(self, "elements", group(self.words))

    # ---- plain access -------------------------------------------------------------------------------
    def noun(self, at: int) -> NounGroup | None:
        """Return element `at` if it is a noun group."""
        element = self.elements[at] if 0 <= at < len(self.elements) else None
        return element if isinstance(element, NounGroup) else None

    def verb(self, at: int) -> VerbGroup | None:
        """Return element `at` if it is a verb group."""
        element = self.elements[at] if 0 <= at < len(self.elements) else None
        return element if isinstance(element, VerbGroup) else None

    def mark(self, at: int) -> str:
        """Kind of the mark at `at`; a comma, quote or other punctuation is its own text; "" beyond the ends."""
        if not 0 <= at < len(self.elements) or not isinstance(self.elements[at], Mark):
            return ""
        element = self.elements[at]
        if element.kind != "PUNCT":
            return element.kind
        text = self.words[element.first].text
        return '"' if text in _QUOTES else text

    def head(self, at: int) -> Word:
        """Return the head word of element `at`."""
        element = self.elements[at]
        return self.words[element.first if isinstance(element, Mark) else element.head]

    def verbs(self) -> Iterator[int]:
        """Indices of the verb groups."""
        return (at for at, element in enumerate(self.elements) if isinstance(element, VerbGroup))

    def nouns(self) -> Iterator[int]:
        """Indices of the noun groups."""
        return (at for at, element in enumerate(self.elements) if isinstance(element, NounGroup))

    # ---- prepositions and coordination ------------------------------------------------------------
    @cached_property
    def prepositions(self) -> dict[int, int]:
        """Noun group → the preposition that governs it (through coordination too)."""
        out: dict[int, int] = {}
        for at in self.nouns():
            before = self._skip_left(at - 1, {"RB", '"'})
            if self.mark(before) == "IN":
                out[at] = before
            elif self.joined_to(at) in out:
                out[at] = out[self.joined_to(at)]
        return out

    @cached_property
    def _joins(self) -> dict[int, int]:
        return {at: found for at in self.nouns() if (found := self._join(at)) >= 0}

    def joined_to(self, at: int) -> int:
        """Noun group to the left that this one is coordinated with, or -1."""
        return self._joins.get(at, -1)

    def _join(self, at: int) -> int:
        before = at - 1
        while self.mark(before) in {"RB", '"'}:
            before -= 1
        kind = self.mark(before)
        if kind == "CC" and self.mark(before - 1) == ",":
            before -= 1
        left = before - 1
        if kind not in {"CC", ","} or self.noun(left) is None:
            return -1
        if kind == ",":
            return left if self._list_goes_on(at) else -1
        if self.head(before if self.mark(before) == "CC" else before + 1).lower == "but":
            return -1
        opens_clause = self._predicated(at) and self._has_finite_left(left)
        return -1 if opens_clause else left

    def _list_goes_on(self, at: int) -> bool:
        for here in range(at + 1, min(at + 12, len(self.elements)), 2):
            kind = self.mark(here)
            if kind == "CC" and self.noun(here + 1) is not None:
                return True
            if kind == "," and self.mark(here + 1) == "CC" and self.noun(here + 2) is not None:
                return not self._finite_next(here + 2)
            if kind != "," or self.noun(here + 1) is None:
                return False
        return False

    def _finite_next(self, at: int) -> bool:
        after = at + 1
        while self.mark(after) in {"RB", "TMX"}:
            after += 1
        verb = self.verb(after)
        return verb is not None and verb.finite

    def _predicated(self, at: int) -> bool:
        """Tell whether a finite verb follows the group and its prepositional phrases."""
        after = at + 1
        while after < len(self.elements) and (self.mark(after) in {"RB", "TMX", "IN"} or (self.noun(after) and self.mark(after - 1) == "IN")):
            after += 1
        verb = self.verb(after)
        return verb is not None and verb.finite

    def _has_finite_left(self, at: int) -> bool:
        for here in range(at, max(-1, at - MAX_WALK), -1):
            verb = self.verb(here)
            if verb is not None and verb.finite:
                return True
            if self.mark(here) in _BARRIERS | {"WP", ";"}:
                return False
        return False

    def coordinated(self, at: int) -> tuple[int, ...]:
        """Return the noun groups coordinated with `at`, itself among them, in order."""
        return self._chains.get(at, (at,))

    @cached_property
    def _chains(self) -> dict[int, tuple[int, ...]]:
        chains: dict[int, list[int]] = {}
        for at in self.nouns():
            left = self.joined_to(at)
            chain = chains[left] if left in chains else []
            chain.append(at)
            chains[at] = chain
        return {at: tuple(chain) for at, chain in chains.items() if len(chain) > 1}

    def _skip_left(self, at: int, kinds: set[str]) -> int:
        while self.mark(at) in kinds:
            at -= 1
        return at

    def _skip_right(self, at: int, kinds: set[str]) -> int:
        while self.mark(at) in kinds:
            at += 1
        return at

    # ---- subjects -----------------------------------------------------------------------------------
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
        before = self._skip_left(at - 1, {"RB", "TMX"})
        if self.mark(before) == "WP":
            return self._antecedent(before)
        if verb.finite:
            return self._finite_subject(before, known)
        return self._loose_subject(at, before, verb, known)

    def _antecedent(self, at: int) -> int:
        for here in range(at - 1, max(-1, at - 8), -1):
            if self.noun(here) is not None:
                return here
        return -1

    def _finite_subject(self, before: int, known: dict[int, int]) -> int:
        if self.mark(before) in {"CC", ","}:
            shared = self._shared_subject(before, known)
            if shared < 0 and self.mark(before) == ",":
                shared = self._before_apposition(before)
            if shared >= 0:
                return shared
        fallback = -1
        for here in range(before, max(-1, before - MAX_WALK), -1):
            kind = self.mark(here)
            if kind in _BARRIERS or kind in {";", ":"}:
                break
            if self.noun(here) is not None and self.mark(here - 1) == "WP" and here != before:
                continue
            if self.noun(here) is not None:
                if here not in self.prepositions:
                    return here if self.verb(here - 1) is not None else self.coordinated(here)[0]
                fallback = here if fallback < 0 else fallback
            verb = self.verb(here)
            if verb is not None and here in known and verb.finite:
                return known[here]
        return fallback

    def _before_apposition(self, before: int) -> int:
        """"Adli Mansour, the head of the court, was sworn in": the group before the inserted phrase."""
        for here in range(before - 1, max(-1, before - MAX_WALK), -1):
            verb = self.verb(here)
            if self.mark(here) in _BARRIERS | {";", ":", "CC"} or (verb is not None and verb.finite):
                return -1
            if self.mark(here) == ",":
                noun = here - 1
                while self.noun(noun) is not None and noun in self.prepositions:
                    noun = self.prepositions[noun] - 1
                return noun if self.noun(noun) is not None else -1
        return -1

    def _shared_subject(self, before: int, known: dict[int, int]) -> int:
        """ "X met Y and told Z": the later verb takes the subject of the earlier one."""
        later = next(
            (item for at in range(before + 1, len(self.elements)) if (item := self.verb(at)) is not None),
            None,
        )
        nearest = -1
        for here in range(before - 1, max(-1, before - MAX_WALK), -1):
            if self.mark(here) in _BARRIERS | {";", ":"} and nearest < 0:
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
        if noun >= 0 and self.mark(before) not in {","} and before >= 0:
            return noun
        if noun >= 0 and self.mark(before) == "," and verb.passive:
            return noun
        return self._controller(at, before, known) if before >= 0 else -1

    def _absolute(self, before: int) -> int:
        """ "With the treaty between A and B expiring, …": the group right after "with"; "talks between A and B": talks."""
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
                opens = self._opens_with(preposition)
                return opens
            here = self._skip_left(preposition - 1, {"RB"})
        return here if here != before and self.noun(here) is not None and here < before else -1

    def _opens_with(self, at: int) -> int:
        first = self.head(0).lower if self.elements else ""
        plain = all(self.verb(here) is None and self.mark(here) != "," for here in range(at))
        return 1 if first == "with" and plain and self.noun(1) is not None else -1

    def _noun_before(self, at: int) -> int:
        here = self._skip_left(at, {"RB", ",", '"', "TMX"})
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
        if self.head(at).lemma in _SAYING and self.noun(at + 1) is not None:
            return at + 1
        for other in self.verbs():
            verb = self.verb(other)
            if other > at and other in known and verb is not None and verb.finite:
                return known[other]
        return -1

    # ---- objects and complements -----------------------------------------------------------------
    def object_of(self, at: int) -> int:
        """Noun group that is the object of verb group `at`, or -1."""
        known = self._objects
        if at not in known:
            known[at] = self._object(at)
        return known[at]

    @cached_property
    def _objects(self) -> dict[int, int]:
        return {}

    @cached_property
    def _complements(self) -> dict[int, tuple[tuple[int, int], ...]]:
        return {}

    def _object(self, at: int) -> int:
        verb = self.verb(at)
        if verb is None:
            return -1
        relative = self._relative_object(at)
        if relative >= 0:
            return relative
        after = self._skip_right(at + 1, {"RB", '"'})
        if verb.passive or self.noun(after) is None or self._finite_next(after):
            return -1
        return after

    def _relative_object(self, at: int) -> int:
        """ "the deal, which the U.S. left": the antecedent is the object."""
        before = self._skip_left(at - 1, {"RB", "TMX"})
        if self.noun(before) is None or self.mark(before - 1) != "WP":
            return -1
        direct = self._skip_right(at + 1, {"RB", '"'})
        return self._antecedent(before - 1) if self.noun(direct) is None else -1

    def complements(self, at: int) -> tuple[tuple[int, int], ...]:
        """Prepositional groups (preposition, noun group) that follow element `at` with no boundary between."""
        known = self._complements
        if at not in known:
            known[at] = self._prepositional(at)
        return known[at]

    def _prepositional(self, at: int) -> tuple[tuple[int, int], ...]:
        here = at + 1
        target = self.object_of(at)
        if target > at:
            here = self.coordinated(target)[-1] + 1
        out: list[tuple[int, int]] = []
        while here < len(self.elements):
            kind = self.mark(here)
            if kind in {"RB", "TMX", '"'}:
                here += 1
                continue
            noun = self._skip_right(here + 1, {"RB", '"'})
            if kind != "IN" or self.noun(noun) is None:
                if kind == "IN" and self.mark(here + 1) == "TMX":
                    here += 2
                    continue
                break
            out.append((here, noun))
            here = self.coordinated(noun)[-1] + 1
        return tuple(out)


_ACCUSING = frozenset({"accuse", "suspect", "blame", "convict", "acquit", "criticize", "criticise", "condemn", "praise", "thank"})
_FOR_TO = frozenset({"for", "to", "on", "upon"})
_OBJECT_CONTROL = frozenset(
    "ask tell invite urge order force allow enable encourage persuade press push require request call permit help get "
    "let cause lead authorize authorise instruct direct warn want expect oblige compel convince give grant send".split()
)
