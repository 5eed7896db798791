"""A real Chromium on a real server. Where there is none the tests are skipped, except in CI."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import pages_chronicle, support

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "no Chromium found: install it (Debian: apt-get install chromium) to run the browser tests"
expect.set_options(timeout=20_000)  # milliseconds: a busy machine is slow, not wrong
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None and os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(MISSING)
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the small chronicle is served."""
    with pages_chronicle.site(tmp_path_factory.mktemp("browser")) as app, support.serving(app) as where:
        yield where


@dataclass
class Reader:
    """Opens pages of `address`, and remembers what the browser complained of."""

    chromium: Browser
    address: str
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, path: str = "/", *, width: int = 1280, address: str = "", **options: object) -> Page:
        """Open `path` in a fresh browser window."""
        viewport = {"width": width, "height": 900}
        context = self.chromium.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("dialog", lambda dialog: self.complaints.append(f"a dialog opened: {dialog.message}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto((address or self.address) + path)
        return page

    def _hear(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.complaints.append(text)


@contextmanager
def reading(chromium: Browser, address: str) -> Iterator[Reader]:
    """A reader; the browser must have nothing to complain of (errors, policy violations) in the end."""
    made = Reader(chromium, address)
    yield made
    for context in made.contexts:
        context.close()
    assert not made.complaints


@pytest.fixture
def reader(chromium: Browser, address: str) -> Iterator[Reader]:
    """A reader of the small chronicle."""
    with reading(chromium, address) as made:
        yield made
