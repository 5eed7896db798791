"""Titles never say the opposite of the text; denials, bodies, two days, and what is in force."""

import pytest

from chronology import tagging
from chronology.documents.creation_time import given
from chronology.events.extractor import extract
from chronology.model import Document, Event

CASES = [
    (
        "Norway stopped attending the commission in April 1994.",
        "1994-04",
        "Norway stops attending the commission",
    ),
    ("Chile refused to sign the accord in May 2018.", "2018-05", "Chile refuses to sign the accord"),
    ("The ministers failed to reach a deal in March 2018.", "2018-03", "Ministers fail to reach a deal"),
    ("Peru announced a plan to leave the union in 2021.", "2021", "Peru\u2019s plan to leave the union"),
    ("The two Koreas signed the Border Treaty in May 2001.", "2001-05", "Koreas sign the Border Treaty"),
    (
        "Troops of both countries ended the standoff in May 2018.",
        "2018-05",
        "Troops of both countries end the standoff",
    ),
    (
        "The delegations met in Oslo on 19 and 20 March 2018.",
        "2018-03-19/2018-03-20",
        "Delegations meet in Oslo",
    ),
    (
        "The Fisheries Treaty, in force since 1994, covers cod.",
        "1994/2019-09-20",
        "Fisheries Treaty in force",
    ),
    (
        "Chad suspended trade with Peru and expelled its envoy on Monday.",
        "2019-09-16",
        "Chad suspends trade with Peru",
    ),
    ("Acme Corp sued John Reed. The company won the case in May 2018.", "2018-05", "Acme Corp wins the case"),
    (
        "Ann Roussel said on Tuesday that relations were difficult.",
        "2019-09-17",
        "Ann Roussel says relations were difficult",
    ),
    ("Talks to end the war began in May 2018.", "2018-05", "Talks begin"),
    ("Judges declined on Tuesday to hear the case.", "2019-09-17", "Judges decline to hear the case"),
]


def _events(text: str) -> tuple[Event, ...]:
    document = Document(id="text", text=text, published=given("2019-09-20"))
    return extract(document, tagging.tag(text, document.published))


@pytest.mark.parametrize(("text", "edtf", "title"), CASES)
def test_title(text: str, edtf: str, title: str) -> None:
    found = [(event.date.edtf if event.date else "", event.title) for event in _events(text)]
    assert (edtf, title) in found


@pytest.mark.parametrize(
    "text",
    [
        "Norway stopped attending the commission in April 1994.",
        "Chile refused to sign the accord in May 2018.",
        "The ministers failed to make progress in March 2018.",
    ],
)
def test_what_was_not_done_is_no_second_event(text: str) -> None:
    assert len(_events(text)) == 1


@pytest.mark.parametrize(
    "text",
    ["Kim Reed has been under pressure to quit since April.", "Neither abandoned the rock in May 2018."],
)
def test_no_event(text: str) -> None:
    assert not _events(text)


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman denied reports that the Council had offered Kalns a deal in 2018.",
        "The government denied on Monday that it had sold arms to Chad in 2018.",
    ],
)
def test_denied(text: str) -> None:
    assert [event.status.value for event in _events(text) if event.date and event.date.edtf == "2018"] == [
        "denied"
    ]
