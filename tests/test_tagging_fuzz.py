"""Whatever the text, tagging answers, and its answers hold (the long run is benchmarks/fuzz_tagging.py)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.tagging import MODES, tag
from tests.fuzzing import ODD, PUBLISHED, Generator, problem, run, shorten, words

_PIECES = st.one_of(
    st.sampled_from(words()),
    st.sampled_from(ODD),
    st.sampled_from((" ", ", ", ".", "-", "/", ":", "'", "\n\n", '"')),
    st.integers(0, 10**12).map(str),
    st.text(st.characters(codec=None), max_size=4),
)
_TEXTS = st.one_of(st.lists(_PIECES, max_size=25).map(" ".join), st.lists(_PIECES, max_size=25).map("".join))


@given(text=_TEXTS, published=st.sampled_from(PUBLISHED), mode=st.sampled_from(MODES))
@settings(max_examples=300, deadline=None)
def test_any_text_is_answered(text, published, mode):
    assert problem(text, published, mode) is None


@pytest.mark.parametrize("seed", range(3))
def test_generated_texts_are_answered(seed):
    counts, examples, characters = run(200_000, seed)
    assert characters >= 200_000
    assert not counts, examples


@given(seed=st.integers(0, 2**32), published=st.sampled_from(PUBLISHED))
@settings(max_examples=40, deadline=None)
def test_the_same_text_gets_the_same_answer(seed, published):
    text = Generator(seed).text()
    assert tag(text, published) == tag(text, published)


def test_a_failing_text_is_shortened():
    assert shorten("aaaa bbb x cc", lambda text: "x" in text) == "x"
