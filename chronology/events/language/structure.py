"""The groups of one sentence and how they hang together: prepositions and coordination."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from chronology.events.language.elements import Element, Mark, NounGroup, VerbGroup
from chronology.events.language.groups import group
from chronology.events.language.tagger import Word
from chronology.model import Span

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
BARRIERS = frozenset({"SUB", "TIMESUB", "WRB"})
SAYING = frozenset(
    {"say", "tell", "add", "report", "announce", "warn", "claim", "note", "ask", "reply", "write"}
)
HOLDING = SAYING | {
    "believe", "think", "know", "hope", "fear", "expect", "agree", "claim", "insist", "argue", "decide",
    "rule", "find", "deny", "allege", "suggest", "see", "feel", "mean", "show",
}  # fmt: skip
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
        return self._marks[at] if 0 <= at < len(self._marks) else ""

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        return tuple(self._mark(element) for element in self.elements)

    def _mark(self, element: Element) -> str:
        if not isinstance(element, Mark):
            return ""
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
        return iter(self._groups[0])

    def nouns(self) -> Iterator[int]:
        """Indices of the noun groups."""
        return iter(self._groups[1])

    @cached_property
    def _groups(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        kinds = [element.kind for element in self.elements]
        verbs = (at for at, kind in enumerate(kinds) if kind == "VG")
        return tuple(verbs), tuple(at for at, kind in enumerate(kinds) if kind == "NG")

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
        if kind == "," and self.head(left).tag == "NNS" and self.head(at).tag == "NNP":
            return -1  # "the ministers, Novak and Moe, met"
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
