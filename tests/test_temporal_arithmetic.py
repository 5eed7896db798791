"""Sums with days: month ends, leap days and the ends of the calendar, against pendulum."""

from datetime import date

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import DateError, Granularity
from chronology.temporal.arithmetic import plus, shift

G = Granularity
D = date.fromisoformat


@pytest.mark.parametrize(
    ("day", "n", "unit", "reached"),
    [
        ("2019-01-31", 1, G.MONTH, "2019-02-28"),
        ("2020-01-31", 1, G.MONTH, "2020-02-29"),
        ("2020-02-29", 1, G.YEAR, "2021-02-28"),
        ("2020-02-29", 4, G.YEAR, "2024-02-29"),
        ("2020-02-29", -1, G.CENTURY, "1920-02-29"),
        ("2019-03-31", -1, G.MONTH, "2019-02-28"),
        ("2019-12-11", -18, G.MONTH, "2018-06-11"),
        ("2019-12-31", 1, G.DAY, "2020-01-01"),
        ("2019-12-11", 2, G.WEEK, "2019-12-25"),
        ("2019-12-11", 1, G.WEEKEND, "2019-12-18"),
        ("2019-11-30", 1, G.QUARTER, "2020-02-29"),
        ("2019-08-31", 1, G.HALF, "2020-02-29"),
        ("2019-12-11", -2, G.DECADE, "1999-12-11"),
        ("2019-12-11", 1, G.MILLENNIUM, "3019-12-11"),
        ("2019-12-11", 30, G.HOUR, "2019-12-12"),
        ("2019-12-11", -30, G.HOUR, "2019-12-10"),
        ("2019-12-11", 90, G.MINUTE, "2019-12-11"),
        ("2019-12-11", 0, G.YEAR, "2019-12-11"),
        ("9999-12-31", -9998, G.YEAR, "0001-12-31"),
    ],
)
def test_shift_keeps_to_the_calendar(day, n, unit, reached):
    assert shift(D(day), n, unit) == D(reached)


@pytest.mark.parametrize("unit", [unit for unit in Granularity if unit is not G.UNKNOWN])
@pytest.mark.parametrize("n", [10**9, -(10**9), 10**30, -(10**30), pytest.param(10**5000, id="huge")])
def test_beyond_the_calendar_is_refused(unit, n):
    with pytest.raises(DateError, match="outside the years 1 to 9999"):
        shift(D("2019-12-11"), n * 10**6, unit)


def test_an_unknown_unit_is_refused():
    with pytest.raises(DateError):
        shift(D("2019-12-11"), 1, G.UNKNOWN)


@settings(max_examples=300, deadline=None)
@given(st.dates(date(1500, 1, 1), date(2500, 1, 1)), st.integers(-3000, 3000), st.sampled_from("dwmy"))
def test_shift_agrees_with_pendulum(day, n, unit):
    ours = shift(day, n, {"d": G.DAY, "w": G.WEEK, "m": G.MONTH, "y": G.YEAR}[unit]) if unit != "y" else None
    years = n // 10
    name = {"d": "days", "w": "weeks", "m": "months", "y": "years"}[unit]
    theirs = pendulum.date(day.year, day.month, day.day).add(**{name: years if unit == "y" else n})

    assert (ours or shift(day, years, G.YEAR)) == theirs


@pytest.mark.parametrize(
    ("day", "duration", "reached"),
    [
        ("2019-12-11", "P18M", "2021-06-11"),
        ("2019-08-31", "P18M", "2021-02-28"),
        ("2019-12-11", "P1Y6M", "2021-06-11"),
        ("2019-12-11", "P90D", "2020-03-10"),
        ("2019-12-11", "P2W", "2019-12-25"),
        ("2019-12-11", "P0D", "2019-12-11"),
    ],
)
def test_plus_adds_calendar_months_not_thirty_days(day, duration, reached):
    assert plus(D(day), duration) == D(reached)


@pytest.mark.parametrize(
    "duration", ["", "P", "18M", "PT5H", "P1.5M", "P-1M", "-P1M", "P1Y2W", "soon", "P" * 99]
)
def test_what_is_no_duration_is_refused_with_the_form_expected(duration):
    with pytest.raises(DateError, match="ISO 8601 duration"):
        plus(D("2019-12-11"), duration)


def test_a_sum_past_the_calendar_is_refused():
    with pytest.raises(DateError, match="outside the years"):
        plus(D("2019-12-11"), "P9000Y")
