"""The deadlines of short dated texts, from characters to states: tests/corpus/deadlines."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chronology.events.extractor import extract
from chronology.model import CreationTime, Deadline, Document, DocumentBasis, Period
from chronology.tagging import tag
from chronology.temporal import edtf
from chronology.timeline.builder import build
from chronology.timeline.deadlines import deadlines

CORPUS = Path(__file__).parent / "corpus" / "deadlines"
FILES = tuple(sorted(path.name for path in CORPUS.glob("*.toml")))
Text = Mapping[str, Any]


def read(file: str) -> Sequence[Text]:
    texts: Sequence[Text] = tomllib.loads((CORPUS / file).read_text(encoding="utf-8"))["text"]
    return texts


TEXTS = tuple(item for file in FILES for item in read(file))
REACH = 0.95


@cache
def found(identity: str) -> tuple[Deadline, ...]:
    """The deadlines of one text as of its publication."""
    item = next(item for item in TEXTS if item["id"] == identity)
    published = CreationTime(edtf.parse(item["published"]), DocumentBasis.GIVEN)
    document = Document(identity, item["text"], published)
    timexes = tag(document.text, published)
    timeline = build([document], extract(document, timexes), timexes={identity: timexes})
    return deadlines(timeline.events, date.fromisoformat(item["published"]))


def matches(item: Text) -> Iterator[tuple[Text, Deadline]]:
    """The expected deadlines of a text with the found ones that meet them, each found one used once."""
    left = list(found(item["id"]))
    for wanted in item["deadline"]:
        due = edtf.parse(wanted["due"])
        hit = next((one for one in left if meets(one.due, due)), None)
        if hit is not None:
            left.remove(hit)
            yield wanted, hit


def meets(got: Period, wanted: Period) -> bool:
    """Same last day, and the same first or none ("by 5 May")."""
    return got.latest == wanted.latest and got.earliest in {None, wanted.earliest}


def scores(texts: Sequence[Text]) -> tuple[float, float]:
    """Precision and recall over texts."""
    hits = sum(len(list(matches(item))) for item in texts)
    return hits / sum(len(found(item["id"])) for item in texts), hits / sum(
        len(item["deadline"]) for item in texts
    )


def test_the_corpus_is_large_enough() -> None:
    assert sum(bool(item["deadline"]) for item in TEXTS) >= 40
    assert len({item["id"] for item in TEXTS}) == len(TEXTS)


def test_precision_and_recall() -> None:
    precision, recall = scores(TEXTS)
    assert precision >= REACH
    assert recall >= REACH


@pytest.mark.parametrize("item", TEXTS, ids=lambda item: str(item["id"]))
def test_what_is_found_has_the_right_state(item: Text) -> None:
    for wanted, hit in matches(item):
        assert hit.state == wanted.get("state", "upcoming")
