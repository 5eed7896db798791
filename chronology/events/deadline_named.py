"""Which instrument a deadline is of: what its sentence names, or the only one that "the pact" can be."""

import re
from bisect import bisect_left

from chronology.events import instruments

TREATY_NOUN = r"(?:treaty|pact|accord|agreement|convention|deal|protocol|arrangement|compact|framework)"
# How far before a date "the pact" may stand.
_NEAR = 600
_COREFERENT = re.compile(rf"\b(?:the|this|that) {TREATY_NOUN}\b", re.IGNORECASE)


class Named:
    """The instruments that a text names, in order, to look up before a date."""

    def __init__(self, text: str) -> None:
        """Find the instruments of a text."""
        self._mentions = instruments.find(text)
        self._starts = [item.span.start for item in self._mentions]
        firsts = {item.name: item.span.start for item in reversed(self._mentions)}
        self._firsts = sorted((start, name) for name, start in firsts.items())[:2]

    def about(self, text: str, sentence: int, before: int) -> tuple[str, ...]:
        """The one that the sentence names last before the date; for "the pact", the only one so far."""
        at = bisect_left(self._starts, before)
        if at and self._starts[at - 1] >= sentence:
            return (self._mentions[at - 1].name,)
        only = [name for start, name in self._firsts if start < before]
        near = max(sentence, before - _NEAR)
        meant = _COREFERENT.search(text[near:before])
        return tuple(only) if len(only) == 1 and meant is not None else ()
