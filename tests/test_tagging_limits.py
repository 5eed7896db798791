"""Tagging's cost grows with the length of the text and no faster, and bad input is answered, not refused.

Cost is counted in calls made, not in seconds, so that a busy machine changes nothing. Work inside one regular
expression is not seen that way; for those a generous bound on the growth of time stands beside it.
"""

import re
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from types import FrameType

import pytest

from chronology.expressions.grammar import grammar
from chronology.expressions.pattern import translate
from chronology.expressions.rules import RULES
from chronology.model import Period
from chronology.tagging import MODES, resolve, stream, tag
from tests.fuzzing import PUBLISHED, Generator, problem, words

SMALL, GROWTH = 1_500, 4
REPEATED = {
    "last last last": "last ",
    "slashes": "1/",
    "digits": "7",
    "digits and commas": "7,",
    "dotted digits": "1.",
    "clock": "1:",
    "hyphenated years": "2019-",
    "opening quotes": "“",
    "nested quotes": "“he said ‘",  # noqa: RUF001 - quotation marks
    "straight quotes": '"',
    "quoted": 'He said "it opens Monday". ',
    "articles": "the ",
    "lists of days": "May 3, 4 and ",
    "lists of years": "1957, 58, ",
    "years before our era": "493, ",
    "shared month": "1, 2 and 3 May ",
    "of of of": "the end of ",
    "nested shifts": "the day before ",
    "nth of nth": "the first Monday of ",
    "halves": "half a ",
    "amounts": "one hundred and ",
    "approximations": "a little more than ",
    "possessives": "this year's ",
    "months": "July ",
    "months, nothing between": "July",
    "ago": "two weeks ago ",
    "no words": "\n",
    "sentence ends": "A. ",
    "sentences": "It fell on May 3. ",
    "one long sentence": "and the council would meet again on Monday with the others ",
    "combining": "e\u0301",
    "astral": "\U0001f600\U0001d7da",
    "right to left": "שלום ",
    "surrogates": "\ud800",
    "nul": "\x00",
}


def calls(text: str, mode: str = "auto") -> int:
    """Return how many function calls (Python's and C's) it takes to tag `text`."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        tag(text, "2019-12-11", mode=mode)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED.keys())
def test_repetition_costs_no_more_than_its_length(unit):
    small = unit * (SMALL // len(unit))
    for mode in MODES:
        tag(small, "2019-12-11", mode=mode)  # whatever is made once is made now
        assert calls(small * GROWTH, mode) <= calls(small, mode) * GROWTH * 1.1 + 500


@pytest.mark.parametrize("unit", ["July ", "May, ", "recent ", "Monday\n", "1990 "])
def test_a_word_said_over_and_over_is_no_time(unit):
    assert not tag(unit * 40, "2019-12-11")
    (found,) = tag(f"{unit * 40}It fell on 3 May 2019.", "2019-12-11")
    assert found.value == "2019-05-03"


def test_different_words_in_a_row_are_times():
    assert len(tag("on Monday, on Friday, " * 20, "2019-12-11")) == 40
    assert len(tag(", ".join(map(str, range(1970, 2010))), "2019-12-11")) == 40


def test_no_trigger_word_costs_more_when_repeated():
    growth = {}
    for word in words():
        small = f"{word} " * 60
        tag(small, "2019-12-11")
        growth[word] = calls(small * GROWTH) / (calls(small) + 100)
    assert {word: ratio for word, ratio in growth.items() if ratio > GROWTH * 1.2} == {}


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED.keys())
def test_time_grows_with_length(unit):
    """Eight times the text may take eight times as long, or (on a busy machine) four times that."""
    small = unit * (SMALL // len(unit))
    assert seconds(small * 8) <= 32 * seconds(small) + 0.1


def seconds(text: str) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        tag(text, "2019-12-11")
        times.append(time.process_time() - start)
    return min(times)


def test_a_sentence_of_a_million_characters():
    text = "on 9 May 2019 the council, which had met before, spoke of it again, " * 15_000
    found = tag(text, "2019-12-11")
    assert len(found) == 15_000
    assert {timex.value for timex in found} == {"2019-05-09"}
    assert all(text[timex.start : timex.end] == timex.text for timex in (found[0], found[-1]))


def test_a_hundred_thousand_digits_are_no_date():
    assert tag("9" * 100_000, "2019-12-11") == ()


def story(paragraphs: int) -> Iterator[str]:
    """Yield the lines of a long text in which dates lean on earlier ones."""
    for number in range(paragraphs):
        yield f"On {number % 28 + 1} March {1900 + number % 90} the council met again, as it had before.\n"
        yield "“We shall vote two days later”, said its head. They did so in May, and the\n"
        yield "following year it was over.\n\n"


def test_a_stream_gives_what_the_whole_text_gives():
    text = "".join(story(2_000))
    assert len(text) > 4 * 65_536
    assert list(stream(story(2_000), "2019-12-11")) == list(tag(text, "2019-12-11"))


def test_a_stream_is_read_in_bounded_memory():
    peaks = []
    for paragraphs in (1_000, 3_000):
        tracemalloc.start()
        deque(stream(story(paragraphs), "2019-12-11"), maxlen=0)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_patterns_have_no_repetition():
    """A rule's pattern matches at most as many pieces as it is long, so none can backtrack over the text."""
    for rule in RULES:
        source, _ = translate(rule.pattern, grammar().lexicon, {})
        assert not {"*", "+"} & set(_bare(source)), rule.name


def _bare(pattern: str) -> str:
    """Return a regular expression without its escapes and classes."""
    bare: list[str] = []
    inside = escaped = False
    for char in pattern:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif inside:
            inside = char != "]"
        elif char == "[":
            inside = True
        else:
            bare.append(char)
    return "".join(bare)


@pytest.mark.parametrize("text", REPEATED.values(), ids=REPEATED.keys())
def test_repetition_is_answered_for_every_publication_date(text):
    assert [problem(text * 8, published, "auto") for published in PUBLISHED] == [None] * len(PUBLISHED)


DENSE = [
    "July, June, ", "last week ", "Monday, Friday, ", "two weeks ago ", "May 3, 2019 ", "May 3 ",
    "this year's ", "autumn, spring, ", "the 1990s ", "10:30 p.m. ", "every day ",
]  # fmt: skip


@pytest.mark.parametrize("unit", DENSE)
def test_an_expression_among_nothing_else_costs_about_what_one_of_a_story_costs(unit):
    """Its neighbours are looked at, but never the whole of what was found before."""
    costs = []
    for text in ("".join(story(20)), unit * 200):
        found = tag(text, "2019-12-11")
        costs.append(calls(text) / len(found))
    assert costs[1] <= 4 * costs[0]


IMPOSSIBLE = [
    "February 30", "February 30, 2019", "30 February 2019", "February 29, 2019", "June 31", "31 April 2018",
    "2019-02-30", "2019-13-01", "2019-00-10", "31/31/2019", "0/0/2019", "2019-02-29", "April 31, 2020",
    "31 November 44 BC", "February 30, 2020", "32 May 2019", "May 32",
]  # fmt: skip


@pytest.mark.parametrize("expression", IMPOSSIBLE)
def test_a_day_that_does_not_exist_is_never_given_another(expression):
    """It is unresolved with a reason, or only its possible part is read: a month or a year, never a day."""
    text = f"It was to be signed on {expression}, he said."
    for timex in (timex for published in PUBLISHED for timex in tag(text, published)):
        if timex.unresolved is None and timex.period is not None:
            assert not timex.period.is_day, (timex.text, timex.value)
        else:
            assert timex.because


BEYOND = [
    "a billion years ago", "10000 centuries ago", "9999 years ago", "in 8000 years", "five million days ago",
    "999 millennia ago", "a thousand centuries later", "400000 weeks earlier", "in 99999 months",
    "year 0", "year 99999", "in the year 123456", "99999 BC", "0 AD", "24 billion hours ago",
]  # fmt: skip


@pytest.mark.parametrize("expression", BEYOND)
def test_beyond_the_calendar_is_said_not_invented(expression):
    text = f"It formed {expression}, they think."
    for published, mode in product(PUBLISHED, MODES):
        assert problem(text, published, mode) is None, published
        dates = [timex for timex in tag(text, published, mode=mode) if timex.type == "DATE"]
        assert all(timex.period is None or _within_calendar(timex.period) for timex in dates)


def _within_calendar(period: Period) -> bool:
    """Whether the EDTF value names years of four digits at most, or says by its Y that it has more."""
    return all(len(year) <= 4 for year in re.findall(r"(?<!Y)(?<!Y-)(?<!\d)\d{4,}", period.edtf))


NEEDS_A_DATE = ["yesterday", "last May", "two weeks ago", "next year", "on Monday", "the following week"]


@pytest.mark.parametrize("expression", NEEDS_A_DATE)
def test_without_a_publication_date_relative_words_stay_unresolved(expression):
    timex = resolve(expression)
    assert timex.period is None
    assert timex.unresolved


@pytest.mark.parametrize(
    ("expression", "published"),
    [
        ("yesterday", "2019-12"),
        ("on Monday", "2019"),
        ("tomorrow", "2019"),
        ("two days ago", "2019-12"),
        ("last week", "2019"),
    ],
)
def test_a_coarse_publication_date_gives_no_day(expression, published):
    timex = resolve(expression, published)
    assert timex.period is None or not timex.period.is_day


@pytest.mark.parametrize(
    ("expression", "published", "value"),
    [
        ("yesterday", "1500-03-01", "1500-02-28"),
        ("yesterday", "1582-10-15", "1582-10-14"),
        ("last year", "0002-05-05", "0001"),
        ("tomorrow", "2999-12-31", "3000-01-01"),
        ("next month", "9998-12-01", "9999-01"),
    ],
)
def test_old_and_future_publication_dates_count_like_any(expression, published, value):
    """Days are proleptic Gregorian, before 1582 too."""
    assert resolve(expression, published).value == value


@pytest.mark.parametrize(
    ("expression", "published"), [("yesterday", "0001-01-01"), ("tomorrow", "9999-12-31")]
)
def test_the_ends_of_the_calendar(expression, published):
    timex = resolve(expression, published)
    assert timex.period is None
    assert timex.unresolved


def test_threads_do_not_disturb_each_other():
    texts = [Generator(seed).text() for seed in range(60)]
    alone = [tag(text, "2019-12-11") for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: tag(text, "2019-12-11"), texts)) == alone


def test_offsets_are_code_points():
    text = "\U0001f600\ud800e\u0301 שלום \x00 on 9 May 2019\u202e, and yesterday"
    found = tag(text, "2019-12-11")
    assert [timex.text for timex in found] == ["9 May 2019", "yesterday"]
    assert [text[timex.start : timex.end] for timex in found] == ["9 May 2019", "yesterday"]
