"""Timelines as text, JSON, CSV, TimelineJS and Markdown: every format holds any title, and says no more."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.exports import EXPORTS, ExportContext
from chronology.exports.comma_separated import COLUMNS
from chronology.model import Event, Finding, Severity, Timeline
from chronology.schemas import event_json
from tests.values import document, event

CONTEXT = ExportContext("Talks", {"wire": document(published="2019-12")}, as_of=date(2019, 12, 11))
TEXTUAL = [name for name in EXPORTS if name != "ics"]

DATED = (
    event("e4", "-0299", title="A war"),
    event("e5", "[..2018-06]", title="The pact is rejected"),
    event("e2", "2019-12-10", title="Envoys meet", kind="meeting", participants=("Russia", "France")),
    event("e3", "2016-10/2017-01", title="The talks"),
    event("e1", "2021-02", instruments=("New START",), why_date="It says 2021-02."),
)
UNDATED = (event("e6", None, title="A successor is signed"),)
TIMELINE = Timeline(DATED, UNDATED, (Finding("outlier-year", Severity.WARNING, "Look at it"),), 6)
HOSTILE = (
    "=cmd()|' /C calc'!A0 <script>alert(1)</script> & \"q\", **b** [x](javascript:1)\r\n"
    "BEGIN:X \x00\x1b[31m\u2028\u202e"
)


def written(name: str, timeline: Timeline = TIMELINE, context: ExportContext = CONTEXT) -> str:
    return "".join(str(part) for part in EXPORTS[name].write(timeline, context))


@pytest.mark.parametrize("name", TEXTUAL)
def test_an_empty_timeline_is_a_whole_file(name):
    text = written(name, Timeline(()))

    if EXPORTS[name].media_type == "application/json":
        assert json.loads(text)
    if name == "csv":
        assert text == ",".join(COLUMNS) + "\r\n"
    if name in ("text", "markdown"):
        assert "No events." in text


@pytest.mark.parametrize("name", TEXTUAL)
def test_a_timeline_is_written_in_pieces(name):
    many = Timeline(tuple(event(f"e{number}", "2019-12-10") for number in range(50)))

    assert max(map(len, EXPORTS[name].write(many, CONTEXT))) < len(written(name, many)) / 10


@pytest.mark.parametrize("name", TEXTUAL)
def test_hostile_titles_stay_titles(name):
    text = written(
        name, Timeline((event("e1", "2021-02", title=HOSTILE),), (event("e2", None, title=HOSTILE),))
    )

    text.encode()
    assert "\x1b" not in text
    assert "\x00" not in text
    if name not in ("json", "jsonl"):  # JSON is data: there it is escaped, not cleaned
        assert "\u2028" not in text
        assert "\r\nBEGIN" not in text
    if name in ("timelinejs", "markdown"):
        assert not re.search(r"(?<!\\)<script", text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEXTUAL), st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_written(name, title, quote):
    told = event("e1", "2021-02", title=title)
    told = replace(told, evidence=(replace(told.evidence[0], quote=quote),), why_date=title)

    written(name, Timeline((told,), (replace(told, id="e2", date=None),))).encode()


def test_text_reads_from_top_to_bottom():
    assert written("text", Timeline(DATED[4:], UNDATED)) == (
        "February 2021: New START expires (expiry, scheduled, New START)\n"
        "    “The pact expires in February 2021.”\n"
        "    — Report wire, December 2019\n"
        "    It says 2021-02.\n"
        "\n"
        "Undated\n"
        "\n"
        "at a time not stated: A successor is signed (expiry, scheduled)\n"
        "    “The pact expires in February 2021.”\n"
        "    — Report wire, December 2019\n"
        "\n"
    )


def test_json_holds_the_contract_s_events():
    found = json.loads(written("json"))

    assert found["items"][:-1] == [event_json(item, CONTEXT.documents) for item in DATED]
    assert found["items"][-1]["id"] == "e6"
    assert found["undated"] == ["e6"]
    assert found["findings"][0]["code"] == "outlier-year"
    assert (found["title"], found["as_of"], found["total"]) == ("Talks", "2019-12-11", 6)


def test_json_lines_are_an_event_each():
    lines = written("jsonl").splitlines()

    assert [json.loads(line)["id"] for line in lines] == ["e4", "e5", "e2", "e3", "e1", "e6"]


def test_csv_follows_rfc_4180():
    text = written("csv")
    rows = list(csv.reader(io.StringIO(text, newline="")))

    assert all(line.endswith("\r") for line in text.split("\n")[:-1])
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]
    assert [row["edtf"] for row in found] == [
        "-0299",
        "[..2018-06]",
        "2019-12-10",
        "2016-10/2017-01",
        "2021-02",
        "",
    ]
    assert found[2]["participants"] == "Russia; France"
    assert (found[4]["earliest"], found[4]["latest"]) == ("2021-02-01", "2021-02-28")
    assert found[4]["quote"] == "The pact expires in February 2021."
    assert found[4]["published"] == "2019-12"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", " =1"])
def test_csv_never_starts_a_formula(start):
    told = event("e1", "2021-02", title=start, participants=(start,), why_date=start)
    row = list(csv.reader(io.StringIO(written("csv", Timeline((told,))), newline="")))[1]

    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\uff1d") for cell in row)


def test_timelinejs_dates_are_no_finer_than_ours():
    found = json.loads(written("timelinejs"))
    slides = {slide["unique_id"]: slide for slide in found["events"]}

    assert slides["e1"]["start_date"] == {"year": 2021, "month": 2}
    assert "end_date" not in slides["e1"]
    assert slides["e1"]["display_date"] == "February 2021"
    assert slides["e2"]["start_date"] == {"year": 2019, "month": 12, "day": 10}
    assert slides["e3"]["start_date"] == {"year": 2016, "month": 10}
    assert slides["e3"]["end_date"] == {"year": 2017, "month": 1}
    assert slides["e4"]["start_date"] == {"year": -299}
    assert slides["e5"]["display_date"] == "some time before July 2018"
    assert "e6" not in slides
    assert found["title"]["text"] == {"headline": "Talks", "text": "1 undated event is not shown."}


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("199X", {"year": 1990}, {"year": 1999}),
        ("2019-35", {"year": 2019, "month": 7}, {"year": 2019, "month": 9}),
        ("2019-22", {"year": 2019, "month": 6}, {"year": 2019, "month": 8}),
        ("2011/..", {"year": 2011}, None),
        ("2011/2019-12-09", {"year": 2011}, {"year": 2019, "month": 12, "day": 9}),
        (
            "2019-12-09/2019-12-11",
            {"year": 2019, "month": 12, "day": 9},
            {"year": 2019, "month": 12, "day": 11},
        ),
        ("2019-33/2019-34", {"year": 2019, "month": 1}, {"year": 2019, "month": 6}),
        ("[..2018-06]", {"year": 2018, "month": 6}, None),
        ("{1960,1961-12}", {"year": 1960}, {"year": 1961}),
        ("[2018-03..2018-06]", {"year": 2018, "month": 3}, {"year": 2018, "month": 6}),
        ("2019-12-10", {"year": 2019, "month": 12, "day": 10}, None),
    ],
)
def test_timelinejs_spans(when, start, end):
    (slide,) = json.loads(written("timelinejs", Timeline((event("e1", when),))))["events"]

    assert slide["start_date"] == start
    assert slide.get("end_date") == end


def test_markdown_files_events_under_year_and_month():
    text = written("markdown")
    headings = [line for line in text.splitlines() if line.startswith("#")]

    assert headings == [
        "# Talks",
        "## 300 BC",
        "## 2018",
        "### June 2018",
        "## 2019",
        "### December 2019",
        "## 2016",
        "### October 2016",
        "## 2021",
        "### February 2021",
        "## Undated",
    ]
    assert "- **February 2021**: New START expires (expiry, scheduled, New START)" in text
    assert "> The pact expires in **February 2021**.\n" in text
    assert "> Report wire, December 2019" in text


def test_markdown_links_only_web_addresses():
    def source(url: str) -> str:
        context = ExportContext(documents={"wire": document(url=url)})
        return written("markdown", Timeline(DATED[4:]), context)

    assert "[Report wire](<https://example.org/a>)" in source("https://example.org/a")
    assert "[Report wire](<https://example.org/%3E%20a>)" in source("https://example.org/> a")
    assert "](" not in source("javascript:alert(1)")


def test_a_sentence_that_tells_twice_is_quoted_once():
    told = event("e1", "2021-02")
    twice = replace(told, evidence=(replace(told.evidence[0], timex=None), *told.evidence))

    for name in ("text", "markdown", "timelinejs"):
        assert written(name, Timeline((twice,))) == written(name, Timeline((told,)))


def test_csv_quotes_the_telling_that_gives_the_date():
    told = event("e1", "2021-02")
    vague = replace(told.evidence[0], quote="It expires soon.", timex=None)
    text = written("csv", Timeline((replace(told, evidence=(vague, *told.evidence)),)))

    assert "The pact expires in February 2021.,February 2021," in text


def test_an_unknown_document_is_named_by_its_id():
    bare: Event = event("e1", "2021-02")

    assert "— wire" in written("text", Timeline((bare,)), ExportContext())
