"""Tellings of one happening become one event; tellings of two never do."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import DeadlineKind, Document, Event, Status, Timeline
from chronology.timeline.builder import build, unmerge
from tests.tellings import document, telling

ONE = document("one", "2031-03-12")
TWO = document("two", "2031-03-12")


def titles(timeline: Timeline) -> list[str]:
    return [event.title for event in timeline.events + timeline.undated]


def only(timeline: Timeline) -> Event:
    """The one event that a timeline consists of."""
    assert len(timeline.events + timeline.undated) == 1, titles(timeline)
    return (timeline.events + timeline.undated)[0]


def summit() -> list[Event]:
    place: dict[str, Any] = {"places": ("Vienna",), "kind": "meeting"}
    return [
        telling(
            "one",
            "Visegrad format summit",
            "2031-03-10",
            said="the previous day",
            relative=True,
            lemma="summit",
            kind="summit",
            participants=("Anna Kovac", "Petr Sikorskyy"),
        ),
        telling(
            "two",
            "Visegrad format talks in Vienna",
            "2031-03-10",
            said="Monday",
            relative=True,
            lemma="talk",
            **place,
        ),
        telling("two", "Visegrad format meeting in Vienna", lemma="meeting", **place),
    ]


def test_a_summit_by_three_names_is_one_event() -> None:
    event = only(build([ONE, TWO], summit()))
    assert event.date is not None
    assert event.date.edtf == "2031-03-10"
    assert len(event.evidence) == 3
    assert event.documents == ("one", "two")
    assert event.places == ("Vienna",)
    assert event.merge_reasons
    assert "Visegrad" in event.merge_reasons[0]
    assert "“the previous day”" in event.why_date
    assert "“Monday”" in event.why_date
    assert "no date of its own" in event.why_date
    assert "no date of its own" in event.evidence[-1].why
    assert event.sources == 2


def test_the_same_person_in_the_same_place_in_the_same_month() -> None:
    event = only(
        build(
            [ONE, TWO],
            [
                telling(
                    "one",
                    "Kovac's meetings in Tartu",
                    "2030-08",
                    said="last August",
                    kind="meeting",
                    lemma="meeting",
                    participants=("Kovac",),
                    places=("Tartu",),
                ),
                telling(
                    "two",
                    "Anna Kovac visits Tartu",
                    "2030-08",
                    said="last August",
                    kind="visit",
                    lemma="visit",
                    participants=("Anna Kovac",),
                    places=("Tartu",),
                ),
                telling(
                    "two",
                    "Anna Kovac meets Juhan Tamm",
                    "2030-08",
                    said="last August",
                    kind="meeting",
                    lemma="meeting",
                    participants=("Anna Kovac", "Juhan Tamm"),
                    places=("Tartu",),
                ),
            ],
        )
    )
    assert event.participants == ("Anna Kovac", "Juhan Tamm")
    assert event.date is not None
    assert event.date.edtf == "2030-08"


def meetings() -> list[Event]:
    us: dict[str, Any] = {"participants": ("Anna Kovac", "John Hale", "Mary Brook")}
    return [
        telling(
            "one",
            "Kovac's meetings with Hale and Brook",
            "2031-03-11",
            said="March 11",
            kind="meeting",
            lemma="meeting",
            participants=("Kovac", "Hale", "Brook"),
        ),
        telling(
            "two",
            "Anna Kovac discusses trade with John Hale and Mary Brook",
            kind="meeting",
            lemma="discuss",
            places=("United States",),
            **us,
        ),
        telling(
            "two",
            "Anna Kovac visits Washington",
            kind="visit",
            lemma="visit",
            participants=("Anna Kovac",),
            places=("Washington",),
        ),
    ]


def test_undated_meetings_join_the_dated_ones_of_another_document() -> None:
    event = only(build([ONE, TWO], meetings()))
    assert event.date is not None
    assert event.date.edtf == "2031-03-11"
    assert event.participants == ("Anna Kovac", "John Hale", "Mary Brook")


def test_an_undated_meeting_far_from_the_dated_one_stays_undated() -> None:
    later = document("two", "2031-09-12")
    timeline = build([ONE, later], meetings())
    assert len(timeline.events) == 1
    assert timeline.undated


def test_two_statements_of_one_expiry_are_one_deadline() -> None:
    treaty: dict[str, Any] = {
        "kind": "expiry",
        "lemma": "expire",
        "instruments": ("Treaty of Graz",),
        "deadline": DeadlineKind.EXPIRY,
    }
    event = only(
        build(
            [ONE],
            [
                telling(
                    "one",
                    "Treaty of Graz expires",
                    "[2032-03..]",
                    said="in a little over a year",
                    relative=True,
                    status=Status.EXPECTED,
                    **treaty,
                ),
                telling(
                    "one",
                    "Treaty of Graz expires",
                    "2032-05",
                    said="May 2032",
                    status=Status.SCHEDULED,
                    **treaty,
                ),
            ],
        )
    )
    assert event.date is not None
    assert event.date.edtf == "2032-05"
    assert len(event.evidence) == 2
    assert not event.findings


def test_a_press_conference_takes_the_day_of_the_meeting_it_is_part_of() -> None:
    timeline = build(
        [ONE, TWO],
        [
            *meetings(),
            telling("one", "Joint press conference", kind="press conference", lemma="conference"),
            telling(
                "two",
                "Joint press conference of Kovac and Brook",
                kind="press conference",
                lemma="conference",
                participants=("Anna Kovac", "Mary Brook"),
            ),
        ],
    )
    meeting, conference = sorted(timeline.events, key=lambda event: event.part_of is not None)
    assert conference.part_of == meeting.id
    assert conference.date == meeting.date
    assert conference.documents == ("one", "two")
    assert "part of" in conference.why_date


PAIRS = [
    pytest.param({"negated": True}, {}, id="opposite polarity"),
    pytest.param({"status": Status.DENIED}, {}, id="denied and reported"),
    pytest.param({"is_saying": True}, {}, id="saying and said"),
    pytest.param({"when": "2031-03-08"}, {}, id="disjoint bounds"),
    pytest.param({"kind": "attack"}, {}, id="two sorts of happening"),
    pytest.param({"places": ("Tartu",)}, {"places": ("Split",)}, id="two places"),
    pytest.param({"places": ("Paris",)}, {"places": ("London",)}, id="two capitals"),
    pytest.param({"instruments": ("Graz Treaty",)}, {"instruments": ("Linz Accord",)}, id="two treaties"),
    pytest.param(
        {"title": "The second round of Kovac and Hale's talks"},
        {"title": "The third round of Kovac and Hale's talks"},
        id="rounds",
    ),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_can_never_be_one(one: dict[str, Any], other: dict[str, Any]) -> None:
    base: dict[str, Any] = {
        "title": "Kovac meets Hale",
        "when": "2031-03-10",
        "kind": "meeting",
        "lemma": "meet",
        "participants": ("Kovac", "Hale"),
    }
    same = [telling("one", **base), telling("two", **base)]
    assert len(build([ONE, TWO], same).events) == 1
    apart = [telling("one", **(base | one)), telling("two", **(base | other))]
    timeline = build([ONE, TWO], apart)
    assert len(timeline.events + timeline.undated) == 2


def test_low_salience_alone_is_left_out_but_supports_another() -> None:
    faint = telling(
        "one",
        "Kovac meets Hale",
        "2031-03-10",
        kind="meeting",
        lemma="meet",
        participants=("Kovac", "Hale"),
        salience=0.1,
    )
    clear = telling(
        "two", "Kovac meets Hale", "2031-03-10", kind="meeting", lemma="meet", participants=("Kovac", "Hale")
    )
    assert build([ONE], [faint]).total == 0
    assert len(only(build([ONE, TWO], [faint, clear])).evidence) == 2


def test_status_follows_the_report() -> None:
    facts: dict[str, Any] = {
        "kind": "meeting",
        "lemma": "meet",
        "participants": ("Kovac", "Hale"),
        "when": "2031-03-10",
    }
    before = document("before", "2031-02-01")
    planned = telling("before", "Kovac meets Hale", status=Status.SCHEDULED, **facts)
    done = telling("one", "Kovac meets Hale", **facts)
    event = only(build([before, ONE], [done, planned]))
    assert event.status is Status.OCCURRED
    assert event.first_reported is not None
    assert event.first_reported.edtf == "2031-02-01"


def test_merging_is_reversible() -> None:
    told = summit()
    event = only(build([ONE, TWO], told))
    assert sorted(item.id for item in unmerge(event, told)) == sorted(item.id for item in told)


NAMES = ("Anna Kovac", "Kovac", "John Hale", "Mary Brook", "Petr Sikorsky", "Petr Sikorskyy")
PLACES = ("Tartu", "Washington", "United States", "Split")
TITLES = (
    "Kovac meets Hale",
    "Visegrad summit opens",
    "Brook visits Tartu",
    "Hale signs the accord",
    "Talks in Split",
)
DAYS = (None, "2031-03-08", "2031-03-09", "2031-03", "2031", "[..2031-03-09]", "2031-03-05/2031-03-10")


@st.composite
def tellings(draw: st.DrawFn) -> list[Event]:
    count = draw(st.integers(1, 9))
    return [
        telling(
            draw(st.sampled_from(("one", "two", "three"))),
            draw(st.sampled_from(TITLES)),
            draw(st.sampled_from(DAYS)),
            at=100 * index,
            kind=draw(st.sampled_from(("meeting", "visit", "signature", "event"))),
            lemma=draw(st.sampled_from(("meet", "visit", "sign", "open"))),
            participants=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))),
            places=tuple(draw(st.lists(st.sampled_from(PLACES), max_size=1))),
            negated=draw(st.booleans()),
        )
        for index in range(count)
    ]


DOCUMENTS: Sequence[Document] = (ONE, document("two", "2031-03-10"), document("three", "2031-03"))


@settings(max_examples=150, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_order_changes_nothing(told: list[Event], random: Random) -> None:
    shuffled, documents = list(told), list(DOCUMENTS)
    random.shuffle(shuffled)
    random.shuffle(documents)
    assert build(DOCUMENTS, told) == build(documents, shuffled)


@settings(max_examples=150, deadline=None)
@given(tellings())
def test_nothing_is_lost_doubled_or_mixed(told: list[Event]) -> None:
    timeline = build(DOCUMENTS, told)
    merged = timeline.events + timeline.undated
    keys = [evidence.key for event in merged for evidence in event.evidence]
    assert sorted(keys) == sorted(event.evidence[0].key for event in told)
    by_key = {event.evidence[0].key: event for event in told}
    for event in merged:
        parts = [by_key[evidence.key] for evidence in event.evidence]
        assert len({part.negated for part in parts}) == 1
        dated = [part.date for part in parts if part.date is not None]
        assert all(one.overlaps(other) for one in dated for other in dated)
        assert (event.date is not None) == bool(dated)
        assert event.date is None or all(event.date.overlaps(date_) for date_ in dated)


def test_an_event_without_evidence_is_ignored() -> None:
    assert build([], []).total == 0
    assert date.min < date.max
