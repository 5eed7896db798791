"""Every console example in the README and the docs is run, and prints what they say it prints.

In a ```console block, a line that starts with `$ ` is a command (continued by a trailing backslash); what
follows is its output. A line of `…` stands for any lines. Port 8000 stands for a server on the seeds.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One command of a page, and the lines that it should print."""

    page: str
    command: str
    output: tuple[str, ...]


def examples() -> Iterator[Example]:
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield Example(page.name, command, tuple(output.rstrip("\n").splitlines()))


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "110",
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a fresh clone's: the seeds in it."""
    path = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "seeds", path / "seeds")
    return path


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """A server on the seeds, as `make run` starts it."""
    number = free_port()
    command = ["chronology", "serve", "seeds", "--store", "served.db", "--port", str(number)]
    with subprocess.Popen(command, cwd=folder, env=environment(), stderr=subprocess.DEVNULL) as server:
        for _ in range(300):
            try:
                httpx.get(f"http://127.0.0.1:{number}/healthz").raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield number
        server.terminate()


def matches(printed: str, expected: tuple[str, ...]) -> bool:
    """Tell whether the printed lines are the expected ones, where `…` is any run of lines."""
    parts = [r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"\n" for line in expected]
    lines = (line.rstrip() + "\n" for line in printed.rstrip("\n").splitlines())
    return re.fullmatch("".join(parts), "".join(lines)) is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_of_a_page_print_what_it_says(page: Path, folder: Path, port: int) -> None:
    if shutil.which("curl") is None and not os.environ.get("CI"):
        pytest.skip("the examples want curl: apt-get install curl")
    for example in (item for item in examples() if item.page == page.name):
        command = example.command.replace("127.0.0.1:8000", f"127.0.0.1:{port}")
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        printed = (done.stdout + done.stderr).replace(f"127.0.0.1:{port}", "127.0.0.1:8000")
        assert matches(printed, example.output), f"$ {example.command}\n{printed}"


def test_every_command_is_documented() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    helped = subprocess.run(
        ["chronology", "--help"], env=environment(), capture_output=True, text=True, check=True
    )
    commands = re.findall(r"^  (\w+)  ", helped.stdout.partition("Commands:")[2], flags=re.MULTILINE)
    assert commands
    assert [name for name in commands if f"chronology {name}" not in readme] == []
