# ruff: noqa: E501 - one sentence a line reads better than sentences broken up
"""Distances from events that the text dates, bounds of "nearly", and the year a history goes on in."""

import pytest

from chronology.tagging import tag


@pytest.mark.parametrize(
    ("text", "said", "value", "label"),
    [
        ("The vote was held on 3 May 2018. The day before the vote, he left.", "The day before", "2018-05-02", "the vote"),
        (
            "The summit opened in Oslo on 3 March 2019. Three days after the summit, they left.",
            "Three days after",
            "2019-03-06",
            "the summit",
        ),
        ("Two weeks before the election, set for 12 May 2020, he left.", "Two weeks before", "2020-W18", "the election"),
        ("On 5 May 2018, the trial began. He fled two days before the trial began.", "two days before", "2018-05-03", "the trial"),
        ("The vote will be held on Sunday. Two days before the vote, he leaves.", "Two days before", "2019-12-13", "the vote"),
    ],
)  # fmt: skip
def test_counts_from_an_event_that_the_text_dates(text, said, value, label):
    timex = next(timex for timex in tag(text, "2019-12-11") if timex.text == said)
    assert timex.value == value
    assert timex.anchor.label == f"event:{label}"
    assert f"“{label}”" in timex.because


@pytest.mark.parametrize(
    "text",
    [
        "The day before the vote, he left.",
        "The summit was announced on 3 March 2019. Three days after the summit, they left.",
        "A vote was held on 3 May 2018 and another vote was held on 5 June 2018. The day before the vote he left.",
        "Before the vote, on 2 December 2019, he spoke. The day before the vote he left.",
    ],
)
def test_an_event_without_one_sure_date_gives_none(text):
    timex = next(timex for timex in tag(text, "2019-12-11") if "day" in timex.text)
    assert timex.period is None


@pytest.mark.parametrize(
    ("text", "value", "edtf", "words"),
    [
        (
            "nearly a year and a half ago",
            "2018-06",
            "[2018-06-01..2019-12-11]",
            "a little less than a year and a half before",
        ),
        ("almost five years ago", "2014", "[2014-12-11..2019-12-11]", "a little less than 5 years before"),
        ("over two years ago", "2017-12", "[..2017-12]", "more than 2 years before"),
        ("just under two years ago", "2017-12", "[2017-12-11..2019-12-11]", "less than 2 years before"),
    ],
)
def test_nearly_is_a_little_later_than_that(text, value, edtf, words):
    (timex,) = tag(f"He left {text}.", "2019-12-11")
    assert (timex.value, timex.edtf) == (value, edtf)
    assert words in timex.because


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 9 April 1703 the city fell. In November 1708 a statue was raised there. On 15 April the war ended.", "1703-04-15"),
        ("The war began on 9 April 1703. It was the end of 1709 before he wrote of it. In June they left.", "1709-06"),
        ("He came on 20 May 1706 after the peace of December 1705. On 23 November he left.", "1706-11-23"),
        ("In November 1708 the war began. In January they left.", "1709-01"),
        ("On 14 April 1705 the king died. On 6 April the town had fallen.", "1705-04-06"),
    ],
)  # fmt: skip
def test_a_history_goes_on_where_it_was_before_an_aside(text, value):
    assert tag(text, "2009", mode="narrative")[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales in the quarter ended March 31 fell.", "2019-Q1"),
        ("Sales in the quarter ended Oct. 31, 2018 fell.", "2018-Q4"),
        ("Sales rose in the third quarter of 2017. In the quarter ended Aug. 31 costs fell.", "2017-Q3"),
    ],
)
def test_a_quarter_is_the_one_of_the_day_it_ended(text, value):
    assert next(timex.value for timex in tag(text, "2019-12-11") if timex.text == "the quarter") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote is on Sunday.", "2019-12-15"),
        ("The two candidates hold their first debate on Friday.", "2019-12-13"),
        ("The judge adjourned a related case to September 4.", "2020-09-04"),
        ("Until Thursday, they had not called him.", "2019-12-05"),
    ],
)
def test_tense_tells_the_side(text, value):
    assert tag(text, "2019-12-11")[-1].value == value


def test_a_reason_names_no_cue_that_points_the_other_way():
    (timex,) = tag("He paid no heed until 27 October.", "2019-12-11")
    assert timex.value == "2019-10-27"
    assert "until" not in timex.because


def test_time_given_is_a_length():
    assert [timex.value for timex in tag("It gave the court a week to decide.", "2019-12-11")] == ["P1W"]
    assert tag("It gave the court a week to decide.", "2019-12-11")[0].type == "DURATION"
