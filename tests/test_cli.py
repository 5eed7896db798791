"""The command line as people and scripts call it, in a process of its own or in this one."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from chronology.chronicle import Chronicle
from chronology.cli import run
from chronology.cli.main import COMMANDS

SEEDS = Path(__file__).parent.parent / "seeds"
RECORD = {
    "doc_id": "a",
    "dct": "2019-12-11",
    "text": "Zoë said on Monday that the pact expires in February 2021.",
}

Answer = tuple[int, str, str]


@pytest.fixture
def chronology(capfd: pytest.CaptureFixture[str], seed_store: Path) -> Callable[..., Answer]:
    """Run the command line on the store of the seeds: exit code, stdout, stderr."""

    def call(*arguments: str) -> Answer:
        asks = arguments[0] in ("timeline", "dates", "deadlines", "check", "diff")
        code = run([*arguments, *(("--store", str(seed_store)) if asks else ())])
        return code, *capfd.readouterr()

    return call


def process(*arguments: str, given: str = "", folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "chronology.cli", *arguments]
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(chronology: Callable[..., Answer], command: str) -> None:
    code, out, err = chronology(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: chronology {command}")


def test_help_lists_every_command_and_no_command_shows_help(chronology: Callable[..., Answer]) -> None:
    code, out, _ = chronology("--help")
    assert code == 0
    assert all(f"\n  {command} " in out for command in COMMANDS)
    assert process().returncode == 2
    assert chronology("--version")[1].startswith("chronology, version")


def test_tag_reads_standard_input_and_writes_the_contract() -> None:
    found = process(
        "tag", given=json.dumps(RECORD) + "\n\n" + json.dumps(RECORD | {"doc_id": "b", "dct": None}) + "\n"
    )
    assert (found.returncode, found.stderr) == (0, "")
    first, second = map(json.loads, found.stdout.splitlines())
    assert (first["doc_id"], second["doc_id"]) == ("a", "b")
    for item in first["timexes"]:
        assert {
            "start",
            "end",
            "text",
            "type",
            "value",
            "edtf",
            "earliest",
            "latest",
            "anchor",
            "because",
        } <= set(item)
        assert RECORD["text"][item["start"] : item["end"]] == item["text"]
    assert {item["text"]: item["value"] for item in first["timexes"]} == {
        "Monday": "2019-12-09",
        "February 2021": "2021-02",
    }
    (month,) = [item for item in first["timexes"] if item["text"] == "February 2021"]
    assert (month["earliest"], month["latest"]) == ("2021-02-01", "2021-02-28")


def test_tag_from_file_to_file_and_as_timeml(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(RECORD))
    assert process("tag", "in.jsonl", "-o", "out.jsonl", folder=tmp_path).returncode == 0
    assert json.loads((tmp_path / "out.jsonl").read_text())["timexes"]
    found = process("tag", "in.jsonl", "--format", "timeml", folder=tmp_path)
    assert "<TIMEX3 " in found.stdout
    assert (
        re.sub("<[^>]*>", "", found.stdout.partition("<TEXT>")[2].partition("</TEXT>")[0]) == RECORD["text"]
    )
    (tmp_path / "two.jsonl").write_text(json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"doc_id": "b/c"}))
    assert process("tag", "two.jsonl", "--format", "timeml", folder=tmp_path).returncode == 2
    refused = process("tag", "two.jsonl", "--format", "timeml", "-o", "one.tml", folder=tmp_path)
    assert refused.returncode == 2
    assert not (tmp_path / "one.tml").exists()
    (tmp_path / "out").mkdir()
    assert process("tag", "two.jsonl", "--format", "timeml", "-o", "out", folder=tmp_path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.tml", "b-c.tml"]


def test_tag_reads_the_other_formats_and_keeps_their_text(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps(RECORD), encoding="utf-8")
    (tmp_path / "a.tml").write_bytes(
        process("tag", "in.jsonl", "--format", "timeml", folder=tmp_path).stdout.encode()
    )
    (tmp_path / "b.txt").write_text(f"Published: 2019-12-11\n\n{RECORD['text']}", encoding="utf-8")
    plain, again, text = (
        json.loads(process("tag", name, folder=tmp_path).stdout) for name in ("in.jsonl", "a.tml", "b.txt")
    )
    assert again == plain
    assert (text["doc_id"], [item["edtf"] for item in text["timexes"]]) == (
        "b",
        ["2019-12-11", "2019-12-09", "2021-02"],
    )
    (tmp_path / "c.tml").write_text("<html/>", encoding="utf-8")
    assert process("tag", "c.tml", folder=tmp_path).stderr.startswith("Error: c.tml: is <html>, not <TimeML>")


def test_a_text_without_a_given_date_is_dated_by_its_dateline() -> None:
    record = {"doc_id": "a", "text": "GENEVA, March 3, 2021 (Wire) - They met yesterday."}
    (timexes,) = [
        json.loads(line)["timexes"] for line in process("tag", given=json.dumps(record)).stdout.splitlines()
    ]
    assert "2021-03-02" in {item["value"] for item in timexes}


def test_events_reads_the_same_and_gives_triggers() -> None:
    found = process("events", "-", given=json.dumps(RECORD))
    assert (found.returncode, found.stderr) == (0, "")
    answer = json.loads(found.stdout)
    assert answer["doc_id"] == "a"
    expiry = next(item for item in answer["events"] if item["text"] == "expires")
    assert RECORD["text"][expiry["start"] : expiry["end"]] == "expires"
    assert expiry["date"] == "2021-02"
    assert {"start", "end", "text", "date", "title", "status"} <= set(expiry)
    assert all(item["date"] for item in answer["events"])


def test_events_without_a_date_are_given_when_asked_for() -> None:
    record = {
        "doc_id": "a",
        "dct": "2019-12-11",
        "text": "The envoys met in Vienna. They signed a pact on Monday.",
    }
    some, every = (
        process("events", "-", *more, given=json.dumps(record)).stdout for more in ((), ("--all",))
    )
    assert "met" not in {item["text"] for item in json.loads(some)["events"]}
    assert "met" in {item["text"] for item in json.loads(every)["events"]}


def test_explain_tells_a_non_programmer_why(chronology: Callable[..., Answer]) -> None:
    code, out, _ = chronology("explain", "They met last May.", "--published", "2019-12-11")
    assert code == 0
    assert "“last May”" in out
    assert "May 2019" in out
    assert "publication date, 11 December 2019" in out
    assert "No time expression" in chronology("explain", "Nothing here.", "--published", "2019")[1]
    answer = json.loads(
        chronology("explain", "They met last May.", "--published", "2019-12", "--format", "json")[1]
    )
    assert answer["items"][0]["value"] == "2019-05"


def test_build_is_safe_to_repeat_and_shows_no_progress_in_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("3 March 2021\n\nThe envoys met in Vienna on 2 March 2021.\n")
    first = process("build", "a.txt", folder=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("chronology.db: 1 added; ")
    assert first.stdout.endswith("revision 1\n")
    with Chronicle.open(str(tmp_path / "chronology.db")) as chronicle:
        before = chronicle.timeline()
    assert "1 unchanged" in process("build", "a.txt", folder=tmp_path).stdout
    with Chronicle.open(str(tmp_path / "chronology.db")) as chronicle:
        assert chronicle.timeline() == before


def test_the_store_can_be_named_by_the_environment(
    seed_store: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHRONOLOGY_STORE", str(seed_store))
    assert run(["timeline", "--limit", "1"]) == 0
    assert capfd.readouterr().out


def test_the_treaty_deadline_of_the_seeds(chronology: Callable[..., Answer]) -> None:
    code, out, err = chronology("deadlines", "--as-of", "2019-12-11", "--within", "P18M")
    assert (code, err) == (0, "")
    assert "New START expires" in out
    assert "418 to 445 days left" in out
    answer = json.loads(
        chronology("deadlines", "--as-of", "2019-12-11", "--within", "P18M", "--format", "json")[1]
    )
    (found,) = answer["items"]
    assert found["due"]["edtf"] == "2021-02"
    assert found["days_left"] == {"min": 418, "max": 445}
    assert found["state"] == "upcoming"
    later = json.loads(chronology("deadlines", "--as-of", "2021-03-01", "--format", "json")[1])
    assert [item["state"] for item in later["items"]] == ["passed"]
    calendar = chronology("deadlines", "--as-of", "2019-12-11", "--within", "P18M", "--format", "ics")[1]
    assert calendar.count("BEGIN:VEVENT") == 1


def test_the_timeline_in_every_format(chronology: Callable[..., Answer]) -> None:
    total = json.loads(chronology("timeline", "--format", "json")[1])["total"]
    assert total > 15
    for form, reads in (
        ("text", lambda out: "Normandy" in out),
        ("jsonl", lambda out: len([json.loads(line) for line in out.splitlines()]) == total),
        ("csv", lambda out: len(list(csv.reader(io.StringIO(out)))) == total + 1),
        ("timelinejs", lambda out: json.loads(out)["events"]),
        ("markdown", lambda out: "# " in out),
        ("ics", lambda out: out.startswith("BEGIN:VCALENDAR")),
    ):
        code, out, err = chronology("timeline", "--format", form)
        assert (form, code, err) == (form, 0, "")
        assert reads(out), form


def test_filters_narrow_the_timeline(chronology: Callable[..., Answer]) -> None:
    def titles(*options: str) -> list[str]:
        answer = json.loads(chronology("timeline", "--format", "json", *options)[1])
        assert len(answer["items"]) == answer["total"] or "--limit" in options
        return [item["title"] for item in answer["items"]]

    everything = titles()
    assert "New START expires" in titles("--from", "2021", "--to", "2021-02")
    assert "New START expires" in titles("--kind", "deadline")
    assert titles("--as-of", "2019-11-30") == []
    assert 0 < len(titles("--as-of", "2019-12-05")) < len(everything)
    assert set(titles("--instrument", "new start")) < set(everything)
    assert 0 < len(titles("--actor", "Lavrov", "--status", "occurred")) < len(everything)
    assert len(titles("--limit", "3")) == 3
    assert 0 < len(titles("-q", "Helsinki")) < len(everything)


def test_the_important_days(chronology: Callable[..., Answer]) -> None:
    answer = json.loads(chronology("dates", "--limit", "3", "--format", "json")[1])
    assert "2019-12-10" in answer["dates"]
    assert [item["date"] for item in answer["items"]] == answer["dates"]
    assert len(answer["dates"]) == 3
    assert len(chronology("dates", "--limit", "2")[1].splitlines()) == 2


def test_check_lists_findings_and_fails_on_errors_only(chronology: Callable[..., Answer]) -> None:
    code, out, _ = chronology("check", "--format", "json")
    findings = json.loads(out)["items"]
    assert code == int(any(item["severity"] == "error" for item in findings))
    assert len(chronology("check")[1].splitlines()) == max(1, len(findings))


def test_check_fails_where_an_error_stands(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "The Vienna Treaty was signed on 5 May 2015. The Vienna Treaty expired on 3 March 2012."
    (tmp_path / "a.txt").write_text(f"GENEVA, March 3, 2021 (Wire) - {text}\n")
    store = ("--store", str(tmp_path / "a.db"))
    assert run(["build", str(tmp_path / "a.txt"), *store]) == 0
    capfd.readouterr()
    assert run(["check", *store]) == 1
    out, err = capfd.readouterr()
    assert out.startswith("error")
    assert err == ""


def test_diff_tells_what_is_new(chronology: Callable[..., Answer]) -> None:
    options = ("--from-as-of", "2019-12-05", "--to-as-of", "2020-06-01")
    code, out, _ = chronology("diff", *options)
    assert code == 0
    assert out.startswith("New:")
    answer = json.loads(chronology("diff", *options, "--format", "json")[1])
    assert {"new", "changed", "passed", "withdrawn"} <= set(answer)
    assert chronology("diff", "--from-as-of", "2020-06-01", "--to-as-of", "2019-12-05")[0] == 2


def test_output_that_nobody_reads_any_more(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps(RECORD)] * 3000)
    (tmp_path / "in.jsonl").write_text(lines)
    command = f"{sys.executable} -m chronology.cli tag in.jsonl | head -n 1"
    found = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60
    )
    assert found.stdout.count("\n") == 1
    assert found.stderr == ""


def test_an_interruption_is_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "chronology.cli", "tag", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write((json.dumps(RECORD) + "\n") * 200)
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert err == "Error: interrupted\n"
    assert running.returncode == 130


def test_serve_builds_and_answers_on_a_free_port(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "chronology.cli", "serve", str(SEEDS), "--port", "0", "--store", "x.db"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path
    ) as running:
        try:
            assert running.stdout
            assert "2 added" in running.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", running.stdout.readline())
            assert address
            with urllib.request.urlopen(address[0], timeout=20) as response:
                assert b"New START" in response.read()
            port = address[0].rstrip("/").rpartition(":")[2]
            taken = process("serve", "--port", port, "--store", "x.db", folder=tmp_path)
            assert taken.returncode == 1
            assert f"127.0.0.1:{port}: cannot be listened on" in taken.stderr
        finally:
            running.send_signal(signal.SIGINT)
            _, err = running.communicate(timeout=20)
    assert err == ""


def test_tagging_loads_no_database() -> None:
    slow = "{'sqlalchemy', 'flask', 'trafilatura'}"
    code = f"import sys, chronology.cli.reading; sys.exit(bool({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, env=os.environ).returncode == 0


def test_an_unexpected_failure_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> Sequence[object]:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("chronology.cli.explaining.tag", broken)
    monkeypatch.delenv("CHRONOLOGY_DEBUG", raising=False)
    assert run(["explain", "today"]) == 1
    assert capfd.readouterr().err.startswith("Error: this should not happen (ZeroDivisionError: a bug)")
