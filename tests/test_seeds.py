"""The two seed documents, read from files to answers: what the README promises of them."""

import tomllib
from datetime import date
from typing import Any

import pytest

from chronology.chronicle import Chronicle
from chronology.model import Query, Timex
from tests.expected import CORPUS, closest

EXPRESSIONS = tomllib.loads((CORPUS / "seeds_expressions.toml").read_text(encoding="utf-8"))
EVENTS = tomllib.loads((CORPUS / "seeds_events.toml").read_text(encoding="utf-8"))
CORE = [item for item in EXPRESSIONS["timex"] if item["core"]]


def timexes(chronicle: Chronicle, file: str) -> tuple[Timex, ...]:
    return chronicle.timexes(_document_id(chronicle, file))


def _document_id(chronicle: Chronicle, file: str) -> str:
    return next(item.id for item in chronicle.documents() if item.id in file or file in item.source)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@pytest.mark.parametrize("wanted", CORE, ids=lambda item: f"{item['id']} {item['text']}")
def test_every_core_expression_is_found_and_resolved(seeds: Chronicle, wanted: dict[str, Any]) -> None:
    spans = [(wanted["start"], wanted["end"]), tuple(wanted.get("wider", []))]
    found = [item for item in timexes(seeds, wanted["document"]) if (item.start, item.end) in spans]
    assert len(found) == 1
    timex = found[0]
    assert timex.type == wanted["type"]
    assert timex.value in wanted["value"]
    assert timex.edtf in wanted.get("edtf", [None])
    assert timex.because


@pytest.mark.parametrize(
    "wanted",
    [item for item in CORE if len(item.get("edtf", [])) == 1 and "anchor" in item],
    ids=lambda item: f"{item['id']} {item['text']}",
)
def test_bounds_and_anchor(seeds: Chronicle, wanted: dict[str, Any]) -> None:
    found = {item.start: item for item in timexes(seeds, wanted["document"])}
    timex = found[wanted["start"]]
    assert timex.period is not None
    assert (_iso(timex.period.earliest), _iso(timex.period.latest)) == (wanted["earliest"], wanted["latest"])
    if wanted["anchor"].startswith("d1."):
        assert timex.anchor.ref is not None
        assert [item.text for item in found.values() if item.id == timex.anchor.ref] == ["December 10"]
    elif wanted["anchor"] == "dct":
        assert timex.anchor.label == "dct"


@pytest.mark.parametrize("decoy", EXPRESSIONS["decoy"], ids=lambda item: f"{item['start']} {item['text']}")
def test_no_decoy_is_found(seeds: Chronicle, decoy: dict[str, Any]) -> None:
    touching = [
        item.text
        for item in timexes(seeds, decoy["document"])
        if item.start < decoy["end"] and decoy["start"] < item.end
    ]
    assert not touching


def test_offsets_survive_the_replacement_character(seeds: Chronicle) -> None:
    """The second document holds one U+FFFD; every offset must still point at its words."""
    for document in seeds.documents():
        text = seeds.document(document.id).text
        for item in seeds.timexes(document.id):
            assert text[item.start : item.end] == item.text


def test_publication_dates_and_how_they_are_known(seeds: Chronicle) -> None:
    dates = {item.published.period.edtf: item.published.basis for item in seeds.documents() if item.published}
    assert dates == {"2019-12": "manifest", "2019-12-11": "dateline"}


@pytest.mark.parametrize("wanted", EVENTS["event"], ids=lambda item: f"{item['id']} {item['about']}")
def test_every_core_event_is_on_the_timeline(seeds: Chronicle, wanted: dict[str, Any]) -> None:
    timeline = seeds.timeline(Query())
    events = timeline.undated if wanted.get("undated") else timeline.events
    assert closest(events, wanted) == []


def test_one_treaty_deadline_is_coming_up(seeds: Chronicle) -> None:
    found = seeds.deadlines(Query(), as_of=date(2019, 12, 11), until=date(2021, 6, 11))
    (deadline,) = [item for item in found if item.state == "upcoming"]
    assert deadline.event.title == "New START expires"
    assert (deadline.due.edtf, deadline.days_min, deadline.days_max) == ("2021-02", 418, 445)


def test_the_deadline_passes(seeds: Chronicle) -> None:
    found = seeds.deadlines(Query(), as_of=date(2021, 3, 1), until=None)
    assert [item.state for item in found if "New START" in item.event.instruments] == ["passed"]


def test_a_celebration_is_upcoming_but_no_deadline(seeds: Chronicle) -> None:
    (event,) = [item for item in seeds.timeline(Query()).events if "Victory Day" in item.title]
    assert event.deadline is None
    assert event.date is not None
    assert event.date.edtf == "2020-05-09"


def test_an_unknown_future_is_on_no_day(seeds: Chronicle) -> None:
    timeline = seeds.timeline(Query())
    assert any("announcement" in item.title.casefold() for item in timeline.undated)
    assert not any("announcement" in item.title.casefold() for item in timeline.events)
