"""Short articles on other treaties and disputes, each with its reading (tests/corpus/articles)."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chronology import tagging
from chronology.documents.creation_time import given
from chronology.events.extractor import extract
from chronology.model import Document, Timeline, Timex
from chronology.timeline.builder import build
from chronology.timeline.deadlines import deadlines
from tests.expected import CORPUS, closest, says

ARTICLES = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("articles/*.toml"))
}


@cache
def read(name: str) -> tuple[Document, tuple[Timex, ...], Timeline]:
    """The article through stages 2 to 5."""
    article = ARTICLES[name]
    published = given(article["published"]) if article["published"] else None
    document = Document(id=name, text=article["text"], published=published)
    timexes = tagging.tag(document.text, document.published)
    return document, timexes, build([document], extract(document, timexes))


def cases(part: str) -> list[Any]:
    return [
        pytest.param(name, item, id=f"{name} {item.get('text') or item.get('quote') or item.get('due')}"[:70])
        for name, article in ARTICLES.items()
        for item in article.get(part, [])
    ]


def position(text: str, item: dict[str, Any]) -> int:
    start = -1
    for _ in range(item.get("nth", 1)):
        start = text.index(item["text"], start + 1)
    return start


@pytest.mark.parametrize(("name", "wanted"), cases("timex"))
def test_expression(name: str, wanted: dict[str, Any]) -> None:
    document, timexes, _ = read(name)
    start = position(document.text, wanted)
    found = [item for item in timexes if item.start <= start < item.end]
    assert len(found) == 1
    assert found[0].text == wanted["text"]
    assert found[0].type == wanted["type"]
    if wanted["value"] != "*":
        assert found[0].value in [wanted["value"], *wanted.get("also", [])]


@pytest.mark.parametrize(("name", "decoy"), cases("decoy"))
def test_decoy(name: str, decoy: dict[str, Any]) -> None:
    document, timexes, _ = read(name)
    start = position(document.text, decoy)
    end = start + len(decoy["text"])
    assert not [item.text for item in timexes if item.start < end and start < item.end]


@pytest.mark.parametrize(("name", "wanted"), cases("event"))
def test_event(name: str, wanted: dict[str, Any]) -> None:
    _, _, timeline = read(name)
    assert closest([*timeline.events, *timeline.undated], {**wanted, "undated": False}) == []


@pytest.mark.parametrize(("name", "wanted"), cases("deadline"))
def test_deadline(name: str, wanted: dict[str, Any]) -> None:
    _, _, timeline = read(name)
    found = [
        item
        for item in deadlines(timeline.events, date.fromisoformat(wanted["as_of"]), None)
        if all(says(item.event.title, word) for word in wanted["title"])
    ]
    assert [(item.due.edtf, [item.days_min, item.days_max]) for item in found] == [
        (wanted["due"], wanted["days"])
    ]


def test_every_offset_points_at_its_words() -> None:
    for name, article in ARTICLES.items():
        _, timexes, _ = read(name)
        assert [article["text"][item.start : item.end] for item in timexes] == [item.text for item in timexes]


def test_there_are_enough_articles() -> None:
    assert len(ARTICLES) >= 10
    assert Path(CORPUS / "articles").is_dir()
