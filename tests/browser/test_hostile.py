"""Documents that mean harm: markup and script, overridden reading order, words that never end."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import pages_chronicle, support
from tests.browser.conftest import Reader, reading
from tests.test_pages_hostile import HOSTILE, HOSTILE_TEXT, hostile_events

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "event",
    "/print",
    "/documents",
    "/documents/wire",
    "/deadlines",
    "/deadlines?by=instrument",
    "/instruments",
    "/subscribe",
    "/compare?from_as_of=2019-01-01&to_as_of=2020-01-01",
)
TITLES = {
    "markup": HOSTILE,
    "override": "Pact \u202eof harbours",
    "long": "endless" * 700,
    "blank": "\u00a0\t \u00a0",
}
# A page with markup of its own, handed over as a file.
PAGE = f"""<html><head><title>{HOSTILE}</title></head><body><article>
<p>The envoys met on Monday. &lt;script&gt;alert(4)&lt;/script&gt;</p><script>alert(5)</script>
<p onclick="alert(6)">They will meet again next week, in the same house by the harbour.</p>
</article></body></html>"""


@pytest.fixture(scope="module", params=TITLES)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a chronicle is served in which everything that can be named is named so."""
    title = TITLES[request.param]
    document = support.document(text=HOSTILE_TEXT, title=title, publisher=title)
    names: dict[str, Any] = dict.fromkeys(
        ("participants", "places", "instruments", "merge_reasons"), (title,)
    )
    events = [
        replace(event, title=title, kind=title, why_date=title, **names) for event in hostile_events(document)
    ]
    folder = tmp_path_factory.mktemp("hostile")
    with pages_chronicle.site(folder, events, (document,), ()) as app, support.serving(app) as address:
        yield address


@pytest.fixture
def victim(chromium: Browser, hostile: str) -> Iterator[Reader]:
    """A reader of that chronicle, whose browser must have nothing to complain of."""
    with reading(chromium, hostile) as made:
        yield made


def at(reader: Reader, path: str) -> Page:
    """Open `path`; "event" is the page of the one event."""
    page = reader.open("/" if path == "event" else path, width=390)
    if path == "event":
        page.locator(".entry-title a").first.click()
    return page


@pytest.mark.parametrize("path", PATHS)
def test_it_is_shown_as_text_and_keeps_to_the_page(victim: Reader, path: str):
    page = at(victim, path)
    assert page.locator("main script, main img").count() == 0
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


# Whether each piece of our own text that follows a name still runs from left to right.
BACKWARDS = """() => [...document.querySelectorAll('.quotation figcaption .nowrap, .entry .facts .status')]
  .filter(node => node.checkVisibility())
  .filter(node => {
    const text = node.lastChild, range = document.createRange();
    const place = index => {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect();
    };
    return place(0).top === place(4).top && place(0).left > place(4).left;
  }).map(node => node.textContent)"""


@pytest.mark.parametrize("path", ["/", "/deadlines"])
def test_the_words_around_a_name_keep_their_order(victim: Reader, path: str):
    page = victim.open(path)
    assert page.locator(".quotation figcaption .nowrap").count() > 0
    assert page.evaluate(BACKWARDS) == []
    page.evaluate("document.querySelectorAll('*').forEach(node => { node.style.unicodeBidi = 'normal'; })")
    if any("\u202e" in name for name in page.locator("cite").all_text_contents()):
        assert page.evaluate(BACKWARDS) != []  # the measure measures


def test_every_link_and_box_can_still_be_named(victim: Reader):
    page = victim.open("/")
    names = page.locator("main a:visible, .choice:visible").evaluate_all(
        "nodes => nodes.map(node => node.textContent.trim())"
    )
    assert names
    assert all(names)


def test_an_uploaded_page_is_read_as_text(reader: Reader, tmp_path: Path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    page = reader.open("/explain")
    page.get_by_label("Or a file instead").set_input_files(tmp_path / "page.html")
    page.get_by_label("Published").fill("2019-12-11")
    page.get_by_role("button", name="Explain").click()
    expect(page.locator(".paragraph").first).to_contain_text("<script>alert(4)</script>")
    expect(page.locator("#n1")).to_contain_text("9 December 2019")
    assert page.locator("main script, main img, main [onclick]").count() == 0
