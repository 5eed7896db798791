"""The elements of a sentence: noun groups, verb groups, and the marks between them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NounGroup:
    """Words [first, last) with their head; `owner` is the group before 's, if any."""

    first: int
    last: int
    head: int
    owner: "NounGroup | None" = None

    @property
    def kind(self) -> str:
        """Kind of element."""
        return "NG"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Words [first, last) with the main verb `head`; `infinitive` and participles are not finite.

    `tense`: "past", "present", "future" or "" (not finite). `modal` is the modal or semi-modal, if any.
    """

    first: int
    last: int
    head: int
    tense: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str = ""
    negated: bool = False
    infinitive: bool = False
    particle: str = ""

    @property
    def kind(self) -> str:
        """Kind of element."""
        return "VG"

    @property
    def finite(self) -> bool:
        """Whether it is the predicate of a clause."""
        return bool(self.tense)


@dataclass(frozen=True, slots=True)
class Mark:
    """Any other word: kind is its tag.

    ("IN", "CC", "SUB", "TIMESUB", "WP", "WRB", "PUNCT", "TMX", "RB", "JJ").
    """

    first: int
    kind: str

    @property
    def last(self) -> int:
        """End of the mark (it is one word)."""
        return self.first + 1


Element = NounGroup | VerbGroup | Mark
