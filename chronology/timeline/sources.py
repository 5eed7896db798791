"""Independent corroboration: distinct publishers, and no copy counted twice."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

from chronology.model import Document, Event

# Texts that share this much of their wording (Jaccard over five-word runs) are one text.
NEAR_DUPLICATE = 0.6
_RUN = 5
_SKETCH = 128
# Texts with a common value among this many smallest of their sketches are compared.
_BANDS = 8
_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Who tells of an event independently: publishers (or documents without one), and by how many routes."""

    sources: tuple[str, ...]
    routes: int
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Which documents are one source: near-duplicate texts and documents of one publisher."""

    duplicates: tuple[tuple[str, str], ...]
    source_of: Mapping[str, str]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Sources":
        """Find copies and publishers among `documents`; near-linear in their number."""
        duplicates = tuple(near_duplicates(documents))
        home = {document.id: document.id for document in documents}
        by_publisher: dict[str, str] = {}
        for document in sorted(documents, key=lambda item: item.id):
            publisher = document.publisher.casefold().strip()
            if publisher:
                _join(home, by_publisher.setdefault(publisher, document.id), document.id)
        for one, other in duplicates:
            _join(home, one, other)
        return cls(duplicates, {document: _find(home, document) for document in home})

    def corroboration(self, event: Event) -> Corroboration:
        """Say how many independent sources tell of `event`, and by how many routes they date it."""
        independent = tuple(dict.fromkeys(self.source_of.get(item, item) for item in event.documents))
        routes = {
            (
                self.source_of.get(item.document_id, item.document_id),
                item.timex.text.casefold(),
                item.timex.anchor.label,
            )
            for item in event.evidence
            if item.timex is not None
        }
        told = set(event.documents)
        copies = tuple(other for one, other in self.duplicates if {one, other} <= told)
        return Corroboration(independent, len({route[1:] for route in routes}), tuple(dict.fromkeys(copies)))


def near_duplicates(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids (smaller first) whose texts are copies of one another, in order."""
    sketches = {document.id: sketch(document.text) for document in documents}
    buckets: dict[int, list[str]] = defaultdict(list)
    for document, values in sorted(sketches.items()):
        for value in values[:_BANDS]:
            buckets[value].append(document)
    pairs = {pair for members in buckets.values() for pair in _neighbours(members)}
    for one, other in sorted(pairs):
        if _resemblance(sketches[one], sketches[other]) >= NEAR_DUPLICATE:
            yield one, other


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's five-word runs (bottom-k MinHash): alike for texts that are alike."""
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
    return tuple(sorted({crc32(run.encode("utf-8", "replace")) for run in runs if run})[:_SKETCH])


def _resemblance(one: Sketch, other: Sketch) -> float:
    """Jaccard resemblance as the smallest hashes of both estimate it (Broder 1997)."""
    union = sorted(set(one) | set(other))[:_SKETCH]
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union) if union else 0.0


def _neighbours(members: list[str]) -> Iterable[tuple[str, str]]:
    """All pairs of a small bucket; in a large one (boilerplate) each with its neighbour only."""
    if len(members) <= 2 * _BANDS:
        return combinations(members, 2)
    return pairwise(members)


def _find(home: dict[str, str], item: str) -> str:
    while home[item] != item:
        home[item] = home[home[item]]
        item = home[item]
    return item


def _join(home: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_find(home, one), _find(home, other)))
    home[second] = first
