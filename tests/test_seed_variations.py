"""Nothing knows the seeds' sentences: with other names, dates and treaties they are read as well."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chronology import tagging
from chronology.documents import creation_time
from chronology.events.extractor import extract
from chronology.model import Document, Event, Timeline, Timex
from chronology.timeline.builder import build
from chronology.timeline.deadlines import deadlines
from tests.expected import CORPUS, closest

SEEDS = Path(__file__).parent.parent / "seeds"
VARIATIONS = {
    item["name"]: item for item in tomllib.loads((CORPUS / "variations.toml").read_text("utf-8"))["variation"]
}
EXPRESSIONS = tomllib.loads((CORPUS / "seeds_expressions.toml").read_text("utf-8"))
EVENTS = tomllib.loads((CORPUS / "seeds_events.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Varied:
    """A seed text with other words, and where each offset of the seed went."""

    text: str
    shifts: tuple[tuple[int, int], ...]

    def offset(self, old: int) -> int:
        return old + sum(by for at, by in self.shifts if at <= old)


def pattern(words: dict[str, str]) -> re.Pattern[str]:
    """All words at once, the longest first."""
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b")


def vary(text: str, words: dict[str, str]) -> Varied:
    """Say `words` instead, all at once."""
    found = list(pattern(words).finditer(text))
    shifts = tuple((match.end(), len(words[match[0]]) - len(match[0])) for match in found)
    return Varied(pattern(words).sub(lambda match: words[match[0]], text), shifts)


@cache
def read(name: str) -> tuple[dict[str, Varied], dict[str, tuple[Timex, ...]], Timeline]:
    """Both articles, varied, through stages 2 to 5."""
    variation = VARIATIONS[name]
    texts: dict[str, Varied] = {}
    timexes: dict[str, tuple[Timex, ...]] = {}
    documents: list[Document] = []
    events: list[Event] = []
    for path in sorted(SEEDS.glob("*.txt")):
        varied = vary(path.read_text("utf-8"), variation["words"])
        published = creation_time.find(varied.text) or creation_time.given(variation["published"])
        document = Document(id=path.name, text=varied.text, published=published)
        texts[path.name] = varied
        timexes[path.name] = tagging.tag(document.text, document.published)
        documents.append(document)
        events += extract(document, timexes[path.name])
    return texts, timexes, build(documents, events)


def cases(items: list[dict[str, Any]]) -> list[Any]:
    return [
        pytest.param(name, item, id=f"{name[:6]} {item['id']} {item.get('text', '')}")
        for name in VARIATIONS
        for item in items
    ]


@pytest.mark.parametrize(("name", "wanted"), cases([item for item in EXPRESSIONS["timex"] if item["core"]]))
def test_expression(name: str, wanted: dict[str, Any]) -> None:
    texts, timexes, _ = read(name)
    values = VARIATIONS[name]["values"]
    varied = texts[wanted["document"]]
    start = varied.offset(wanted["start"])
    ends = {varied.offset(wanted["end"]), varied.offset(wanted.get("wider", [0, wanted["end"]])[1])}
    starts = {start, varied.offset(wanted.get("wider", [wanted["start"]])[0])}
    found = [item for item in timexes[wanted["document"]] if item.start in starts and item.end in ends]
    assert len(found) == 1
    assert found[0].value in [values[value] for value in wanted["value"] if value in values]
    assert found[0].edtf in [
        values[edtf] for edtf in wanted.get("edtf", []) if edtf in values
    ] or not wanted.get("edtf")


@pytest.mark.parametrize(
    ("name", "decoy"), cases([{**item, "id": item["start"]} for item in EXPRESSIONS["decoy"]])
)
def test_decoy(name: str, decoy: dict[str, Any]) -> None:
    texts, timexes, _ = read(name)
    varied = texts[decoy["document"]]
    start, end = varied.offset(decoy["start"]), varied.offset(decoy["end"])
    assert not [item.text for item in timexes[decoy["document"]] if item.start < end and start < item.end]


@pytest.mark.parametrize(("name", "wanted"), cases(EVENTS["event"]))
def test_event(name: str, wanted: dict[str, Any]) -> None:
    texts, _, timeline = read(name)
    variation = VARIATIONS[name]
    said = pattern(variation["words"])

    def other(words: list[str]) -> list[str]:
        return [said.sub(lambda match: variation["words"][match[0]], word) for word in words]

    expected = dict(wanted)
    expected["edtf"] = [variation["values"][edtf] for edtf in wanted["edtf"] if edtf in variation["values"]]
    expected["evidence"] = [
        {
            **item,
            "start": texts[item["document"]].offset(item["start"]),
            "end": texts[item["document"]].offset(item["end"]),
        }
        for item in wanted["evidence"]
    ]
    for part in ("title", "participants", "places", "instruments"):
        if part in wanted:
            expected[part] = other(wanted[part])
    assert closest(timeline.undated if wanted.get("undated") else timeline.events, expected) == []


@pytest.mark.parametrize("name", VARIATIONS)
def test_deadline(name: str) -> None:
    variation = VARIATIONS[name]
    _, _, timeline = read(name)
    as_of, until = date.fromisoformat(variation["as_of"]), date.fromisoformat(variation["until"])
    found = [item for item in deadlines(timeline.events, as_of, until) if item.state == "upcoming"]
    assert [[item.days_min, item.days_max] for item in found] == [variation["days"]]
