"""Which happening a time belongs to: texts, and what lies when."""

import pytest

from chronology import tagging
from chronology.events import report
from chronology.events.extractor import extract
from chronology.model import CreationTime, Document, DocumentBasis, Event
from chronology.temporal import edtf

PUBLISHED = edtf.parse("2019-12-11")


def events(text: str, *, thorough: bool = False) -> tuple[Event, ...]:
    document = Document("d", text, CreationTime(PUBLISHED, DocumentBasis.GIVEN))
    return extract(document, tagging.tag(text, document.published), thorough=thorough)


def told(text: str) -> dict[str, str]:
    """Return trigger word → date, of what an analyst would list."""
    return {
        item.evidence[0].trigger_text.lower(): item.date.edtf
        for item in events(text)
        if item.date is not None
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police detained the editor of the paper, Luis Mora, on Monday.", {"detained": "2019-12-09"}),
        ("The court barred two brothers, Ion and Mihai Rusnac, on Monday.", {"barred": "2019-12-09"}),
        (
            "Between 2004 and 2007, the court found, Duarte moved 90 million euros abroad.",
            {"moved": "2004/2007"},
        ),
        ("Tuesday's vote left the government without a majority.", {"left": "2019-12-10"}),
        ("It was in 1992 that the two states first exchanged ambassadors.", {"exchanged": "1992"}),
        ("The appeal hearing was postponed until 12 September.", {"hearing": "2020-09-12"}),
        ("Federer beat Nadal on Sunday to reach his ninth final since 2010.", {"beat": "2019-12-08"}),
        ("Not long after the queen's death in 1842, Peel reformed the tariff.", {"death": "1842"}),
        ("Before joining the cabinet in 2017, Weber had run the railways.", {"joining": "2017"}),
        ("Rao will return the visit on April 19-21.", {"return": "2020-04-19/2020-04-21"}),
        ("2007-2009 - Settlement talks.", {"talks": "2007/2009"}),
        ("Oct. 2012: Owens dies.", {"dies": "2012-10"}),
        (
            "The Accord, initialled in 2011 and in force since 1 July 2012, is silent.",
            {"initialled": "2011", "force": "2012-07-01/2019-12-11"},
        ),
        (
            "Canada deposited its instrument of accession on 3 November 2017.",
            {"deposited": "2017-11-03"},
        ),
        ("The envoys met in Vienna on 20 December 2019.", {"met": "2019-12-20"}),
        ("A referendum held on 16 May 1921 produced a majority of nine.", {"held": "1921-05-16"}),
        ("The island was sold, in 1721, to the company.", {"sold": "1721"}),
        ("The talks with Peru were on Monday.", {"talks": "2019-12-09"}),
        (
            "The envoy arrives in Oslo on Thursday and leaves on Friday.",
            {"arrives": "2019-12-12", "leaves": "2019-12-13"},
        ),
        (
            "The minister will hold talks in Rome tomorrow and fly to Cork on Saturday.",
            {"talks": "2019-12-12", "fly": "2019-12-14"},
        ),
        (
            "The firm reports on Tuesday and forecasts for 2021 follow on Friday.",
            {"reports": "2019-12-10", "follow": "2019-12-13"},
        ),
        ("On the morning of 12 May 1803 two frigates appeared off the port.", {"appeared": "1803-05-12"}),
        ("The last time a party lost the budget vote was in November 1997.", {"lost": "1997-11"}),
        (
            "On Saturday Moe was received by the king, toured a farm and dined with bankers.",
            {"received": "2019-12-07", "toured": "2019-12-07", "dined": "2019-12-07"},
        ),
        (
            "On Saturday Moe met the king, toured a farm and dined with bankers.",
            {"met": "2019-12-07", "toured": "2019-12-07", "dined": "2019-12-07"},
        ),
        ("The council said it first heard of the letter in August 2014.", {"heard": "2014-08"}),
        ("No country voted against the plan on Monday.", {"voted": "2019-12-09"}),
        ("Ghana and Togo first agreed to build the dam in the autumn of 2005.", {"agreed": "2005-23"}),
        (
            "In the spring of 2007, just as the pipes were arriving, a new cabinet suspended the project.",
            {"suspended": "2007-21"},
        ),
        ("A World Bank mission is due in Accra on Friday.", {"mission": "2019-12-13"}),
        ("The fleet, which left Malta on 13 May, was sighted off Crete.", {"left": "2019-05-13"}),
        ("Anna Moe, a lawyer, told Monday's hearing that the deal was void.", {"told": "2019-12-09"}),
        ("Calder has today served notice on the owners.", {"served": "2019-12-11"}),
    ],
)
def test_the_time_dates_what_the_text_means(text: str, wanted: dict[str, str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Moscow again denied accusations of meddling in the 2016 presidential elections.",
        "Chile rejected the proposal of May 2018.",
        "Moe praised the 2015 deal in a speech.",
    ],
)
def test_a_time_inside_a_phrase_is_never_that_of_the_predicate(text: str) -> None:
    assert not {"denied", "rejected", "praised"} & set(told(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Brown met Smith on Aug. 30 and again last Thursday.", ["2019-08-30", "2019-12-05"]),
        ("Elections were held in 1990, 1994 and 1998.", ["1990", "1994", "1998"]),
        ("Moe was jailed in 2001 and 2006, officials said.", ["2001", "2006"]),
        ("Moe met Smith on Monday and on Tuesday signed the deal.", ["2019-12-09", "2019-12-10"]),
    ],
)
def test_what_happened_again_is_told_for_each_time(text: str, wanted: list[str]) -> None:
    found = events(text)
    assert sorted(item.date.edtf for item in found if item.date is not None) == wanted
    assert len({item.id for item in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "PERU AND CHILE SIGNED THE TREATY ON 4 MAY 2018.",
        "peru and chile signed the treaty on 4 december 2018.",
        "Peru and Chile signed the treaty on 4 May 2018.",
    ],
)
def test_letters_of_one_size_are_read_like_any_others(text: str) -> None:
    [event] = events(text)
    assert event.title == "Peru and Chile sign the treaty"
    assert event.date is not None
    assert event.date.edtf.startswith("2018")


@pytest.mark.parametrize(
    "text",
    [
        "Team A 3-2 Team B, 4 May 2018\nTeam C 1-0 Team D, 5 May 2018",
        "Apples $1.20 $1.30 May 2018\nPears $2.20 $1.10 June 2018",
        "Version 2.1.0 (2018-05-04)\n- fixed bug\n- removed option",
        "Q: Where were you on 4 May 2018?\nA: I was at home.\nQ: And on Monday?",
        "Ardenia beat Borduria 3-1 on Sunday.",
    ],
)
def test_scores_prices_versions_and_questions_are_no_events(text: str) -> None:
    assert events(text) == ()


def test_only_who_asks_for_all_gets_states() -> None:
    text = "The port was closed to ships in March 2018."
    rows = report.dated(events(text, thorough=True))
    assert {row["date"] for row in rows} == {"2018-03"}
    asked = report.dated(events("Shares were weak in March 2018.", thorough=True))
    assert [row["text"] for row in asked] == ["weak"] or [row["text"] for row in asked] == ["were", "weak"]
    assert events("Shares were weak in March 2018.") == ()
