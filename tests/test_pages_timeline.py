"""The timeline and an event: precision said and drawn, evidence marked, filters that can be taken off."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient

from tests import pages_chronicle, support
from tests.markup import article, event_page, page, words
from tests.pages_chronicle import FINDING


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with pages_chronicle.site(tmp_path_factory.mktemp("pages")) as app:
        yield app.test_client()


def test_the_timeline_is_grouped_by_year_and_month_with_permalinks(client: FlaskClient):
    timeline = page(client, "/")
    assert [heading.text for heading in timeline.all("h2")][:4] == ["2016", "2018", "2019", "2021"]
    assert [heading.text for heading in timeline.all("h3")][:4] == [
        "October",
        "Month not stated",
        "December",
        "February",
    ]
    assert timeline.one(id="y-2021").tag == "section"


@pytest.mark.parametrize(
    ("title", "said", "shape"),
    [
        ("Harbour Treaty expires", "February 2021 (day not stated)", "span"),
        ("Envoys meet in Vienna", "10 December 2019", "day"),
        ("The sides exchange letters", "October 2016 to January 2017", "interval"),
        ("Parliament rejects the amendment", "some time before July 2018", "open-start"),
        ("A successor is signed", "No date given", "vague"),
    ],
)
def test_a_date_is_said_in_words_and_drawn_by_its_precision(client: FlaskClient, title, said, shape):
    entry = article(client, "/", title)
    assert said in words(entry)
    assert f"#shape-{shape}" in entry


def test_an_entry_names_its_state_people_evidence_reason_and_countdown(client: FlaskClient):
    entry = words(article(client, "/", "Harbour Treaty expires"))
    for said in ("Scheduled", "expiry", "Russia", "Vienna", "418 to 445 days left"):
        assert said in entry
    assert "“February 2021” is 2021-02." in entry


def test_an_event_told_twice_says_by_how_many_sources(client: FlaskClient):
    entry = words(article(client, "/", "Envoys meet in Vienna"))
    assert "2 quotations from 2 sources" in entry
    assert "ended without a result" in entry


def test_the_expression_and_the_event_word_are_marked_in_the_quotation(client: FlaskClient):
    shown = event_page(client, "Harbour Treaty expires")
    assert [mark.text for mark in shown.all("mark")] == ["February 2021"]
    assert [word.text for word in shown.all("b", class_="trigger")] == ["expires"]


def test_undated_events_stand_on_a_shelf_of_their_own(client: FlaskClient):
    assert "A successor is signed" in page(client, "/").one("section", id="undated").text


def test_filters_narrow_the_list_and_can_be_taken_off(client: FlaskClient):
    shown = page(client, "/?place=Vienna&kind=expiry")
    assert [heading.text for heading in shown.all("h4")] == ["Harbour Treaty expires"]
    chips = {link.text[:-2]: link.attributes["href"] for link in shown.all("a") if "Remove" in link.text}
    assert chips == {"Remove Where: Vienna": "/?kind=expiry", "Remove Kind: expiry": "/?place=Vienna"}
    boxes = [box.attributes for box in shown.all("input", type="checkbox")]
    assert sorted(box["value"] for box in boxes if "checked" in box) == ["Vienna", "expiry"]


def test_the_most_important_events_come_first_when_asked(client: FlaskClient):
    shown = page(client, "/?sort=importance&kind=expiry&kind=meeting")
    assert [heading.text for heading in shown.all("h3")] == [
        "Envoys meet in Vienna",
        "Harbour Treaty expires",
    ]
    assert any(link.attributes["href"] == "/?kind=expiry&kind=meeting" for link in shown.all("a"))
    page(client, "/?sort=colour", 400)


def test_facets_carry_their_counts(client: FlaskClient):
    shown = page(client, "/")
    assert any(label.text.split() == ["expiry", "1"] for label in shown.all("label", class_="choice"))


def test_subscribe_and_download_carry_exactly_the_filters(client: FlaskClient):
    asked = [("from", "2019-01-01"), ("actor", "Russia"), ("kind", "expiry")]
    shown = page(client, "/?actor=Russia&kind=expiry&from=2019")
    hrefs = [link.attributes["href"] for link in shown.all("a")]
    for path in ("/subscribe", "/feeds/timeline.ics", "/api/v1/events.csv", "/api/v1/events.md"):
        (found,) = [href for href in hrefs if urlsplit(href).path == path and urlsplit(href).query]
        assert parse_qsl(urlsplit(found).query) == asked


def test_a_form_may_send_its_empty_fields(client: FlaskClient):
    response = client.get("/?q=&from=&to=&as_of=&actor=Russia")
    assert response.status_code == 302
    assert response.headers["Location"] == "/?actor=Russia"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/?from=soon", "soon"),
        ("/?colour=red", "colour"),
        ("/?page=first", "not a number"),
        ("/deadlines?within=soon", "soon"),
        ("/deadlines?as_of=2019-02-30", "2019-02-30"),
        ("/documents/wire?published=yesterday-ish", "yesterday-ish"),
        ("/explain?text=Monday&published=nonsense", "nonsense"),
    ],
)
def test_what_cannot_be_understood_is_said_on_a_page(client: FlaskClient, address, words):
    shown = page(client, address, 400)
    assert words in shown.text
    assert "Traceback" not in shown.html


def test_an_unknown_event_document_or_treaty_is_not_found(client: FlaskClient):
    for address in ("/events/none", "/documents/none", "/instruments/None%20Such"):
        assert page(client, address, 404).one("h1").text == "Not Found"


def test_a_derivation_is_drawn_step_by_step(client: FlaskClient):
    shown = event_page(client, "Harbour Treaty expires")
    assert [step.text for step in shown.all("li", class_="step")] == [
        "Said “February 2021”",
        "Assumed The past reading",
        "Starting point The publication date, 11 December 2019",
        "Result 2021-02",
    ]


def test_an_event_shows_what_else_was_considered_and_why_it_is_one(client: FlaskClient):
    shown = event_page(client, "Envoys meet in Vienna")
    for said in ("the sentence is in the past tense", "same place and day", FINDING, "2019-12-10"):
        assert said in shown.text
    assert len(shown.all("section", class_="card")) == 2
    assert "December 2019 A commentary dates it 10 December 2019" in shown.one("ol", class_="known").text
    assert "Known by then" in shown.one("ol", class_="known").text


def test_a_long_timeline_is_paged_and_keeps_its_filters(tmp_path: Path):
    events = [support.happened(n, f"Round {n}", f"2019-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(110)]
    with pages_chronicle.site(tmp_path, events, (support.document(),), ()) as app:
        client = app.test_client()
        first = page(client, "/?actor=Russia")
        last = page(client, "/?actor=Russia&page=4")
        beyond = page(client, "/?page=999")
        paper = page(client, "/print?actor=Russia")
    assert len(first.all("article")) == 32
    assert [a.attributes["href"] for a in first.all("a", rel="next")] == ["?actor=Russia&page=2"]
    assert "/print?actor=Russia" in [link.attributes["href"] for link in first.all("a")]
    assert len(last.all("article")) == 14
    assert len(paper.all("li", class_="line")) == 110
    assert "Who: Russia" in paper.text
    assert beyond.one("h1").text == "Timeline"


def test_the_first_screen_of_many_events_stays_small(tmp_path: Path):
    events = [support.event(n, f"Event number {n}", f"{1900 + n % 120}-03") for n in range(2000)]
    with pages_chronicle.site(tmp_path, events, (support.document(),), ()) as app:
        body = app.test_client().get("/").get_data()
    assert len(body) < 100_000


def test_an_empty_chronicle_says_what_to_do(tmp_path: Path):
    with pages_chronicle.site(tmp_path, (), (), ()) as app:
        client = app.test_client()
        assert "chronology build" in page(client, "/").text
        for address in ("/deadlines", "/documents", "/findings", "/instruments", "/subscribe"):
            page(client, address)


def test_a_page_is_made_once_a_revision(tmp_path: Path):
    with support.opened(tmp_path) as (store, chronicle):
        client = support.application(chronicle).test_client()
        before = client.get("/").get_data()
        assert client.get("/").get_data() == before
        support.write(store, (support.event(7, "Quite another thing expires"),))
        assert "Quite another thing expires" in page(client, "/").text
        assert client.get("/?actor=Nobody").get_data() != client.get("/").get_data()
