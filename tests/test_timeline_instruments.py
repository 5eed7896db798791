"""The life of an instrument over many documents: each step in order, with evidence, moved deadlines shown."""

from datetime import date

from chronology import pipeline
from chronology.model import CreationTime, Document, DocumentBasis, Timeline
from chronology.temporal import edtf
from chronology.timeline.deadlines import deadlines

PAPERS = [
    ("2010-04-09", "Ardenia and Veltany signed the Lakes Arms Treaty in Vienna on 8 April 2010."),
    (
        "2011-02-06",
        "The Lakes Arms Treaty entered into force on 5 February 2011. It expires on 5 February 2021.",
    ),
    ("2015-06-01", "The parties amended the Lakes Arms Treaty on 30 May 2015."),
    (
        "2021-01-28",
        "Ardenia and Veltany agreed on 26 January 2021 to extend the Lakes Arms Treaty for five years.",
    ),
    (
        "2024-03-05",
        "Ardenia gave six months' notice on 4 March 2024 that it would withdraw from the Lakes Arms Treaty.",
    ),
]
NAME = "Lakes Arms Treaty"


def timeline(count: int) -> Timeline:
    """Of the first papers."""
    return pipeline.build(
        [
            pipeline.extract(Document(f"d{number}", text, CreationTime(edtf.parse(day), DocumentBasis.GIVEN)))
            for number, (day, text) in enumerate(PAPERS[:count])
        ]
    )


def test_its_life_is_told_in_order_with_evidence() -> None:
    told = [event for event in timeline(5).events if NAME in event.instruments]
    assert [(event.date.edtf, event.title) for event in told if event.date is not None] == [
        ("2010-04-08", "Ardenia and Veltany sign the Lakes Arms Treaty in Vienna"),
        ("2011-02-05", "Lakes Arms Treaty enters into force"),
        ("2015-05-30", "Parties amend the Lakes Arms Treaty"),
        ("2021-01-26", "Ardenia and Veltany agree to extend the Lakes Arms Treaty"),
        ("2021-02-05", "Lakes Arms Treaty expires"),
        ("2024-03-04", "Ardenia gives notice"),
        ("2024-09-04", "Withdrawal from the Lakes Arms Treaty: notice runs out"),
        ("2026-02-05", "Lakes Arms Treaty expires"),
    ]
    assert all(event.evidence for event in told)


def test_its_acts_do_not_contradict_each_other() -> None:
    assert [item.code for item in timeline(5).findings] == []


def test_its_deadlines_as_of_two_days() -> None:
    early = deadlines(timeline(2).events, date(2020, 1, 1))
    late = deadlines(timeline(5).events, date(2024, 4, 1))
    assert [(str(item.state), item.due.edtf) for item in early] == [
        ("passed", "2011-02-05"),
        ("upcoming", "2021-02-05"),
    ]
    assert [(str(item.state), item.due.edtf) for item in late] == [
        ("passed", "2011-02-05"),
        ("superseded", "2021-02-05"),
        ("upcoming", "2024-09-04"),
        ("upcoming", "2026-02-05"),
    ]
