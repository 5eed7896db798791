"""What the drawing of the timeline is made from: columns of days, words in parts; and the page without it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chronology.model import Event, Status
from tests import drawing_chronicle, pages_chronicle, support
from web.presenters import drawing
from web.presenters.drawing import EPOCH, PART, STATUS_SHIFT, STATUSES, Drawn, Flag
from web.presenters.entries import Setting

TODAY = date(2019, 12, 11)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with pages_chronicle.site(tmp_path_factory.mktemp("drawing")) as made:
        yield made


@pytest.fixture
def site(app: Flask) -> FlaskClient:
    return app.test_client()


def asked(site: FlaskClient, path: str) -> Any:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    return json.loads(answer.data)


def drawn(*events: Event, lanes: str = "kind") -> dict[str, Any]:
    setting = Setting({"wire": support.document()}, TODAY)
    return drawing.columns(Drawn(events, (), setting, TODAY, lanes=lanes))


def only(event: Event) -> tuple[int, int, Flag, Status]:
    """First day (ordinal), length, flags and status of the one event that is drawn."""
    made = drawn(event)
    flags = made["flags"][0]
    return (
        made["start"][0] + EPOCH,
        made["length"][0],
        Flag(flags & ((1 << STATUS_SHIFT) - 1)),
        STATUSES[flags >> STATUS_SHIFT],
    )


@pytest.mark.parametrize(
    ("when", "first", "length", "flags"),
    [
        ("2019-12-10", date(2019, 12, 10), 1, Flag(0)),
        ("2021-02", date(2021, 2, 1), 28, Flag(0)),
        ("2021-02~", date(2021, 2, 1), 28, Flag.APPROXIMATE),
        ("2021?", date(2021, 1, 1), 365, Flag.UNCERTAIN),
        ("2016-10/2017-01", date(2016, 10, 1), 123, Flag.INTERVAL),
        ("[..2018-06]", date(2018, 6, 30), 1, Flag.OPEN_START),
        ("2019-12-10/..", date(2019, 12, 10), 1, Flag.OPEN_END | Flag.INTERVAL),
    ],
)
def test_every_precision_has_its_days_and_flags(when: str, first: date, length: int, flags: Flag):
    assert only(support.happened(1, "It", when)) == (first.toordinal(), length, flags, Status.OCCURRED)


def test_deadlines_and_what_gave_way_are_told_apart():
    event = support.event(1, superseded_by="event2")
    assert only(event)[2:] == (Flag.DEADLINE | Flag.SUPERSEDED, Status.SCHEDULED)


def test_an_event_stands_in_every_lane_that_it_belongs_to():
    made = drawn(support.event(1), support.happened(2, "It", "2019", participants=()), lanes="actor")
    assert made["lanes"] == ["Russia", "United States", "Others"]
    assert made["row"] == [0, 1, 1]
    assert made["lane"] == [2, 0, 1]
    assert made["total"] == 2


def test_the_fullest_lanes_are_named_and_the_others_share_one():
    made = drawn(*drawing_chronicle.many(1_000), lanes="actor")
    assert len(made["lanes"]) == drawing.MOST_LANES
    assert made["lanes"][-1] == "Others"
    assert set(made["lane"]) == set(range(drawing.MOST_LANES))


def test_items_come_in_order_of_their_first_day_and_words_in_parts():
    events = tuple(drawing_chronicle.many(PART + 7))
    made = drawn(*events)
    assert made["start"] == sorted(made["start"])
    assert made["words"] is None
    setting = Setting({}, TODAY)
    parts = [drawing.words(Drawn(events, (), setting, TODAY), part) for part in range(3)]
    assert [len(part) for part in parts] == [PART, 7, 0]


def test_the_picture_of_a_small_timeline_holds_its_words(site: FlaskClient):
    made = asked(site, "/timeline.json")
    assert len(made["words"]) == made["total"] == 4
    _, title, when, status, left, quotation = made["words"][-1]
    assert (title, when, status) == ("Harbour Treaty expires", "February 2021, day not stated", "Scheduled")
    assert left == "418 to 445 days left"
    assert quotation.startswith("The pact expires in February 2021")
    assert [title for _, title in made["undated"]] == ["A successor is signed"]
    assert made["words"] == asked(site, "/timeline/words.json?part=0")


def test_the_picture_obeys_the_filters_of_the_page(site: FlaskClient):
    assert asked(site, "/timeline.json?kind=expiry")["total"] == 1
    assert (
        asked(site, "/timeline.json?kind=expiry&lanes=actor&view=2019-01-01..2020-01-01&event=x")["total"]
        == 1
    )
    made = asked(site, "/timeline.json?as_of=2019-12-11")
    assert made["asOf"] == TODAY.toordinal() - EPOCH


@pytest.mark.parametrize(
    "path", ["/timeline.json?lanes=colour", "/timeline/words.json?part=x", "/timeline.json?a=b"]
)
def test_what_cannot_be_understood_is_refused(site: FlaskClient, path: str):
    assert site.get(path).status_code == 400


@pytest.mark.parametrize("is_built", [True, False])
def test_without_its_script_the_page_is_as_if_there_were_none(app: Flask, tmp_path: Path, is_built: bool):
    known = app.static_folder
    if is_built:
        (tmp_path / "timeline.js").write_text("")
    app.static_folder = str(tmp_path)
    try:
        page = app.test_client().get(f"/?to={2030 + is_built}").text
    finally:
        app.static_folder = known
    for part in ('type="module"', "drawing.css", "drawing-parts", "to-draw"):
        assert (part in page) == is_built
