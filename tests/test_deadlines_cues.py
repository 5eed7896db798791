"""The words around a date that make it a deadline, and the titles that they give."""

from datetime import date

import pytest

from chronology.events.deadline_cues import find
from chronology.events.extractor import extract
from chronology.model import CreationTime, Document, DocumentBasis, Event
from chronology.tagging import tag
from chronology.temporal import periods

PUBLISHED = CreationTime(periods.day(date(2024, 3, 6)), DocumentBasis.GIVEN)


def deadlines(text: str) -> list[Event]:
    document = Document("one", text, PUBLISHED)
    return [event for event in extract(document, tag(text, PUBLISHED)) if event.deadline is not None]


CUES = [
    (
        "The bank has until 14 July 2025 to appeal against the ruling.",
        "2025-07-14",
        "due",
        "Bank must appeal against the ruling",
    ),
    (
        "The council gave the regime until 15 May 2024 to accept inspectors.",
        "2024-05-15",
        "due",
        "Regime must accept inspectors",
    ),
    (
        "The utility, fined in May, must repay the loan by 9 June 2025.",
        "2025-06-09",
        "due",
        "Utility must repay the loan",
    ),
    ("Bids for the port are due by 12 April 2024.", "2024-04-12", "due", "Bids for the port are due"),
    (
        "The tribunal set 14 May 2024 as the deadline for written submissions.",
        "2024-05-14",
        "due",
        "Deadline for written submissions",
    ),
    (
        "Lawmakers face a June 30 deadline to ratify the pact.",
        "2024-06-30",
        "due",
        "Deadline to ratify the pact",
    ),
    (
        "The rebels said they would attack if no ransom was paid by 24 May 2024.",
        "2024-05-24",
        "due",
        "Ransom must be paid",
    ),
    (
        "Truckers have 60 days to comply with the order.",
        "[2024-03-06..2024-05-05]",
        "due",
        "Truckers must comply with the order",
    ),
    (
        "The truce between the army and the rebels ends on 2 October 2024.",
        "2024-10-02",
        "expiry",
        "Truce between the army and the rebels ends",
    ),
    (
        "The bloc's measures, adopted in 2021, expire on 31 July 2024.",
        "2024-07-31",
        "expiry",
        "Bloc's measures expire",
    ),
    (
        "A bill keeps the agencies open through December 20.",
        "2024-12-20",
        "expiry",
        "Bill keeps the agencies open",
    ),
    (
        "A strike could begin on 9 May 2024, when a cooling-off period ends.",
        "2024-05-09",
        "expiry",
        "Cooling-off period ends",
    ),
    (
        "The surveillance clause sunsets on 19 April 2024.",
        "2024-04-19",
        "sunset",
        "Surveillance clause sunsets",
    ),
    ("The ban, which will lapse on 5 May 2024, covers coal.", "2024-05-05", "expiry", "Ban lapses"),
    ("The sanctions were due to expire on 5 May 2024.", "2024-05-05", "expiry", "Sanctions expire"),
    (
        "The firm was granted a temporary licence that lets it sell phones until 19 August 2024.",
        "2024-08-19",
        "expiry",
        "Temporary licence expires",
    ),
    ("The tariff pause runs through August 12.", "2024-08-12", "expiry", "Tariff pause ends"),
    (
        "The president threatened duties of 30 percent from 1 August 2024.",
        "2024-08-01",
        "entry into force",
        "Duties of 30 percent take effect",
    ),
    ("Firms that do not register by 5 June 2024 will be fined.", "2024-06-05", "due", "Firms must register"),
    (
        "The last day to ask for a ballot is October 23, 2024.",
        "2024-10-23",
        "due",
        "Last day to ask for a ballot",
    ),
    (
        "Starting on 1 April 2024, buyers must open accounts in roubles.",
        "2024-04-01",
        "due",
        "Buyers must open accounts in roubles",
    ),
    (
        "They will convene their second review conference in Cartago on 15 June 2026.",
        "2026-06-15",
        "review",
        "Second review conference in Cartago",
    ),
    (
        "They have until 14 July 2024 to ask for a review.",
        "2024-07-14",
        "due",
        "Deadline to ask for a review",
    ),
    (
        "The judge granted bail and ordered the defendant to hand in his passport by 9 May 2024.",
        "2024-05-09",
        "due",
        "Defendant must hand in his passport",
    ),
    (
        "The justices held that the firm must pay, and gave it until 31 May 2024 to do so.",
        "2024-05-31",
        "due",
        "Deadline to pay",
    ),
    (
        "Under the plan the regime must declare its arsenal by 9 May 2024.",
        "2024-05-09",
        "due",
        "Regime must declare its arsenal",
    ),
    (
        "Third, the mandate of the force expires on 15 June 2024.",
        "2024-06-15",
        "expiry",
        "Mandate of the force expires",
    ),
    (
        "They met Petr Vos, whose own term ends on 9 May 2024.",
        "2024-05-09",
        "expiry",
        "Petr Vos\u2019s term ends",
    ),
    ("The first report falls due on 5 March 2026.", "2026-03-05", "due", "First report falls due"),
    (
        "Envoys met to save the truce, days before it was to run out on 9 April.",
        "2024-04-09",
        "expiry",
        "Truce runs out",
    ),
]


@pytest.mark.parametrize(("text", "due", "kind", "title"), CUES, ids=[row[3] for row in CUES])
def test_words_that_make_a_deadline(text: str, due: str, kind: str, title: str) -> None:
    (event,) = deadlines(text)
    assert event.date is not None
    assert (event.date.edtf, str(event.deadline), event.title) == (due, kind, title)
    assert event.evidence[0].quote == text


@pytest.mark.parametrize(
    "text",
    [
        "Output is expected to grow by three percent by 2028.",
        "They met at sunset on Monday.",
        "The festival runs from June 10 to June 14.",
        "If it holds, convoys enter on Thursday and the sides will exchange prisoners by the end of May.",
        "Our fund has had good sales every month until this month.",
        "She led the party until 2009.",
        "He has until now refused.",
        "We do not see orders picking up before the fourth quarter.",
        "The bill goes to the upper house next Tuesday, and members will debate it.",
        "The minister said on Monday that the tariffs had fallen.",
    ],
)
def test_words_that_make_none(text: str) -> None:
    assert deadlines(text) == []


def test_a_date_said_again_is_one_deadline() -> None:
    text = "Any appeal must be lodged within 28 days, that is by 3 April 2024."
    (event,) = deadlines(text)
    assert event.date is not None
    assert event.date.edtf == "2024-04-03"


def test_two_dates_have_their_own_words() -> None:
    text = "All troops are to leave by May 2025, and 5,000 prisoners are to be freed by 10 June 2024."
    assert [event.title for event in deadlines(text)] == [
        "All troops are to leave",
        "5,000 prisoners are to be freed",
    ]


def test_cost_grows_with_length_only() -> None:
    text = "The firm must file its report by 3 April 2024. " * 400
    document = Document("one", text, PUBLISHED)
    assert len(list(find(document, tag(text, PUBLISHED)))) == 400


def test_a_folding_that_changes_length_is_no_crash() -> None:
    assert isinstance(deadlines("İstanbul must file its report by 3 April 2024."), list)
