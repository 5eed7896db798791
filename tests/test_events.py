"""The events stage: what a text tells, when, who, where, and how sure."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology import tagging
from chronology.events.extractor import extract
from chronology.events.report import dated, stated
from chronology.model import CreationTime, Document, DocumentBasis, Event
from chronology.temporal import edtf
from tests.expected import CORPUS

TEXTS = tomllib.loads((CORPUS / "events_sentences.toml").read_text("utf-8"))["text"]


def read(text: str, published: str | None = "2020-01-15", *, thorough: bool = False) -> tuple[Event, ...]:
    created = CreationTime(edtf.parse(published), DocumentBasis.GIVEN) if published else None
    document = Document("a", text, created)
    return extract(document, tagging.tag(text, created), thorough=thorough)


def told(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "kind": event.kind,
        "status": str(event.status),
        "date": event.date.edtf if event.date else "",
        "who": list(event.participants),
        "where": list(event.places),
        "what": list(event.instruments),
        "deadline": str(event.deadline) if event.deadline else "",
        "saying": event.is_saying,
        "negated": event.negated,
        "undated": not event.is_dated,
        "by": event.attribution.source if event.attribution else "",
    }


def cases() -> list[Any]:
    return [pytest.param(text, wanted, id=text["about"]) for text in TEXTS for wanted in text["event"]]


@pytest.mark.parametrize(("text", "wanted"), cases())
def test_a_text_tells_its_events(text: dict[str, Any], wanted: dict[str, Any]) -> None:
    found = [told(event) for event in read(text["text"], text["published"])]
    best = min(found, key=lambda item: sum(item[part] != value for part, value in wanted.items()))
    assert {part: best[part] for part in wanted} == wanted


def test_every_telling_has_one_quotation_and_a_reason() -> None:
    for text in TEXTS:
        for event in read(text["text"], text["published"]):
            (evidence,) = event.evidence
            assert text["text"][evidence.start : evidence.end] == evidence.quote
            assert text["text"][evidence.trigger.start : evidence.trigger.end] == evidence.trigger_text
            assert event.title
            assert event.why_date == evidence.why
            assert 0 <= event.salience <= 1
            assert evidence.timex is None or evidence.timex.text in evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\n ",
        "Arsenal beat Chelsea 2-1 on Saturday.",
        "Brent crude was at $63.20 a barrel on Tuesday.",
        "Name | Date | Value\nA | 2019-01-01 | 3\nB | 2019-02-01 | 4\n",
        "STOCKS FALL 3% ON FRIDAY",
        "2019-01-01, 2019-02-01, 2019-03-01",
        "Contents: 1. May 2. June 3. July",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the treaty expires in february 2021.", "Treaty expires"),
        ('"We will leave, he said. The court ruled against Fiji on Monday.', "Court rules against Fiji"),
        ("HOST: Welcome.\nGUEST: Kenya signed the accord on Monday.", "Kenya signs the accord"),
    ],
)
def test_text_of_poor_form_is_still_read(text: str, title: str) -> None:
    assert title in [event.title for event in read(text)]


def test_without_a_publication_date_nothing_is_invented() -> None:
    (event,) = read("Kenya and Chad signed a treaty in 2010.", None)
    assert event.date is not None
    assert event.date.edtf == "2010"
    assert all(not event.is_dated for event in read("Kenya invaded Chad yesterday.", None))


def test_ten_thousand_dates_and_endless_sentences_are_bounded() -> None:
    many = " ".join(f"On May {n % 28 + 1}, {1900 + n % 120} Kenya met Chad." for n in range(500))
    assert len(read(many)) == 500
    read(" and ".join(f"on May {n % 28 + 1}, {1900 + n % 120} they met X{n}" for n in range(2000)))
    read("the treaty of " * 3000 + "met Kenya on Monday.")
    read('"' * 5000 + "he said on Monday.")


def test_the_report_lists_what_a_time_dates_and_no_more() -> None:
    text = "Kenya has led the bloc since 2011. Chad left it on Monday, hailing a new start."
    events = read(text, thorough=True)
    rows = dated(events)
    assert [row["date"] for row in rows if row["text"] == "left"] == ["2020-01-13"]
    assert all(row["date"] != "2011" for row in rows)
    assert all(row["text"] == text[row["start"] : row["end"]] for row in rows)
    assert all(stated(event) for event in events if event.date and event.date.edtf == "2020-01-13")


def test_thorough_reading_hardly_loses_a_date() -> None:
    for text in TEXTS:
        few = {row["start"] for row in dated(read(text["text"], text["published"]))}
        many = {row["start"] for row in dated(read(text["text"], text["published"], thorough=True))}
        assert len(few - many) <= 1


def test_a_users_file_of_instruments_extends_the_known_ones() -> None:
    text = "Kenya left the Lakes Charter of Nine in May 2019."
    created = CreationTime(edtf.parse("2020-01-15"), DocumentBasis.GIVEN)
    extra = {"Lakes Charter of Nine": ["Charter of Nine"]}
    (event,) = extract(Document("a", text, created), tagging.tag(text, created), extra)
    assert event.instruments == ("Lakes Charter of Nine",)
    assert event.kind == "withdrawal"


SCRAPS = """Kenya Chad the a treaty signed expires on Monday in May 2019 , . " ' ( ) - said that and or Mr. it
he minister was been will not to of with from until since 2021 Trump's U.S. 2-1 $5 % Treaty (ABC) — “ ”"""
WORDS = st.sampled_from(SCRAPS.split())


@given(st.lists(WORDS, max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    for event in read(text, thorough=True):
        (evidence,) = event.evidence
        assert text[evidence.trigger.start : evidence.trigger.end] == evidence.trigger_text
        assert evidence.start <= evidence.trigger.start < evidence.trigger.end <= evidence.end


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_characters_break_it(text: str) -> None:
    read(text)


def test_the_same_text_gives_the_same_events() -> None:
    assert read(TEXTS[0]["text"]) == read(TEXTS[0]["text"])
