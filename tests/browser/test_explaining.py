"""A text explained: expressions and their notes point at each other; a file; another day of publication."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser

GROUND = "node => getComputedStyle(node).backgroundColor"


def test_pointing_at_an_expression_points_out_its_note(reader: Reader):
    page = reader.open("/documents/wire")
    link, note = page.get_by_role("link", name=re.compile("^February 2021")), page.locator("#n2")
    plain = note.evaluate(GROUND)
    link.hover()
    assert note.evaluate(GROUND) != plain
    page.locator("h1").hover()
    assert note.evaluate(GROUND) == plain
    link.focus()
    assert note.evaluate(GROUND) != plain


def test_on_a_narrow_screen_the_note_opens_at_the_focus_and_closes_behind_it(reader: Reader):
    page = reader.open("/documents/wire", width=390)
    note = page.locator("#n2")
    expect(note).to_be_hidden()
    page.get_by_role("link", name=re.compile("^February 2021")).focus()
    expect(note).to_be_visible()
    page.get_by_role("link", name=re.compile("^soon")).focus()
    expect(note).to_be_hidden()
    expect(page.locator("#n3")).to_be_visible()


def test_a_tap_opens_the_note(reader: Reader):
    page = reader.open("/documents/wire", width=390, has_touch=True)
    page.get_by_role("link", name=re.compile("^February 2021")).tap()
    expect(page.locator("#n2")).to_be_visible()
    expect(page.locator("#n2")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_another_day_would_change_is_listed_and_marked_in_place(reader: Reader, width: int):
    page = reader.open("/documents/paper", width=width)
    page.get_by_role("textbox", name="What if").fill("2024-03-01")
    page.get_by_role("button", name="Resolve again").click()
    expect(page).to_have_url(re.compile("published=2024-03-01"))
    changes = page.get_by_role("list", name="What would change").get_by_role("listitem")
    marked = page.locator(".timex.changed")
    assert changes.count() == marked.count() > 0
    for note in page.locator(".note.is-changed").all():
        expect(note).to_be_visible()
    page.get_by_role("link", name="Back to its own date").click()
    expect(marked).to_have_count(0)


@pytest.mark.parametrize("script", [False, True])
def test_a_file_is_explained_and_needs_no_script(reader: Reader, tmp_path: Path, script: bool):
    (tmp_path / "note.md").write_text("# Talks\n\nThey met last May for 45 minutes.", encoding="utf-8")
    page = reader.open("/explain", java_script_enabled=script)
    page.get_by_label("Or a file instead").set_input_files(tmp_path / "note.md")
    page.get_by_label("Published").fill("2019-12")
    page.get_by_role("button", name="Explain").click()
    answer = page.locator("#answer")
    expect(answer).to_contain_text("2 time expressions in note.md")
    expect(answer).to_contain_text("Published December 2019")
    expect(answer).to_contain_text("May 2019")


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [
        ("plan.exe", 10, "plan.exe: we do not take files named *.exe here"),
        ("plan.txt", 1_100_000, "1,000,000"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(
    reader: Reader, tmp_path: Path, name: str, size: int, said: str
):
    (tmp_path / name).write_bytes(b"x" * size)
    page = reader.open("/explain")
    field = page.get_by_label("Or a file instead")
    field.set_input_files(tmp_path / name)
    page.get_by_role("button", name="Explain").click()
    expect(page).to_have_title(re.compile("^Not read"))
    expect(field).to_have_accessible_description(re.compile(re.escape(said)))
    expect(field).to_be_focused()
    reader.complaints.clear()  # the browser's word for the status of the answer
