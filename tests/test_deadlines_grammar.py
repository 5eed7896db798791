"""Deadlines put together: a predicate, a relation of time, a tense; and what takes the place of what."""

from collections.abc import Sequence
from datetime import date

import pytest

from chronology import pipeline
from chronology.events.deadline_ahead import looks
from chronology.events.deadline_conditions import duty
from chronology.model import CreationTime, Deadline, Document, DocumentBasis
from chronology.temporal import edtf
from chronology.timeline.deadlines import deadlines

PUBLISHED = "2024-05-02"


def found(*texts: tuple[str, str], as_of: str) -> Sequence[Deadline]:
    read = [
        pipeline.extract(Document(f"d{number}", text, CreationTime(edtf.parse(day), DocumentBasis.GIVEN)))
        for number, (day, text) in enumerate(texts)
    ]
    day = date.fromisoformat(as_of)
    return deadlines(pipeline.build(read, as_of=day).events, day)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bond is repayable on 30 September.", [("2024-09-30", "Bond is repayable")]),
        (
            "Banks were given 90 days, ending on 4 August, to wind down their dealings.",
            [("2024-08-04", "Banks must wind down their dealings")],
        ),
        (
            "The council set Novaco a fresh deadline of mid-July to sell its stake.",
            [("2024-07", "Novaco must sell its stake")],
        ),
        (
            "The Senate has five days to accept the plan and 30 days to publish it.",
            [
                ("[2024-05-02..2024-05-07]", "Senate must accept the plan"),
                ("[2024-05-02..2024-06-01]", "Senate must publish it"),
            ],
        ),
        ("The port's licence has two years left to run.", [("2026", "Port's licence runs out")]),
        (
            "The ministry paused the levy for 90 days on Tuesday, 30 April.",
            [("2024-07-29", "Levy: paused, 90 days run out")],
        ),
        (
            "Troops must be out of the valley in ten days.",
            [("[2024-05-02..2024-05-12]", "Troops must be out of the valley")],
        ),
        ("Claims not lodged by 30 June 2025 are barred.", [("2025-06-30", "Claims must be lodged")]),
        (
            "The council renewed the mandate of the mission in Norland until 30 November 2024.",
            [("2024-11-30", "Mandate of the mission in Norland expires")],
        ),
        ("The lease lapses in a little over two years.", [("[2026-05-02..2026-10-31]", "Lease lapses")]),
    ],
)
def test_when_and_what(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(item.due.edtf, item.event.title) for item in found((PUBLISHED, text), as_of=PUBLISHED)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The troops will stay at least until the autumn.",
        "The bridge cannot be used until 5 August.",
        "Ardenia has been in the union since 1994, and the pact has been in force since 1996.",
        "A curfew runs from 10 p.m. to 5 a.m.",
        "Members began talks on a draft to extend the mandate to May 2025.",
        "Accounts must be laid before parliament by 30 June each year.",
        "Those whose permits lapse before 5 August may stay.",
        "Both sides were to pull back within 90 days.",
        "The chapel must have been built before 1180.",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert [item.event.title for item in found((PUBLISHED, text), as_of=PUBLISHED)] == []


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("the loan is repayable on ", True),
        ("a shorter period ending on ", True),
        ("a fresh deadline of ", True),
        ("were given until ", True),
        ("it took effect on ", False),
        ("missed the deadline of ", False),
        ("the old one had run out on ", False),
    ],
)
def test_the_side_that_words_look_to(words: str, *, ahead: bool) -> None:
    assert looks(words) is ahead


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("unless both houses pass it", "both houses must pass it"),
        ("unless Novaco pays", "Novaco must pay"),
        ("if no accord is struck", "accord must be struck"),
        ("if the army has not left the valley", "the army must leave the valley"),
        ("if lawmakers fail to pass a budget", "lawmakers must pass a budget"),
        ("if the owner does not sell", "the owner must sell"),
        ("unless it is ratified", ""),
    ],
)
def test_a_condition_is_a_duty(condition: str, said: str) -> None:
    assert duty(condition) == said


def test_the_end_of_a_month_that_has_begun_is_not_behind() -> None:
    (item,) = found(("2024-02-19", "The offer expires at the end of this month."), as_of="2024-02-19")
    assert (item.due.edtf, item.days_min, item.days_max) == ("2024-02", 1, 10)


MOVED = ("2024-08-02", "Sarland's warring parties agreed to extend the truce until 2 October 2024.")


@pytest.mark.parametrize(
    ("earlier", "later", "state"),
    [
        ("The truce in Sarland expires on 2 August 2024.", MOVED[1], "superseded"),
        ("The truce in Norland expires on 2 August 2024.", MOVED[1], "upcoming"),
        (
            "Firms must submit bids for the harbour contract by 15 August 2024.",
            "The deadline for bids for the harbour contract was moved from 15 August to 12 October 2024.",
            "superseded",
        ),
        (
            "The museum's lease on Mill Road ends on 31 August 2024.",
            "The library extended its lease on Hill Street until 31 October 2026.",
            "upcoming",
        ),
    ],
)
def test_a_later_document_moves_what_has_a_like_name(earlier: str, later: str, state: str) -> None:
    first, *_ = found((PUBLISHED, earlier), (MOVED[0], later), as_of=MOVED[0])
    assert str(first.state) == state


def test_an_extension_keeps_its_own_day() -> None:
    text = "The council on Tuesday, 30 April 2024, renewed the mandate of the mission until 15 September."
    document = Document("one", text, CreationTime(edtf.parse(PUBLISHED), DocumentBasis.GIVEN))
    events = pipeline.build([pipeline.extract(document)], as_of=date(2024, 5, 2)).events
    assert [(event.date.edtf if event.date else "", str(event.deadline)) for event in events] == [
        ("2024-04-30", "None"),
        ("2024-09-15", "expiry"),
    ]
