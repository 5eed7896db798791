"""Corrections that need more than one annotation: quarters without a number, words marked here and not there.

Like those of guideline.py they are mechanical, and look at texts and annotations only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.guideline import MONTHS, Gold

Document = dict[str, Any]

TRIGGERS = frozenset(
    {"now", "nowadays", "currently", "current", "recently", "recent", "lately", "hourly", "daily"}
    | {"weekly", "monthly", "quarterly", "yearly", "annually", "annual", "biannual", "semiannual"}
)
"""Words that are markable alone (TIDES 2003, lexical triggers: adverbs and adjectives) and have one value."""

_WORD = re.compile(r"[A-Za-z]+")
_QUARTER = re.compile(r"(\d{4})-Q([1-4X])")
_ENDED = re.compile(r" end(?:ed|ing) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d")


def numbered_quarters(document: Document, counts: Counter[str]) -> Document:
    """Number the quarters annotated as QX: by the day they ended on, else as the one annotated before.

    "The quarter ended Sept. 30" is the third; "a year earlier" compares with the quarter that is reported on.
    """
    last, timexes = "X", []
    for gold in sorted(document["timexes"], key=lambda gold: gold["start"]):
        found = _QUARTER.fullmatch(gold["value"] or "")
        ended = _ENDED.match(document["text"], gold["end"])
        number = str(MONTHS.index(ended[1].lower()) // 3 + 1) if ended else last
        if found and found[2] != "X":
            last = found[2]
        elif found and number != "X":
            counts["numbered_quarters"] += 1
            timexes.append(gold | {"value": f"{found[1]}-Q{number}"})
            continue
        timexes.append(gold)
    return document | {"timexes": timexes}


def completed(documents: list[Document], counts: Counter[str]) -> list[Document]:
    """Mark the words of `TRIGGERS` everywhere where the annotators of the corpus mark most of them.

    A word inside a name or beside a hyphen is none, and what overlaps an annotation stays as it is. The type
    and value are those that the word has most often. A word that they leave out more often than not is their
    usage, and stays out.
    """
    seen: Counter[str] = Counter()
    marked: dict[str, Counter[tuple[str, str]]] = {}
    for document in documents:
        for word, gold in _places(document):
            seen[word] += gold is not False
            if isinstance(gold, dict):
                marked.setdefault(word, Counter())[gold["type"], gold["value"] or ""] += 1
    usual = {
        word: found.most_common(1)[0][0] for word, found in marked.items() if 2 * found.total() > seen[word]
    }
    return [_complete(document, usual, counts) for document in documents]


def _complete(document: Document, usual: dict[str, tuple[str, str]], counts: Counter[str]) -> Document:
    added = []
    for match in _triggers(document["text"]):
        word = match[0].lower()
        if word in usual and _gold(document, match) is None:
            kind, value = usual[word]
            added.append(
                {"start": match.start(), "end": match.end(), "text": match[0], "type": kind, "value": value}
            )
    counts["completed"] += len(added)
    return document | {"timexes": [*document["timexes"], *added]}


def _places(document: Document) -> Iterator[tuple[str, Gold | bool | None]]:
    """Yield the triggers, each with its annotation, False inside a longer one, or None where unmarked."""
    for match in _triggers(document["text"]):
        yield match[0].lower(), _gold(document, match)


def _triggers(text: str) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        after, before = text[match.end() : match.end() + 2], text[: match.start()].rstrip()[-1:]
        inside = match[0][0].isupper() and before not in ".!?\"'`-_"
        name = inside or after[1:].isupper()  # "the daily Clarin"
        if match[0].lower() in TRIGGERS and not name and "-" not in (after[:1], before):
            yield match


def _gold(document: Document, match: re.Match[str]) -> Gold | bool | None:
    for gold in _overlapping(document["timexes"], match):
        return gold if (gold["start"], gold["end"]) == match.span() else False
    return False if list(_overlapping(document.get("ignore", []), match)) else None


def _overlapping(timexes: Iterable[Gold], match: re.Match[str]) -> Iterator[Gold]:
    return (gold for gold in timexes if gold["start"] < match.end() and match.start() < gold["end"])
