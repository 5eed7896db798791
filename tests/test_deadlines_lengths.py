"""Deadlines that are told as a length of time, and extensions by one: the sum is shown."""

from datetime import date

import pytest

from chronology import pipeline
from chronology.model import CreationTime, Deadline, Document, DocumentBasis
from chronology.temporal import edtf
from chronology.timeline.deadlines import deadlines


def found(text: str, published: str = "2024-05-01") -> list[Deadline]:
    created = CreationTime(edtf.parse(published), DocumentBasis.GIVEN)
    timeline = pipeline.build([pipeline.extract(Document("one", text, created))])
    return list(deadlines(timeline.events, date.fromisoformat(published)))


LENGTHS = [
    # counted from publication, from a day beside it, from a happening told before
    ("The firm must reply within ten days.", "[2024-05-01..2024-05-11]"),
    ("The firm has 36 hours to reply.", "[2024-05-01..2024-05-03]"),
    ("The firm must reply within five business days.", "[2024-05-01..2024-05-08]"),
    ("They have 14 days from the verdict, delivered on April 23, to appeal.", "[2024-04-23..2024-05-07]"),
    (
        "The court ruled on 29 April 2024. The firm must pay the fine within 30 days of the ruling.",
        "[2024-04-29..2024-05-29]",
    ),
    (
        "The contract was signed on 2 April 2024. The buyer must inspect it within a month of signature.",
        "[2024-04-02..2024-05-02]",
    ),
]


@pytest.mark.parametrize(("text", "due"), LENGTHS, ids=[row[0] for row in LENGTHS])
def test_a_length_runs_from_what_the_text_counts_it_from(text: str, due: str) -> None:
    (deadline,) = found(text)
    assert deadline.due.edtf == due
    assert "run out on" in deadline.event.why_date


@pytest.mark.parametrize(
    "text",
    [
        "Ships wait within two days of the port.",
        "The firm must reply within ten days of receiving a letter.",
        "He finished within ten days of the start.",
        "Either side may end the lease with six months' notice.",
    ],
)
def test_a_length_counted_from_no_known_day_is_no_deadline(text: str) -> None:
    assert found(text) == []


EXTENSIONS = [
    ("The truce, which expires on Friday, will be prolonged by two days, envoys said.", "2024-05-05"),
    ("The lease on the port was to end on 1 June 2024. It was extended by a year.", "2025-06-01"),
    ("The waiver was to lapse on 30 June 2024 but was renewed for a final 90 days.", "2024-09-28"),
]


@pytest.mark.parametrize(("text", "due"), EXTENSIONS, ids=[row[0] for row in EXTENSIONS])
def test_an_extension_by_a_length_is_added_to_the_day_it_moves(text: str, due: str) -> None:
    before, after = found(text)
    assert (str(before.state), str(after.state)) == ("superseded", "upcoming")
    assert before.event.superseded_by == after.event.id
    assert after.due.edtf == due
    assert "extended by" in after.event.why_date


@pytest.mark.parametrize(
    "text",
    [
        "The truce expires on Friday and may be prolonged by two days.",
        "The truce expires on Friday. Envoys want to extend it by a week.",
        "The truce expires on Friday. It will not be extended by a single day.",
        "The treaty expires on 5 May 2026. It was extended for five years on 5 May 2021.",
        "The clause lapses on 9 May. The house is expected to vote on a two-year extension.",
    ],
)
def test_what_is_not_extended_keeps_its_day(text: str) -> None:
    (deadline,) = found(text)
    assert str(deadline.state) == "upcoming"


def test_a_rule_beside_a_notice_gives_its_length() -> None:
    text = (
        "Ardenia gave notice of withdrawal from the Lakes Transit Treaty on 2 April 2024. "
        "Under its last article the treaty ends for a party six months after it gives notice."
    )
    (deadline,) = found(text)
    assert deadline.due.edtf == "2024-10-02"
    assert "six months of notice" in deadline.event.why_date


TERMS = [
    (
        "The Lakes Accord was signed on 3 March 2021 for a term of ten years.",
        "2031-03-03",
        "Lakes Accord expires",
    ),
    ("The treaty will remain in force for five years from 3 March 2021.", "2026-03-03", "Treaty expires"),
    (
        "The state of emergency was declared on April 20 for 60 days.",
        "2024-06-19",
        "State of emergency expires",
    ),
    ("A grace period of 30 days began on Monday, 29 April.", "2024-05-29", "Grace period expires"),
    ("A 90-day truce began on 29 April.", "2024-07-28", "Truce expires"),
]


@pytest.mark.parametrize(("text", "due", "title"), TERMS, ids=[row[0] for row in TERMS])
def test_a_dated_start_and_a_length_give_the_end(text: str, due: str, title: str) -> None:
    (deadline,) = (item for item in found(text) if str(item.event.deadline) == "expiry")
    assert (deadline.due.edtf, deadline.event.title) == (due, title)
    assert " from “" in deadline.event.why_date


@pytest.mark.parametrize(
    "text",
    [
        "The treaty, signed on Monday, will remain in force for ten years.",
        "Ardenia signed a ten-year lease on the harbour on 25 March 2020.",
        "A 90-day truce could begin on 9 May.",
        "The truce began on 29 April after 60 days of fighting.",
        "He was jailed on 29 April for ten years.",
    ],
)
def test_a_length_without_its_own_start_gives_none(text: str) -> None:
    assert [item for item in found(text) if str(item.event.deadline) == "expiry"] == []
