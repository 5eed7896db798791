"""axe-core finds nothing on any page, in both themes, on a desk and on a phone.

It comes with the packages that `python hatch_build.py check` installs; where it is absent the tests are
skipped, except in CI.
"""

import os
from functools import cache

import pytest
from playwright.sync_api import expect

from hatch_build import ASSETS, SCRIPT, SWITCH
from tests.browser.conftest import Reader
from tests.browser.test_reading import PAGES

pytestmark = pytest.mark.browser

AXE = ASSETS / "node_modules" / "axe-core" / "axe.min.js"
MISSING = "axe-core is not installed: run python hatch_build.py check"
# With the rule on targets, which is off by default. What a browser has not laid out yet has no place to be
# measured at: everything is laid out first.
RUN = """async () => {
  for (const node of document.querySelectorAll('.entry')) node.style.contentVisibility = 'visible';
  const options = {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}};
  return (await axe.run(document, options)).violations
    .flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.target} ${node.failureSummary}`));
}"""
SIZES = ((1280, 900), (390, 844))


@cache
def axe() -> str:
    """The source of axe-core."""
    if not AXE.is_file():
        is_strict = "CI" in os.environ and not os.environ.get(SWITCH)
        (pytest.fail if is_strict else pytest.skip)(MISSING)
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*PAGES, "event", "/nothing-here"])
def test_axe_finds_nothing(reader: Reader, path: str):
    source = axe()
    page = reader.open("/" if path == "event" else path, reduced_motion="reduce")
    if path == "event":
        page.get_by_role("link", name="Harbour Treaty expires").first.click()
    if path == "/nothing-here":
        reader.complaints.clear()  # the browser's word for the 404
    if path == "/" and SCRIPT.is_file():
        expect(page.locator(".drawing[data-ready]")).to_be_visible()
    page.evaluate(source)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert page.evaluate(RUN) == [], (width, theme)


def test_axe_would_find_something(reader: Reader):
    source = axe()
    page = reader.open("/documents")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    page.evaluate(source)
    assert "button-name" in str(page.evaluate(RUN))
