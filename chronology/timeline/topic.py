"""How near each document is to what the collection is about."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from chronology.model import Document

# With fewer documents than this there is no common topic to speak of.
FEWEST = 10
_WORD = re.compile(r"[^\W\d_]{3,}")

Vector = Mapping[str, float]


def nearness(documents: Sequence[Document]) -> dict[str, float]:
    """Return for each document id the cosine of its words (tf-idf) with those of all, 1 on average."""
    if len(documents) < FEWEST:
        return {document.id: 1.0 for document in documents}
    vectors = _vectors(documents)
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    found = [sum(weight * centre[word] for word, weight in vector.items()) for vector in vectors]
    mean = sum(found) / len(found) or 1.0
    return {document.id: value / mean for document, value in zip(documents, found, strict=True)}


def _vectors(documents: Sequence[Document]) -> list[Vector]:
    counts = [Counter(_WORD.findall(document.text.casefold())) for document in documents]
    spread = Counter(word for count in counts for word in count)
    rarity = {word: log(len(documents) / number) for word, number in spread.items()}
    return [_unit({word: (1 + log(n)) * rarity[word] for word, n in count.items()}) for count in counts]


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}
