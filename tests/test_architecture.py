"""The shape of the house: what every file must keep to, wherever it stands."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("chronology/**/*.py"), *ROOT.glob("web/**/*.py")])
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
GAZETTEER = "cities.tsv"  # every city of the world, whoever speaks of it
HEAVY = {"sqlalchemy", "flask", "icalendar", "lemminflect", "numpy", "holidays", "marshmallow"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = node.body[0]
    is_doc = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    doc = (first.end_lineno or 0) - first.lineno + 1 if is_doc else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= LONGEST_FILE
    long = [
        f"{node.name}: {length(node)}"
        for node in functions(ast.parse(source))
        if length(node) > LONGEST_FUNCTION
    ]
    assert not long


def test_the_library_never_reads_the_clock() -> None:
    clock = re.compile(r"\b(?:date\.today|datetime\.(?:now|utcnow|today)|time\.time)\(")
    edges = {
        ROOT / "chronology/cli.py",
        *ROOT.glob("chronology/cli/*.py"),
        ROOT / "web/app.py",
        ROOT / "web/clock.py",
    }
    readers = [
        path.name for path in SOURCES if path not in edges and clock.search(path.read_text(encoding="utf-8"))
    ]
    assert not readers


def test_the_code_does_not_know_the_seed_documents() -> None:
    """Names that only the seed articles speak of appear in no rule and no data file; docstrings may quote."""
    telling = re.compile(
        r"Lavrov|Pompeo|Ryabkov|Normandy|Sochi|Volker|Pakistan Point|Zelensk|Blitz", re.IGNORECASE
    )
    suffixes = {".toml", ".tsv", ".json", ".txt"}
    data = [
        path
        for path in (ROOT / "chronology").rglob("*")
        if path.suffix in suffixes and path.name != GAZETTEER
    ]
    knowing = [path for path in data if telling.search(path.read_text(encoding="utf-8"))]
    knowing += [path for path in SOURCES if any(telling.search(text) for text in strings(path))]
    assert [str(path.relative_to(ROOT)) for path in knowing] == []


def strings(path: Path) -> Iterator[str]:
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def test_tagging_one_sentence_imports_nothing_heavy() -> None:
    """A cold start stays quick because the store, the web and the exports are not touched."""
    code = (
        "import sys, chronology; chronology.tag('They met last May.', published='2019-12-11');"
        f"print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
