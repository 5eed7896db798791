"""How the script of the drawing is built: what goes into it, how large it is, and how it is left out."""

import gzip
import json
import re

import pytest

import hatch_build
from hatch_build import ASSETS, LICENCES, SCRIPT

MOST = 40_000  # bytes, compressed


def test_nothing_is_built_or_wanted_where_the_switch_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHRONOLOGY_FRONTEND", "skip")
    monkeypatch.setattr(hatch_build, "build", lambda: pytest.fail("built nevertheless"))
    assert hatch_build.main([]) == 0
    assert hatch_build.is_skipped()


def test_a_failure_says_what_to_do_and_breaks_nothing_but_the_checks_of_ci(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fail() -> None:
        raise hatch_build.UnreachableError(hatch_build.REMEDY.format(why="no network"))

    monkeypatch.delenv("CHRONOLOGY_FRONTEND", raising=False)
    monkeypatch.setattr(hatch_build, "build", fail)
    monkeypatch.delenv("CI", raising=False)
    assert hatch_build.main([]) == 0
    monkeypatch.setenv("CI", "true")
    assert hatch_build.main([]) == 1
    assert "CHRONOLOGY_FRONTEND=skip" in capsys.readouterr().err


def test_the_lock_file_names_no_registry():
    lock = (ASSETS / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert not re.findall(r"https?://[^\"]*(?:npm|registry)[^\"]*", lock)


def test_the_lock_file_holds_the_builder_for_every_system():
    packages = json.loads((ASSETS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in ("esbuild", "@biomejs/biome"):
        wanted = packages[f"node_modules/{name}"]["optionalDependencies"]
        assert {f"node_modules/{one}" for one in wanted} <= set(packages)


@pytest.mark.skipif(not SCRIPT.is_file(), reason="the drawing is not built: run python hatch_build.py")
def test_the_script_is_small_and_ships_the_licences_of_what_it_contains():
    assert len(gzip.compress(SCRIPT.read_bytes())) < MOST
    licences = LICENCES.read_text(encoding="utf-8")
    for name in ("d3-axis", "d3-scale", "d3-selection", "d3-zoom", "d3-interpolate"):
        assert re.search(rf"^{name} \d", licences, re.MULTILINE)
