"""The feeds over HTTP, from a real server: conditions, compression, filters, windows and revisions."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx
import icalendar
import pytest

from chronology.chronicle import Chronicle
from chronology.model import Query, Status
from chronology.store import Store
from tests import ical_rules
from tests.support import BUILT, SMALL, application, event, happened, opened, serving, write

FEEDS = ("/feeds/timeline.ics", "/feeds/deadlines.ics")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with (
        opened(tmp_path_factory.mktemp("feeds")) as (_, chronicle),
        serving(application(chronicle)) as address,
        httpx.Client(base_url=address, headers={"Accept-Encoding": "identity"}) as client,
    ):
        yield client


def titles(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    ical_rules.check(answer.content)
    return [str(item["SUMMARY"]) for item in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")]


def test_the_timeline_holds_every_dated_event(site: httpx.Client) -> None:
    answer = site.get("/feeds/timeline.ics")
    assert titles(answer) == [
        "The talks (October 2016 to January 2017, days not stated)",
        "Parliament rejects the pact (some time before July 2018, exact date not known)",
        "Envoys meet in Vienna",
        "New START expires (February 2021, day not stated)",
    ]
    head = icalendar.Calendar.from_ical(answer.content)
    assert head["NAME"] == "Chronology timeline"
    assert head["X-WR-CALDESC"] == "All dated events. Left out: 1 without a date or before 1601."
    assert str(head["SOURCE"]) == str(answer.url)


def test_deadlines_are_a_feed_of_their_own(site: httpx.Client) -> None:
    assert titles(site.get("/feeds/deadlines.ics")) == ["New START expires (February 2021, day not stated)"]


def test_what_is_denied_is_no_deadline(tmp_path: Path) -> None:
    denied = event(2, "Old pact expires", "2020-05-01", status=Status.DENIED)
    negated = event(3, "Other pact does not expire", "2020-06-01", negated=True)
    with opened(tmp_path, (event(1), denied, negated)) as (_, chronicle):
        client = application(chronicle).test_client()
        assert len(ical_rules.check(client.get("/feeds/deadlines.ics").data)) == 1
        assert len(ical_rules.check(client.get("/feeds/timeline.ics").data)) == 3


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("instrument=New+START&kind=deadline", 1),
        ("kind=meeting", 1),
        ("kind=meeting&kind=negotiation", 2),
        ("from=2019&to=2019-12", 1),
        ("q=talks", 1),
        ("as_of=2019-12-01", 0),
        ("actor=Nobody", 0),
        ("from=&to=&q=", 4),
    ],
)
def test_filters_mean_what_they_mean_on_the_page(site: httpx.Client, query: str, count: int) -> None:
    assert len(titles(site.get(f"/feeds/timeline.ics?{query}"))) == count


@pytest.mark.parametrize(
    "query",
    [
        b"q=%00%1b",
        b"q=x%0D%0AATTENDEE:mailto:x",
        b"q=%E2%80%A8",
        b"q=%FF",
        b'q="<>\\^`{|}',
        b"actor=%22%3B%2C",
    ],
)
def test_a_hostile_query_breaks_no_rule(site: httpx.Client, query: bytes) -> None:
    answer = site.get(httpx.URL(f"{site.base_url}/feeds/timeline.ics").copy_with(query=query))
    assert answer.status_code == 200
    ical_rules.check(answer.content)
    (address,) = [line for line in ical_rules.lines(answer.content) if line.startswith("SOURCE")]
    assert re.fullmatch(r"SOURCE;VALUE=URI:http://[!-~]+", address)
    assert not set(address) & set('"<>\\^`{|} ')


def test_options_of_feeds(site: httpx.Client) -> None:
    assert site.get("/feeds/deadlines.ics").text.count("BEGIN:VALARM") == 4
    assert site.get("/feeds/deadlines.ics?alarms=P30D,P7D").text.count("BEGIN:VALARM") == 2
    assert site.get("/feeds/deadlines.ics?alarms=").text.count("BEGIN:VALARM") == 0
    assert "BEGIN:VTODO" in site.get("/feeds/deadlines.ics?todo=1").text
    assert "\nLINK;" in site.get("/feeds/deadlines.ics?links=1").text


def test_one_event_is_a_file(site: httpx.Client) -> None:
    found = site.get("/api/v1/events", params={"kind": "meeting"}).json()["items"][0]
    answer = site.get(f"/events/{found['id']}.ics")
    assert titles(answer) == ["Envoys meet in Vienna"]
    assert answer.headers["content-disposition"] == f'inline; filename="{found["id"]}.ics"'


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("/feeds/timeline.ics?from=tomorrow", 400, "from"),
        ("/feeds/timeline.ics?form=2019", 400, "form"),
        ("/feeds/timeline.ics?status=maybe", 400, "status"),
        ("/feeds/timeline.ics?alarms=soon", 400, "alarms"),
        ("/feeds/timeline.ics?todo=yes", 400, "todo"),
        ("/events/none.ics", 404, None),
        ("/feeds/other.ics", 404, None),
    ],
)
def test_refusals_are_problems(site: httpx.Client, address: str, status: int, parameter: str | None) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert "Traceback" not in answer.text
    assert [fault["parameter"] for fault in problem.get("errors", ())] == ([parameter] if parameter else [])


@pytest.mark.parametrize("feed", FEEDS)
def test_headers(site: httpx.Client, feed: str) -> None:
    answer = site.get(feed)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["last-modified"] == format_datetime(BUILT, usegmt=True)
    assert "set-cookie" not in answer.headers
    assert not answer.headers["etag"].startswith("W/")
    assert site.get(feed).content == answer.content


def test_conditions(site: httpx.Client) -> None:
    first = site.get(FEEDS[0])
    tag, stamp = first.headers["etag"], first.headers["last-modified"]
    earlier = format_datetime(BUILT - timedelta(days=1), usegmt=True)
    for headers, status in (
        ({"If-None-Match": tag}, 304),
        ({"If-None-Match": f"W/{tag}"}, 304),
        ({"If-None-Match": f'"other", {tag}'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": stamp}, 304),
        ({"If-Modified-Since": earlier}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": stamp}, 200),
        ({"If-None-Match": tag, "If-Modified-Since": earlier}, 304),
    ):
        answer = site.get(FEEDS[0], headers=headers)
        assert answer.status_code == status, headers
        assert answer.headers["etag"] == tag
        assert (answer.content == b"") == (status == 304)


def test_head_is_get_without_a_body(site: httpx.Client) -> None:
    head, get = site.head(FEEDS[0]), site.get(FEEDS[0])
    for name in ("content-type", "content-length", "etag", "last-modified", "cache-control"):
        assert head.headers[name] == get.headers[name]
    assert head.content == b""


def test_compression_has_its_own_validator(site: httpx.Client) -> None:
    plain = site.get(FEEDS[0])
    with site.stream("GET", FEEDS[0], headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
        assert answer.headers["content-encoding"] == "gzip"
        tag = answer.headers["etag"]
    assert gzip.decompress(raw) == plain.content
    assert tag != plain.headers["etag"]
    again = site.get(FEEDS[0], headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert again.status_code == 304
    refused = site.get(FEEDS[0], headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers


@pytest.mark.parametrize("accept", ["text/html", "*/*", "application/calendar+json", ""])
def test_any_client_gets_a_calendar(site: httpx.Client, accept: str) -> None:
    answer = site.get(FEEDS[0], headers={"Accept": accept, "User-Agent": "Google-Calendar-Importer"})
    assert answer.headers["content-type"].startswith("text/calendar")
    assert site.post(FEEDS[0]).status_code == 405


def test_a_condition_is_answered_without_reading_the_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as (_, chronicle):
        client = application(chronicle).test_client()
        tag = client.get(FEEDS[0]).headers["ETag"]

        def fail(*_: object) -> None:
            raise AssertionError

        monkeypatch.setattr(Chronicle, "timeline", fail)
        monkeypatch.setattr(Chronicle, "documents", fail)
        assert client.get(FEEDS[0], headers={"If-None-Match": tag}).status_code == 304
        assert client.get(FEEDS[0]).status_code == 200


def test_a_large_selection_is_cut_to_its_latest_events_and_says_so(tmp_path: Path) -> None:
    many = [happened(number, f"Meeting {number}", f"{1900 + number}-05-01") for number in range(60)]
    with opened(tmp_path, many) as (_, chronicle):
        client = application(chronicle, feed_events=25).test_client()
        data = client.get(FEEDS[0]).data
        found = ical_rules.check(data)
        assert [item["SUMMARY"][0] for item in found] == [
            f"SUMMARY:Meeting {number}" for number in range(35, 60)
        ]
        about = str(icalendar.Calendar.from_ical(data)["X-WR-CALDESC"])
        assert "Holds the latest 25 of 60 events" in about
        small = application(chronicle, feed_bytes=10_000).test_client().get(FEEDS[0]).data
        assert 5_000 < len(small) < 11_000


def moved(store: Store, *events: object, days: int = 1) -> None:
    write(store, events, now=BUILT + timedelta(days=days))  # type: ignore[arg-type]


def stamps(data: bytes) -> dict[str, tuple[str, str, str]]:
    return {
        item["UID"][0]: (item["LAST-MODIFIED"][0][-16:], item["SEQUENCE"][0][-1:], item["STATUS"][0][7:])
        for item in ical_rules.check(data)
    }


def test_a_changed_date_raises_the_sequence_and_nothing_else_moves(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, chronicle):
        client = application(chronicle).test_client()
        before = client.get(FEEDS[0])
        moved(store, event(1, when="2021-02-05"), *SMALL[1:])
        after = client.get(FEEDS[0], headers={"If-None-Match": before.headers["ETag"]})
        assert after.status_code == 200
        old, new = stamps(before.data), stamps(after.data)
        assert old.keys() == new.keys()
        changed = [name for name in old if old[name] != new[name]]
        assert [(old[name], new[name]) for name in changed] == [
            (("20260102T030405Z", "0", "TENTATIVE"), ("20260103T030405Z", "1", "CONFIRMED"))
        ]


def test_a_withdrawn_event_stays_cancelled_for_ninety_days(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, chronicle):
        client = application(chronicle).test_client()
        moved(store, *SMALL[1:])
        found = [stamp for stamp in stamps(client.get(FEEDS[0]).data).values() if stamp[2] == "CANCELLED"]
        assert found == [("20260103T030405Z", "1", "CANCELLED")]
        assert len(ical_rules.check(client.get("/feeds/deadlines.ics").data)) == 1
        assert len(ical_rules.check(client.get("/feeds/timeline.ics?kind=meeting").data)) == 1
        moved(store, *SMALL[1:], happened(9, "Later", "2019-12-12"), days=100)
        assert "CANCELLED" not in client.get(FEEDS[0]).text


def test_a_retitled_source_shows_in_the_feed(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, chronicle):
        client = application(chronicle).test_client()
        assert "Report wire" in client.get(FEEDS[0]).text
        texts = tuple(replace(item, title="Renamed") for item in chronicle.documents())
        write(store, SMALL, documents=texts, now=BUILT + timedelta(days=1))
        assert "Report wire" not in client.get(FEEDS[0]).text.replace("\r\n ", "")


def test_the_base_url_is_the_operators(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, chronicle):
        client = application(chronicle, base_url="https://dates.example.org/").test_client()
        text = client.get("/feeds/timeline.ics?q=Vienna").text.replace("\r\n ", "")
        assert "SOURCE;VALUE=URI:https://dates.example.org/feeds/timeline.ics?q=Vienna" in text
        assert "URL:https://dates.example.org/events/" in text


def test_the_seeds_as_feeds(seeds: Chronicle) -> None:
    client = application(seeds).test_client()
    everything = ical_rules.check(client.get("/feeds/timeline.ics").data)
    assert len(everything) == len(seeds.timeline(Query()).events)
    (deadline,) = ical_rules.check(client.get("/feeds/deadlines.ics?instrument=New+START").data)
    assert deadline["SUMMARY"] == ["SUMMARY:New START expires (February 2021\\, day not stated)"]
    assert deadline["DTSTART"] == ["DTSTART;VALUE=DATE:20210201"]
    assert deadline["DTEND"] == ["DTEND;VALUE=DATE:20210301"]
    assert deadline["STATUS"] == ["STATUS:TENTATIVE"]
    assert "418 to 445 days left" in deadline["DESCRIPTION"][0]
