"""The list that follows the drawing: which events it holds, and which addresses lead on from it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from chronology.model import Query, QueryError
from tests import pages_chronicle, support
from web.presenters.viewed import Stretch, stretch


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with pages_chronicle.site(tmp_path_factory.mktemp("viewed")) as made:
        yield made


@pytest.fixture
def site(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("2019-06-01..2021-06-30", Stretch(date(2019, 6, 1), date(2021, 6, 30))),
        ("0001-01-01..9999-12-31", Stretch(date.min, date.max)),
        ("2019-06-01..2019-06-01", Stretch(date(2019, 6, 1), date(2019, 6, 1))),
    ],
)
def test_a_stretch_is_two_days(text: str, expected: Stretch | None):
    assert stretch(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019",
        "2019-06-01",
        "2019-06-01..",
        "2019-06-01..2019-05-31",
        "2019-02-30..2019-03-01",
        "a..b",
        "٢" * 22,
    ],
)
def test_anything_else_is_refused(site: FlaskClient, text: str):
    with pytest.raises(QueryError):
        stretch(text)
    assert site.get("/", query_string={"view": text}).status_code == 400


@pytest.mark.parametrize(
    ("when", "is_seen"),
    [
        ("2019-06-01", True),
        ("2019-06-30", True),
        ("2019-05-31", False),
        ("2019-07-01", False),
        ("2019", True),
        ("2019-06-30/2020-01-01", True),
        ("2018-01-01/2018-12-31", False),
        ("[..2019-06-10]", True),
        ("[..2019-07-10]", False),  # drawn at the day that is known, and not on all days before it
        ("[2019-06-10..]", True),
        ("[2019-05-10..]", False),
        (None, False),
    ],
)
def test_what_is_drawn_within_is_listed(when: str | None, is_seen: bool):
    event = support.happened(1, "A round is held", when)
    assert bool(Stretch(date(2019, 6, 1), date(2019, 6, 30)).of([event])) is is_seen


def test_a_filter_is_only_narrowed():
    june = Stretch(date(2019, 6, 1), date(2019, 6, 30))
    asked = Query(start=date(2019, 6, 10), end=date(2019, 12, 31), kinds=("visit",))
    assert june.within(asked) == Query(start=date(2019, 6, 10), end=date(2019, 6, 30), kinds=("visit",))


def test_links_of_a_followed_list_keep_or_leave_its_days(site: FlaskClient):
    page = site.get("/?view=2019-06-01..2021-06-30&sort=importance").text
    viewed = page[page.index('class="viewed"') :].split("</p>", 1)[0]
    assert "2 events in view, 1 June 2019 to 30 June 2021." in viewed
    assert re.findall(r'href="([^"]+)"', viewed) == ["/?from=2019-06-01&amp;to=2021-06-30", "/"]
    assert 'href="/?view=2019-06-01..2021-06-30">Sort by date' in page
    assert 'href="/subscribe?from=2019-06-01&amp;to=2021-06-30"' in page
    assert page.count("<article") == 2


def test_the_picture_and_the_filters_stay_whole(site: FlaskClient):
    marks = re.compile(r"<circle cx|<rect x")
    counts = re.compile(r'class="count"[^>]*>(\d+)')
    whole, part = site.get("/").text, site.get("/?view=2019-06-01..2021-06-30").text
    assert marks.findall(part) == marks.findall(whole) != []
    assert counts.findall(part) == counts.findall(whole) != []


def test_days_without_events_are_said_to_be_empty(site: FlaskClient):
    page = site.get("/?view=1901-01-01..1901-12-31").text
    assert "0 events in view" in page
    assert "Nothing is dated to these days." in page
    assert "List all" in page
