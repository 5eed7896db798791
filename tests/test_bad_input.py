"""Whatever a user gets wrong is answered by one line: the thing, the place, the remedy. Nothing is lost."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology.chronicle import Chronicle
from chronology.cli import run
from chronology.documents import read_sources
from chronology.documents.readers import READERS
from chronology.model import Document, Query
from tests.values import NOON

GOOD = (
    "GENEVA, March 3, 2021 (Wire) - The envoys met in Vienna on Monday. The pact expires in February 2026.\n"
)

Answer = tuple[int, str, str]


@pytest.fixture
def chronology(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """Run the command line in an empty folder: exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHRONOLOGY_DEBUG", raising=False)
    monkeypatch.delenv("CHRONOLOGY_STORE", raising=False)

    def call(*arguments: str) -> Answer:
        code = run(arguments)
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


def large() -> bytes:
    return b"GENEVA, March 3, 2021 (Wire) - They met.\n" + b"All work and no play. \n" * 2_400_000


FILES: dict[str, tuple[bytes | None, tuple[str, ...]]] = {
    "missing.txt": (None, ("no such file", "Check the path")),
    "empty.txt": (b"", ("is empty", "Give a document with text")),
    "blank.txt": (b" \n\n\t", ("is empty", "Give a document with text")),
    "picture.png": (b"\x89PNG\r\n", ("we do not read files named *.png", ".txt")),
    "nosuffix": (b"words", ("without a suffix", ".txt")),
    "latin.txt": (b"3 March 2021\n\nZ\xfcrich", ("byte 15 (0xfc) is not UTF-8", "iconv")),
    "latin.jsonl": (b'{"doc_id": "a", "text": "Z\xfcrich"}', ("line 1", "(0xfc) is not UTF-8")),
    "large.txt": (large(), ("bytes long", "Split it")),
    "undated.txt": (b"They met on Monday.", ("no publication date", "sources.toml", 'file = "undated.txt"')),
    "undated.jsonl": (
        b'{"doc_id": "a", "text": "They met."}',
        ("line 1", "no publication date", '"dct"'),
    ),
    "notjson.jsonl": (b"GENEVA\n", ("line 1", "not JSON", '{"doc_id"')),
    "array.jsonl": (b"[1, 2]\n", ("line 1", "not a JSON object")),
    "deep.jsonl": (b"[" * 100_000, ("line 1", "nested too deeply")),
    "noid.jsonl": (b'\n{"text": "a"}\n', ("line 2", 'no "doc_id"')),
    "notext.jsonl": (b'{"doc_id": "a"}\n', ("line 1", 'no "text"')),
    "numbertext.jsonl": (b'{"doc_id": "a", "text": 5}\n', ("line 1", '"text" is not a string')),
    "baddct.jsonl": (b'{"doc_id": "a", "dct": "soon", "text": "b"}\n', ("line 1", '"dct"', "2019-12")),
    "bad.pdf": (b"%PDF-1.4 no more", ("not a .pdf file", "save")),
    "bad.docx": (b"PK no more", ("not a .docx file", "save")),
    "bad.xml": (b"<a><b></a>", ("neither RSS nor Atom",)),
    "bad.html": (b"", ("HTML",)),
    "empty.html": (b"<html><body></body></html>", ("no text",)),
    "bad.tml": (b"<TimeML><TEXT>", ("bad.tml",)),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_built_is_one_line_and_the_others_are_built(
    chronology: Callable[..., Answer], name: str
) -> None:
    content, says = FILES[name]
    Path("good.txt").write_text(GOOD)
    if content is not None:
        Path(name).write_bytes(content)
    code, out, err = chronology("build", name, "good.txt")
    assert code == 1
    assert err.count("\n") == 1
    assert err.startswith(f"Error: {name}")
    assert all(words in err for words in says)
    assert "1 added, 1 with problems" in out


MANIFESTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "unknown key": (
        '[[document]]\nfile = "a.txt"\npublisched = "2019"',
        ("document 1 (a.txt)", "publisched", "published"),
    ),
    "wrong date": (
        '[[document]]\nfile = "a.txt"\npublished = "2019-13"',
        ("document 1 (a.txt)", "2019-13", "2019-12"),
    ),
    "no day": (
        '[[document]]\nfile = "a.txt"\npublished = "2019-02-30"',
        ("document 1 (a.txt)", "2019-02-30"),
    ),
    "an interval": (
        '[[document]]\nfile = "a.txt"\npublished = "2019/2020"',
        ("document 1 (a.txt)", "2019/2020"),
    ),
    "a number": ('[[document]]\nfile = "a.txt"\npublished = true', ("document 1 (a.txt)", "True")),
    "title is no text": ('[[document]]\nfile = "a.txt"\ntitle = 5', ("document 1 (a.txt)", "title is 5")),
    "no file": ('[[document]]\ntitle = "A"', ("document 1", "no file")),
    "listed twice": (
        '[[document]]\nfile = "a.txt"\n[[document]]\nfile = "./a.txt"',
        ("document 2 (./a.txt)", "names 'a.txt' again"),
    ),
    "missing file": ('[[document]]\nfile = "b.txt"', ("document 1 (b.txt)", "no such file")),
    "outside": ('[[document]]\nfile = "../a.txt"', ("document 1 (../a.txt)", "not a file of this folder")),
    "not TOML": ("[[document]\nfile", ("not TOML", "line 1")),
    "another table": ('[documents]\nfile = "a.txt"', ("unknown key 'documents'", "[[document]]")),
    "not a list": ("document = 5", ("document is 5", "[[document]]")),
    "undecodable": ('[[document]]\nfile = "\udcff"', ("byte 21 (0xff)",)),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_wrong_manifest_is_one_line_that_names_the_place(
    chronology: Callable[..., Answer], name: str
) -> None:
    content, says = MANIFESTS[name]
    Path("docs").mkdir()
    Path("docs/a.txt").write_text(GOOD)
    Path("docs/sources.toml").write_text(content, encoding="utf-8", errors="surrogateescape")
    Path("good.txt").write_text(GOOD)
    code, out, err = chronology("build", "docs", "good.txt")
    assert code == 1
    assert err.count("\n") == 1
    assert all(words in err for words in ("docs/sources.toml", *says))
    assert " added, 1 with problems" in out


def test_a_wrong_entry_stops_its_own_file_only(chronology: Callable[..., Answer]) -> None:
    Path("docs").mkdir()
    for name in "abc":
        Path(f"docs/{name}.txt").write_text(GOOD)
    Path("docs/sources.toml").write_text(
        '[[document]]\nfile = "b.txt"\nx = 1\n[[document]]\nfile = "c.txt"\ntitle = "C"\n'
    )
    assert "2 added, 1 with problems" in chronology("build", "docs")[1]


def test_two_documents_of_one_id(chronology: Callable[..., Answer]) -> None:
    for name in ("a", "b"):
        Path(name).mkdir()
        Path(f"{name}/x.txt").write_text(GOOD)
    code, _, err = chronology("build", "a", "b")
    assert code == 1
    assert all(words in err for words in ("b/x.txt", "same id", "a/x.txt", "sources.toml"))


def test_a_document_does_not_take_the_place_of_another_file(chronology: Callable[..., Answer]) -> None:
    for name in ("a", "b"):
        Path(name).mkdir()
        Path(f"{name}/x.txt").write_text(GOOD.replace("Vienna", name))
    assert chronology("build", "a")[0] == 0
    code, out, err = chronology("build", "b")
    assert code == 1
    assert all(words in err for words in ("b/x.txt", "(x.txt) of another document, a/x.txt", "sources.toml"))
    assert "1 with problems" in out
    Path("a/x.txt").rename("c.txt")
    assert "1 updated" in chronology("build", "b")[1]


def test_folders_too_deep_and_folders_of_nothing(chronology: Callable[..., Answer]) -> None:
    deep = Path("/".join("d" * 12))
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text(GOOD)
    Path("empty").mkdir()
    Path("d/good.txt").write_text(GOOD)
    _, out, err = chronology("build", "d")
    assert "folders deep" in err
    assert "1 added, 1 with problems" in out
    assert "without documents" in chronology("build", "empty")[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(chronology: Callable[..., Answer]) -> None:
    Path("a.txt").write_text(GOOD)
    Path("a.txt").chmod(0)
    assert "Permission denied" in chronology("build", "a.txt")[2]


def test_links_that_go_round_in_circles(chronology: Callable[..., Answer]) -> None:
    Path("docs").mkdir()
    Path("docs/a.txt").write_text(GOOD)
    Path("docs/self").symlink_to("..", target_is_directory=True)
    Path("docs/loop.txt").symlink_to("loop.txt")
    code, out, err = chronology("build", "docs")
    assert (code, err.count("\n")) == (1, 1)
    assert "1 added, 1 with problems" in out


USAGE: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "unknown command": (("timelin",), ("timelin",)),
    "unknown option": (("timeline", "--actr", "X"), ("--actr",)),
    "no source": (("build",), ("SOURCE",)),
    "a wrong date": (("timeline", "--from", "2019-13"), ("from", "2019-13", "2019-12-11")),
    "a word for a date": (("timeline", "--as-of", "yesterday"), ("as_of", "yesterday", "2019-12-11")),
    "no such day": (("deadlines", "--as-of", "2019-02-30"), ("as_of", "2019-02-30")),
    "to before from": (("timeline", "--from", "2020", "--to", "2019"), ("to", "2020")),
    "a wrong status": (("timeline", "--status", "maybe"), ("status", "maybe", "scheduled")),
    "a wrong duration": (("deadlines", "--within", "18 months"), ("--within", "18 months", "P18M")),
    "half a duration": (("deadlines", "--within", "P18"), ("--within", "P18")),
    "an endless duration": (("deadlines", "--within", "P99999Y"), ("--within", "P99999Y")),
    "a wrong format": (("timeline", "--format", "xls"), ("--format", "xls", "json")),
    "a wrong limit": (("dates", "--limit", "0"), ("--limit", "0")),
    "a wrong mode": (("tag", "--mode", "poem"), ("--mode", "poem", "narrative")),
    "a wrong publication date": (
        ("explain", "last May", "--published", "May"),
        ("--published", "May", "2019-12"),
    ),
    "a wrong port": (("serve", "--port", "99999"), ("--port", "99999")),
}


@pytest.mark.parametrize("name", USAGE)
def test_wrong_usage_is_one_line_and_exit_code_2(chronology: Callable[..., Answer], name: str) -> None:
    arguments, says = USAGE[name]
    Path("good.txt").write_text(GOOD)
    chronology("build", "good.txt")
    code, out, err = chronology(*arguments)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert all(words in err for words in says)


@pytest.mark.parametrize("command", ["timeline", "dates", "deadlines", "check"])
def test_a_question_to_a_store_that_is_not_there(chronology: Callable[..., Answer], command: str) -> None:
    code, _, err = chronology(command, "--store", "none.db")
    assert code == 1
    assert err.count("\n") == 1
    assert all(words in err for words in ("none.db", "no such store", "chronology build"))
    assert not Path("none.db").exists()


@pytest.mark.parametrize("command", ["timeline", "build"])
def test_a_store_that_is_none(chronology: Callable[..., Answer], command: str) -> None:
    Path("good.txt").write_text(GOOD)
    code, _, err = chronology(command, *(["good.txt"] if command == "build" else []), "--store", "good.txt")
    assert code == 1
    assert "good.txt" in err
    assert "not a Chronology store" in err
    assert Path("good.txt").read_text() == GOOD


def test_a_store_that_another_process_holds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    store = str(tmp_path / "a.db")
    with Chronicle.open(store, patience=0.1) as chronicle:
        chronicle.add([tmp_path / "a.txt"], now=NOON)
        before = chronicle.timeline(Query())
        (tmp_path / "b.txt").write_text(GOOD)
        holder = sqlite3.connect(store)
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Exception, match=r"another process holds the store.*Wait") as error:
            chronicle.add([tmp_path / "b.txt"], now=NOON)
        holder.close()
        assert "\n" not in str(error.value)
        assert chronicle.timeline(Query()) == before
        assert chronicle.add([tmp_path / "b.txt"], now=NOON).added == ("b.txt",)


def test_what_was_stored_stays_when_its_file_breaks(chronology: Callable[..., Answer]) -> None:
    Path("a.txt").write_text(GOOD)
    chronology("build", "a.txt")
    _, before, _ = chronology("timeline", "--format", "json")
    Path("a.txt").write_bytes(b"\xff\xfe\xfd")
    assert chronology("build", "a.txt")[0] == 1
    assert chronology("timeline", "--format", "json")[1] == before


def test_a_name_that_would_break_the_line_or_steer_the_terminal(chronology: Callable[..., Answer]) -> None:
    _, _, err = chronology("build", "a\nb\x1b[31mc.txt")
    assert err.count("\n") == 1
    assert "\x1b" not in err


@pytest.mark.parametrize("command", ["tag", "events"])
def test_json_lines_that_are_wrong_name_their_line(chronology: Callable[..., Answer], command: str) -> None:
    good = json.dumps({"doc_id": "a", "dct": "2021-03-03", "text": "They met on Monday."})
    Path("in.jsonl").write_text(
        dedent(f"""\
        {good}

        {{"doc_id": "b"}}
        """)
    )
    code, out, err = chronology(command, "in.jsonl")
    assert code == 1
    assert json.loads(out)["doc_id"] == "a"
    assert err.count("\n") == 1
    assert 'in.jsonl, line 3: has no "text"' in err
    assert chronology(command, "in.jsonl", "-o", "out.jsonl")[0] == 1
    assert not Path("out.jsonl").exists()


def test_hostile_names_and_paths(tmp_path: Path) -> None:
    for source in ("a\0b", "a" * 5000, "\udcff", "", "/dev/null", "/proc/self/mem"):
        found = list(read_sources([source]))
        assert found
        assert not any(isinstance(item, Document) for item in found)


HEADS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"<rss><channel><item>",
    b'{"doc_id": ',
    b"<TimeML>",
    b"\xff\xfe",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(HEADS), st.binary(max_size=200), st.sampled_from(sorted(READERS)))
def test_no_bytes_under_any_suffix_raise(tmp_path: Path, head: bytes, body: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(head + body)
    for item in read_sources([path]):
        assert "\n" not in str(item) or isinstance(item, Document)
