"""Names that are one, and what is told twice, within, beside or again."""

from typing import Any

import pytest

from chronology.model import Event, Status, Timeline
from chronology.timeline import names
from chronology.timeline.builder import build
from tests.tellings import document, telling

ONE, TWO = document("one", "2031-03-12"), document("two", "2031-03-12")
QUOTE: dict[str, Any] = {
    "quote": "Kovac will visit Graz for the Liberation Day feast on 9 May 2031.",
    "at": 0,
}


def groups(timeline: Timeline) -> list[int]:
    return sorted(len(event.evidence) for event in timeline.events + timeline.undated)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sikorsky", "Petro Sikorskyy", True),
        ("Anna Kovač", "Kovac", True),
        ("Bill Clinton", "Hillary Clinton", False),
        ("North Korea", "South Korea", False),
        ("Al-Sayed", "Omar al-Sayed", True),
        ("the Graz Treaty", "Graz Treaty", True),
    ],
)
def test_names_that_mean_the_same(one: str, other: str, same: bool) -> None:
    assert names.same(one, other) is same
    assert names.same(other, one) is same
    if same:
        assert names.block_key(one) == names.block_key(other)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Paris", "France", False),
        ("Paris", "London", True),
        ("White House", "Washington", False),
        ("Tartu", "Estonia", False),
        ("Tartu", "Split", True),
        ("Embassy", "Washington", False),
    ],
)
def test_places_that_cannot_be_one(one: str, other: str, conflict: bool) -> None:
    assert names.places_conflict([one], [other]) is conflict
    assert not names.places_conflict([], [other])


def test_fullest_names_keep_their_order() -> None:
    assert names.fullest(["Kovac", "Hale", "Anna Kovac", "Hale"]) == ("Anna Kovac", "Hale")


def planned(title: str, at: int, **fields: Any) -> Event:
    facts: dict[str, Any] = {"status": Status.SCHEDULED, "said": "9 May 2031", "quote": QUOTE["quote"]}
    return telling("one", title, "2031-05-09", at=0, trigger=title[:at], **(facts | fields))


def test_a_plan_within_a_plan_is_one_event() -> None:
    visit = planned("Kovac visits Graz for the Liberation Day feast", 5, kind="visit", lemma="visit")
    feast = planned("Liberation Day feast in Graz", 10, kind="celebration", lemma="feast")
    assert groups(build([ONE], [visit, feast])) == [2]


def test_of_what_has_happened_two_sorts_are_two_events() -> None:
    facts: dict[str, Any] = {"status": Status.OCCURRED}
    crash = planned(
        "Plane crashes in Graz at the start of the Graz war", 5, kind="disaster", lemma="crash", **facts
    )
    war = planned("Graz war", 4, kind="conflict", lemma="war", **facts)
    assert groups(build([ONE], [crash, war])) == [1, 1]


def test_killed_since_the_invasion_is_not_the_invasion() -> None:
    facts: dict[str, Any] = {"status": Status.OCCURRED, "kind": "attack", "salience": 0.8}
    killed = planned("Fifty reporters killed since the invasion", 5, lemma="kill", **facts)
    invasion = planned("Invasion", 4, lemma="invasion", **facts)
    assert groups(build([ONE], [killed, invasion])) == [1, 1]


def test_one_text_comes_back_to_a_visit() -> None:
    visit: dict[str, Any] = {"kind": "visit", "participants": ("Anna Kovac",)}
    told = [
        telling(
            "one",
            "Anna Kovac visits Graz",
            "2031-03-10",
            said="Monday",
            lemma="visit",
            places=("Graz",),
            at=0,
            **visit,
        ),
        telling("one", "Kovac's trip", lemma="trip", at=400, **visit),
    ]
    (event,) = build([ONE], told).events
    assert "no date of its own" in event.evidence[1].why
    assert "again" in event.evidence[1].why


def test_people_who_meet_under_a_name_do_not_lend_it_their_other_meetings() -> None:
    people: dict[str, Any] = {"kind": "meeting", "participants": ("Anna Kovac", "John Hale", "Mary Brook")}
    told = [
        telling("one", "Visegrad format talks", "2031-03-09", said="Sunday", lemma="talk", **people),
        telling("one", "Kovac, Hale and Brook hold a meeting", lemma="meeting", **people),
    ]
    assert [len(event.evidence) for event in build([ONE], told).events] == [1]


def test_the_kind_that_says_something_wins() -> None:
    facts: dict[str, Any] = {"status": Status.OCCURRED, "participants": ("Graz farmers",)}
    event_ = planned(
        "Farmers of Graz join road protests", 5, kind="event", lemma="join", salience=0.9, **facts
    )
    protest = planned("Road protests", 4, kind="protest", lemma="protest", **facts)
    (event,) = build([ONE], [event_, protest]).events
    assert event.title == "Farmers of Graz join road protests"
    assert event.kind == "protest"


def test_undated_talk_of_one_document_stays_off_the_shelf() -> None:
    visit: dict[str, Any] = {
        "kind": "visit",
        "participants": ("Anna Kovac",),
        "salience": 0.2,
        "lemma": "trip",
    }
    told = [telling("one", "Kovac's trip", at=0, **visit), telling("one", "Kovac's trip", at=300, **visit)]
    assert build([ONE], told).total == 0


def test_numbers_tell_resolutions_apart() -> None:
    facts: dict[str, Any] = {"kind": "legislation", "lemma": "adopt", "participants": ("Security Council",)}
    told = [
        telling("one", "Security Council adopts Resolution 2231", "2031", said="2031", **facts),
        telling("two", "Security Council adopts Resolution 1929", "2031", said="2031", **facts),
    ]
    assert groups(build([ONE, TWO], told)) == [1, 1]


def test_the_finest_date_that_all_allow() -> None:
    facts: dict[str, Any] = {"kind": "withdrawal", "lemma": "withdraw", "participants": ("Ruritania",)}
    told = [
        telling("one", "Ruritania withdraws from the pact", "2030", said="2030", **facts),
        telling("two", "Ruritania withdraws from the pact", "[..2030-06]", said="before July", **facts),
    ]
    (event,) = build([ONE, TWO], told).events
    assert event.date is not None
    assert event.date.edtf == "[2030-01..2030-06]"


def test_a_title_takes_the_place_that_another_telling_names() -> None:
    facts: dict[str, Any] = {"participants": ("Anna Kovac",), "said": "last May", "places": ("Tartu",)}
    told = [
        telling(
            "one",
            "Anna Kovac meets Juhan Tamm",
            "2030-05",
            kind="meeting",
            lemma="meet",
            salience=0.9,
            **facts,
        ),
        telling("one", "Anna Kovac visits Tartu for talks", "2030-05", kind="visit", lemma="visit", **facts),
    ]
    (event,) = build([ONE], told).events
    assert event.title == "Anna Kovac meets Juhan Tamm in Tartu"
    assert [item.title for item in build([ONE], told[1:]).events] == ["Anna Kovac visits Tartu for talks"]


def test_to_meet_again_is_another_meeting() -> None:
    people: dict[str, Any] = {"kind": "meeting", "lemma": "meet", "participants": ("Anna Kovac", "John Hale")}
    told = [
        telling("one", "Kovac meets Hale", "2031-03-10", said="Monday", trigger="met", **people),
        telling(
            "one", "Kovac meets Hale", quote="They agreed to meet again.", at=5, trigger="meet", **people
        ),
    ]
    assert sorted(len(event.evidence) for event in build([ONE], told).events) == [1]


SIGNING: dict[str, Any] = {"kind": "signature", "lemma": "sign", "participants": ("Anna Kovac", "John Hale")}
LEAVING: dict[str, Any] = {"kind": "withdrawal", "participants": ("Ardenia",)}


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (
            SIGNING | {"title": "Kovac and Hale sign the Lakes Navigation Treaty", "when": "2031-03-09"},
            SIGNING | {"title": "Kovac and Hale sign a treaty on lake navigation", "when": "2031-03-09"},
            True,
        ),
        (
            SIGNING | {"title": "Kovac and Hale sign the Lakes Navigation Treaty", "when": "2031-03-09"},
            SIGNING | {"title": "Kovac and Hale sign a treaty on lake fishing", "when": "2031-03-04"},
            False,
        ),
        (
            LEAVING | {"title": "Ardenia quits the previous accord", "when": "2017", "lemma": "quit"},
            LEAVING | {"title": "Ardenia leaves the earlier accord", "when": "2017-05", "lemma": "leave"},
            True,
        ),
        (
            LEAVING | {"title": "Ardenia quits the previous accord", "when": "2017", "lemma": "quit"},
            LEAVING | {"title": "Ardenia leaves the earlier pact", "when": "2017-05", "lemma": "leave"},
            False,
        ),
    ],
)
def test_what_one_text_names_and_another_describes(
    one: dict[str, Any], other: dict[str, Any], *, together: bool
) -> None:
    named = {"previous accord", "earlier accord", "earlier pact", "Lakes Navigation Treaty"}
    told = [
        telling(document_id, **item, instruments=tuple(name for name in named if name in item["title"]))
        for document_id, item in (("one", one), ("two", other))
    ]
    timeline = build([ONE, TWO], told)
    assert len(timeline.events) == (1 if together else 2)
