"""Derivations in plain words, written only when somebody reads them."""

from collections.abc import Callable
from typing import Any

from chronology.model.timex import Derivation, Step

Content = tuple[tuple[Step, ...], str]


class LazyDerivation(Derivation):
    """A derivation whose words are made when first asked for; equal to the one it stands for."""

    __slots__ = ("_args", "_made", "_make")
    _args: tuple[Any, ...]
    _make: Callable[..., Content]
    _made: Content | None

    def __init__(self, make: Callable[..., Content], *args: Any) -> None:
        """Keep what is needed to write it."""
        object.__setattr__(self, "_make", make)
        object.__setattr__(self, "_args", args)
        object.__setattr__(self, "_made", None)

    def _content(self) -> Content:
        if self._made is None:
            object.__setattr__(self, "_made", self._make(*self._args))
        return self._made or ((), "")

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
