"""Named days: fixed, by weekday, by Easter, and from the holidays package."""

import subprocess
import sys
from datetime import date

import pytest

from chronology.temporal.edtf import parse
from chronology.temporal.holidays import easter_sunday, find, holiday, names, period

D = date.fromisoformat


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Christmas", "2019-12-25"),
        ("Christmas Eve", "2019-12-24"),
        ("New Year's Day", "2020-01-01"),
        ("New Year\u2019s Eve", "2019-12-31"),
        ("Good Friday", "2019-04-19"),
        ("Easter", "2020-04-12"),
        ("Easter Monday", "2019-04-22"),
        ("Ash Wednesday", "2024-02-14"),
        ("Pentecost", "2019-06-09"),
        ("Orthodox Easter", "2019-04-28"),
        ("Orthodox Christmas", "2020-01-07"),
        ("St. Patrick's Day", "2019-03-17"),
        ("Saint Patrick\u2019s Day", "2019-03-17"),
        ("International Women's Day", "2019-03-08"),
        ("Human Rights Day", "2019-12-10"),
        ("Mother's Day", "2019-05-12"),
        ("Father's Day", "2019-06-16"),
        ("Election Day", "2020-11-03"),
        ("Black Friday", "2019-11-29"),
        ("Remembrance Sunday", "2019-11-10"),
        ("Thanksgiving", "2019-11-28"),
        ("the Fourth of July", "2019-07-04"),
        ("Labor Day", "2019-09-02"),
        ("Memorial Day", "2019-05-27"),
        ("Presidents' Day", "2019-02-18"),
        ("Martin Luther King Jr. Day", "2020-01-20"),
        ("Bastille Day", "2019-07-14"),
        ("German Unity Day", "2019-10-03"),
        ("Canada Day", "2018-07-01"),
        ("Anzac Day", "2019-04-25"),
        ("Turkish Republic Day", "2019-10-29"),
        ("Ukrainian Independence Day", "2019-08-24"),
        ("Victory Day", "2020-05-09"),
        ("Victory Day", "1975-05-09"),
        ("VICTORY DAY", "2020-05-09"),
        ("V-E Day", "1945-05-08"),
        ("Yom Kippur", "1973-10-06"),
        ("Passover", "2019-04-20"),
        ("Hanukkah", "2019-12-23"),
        ("Eid al-Fitr", "2019-06-04"),
        ("Nowruz", "2019-03-21"),
        ("Lunar New Year", "2020-01-25"),
        ("Diwali", "2019-10-27"),
        ("Tet", "1975-02-11"),
    ],
)
def test_a_named_day_is_found_in_its_year(name, day):
    assert holiday(name, D(day).year) == D(day)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Earth Day", 1969),
        ("Martin Luther King Jr. Day", 1970),
        ("V-E Day", 1944),
        ("Victory Day", 1940),
        ("German Unity Day", 1980),
        ("no such day", 2019),
        ("", 2019),
        ("Christmas", 0),
        ("Christmas", 10_000),
        ("Holi", 1650),
    ],
)
def test_no_day_is_invented(name, year):
    assert holiday(name, year) is None


@pytest.mark.parametrize("name", names())
def test_every_name_has_a_day_and_a_reason(name):
    known = find(name)

    assert known is not None
    assert known.why
    assert "_" not in known.why
    assert holiday(name, 2019) is not None


def test_names_are_unlike():
    assert len({name.casefold() for name in names()}) == len(names())


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Victory Day", "9 May"),
        ("Mother's Day", "the 2nd Sunday of May"),
        ("Good Friday", "2 days before Easter Sunday"),
        ("Easter Monday", "the day after Easter Sunday"),
        ("Black Friday", "the day after the 4th Thursday of November"),
        ("Independence Day", "a day kept in the United States"),
    ],
)
def test_the_rule_is_told_in_words(name, why):
    known = find(name)

    assert known is not None
    assert known.why == why


def test_a_feast_of_several_days_is_an_interval():
    assert period("Hanukkah", 2019) == parse("2019-12-23/2019-12-30")
    assert period("Christmas", 2019) == parse("2019-12-25")
    assert period("Christmas", 0) is None


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1583, "1583-04-10", "1583-04-10"),
        (1900, "1900-04-15", "1900-04-22"),
        (1961, "1961-04-02", "1961-04-09"),
        (2008, "2008-03-23", "2008-04-27"),
        (2011, "2011-04-24", "2011-04-24"),
        (2024, "2024-03-31", "2024-05-05"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter_by_both_reckonings(year, western, eastern):
    assert easter_sunday(year) == D(western)
    assert easter_sunday(year, orthodox=True) == D(eastern)


@pytest.mark.parametrize("year", [*range(1, 60), *range(1550, 1650), *range(1900, 2100), 9999])
def test_easter_is_a_sunday_in_spring(year):
    western = easter_sunday(year)

    assert western.isoweekday() == 7
    assert year < 1583 or D(f"{year:04d}-03-22") <= western <= D(f"{year:04d}-04-25")


def test_the_package_loads_only_when_a_national_day_is_named():
    program = (
        "import sys; from chronology.temporal.holidays import holiday; "
        "holiday('Christmas', 2019); assert 'holidays' not in sys.modules; "
        "holiday('Labor Day', 2019); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
