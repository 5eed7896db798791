"""Every page: landmarks, headings, labels, ids, links; and nothing that a strict policy would block."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from tests import pages_chronicle
from tests.markup import Page

ADDRESSES = (
    "/",
    "/?actor=Russia",
    "/?q=nothing-of-the-kind",
    "/documents",
    "/documents/wire",
    "/documents/wire?published=2020-02-03",
    "/deadlines",
    "/deadlines?as_of=2021-03-01&within=P18M",
    "/findings",
    "/instruments",
    "/instruments/Harbour%20Treaty",
    "/explain",
    "/explain?text=They+met+last+May.&published=2019-12-11",
    "/subscribe",
    "/subscribe?actor=Russia&from=2019",
    "/?from=soon",
    "/compare",
    "/compare?from_as_of=2019-12-10&to_as_of=2020-01-01",
    "/events/unknown",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with pages_chronicle.site(tmp_path_factory.mktemp("pages")) as app:
        yield app.test_client()


@pytest.fixture(scope="module", params=ADDRESSES)
def any_page(request: pytest.FixtureRequest, client: FlaskClient) -> Page:
    return Page(client.get(request.param).get_data(as_text=True))


def test_a_page_has_one_heading_landmarks_a_language_and_a_title(any_page: Page):
    assert any_page.one("html").attributes["lang"] == "en"
    assert any_page.all("title")[0].text.endswith("Chronology")
    assert any_page.one("h1").text
    for landmark in ("header", "main", "footer", "nav"):
        assert any_page.all(landmark)
    navs = [nav.attributes["aria-label"] for nav in any_page.all("nav")]
    assert len(navs) == len(set(navs))
    assert any_page.all("a", class_="skip")[0].attributes["href"] == "#main"


def test_headings_skip_no_level_and_say_something(any_page: Page):
    headings = [element for element in any_page.elements if re.fullmatch(r"h[1-6]", element.tag)]
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(heading.text for heading in headings)


def test_there_is_no_inline_script_style_or_handler(any_page: Page):
    assert all(script.attributes.get("src") and not script.text for script in any_page.all("script"))
    assert not any_page.all("style")
    for element in any_page.elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]


def test_every_field_has_a_label_and_every_link_a_name(any_page: Page):
    labelled = {label.attributes["for"] for label in any_page.all("label") if "for" in label.attributes}
    for tag in ("input", "select", "textarea"):
        for entry in any_page.all(tag):
            kind = entry.attributes.get("type")
            assert kind in {"hidden", "checkbox"} or entry.attributes["id"] in labelled
    wrapping = [label for label in any_page.all("label") if "for" not in label.attributes]
    assert len(wrapping) == len(any_page.all("input", type="checkbox"))
    for link in any_page.all("a"):
        assert link.text or "bar" in link.classes, f"a link without words to {link.attributes['href']}"
    assert all(button.text for button in any_page.all("button"))


def test_ids_are_unique_and_every_reference_to_one_leads_somewhere(any_page: Page):
    ids = [element.attributes["id"] for element in any_page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for element in any_page.elements:
        target = element.attributes.get("href", "")
        if target.startswith("#"):
            assert target[1:] in known
        for name in ("aria-labelledby", "aria-describedby", "for"):
            assert set(element.attributes.get(name, "").split()) <= known


def test_lists_hold_only_items(any_page: Page):
    depth: list[str] = []
    for match in re.finditer(r"<(/?)(ul|ol|li|[a-z0-9]+)\b[^>]*?(/?)>", any_page.html):
        closing, tag, void = match.groups()
        if void or tag in {"input", "meta", "link", "br"}:
            continue
        if closing:
            depth.pop()
            continue
        if depth and depth[-1] in {"ul", "ol"}:
            assert tag == "li"
        depth.append(tag)


def test_links_within_the_site_answer(client: FlaskClient):
    seen: set[str] = set()
    todo = ["/"]
    while todo:
        address = todo.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        if response.mimetype != "text/html" or address.startswith("/api/"):
            continue
        for link in Page(response.get_data(as_text=True)).all("a"):
            parts = urlsplit(link.attributes["href"])
            if not parts.scheme and (parts.path or parts.query):
                todo.append(
                    (parts.path or urlsplit(address).path) + (f"?{parts.query}" if parts.query else "")
                )
    assert {
        "/",
        "/deadlines",
        "/documents",
        "/documents/wire",
        "/subscribe",
        "/instruments/Harbour%20Treaty",
    } <= seen
