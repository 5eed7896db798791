"""What goes by its place or its person, and what only happens somewhere; from characters on."""

import pytest

from chronology import pipeline
from chronology.model import CreationTime, Document, DocumentBasis, Event
from chronology.temporal import edtf

Paper = tuple[str, str]


def events(*papers: Paper) -> list[Event]:
    read = [
        pipeline.extract(Document(f"d{number}", text, CreationTime(edtf.parse(day), DocumentBasis.GIVEN)))
        for number, (day, text) in enumerate(papers)
    ]
    timeline = pipeline.build(read)
    return [*timeline.events, *timeline.undated]


ONE = [
    (
        "Officials warned of it before the suicide bombings in Marseille on 7 July 2005.",
        "The 7 July 2005 attacks in Marseille were no single act.",
    ),
    ("She quit over the war in Iraq in 2003.", "He was a spokesman during the Iraq conflict in March 2003."),
    ("Anna Kovac died on 25 June 2009.", "Her sister spoke of Anna Kovac's sudden death in June 2009."),
]


@pytest.mark.parametrize("papers", ONE, ids=[row[1] for row in ONE])
def test_what_goes_by_its_place_or_person_is_one(papers: tuple[str, str]) -> None:
    told = events(*(("2010-03-01", text) for text in papers))
    assert any(len(event.documents) == 2 for event in told), [event.title for event in told]


TWO = [
    ("A marine was killed in Iraq in April 2004.", "A reporter was killed in Iraq in 2004."),
    (
        "A bomb attack in Iraq on 7 July 2005 killed ten people.",
        "Bombings in Iraq on 7 July 2005 killed six people.",
    ),
    ("Anna Kovac died on 25 June 2009.", "Petr Kovac died on 25 June 2009."),
    ("A preacher came to Ardenia in August 2005.", "A singer came to Ardenia in 2005."),
    (
        "Guards testified on 5 January 2010 that Vos had called them.",
        "A cook testified on 5 January 2010 that Vos had left.",
    ),
]


@pytest.mark.parametrize("papers", TWO, ids=[row[1] for row in TWO])
def test_what_only_happens_in_one_place_is_two(papers: tuple[str, str]) -> None:
    told = events(*(("2010-03-01", text) for text in papers))
    assert all(len(event.documents) == 1 for event in told), [event.title for event in told]


def test_the_same_text_twice_merges_wholly() -> None:
    text = (
        "The Naadam festival opens on 11 July 2022 in the old stadium. Halden will visit the "
        "valley next week. The strike over pensions lasted for nine days in May and ended in a deal."
    )
    told = events(("2022-07-01", text), ("2022-07-01", text))
    assert len(told) > 2
    assert all(event.documents == ("d0", "d1") for event in told)


def test_an_instrument_has_one_writing() -> None:
    told = events(
        ("2021-02-18", "Ardenia and Veltany signed the Wine Trade Accord on 16 February 2021."),
        ("2021-03-18", "The wine trade accord enters into force on 1 April 2021."),
    )
    assert {name for event in told for name in event.instruments} <= {"Wine Trade Accord"}
