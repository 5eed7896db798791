"""The style sheet: contrast in both themes, one place for colours, nothing fetched from elsewhere."""

import re
from itertools import product
from pathlib import Path

import pytest

import web

SHEET = (Path(web.__file__).parent / "static" / "chronology.css").read_text()
TEXTS = ("ink", "muted", "link", "accent")
MARKS = ("date", "time", "duration", "set", "unresolved")


def theme(name: str) -> dict[str, str]:
    """The colours of a theme; the dark one overrides the light one."""
    light, dark = re.findall(r":root \{(.*?)\n  ?\}", SHEET, re.DOTALL)[:2]
    rules = light + dark if name == "dark" else light
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", rules))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("name", "text", "ground"), list(product(("light", "dark"), TEXTS, ("paper", "raised")))
)
def test_text_can_be_read(name, text, ground):
    colours = theme(name)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize(("name", "mark"), list(product(("light", "dark"), MARKS)))
def test_marked_text_can_be_read_and_its_line_seen(name, mark):
    colours = theme(name)
    assert contrast(colours["ink"], colours[f"{mark}-bg"]) >= 4.5
    assert contrast(colours["muted"], colours[f"{mark}-bg"]) >= 4.5
    assert contrast(colours[f"{mark}-line"], colours["paper"]) >= 3
    assert contrast(colours[f"{mark}-line"], colours[f"{mark}-bg"]) >= 3


@pytest.mark.parametrize(("name", "edge"), list(product(("light", "dark"), ("rule-strong", "focus"))))
def test_edges_of_fields_and_the_focus_can_be_seen(name, edge):
    assert contrast(theme(name)[edge], theme(name)["paper"]) >= 3


def test_types_of_marks_differ_by_their_line_and_not_by_colour_alone():
    rules = {mark: re.search(rf"\.timex-{mark} \{{(.*?)\}}", SHEET, re.DOTALL) for mark in MARKS}
    styles = [
        (re.search(r"text-decoration-style: (\w+)", rule[1]) or ["", "solid"])[1]
        for rule in rules.values()
        if rule
    ]
    assert len(set(styles)) == len(MARKS)


def test_every_name_that_is_used_is_defined():
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", SHEET))
    assert used <= set(re.findall(r"--([a-z0-9-]+):", SHEET))


def test_nothing_is_fetched_from_elsewhere():
    assert "@import" not in SHEET
    assert not re.search(r"url\(\"?(?!\"?#)", SHEET)


@pytest.mark.parametrize(
    "feature",
    [
        "prefers-color-scheme: dark",
        "prefers-reduced-motion",
        "prefers-contrast",
        "forced-colors",
        "media print",
    ],
)
def test_what_readers_ask_of_their_system_is_respected(feature):
    assert feature in SHEET
