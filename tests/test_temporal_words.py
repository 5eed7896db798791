"""Dates in words: what a reader sees, and that it never says more than the date."""

import re
from datetime import date

import pytest
from hypothesis import given, settings

from chronology.model import Granularity
from chronology.temporal import periods
from chronology.temporal.edtf import parse
from chronology.temporal.words import describe, precision
from tests.test_temporal_edtf import BEYOND, LEVEL_0, LEVEL_1, LEVEL_2, values

D = date.fromisoformat


@pytest.mark.parametrize(
    ("value", "words", "unsaid"),
    [
        ("2019-12-10", "10 December 2019", ""),
        ("2021-02", "February 2021", "day not stated"),
        ("2014", "2014", "month and day not stated"),
        ("0045", "AD 45", "month and day not stated"),
        ("-0299", "300 BC", "month and day not stated"),
        ("-0043-03-15", "15 March 44 BC", ""),
        ("0000", "1 BC", "month and day not stated"),
        ("Y170000002", "the year 170,000,002", "month and day not stated"),
        ("Y-17E7", "the year -17E7", "month and day not stated"),
        ("1950S2", "about 1950 (1900 to 1999)", "year not stated"),
        ("199X", "the 1990s", "year not stated"),
        ("19XX", "the 20th century", "year not stated"),
        ("20XX", "the 21st century", "year not stated"),
        ("10XX", "the 11th century", "year not stated"),
        ("1XXX", "the 2nd millennium", "year not stated"),
        ("-01XX", "the 2nd century BC", "year not stated"),
        ("1X9X", "a year from 1090 to 1999", "year not stated"),
        ("XXXX-12-10", "10 December, year not stated", "year not stated"),
        ("XXXX-12-XX", "December, year not stated", "year not stated"),
        ("156X-12-25", "25 December in the 1560s, year not stated", "year not stated"),
        ("2004-XX", "a month not stated in 2004", "month and day not stated"),
        ("2004-07-XX", "a day not stated in July 2004", "day not stated"),
        ("2004-XX-XX", "a day not stated in 2004", "month and day not stated"),
        ("2004-XX-15", "the 15th of a month not stated in 2004", "month and day not stated"),
        ("1984-1X", "some day from 1 October 1984 to 31 December 1984", "month and day not stated"),
        ("2019-21", "spring 2019", "month and day not stated"),
        ("2019-24", "winter 2019/20", "month and day not stated"),
        ("2019-31", "autumn 2019 (southern)", "month and day not stated"),
        ("2019-35", "the third quarter of 2019", "month and day not stated"),
        ("2019-38", "the second third of 2019", "month and day not stated"),
        ("2019-40", "the first half of 2019", "month and day not stated"),
        ("201X-21", "spring in the 2010s, year not stated", "year not stated"),
        ("XXXX-21", "spring, year not stated", "year not stated"),
        ("1990~", "about 1990", "approximate, month and day not stated"),
        ("1990?", "perhaps 1990", "uncertain, month and day not stated"),
        ("1990-05-01%", "perhaps about 1 May 1990", "approximate, uncertain"),
        ("2004-06~-11", "about 11 June 2004", "approximate"),
        ("2016-10/2017-01", "October 2016 to January 2017", "days not stated"),
        ("2019-12-09/2019-12-11", "9 to 11 December 2019", ""),
        ("2019-03/2019-05", "March to May 2019", "days not stated"),
        ("2011/..", "from 2011 on", "month and day not stated"),
        ("2011/", "from 2011 (end not known)", "month and day not stated"),
        ("../2018-06", "until June 2018", "days not stated"),
        ("/2018-06", "until June 2018 (start not known)", "days not stated"),
        ("../..", "at a time not stated", "date not stated"),
        ("1990~/1995", "about 1990 to 1995", "approximate, month and day not stated"),
        ("[..2018-06]", "some time before July 2018", "exact date not known"),
        ("[..2018-12]", "some time before January 2019", "exact date not known"),
        ("[..2017]", "some time before 2018", "exact date not known"),
        ("[..2019-12-11]", "11 December 2019 or earlier", "exact date not known"),
        ("[2020-12-11..]", "11 December 2020 or later", "exact date not known"),
        ("[2020-12..]", "December 2020 or later", "exact date not known"),
        ("[2020-12..2021-04]", "some time between December 2020 and April 2021", "exact date not known"),
        ("[2018-03..2018-06]", "some time between March and June 2018", "exact date not known"),
        ("[2019-12-10,2019-12-11]", "10 December 2019 or 11 December 2019", "exact date not known"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "exact date not known"),
        ("{1960,1961-12}", "1960 and December 1961", "month and day not stated"),
        ("{..1984}", "all times until 1984", "month and day not stated"),
        ("2004-01-01T10:10:10Z", "1 January 2004", ""),
    ],
)
def test_a_value_reads_like_english(value, words, unsaid):
    period = parse(value)

    assert describe(period) == words
    assert precision(period) == unsaid


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (periods.week(2019, 32), "the week of 5 to 11 August 2019"),
        (periods.weekend(2019, 5), "the weekend of 2 and 3 February 2019"),
        (periods.approximate(periods.week(2019, 32)), "about the week of 5 to 11 August 2019"),
        (periods.vague(D("2019-12-11"), None), "at a time not stated, not before 11 December 2019"),
        (periods.vague(None, D("2019-12-11")), "at a time not stated, not after 11 December 2019"),
        (
            periods.vague(D("2019-12-11"), D("2020-12-10")),
            "at a time not stated, between 11 December 2019 and 10 December 2020",
        ),
        (periods.vague(D("2019-12-11"), D("2019-12-11")), "at a time not stated, about 11 December 2019"),
        (periods.vague(None, None), "at a time not stated"),
        (periods.interval(periods.week(2019, 32), periods.week(2019, 33)), "5 to 18 August 2019"),
        (
            periods.intersect(periods.week(2019, 5), periods.month(2019, 2)),
            "some time between 1 and 3 February 2019",
        ),
    ],
)
def test_what_edtf_cannot_say_is_said_too(period, words):
    assert describe(period) == words


@pytest.mark.parametrize("value", [row[0] for row in LEVEL_0 + LEVEL_1 + LEVEL_2 + BEYOND])
def test_every_clause_of_the_standard_has_words(value):
    words = describe(parse(value))

    assert words
    assert words == " ".join(words.split())
    assert not re.search(r"X\b|\.\.|[\[\]{}]", words)


@settings(max_examples=500, deadline=None)
@given(values)
def test_words_never_invent_a_day_or_a_month(value):
    period = parse(value)
    words = describe(period)

    if period.granularity is Granularity.YEAR and "-" not in value.lstrip("-"):
        assert not re.search("January|February|March|April|May|June|July|August|October|December", words)
    if period.granularity is Granularity.MONTH and value.count("-") <= 1:
        assert not re.search(r"\b\d{1,2} [A-Z]", words)
