"""The groups of one sentence and how they hang together: prepositions, coordination, objects, complements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from chronology.events.language.elements import Element, Mark, NounGroup, VerbGroup
from chronology.events.language.groups import group
from chronology.events.language.tagger import Word
from chronology.model import Span

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
BARRIERS = frozenset({"SUB", "TIMESUB", "WRB"})
_SAYING = frozenset(
    {"say", "tell", "add", "report", "announce", "warn", "claim", "note", "ask", "reply", "write"}
)
MAX_WALK = 60  # elements looked back for a subject: bounds the work on endless sentences


@dataclass(frozen=True)
class Structure:
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
        """Kind of the mark at `at`; a comma, quote or other punctuation is its own text.

        "" beyond the ends.
        """
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
            before = self.skip_left(at - 1, {"RB", '"'})
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
        between = self.prepositions_of(left) == "between"
        opens_clause = not between and self._predicated(at) and self._has_finite_left(left)
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

    def prepositions_of(self, at: int) -> str:
        """The preposition directly before group `at`, or ""."""
        return self.head(at - 1).lower if self.mark(at - 1) == "IN" else ""

    def _predicated(self, at: int) -> bool:
        """Tell whether a finite verb follows the group and its prepositional phrases."""
        after = at + 1
        while after < len(self.elements) and (
            self.mark(after) in {"RB", "TMX", "IN"} or (self.noun(after) and self.mark(after - 1) == "IN")
        ):
            after += 1
        verb = self.verb(after)
        return verb is not None and verb.finite

    def _has_finite_left(self, at: int) -> bool:
        for here in range(at, max(-1, at - MAX_WALK), -1):
            verb = self.verb(here)
            if verb is not None and verb.finite:
                return True
            if self.mark(here) in BARRIERS | {"WP", ";"}:
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
            chain = chains.get(left, [])
            chain.append(at)
            chains[at] = chain
        return {at: tuple(chain) for at, chain in chains.items() if len(chain) > 1}

    def skip_left(self, at: int, kinds: set[str]) -> int:
        """Return the first element at or before `at` that is no mark of these kinds."""
        while self.mark(at) in kinds:
            at -= 1
        return at

    def skip_right(self, at: int, kinds: set[str]) -> int:
        """Return the first element at or after `at` that is no mark of these kinds."""
        while self.mark(at) in kinds:
            at += 1
        return at

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
        after = self.skip_right(at + 1, {"RB", '"'})
        if verb.passive or self.noun(after) is None or self._finite_next(after):
            return -1
        return after

    def _relative_object(self, at: int) -> int:
        """As in "the deal, which the U.S. left": the antecedent is the object."""
        before = self.skip_left(at - 1, {"RB", "TMX"})
        first = self.coordinated(before)[0] if self.noun(before) is not None else -1
        if first < 0 or self.mark(first - 1) != "WP":
            return -1
        direct = self.skip_right(at + 1, {"RB", '"'})
        return self.antecedent(first - 1) if self.noun(direct) is None else -1

    def complements(self, at: int) -> tuple[tuple[int, int], ...]:
        """Prepositional groups (preposition, noun group) that follow element `at` directly."""
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
            if kind == "," and not out and self._apposed_name(here):
                here += 3
                continue
            noun = self.skip_right(here + 1, {"RB", '"'})
            if kind != "IN" or self.noun(noun) is None:
                if kind == "IN" and self.mark(here + 1) == "TMX":
                    here += 2
                    continue
                break
            out.append((here, noun))
            here = self.coordinated(noun)[-1] + 1
        return tuple(out)

    def _apposed_name(self, at: int) -> bool:
        """As in "met the registrar, Philippe Gautier, in Bonn": the name between commas."""
        group = self.noun(at + 1)
        if group is None or self.mark(at + 2) != ",":
            return False
        return all(word.tag == "NNP" for word in self.words[group.first : group.last])

    def antecedent(self, at: int) -> int:
        """Return the noun group that a relative pronoun at `at` stands for, or -1."""
        for here in range(at - 1, max(-1, at - 8), -1):
            if self.noun(here) is not None:
                found = self._described(here) if self.mark(at - 1) == "," else here
                return self._people(found) if self.head(at).lower == "who" else found
        return -1

    def _people(self, at: int) -> int:
        """As in "observers from the Union, who …": the observers."""
        preposition = self.prepositions.get(at, -1)
        of_whom = preposition == at - 1 and self.head(preposition).lower in {"from", "of"}
        several = self.noun(preposition - 1) is not None and self.head(preposition - 1).tag == "NNS"
        return preposition - 1 if of_whom and several and self.head(at).tag == "NNP" else at

    def _described(self, at: int) -> int:
        """As in "Soile Aalto, a nurse, who …": the name that the apposition describes."""
        group, name = self.noun(at), self.noun(at - 2)
        apposed = (
            group is not None and self.words[group.first].lower in {"a", "an"} and self.mark(at - 1) == ","
        )
        named = name is not None and self.words[name.head].tag == "NNP"
        return at - 2 if apposed and named else self._before_place(at)

    def _before_place(self, at: int) -> int:
        """As in "the centre at Kurchatov, which …", "an agreement on supplies, which …": the first group."""
        preposition = self.prepositions.get(at, -1)
        where = self.head(preposition).lower if preposition >= 0 else ""
        group = self.noun(at)
        bare = group is not None and self.words[group.first].tag == "NNP"
        named = bare and self.head(at).tag == "NNP" and where in {"in", "at", "near"}
        loose = group is not None and self.words[group.first].tag in {"NN", "NNS", "JJ"}
        climbs = (named or loose) and preposition == at - 1
        return preposition - 1 if climbs and self.noun(preposition - 1) is not None else at
