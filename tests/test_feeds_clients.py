"""A real subscription: vdirsyncer fetches the feed, khal shows it. Both are system packages (`.ci/run`)."""

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support import BUILT, SMALL, application, event, happened, opened, serving, write

TOOLS = ("vdirsyncer", "khal")
MISSING = [name for name in TOOLS if shutil.which(name) is None]
TWINS = (
    happened(6, "Twins meet", "2019-12-12", places=()),
    happened(7, "Twins meet", "2019-12-12", places=()),
)

pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("CI"), reason=f"apt-get install {' '.join(TOOLS)}"
)

CONFIG = """
[general]
status_path = "{folder}/status/"
[pair feed]
a = "remote"
b = "local"
collections = null
[storage remote]
type = "http"
url = "{address}/feeds/timeline.ics"
[storage local]
type = "filesystem"
path = "{folder}/items/"
fileext = ".ics"
"""

KHAL = """
[calendars]
[[feed]]
path = {folder}/items/
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = {folder}/khal.db
"""


def run(*command: str, answers: str = "") -> str:
    done = subprocess.run(command, input=answers, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


class Subscriber:
    """Someone who keeps the feed in a folder, and looks at it."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        (folder / "items").mkdir()
        (folder / "status").mkdir()
        (folder / "sync.ini").write_text(CONFIG.format(folder=folder, address=address), encoding="utf-8")
        (folder / "khal.ini").write_text(KHAL.format(folder=folder), encoding="utf-8")
        run("vdirsyncer", "-c", str(folder / "sync.ini"), "discover", answers="y\n" * 4)

    def sync(self) -> str:
        return run("vdirsyncer", "-c", str(self.folder / "sync.ini"), "sync")

    def items(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.folder / "items").glob("*.ics")}

    def seen(self) -> list[tuple[str, str, str]]:
        form = "{start-date}\t{end-date}\t{title}"
        shown = run(
            *("khal", "-c", str(self.folder / "khal.ini"), "list", "--once", "--day-format", ""),
            *("--format", form, "2016-01-01", "2022-01-01"),
        )
        rows = [line.split("\t") for line in shown.splitlines() if line.count("\t") == 2]
        return sorted((first, last, title) for first, last, title in rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "subscriber"
    path.mkdir()
    return path


def test_a_calendar_shows_every_event_on_its_days(tmp_path: Path, folder: Path) -> None:
    with opened(tmp_path, (*SMALL, *TWINS)) as (_, chronicle), serving(application(chronicle)) as address:
        subscriber = Subscriber(folder, address)
        subscriber.sync()
        before = subscriber.items()
        assert len(before) == 6
        assert subscriber.seen() == [
            ("2016-10-01", "2017-01-31", "The talks (October 2016 to January 2017, days not stated)"),
            (
                "2018-06-01",
                "2018-06-30",
                "Parliament rejects the pact (some time before July 2018, exact date not known)",
            ),
            ("2019-12-10", "2019-12-10", "Envoys meet in Vienna"),
            ("2019-12-12", "2019-12-12", "Twins meet"),
            ("2019-12-12", "2019-12-12", "Twins meet"),
            ("2021-02-01", "2021-02-28", "New START expires (February 2021, day not stated)"),
        ]
        assert "Copying" not in subscriber.sync()
        assert subscriber.items() == before


def test_a_calendar_follows_a_changed_date(tmp_path: Path, folder: Path) -> None:
    with opened(tmp_path) as (store, chronicle), serving(application(chronicle)) as address:
        subscriber = Subscriber(folder, address)
        subscriber.sync()
        count = len(subscriber.items())
        write(store, (event(1, when="2021-02-05"), *SMALL[1:]), now=BUILT + timedelta(days=1))
        subscriber.sync()
        assert len(subscriber.items()) == count
        assert ("2021-02-05", "2021-02-05", "New START expires") in subscriber.seen()
