"""Somebody new, on the seeds: from the front page to why the Normandy summit is dated 9 December 2019."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chronology.chronicle import Chronicle
from tests import support
from tests.browser.conftest import Reader
from web.app import Config, create_app

pytestmark = pytest.mark.browser

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the chronicle of the seed articles is served."""
    store = tmp_path_factory.mktemp("seeds") / "chronology.db"
    with Chronicle.open(str(store)) as chronicle:
        chronicle.add([SEEDS], now=datetime(2026, 1, 2, tzinfo=UTC))
        with support.serving(create_app(Config(), chronicle)) as address:
            yield address


def explained(page: Page) -> None:
    """The page says what was said, what it was counted from, the sum and the day."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("Normandy")
    expect(page.locator(".event-date")).to_contain_text("9 December 2019")
    steps = page.get_by_role("list", name="How “the previous day” was dated")
    for words in ("Said “the previous day”", "December 10", "1 day before", "9 December 2019"):
        expect(steps).to_contain_text(words)
    expect(page.get_by_text("1 day before “December 10”").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_one_click_in_the_list(reader: Reader, seeds: str, width: int):
    page = reader.open("/", address=seeds, width=width)
    page.get_by_role("heading", name="Normandy").get_by_role("link").click()
    explained(page)


def test_two_clicks_by_way_of_the_search(reader: Reader, seeds: str):
    page = reader.open("/", address=seeds)
    page.get_by_label("Words in titles and quotations").fill("Normandy")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("heading", name="Normandy").get_by_role("link").click()
    explained(page)


def test_on_to_the_sentence_in_its_document(reader: Reader, seeds: str):
    page = reader.open("/", address=seeds)
    page.get_by_role("heading", name="Normandy").get_by_role("link").click()
    page.locator(".card cite a").first.click()
    place = page.locator("#at")
    expect(place).to_contain_text("at the previous day")
    expect(place.locator(".timex", has_text="the previous day")).to_be_in_viewport()
