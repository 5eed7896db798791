"""Resolving texts by the API, and bodies that are refused; from a real server."""

import json
from collections.abc import Iterator

import httpx
import pytest

from chronology.schemas import TimexSchema
from tests.support import api


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with api(tmp_path_factory.mktemp("api")) as client:
        yield client


def test_a_text_is_resolved_with_its_reasons(site: httpx.Client) -> None:
    answer = site.post("/resolve", json={"text": "The day before yesterday.", "published": "2019-12-11"})
    (found,) = answer.json()["expressions"]
    assert TimexSchema().validate(found) == {}
    assert (found["value"], found["edtf"]) == ("2019-12-09", "2019-12-09")
    assert "11 December 2019" in found["because"]


def test_many_texts_and_none_published(site: httpx.Client) -> None:
    answer = site.post("/resolve", json={"text": ["in May 2020", "no time"], "published": None}).json()
    assert answer["total"] == 2
    assert [len(item["expressions"]) for item in answer["items"]] == [1, 0]


@pytest.mark.parametrize(
    ("body", "status", "parameter"),
    [
        ({"text": "x", "published": "yesterday"}, 400, "published"),
        ({"text": "x", "published": 2019}, 400, "published"),
        ({"text": 5}, 400, "text"),
        ({"text": []}, 400, "text"),
        ({"text": ["x", 5]}, 400, "text"),
        ({"text": ["x"] * 101}, 400, "text"),
        ({"text": None}, 400, "text"),
        ({"published": "2019"}, 400, "text"),
        ({"text": "x", "date": "2019"}, 400, "date"),
        ([], 400, ""),
        ("text", 400, ""),
        (None, 400, ""),
    ],
)
def test_bodies_that_are_refused(site: httpx.Client, body: object, status: int, parameter: str) -> None:
    answer = site.post("/resolve", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text
    assert [fault["parameter"] for fault in answer.json()["errors"]][:1] == [parameter]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"text": "\xff"}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"text": "x"}', "text/plain", 415),
        (b"", "application/json", 400),
        (b"x" * 1_100_000, "application/json", 413),
    ],
)
def test_broken_bodies(site: httpx.Client, content: bytes, kind: str, status: int) -> None:
    answer = site.post("/resolve", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("text", ["\ud800 on 5 May 2020", "\x00 on 5 May 2020", "\u202e on 5 May 2020"])
def test_hostile_text_is_resolved_like_any_other(site: httpx.Client, text: str) -> None:
    answer = site.post(
        "/resolve", content=json.dumps({"text": text}), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 200
    (found,) = answer.json()["expressions"]
    assert found["value"] == "2020-05-05"
