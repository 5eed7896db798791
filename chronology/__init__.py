"""Finds, resolves and explains the dates in documents, and builds timelines from them.

`chronology.tag(text, published=…)` and `chronology.resolve(words, published=…)` are loaded when first used.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chronology.tagging import resolve, tag

__all__ = ["resolve", "tag"]


def __getattr__(name: str) -> object:
    """Load the two functions of the library when they are first asked for."""
    if name in __all__:
        from chronology import tagging  # noqa: PLC0415 - importing a submodule shall stay cheap

        return getattr(tagging, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
