"""Sentences of tests/corpus/expressions.toml: what is found, of which type, with which value."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from chronology.tagging import tag

_CASES = tomllib.loads((Path(__file__).parent / "corpus" / "expressions.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", _CASES, ids=[case["text"][:60] for case in _CASES])
def test_sentence(case):
    timexes = tag(case["text"], case.get("dct"), mode=case.get("mode", "news"))
    assert [[t.text, str(t.type), t.value] for t in timexes] == case["found"]


@pytest.mark.parametrize("case", _CASES, ids=[case["text"][:60] for case in _CASES])
def test_offsets_reasons_and_order(case):
    timexes = tag(case["text"], case.get("dct"), mode=case.get("mode", "news"))
    assert all(case["text"][t.start : t.end] == t.text for t in timexes)
    assert all(t.because.startswith(f"“{t.text}” is ") and t.because.endswith(".") for t in timexes)
    assert all(left.end <= right.start for left, right in pairwise(timexes))
    assert all(t.unresolved for t in timexes if t.value == "")
