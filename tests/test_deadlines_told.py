"""Met, extended and superseded deadlines on the command line, through the store."""

import json
from pathlib import Path

import pytest

from chronology.cli import run

PAPERS = (
    {
        "doc_id": "a",
        "dct": "2024-04-10",
        "text": "The Senate must ratify the Lakes Treaty by 31 May 2024. "
        "The Hills Truce expires on 30 June 2024. The Wine Accord expires on 1 July 2024.",
    },
    {"doc_id": "b", "dct": "2024-05-04", "text": "The Senate ratified the Lakes Treaty on Friday."},
    {
        "doc_id": "c",
        "dct": "2024-06-20",
        "text": "Envoys extended the Hills Truce until 31 December 2024. "
        "Ardenia and Veltany extended the Wine Accord on 19 June 2024.",
    },
)


@pytest.fixture
def store(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """A store of the papers."""
    papers = tmp_path / "papers.jsonl"
    papers.write_text("\n".join(json.dumps(paper) for paper in PAPERS), encoding="utf-8")
    assert run(["build", str(papers), "--store", str(tmp_path / "papers.db")]) == 0
    capfd.readouterr()
    return str(tmp_path / "papers.db")


def test_states_and_links_in_json(store: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["deadlines", "--store", store, "--as-of", "2024-06-25", "--format", "json"]) == 0
    met, moved, extended, new = json.loads(capfd.readouterr().out)["items"]
    assert [item["state"] for item in (met, moved, extended, new)] == [
        "met",
        "superseded",
        "extended",
        "upcoming",
    ]
    assert moved["superseded_by"] == new["id"]
    assert new["extends"] == moved["id"]
    assert {"met_by", "extended_by"} <= {*met, *extended}
    assert run(["timeline", "--store", store, "--format", "json"]) == 0
    events = {item["id"]: item["title"] for item in json.loads(capfd.readouterr().out)["items"]}
    assert events[met["met_by"]] == "Senate ratifies the Lakes Treaty"
    assert "extend the Wine Accord" in events[extended["extended_by"]]


def test_the_text_says_why(store: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["deadlines", "--store", store, "--as-of", "2024-06-25"]) == 0
    text = capfd.readouterr().out
    assert "Met: Senate ratifies the Lakes Treaty, 3 May 2024." in text
    assert "Moved to 31 December 2024." in text
    assert "It moves the deadline of 30 June 2024." in text
    assert "no document names the new day" in text


def test_the_difference_of_two_days_says_what_became_of_them(
    store: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "--store", store, "--from-as-of", "2024-05-01", "--to-as-of", "2024-06-25"]) == 0
    text = capfd.readouterr().out
    for line in (
        "31 May 2024: Senate must ratify the Lakes Treaty (met)",
        "30 June 2024: Hills Truce expires (superseded)",
        "1 July 2024: Wine Accord expires (extended)",
    ):
        assert line in text
