"""The Python and JavaScript of docs/api.md runs, against the seeds, and prints what the page says."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronology.chronicle import Chronicle
from tests.support import application, serving

PAGE = Path(__file__).parent.parent / "docs" / "api.md"
EXAMPLE = re.compile(r"^```(python|javascript)\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
RUNNERS = {"python": [sys.executable, "-c"], "javascript": ["node", "--input-type=module", "-e"]}


@pytest.fixture(scope="module")
def address(seed_store: Path) -> Iterator[str]:
    with Chronicle.open(str(seed_store)) as chronicle, serving(application(chronicle)) as found:
        yield found


@pytest.mark.parametrize(("language", "code", "printed"), EXAMPLES)
def test_an_example_runs(language: str, code: str, printed: str, address: str) -> None:
    command = RUNNERS[language]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    code = code.replace("http://127.0.0.1:8000", address)
    done = subprocess.run([*command, code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == (printed, "")


def test_both_languages_are_shown() -> None:
    assert {language for language, _, _ in EXAMPLES} == set(RUNNERS)
