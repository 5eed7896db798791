"""Documents, deadlines, findings, explain and subscribe."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests import pages_chronicle, support
from tests.markup import Page, article, page, words
from tests.pages_chronicle import FINDING, UNRESOLVED, WIRE


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with pages_chronicle.site(tmp_path_factory.mktemp("pages")) as app:
        yield app.test_client()


def test_deadlines_count_down_from_the_day_asked_about(client: FlaskClient):
    assert "418 to 445 days left" in page(client, "/deadlines").text
    assert "47 to 74 days left" in page(client, "/deadlines?as_of=2020-12-16").text
    passed = page(client, "/deadlines?as_of=2021-03-01")
    assert "No deadline is upcoming" in passed.text
    assert "Passed 1 to 28 days ago" in passed.text


def test_deadlines_within_a_time_leave_out_what_falls_due_later(client: FlaskClient):
    def due(within: str) -> list[str]:
        return [entry.text for entry in page(client, f"/deadlines?within={within}").all(class_="deadline")]

    assert not due("P6M")
    assert len(due("P18M")) == 1


def test_deadlines_keep_their_filters_wherever_they_lead(client: FlaskClient):
    shown = page(client, "/deadlines?instrument=Harbour+Treaty&as_of=2019-12-11&within=P18M")
    links = [link.attributes["href"] for link in shown.all("a")]
    assert "/deadlines?instrument=Harbour+Treaty&as_of=2019-12-11&within=P18M&by=instrument" in links
    assert "/subscribe?instrument=Harbour+Treaty&as_of=2019-12-11" in links
    assert "/api/v1/deadlines?instrument=Harbour+Treaty&as_of=2019-12-11&within=P18M" in links
    assert "/deadlines?as_of=2019-12-11&within=P18M" in links  # the filter taken off
    hidden = {field.attributes["name"] for field in shown.all("input", type="hidden")}
    assert hidden == {"instrument"}
    assert "Harbour Treaty expires" in shown.text


def test_deadlines_stand_by_state_or_by_instrument_the_day_to_act_by_first(client: FlaskClient):
    by_state = page(client, "/deadlines")
    assert by_state.all("h2")[0].text == "Upcoming"
    assert "Act by 1 February 2021" in by_state.all(class_="deadline")[0].text
    by_treaty = page(client, "/deadlines?by=instrument")
    assert by_treaty.all("h2")[0].text == "Harbour Treaty"
    assert "colour" in page(client, "/deadlines?by=colour", 400).text


def test_deadlines_show_what_is_announced_without_a_date(client: FlaskClient):
    assert "A successor is signed" in page(client, "/deadlines").text


def test_a_document_keeps_every_character_and_numbers_its_expressions(client: FlaskClient):
    shown = page(client, "/documents/wire")
    text = " ".join(re.sub(r"<sup>\d+</sup>", "", shown.html).split())
    for line in WIRE.splitlines():
        assert line in words(text)
    links = shown.all("a", class_="timex")
    assert [link.attributes["href"] for link in links] == [f"#n{number}" for number in range(1, 6)]
    assert "10 December 2019" in shown.one("li", id="n1").text
    assert "“February 2021” is 2021-02." in shown.one("li", id="n2").text
    assert UNRESOLVED in shown.one("li", id="n3").text


def test_expressions_differ_by_type_and_event_words_lead_to_their_events(client: FlaskClient):
    wire, paper = page(client, "/documents/wire"), page(client, "/documents/paper")
    assert wire.one("a", class_="timex-unresolved").text.startswith("soon")
    assert paper.one("a", class_="timex-duration").text.startswith("45 minutes")
    link = next(link for link in wire.all("a", class_="trigger") if link.text == "expires")
    assert page(client, link.attributes["href"]).one("h1").text == "Harbour Treaty expires"


def test_a_document_says_how_its_date_is_known(client: FlaskClient):
    assert "from the text's own dateline" in page(client, "/documents/wire").text
    assert "Published December 2019 day not stated" in page(client, "/documents").text


def test_many_documents_are_paged(tmp_path: Path):
    sources = [support.document(f"doc{number:03}", f"Text {number}.") for number in range(130)]
    with pages_chronicle.site(tmp_path, (), sources, ()) as app:
        first, last = (page(app.test_client(), f"/documents?page={number}") for number in (1, 2))
    assert len(first.all("li", class_="card")) == 100
    assert len(last.all("li", class_="card")) == 30


def test_a_link_to_a_place_marks_its_paragraph(client: FlaskClient):
    assert "found" in page(client, "/documents/wire?at=20").one("section", id="at").classes


def test_what_if_says_which_dates_would_change(client: FlaskClient):
    changed = page(client, "/documents/wire?published=2024-03-01")
    assert "What if: published 2024-03-01." in changed.text
    assert "instead of" in changed.text
    assert "instead of" not in page(client, "/documents/wire").text


def test_findings_name_the_events_and_documents_they_are_about(client: FlaskClient):
    shown = page(client, "/findings")
    for said in (FINDING, "Envoys meet in Vienna", "Envoys meet again"):
        assert said in shown.text
    assert FINDING in words(article(client, "/", "Envoys meet in Vienna"))


def test_explain_resolves_a_pasted_text(client: FlaskClient):
    response = client.post("/explain", data={"text": "They met last May.", "published": "2019-12-11"})
    shown = Page(response.get_data(as_text=True))
    assert shown.one("a", class_="timex").text.startswith("last May")
    assert "May 2019, day not stated" in shown.one("li", class_="note").text


def test_explain_refuses_what_is_too_long_and_says_the_limit(client: FlaskClient):
    response = client.post("/explain", data={"text": "x" * 50_001})
    assert response.status_code == 413
    assert "50,000" in response.get_data(as_text=True)


PAGE = """<html><head><title>Port talks</title>
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body><article>
<p>The envoys met on Monday and agreed to meet again in the harbour town.</p>
<p>They had first spoken there in the same house, and not for long.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("name", "content", "published", "dated"),
    [
        ("note.txt", "They met on Monday.", "2019-12-11", "9 December 2019"),
        ("note.md", "# Talks\n\nBONN, 11 December 2019 - They met on Monday.", "", "9 December 2019"),
        ("note.html", PAGE, "", "1 March 2021"),
        ("NOTE.HTM", PAGE, "2019-12-11", "9 December 2019"),
    ],
)
def test_explain_reads_an_uploaded_file(client: FlaskClient, name, content, published, dated):
    data = {"file": (BytesIO(content.encode()), name), "text": "", "published": published}
    shown = Page(client.post("/explain", data=data).get_data(as_text=True))
    assert any(dated in note.text for note in shown.all("li", class_="note"))


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("plan.exe", b"MZ", ("file", 400, "plan.exe", "*.exe", ".txt")),
        ("plan", b"They met.", ("file", 400, "plan", "without a suffix", ".txt")),
        ("plan.txt", b"\xff\xfe\x00", ("file", 400, "plan.txt", "UTF-16")),
        ("plan.txt", b" \n ", ("file", 400, "plan.txt", "no text")),
        ("plan.pdf", b"%PDF", ("file", 400, "plan.pdf", "*.pdf", ".txt", "chronology build")),
        ("plan.html", b"", ("file", 400, "plan.html", ".txt")),
        ("plan.txt", b"x " * 25_001, ("file", 413, "plan.txt", "50,002", "50,000")),
        ("../etc/May.txt", b"They met.", ("published", 400, "'May'", "2019-12-11")),
    ],
)
def test_explain_says_beside_the_field_what_is_wrong(client: FlaskClient, name, content, fault):
    field, status, *said = fault
    published = "May" if field == "published" else ""
    answer = client.post("/explain", data={"file": (BytesIO(content), name), "published": published})
    shown = Page(answer.get_data(as_text=True)).one("span", id=f"{field}-fault").text
    assert answer.status_code == status
    assert [words for words in said if words not in shown] == []
    assert "/tmp" not in shown


def test_explain_takes_the_date_from_the_head_of_a_pasted_text(client: FlaskClient):
    answer = client.post("/explain", data={"text": "BONN, 11 December 2019 - They met on Monday."})
    shown = Page(answer.get_data(as_text=True))
    assert "9 December 2019" in shown.one("section", id="answer").text
    assert "its dateline says" in shown.one("section", id="answer").text.lower()


def test_subscribing_offers_every_kind_of_calendar(client: FlaskClient):
    shown = page(client, "/subscribe?kind=expiry")
    links = [link.attributes["href"] for link in shown.all("a")]
    assert "webcal://localhost/feeds/deadlines.ics?kind=expiry" in links
    assert "http://localhost/feeds/timeline.ics?kind=expiry" in links
    assert any(link.startswith("https://calendar.google.com/") for link in links)
    assert any(link.startswith("https://outlook.live.com/") for link in links)
    assert len(shown.all("svg", role="img")) == 2
    assert "Harbour Treaty expires" in shown.one("ul", class_="preview").text


def test_a_document_in_a_folder_has_a_page(tmp_path: Path):
    with pages_chronicle.site(tmp_path, (), [support.document("folder/a b.txt", "A text.")], ()) as app:
        links = page(app.test_client(), "/documents").all("a")
        address = next(link.attributes["href"] for link in links if "folder" in link.attributes["href"])
        assert page(app.test_client(), address).one("h1").text == "Report folder/a b.txt"
