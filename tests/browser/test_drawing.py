"""The drawing of the timeline: what a reader does with it by keyboard, mouse and finger."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests import drawing_chronicle, pages_chronicle, support
from tests.browser.conftest import Reader
from web.pages.drawing import SCRIPT
from web.presenters import drawing
from web.presenters.drawing import Drawn
from web.presenters.entries import Setting

pytestmark = pytest.mark.browser

PLOT = ".drawing-plot"
# Remembers the box of every text of a picture; then: which of them cover another or the middle of a mark.
WRITTEN = """{
  const pen = CanvasRenderingContext2D.prototype, {fillText, clearRect} = pen;
  window.written = [];
  pen.clearRect = function (...box) {
    if (this.canvas.dataset.part === "canvas") window.written = [];
    clearRect.apply(this, box);
  };
  pen.fillText = function (text, x, y) {
    const box = {text, left: x, right: x + this.measureText(text).width, top: y - 4, bottom: y + 4};
    if (text.length > 1 && this.canvas.dataset.part === "canvas") window.written.push(box);
    fillText.apply(this, [text, x, y]);
  };
}"""
COVERED = """() => {
  const marks = [...document.querySelectorAll(".drawing-items a")].map(({style}) => ({
    x: parseFloat(style.left) + parseFloat(style.width) / 2, y: parseFloat(style.top) + 12,
  }));
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return window.written.filter(box => window.written.some(other => other !== box && meet(box, other))
    || marks.some(({x, y}) => x > box.left && x < box.right && y > box.top && y < box.bottom));
}"""
MOST_MOVED = 5_000  # milliseconds: a bound for a busy machine; benchmarks/drawing.py measures
MOVED = """() => {
  const began = performance.now();
  for (const name of ["in", "out"]) {
    const button = document.querySelector(`[data-do=${name}]`);
    for (let step = 0; step < 20; step++) button.click();
  }
  return performance.now() - began;
}"""


@pytest.fixture(autouse=True)
def _script(address: str):
    """Without the built script there is no drawing to test, only the page that all other tests read."""
    if not (support.STATIC / SCRIPT).is_file():
        pytest.skip("the drawing is not built: run python hatch_build.py")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a chronicle of 10,000 events is served."""
    folder, events = tmp_path_factory.mktemp("crowded"), tuple(drawing_chronicle.many(10_000))
    with (
        pages_chronicle.site(folder, events, (support.document(),), ()) as app,
        support.serving(app) as where,
    ):
        yield where


def drawn(page: Page) -> Page:
    """The page, once its drawing is there."""
    expect(page.locator(".drawing[data-ready]")).to_be_visible()
    return page


def marks(page: Page) -> Locator:
    """The links of the events in view."""
    return page.locator(".drawing-items a")


def seen(page: Page) -> str:
    """What the drawing says that it shows."""
    return page.locator("[data-part=range]").inner_text()


def test_every_dated_event_has_a_link_with_its_title_date_and_status(reader: Reader):
    page = drawn(reader.open())
    names = [mark.get_attribute("aria-label") for mark in marks(page).all()]
    assert len(names) == 4
    assert any(
        "Harbour Treaty expires. February 2021, day not stated. Scheduled" in str(name) for name in names
    )
    expect(page.locator(".overview > svg")).to_be_hidden()


def test_undated_events_have_their_shelf(reader: Reader):
    page = drawn(reader.open())
    shelf = page.locator(".drawing-shelf")
    expect(shelf).to_contain_text("No date given")
    expect(shelf.get_by_role("link", name="A successor is signed")).to_be_visible()


def test_zoom_and_pan_by_keyboard_are_kept_in_the_address(reader: Reader):
    page = drawn(reader.open())
    whole = seen(page)
    page.locator(PLOT).focus()
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile(r"view=\d{4}-\d\d-\d\d\.\.\d{4}"))
    nearer = seen(page)
    assert nearer != whole
    page.keyboard.press("ArrowRight")
    assert seen(page) != nearer
    address = page.url
    page.reload()
    assert drawn(page).url == address
    page.locator(PLOT).focus()
    page.keyboard.press("0")
    expect(page).not_to_have_url(re.compile("view="))
    assert seen(page) == whole


def test_arrows_go_from_event_to_event_and_escape_leaves(reader: Reader):
    page = drawn(reader.open())
    page.locator(PLOT).focus()
    page.keyboard.press("Enter")
    expect(marks(page).nth(0)).to_be_focused()
    assert page.locator(".drawing-items a[tabindex='0']").count() == 1
    page.keyboard.press("ArrowRight")
    expect(marks(page).nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(marks(page).nth(3)).to_be_focused()
    expect(page.locator("[data-part=card]")).to_contain_text("Harbour Treaty expires")
    page.keyboard.press("Home")
    expect(marks(page).nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(PLOT)).to_be_focused()
    expect(page).not_to_have_url(re.compile("event="))


def test_from_a_bar_to_the_sentence_in_the_source_in_two_steps_and_back(reader: Reader):
    page = drawn(reader.open())
    page.locator(PLOT).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Treaty expires")
    expect(page.locator("mark")).to_have_text("February 2021")
    page.locator("main cite a").first.click()
    expect(page.locator("#at")).to_contain_text("The pact expires in February 2021")
    page.go_back()
    page.go_back()
    expect(drawn(page)).to_have_url(re.compile("event="))
    expect(page.locator("[data-part=card]")).to_contain_text("Harbour Treaty expires")


def test_a_click_on_a_bar_opens_its_event(reader: Reader):
    page = drawn(reader.open())
    marks(page).nth(3).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Treaty expires")


def test_filters_narrow_the_drawing_and_the_list_together(reader: Reader):
    page = drawn(reader.open("/?lanes=actor"))
    page.get_by_role("checkbox", name=re.compile("^Occurred|^occurred")).check()
    page.get_by_role("button", name="Show").click()
    expect(drawn(page).locator("[data-part=range]")).to_contain_text("events")
    titles = {str(mark.get_attribute("aria-label")).split(".")[0] for mark in marks(page).all()}
    assert "Harbour Treaty expires" not in titles
    assert "Envoys meet in Vienna" in titles
    expect(page.get_by_role("article", name="Harbour Treaty expires")).to_have_count(0)


def test_the_list_follows_the_drawing_and_goes_back_with_it(reader: Reader):
    page = drawn(reader.open())
    articles = page.get_by_role("article")
    expect(articles).to_have_count(5)
    page.locator(PLOT).focus()
    for _ in range(3):
        page.keyboard.press("+")
    page.keyboard.press("End")
    expect(articles).to_have_count(1)
    expect(page.locator("[data-part=range]")).to_contain_text("1 of 4 events")
    expect(page.locator(".viewed")).to_contain_text("1 event in view")
    address = page.url
    page.reload()
    expect(drawn(page)).to_have_url(address)
    expect(articles).to_have_count(1)
    page.get_by_role("link", name="Harbour Treaty expires").last.click()
    page.go_back()
    expect(drawn(page)).to_have_url(re.compile("view="))
    expect(articles).to_have_count(1)
    page.locator(PLOT).focus()
    page.keyboard.press("0")
    expect(articles).to_have_count(5)


def test_without_script_the_list_of_a_view_is_the_same(reader: Reader):
    page = reader.open("/?view=2019-06-01..2021-06-30", java_script_enabled=False)
    expect(page.locator(".viewed")).to_contain_text("2 events in view, 1 June 2019 to 30 June 2021.")
    expect(page.get_by_role("article")).to_have_count(2)
    page.get_by_role("link", name="List all").click()
    expect(page.get_by_role("article")).to_have_count(5)


def test_what_is_in_view_can_be_kept_and_the_back_button_undoes_it(reader: Reader):
    page = drawn(reader.open("/?view=2019-06-01..2021-06-30"))
    expect(page.locator("[data-part=range]")).to_contain_text("2 of 4 events")
    page.wait_for_timeout(500)
    assert page.url.endswith("/?view=2019-06-01..2021-06-30")  # though the drawing ends before
    page.get_by_role("link", name="Keep only these").click()
    expect(page).to_have_url(re.compile("from=2019-06-01&to=2021-06-30"))
    expect(page.get_by_role("article")).to_have_count(2)
    page.go_back()
    expect(drawn(page).locator("[data-part=range]")).to_contain_text("2 of 4 events")
    expect(page.get_by_role("link", name="List all")).to_be_visible()


def test_lanes_are_chosen_and_kept(reader: Reader):
    page = drawn(reader.open())
    page.get_by_label("Lanes").select_option("actor")
    expect(page).to_have_url(re.compile("lanes=actor"))
    expect(marks(page)).to_have_count(8)  # each event has two parties: once for each
    expect(page.locator("[data-part=range]")).to_contain_text(": 4 events")
    page.reload()
    expect(drawn(page).get_by_label("Lanes")).to_have_value("actor")


def test_the_buttons_zoom_pan_and_say_when_they_cannot(reader: Reader):
    page = drawn(reader.open("/?as_of=2019-12-31"))
    out = page.get_by_role("button", name="Zoom out")
    assert out.get_attribute("aria-disabled") == "true"
    page.get_by_role("button", name="Zoom in").click()
    assert out.get_attribute("aria-disabled") == "false"
    expect(page.locator("[role=status][data-part=status]")).to_contain_text("event")
    before = seen(page)
    page.get_by_role("button", name="Today").click()
    assert seen(page) != before
    page.get_by_role("button", name="Whole").click()
    expect(page).not_to_have_url(re.compile("view="))


def test_ctrl_and_wheel_zoom_and_the_bare_wheel_scrolls_the_page(reader: Reader):
    page = drawn(reader.open())
    whole = seen(page)
    page.locator(PLOT).hover()
    page.mouse.wheel(0, 120)
    page.wait_for_function("scrollY > 0")
    assert seen(page) == whole
    page.locator(PLOT).hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    expect(page).to_have_url(re.compile("view="))


def test_a_finger_reads_first_and_opens_then(reader: Reader):
    page = drawn(reader.open(width=390, has_touch=True))
    target = marks(page).nth(3)
    target.tap()
    expect(page.locator("[data-part=card]")).to_contain_text("Harbour Treaty expires")
    target.tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Treaty expires")


def test_ten_thousand_events_are_counted_and_shown_one_by_one_when_nearer(reader: Reader, crowded: str):
    page = drawn(reader.open(address=crowded))
    expect(page.locator("[data-part=range]")).to_contain_text("10,000 events")
    expect(page.locator("[data-part=many]")).to_be_visible()
    assert marks(page).count() == 0
    page.locator(PLOT).focus()
    for _ in range(6):
        page.keyboard.press("+")
    expect(page.locator("[data-part=many]")).to_be_hidden()
    page.keyboard.press("+")
    page.keyboard.press("Enter")
    expect(page.locator(".drawing-items a:focus")).to_have_count(1)
    assert 0 < marks(page).count() <= 500


@pytest.mark.parametrize("width", [390, 1280])
def test_no_label_covers_another_or_a_mark(reader: Reader, width: int):
    setting = Setting({}, date(2019, 12, 11))
    columns = drawing.columns(Drawn(tuple(drawing_chronicle.many(300)), (), setting, setting.as_of))
    page = reader.open("/documents", width=width)
    page.route("**/timeline.json*", lambda route: route.fulfill(json=columns))
    page.add_init_script(WRITTEN)
    page.goto(reader.address)
    drawn(page)
    for _ in range(6):
        page.get_by_role("button", name="Zoom in").click()
        assert page.evaluate(COVERED) == []
    assert page.evaluate("window.written.length") > 12


def test_a_hundred_thousand_events_are_drawn_and_moved_in_time(reader: Reader):
    events = tuple(drawing_chronicle.many(2_000))
    setting = Setting({}, date(2019, 12, 11))
    columns = drawing.columns(Drawn(events, (), setting, setting.as_of)) | {"total": 100_000}
    for name in ("start", "length", "flags", "lane"):
        columns[name] = [value for value in columns[name] for _ in range(50)]
    page = reader.open("/documents")
    page.route("**/timeline.json*", lambda route: route.fulfill(json=columns))
    page.goto(reader.address)
    expect(drawn(page).locator("[data-part=range]")).to_contain_text("100,000 events")
    took = page.evaluate(MOVED)
    assert took < MOST_MOVED, f"{took} ms for 20 steps nearer and back"
    expect(page.locator("[data-part=range]")).to_contain_text("100,000 events")


def test_the_whole_is_saved_as_a_picture_with_every_lane(reader: Reader):
    page = drawn(reader.open("/?view=2019-06-01..2021-06-30", accept_downloads=True))
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save picture").click()
    path = saved.value.path()
    head = path.read_bytes()[:24]
    width, height = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
    plot = page.locator(PLOT).bounding_box()
    assert saved.value.suggested_filename == "timeline.png"
    assert head.startswith(b"\x89PNG")
    assert plot is not None
    assert width > 2 * plot["width"]
    assert height > plot["height"]
    expect(page.locator("[role=status][data-part=status]")).to_have_text("The picture is saved.")


def test_it_opens_where_most_events_are_and_goes_out_to_the_one_that_is_far_away(reader: Reader):
    setting = Setting({}, date(2019, 12, 11))
    far = support.happened(999, "A charter is sealed", "1035-05-01")
    events = (far, *drawing_chronicle.many(60, days=2_000))
    columns = drawing.columns(Drawn(events, (), setting, setting.as_of))
    page = reader.open("/documents")
    page.route("**/timeline.json*", lambda route: route.fulfill(json=columns))
    page.goto(reader.address)
    expect(drawn(page).locator("[data-part=range]")).to_have_text(
        re.compile(r"^\w+ 1989 to .*: 60 of 61 events$")
    )
    expect(page).not_to_have_url(re.compile("view="))
    page.get_by_role("button", name="Whole").click()
    expect(page.locator("[data-part=range]")).to_have_text(re.compile(r"^9\d\d to 20\d\d: 61 events$"))
    expect(page).to_have_url(re.compile("view=09"))


def test_what_was_known_on_a_day_is_drawn_with_that_day(reader: Reader):
    page = reader.open("/documents")
    page.add_init_script(WRITTEN)
    page.goto(reader.address + "/?as_of=2019-12-31")
    assert "as of 31 December 2019" in str(drawn(page).evaluate("window.written"))
    page.goto(reader.address + "/?as_of=2018-01-01")
    expect(page.locator(".drawing")).to_have_count(0)
    expect(page.get_by_role("article")).to_have_count(0)


def test_a_movement_is_said_once(reader: Reader):
    page = drawn(reader.open())
    page.evaluate("""() => {
      window.said = [];
      const node = document.querySelector("[role=status][data-part=status]");
      new MutationObserver(() => window.said.push(node.textContent)).observe(node, {childList: true});
    }""")
    page.locator(PLOT).hover()
    page.keyboard.down("Control")
    for _ in range(12):
        page.mouse.wheel(0, -20)
    page.keyboard.up("Control")
    expect(page).to_have_url(re.compile("view="))
    assert 1 <= len(page.evaluate("window.said")) <= 3


def test_in_forced_colours_the_drawing_has_the_reader_s_own(reader: Reader):
    page = drawn(reader.open())
    plain = page.locator(f"{PLOT} canvas").screenshot()
    page.emulate_media(forced_colors="active")
    page.wait_for_timeout(100)
    assert page.locator(f"{PLOT} canvas").screenshot() != plain


def test_the_selected_event_is_marked_in_the_list(reader: Reader):
    page = drawn(reader.open())
    page.locator(PLOT).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    expect(page.locator(".entry.is-selected")).to_contain_text("Harbour Treaty expires")
    page.keyboard.press("Escape")
    expect(page.locator(".entry.is-selected")).to_have_count(0)


def test_a_title_that_turns_the_direction_of_writing_turns_only_itself(reader: Reader):
    setting = Setting({}, date(2019, 12, 11))
    turned = support.event(1, "Talks \u202eend", "2020-02")
    events = (turned, *drawing_chronicle.many(5, days=2_000))
    columns = drawing.columns(Drawn(events, (), setting, setting.as_of))
    page = reader.open("/documents")
    page.route("**/timeline.json*", lambda route: route.fulfill(json=columns))
    page.add_init_script(WRITTEN)
    page.goto(reader.address)
    names = [str(mark.get_attribute("aria-label")) for mark in marks(drawn(page)).all()]
    assert any(name.startswith("\u2068Talks \u202eend\u2069. February 2020") for name in names)
    texts = [box["text"] for box in page.evaluate("window.written")]
    assert any(text.startswith("\u2068Talks \u202eend\u2069 · ") for text in texts)


def test_what_is_pointed_at_in_the_list_is_ringed_in_the_drawing(reader: Reader):
    page = drawn(reader.open())
    canvas = page.locator(f"{PLOT} canvas")
    page.get_by_label("Lanes").focus()
    plain = canvas.screenshot()
    page.get_by_role("article", name="Harbour Treaty expires").get_by_role("link").first.focus()
    assert canvas.screenshot() != plain
    page.get_by_label("Lanes").focus()
    assert canvas.screenshot() == plain


def test_days_without_any_event_near_give_way_to_those_that_are_drawn(reader: Reader):
    page = drawn(reader.open("/?view=1901-01-01..1901-12-31"))
    expect(page).not_to_have_url(re.compile("view=1901"))
    expect(page.locator(".viewed")).not_to_contain_text("1901")


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_list_does_not_jump_when_the_drawing_comes(reader: Reader, width: int):
    page = reader.open("/documents", width=width)
    held: list[Route] = []
    page.route("**/timeline.json*", lambda route: held.append(route))  # noqa: PLW0108 - it is inspected
    page.goto(reader.address)
    page.wait_for_timeout(100)
    before = page.locator(".with-aside").bounding_box()
    held[0].continue_()
    after = drawn(page).locator(".with-aside").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 60  # how the undated ones break into lines is not known before


def test_the_card_quotes_the_sentence(reader: Reader):
    page = drawn(reader.open())
    marks(page).nth(3).hover()
    expect(page.locator("[data-part=card] q")).to_contain_text("The pact expires in February 2021")


def test_on_paper_the_whole_is_a_picture_without_controls(reader: Reader):
    page = drawn(reader.open("/?view=2019-06-01..2021-06-30"))
    page.emulate_media(media="print")
    expect(page.locator(".overview > svg")).to_be_visible()
    expect(page.locator(".drawing")).to_be_hidden()
    expect(page.get_by_role("article", name="Harbour Treaty expires")).to_be_visible()


def test_the_picture_follows_the_theme(reader: Reader):
    page = drawn(reader.open())
    light = page.locator(f"{PLOT} canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert page.locator(f"{PLOT} canvas").screenshot() != light


def test_where_the_script_finds_no_answer_the_picture_of_the_server_stays(reader: Reader):
    page = reader.open("/documents")
    page.route("**/timeline.json*", lambda route: route.fulfill(json={}))
    page.goto(reader.address)
    expect(page.locator(".overview > svg")).to_be_visible()
    assert page.locator(".drawing").count() == 0
