"""When a text was published is read off its head, and never off its prose."""

# ruff: noqa: RUF001 - datelines are written with dashes of all lengths

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.documents import creation_time
from chronology.model import DateError, DocumentBasis

DATED = [
    ("WASHINGTON (Urdu Times / Interfax - 11th December, 2019) The minister", "2019-12-11"),
    ("TALKS END WITHOUT RESULT\n\nGENEVA, March 3, 2021 (Reuters) - The envoys", "2021-03-03"),
    ("BRUSSELS (AP) — March 3, 2021 — The Council", "2021-03-03"),
    ("NEW YORK, Jan. 5, 2022 /PRNewswire/ -- A company", "2022-01-05"),
    ("Washington, D.C., March 3, 2021 – The Department", "2021-03-03"),
    ("(London, 3 March 2021) - The court", "2021-03-03"),
    ("Geneva, 3 March 2021 – The Conference", "2021-03-03"),
    ("UNITED NATIONS, 3 March 2021 - The Council", "2021-03-03"),
    ("LONDON, 13/4/2020 - The court", "2020-04-13"),
    ("Published: 3 May 2020\n\nThe minister", "2020-05-03"),
    ("Published on 3 May 2020\nThe minister", "2020-05-03"),
    ("Date: Sunday, May 3rd, 2020\n", "2020-05-03"),
    ("**Date:** 2020-05-03\n", "2020-05-03"),
    ("A headline\nUpdated: 5 May 2020\nPublished: 3 May 2020\n", "2020-05-03"),
    ("A headline\nLast updated: 5 May 2020\n", "2020-05-05"),
    ("2020-05-03\nThe minister", "2020-05-03"),
    ("THE HAGUE, Netherlands (AP) — March 3, 2021 — The court", "2021-03-03"),
    ("ST. PETERSBURG, Fla., May 3, 2020 (GLOBE NEWSWIRE) -- A company", "2020-05-03"),
    ("SAN FRANCISCO--(BUSINESS WIRE)--May 3, 2020--A company", "2020-05-03"),
    ("MOSCOW. May 3, 2020. INTERFAX - The minister", "2020-05-03"),
    ("(Reuters) - May 3, 2020 - The minister", "2020-05-03"),
    ("new delhi (agency - 4th march, 2022) the minister met his counterpart", "2022-03-04"),
    ("NEW DELHI: May 3, 2020\nThe minister", "2020-05-03"),
    ("ANKARA (3 May 2020) – The minister", "2020-05-03"),
    ("Washington, DC\nMay 3, 2020\n\nThe Secretary", "2020-05-03"),
    ("Press release | 3 May 2020 | Brussels\n", "2020-05-03"),
    ("3 May 2020 – Brussels\n", "2020-05-03"),
    ("Posted 11:30 AM, May 3, 2020\n", "2020-05-03"),
    ("Published May 3, 2020 at 5 PM\n", "2020-05-03"),
    ("Last modified on Sun 3 May 2020 12.00 GMT\n", "2020-05-03"),
    ("Dated this 3rd day of May 2020\n", "2020-05-03"),
    ("2020/05/03\nThe minister", "2020-05-03"),
    ("2020-05-03T10:00:00Z The minister", "2020-05-03"),
    ("\ufeffA headline\n\nBy Jane Doe, 3 May 2020\n\nThe minister", "2020-05-03"),
    ("A headline\nJane Doe | May 3, 2020 10:30 AM EST\n", "2020-05-03"),
    ("A headline\n11 December 2019\n\nThe minister", "2019-12-11"),
    ("A headline\nWednesday, December 11, 2019\n\nThe minister", "2019-12-11"),
    ("Newsletter\nDecember 2019\n\nThe minister", "2019-12"),
    ("A headline\n03.05.2020\n", "2020-05-03"),
]

UNDATED = [
    "On 11 December 2019, the minister - back from Paris - spoke.",
    "In Geneva, 3 March 2021 - a Wednesday - was no holiday.",
    "NATO, which on March 3, 2021 - so it said - met.",
    "The treaty was signed on 8 April 2010 and expires in 2021.",
    "Released May 3, 2020, the film drew a crowd.",
    "Dated 3 May 2020, the letter lay in a drawer.",
    "MOSCOW, Dec 11 (Reuters) - The minister",
    "Vienna (3 May 2020) was hot.",
    "He left Vienna. May 3, 2020 - a Sunday - was hot.",
    "3 May 2020 - the day of the vote - was hot.",
    "The vote of 3 May 2020: what comes next",
    "LONDON, 3/4/2020 - The court",
    "February 30, 2019",
    "2019-02-30",
    "Date: 31/31/2019",
    "The crisis of 11 September 2001",
    "",
    " \n\n\t",
    "A headline\n\n" + "Words and words. " * 200 + "\n\nPublished: 3 May 2020",
]


@pytest.mark.parametrize(("text", "edtf"), DATED)
def test_a_head_that_states_a_date(text: str, edtf: str) -> None:
    found = creation_time.find(text)
    assert found is not None
    assert found.period.edtf == edtf
    assert found.basis is DocumentBasis.DATELINE
    assert found.span is not None
    assert found.span.of(text) in found.why
    assert edtf[:4] in found.span.of(text)


@pytest.mark.parametrize("text", UNDATED)
def test_a_text_that_does_not_say_when_it_was_published(text: str) -> None:
    assert creation_time.find(text) is None


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("A1 ,.-–(/)\n:May20Published"), max_size=3000))
def test_no_text_breaks_the_finder_and_its_span_is_right(text: str) -> None:
    found = creation_time.find(text)
    assert found is None or (found.span is not None and found.span.of(text) in found.why)


@pytest.mark.parametrize(
    "piece", ["A" * 9, "LONDON, ", "3 May ", "(", "1/", "2019-", "By a, ", "| ", "Date: "]
)
def test_heads_of_nothing_but_triggers_cost_little(piece: str) -> None:
    creation_time.find(piece * 500_000)


@pytest.mark.parametrize(
    ("value", "edtf", "moment"),
    [
        ("2019-12-11", "2019-12-11", None),
        ("2019-12", "2019-12", None),
        ("2019", "2019", None),
        ("2019~", "2019~", None),
        ("2019-12-11T23:30:00-05:00", "2019-12-11", "2019-12-11T23:30:00-05:00"),
        ("2019-12-11T08:00:00Z", "2019-12-11", "2019-12-11T08:00:00+00:00"),
        ("Wed, 11 Dec 2019 23:30:00 -0500", "2019-12-11", "2019-12-11T23:30:00-05:00"),
    ],
)
def test_a_date_that_is_given(value: str, edtf: str, moment: str | None) -> None:
    found = creation_time.given(value)
    assert found.period.edtf == edtf
    assert (found.moment.isoformat() if found.moment else None) == moment


@pytest.mark.parametrize(
    "value",
    ["yesterday", "", "2019-13", "2019-02-30", "2019/2020", "../2019", "201X", "11.12.2019", 2019, True, []],
)
def test_what_is_no_publication_date(value: object) -> None:
    with pytest.raises(DateError, match="2019-12"):
        creation_time.given(value)
