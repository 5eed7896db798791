"""Constructors of periods: their bounds, and that their writing says the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import DateError, Granularity, Period
from chronology.temporal import periods
from chronology.temporal.edtf import parse

G = Granularity
D = date.fromisoformat

days = st.dates(date(10, 1, 1), date(9989, 12, 31))  # whole decades that `datetime.date` can hold
optional_days = st.none() | days


@pytest.mark.parametrize(
    ("period", "edtf", "first", "last", "granularity"),
    [
        (periods.day(D("2019-12-10")), "2019-12-10", "2019-12-10", "2019-12-10", G.DAY),
        (periods.month(2020, 2), "2020-02", "2020-02-01", "2020-02-29", G.MONTH),
        (periods.month(2019, 12), "2019-12", "2019-12-01", "2019-12-31", G.MONTH),
        (periods.year(2014), "2014", "2014-01-01", "2014-12-31", G.YEAR),
        (periods.decade(1994), "199X", "1990-01-01", "1999-12-31", G.DECADE),
        (periods.century(20), "19XX", "1900-01-01", "1999-12-31", G.CENTURY),
        (periods.millennium(2), "1XXX", "1000-01-01", "1999-12-31", G.MILLENNIUM),
        (periods.quarter(2019, 3), "2019-35", "2019-07-01", "2019-09-30", G.QUARTER),
        (periods.half(2019, 2), "2019-41", "2019-07-01", "2019-12-31", G.HALF),
        (periods.season(2019, "Summer"), "2019-22", "2019-06-01", "2019-08-31", G.SEASON),
        (periods.season(2019, "fall"), "2019-23", "2019-09-01", "2019-11-30", G.SEASON),
        (periods.season(2019, "winter"), "2019-24", "2019-12-01", "2020-02-29", G.SEASON),
        (periods.week(2019, 32), "[2019-08-05..2019-08-11]", "2019-08-05", "2019-08-11", G.WEEK),
        (periods.week(2020, 53), "[2020-12-28..2021-01-03]", "2020-12-28", "2021-01-03", G.WEEK),
        (periods.weekend(2019, 32), "[2019-08-10..2019-08-11]", "2019-08-10", "2019-08-11", G.WEEKEND),
        (periods.week_of(D("2021-01-01")), "[2020-12-28..2021-01-03]", "2020-12-28", "2021-01-03", G.WEEK),
        (
            periods.within(D("2018-03-05"), D("2018-06-11"), G.DAY),
            "[2018-03-05..2018-06-11]",
            "2018-03-05",
            "2018-06-11",
            G.DAY,
        ),
        (periods.within(None, D("2018-06-11"), G.MONTH), "[..2018-06]", "", "2018-06-30", G.MONTH),
        (periods.within(D("2018-03-05"), None, G.YEAR), "[2018..]", "2018-01-01", "", G.YEAR),
        (
            periods.within(D("2018-03-05"), D("2018-03-20"), G.MONTH),
            "2018-03",
            "2018-03-01",
            "2018-03-31",
            G.MONTH,
        ),
        (periods.within(None, None, G.DAY), "../..", "", "", G.UNKNOWN),
        (
            periods.interval(periods.month(2016, 10), periods.month(2017, 1)),
            "2016-10/2017-01",
            "2016-10-01",
            "2017-01-31",
            G.MONTH,
        ),
        (periods.interval(periods.year(2011), None), "2011/..", "2011-01-01", "", G.YEAR),
        (periods.interval(None, periods.year(2011)), "../2011", "", "2011-12-31", G.YEAR),
        (
            periods.interval(periods.week(2019, 32), periods.week(2019, 33)),
            "2019-08-05/2019-08-18",
            "2019-08-05",
            "2019-08-18",
            G.WEEK,
        ),
        (periods.vague(D("2019-12-11"), None), "2019-12-11/..", "2019-12-11", "", G.UNKNOWN),
        (periods.vague(None, D("2019-12-11")), "../2019-12-11", "", "2019-12-11", G.UNKNOWN),
        (periods.approximate(periods.year(1990)), "1990~", "1990-01-01", "1990-12-31", G.YEAR),
        (periods.uncertain(periods.month(1990, 5)), "1990-05?", "1990-05-01", "1990-05-31", G.MONTH),
        (
            periods.uncertain(periods.approximate(periods.year(1990))),
            "1990%",
            "1990-01-01",
            "1990-12-31",
            G.YEAR,
        ),
        (
            periods.approximate(periods.week(2019, 32)),
            "[2019-08-05~..2019-08-11~]",
            "2019-08-05",
            "2019-08-11",
            G.WEEK,
        ),
        (periods.year(-299), "-0299", "", "", G.YEAR),
        (periods.year(0), "0000", "", "", G.YEAR),
        (periods.year(12000), "Y12000", "", "", G.YEAR),
        (periods.decade(-123), "-012X", "", "", G.DECADE),
    ],
)
def test_a_constructor_states_bounds_granularity_and_writing(period, edtf, first, last, granularity):
    assert period.edtf == edtf
    assert (str(period.earliest or ""), str(period.latest or "")) == (first, last)
    assert period.granularity is granularity


@pytest.mark.parametrize(
    "make",
    [
        lambda: periods.month(2019, 13),
        lambda: periods.month(2019, 0),
        lambda: periods.quarter(2019, 5),
        lambda: periods.half(2019, 0),
        lambda: periods.season(2019, "monsoon"),
        lambda: periods.week(2019, 53),
        lambda: periods.weekend(10_000, 1),
        lambda: periods.week(9999, 52),
        lambda: periods.grouping(2019, 42),
        lambda: periods.decade(12_000),
        lambda: periods.within(D("2019-02-01"), D("2019-01-31"), G.DAY),
        lambda: periods.interval(periods.year(2020), periods.year(2019)),
    ],
)
def test_what_does_not_exist_is_refused(make):
    with pytest.raises(DateError):
        make()


@settings(max_examples=400, deadline=None)
@given(optional_days, optional_days, st.sampled_from(list(Granularity)))
def test_within_never_says_less_than_it_was_given(one, other, granularity):
    first, last = (one, other) if one is None or other is None or one <= other else (other, one)
    period = periods.within(first, last, granularity)

    assert period.earliest is None if first is None else period.earliest <= first
    assert period.latest is None if last is None else period.latest is None or period.latest >= last
    assert _says_what_it_means(period)


@settings(max_examples=400, deadline=None)
@given(days, days, st.sampled_from(["day", "month", "year", "week", "decade"]))
def test_intersection_and_hull_bound_both(one, other, unit):
    left, right = _period(one, unit), _period(other, "month")
    hull = periods.hull(left, right)
    common = periods.intersect(left, right)

    assert _says_what_it_means(hull)
    assert left.start is not None
    assert left.end is not None
    assert right.start is not None
    assert right.end is not None
    assert hull.start == min(left.start, right.start)
    assert hull.end == max(left.end, right.end)
    assert (common is not None) == left.overlaps(right)
    if common is not None:
        assert _says_what_it_means(common)
        assert (common.start, common.end) == (max(left.start, right.start), min(left.end, right.end))


@settings(max_examples=200, deadline=None)
@given(days, st.sampled_from(["day", "month", "year", "week", "decade"]))
def test_qualifiers_move_no_bound_and_stick(day, unit):
    period = _period(day, unit)
    both = periods.uncertain(periods.approximate(period))

    assert both == periods.approximate(periods.uncertain(period))
    assert both == periods.approximate(periods.uncertain(both))
    assert (both.start, both.end) == (period.start, period.end)
    assert _says_what_it_means(both)


def _period(day: date, unit: str) -> Period:
    make = {
        "day": lambda: periods.day(day),
        "month": lambda: periods.month(day.year, day.month),
        "year": lambda: periods.year(day.year),
        "week": lambda: periods.week_of(day),
        "decade": lambda: periods.decade(day.year),
    }
    return make[unit]()


def _says_what_it_means(period: Period) -> bool:
    """Tell whether the writing, read again, has the same bounds and flags."""
    return parse(period.edtf, period.granularity) == period


def test_the_last_day_of_the_calendar_is_a_day():
    assert periods.day(date.max).end is None
    assert periods.day(date.max).start == date.max
    assert periods.day(date.max - timedelta(days=1)).end == date.max
