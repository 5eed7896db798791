"""What holds for every address: headers, errors, limits, and that readers never see half a rebuild."""

import gzip
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event as Signal
from typing import cast

import httpx
import pytest

from chronology.chronicle import Chronicle
from chronology.model import Event, QueryError, StoreError
from tests.support import BUILT, application, happened, opened, serving, write
from web import site as sites
from web.app import Config, create_app

PAGES = (
    "/",
    "/documents",
    "/documents/wire",
    "/deadlines",
    "/subscribe",
    "/findings",
    "/explain",
    "/api/docs",
)
DATA = ("/api/v1/events", "/api/v1/deadlines?as_of=2019-12-11", "/feeds/timeline.ics", "/healthz")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with (
        opened(tmp_path_factory.mktemp("app")) as (_, chronicle),
        serving(application(chronicle)) as address,
        httpx.Client(base_url=address) as client,
    ):
        yield client


@pytest.mark.parametrize("address", [*PAGES, *DATA, "/static/chronology.css"])
def test_every_address_answers_with_a_validator_and_headers(site: httpx.Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "set-cookie" not in answer.headers
    again = site.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", PAGES)
def test_pages_hold_no_inline_script_or_style(site: httpx.Client, address: str) -> None:
    text = site.get(address).text
    assert "<script>" not in text
    assert "<style" not in text
    assert ' style="' not in text
    assert " onclick=" not in text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404),
        ("/events/none", 404),
        ("/documents/none", 404),
        ("/?from=tomorrow", 400),
        ("/?form=2019", 400),
        ("/deadlines?within=soon", 400),
        ("/?q=" + "x" * 10_000, 400),
        ("/%FF%FE", 404),
        ("/?q=%FF", 200),
    ],
)
def test_a_page_that_fails_says_so_to_people(site: httpx.Client, address: str, status: int) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Traceback" not in answer.text


def test_the_callers_request_id_comes_back(site: httpx.Client) -> None:
    assert site.get("/healthz", headers={"X-Request-Id": "abc-1"}).headers["x-request-id"] == "abc-1"
    forged = site.get("/healthz", headers={"X-Request-Id": "a b<c>"}).headers["x-request-id"]
    assert forged.isalnum()


@pytest.mark.parametrize("host", ["a b", "x'\"<y>", "127.0.0.1:99999999", "[::1"])
def test_a_host_that_is_none_is_refused(site: httpx.Client, host: str) -> None:
    assert site.get("/feeds/timeline.ics", headers={"Host": host}).status_code == 400
    assert site.get("/feeds/timeline.ics", headers={"Host": "dates.example.org:8443"}).status_code == 200


@pytest.mark.parametrize("address", ["/", "/api/v1/events", "/feeds/timeline.ics", "/api/v1/resolve"])
def test_other_methods_are_refused(site: httpx.Client, address: str) -> None:
    answer = site.delete(address)
    assert answer.status_code == 405
    assert "DELETE" not in answer.headers["allow"]


def test_programs_of_other_sites_may_read(site: httpx.Client) -> None:
    answer = site.options("/api/v1/resolve", headers={"Origin": "https://example.org"})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "access-control-allow-origin" not in site.get("/").headers


def test_a_body_over_one_megabyte_is_refused(site: httpx.Client) -> None:
    answer = site.post("/api/v1/resolve", json={"text": "x" * 1_100_000})
    assert answer.status_code == 413
    assert answer.json()["title"] == "Request Entity Too Large"
    assert site.post("/explain", data={"text": "x" * 1_100_000}).status_code == 413


def test_posting_is_limited_by_client_and_minute(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, chronicle):
        client = application(chronicle, posts_per_minute=2).test_client()
        answers = [client.post("/api/v1/resolve", json={"text": "x"}) for _ in range(4)]
        assert [answer.status_code for answer in answers].count(429) >= 1
        assert answers[0].headers["RateLimit-Policy"] == '"posts";q=2;w=60'
        assert answers[0].headers["RateLimit"].startswith('"posts";r=1;t=')
        refused = next(answer for answer in answers if answer.status_code == 429)
        assert 0 < int(refused.headers["Retry-After"]) <= 60
        assert refused.content_type == "application/problem+json"
        assert client.get("/api/v1/events").status_code == 200


def test_pages_are_compressed_for_those_who_can_read_it(site: httpx.Client) -> None:
    with site.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw).startswith(b"<!doctype html>")
    assert "Accept-Encoding" in answer.headers["vary"]


def test_our_own_fault_is_logged_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    with opened(tmp_path) as (_, chronicle):
        client = application(chronicle).test_client()
        monkeypatch.setattr(Chronicle, "timeline", fail)
        with caplog.at_level(logging.ERROR):
            answers = [client.get(address) for address in ("/", "/api/v1/events", "/feeds/timeline.ics")]
    for answer in answers:
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert answer.headers["X-Request-Id"] in answer.text
    assert [record.exc_info is not None for record in caplog.records] == [True] * 3


def test_an_app_opens_its_own_store(tmp_path: Path) -> None:
    with opened(tmp_path):
        app = create_app(Config(store=str(tmp_path / "test.db")))
        with app.app_context(), closing(cast("Chronicle", sites.site().live)):
            assert app.test_client().get("/api/v1/events").get_json()["total"] == 5


@pytest.mark.parametrize(
    "address", ["dates.example.org", "javascript:x", "https://", "https://a b", "https://x\ny"]
)
def test_a_public_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with opened(tmp_path) as (_, chronicle), pytest.raises(QueryError, match="is no web address"):
        application(chronicle, base_url=address)


def test_a_store_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StoreError("is held by another process", where="test.db", remedy="Try again")

    with opened(tmp_path) as (_, chronicle):
        client = application(chronicle).test_client()
        monkeypatch.setattr(Chronicle, "revision", fail)
        answer = client.get("/healthz")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.get_json()["detail"] == "test.db: is held by another process. Try again"


def test_readers_during_rebuilds_see_one_revision_whole(tmp_path: Path) -> None:
    """Each revision holds as many events as its number, all titled with it."""

    def events(number: int) -> list[Event]:
        return [happened(place, f"Revision {number}", f"2019-12-{place + 1:02d}") for place in range(number)]

    def read(client: httpx.Client) -> int:
        count = 0
        while not done.is_set() or not count:
            found = {item["title"] for item in client.get("/api/v1/events").json()["items"]}
            assert len(found) == 1
            feed = client.get("/feeds/timeline.ics").text
            assert len({line for line in feed.splitlines() if line.startswith("SUMMARY")}) == 1
            count += 1
        return count

    done = Signal()
    with (
        opened(tmp_path, events(1)) as (store, chronicle),
        serving(application(chronicle)) as address,
        ThreadPoolExecutor(4) as pool,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        readers = [pool.submit(read, client) for _ in range(4)]
        for number in range(2, 8):
            write(store, events(number), now=BUILT + timedelta(days=number))
        done.set()
        assert all(reader.result() for reader in readers)
