"""Where deadlines stand: met by a report, extended, superseded, upcoming or passed; from characters on."""

from collections.abc import Sequence
from datetime import date
from itertools import permutations

import pytest

from chronology import pipeline
from chronology.model import CreationTime, Deadline, Document, DocumentBasis
from chronology.temporal import edtf
from chronology.timeline.deadlines import deadlines

Text = tuple[str, str]


def states(texts: Sequence[Text], as_of: str) -> list[tuple[str, str]]:
    return [(str(item.state), item.due.edtf) for item in found(texts, as_of)]


def found(texts: Sequence[Text], as_of: str) -> tuple[Deadline, ...]:
    read = [
        pipeline.extract(Document(f"d{number}", text, CreationTime(edtf.parse(day), DocumentBasis.GIVEN)))
        for number, (day, text) in enumerate(texts)
    ]
    day = date.fromisoformat(as_of)
    return deadlines(pipeline.build(read, as_of=day).events, day)


MET = [
    (
        "The Senate must ratify the Lakes Treaty by 31 May 2024.",
        "The Senate ratified the Lakes Treaty on Friday.",
    ),
    (
        "The Senate has until 31 May 2024 to ratify the Lakes Treaty.",
        "The Senate ratified the Lakes Treaty on 3 May.",
    ),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco paid the fine on Thursday, its lawyers said."),
    ("Novaco's annual report is due on 31 May 2024.", "Novaco filed its annual report on Thursday."),
    ("Ardenia must withdraw all its troops by 31 May 2024.", "Ardenia withdrew its troops on Thursday."),
    (
        "Ardenia must withdraw its troops by 31 May 2024.",
        "Ardenia completed its withdrawal of troops on 2 May 2024.",
    ),
    ("The hostages must be released by 31 May 2024.", "The rebels released the hostages on Thursday."),
]


@pytest.mark.parametrize(("duty", "report"), MET, ids=[row[1] for row in MET])
def test_a_report_in_time_meets_the_duty(duty: str, report: str) -> None:
    texts = [("2024-04-10", duty), ("2024-05-04", report)]
    assert states(texts, "2024-04-20") == [("upcoming", "..2024-05-31")] or states(texts, "2024-04-20") == [
        ("upcoming", "2024-05-31")
    ]
    (met,) = found(texts, "2024-06-02")
    assert str(met.state) == "met"
    assert met.event.met_by is not None
    assert "Met: " in met.event.why_date
    assert {item.document_id for item in met.event.evidence} == {"d0"}


NOT_MET = [
    # by somebody else, something else, a part, late, not at all, before the duty, only planned
    (
        "The Senate must ratify the Lakes Treaty by 31 May 2024.",
        "The Duma ratified the Lakes Treaty on Friday.",
    ),
    (
        "The Senate must ratify the Lakes Treaty by 31 May 2024.",
        "The Senate ratified the Hills Treaty on Friday.",
    ),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco paid part of the fine on Friday."),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco did not pay the fine on Friday."),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco paid its workers on Friday."),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco paid a fine in 2019."),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco will pay the fine on Friday."),
    ("Novaco must pay the fine by 31 May 2024.", "Novaco must find a new chief by June 2025."),
]


@pytest.mark.parametrize(("duty", "report"), NOT_MET, ids=[row[1] for row in NOT_MET])
def test_nothing_less_meets_it(duty: str, report: str) -> None:
    first = found([("2024-04-10", duty), ("2024-05-04", report)], "2024-06-02")[0]
    assert str(first.state) == "passed"
    assert first.event.met_by is None


def test_a_late_report_does_not_meet_it() -> None:
    texts = [
        ("2024-04-10", "Novaco must pay the fine by 31 May 2024."),
        ("2024-06-20", "Novaco paid the fine on 14 June 2024."),
    ]
    assert [state for state, _ in states(texts, "2024-07-01")] == ["passed"]


def test_one_text_may_tell_both() -> None:
    text = "Novaco had to pay the fine by 31 May 2024. Novaco paid the fine on 14 May 2024."
    assert [state for state, _ in states([("2024-06-20", text)], "2024-07-01")] == ["met"]


def test_an_extension_to_a_day_supersedes_and_says_what_it_moves() -> None:
    texts = [
        ("2024-04-10", "The Lakes Truce expires on 31 May 2024."),
        ("2024-05-20", "Envoys extended the Lakes Truce until 30 June 2024."),
    ]
    assert states(texts, "2024-05-01") == [("upcoming", "2024-05-31")]
    first, second = found(texts, "2024-05-25")
    assert (str(first.state), str(second.state)) == ("superseded", "upcoming")
    assert second.event.extends == first.event.id
    assert "moves the deadline of 31 May 2024" in second.event.why_date


def test_an_extension_to_no_known_day_leaves_the_deadline_extended() -> None:
    texts = [
        ("2024-04-10", "The Lakes Treaty expires on 31 May 2024."),
        ("2024-05-21", "Ardenia and Veltany extended the Lakes Treaty on Monday."),
    ]
    assert states(texts, "2024-05-01") == [("upcoming", "2024-05-31")]
    (extended,) = found(texts, "2024-06-02")
    assert str(extended.state) == "extended"
    assert extended.event.extended_by is not None


@pytest.mark.parametrize("length", ["", "for five years "])
def test_an_extension_that_led_to_the_deadline_does_not_extend_it(length: str) -> None:
    texts = [
        ("2024-04-10", "The Lakes Treaty expires on 31 May 2024."),
        ("2024-05-21", f"Ardenia and Veltany extended the Lakes Treaty {length}on 3 May 2019."),
    ]
    assert states(texts, "2024-05-25") == [("upcoming", "2024-05-31")]


def test_states_do_not_depend_on_the_order_of_documents() -> None:
    texts = [
        ("2024-04-10", MET[0][0]),
        ("2024-05-04", MET[0][1]),
        ("2024-05-05", MET[2][1]),
        ("2024-04-11", MET[2][0]),
    ]
    outcomes = {tuple(sorted(states(order, "2024-06-02"))) for order in permutations(texts)}
    assert len(outcomes) == 1
    assert [state for state, _ in outcomes.pop()] == ["met", "met"]


def test_an_extension_moves_what_expires_and_nothing_else() -> None:
    texts = [
        (
            "2021-03-10",
            "The Wine Accord enters into force on 1 April 2021. The Wine Accord runs until the end of 2026.",
        ),
        (
            "2026-06-10",
            (
                "Envoys agreed to extend the Wine Accord, signed in 2021, by three years, to December 2029. "
                "It had been due to expire at the end of this year."
            ),
        ),
    ]
    assert states(texts, "2026-06-11") == [
        ("passed", "2021-04-01"),
        ("superseded", "2026"),
        ("upcoming", "2029-12"),
    ]


def test_an_extension_of_something_else_moves_nothing() -> None:
    text = (
        "The insurer has been given until 30 June 2026 to sell its stake. "
        "Parliament extended the state of emergency by three months, to 19 August 2026."
    )
    assert states([("2026-06-10", text)], "2026-06-11") == [
        ("upcoming", "2026-06-30"),
        ("upcoming", "2026-08-19"),
    ]
