"""Passages and lists: whose year a date takes, fiscal years, histories told in a few sentences."""

import pytest

from chronology.tagging import tag


def _values(text, published, mode="auto"):
    return [timex.value for timex in tag(text, published, mode=mode)]


@pytest.mark.parametrize("text", ["Profit rose in fiscal 2019.", "Profit rose in FY2019."])
def test_a_fiscal_year_need_not_be_the_year_of_the_calendar(text):
    (timex,) = tag(text, "2019-12-11")
    assert (timex.value, timex.edtf) == ("2019", "[2018-02..2020-03]")
    assert "need not begin in January" in timex.because


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "It began on 3 May 1874 and lasted until the fall of the port in June 1875. In July it rained.",
            ["1874-05-03", "1875-06", "1874-07"],
        ),
        (
            "It began on 3 May 1874. A paper declassified in 1905 says that it ended on 4 June.",
            ["1874-05-03", "1905", "1874-06-04"],
        ),
        (
            "It began on 3 May 1874. Men were kept for a planned campaign in 1876. It fell on 4 June.",
            ["1874-05-03", "1876", "1874-06-04"],
        ),
    ],
)
def test_a_date_that_is_only_looked_at_does_not_move_the_story(text, values):
    assert _values(text, "2015", "narrative") == values


def test_the_fiscal_year_of_the_united_states_begins_in_october():
    (year,) = tag("Congress added money for fiscal 2019.", "2019-12-11")
    assert year.edtf == "2018-10/2019-09"
    assert "“Congress” suggests that of the United States" in year.because


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The siege began on 2 February 1642. In March it fell. He fled on Easter Monday.", "1642-04-21"),
        ("In 1889 the mill burned. They rebuilt it by the end of the year.", "1889"),
        # not where anything is of the time of writing
        ("The pact was signed in May 1960. On January 25 the ministry has sent a notice.", "2013-01-25"),
        ("The pact was signed in May 1960. It expires in July.", "2013-07"),
        ("The pact was signed in May 1960. He left on Monday.", "2013-05-20"),
    ],
)
def test_a_short_text_of_long_ago_is_a_history(text, last):
    assert _values(text, "2013-05-20")[-1] == last


def test_a_year_heads_the_days_of_a_list():
    text = "2013\nJanuary 14: Troops land.\nMarch 24: Shelling resumes.\n" + "May 2: A pause.\n" * 4
    assert _values(text + "June 7: A truce is due.\nHe left in August.", "2013-05-20")[1:] == [
        "2013-01-14",
        "2013-03-24",
        *["2013-05-02"] * 4,
        "2013-06-07",
        "2012-08",
    ]


def test_the_head_of_a_line_is_where_its_line_stands():
    text = "7 April 1998: It expires. Talks had failed.\n12 May 2000: Peru sues. Chile objects the same day."
    assert _values(text, "2012-05-20")[-1] == "2000-05-12"


def test_a_bare_day_is_of_the_month_of_a_week():
    assert (
        _values("They voted in the first week of May 1908. It was over on the 17th.", None)[-1]
        == "1908-05-17"
    )


def test_last_year_with_a_day_counts_from_the_writing_in_histories_too():
    text = "In 1903 he sued. On 4 May 1905 he lost. In 1908 he tried again. On 10 October last year it ended."
    assert _values(text, "2013-05-20", "narrative")[-1] == "2012-10-10"


def test_an_outlook_is_not_where_the_story_stands():
    text = "In 1921 she took office. She was to serve until 1939. The statute of that summer stands."
    assert _values(text, "2015", "narrative") == ["1921", "1939", "1921-SU"]


def test_a_year_before_the_first_is_left_undated_with_a_reason():
    *_, last = tag("Jun quarter9year-earlier third quarter", "0001")
    assert last.unresolved
    assert "left without a date" in last.because


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("X filed it on 4 May 2006. The court turned it down on 13 July.", ["2006-05-04", "2006-07-13"]),
        ("It was signed on 4 May 2006. They left on 20 May.", ["2006-05-04", "2011-05-20"]),
        ("It fell on 3 June 1912. In September the river froze.", ["1912-06-03", "1912-09"]),
        (
            "It fell on 3 June 1912. In September it froze, and by January none were left.",
            ["1912-06-03", "1912-09", "1913-01"],
        ),
        ("It fell on 3 June 1912. The next Sunday a mass was held.", ["1912-06-03", "1912-06-09"]),
        ("It fell on 3 June 1912. Next spring they marched home.", ["1912-06-03", "1913-SP"]),
        ("It met on Monday, 3 June 1912. On Wednesday it voted.", ["1912-06-03", "1912-06-05"]),
        ("It fell on 3 June 1912. On Wednesday a plaque was unveiled.", ["1912-06-03", "2011-05-25"]),
        ("She was born in May 1894, went up in 1913 and left four years later.", ["1894-05", "1913", "1917"]),
        ("They met in May 1911. He fell in 1913. She died a week later.", ["1911-05", "1913", "1913-WXX"]),
    ],
)
def test_a_case_of_years_ago_goes_on_where_tense_forbids_the_date_ahead(text, values):
    assert _values(text, "2011-05-28", "news") == values


def test_deictic_words_in_a_history_count_from_its_writing():
    text = "In 1974 it fell. Work should begin next spring. Last year he said so. It will open in August."
    assert _values(text, "2015-05-20", "narrative") == ["1974", "2016-SP", "2014", "2015-08"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # "not until" says when it came
        (
            "It began on 17 July 1864. They did not arrive until 9 August; he had left the previous day.",
            ["1864-07-17", "1864-08-09", "1864-08-08"],
        ),
        # the story is in the year told last, whatever its sentence looks back at
        (
            "They met on 3 May 1910. In January 1912 he cited a law of 1 July 1909. It failed a month later.",
            ["1910-05-03", "1912-01", "1909-07-01", "1912-02"],
        ),
        # what lies ahead counts from what lies ahead
        (
            "It has until June 12 to rule. The campaign opens two days later.",
            ["2013-06-12", "2013-06-14"],
        ),
        ("He will call on Tuesday before flying home the same evening.", ["2013-05-21", "2013-05-21TEV"]),
        # a plan that something is done about is the nearest
        ("A flight, planned for 9 May, had to be cancelled.", ["2013-05-09"]),
        # from a plan only plans count
        ("It is due on 21 July, and he hopes to sum up the day after.", ["2013-07-21", "2013-07-22"]),
        (
            "He sent a text on May 2 that would end it by July 30. They rejected it the following day.",
            ["2013-05-02", "2013-07-30", "2013-05-03"],
        ),
        ("It is scheduled for 21 July. It will stop at the end of that month.", ["2013-07-21", "2013-07"]),
        ("He will be there on Wednesday and Thursday.", ["2013-05-22", "2013-05-23"]),
        # another paragraph is another passage
        (
            "It sank in 1996, was raised in 1998 and in 2001 it burned.\nHe paid in March, and left.",
            ["1996", "1998", "2001", "2013-03"],
        ),
    ],
)
def test_what_a_date_counts_from(text, values):
    assert _values(text, "2013-05-20") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "She sailed in May 1910. In September it froze. Land was reached on 2 January.",
            ["1910-05", "1910-09", "1911-01-02"],
        ),
        ("It burned on Boxing Day 1903; by Easter it was rebuilt.", ["1903-12-26", "1904-04-03"]),
        (
            "They left on 2 December 1911. Their guide had sailed there in 1901. In March he was lost.",
            ["1911-12-02", "1901", "1912-03"],
        ),
        ("It burned in September 1903. In May it had been insured.", ["1903-09", "1903-05"]),
    ],
)
def test_a_story_goes_forward_over_the_turn_of_the_year(text, values):
    assert _values(text, None) == values


def test_a_history_looks_ahead_from_its_writing():
    text = "It was built in 1902, rebuilt in 1911 and 1924, and sold in 1951. It will run again this summer."
    assert _values(text, "2013-05-20", "narrative")[-1] == "2013-SU"
