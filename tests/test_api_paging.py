"""Lists of the API page by page, searching, and questions that nothing can answer; from a real server."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import BUILT, SMALL, api, application, document, evidence, happened, opened, serving, write
from web.api.cursors import Cursor, question

TALKS = (
    happened(6, "Envoys fly home", "2019-12-12", importance=0.9, evidence=(evidence(6),)),
    happened(7, "Talks on talks", "2019-12-13", importance=0.1),
)
LISTS = ("/events", "/search?q=e", "/deadlines", "/documents", "/findings", "/dates", "/instruments")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    documents = (document(), document("other", "Nothing was said."))
    with api(tmp_path_factory.mktemp("paging"), (*SMALL, *TALKS), documents=documents) as client:
        yield client


def titles(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


def walk(site: httpx.Client, address: str, relation: str = "next") -> Iterator[Any]:
    """Follow the links to the end."""
    page = site.get(address)
    while True:
        yield page.json()
        if relation not in page.links:
            return
        page = site.get(page.links[relation]["url"])


@pytest.mark.parametrize("order", ["date", "-date", "importance"])
def test_following_next_gives_every_event_once(site: httpx.Client, order: str) -> None:
    found = [item["id"] for page in walk(site, f"/events?limit=2&sort={order}") for item in page["items"]]
    assert found == [item["id"] for item in site.get(f"/events?sort={order}").json()["items"]]
    assert len(found) == len(SMALL) + len(TALKS)


def test_links_lead_forth_and_back(site: httpx.Client) -> None:
    first = site.get("/events?limit=2&q=")
    assert set(first.links) == {"first", "next", "last"}
    last = site.get(first.links["last"]["url"])
    assert set(last.links) == {"first", "prev", "last"}
    assert [page["offset"] for page in walk(site, last.links["last"]["url"], "prev")] == [6, 4, 2, 0]
    assert httpx.get(last.links["first"]["url"]).json() == first.json()
    assert "link" not in site.get("/events").headers


def test_a_page_of_the_middle_may_be_asked_for_by_number(site: httpx.Client) -> None:
    page = site.get("/events?limit=2&offset=3")
    assert page.json()["offset"] == 3
    assert httpx.get(page.links["prev"]["url"]).json()["offset"] == 1
    assert httpx.get(page.links["next"]["url"]).json()["offset"] == 5


def test_size_and_fields_may_change_on_the_way(site: httpx.Client) -> None:
    address = site.get("/events?limit=2").links["next"]["url"]
    page = httpx.get(f"{address.replace('limit=2', 'limit=3')}&fields=title")
    assert page.json()["items"] == [{"title": title} for title in titles(site.get("/events"))[2:5]]


@pytest.mark.parametrize(
    "address", ["/deadlines", "/documents", "/events?kind=meeting", "/events?sort=-date"]
)
def test_a_cursor_is_of_one_list(site: httpx.Client, address: str) -> None:
    cursor = httpx.URL(site.get("/events?limit=2").links["next"]["url"]).params["cursor"]
    answer = site.get(address, params=httpx.URL(address).params.add("cursor", cursor))
    assert answer.status_code == 409
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["value"]) == ("cursor", cursor)
    assert "begin again without one" in fault["expected"]


def test_a_cursor_is_of_one_revision(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, chronicle), serving(application(chronicle)) as address:
        first = httpx.get(f"{address}/api/v1/events?limit=2")
        write(store, (*SMALL, *TALKS), now=BUILT + timedelta(days=1))
        answer = httpx.get(first.links["next"]["url"])
        assert answer.status_code == 409
        assert answer.headers["content-type"] == "application/problem+json"
        assert httpx.get(first.links["first"]["url"]).json()["revision"] == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(address=st.sampled_from(LISTS), cursor=st.from_regex(r"\A[A-Za-z0-9_-]{16}\Z") | st.text(max_size=20))
def test_no_cursor_is_our_fault(site: httpx.Client, address: str, cursor: str) -> None:
    answer = site.get(address, params=httpx.URL(address).params.add("cursor", cursor))
    assert answer.status_code in {400, 409}


@given(st.builds(Cursor, *[st.integers(0, 2**32 - 1)] * 3))
def test_a_cursor_reads_back(cursor: Cursor) -> None:
    assert Cursor.read(str(cursor)) == cursor


def test_the_question_is_what_is_listed_and_in_which_order() -> None:
    asked = question("/events", [("kind", "meeting"), ("q", "x")])
    assert asked == question("/events", [("q", "x"), ("kind", "meeting"), ("limit", "3"), ("cursor", "y")])
    assert asked != question("/events", [("kind", "meeting"), ("q", "y")])
    assert asked != question("/deadlines", [("kind", "meeting"), ("q", "x")])


def test_searching_puts_titles_before_quotations(site: httpx.Client) -> None:
    assert titles(site.get("/search?q=talks")) == ["Talks on talks", "The talks"]
    assert titles(site.get("/search?q=talk&sort=date")) == ["The talks", "Talks on talks"]
    assert titles(site.get("/search?q=ENVOYS&kind=meeting&fields=title")) == [
        "Envoys fly home",
        "Envoys meet in Vienna",
    ]
    assert titles(site.get("/search?q=talks&to=2018")) == ["The talks"]
    assert titles(site.get("/search?q=no-such-word")) == []


def test_searching_for_no_word_finds_nothing_and_says_so(site: httpx.Client) -> None:
    answer = site.get("/search?q=!").json()
    assert (answer["items"], answer["total"]) == ([], 0)
    assert "holds no word" in answer["notice"]


@pytest.mark.parametrize("address", LISTS)
def test_a_range_that_ends_before_it_begins_holds_nothing_and_says_so(
    site: httpx.Client, address: str
) -> None:
    params = httpx.URL(address).params
    answer = site.get(address, params=params.merge({"from": "2020", "to": "2019"})).json()
    assert (answer["items"], answer["total"]) == ([], 0)
    assert answer["notice"] == "Nothing can match: from (2020-01-01) is after to (2019-12-31)."
    assert "notice" not in site.get(address, params=params.merge({"from": "2019", "to": "2020"})).json()


def test_two_days_the_wrong_way_round_compare_to_nothing(site: httpx.Client) -> None:
    found = site.get("/diff?from_as_of=2019-12-12&to_as_of=2018").json()
    assert [found[name] for name in ("new", "changed", "passed", "withdrawn")] == [[], [], [], []]
    assert "from_as_of (2019-12-12) is after to_as_of (2018-12-31)" in found["notice"]


def test_a_feed_of_such_a_range_is_an_empty_calendar_that_says_so(site: httpx.Client) -> None:
    root = str(site.base_url).removesuffix("/api/v1/")
    feed = httpx.get(f"{root}/feeds/timeline.ics?from=2020&to=2019")
    assert feed.status_code == 200
    assert "BEGIN:VEVENT" not in feed.text
    assert "Nothing can match" in feed.text.replace("\r\n ", "")
    assert httpx.get(f"{root}/?from=2020&to=2019").status_code == 200
