"""Years borrowed across documents: visibly, from what dates the same happening, or not at all."""

from itertools import permutations

import pytest

from chronology import pipeline
from chronology.model import CreationTime, Document, DocumentBasis, Event
from chronology.temporal import edtf

UNDATED = "On 14 March Ardenia and Veltany signed the Lakes Treaty in Vienna."
DATED = "Ardenia and Veltany signed the Lakes Treaty in Vienna on 14 March 2011."


def document(name: str, text: str, published: str | None = None) -> Document:
    created = None if published is None else CreationTime(edtf.parse(published), DocumentBasis.GIVEN)
    return Document(name, text, created, title=f"Paper {name}")


def events(*documents: Document) -> list[Event]:
    timeline = pipeline.build([pipeline.extract(item) for item in documents])
    return [*timeline.events, *timeline.undated]


def test_the_year_is_taken_from_the_document_that_dates_the_same_happening() -> None:
    (event,) = events(document("a", UNDATED), document("b", DATED, "2011-05-02"))
    assert event.date is not None
    assert event.date.edtf == "2011-03-14"
    told = {item.document_id: item for item in event.evidence}
    timex = told["a"].timex
    assert timex is not None
    assert (timex.text, timex.period) == ("14 March", None)
    assert "year is taken from Paper b, which dates the same happening" in told["a"].why
    assert "year is taken" not in told["b"].why
    assert "Paper a: “14 March” has no year" in event.why_date


def test_without_the_other_document_the_year_is_gone() -> None:
    (event,) = events(document("a", UNDATED))
    assert event.date is None
    assert not event.is_dated


def test_the_order_of_documents_changes_nothing() -> None:
    papers = [
        document("a", UNDATED),
        document("b", DATED, "2011-05-02"),
        document("c", "The Lakes Treaty was signed in March in Vienna by Ardenia and Veltany."),
    ]
    outcomes = {
        tuple((event.id, event.date, event.why_date) for event in events(*order))
        for order in permutations(papers)
    }
    assert len(outcomes) == 1


def test_a_month_takes_a_year_and_no_day_of_its_own() -> None:
    paper = document("a", "In March Ardenia and Veltany signed the Lakes Treaty in Vienna.")
    (event,) = events(paper, document("b", DATED, "2011-05-02"))
    why = {item.document_id: item.why for item in event.evidence}
    assert event.date is not None
    assert event.date.edtf == "2011-03-14"
    assert "“March” has no year" in why["a"]


def test_a_month_with_its_year_lends_the_year_to_a_day() -> None:
    other = document(
        "b", "Ardenia and Veltany signed the Lakes Treaty in Vienna in March 2011.", "2011-05-02"
    )
    (event,) = events(document("a", UNDATED), other)
    assert event.date is not None
    assert event.date.edtf == "2011-03-14"


@pytest.mark.parametrize(
    "other",
    [
        "Ardenia and Veltany signed the Lakes Treaty in Vienna on 15 April 2011.",
        "Ardenia and Veltany signed the Hills Treaty in Vienna on 14 March 2011.",
        "Ardenia and Veltany did not sign the Lakes Treaty in Vienna on 14 March 2011.",
        "Ostmark invaded Veltany on 14 March 2011.",
    ],
)
def test_what_is_not_the_same_happening_lends_no_year(other: str) -> None:
    told = events(document("a", UNDATED), document("b", other, "2011-05-02"))
    (event,) = (event for event in told if "a" in event.documents)
    assert event.date is None
    assert event.documents == ("a",)


def test_a_year_that_was_only_assumed_gives_way_for_what_happens_once() -> None:
    paper = document("a", "The Lakes Treaty was signed on 14 March.", "2019-06-01")
    (alone,) = events(paper)
    assert alone.date is not None
    assert alone.date.edtf == "2019-03-14"
    (event,) = events(paper, document("b", DATED, "2011-05-02"))
    assert event.date is not None
    assert event.date.edtf == "2011-03-14"
    told = {item.document_id: item for item in event.evidence}
    timex = told["a"].timex
    assert timex is not None
    assert timex.value == "2019-03-14"
    assert "year is taken from Paper b" in told["a"].why


@pytest.mark.parametrize(
    "text",
    ["The Lakes Treaty was signed on 14 March 2019.", "The Lakes Treaty was signed yesterday, 14 March."],
)
def test_a_year_that_is_said_does_not_give_way(text: str) -> None:
    told = events(document("a", text, "2019-03-15"), document("b", DATED, "2011-05-02"))
    assert "2019-03-14" in {event.date.edtf for event in told if event.date is not None}


def test_two_years_are_none() -> None:
    paper = document("a", "On 14 March Ardenia and Veltany met in Vienna.")
    others = [
        document(f"b{year}", f"Ardenia and Veltany met in Vienna on 14 March {year}.", f"{year}-05-02")
        for year in (2011, 2012)
    ]
    told = events(paper, *others)
    (event,) = (event for event in told if "a" in event.documents)
    assert event.date is None
