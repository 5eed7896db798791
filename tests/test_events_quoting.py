"""What is quoted of a sentence that never ends."""

from hypothesis import given
from hypothesis import strategies as st

from chronology.events.quoting import MOST, quotation
from chronology.model import Span


def test_a_sentence_is_quoted_whole() -> None:
    """Evidence is the exact sentence."""
    text = "It rained. The pact was signed on 4 May 2018. It lapsed."
    assert quotation(text, Span(11, 45), Span(24, 30)) == Span(11, 45)


@given(
    st.lists(st.sampled_from(["pact", "signed", "in", "May", "x" * 2000]), min_size=1, max_size=6),
    st.integers(min_value=0, max_value=599),
)
def test_of_an_endless_sentence_what_stands_around_the_trigger(pattern: list[str], place: int) -> None:
    """Short, within the sentence, around the trigger, and no word is cut where one could be spared."""
    words = (pattern * 600)[:600]
    text = " ".join(words)
    start = len(" ".join(words[:place])) + bool(place)
    trigger = Span(start, start + min(len(words[place]), 6))
    sentence = Span(0, len(text))
    found = quotation(text, sentence, trigger)
    assert sentence.contains(found)
    assert found.contains(trigger)
    assert found.end - found.start <= MOST or len(text) <= MOST
    if not any("x" in word for word in words):
        assert set(found.of(text).split()) <= set(words)


def test_the_expression_is_quoted_where_it_is_near() -> None:
    """The trigger comes first; a date too far away is left out."""
    text = "signed " + "and " * 100 + "May " + "and " * 1000 + "June"
    far, near = Span(len(text) - 4, len(text)), Span(407, 410)
    found = quotation(text, Span(0, len(text)), Span(0, 6), near, far)
    assert found.contains(near)
    assert not found.contains(far)
