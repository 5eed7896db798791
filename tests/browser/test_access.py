"""What an accessibility audit would look at, in both themes: names, contrast as drawn, targets, focus."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader
from tests.browser.test_reading import PAGES

pytestmark = pytest.mark.browser

# Contrast of every piece of text against the nearest background that is painted behind it.
CONTRAST = """() => {
  const parse = text => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const bent = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const [x, y, z] = [r, g, b].map(v => bent(v / 255));
    return .2126 * x + .7152 * y + .0722 * z;
  };
  const ground = node => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const words = walker.currentNode.data.trim();
    if (!words || node.closest('svg, .visually-hidden') || !node.checkVisibility()) continue;
    const style = getComputedStyle(node);
    const [one, other] = [light(parse(style.color)), light(ground(node))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    const ratio = (one + .05) / (other + .05);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${ratio.toFixed(2)} ${words.slice(0, 40)}`);
  }
  return poor;
}"""

# WCAG 2.2, 2.5.8: 24 by 24 pixels, except for links within a line of text.
TARGETS = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary, .choice')]
  .filter(node => node.checkVisibility())
  .filter(node => node.type !== 'checkbox' && !node.closest('svg, p, blockquote, h1, h2, h3, h4, .skip'))
  .map(node => [node.getBoundingClientRect(), node])
  .filter(([box]) => Math.round(box.height) < 24 || Math.round(box.width) < 24)
  .map(([box, node]) => `${box.width}x${box.height} ${node.tagName} ${node.textContent.trim()}`)"""


@pytest.mark.parametrize("path", PAGES)
def test_all_text_stands_out_from_its_ground(reader: Reader, path: str):
    page = reader.open(path)
    assert page.evaluate(CONTRAST) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("path", PAGES)
def test_targets_are_large_enough(reader: Reader, path: str):
    page = reader.open(path)
    assert page.evaluate(TARGETS) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize("path", PAGES)
def test_everything_that_can_be_reached_has_a_name_and_a_visible_focus(reader: Reader, path: str):
    page = reader.open(path)
    seen = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None or found["key"] in seen:
            break
        seen.add(found["key"])
        assert found["name"], found
        assert found["outline"] >= 2, found
    assert len(seen) > 5


FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node);
  const label = node.labels && node.labels.length ? node.labels[0].textContent : '';
  return {
    key: [...document.querySelectorAll('*')].indexOf(node),
    name: (label || node.getAttribute('aria-label') || node.textContent || '').trim(),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
  };
}"""


def skip_link(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")


def test_the_skip_link_leads_to_the_content(reader: Reader):
    page = reader.open()
    skip_link(page)
    expect(page.locator("#main")).to_be_focused()


def test_the_list_is_reached_without_passing_the_drawing(reader: Reader):
    page = reader.open()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the list")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Sort by importance")).to_be_focused()


def test_forced_colours_keep_marks_and_shapes_visible(reader: Reader):
    page = reader.open(forced_colors="active")
    mark = page.locator("mark").first
    assert mark.evaluate("node => getComputedStyle(node).backgroundColor") != page.locator("body").evaluate(
        "node => getComputedStyle(node).backgroundColor"
    )


def test_forced_colours_leave_buttons_to_the_reader(reader: Reader):
    page = reader.open("/deadlines", forced_colors="active")
    drawn, chosen = page.get_by_role("button", name="Show").evaluate(BUTTON)
    assert drawn == chosen


BUTTON = """node => {
  const probe = document.body.appendChild(document.createElement('i'));
  Object.assign(probe.style, {backgroundColor: 'ButtonFace', color: 'ButtonText'});
  return [node, probe].map(getComputedStyle).map(style => [style.backgroundColor, style.color]);
}"""


def test_reduced_motion_is_respected(reader: Reader):
    still = reader.open(reduced_motion="reduce")
    assert still.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
