"""Sentences by offset: where they end, where they do not, and what that costs."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.text import sentences
from chronology.text.sentences import split

SPLITS = [  # sentences separated by " | ", which stands for one space
    "It rained. | He left.",
    "Really? | Yes! | Good.",
    'He said "No." | Then he left.',
    "He said “No.” | Then he left.",
    "(It rained.) | He left.",
    "It ended in 1990.[3] | The next began.",
    "It ended [in 1990]. | The next began.",
    "It cost $3.5 million. | It sold for 2.75 euros.",
    "He lives in the U.S. | The climate is mild.",
    "He met the U.S. President. | They spoke.",
    "The U.S.-led force left. | It came back.",
    "On Dec. 10 they met. | On Jan. 3, 2020 they parted.",
    "They met in Dec. | The talks failed.",
    "Gen. Smith met Sen. Jones, Rep. Brown and Dr. Who. | All agreed.",
    "The court ruled in Harlow v. Denton that it fell. | All agreed.",
    "It was built under Charles V. | The king left.",
    "J. R. R. Tolkien and George W. Bush never met. | They could not.",
    "It is Plan B. | The first failed.",
    "It began at 9 a.m. | Nobody came.",
    "It began at 9 a.m. Eastern time. | Nobody came.",
    "Acme Inc. shares fell. | Widget Corp. rose.",
    "Acme Inc. Chairman Jones left. | He was tired.",
    "He works for Acme Inc. | It is a large firm.",
    "See No. 5 in the list. | There are more.",
    "The answer was no. | He left.",
    "It was the third vs. the fourth. | The third won.",
    "They brought food, water, etc. | Nobody was hungry.",
    "Wait... | Who goes there?",
    "He paused ... and went on. | Then he stopped.",
    "He shouted! then he left. | It was over.",
    "At www.example.com. you find it. | It is free.",
    "Version 2.0.1 is out. | Get it.",
    "Article 5.2 applies. | So does 5.3.",
    "Mr. and Mrs. Brown came. | They stayed.",
    "In St. Petersburg it snowed. | In Ft. Worth it did not.",
    "The treaty expires Feb. 5, 2021. | No extension is agreed.",
    "He was born on Sept. 3. | She was born in Oct. 1950.",
    "It was over by 10 p.m. Monday. | Then all slept.",
    "It rose to 2.5. | Exports fell.",
    "It was after World War I. | Germany lost it.",
    "They met in 2019. | Exports fell.",
    "He works at example.com. | Google bought it.",
    "See Fig. 3 and p. 12. | It shows more.",
    "He left.\n\nThey stayed. | It rained.",
]


@pytest.mark.parametrize("marked", SPLITS)
def test_sentences_end_where_a_reader_ends_them(marked):
    text = marked.replace(" | ", " ")
    expected = [part for block in marked.split("\n\n") for part in block.split(" | ")]

    assert [span.of(text) for span in split(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("word", ["word"]),
        ("A Heading\n\nThe text begins.", ["A Heading", "The text begins."]),
        ("A Heading\r\n\r\nThe text begins.", ["A Heading", "The text begins."]),
        ("A Heading\n   \nThe text begins.", ["A Heading", "The text begins."]),
        ("A line that is\nwrapped. It goes\non.", ["A line that is\nwrapped.", "It goes\non."]),
        ("Items:\n- one\n- two\n", ["Items:", "- one", "- two"]),
        ("Items:\n• one\n• two", ["Items:", "• one", "• two"]),
        ("1. First point.\n2. Second point.", ["1. First point.", "2. Second point."]),
        ("page one\fpage two", ["page one", "page two"]),
        ("彼は来た。彼女は帰った！本当？", ["彼は来た。", "彼女は帰った！", "本当？"]),  # noqa: RUF001
        (
            "it rained. he left on dec. 10. she met gen. smith.",
            ["it rained.", "he left on dec. 10.", "she met gen. smith."],
        ),
        (
            "IT RAINED. HE LEFT ON DEC. 10. SHE MET GEN. SMITH.",
            ["IT RAINED.", "HE LEFT ON DEC. 10.", "SHE MET GEN. SMITH."],
        ),
        ("Он пришёл. Она ушла.", ["Он пришёл.", "Она ушла."]),
        ("He said:\n\n\n\n“No.”", ["He said:", "“No.”"]),
        (
            "\N{REPLACEMENT CHARACTER} broken \ud800. Next one.",
            ["\N{REPLACEMENT CHARACTER} broken \ud800.", "Next one."],
        ),
        ("\N{GRINNING FACE} smiles. He too.", ["\N{GRINNING FACE} smiles.", "He too."]),
    ],
)
def test_lines_lists_and_other_scripts(text, expected):
    assert [span.of(text) for span in split(text)] == expected


ALPHABET = st.sampled_from(
    [*"aA1 .?!\n\"')]—-…。\f\0\ud800\u2028", "U.S.", "Mr.", "Dec. ", "[1]", "\r\n", "\N{BEETLE}"]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join) | st.text(max_size=80))
def test_every_visible_character_lies_in_exactly_one_span(text):
    spans = split(text)

    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(not span.of(text)[0].isspace() and not span.of(text)[-1].isspace() for span in spans)
    assert "".join(re.sub(r"\s", "", span.of(text)) for span in spans) == re.sub(r"\s", "", text)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([row.replace(" | ", " ") for row in SPLITS]), min_size=1, max_size=6))
def test_paragraphs_are_split_each_by_itself(paragraphs):
    whole = "\n\n".join(paragraphs)

    assert [span.of(whole) for span in split(whole)] == [
        span.of(paragraph) for paragraph in paragraphs for span in split(paragraph)
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        ".",
        "a. ",
        "U.S. ",
        "Mr. ",
        '"',
        "\n ",
        " ",
        "[1",
        ".[1",
        ".[",
        "!? ",
        "...",
        "—",
        "1. ",
        "\n- ",
        "x\n",
    ],
)
def test_twice_the_text_is_twice_the_work(unit, monkeypatch):
    assert _work(unit * 4000, monkeypatch) <= 2 * _work(unit * 2000, monkeypatch) + 50


def _work(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Count the places that are judged, each by a bounded stretch of text, and the characters handed out."""
    judged = 0
    ends_sentence = sentences._ends_sentence

    def counting(text: str, place: re.Match[str], *, is_lower: bool) -> bool:
        nonlocal judged
        judged += 1
        return ends_sentence(text, place, is_lower=is_lower)

    with monkeypatch.context() as patch:
        patch.setattr(sentences, "_ends_sentence", counting)
        return sum(span.end - span.start for span in split(text)) + judged
