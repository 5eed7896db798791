"""The API from a real server: the contract's shapes, pages of lists, formats, conditions and refusals."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology.model import Finding, Severity
from chronology.schemas import (
    DeadlineSchema,
    DocumentSchema,
    EventSchema,
    FindingSchema,
    KeyDateSchema,
    TimexSchema,
)
from tests.support import SMALL, TEXT, api, document

FINDINGS = (Finding("status-date", Severity.WARNING, "Scheduled, yet past.", ("event1",), ("wire",)),)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    documents = (document(source="/some/folder/report.txt"), document("other", "Nothing was said."))
    with api(tmp_path_factory.mktemp("api"), findings=FINDINGS, documents=documents) as client:
        yield client


def items(answer: httpx.Response) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    body = answer.json()
    assert {"items", "total", "limit", "offset", "revision"} <= body.keys()
    found: list[dict[str, Any]] = body["items"]
    return found


def ids(client: httpx.Client) -> dict[str, str]:
    return {item["title"]: item["id"] for item in items(client.get("/events"))}


@pytest.mark.parametrize(
    ("address", "schema", "count"),
    [
        ("/events", EventSchema, 5),
        ("/deadlines", DeadlineSchema, 1),
        ("/documents", DocumentSchema, 2),
        ("/findings", FindingSchema, 1),
        ("/dates", KeyDateSchema, None),
    ],
)
def test_lists_have_the_shapes_of_the_contract(
    site: httpx.Client, address: str, schema: Any, count: int | None
) -> None:
    found = items(site.get(address))
    assert found
    assert count is None or len(found) == count == site.get(address).json()["total"]
    for item in found:
        assert schema().validate(item) == {}


def test_events_come_in_order_of_date_with_the_undated_last(site: httpx.Client) -> None:
    found = [(item["title"], item["date"]["edtf"]) for item in items(site.get("/events"))]
    assert found == [
        ("The talks", "2016-10/2017-01"),
        ("Parliament rejects the pact", "[..2018-06]"),
        ("Envoys meet in Vienna", "2019-12-10"),
        ("New START expires", "2021-02"),
        ("A successor is signed", None),
    ]


def test_a_deadline_counts_its_days_as_a_range(site: httpx.Client) -> None:
    (found,) = items(site.get("/deadlines?as_of=2019-12-11&within=P18M"))
    assert found["due"]["edtf"] == "2021-02"
    assert found["days_left"] == {"min": 418, "max": 445}
    assert found["state"] == "upcoming"
    assert items(site.get("/deadlines?as_of=2019-12-11&within=P12M")) == []
    (passed,) = items(site.get("/deadlines?as_of=2021-03-01"))
    assert passed["state"] == "passed"
    assert site.get("/deadlines").json()["as_of"] == "2019-12-11"  # the site's own day
    assert "last-modified" not in site.get("/deadlines").headers


def test_a_document_comes_with_its_expressions_and_events(site: httpx.Client) -> None:
    found = site.get("/documents/wire").json()
    assert found["text"] == TEXT
    assert found["source"] == "report.txt"  # and not in which folder
    (expression,) = found["expressions"]
    assert TimexSchema().validate(expression) == {}
    assert found["text"][expression["start"] : expression["end"]] == expression["text"] == "February 2021"
    assert {event["title"] for event in found["events"]} == {event.title for event in SMALL}


def test_one_event(site: httpx.Client) -> None:
    name = ids(site)["New START expires"]
    found = site.get(f"/events/{name}").json()
    assert (found["id"], found["deadline"], found["instruments"]) == (name, True, ["New START"])
    assert found["evidence"][0]["document"]["title"] == "Report wire"


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("kind=deadline", ["New START expires"]),
        ("kind=meeting&kind=ruling", ["Parliament rejects the pact", "Envoys meet in Vienna"]),
        ("instrument=new+start&status=scheduled", ["New START expires"]),
        ("from=2019&to=2019", ["Envoys meet in Vienna"]),
        ("place=Vienna&q=talks", ["The talks"]),
        ("as_of=2019-12-10", []),
        ("document=other", []),
        ("sort=-date&limit=1", ["New START expires"]),
        ("limit=2&offset=1", ["Parliament rejects the pact", "Envoys meet in Vienna"]),
        ("offset=100", []),
    ],
)
def test_filters_order_and_pages(site: httpx.Client, query: str, titles: list[str]) -> None:
    assert [item["title"] for item in items(site.get(f"/events?{query}"))] == titles


def test_only_the_fields_that_are_asked_for(site: httpx.Client) -> None:
    assert all(list(item) == ["id", "title"] for item in items(site.get("/events?fields=id,title")))


@pytest.mark.parametrize(
    ("query", "parameter", "expected"),
    [
        ("from=2019-02-30", "from", "such as 2019-12-11"),
        ("cursor=AAAA", "cursor", "out of the Link header"),
        ("cursor=AAAAAQAAAAAAAAA=", "cursor", "out of the Link header"),
        ("as_of=never", "as_of", "such as 2019-12-11"),
        ("from=", "from", "such as 2019-12-11"),
        ("limit=0", "limit", "from 1 to 1000"),
        ("limit=many", "limit", "whole number"),
        ("offset=-1", "offset", "from 0 up"),
        ("status=maybe", "status", "occurred"),
        ("sort=title", "sort", "importance"),
        ("fields=id,name", "fields", "names out of id, title"),
        ("form=2019", "form", "one of the parameters in /api/docs"),
        ("q=" + "x" * 10_000, "q", "at most 500"),
        ("actor=", "actor", "1 to 500 characters"),
    ],
)
def test_refusals_name_the_parameter_the_value_and_what_was_expected(
    site: httpx.Client, query: str, parameter: str, expected: str
) -> None:
    answer = site.get(f"/events?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert {"type", "title", "status", "detail", "instance", "request_id", "errors"} == problem.keys()
    (fault,) = problem["errors"]
    assert fault["parameter"] == parameter
    assert query.startswith(f"{parameter}={fault['value'][:20]}")
    assert expected in fault["expected"]
    assert parameter in problem["detail"]
    assert answer.headers["x-request-id"] == problem["request_id"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/none", 404),
        ("/documents/none", 404),
        ("/events.xls", 404),
        ("/nothing", 404),
        ("/events/none?x=1", 400),
        ("/deadlines?within=18", 400),
        ("/deadlines?within=P1M1W", 400),
        ("/diff", 400),
        ("/diff?from_as_of=2019-12-11&to_as_of=2019", 200),
        ("/diff?from_as_of=2019-12-11&to_as_of=2018", 200),
        ("/search", 400),
        ("/search?q=", 400),
        ("/deadlines?as_of=9999&within=P999Y", 200),
    ],
)
def test_other_addresses(site: httpx.Client, address: str, status: int) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    kind = "application/json" if status == 200 else "application/problem+json"
    assert answer.headers["content-type"] == kind


def test_formats_by_suffix_and_by_accept(site: httpx.Client) -> None:
    table = site.get("/events.csv")
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["title"] for row in rows][:2] == ["The talks", "Parliament rejects the pact"]
    lines = site.get("/events", headers={"Accept": "application/x-ndjson"})
    assert json.loads(lines.text.splitlines()[0])["title"] == "The talks"
    assert "Accept" in lines.headers["vary"]
    browser = site.get("/events", headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert browser.headers["content-type"] == "application/json"
    assert site.get("/events.ics?kind=deadline").text.count("BEGIN:VEVENT") == 1
    assert len(site.get("/events.jsonl?limit=2").text.splitlines()) == 2


def test_conditions(site: httpx.Client) -> None:
    first = site.get("/events")
    tag, stamp = first.headers["etag"], first.headers["last-modified"]
    assert site.get("/events", headers={"If-None-Match": tag}).status_code == 304
    assert site.get("/events", headers={"If-Modified-Since": stamp}).status_code == 304
    assert site.get("/events?limit=1", headers={"If-None-Match": tag}).status_code == 200


def test_two_days_compared(site: httpx.Client) -> None:
    found = site.get("/diff?from_as_of=2019-12-10&to_as_of=2019-12-11").json()
    assert {"from_as_of", "to_as_of", "new", "changed", "passed", "withdrawn"} == found.keys()
    assert len(found["new"]) == 5


def test_the_expressions_of_a_document(site: httpx.Client) -> None:
    (found,) = items(site.get("/documents/wire/expressions"))
    assert TimexSchema().validate(found) == {}
    assert items(site.get("/documents/wire/expressions?offset=1")) == []
    assert site.get("/documents/none/expressions").status_code == 404
    assert site.get("/documents/wire/expressions?q=x").status_code == 400


def test_the_life_of_an_instrument(site: httpx.Client) -> None:
    found = site.get("/instruments/New START").json()
    assert [event["title"] for event in found["events"]] == ["New START expires", "A successor is signed"]
    assert found["deadlines"] == [found["events"][0]["id"]]
    assert site.get("/instruments/None/at/all").status_code == 404


def test_instruments(site: httpx.Client) -> None:
    assert items(site.get("/instruments")) == [{"name": "New START", "events": 2, "deadlines": 1}]


def test_documents_of_the_filtered_events(site: httpx.Client) -> None:
    assert [item["id"] for item in items(site.get("/documents?kind=deadline"))] == ["wire"]


NAMES = (
    "from",
    "to",
    "as_of",
    "actor",
    "kind",
    "status",
    "q",
    "limit",
    "offset",
    "cursor",
    "sort",
    "fields",
    "within",
    "x",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        ["/events", "/search", "/deadlines", "/documents", "/findings", "/dates", "/instruments", "/diff"]
    ),
    st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=20) | st.integers().map(str)), max_size=4),
)
def test_no_query_is_our_fault(site: httpx.Client, address: str, query: list[tuple[str, str]]) -> None:
    answer = site.get(address, params=list(query))
    assert answer.status_code in {200, 400, 409}
    assert answer.json()
