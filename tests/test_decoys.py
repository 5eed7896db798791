"""What is not time: sentences in which nothing may be found, or nothing but the times that are there."""

import tomllib
from pathlib import Path

import pytest

from chronology.expressions.rules import RULES
from chronology.tagging import tag

_FOLDER = Path(__file__).parent / "corpus" / "decoys"
_BESIDE = _FOLDER / "beside_times.toml"
_CLASSES = {
    f"{path.stem}: {name}": sentences
    for path in sorted(_FOLDER.glob("*.toml"))
    if path != _BESIDE
    for name, sentences in tomllib.loads(path.read_text("utf-8")).items()
}
_PAIRS = tomllib.loads(_BESIDE.read_text("utf-8"))["sentence"]
_PUBLISHED = ("2019-12-11", None)


@pytest.mark.parametrize("name", _CLASSES)
def test_nothing_is_found(name):
    found = {
        sentence: [timex.text for timex in tag(sentence, published, mode="news")]
        for sentence in _CLASSES[name]
        for published in _PUBLISHED
    }
    assert {sentence: texts for sentence, texts in found.items() if texts} == {}


@pytest.mark.parametrize("pair", _PAIRS, ids=lambda pair: pair["text"])
def test_only_the_times_are_found(pair):
    assert [timex.text for timex in tag(pair["text"], "2019-12-11")] == pair["times"]


def test_there_are_enough():
    """As many decoys as the expressions that tests and rules hold as examples, or more."""
    said = tomllib.loads((_FOLDER.parent / "expressions.toml").read_text("utf-8"))["case"]
    positives = sum(len(case["found"]) for case in said) + sum(len(rule.examples) for rule in RULES)
    assert sum(map(len, _CLASSES.values())) + len(_PAIRS) >= positives
    sentences = [sentence for some in _CLASSES.values() for sentence in some]
    assert len(sentences) == len(set(sentences))
