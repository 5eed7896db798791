"""Deadlines as of a day."""

from datetime import date
from typing import Any

import pytest

from chronology.model import DeadlineKind, DeadlineState, Event, Status
from chronology.timeline.builder import build
from chronology.timeline.deadlines import deadlines
from tests.tellings import document, telling

EXPIRY = {"kind": "expiry", "lemma": "expire", "deadline": DeadlineKind.EXPIRY, "status": Status.SCHEDULED}
DOCUMENT = document("one", "2019-12-11")


def expiry(where: str = "one", when: str = "2021-02", **fields: Any) -> Event:
    facts: dict[str, Any] = {"instruments": ("Treaty of Graz",)}
    return telling(where, "Treaty of Graz expires", when, said=when, **(EXPIRY | facts | fields))


def test_a_month_is_a_range_of_days() -> None:
    celebration = telling("one", "Feast of Graz", "2020-05-09", status=Status.SCHEDULED)
    events = build([DOCUMENT], [expiry(), celebration]).events
    (found,) = deadlines(events, date(2019, 12, 11))
    assert (found.days_min, found.days_max) == (418, 445)
    assert found.due.edtf == "2021-02"
    assert found.state is DeadlineState.UPCOMING


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2021, 1, 31), DeadlineState.UPCOMING),
        (date(2021, 2, 28), DeadlineState.UPCOMING),
        (date(2021, 3, 1), DeadlineState.PASSED),
    ],
)
def test_a_deadline_has_passed_after_its_last_day(as_of: date, state: DeadlineState) -> None:
    (found,) = deadlines([expiry()], as_of)
    assert found.state is state


def test_until_keeps_what_may_fall_due_by_then() -> None:
    events = [expiry(), expiry(when="2022-06-30"), expiry(when="2018-01-01")]
    assert [item.due.edtf for item in deadlines(events, date(2019, 12, 11), date(2021, 2, 1))] == ["2021-02"]
    assert deadlines(events, date(2019, 12, 11), date(2021, 1, 31)) == ()
    assert [item.due.edtf for item in deadlines(events, date(2019, 12, 11))] == [
        "2018-01-01",
        "2021-02",
        "2022-06-30",
    ]


def test_denied_negated_and_undated_are_no_deadlines() -> None:
    events = [expiry(status=Status.DENIED), expiry(negated=True), expiry(when="vague:2019-12-11")]
    assert deadlines(events, date(2019, 12, 11)) == ()


def test_an_open_start_counts_to_the_latest_day_only() -> None:
    (found,) = deadlines([expiry(when="[..2020-01-31]")], date(2019, 12, 31))
    assert (found.days_min, found.days_max) == (None, 31)


def test_an_extension_until_a_day_supersedes_the_earlier_deadline() -> None:
    extended = telling(
        "two",
        "Treaty of Graz extended",
        "2026-02-05",
        said="5 February 2026",
        kind="extension",
        lemma="extend",
        instruments=("Treaty of Graz",),
        deadline=DeadlineKind.EXPIRY,
    )
    later = document("two", "2021-02-04")
    first, second = deadlines(build([DOCUMENT, later], [expiry(), extended]).events, date(2021, 2, 4))
    assert first.state is DeadlineState.SUPERSEDED
    assert first.event.superseded_by == second.event.id
    assert second.state is DeadlineState.UPCOMING
    (before,) = deadlines(build([DOCUMENT], [expiry()]).events, date(2021, 2, 4))
    assert before.state is DeadlineState.UPCOMING


def test_an_extension_by_a_length_moves_the_deadline_and_shows_the_sum() -> None:
    act = telling(
        "two",
        "Parties extend the Treaty of Graz",
        "2021-02-03",
        said="Wednesday",
        quote="The parties extended the Treaty of Graz for five years on Wednesday.",
        kind="agreement",
        lemma="extend",
        instruments=("Treaty of Graz",),
    )
    later = document("two", "2021-02-04")
    found = deadlines(build([DOCUMENT, later], [expiry(), act]).events, date(2021, 2, 4))
    assert [(item.due.edtf, item.state.value) for item in found] == [
        ("2021-02", "superseded"),
        ("2026-02", "upcoming"),
    ]
    assert "extended by five years" in found[1].event.why_date


def test_a_notice_sets_the_day_of_withdrawal() -> None:
    notice = telling(
        "one",
        "Ruritania withdraws from the Treaty of Graz",
        "2019-08-31",
        said="31 August 2019",
        quote="On 31 August 2019 Ruritania gave six months' notice of leaving the Treaty of Graz.",
        kind="withdrawal",
        lemma="notice",
        participants=("Ruritania",),
        instruments=("Treaty of Graz",),
    )
    (found,) = deadlines(build([DOCUMENT], [notice]).events, date(2019, 12, 11))
    assert found.due.edtf == "2020-02-29"
    assert found.event.deadline is DeadlineKind.WITHDRAWAL
    assert "six months of notice" in found.event.why_date
