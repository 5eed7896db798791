"""The OpenAPI document of the API and the page drawn from it; from a real server."""

import re
from collections.abc import Iterator

import httpx
import pytest

from chronology.schemas import EventSchema
from tests.support import api
from web.api import patterns


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with api(tmp_path_factory.mktemp("api")) as client:
        yield client


def test_the_api_describes_itself(site: httpx.Client) -> None:
    spec = site.get("/openapi.json").json()
    assert spec["openapi"] == "3.1.0"
    paths = {"/api/v1/events", "/api/v1/deadlines", "/api/v1/documents", "/api/v1/findings", "/api/v1/dates"}
    assert paths | {"/api/v1/resolve", "/api/v1/instruments", "/healthz"} <= spec["paths"].keys()
    for path, operations in spec["paths"].items():
        for method in {"get", "post"} & operations.keys():
            operation = operations[method]
            assert operation["summary"], path
            for content in operation["responses"]["200"]["content"].values():
                assert "example" in content, path
            assert "application/problem+json" in operation["responses"]["400"]["content"]


def test_the_description_knows_every_format(site: httpx.Client) -> None:
    paths = site.get("/openapi.json").json()["paths"]
    assert {"application/json", "text/csv", "application/x-ndjson"} == set(
        paths["/api/v1/events"]["get"]["responses"]["200"]["content"]
    )
    download = paths["/api/v1/events.{suffix}"]
    (suffix,) = download["parameters"]
    for name in suffix["schema"]["enum"]:
        kind = site.get(f"/events.{name}").headers["content-type"].partition(";")[0]
        assert kind in download["get"]["responses"]["200"]["content"]


def test_parameters_of_the_description_fit_their_own_patterns(site: httpx.Client) -> None:
    spec = site.get("/openapi.json").json()
    seen = 0
    for operations in spec["paths"].values():
        for parameter in operations.get("get", {}).get("parameters", ()):
            schema = parameter["schema"]
            assert schema.get("default", "") is not None
            if "pattern" in schema:
                seen += 1
                assert re.search(schema["pattern"], schema["example"])
    assert seen > 20


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("2020-02-29", True),
        ("2019-02-29", False),
        ("1900-02-29", False),
        ("2000-02-29", True),
        ("0000", False),
        ("0001", True),
        ("9999-12-31", True),
        ("2019-13", False),
        ("2019-04-31", False),
        ("2019-12-11\n", False),
        ("٢٠١٩", False),
        ("2019-12-11T10:00", False),
    ],
)
def test_the_pattern_of_dates_says_all_that_is_taken(site: httpx.Client, text: str, is_date: bool) -> None:
    assert patterns.matches(patterns.DATE, text) is is_date
    assert site.get("/events", params={"to": text}).status_code == (200 if is_date else 400)


def test_examples_of_the_description_fit_its_schemas(site: httpx.Client) -> None:
    spec = site.get("/openapi.json").json()
    event = spec["paths"]["/api/v1/events/{event_id}"]["get"]["responses"]["200"]
    (content,) = event["content"].values()
    assert EventSchema().validate(content["example"]) == {}


def test_the_page_of_the_api_lists_every_operation(site: httpx.Client) -> None:
    root = str(site.base_url).removesuffix("/api/v1/")
    page = httpx.get(f"{root}/api/docs").text
    for path in site.get("/openapi.json").json()["paths"]:
        assert path in page
    tried = httpx.get(f"{root}/api/docs/try/api/v1/events?limit=2&q=&from=")
    assert (tried.status_code, tried.headers["location"]) == (302, "/api/v1/events?limit=2")
    assert httpx.get(f"{root}/api/docs/try/example.org").status_code == 404
