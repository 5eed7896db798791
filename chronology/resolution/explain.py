"""Derivations in plain words, written only when somebody reads them."""

from collections.abc import Callable

from chronology.model.timex import Derivation, Step

Content = tuple[tuple[Step, ...], str]


class LazyDerivation(Derivation):
    """A derivation whose words are made when first asked for; equal to the one it stands for."""

    __slots__ = ("_told",)
    _told: Content | Callable[[], Content]

    def __init__(self, write: Callable[[], Content]) -> None:
        """Keep what writes it."""
        object.__setattr__(self, "_told", write)

    def _content(self) -> Content:
        told = self._told
        if not isinstance(told, tuple):
            told = told()
            object.__setattr__(self, "_told", told)
        return told

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps."""
        return self._content()[0]

    @property
    def because(self) -> str:
        """The one sentence."""
        return self._content()[1]

    def __eq__(self, other: object) -> bool:
        """Compare what is said."""
        if not isinstance(other, Derivation):
            return NotImplemented
        return (self.steps, self.because) == (other.steps, other.because)

    def __hash__(self) -> int:
        """Hash what is said."""
        return hash((self.steps, self.because))

    def __reduce__(self) -> tuple[type[Derivation], Content]:
        """Pickle as a plain derivation."""
        return (Derivation, self._content())
