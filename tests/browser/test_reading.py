"""What a reader does: from the list to the reason, filters, deadlines, documents; without JavaScript, too."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/deadlines",
    "/documents",
    "/documents/wire",
    "/findings",
    "/explain?text=They+met+last+May.&published=2019-12-11",
    "/subscribe",
    "/instruments",
    "/compare?from_as_of=2019-12-10&to_as_of=2020-01-01",
    "/instruments/Harbour%20Treaty",
    "/deadlines?by=instrument",
    "/documents/wire?published=2024-03-01",
    "/print",
)
WITHOUT_SCRIPT = [False, True]


@pytest.mark.parametrize("script", WITHOUT_SCRIPT)
def test_from_the_list_to_the_reason_in_one_step(reader: Reader, script: bool):
    page = reader.open(java_script_enabled=script)
    page.get_by_role("link", name="Harbour Treaty expires").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Treaty expires")
    expect(page.locator("mark")).to_have_text("February 2021")
    expect(page.get_by_role("list", name=re.compile("step by step"))).to_contain_text("Starting point")


@pytest.mark.parametrize("script", WITHOUT_SCRIPT)
def test_further_quotations_open(reader: Reader, script: bool):
    page = reader.open(java_script_enabled=script)
    entry = page.get_by_role("article", name="Envoys meet in Vienna")
    second = entry.get_by_text("ended without a result")
    expect(second).to_be_hidden()
    entry.get_by_text("2 quotations from 2 sources").click()
    expect(second).to_be_visible()


@pytest.mark.parametrize("script", WITHOUT_SCRIPT)
def test_filters_narrow_the_list_and_come_off_again(reader: Reader, script: bool):
    page = reader.open(java_script_enabled=script)
    expect(page.get_by_role("article")).to_have_count(5)
    page.get_by_role("checkbox", name=re.compile("^expiry")).check()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/\?kind=expiry$"))
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("link", name=re.compile("Remove Kind")).click()
    expect(page.get_by_role("article")).to_have_count(5)
    page.go_back()
    expect(page.get_by_role("article")).to_have_count(1)


def test_words_are_searched(reader: Reader):
    page = reader.open()
    page.get_by_label("Words in titles and quotations").fill("letters")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_have_count(1)


def test_filters_fold_away_on_a_narrow_screen_and_open(reader: Reader):
    page = reader.open(width=390)
    search = page.get_by_label("Words in titles and quotations")
    expect(search).to_be_hidden()
    page.get_by_text("Search and filter").click()
    expect(search).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_expression_leads_to_its_explanation(reader: Reader, width: int):
    page = reader.open("/documents/wire", width=width, java_script_enabled=False)
    note = page.locator("#n2")
    if width < 900:
        expect(note).to_be_hidden()
    page.get_by_role("link", name=re.compile("^February 2021")).click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("“February 2021” is 2021-02.")


def test_an_expression_is_followed_by_the_keyboard(reader: Reader):
    page = reader.open("/documents/wire", width=390)
    page.get_by_role("link", name=re.compile("^soon")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#n3")).to_contain_text("names no day")


def test_a_quotation_leads_to_its_place_in_the_document(reader: Reader):
    page = reader.open()
    page.get_by_role("article", name="Harbour Treaty expires").get_by_role(
        "link", name="Envoys meet again"
    ).click()
    expect(page.locator("#at")).to_contain_text("The pact expires")
    expect(page.locator("#at")).to_be_in_viewport()


def test_deadlines_are_seen_from_another_day(reader: Reader):
    page = reader.open("/deadlines")
    expect(page.get_by_role("main")).to_contain_text("418 to 445 days left")
    page.get_by_label("As of").fill("2021-03-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("main")).to_contain_text("1 to 28 days ago")


def test_a_text_is_explained(reader: Reader):
    page = reader.open("/explain")
    page.get_by_role("textbox", name="Text").fill("They met last May for 45 minutes.")
    page.get_by_label("Published").fill("2019-12-11")
    page.get_by_role("button", name="Explain").click()
    expect(page.get_by_role("main")).to_contain_text("May 2019")
    expect(page.get_by_role("main")).to_contain_text("45 minutes")


def test_what_if_another_day(reader: Reader):
    page = reader.open("/documents/wire")
    page.get_by_role("textbox", name="What if").fill("2024-03-01")
    page.get_by_role("button", name="Resolve again").click()
    expect(page.get_by_role("status")).to_contain_text("published 2024-03-01")


def test_a_bar_of_the_overview_leads_to_its_entry(reader: Reader):
    page = reader.open(java_script_enabled=False)
    page.locator(".overview a.is-deadline").click()
    expect(page.get_by_role("article", name="Harbour Treaty expires")).to_be_in_viewport()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Reader, path: str):
    page = reader.open(path)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_printed_page_leaves_out_the_controls_and_keeps_the_text(reader: Reader):
    page = reader.open()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Site")).to_be_hidden()
    expect(page.locator("aside.filters")).to_be_hidden()
    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_text("ended without a result")).to_be_visible()
