"""The year and day of a story: ranges over a year's end, parts before their fuller date, reports, clocks."""

import pytest

from chronology.tagging import tag


def _values(text, published, mode="auto"):
    return [timex.value for timex in tag(text, published, mode=mode)]


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        (
            "It was fought between July 1864 and February 1865. It began on 17 July. In January they met.",
            "2010",
            ["1864-07", "1865-02", "1864-07-17", "1865-01"],
        ),
        (
            "In March 1945 they met. They had fought from October to March.",
            "2010",
            ["1945-03", "1944-10", "1945-03"],
        ),
        ("In March 1945 they met. They fought from May to July.", "2010", ["1945-03", "1945-05", "1945-07"]),
        ("They launched their main summer offensive in June 1942.", "2010", ["1942-SU", "1942-06"]),
        (
            "In autumn 1920 they marched. They spent the winter there. In spring they moved on.",
            "2010",
            ["1920-FA", "1920-WI", "1921-SP"],
        ),
    ],
)
def test_a_story_crosses_the_end_of_the_year(text, published, values):
    assert _values(text, published, "narrative") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales this year through August fell.", ["1999", "1999-08"]),
        ("Sales from January through August fell.", ["1999-01", "1999-08"]),
        ("The road is closed from November to March.", ["1999-11", "2000-03"]),
        ("May through August was dry.", ["1999-05", "1999-08"]),
        ("The fair runs Thursday to Sunday.", ["1999-11-04", "1999-11-07"]),
        ("The fair ran Thursday to Sunday.", ["1999-10-28", "1999-10-31"]),
        ("The trial opened on 17 January last year and resumed in April.", ["1998-01-17", "1998-04"]),
        ("The council voted on March 3, 4 and 7.", ["1999-03-03", "1999-03-04", "1999-03-07"]),
        ("It lapsed in May 1997. She wrote that year, last on 3 August.", ["1997-05", "1997", "1997-08-03"]),
        ("In the year-ago quarter, the second quarter, it lost money.", ["1998", "1998-Q2"]),
        ("He has been in jail since the autumn.", ["1998-FA"]),
        ("He was last seen Oct. 3, the day before the vote.", ["1999-10-03", "1999-10-03"]),
        ("Shares fell overnight.", ["1999-10-29TNI"]),
        ("It has risen a little since year-end.", ["1998"]),
        ("It will close by year-end.", ["1999"]),
        ("It will close by midyear.", ["2000"]),
        ("It was closed by midyear.", ["1999"]),
        ("He leaves next Sunday.", ["1999-11-07"]),
        ("He leaves next Tuesday.", ["1999-11-02"]),
        (
            "It began at 22:40 on 29 October. It ended six hours later.",
            ["1999-10-29T22:40", "1999-10-30T04:40"],
        ),
        ("Congress added money for fiscal 1999.", ["1999"]),
        ("Rain will spread overnight.", ["1999-10-30TNI"]),
    ],
)
def test_a_range_in_news_ends_after_it_begins(text, values):
    assert _values(text, "1999-10-30", "news") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1921 he fled. At the same time the port burned.", ["1921", "1921"]),
        ("It fell on 3 May 1921. At that time it had no wall.", ["1921-05-03", "1921-05-03"]),
        ("In the 1480s he lived in Rome. During this period he painted.", ["148", "148"]),
        ("It met from 1949 to 1956. During this period he painted.", ["1949", "1956", "PAST_REF"]),
        ("It met on 3 May 1949. During this period he painted.", ["1949-05-03", ""]),
    ],
)
def test_this_time_is_what_the_story_was_speaking_of(text, values):
    assert _values(text, None) == values


def test_a_report_stays_with_its_quarter_when_it_glances_at_an_earlier_one():
    text = "Acme posted a gain in third-quarter net. After a flat second quarter, sales rose from a year ago."
    assert _values(text, "1999-11-01", "news") == ["1999-Q3", "1999-Q2", "1998-Q3"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Its second-quarter profit fell. Sales rose in the quarter ended Sept. 30.",
            ["1999-Q2", "1999-Q3", "1999-09-30"],
        ),
        ("For the quarter ended Oct. 31, profit fell.", ["1999-Q4", "1999-10-31"]),
        ("For the quarter ended Dec. 31, profit fell.", ["1998-Q4", "1998-12-31"]),
    ],
)
def test_the_quarter_that_ended_on_a_day_is_the_one_of_that_day(text, values):
    assert _values(text, "1999-11-01", "news") == values


def test_a_past_clock_time_is_of_the_day_spoken_of():
    text = (
        "He was killed last Oct. 23. Neighbours knew him. He was shot at 10 p.m. as he stood in his kitchen."
    )
    assert _values(text, "1999-04-19", "news") == ["1998-10-23", "1998-10-23T22:00"]


def test_a_quoted_day_is_not_the_day_of_the_text():
    text = 'He said: "You had forgotten me on May 3." Voting begins at 14:30.'
    assert _values(text, "1999-06-10", "news") == ["1999-05-03", "1999-06-10T14:30"]


@pytest.mark.parametrize(
    ("words", "value", "mod", "edtf"),
    [
        ("later this year", "2019", "END", "[2019-12-11..2019-12-31]"),
        ("earlier this year", "2019", "START", "[2019-01-01..2019-12-11]"),
        ("the rest of the year", "2019", "END", "[2019-12-11..2019-12-31]"),
        ("earlier today", "2019-12-11", "START", "2019-12-11"),
        ("late last year", "2018", "END", "2018"),
    ],
)
def test_earlier_and_later_count_from_the_day_of_writing(words, value, mod, edtf):
    (timex,) = tag(f"It happened {words}.", "2019-12-11")
    assert (timex.value, timex.mod, timex.edtf) == (value, mod, edtf)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He left late last year.", "“late last year” is late in 2018"),
        ("He left late Wednesday.", "“late Wednesday” is late on 11 December 2019"),
        ("He left at the end of 2018.", "“the end of 2018” is the end of 2018"),
        ("He left earlier this month.", "is some time between 1 and 11 December 2019"),
        ("It ends at midnight on April 7.", "7 April 2020, at midnight, when it ends"),
        ("The second half of the nineteenth century was dry.", "is the second half of the 19th century"),
        ("He left this December.", "the one of the same year as the publication date"),
        ("It is due by Christmas.", "that is when Christmas falls nearest to"),
    ],
)
def test_the_sentence_says_which_part_is_meant(text, said):
    (timex,) = tag(text, "2019-12-11", mode="news")
    assert said in timex.because


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "March 2003 - Farmers sue the firm. In June it obtains a stay, lifted that December.",
            ["2003-03", "2003-06", "2003-12"],
        ),
        ("Early 2014: The court takes the case. Hearings begin on 9 September.", ["2014", "2014-09-09"]),
        ("Spring 2011 offensive\n\nThey moved in May.", ["2011-SP", "2011-05"]),
        ("Founded in 2003, the firm said in June that it would close.", ["2003", "2015-06"]),
    ],
)
def test_the_date_that_heads_an_entry_gives_its_year(text, values):
    assert _values(text, "2015-07-03", "news") == values


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("10 December 2019\n\nThe leaders met.", "PUBLICATION_TIME"),
        ("GENEVA, 10 December 2019 - The leaders met.", "PUBLICATION_TIME"),
        ("On 10 December 2019 the leaders met.", None),
    ],
)
def test_only_a_date_line_is_the_time_of_publication(text, function):
    (timex,) = tag(text, "2019-12-10")
    assert timex.function == function


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "A decade ago a court met. They said earlier this month they study payments made that year.",
            ["2006", "2016-10", "2006"],
        ),
        (
            "It was signed in May 2013. He said on Tuesday that it came late that year.",
            ["2013-05", "2016-10-11", "2013"],
        ),
        ("It was signed in May. That year was cold.", ["2016-05", "2016"]),
    ],
)
def test_that_year_is_the_year_told_not_the_year_of_writing(text, values):
    assert _values(text, "2016-10-12", "news") == values


def test_a_list_of_dates_does_not_make_a_history_of_the_text_around_it():
    text = """The court will rule in a case that farmers brought against the firm.

March 2003 - Farmers sue the firm.
May 2005 - A judge throws out the case.
June 2007 - The court of appeal takes the case.
Early 2014 - The court takes the case. Hearings begin on 9 September.

A ruling must come by 30 June, the minister said on Thursday."""
    assert _values(text, "2015-05-29")[4:] == ["2014-09-09", "2015-06-30", "2015-05-28"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 1792 they met. Three years earlier, in the summer of 1789, it began.", "1789"),
        ("In 1792 they met. A decade earlier, in 1781, it began.", "1781"),
        ("In 1956 he fled and was in Toronto by the end of the decade.", "195"),
    ],
)
def test_a_date_beside_a_distance_says_when_it_was(text, value):
    assert _values(text, "2018-02-22")[1] == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They meet every two years.", "again and again, every 2 years"),
        ("They meet on Sundays.", "again and again, every Sunday"),
        ("They meet twice a week.", "again and again, 2 times every week"),
        ("He left in July last year.", "it lies in 2017, which is counted from the publication date"),
        ("They met on Valentine's Day.", "that is when Valentine's Day falls"),
    ],
)
def test_the_sentence_has_words_for_sets_and_parts(text, said):
    (timex,) = tag(text, "2018-02-22", mode="news")
    assert said in timex.because


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In August they took the airport, which was lost ten days later.", ["2017-08", "2017-XX-XX"]),
        ("Fighting resumed in March 1872. A fortnight earlier the assembly met.", ["1872-03", "1872-WXX"]),
        (
            "They met on April 7.\n\n14:30 Voting begins.",
            ["2017-04-07", "2017-10-12T14:30"],
        ),
    ],
)
def test_what_is_known_of_a_day_is_said(text, values):
    assert _values(text, "2017-10-12", "news") == values


def test_the_date_line_is_not_the_night_that_the_text_speaks_of():
    line, night = tag("GENEVA, 10 December 2019 - He spent the rest of the night in the car.", "2019-12-10")
    assert line.function == "PUBLICATION_TIME"
    assert (night.value, night.period) == ("XXXX-XX-XXTNI", None)


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("It began at 9:34 p.m. EST on March 19.", "2003-03-19T21:34", "at 21:34 EST (UTC-5)"),
        ("It began at 9:34 a.m. Baghdad time on March 19.", "2003-03-19T09:34", "at 09:34 Baghdad time"),
        ("It began at 10 a.m. on March 19.", "2003-03-19T10:00", "19 March 2003, at 10:00: "),
    ],
)
def test_a_clock_time_keeps_its_hour_and_says_its_zone(text, value, said):
    (timex,) = tag(text, "2003-05-12")
    assert timex.value == value
    assert said in timex.because
