"""Corroboration, importance, key dates, as-of days and their comparison."""

from datetime import date
from typing import Any

from chronology.model import DeadlineKind, Status, Timeline
from chronology.timeline.as_of import as_of
from chronology.timeline.builder import build
from chronology.timeline.diff import diff
from chronology.timeline.importance import key_dates
from chronology.timeline.sources import Sources, near_duplicates
from tests.tellings import document, telling

MEETING: dict[str, Any] = {
    "kind": "meeting",
    "lemma": "meet",
    "participants": ("Kovac", "Hale"),
    "when": "2031-03-10",
}
STORY = " ".join(f"Line {number} of this report says a thing of its own." for number in range(30))


def test_a_copy_is_no_second_source() -> None:
    one, copy = document("one", text=STORY), document("two", text=STORY + " Copied with permission.")
    other = document("three", text="Quite another account of the day. " * 9)
    told = [telling(where, "Kovac meets Hale", **MEETING) for where in ("one", "two", "three")]
    (event,) = build([one, copy, other], told).events
    assert len(event.evidence) == 3
    assert event.sources == 2
    assert list(near_duplicates([other, copy, one])) == [("one", "two")]


def test_one_publisher_is_one_source() -> None:
    papers = [document("one", publisher="The Graz Post"), document("two", publisher="the graz post ")]
    (event,) = build(
        papers, [telling(where, "Kovac meets Hale", **MEETING) for where in ("one", "two")]
    ).events
    assert event.sources == 1


def test_routes_to_a_date_are_counted() -> None:
    papers = [document("one"), document("two")]
    told = [
        telling("one", "Kovac meets Hale", said="Monday", relative=True, **MEETING),
        telling("two", "Kovac meets Hale", said="10 March", **MEETING),
    ]
    (event,) = build(papers, told).events
    found = Sources.of(papers).corroboration(event)
    assert found.sources == ("one", "two")
    assert found.routes == 2


def test_importance_is_the_product_of_its_terms() -> None:
    papers = [document("one"), document("two")]
    told = [telling(where, "Kovac meets Hale", **MEETING) for where in ("one", "two")]
    lone = telling("one", "Brook leaves", "2031-03-11")
    told_twice, told_once = build(papers, [*told, lone]).events
    assert told_twice.importance > told_once.importance
    assert [name for name, _ in told_twice.importance_terms] == [
        "mentions",
        "sources",
        "position",
        "kind",
        "salience",
    ]
    product = 1.0
    for _, value in told_twice.importance_terms:
        product *= value
    assert abs(product - told_twice.importance) < 0.01


def test_key_dates_are_those_that_later_texts_come_back_to() -> None:
    papers = [document("one", "2031-03-10"), document("two", "2031-04-01"), document("three", "2031-04-02")]
    told = [
        telling(where, "Kovac meets Hale", said="March 10", **MEETING) for where in ("one", "two", "three")
    ]
    timeline = build(papers, told)
    ranked = key_dates(timeline, papers)
    assert ranked[0].day == date(2031, 3, 10)
    assert ranked[0].events == (timeline.events[0].id,)
    assert len(ranked) == 1
    assert key_dates(Timeline(()), []) == ()


def test_a_day_of_many_documents_counts_though_none_names_it() -> None:
    papers = [document(f"paper {number}", "2031-04-01") for number in range(3)]
    assert [item.day for item in key_dates(Timeline(()), papers)] == [date(2031, 4, 1)]
    assert key_dates(Timeline(()), papers[:2]) == ()


def test_as_of_uses_what_was_out_by_then() -> None:
    papers = [document("one", "2031-03-10"), document("month", "2031-04"), document("never", None)]
    told = [telling(where, "Kovac meets Hale", **MEETING) for where in ("one", "month", "never")]
    assert as_of(papers, told, date(2031, 3, 9)) == ((), ())
    known, events = as_of(papers, told, date(2031, 4, 1))
    assert [item.id for item in known] == ["one", "month"]
    assert [item.documents for item in events] == [("one",), ("month",)]


def test_two_as_of_days_compared() -> None:
    first, second = document("one", "2031-03-12"), document("two", "2031-06-01")
    graz: dict[str, Any] = {"instruments": ("Treaty of Graz",), "kind": "expiry", "lemma": "expire"}
    graz |= {"deadline": DeadlineKind.EXPIRY, "status": Status.SCHEDULED}
    early = [
        telling("one", "Treaty of Graz expires", "2031", said="2031", **graz),
        telling("one", "Feast of Graz", "2031-05-09", said="May 9", status=Status.SCHEDULED),
    ]
    late = [
        telling("two", "Treaty of Graz expires", "2031-08", said="August", **graz),
        telling("two", "Kovac meets Hale", **MEETING),
    ]
    found = diff(
        build([first], early), build([first, second], early + late), date(2031, 3, 12), date(2031, 6, 1)
    )
    assert [event.title for event in found.new] == ["Kovac meets Hale"]
    assert [(change.after.title, change.fields) for change in found.changed] == [
        ("Treaty of Graz expires", ("date",))
    ]
    assert [event.title for event in found.passed] == ["Feast of Graz"]
    assert found.withdrawn == ()
