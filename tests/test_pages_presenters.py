"""View models: countdowns, dates, groups, marks, the overview, filters: pure functions of the model."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import Query, Span, TimexType
from chronology.temporal import edtf
from tests import pages_chronicle, support
from web.presenters import countdown, entries, filters, grouping, segments, values
from web.presenters.dates import Shape, date_view, shape
from web.presenters.deadlines import as_of_choices
from web.presenters.document import PART, Annotations, Place, document_view
from web.presenters.entries import web_address
from web.presenters.overview import MOST_MARKS, overview
from web.presenters.subscription import is_local, qr_code
from web.presenters.year import year_view

QUICK = settings(max_examples=100, deadline=None)


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (418, 445, "418 to 445 days left"),
        (1, 1, "1 day left"),
        (5, 5, "5 days left"),
        (0, 0, "today"),
        (0, 27, "due now; at most 27 days left"),
        (-3, 24, "due now; at most 24 days left"),
        (-28, -1, "passed 1 to 28 days ago"),
        (-1, -1, "passed 1 day ago"),
        (None, 10, "at most 10 days left"),
        (None, -10, "passed at least 10 days ago"),
        (10, None, "at least 10 days left"),
        (-10, None, "may already have passed"),
        (None, None, "no day known"),
        (1500, 1865, "1,500 to 1,865 days left"),
    ],
)
def test_a_countdown_is_a_range(least, most, words):
    assert countdown.countdown(least, most) == words


@pytest.mark.parametrize(
    ("value", "drawn"),
    [
        ("2019-12-09", Shape.DAY),
        ("2019-12", Shape.SPAN),
        ("2010", Shape.SPAN),
        ("2016-10/2017-01", Shape.INTERVAL),
        ("[..2018-06]", Shape.OPEN_START),
        ("[2020-12..]", Shape.OPEN_END),
        ("2020/..", Shape.OPEN_END),
    ],
)
def test_the_shape_tells_the_truth_about_both_ends(value, drawn):
    assert shape(edtf.parse(value)) is drawn


def test_no_date_is_said_and_never_invented():
    assert date_view(None).full == "No date given"
    assert date_view(edtf.parse("2021-02")).full == "February 2021, day not stated"


@pytest.mark.parametrize(
    ("value", "year", "month"),
    [
        ("2019-12-09", "2019", "December"),
        ("2019-12", "2019", "December"),
        ("2010", "2010", "Month not stated"),
        ("2016-10/2017-01", "2016", "October"),
        ("2011/2019-12-09", "2011", "Month not stated"),
        ("2011-03/2019", "2011", "March"),
        ("2011/..", "2011", "Month not stated"),
        ("2011-03/..", "2011", "March"),
        ("[2020..]", "2020", "Month not stated"),
        ("[..2018-06]", "2018", "Month not stated"),
        ("[2020-12-11..]", "2020", "December"),
        ("199X", "the 1990s", "Month not stated"),
        ("18XX", "the 19th century", "Month not stated"),
    ],
)
def test_an_event_is_grouped_where_its_text_puts_it(value, year, month):
    period = edtf.parse(value)
    assert grouping.year_label(period) == year
    assert grouping.month_of(period)[1] == month


def test_the_quotation_that_says_the_date_comes_first():
    wire, _ = pages_chronicle.documents()
    vague = pages_chronicle.told(wire, "The Harbour Treaty was signed in 2010.", "signed")
    exact = pages_chronicle.events()[0].evidence[0]
    other = replace(exact, start=0, timex=pages_chronicle.expression(wire.text, "soon", "2020"))
    shown = entries.sentences((vague, other, exact), edtf.parse("2021-02"))
    assert shown == ((exact,), (other,), (vague,))


@QUICK
@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["timex", "trigger"])), max_size=8
    ),
)
def test_marking_never_changes_the_text(text, spans):
    marks = [
        segments.Mark(Span(min(a, b), max(a, b)), kind, str(n))
        for n, (a, b, kind) in enumerate(spans)
        if a != b
    ]
    shown = segments.segments(text, marks)
    assert "".join(piece.text for segment in shown for piece in segment.pieces) == text


@QUICK
@given(st.text(alphabet="ab \n\r\t\u2028", max_size=80))
def test_paragraphs_hold_every_character_that_is_not_white_space(text):
    spans = segments.paragraphs(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


def test_marks_cover_their_characters_even_where_they_overlap():
    marks = [
        segments.Mark(Span(0, 5), "timex", "a"),
        segments.Mark(Span(3, 8), "timex", "b"),
        segments.Mark(Span(4, 6), "trigger", "e"),
    ]
    shown = segments.segments("0123456789", marks)
    assert [(s.timex, "".join(p.text for p in s.pieces)) for s in shown] == [
        ("a", "01234"),
        ("b", "567"),
        ("", "89"),
    ]
    assert "".join(piece.text for s in shown for piece in s.pieces if piece.trigger) == "45"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P1Y6M", "1 year 6 months"),
        ("PT45M", "45 minutes"),
        ("PXD", "some days"),
        ("P10Y", "10 years"),
        ("P2DE", "2 decades"),
        ("P1CE", "1 century"),
        ("P2CE", "2 centuries"),
        ("P1DT12H", "1 day 12 hours"),
        ("P1.5Y", "1.5 years"),
        ("FUTURE_REF", ""),
    ],
)
def test_lengths_of_time_are_said_in_words(value, words):
    assert values.length_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2019-12-09T17", "17:00"),
        ("2019-12-09T08:30", "08:30"),
        ("2019-12-09TMO", "morning"),
        ("2019-12-09", ""),
    ],
)
def test_clock_times_are_said_in_words(value, words):
    assert values.clock_words(value) == words


def test_a_repeated_time_is_said_in_words():
    made = support.timex("twice a week", 0, "2019")
    timex = replace(made, type=TimexType.SET, value="P1W", freq="2X", period=None)
    assert values.value_words(timex) == "2 times each week"


def test_the_overview_places_every_dated_event_and_says_the_same_in_words():
    drawn = overview(pages_chronicle.events(), date(2019, 12, 11))
    assert drawn is not None
    assert len(drawn.marks) == 4
    assert all(mark.left >= 0 and mark.left + mark.width <= 100 for mark in drawn.marks)
    assert drawn.now is not None
    assert drawn.summary.startswith("4 dated events, 2016 to 2021.")


def test_the_overview_counts_where_it_cannot_draw_each():
    events = [support.event(n, when=f"{1900 + n % 100}-03") for n in range(MOST_MARKS + 1)]
    drawn = overview(events, date(2019, 12, 11))
    assert drawn is not None
    assert not drawn.marks
    assert max(column.height for column in drawn.bins) == 100


@pytest.mark.parametrize(
    "values_", [("0001", "9999-12-31"), ("2019-12-31", "2019-12-31"), ("[..1000]", "9999")]
)
def test_the_overview_reaches_the_ends_of_the_calendar(values_):
    events = [support.event(number, when=value) for number, value in enumerate(values_)]
    assert overview(events, date(2019, 12, 11)) is not None


def test_filters_go_to_a_query_string_and_lose_one_at_a_time():
    query = Query(start=date(2019, 1, 1), actors=("A & B", "C"), text="<x>")
    assert filters.query_string(filters.pairs(query)) == "?q=%3Cx%3E&from=2019-01-01&actor=A+%26+B&actor=C"
    found = {item.words: item.without for item in filters.active(query, filters.namer({}))}
    assert found["Who: C"] == "?q=%3Cx%3E&from=2019-01-01&actor=A+%26+B"
    assert found["“<x>”"] == "?from=2019-01-01&actor=A+%26+B&actor=C"


def test_a_chosen_value_stands_first_even_where_nothing_is_left_of_it():
    facet = filters.facets(Query(places=("Oslo",)), {"place": {"Vienna": 3}}, filters.namer({}))[0]
    assert [(option.value, option.count, option.chosen) for option in facet.first] == [
        ("Oslo", 0, True),
        ("Vienna", 3, False),
    ]


def test_many_values_of_a_facet_stand_behind_more():
    facet = filters.facets(Query(), {"actor": {f"Person {n}": n for n in range(20)}}, filters.namer({}))[0]
    assert len(facet.first) == filters.SHOWN_FIRST
    assert len(facet.first) + len(facet.more) == 20
    many = filters.facets(Query(), {"actor": {f"Person {n}": n for n in range(500)}}, filters.namer({}))[0]
    assert len(many.first) + len(many.more) + many.left == 500
    assert many.left > 400


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//evil.example", ""),
    ],
)
def test_only_web_addresses_become_links(url, shown):
    assert web_address(url) == shown


def test_a_long_text_is_shown_in_parts_that_hold_their_own_notes():
    line = "They met on 10 December 2019 in the hall of mirrors.\n"
    text = line * (2 * PART // len(line))
    marks = [
        replace(support.timex("10 December 2019", start + 12, "2019-12-10"), id=f"t{start}")
        for start in range(0, len(text), len(line))
    ]
    document = support.document(text=text)
    first = document_view(document, Annotations(marks))
    last = document_view(document, Annotations(marks), Place(part=99))
    found = document_view(document, Annotations(marks), Place(at=len(text) - 60))
    assert first.parts == 2
    assert all(len(paragraph.notes) == 1 for view in (first, last) for paragraph in view.paragraphs)
    assert last.part == found.part == 2
    assert [paragraph.found for paragraph in found.paragraphs].count(True) == 1


def test_a_year_marks_days_spans_and_what_comes_later():
    deadlines = pages_chronicle.deadlines(["2020-03-15", "2020-05", "2021-02"])
    shown = year_view(deadlines, [support.happened(9, "Fair", "2020-01-02")], date(2019, 12, 11))
    assert shown is not None
    words = {month.label: month.words for month in shown.months if month.words}
    assert words == {
        "January 2020": "something else on 1 day",
        "March 2020": "due on 1 day",
        "May 2020": "due within 31 days",
    }
    assert [item.words for month in shown.months for item in month.named] == [
        "2: Fair",
        "15: New START expires",
        "New START expires",
    ]
    assert shown.later == ("New START expires, February 2021, day not stated",)
    assert year_view((), (), date(9999, 12, 31)) is None


def test_days_worth_looking_from_are_those_of_the_documents():
    choices = as_of_choices(pages_chronicle.documents(), date(2026, 1, 1))
    assert [choice.day for choice in choices] == ["2019-12-31", "2019-12-11"]


def test_an_address_of_this_machine_is_told_from_a_public_one():
    assert is_local("http://127.0.0.1:8000")
    assert is_local("http://localhost:8000")
    assert not is_local("https://dates.example.org")


def test_a_qr_code_fits_its_square_and_gives_up_on_what_is_too_long():
    code = qr_code("https://example.org/feeds/timeline.ics")
    assert code is not None
    assert code.path.startswith("M")
    assert qr_code("https://example.org/?" + "x" * 5000) is None
