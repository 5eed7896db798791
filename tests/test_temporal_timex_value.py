"""TIMEX3 values as periods."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import Granularity
from chronology.temporal.timex_value import to_period

G = Granularity


@pytest.mark.parametrize(
    ("value", "edtf", "granularity"),
    [
        ("2019-12-10", "2019-12-10", G.DAY),
        ("2019-12", "2019-12", G.MONTH),
        ("2019", "2019", G.YEAR),
        ("199", "199X", G.DECADE),
        ("199X", "199X", G.DECADE),
        ("19", "19XX", G.CENTURY),
        ("19XX", "19XX", G.CENTURY),
        ("00", "00XX", G.CENTURY),
        ("2019-W32", "[2019-08-05..2019-08-11]", G.WEEK),
        ("2019-W32-WE", "[2019-08-10..2019-08-11]", G.WEEKEND),
        ("2019-W32-5", "2019-08-09", G.DAY),
        ("2019-Q3", "2019-35", G.QUARTER),
        ("2019-H1", "2019-40", G.HALF),
        ("2019-SP", "2019-21", G.SEASON),
        ("2019-WI", "2019-24", G.SEASON),
        ("2019-05-14TMO", "2019-05-14", G.PART_OF_DAY),
        ("2019-05-14TNI", "2019-05-14", G.PART_OF_DAY),
        ("2019-05-14T15", "2019-05-14", G.HOUR),
        ("2019-05-14T15:30", "2019-05-14", G.MINUTE),
        ("2019-05-14T15:30:10", "2019-05-14", G.SECOND),
        ("2019-05-14T15:30Z", "2019-05-14", G.MINUTE),
        ("2019-05-14T15:30-05:00", "2019-05-14", G.MINUTE),
        ("2019-05-14T24:00", "2019-05-14", G.MINUTE),
        ("2019-05TMO", "2019-05", G.MONTH),
        ("BC0300", "-0299", G.YEAR),
        ("XXXX-12-10", "XXXX-12-10", G.DAY),
        ("1984-XX-XX", "1984-XX-XX", G.YEAR),
    ],
)
def test_a_value_that_names_days_is_a_period(value, edtf, granularity):
    period = to_period(value)

    assert period is not None
    assert (period.edtf, period.granularity) == (edtf, granularity)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
            "P3D",
            "PT3H",
            "P1Y",
            "PXY",
            "XXXX-WXX-1",
            "T15:30",
            "TMO",
        ),
        *(
            "FY1998",
            "2019-02-30",
            "2019-13",
            "2019-W54",
            "2019-W00",
            "2010/2011",
            "",
            "X",
            "2",
            "2019-05-14T25:00",
        ),
        *("2019-05-14TXX", "2019-05-14T", "2019-Q5", "2019-H3", "2019-ZZ", "BC", "BC12345", "\0", "P" * 999),
    ],
)
def test_what_names_no_day_is_none(value):
    assert to_period(value) is None


@settings(max_examples=800, deadline=None)
@given(st.text("0123456789XTWQHBCPY-:SUFAIMONEZ+/[]{}.,~?% \0é", max_size=25))
def test_any_text_is_a_period_or_none(text):
    period = to_period(text)

    assert period is None or period.edtf
