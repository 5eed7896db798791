"""A length before "after" or "before" dates the other happening from the one that is dated."""

import pytest

from chronology import tagging
from chronology.documents.creation_time import given
from chronology.events.extractor import extract
from chronology.model import Document


@pytest.mark.parametrize(
    ("text", "title", "edtf"),
    [
        (
            "Ministers said on Monday, a day after talks in Ottawa broke down, that they would meet again.",
            "break down",
            "2018-06-17",
        ),
        ("They agreed on Monday, a day after North Korea tested a missile.", "North Korea", "2018-06-17"),
        ("The ministers met on Friday, two days after the Quad summit in Manila.", "Quad", "2018-06-13"),
        (
            "Parliament was dissolved on May 3, three weeks before the general election.",
            "lection",
            "[2018-05-21..2018-05-27]",
        ),
        ("Iran left the commission in April 1994, a month after China withdrew from it.", "China", "1994-03"),
        ("Britain imposed sanctions on Thursday, a month after Minsk sent troops.", "Belarus", "2018-05"),
    ],
)
def test_the_length_is_counted_from_what_is_dated(text: str, title: str, edtf: str) -> None:
    document = Document(id="x", text=text, published=given("2018-06-18"))
    found = [
        event for event in extract(document, tagging.tag(text, document.published)) if title in event.title
    ]
    assert edtf in [event.date.edtf for event in found if event.date is not None]


def test_a_length_of_unknown_size_dates_nothing() -> None:
    text = "She resigned on Tuesday, hours before a vote."
    document = Document(id="x", text=text, published=given("2018-06-18"))
    events = extract(document, tagging.tag(text, document.published))
    assert all("Vote" not in event.title for event in events if event.date is not None)
