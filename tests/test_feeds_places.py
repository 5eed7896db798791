"""Where an entry lies on the map, and that a retitled source is a changed entry."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from chronology.exports.icalendar.geo import locate
from tests.support import BUILT, SMALL, application, document, opened, serving, write


@pytest.mark.parametrize(
    ("places", "position"),
    [
        (("Vienna",), "48.21;16.37"),
        (("  VIENNA ",), "48.21;16.37"),
        (("Vienna", "Hofburg"), "48.21;16.37"),
        (("Vienna", "vienna"), "48.21;16.37"),
        (("Vienna", "Geneva"), ""),
        (("Hofburg",), ""),
        ((), ""),
        (("",), ""),
        (("Vienna\r\nGEO:0;0",), ""),
    ],
)
def test_a_position_is_that_of_the_one_place_that_is_known(places: tuple[str, ...], position: str) -> None:
    assert locate(places) == position


def test_an_entry_in_a_known_city_has_its_position(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, chronicle), serving(application(chronicle)) as address:
        entries = httpx.get(f"{address}/feeds/timeline.ics").text.split("BEGIN:VEVENT")[1:]
    for entry in entries:
        assert ("GEO:48.21;16.37\r\n" in entry) == ("LOCATION:Vienna\r\n" in entry)


def test_a_retitled_document_modifies_the_entries_that_name_it(tmp_path: Path) -> None:
    with opened(tmp_path) as (store, chronicle), serving(application(chronicle)) as address:
        before = httpx.get(f"{address}/feeds/timeline.ics")
        write(store, SMALL, now=BUILT + timedelta(days=1))
        assert stamps(httpx.get(f"{address}/feeds/timeline.ics").text) == stamps(before.text)
        write(
            store,
            SMALL,
            documents=(replace(document(), title="Another title"),),
            now=BUILT + timedelta(days=2),
        )
        after = httpx.get(f"{address}/feeds/timeline.ics")
    assert not set(stamps(before.text)) & set(stamps(after.text))
    assert sequences(after.text) == sequences(before.text)


def stamps(feed: str) -> list[str]:
    return re.findall(r"LAST-MODIFIED:(\S+)", feed)


def sequences(feed: str) -> list[str]:
    return re.findall(r"SEQUENCE:(\S+)", feed)
