"""Feeds as ical.js reads them, the parser of Thunderbird and Nextcloud (`.ci/run` installs it)."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from chronology.exports.icalendar.entry import summary
from chronology.exports.icalendar.placement import place
from tests.support import application, event, opened, serving
from tests.test_feeds_entries import HOSTILE

READER = Path(__file__).with_name("read_calendar.cjs")


def is_installed() -> bool:
    if shutil.which("node") is None:
        return False
    asked = ["node", "-e", "require('ical.js')"]
    return subprocess.run(asked, capture_output=True, check=False, timeout=60).returncode == 0


pytestmark = pytest.mark.skipif(
    not os.environ.get("CI") and not is_installed(),
    reason="npm install --prefix FOLDER ical.js, and NODE_PATH=FOLDER/node_modules",
)


def read(feed: str) -> dict[str, Any]:
    done = subprocess.run(
        ["node", str(READER)], input=feed.encode(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_field_arrives(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, chronicle), serving(application(chronicle)) as address:
        found = read(httpx.get(f"{address}/feeds/timeline.ics").text)
        deadlines = read(httpx.get(f"{address}/feeds/deadlines.ics?alarms=P30D,P1W").text)
    assert found["name"].endswith("timeline")
    assert [(item["title"], item["first"], item["end"], item["status"]) for item in found["events"]] == [
        (
            "The talks (October 2016 to January 2017, days not stated)",
            "2016-10-01",
            "2017-02-01",
            "TENTATIVE",
        ),
        (
            "Parliament rejects the pact (some time before July 2018, exact date not known)",
            *("2018-06-01", "2018-07-01", "TENTATIVE"),
        ),
        ("Envoys meet in Vienna", "2019-12-10", "2019-12-11", "CONFIRMED"),
        ("New START expires (February 2021, day not stated)", "2021-02-01", "2021-03-01", "TENTATIVE"),
    ]
    (deadline,) = deadlines["events"]
    assert deadline["alarms"] == ["2021-01-02T09:00:00", "2021-01-25T09:00:00"]
    assert deadline["sequence"] == 0


def test_hostile_titles_arrive_whole(tmp_path: Path) -> None:
    events = [event(number, title, places=(title,)) for number, title in enumerate(HOSTILE)]
    with opened(tmp_path, events) as (_, chronicle), serving(application(chronicle)) as address:
        found = read(httpx.get(f"{address}/feeds/timeline.ics").text)["events"]
        stored = chronicle.timeline().events
    spots = [(item, place(item)) for item in stored]
    assert sorted(item["title"] for item in found) == sorted(
        summary(item, spot) for item, spot in spots if spot is not None
    )
    assert len({item["uid"] for item in found}) == len(found) == len(HOSTILE)


def test_a_position_is_two_numbers(tmp_path: Path) -> None:
    happening = replace(event(1, "Treaty signed"), places=("Vienna",))
    with opened(tmp_path, [happening]) as (_, chronicle), serving(application(chronicle)) as address:
        (found,) = read(httpx.get(f"{address}/feeds/timeline.ics").text)["events"]
    assert found["geo"] == [48.21, 16.37]


def test_an_empty_selection_is_a_calendar(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, chronicle), serving(application(chronicle)) as address:
        assert read(httpx.get(f"{address}/feeds/timeline.ics?q=nothing-like-it").text)["events"] == []
