"""An event as a calendar entry: what it says, where it stands, and that every reader can take it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.exports import EXPORTS, ExportContext
from chronology.exports.icalendar import (
    DEFAULT_REMINDERS,
    Heading,
    Options,
    Reminder,
    calendar,
    parse_reminders,
    render,
)
from chronology.model import Event, EventRevision, QueryError, Status, Timeline
from tests import ical_rules
from tests.support import document, event, happened

MADE = EventRevision("event1", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), 2)
OPTIONS = Options("http://127.0.0.1:8000", {"wire": document()})


def written(item: Event, options: Options = OPTIONS, revision: EventRevision = MADE) -> bytes:
    entries = [render(item, revision, options)]
    data = b"".join(calendar(entries, Heading("Timeline", "About, it; all", "http://127.0.0.1/feeds/t.ics")))
    ical_rules.check(data)
    return data


def entry(item: Event, options: Options = OPTIONS, revision: EventRevision = MADE) -> Any:
    return icalendar.Calendar.from_ical(written(item, options, revision)).walk("VEVENT")[0]


@pytest.mark.parametrize(
    ("edtf", "start", "end", "suffix", "status"),
    [
        ("2019-12-10", "2019-12-10", "2019-12-11", "", "CONFIRMED"),
        ("2021-02", "2021-02-01", "2021-03-01", " (February 2021, day not stated)", "TENTATIVE"),
        (
            "2016-10/2017-01",
            "2016-10-01",
            "2017-02-01",
            " (October 2016 to January 2017, days not stated)",
            "TENTATIVE",
        ),
        ("2019-12-09/2019-12-11", "2019-12-09", "2019-12-12", " (9 to 11 December 2019)", "CONFIRMED"),
        ("198X", "1980-01-01", "1990-01-01", " (the 1980s, year not stated)", "TENTATIVE"),
        (
            "[..2018-06]",
            "2018-06-01",
            "2018-07-01",
            " (some time before July 2018, exact date not known)",
            "TENTATIVE",
        ),
        (
            "[2020-12-05..]",
            "2020-12-05",
            "2020-12-06",
            " (5 December 2020 or later, exact date not known)",
            "TENTATIVE",
        ),
        ("2016-10/..", "2016-10-01", "2016-11-01", " (from October 2016 on, days not stated)", "TENTATIVE"),
        ("../2020-03-01", "2020-03-01", "2020-03-02", " (until 1 March 2020)", "TENTATIVE"),
    ],
)
def test_a_date_spans_what_is_known_and_says_its_precision(
    edtf: str, start: str, end: str, suffix: str, status: str
) -> None:
    found = entry(happened(1, "Envoys meet", edtf))
    assert found["SUMMARY"] == f"Envoys meet{suffix}"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date.fromisoformat(start), date.fromisoformat(end))
    assert found["STATUS"] == status
    assert found["X-CHRONOLOGY-EDTF"] == edtf


@pytest.mark.parametrize("when", [None, "1500-06", "-0044-03-15"])
def test_what_has_no_place_in_a_calendar_is_left_out(when: str | None) -> None:
    assert render(happened(1, "Long ago", when), MADE, OPTIONS) == b""


@pytest.mark.parametrize(
    ("status", "words", "expected"),
    [
        (Status.OCCURRED, "", "CONFIRMED"),
        (Status.EXPECTED, "", "TENTATIVE"),
        (Status.ALLEGED, " (alleged)", "TENTATIVE"),
        (Status.DENIED, " (denied)", "TENTATIVE"),
    ],
)
def test_what_is_not_certain_is_tentative(status: Status, words: str, expected: str) -> None:
    found = entry(happened(1, "A raid", "2019-12-10", status=status))
    assert (found["SUMMARY"], found["STATUS"]) == (f"A raid{words}", expected)


def test_stamps_come_from_the_revision() -> None:
    found = entry(event(1))
    assert found["UID"] == "event1@chronology"
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == MADE.modified
    assert (found["CREATED"].dt, found["SEQUENCE"]) == (MADE.created, 2)
    assert written(event(1)) == written(event(1))


def test_an_entry_differs_whenever_its_revision_does() -> None:
    """Its words may not show every change, such as of a reason; clients compare what they see."""
    first, second = (replace(MADE, digest=digest * 32) for digest in "ab")
    assert entry(event(1), revision=first)["X-CHRONOLOGY-DIGEST"] == "a" * 16
    assert written(event(1), revision=first) != written(event(1), revision=second)


def test_an_entry_tells_its_evidence() -> None:
    found = entry(event(1))
    text = str(found["DESCRIPTION"])
    assert "“The pact expires in February 2021.”\n— Report wire, Wire, published 11 December 2019" in text
    assert "Date: February 2021. “February 2021” says 2021-02." in text
    assert "As of 2019-12-11: 418 to 445 days left." in text
    assert "Who: Russia, United States\nFirst reported: 11 December 2019" in text
    assert found["URL"] == "http://127.0.0.1:8000/events/event1"
    assert found["LOCATION"] == "Vienna"
    assert list(found["CATEGORIES"].cats) == ["Expiry", "Deadline", "New START"]
    assert found["X-CHRONOLOGY-PRECISION"] == "month"
    assert found["X-CHRONOLOGY-LINK"] == "http://127.0.0.1:8000/documents/wire?at=0#at"


def test_days_left_count_from_the_day_that_was_asked_for() -> None:
    asked = Options("", {"wire": document()}, as_of=date(2021, 2, 10))
    assert "As of 2021-02-10: 0 to 18 days left." in entry(event(1), asked)["DESCRIPTION"]
    assert (
        "As of 2021-03-01 it had passed." in entry(event(1), Options("", {}, date(2021, 3, 1)))["DESCRIPTION"]
    )


@pytest.mark.parametrize(
    ("due", "left", "reminder"),
    [
        ("2020-01-01", "21 days left", "In 90 days: "),
        ("2019-12-12", "1 day left", "In 90 days: "),
        ("2019-12", "0 to 20 days left", "In 90 days at the earliest: "),
        ("[..2020-01]", "at most 51 days left", "In 90 days or before: "),
        ("[2020-01-01..]", "at least 21 days left", "In 90 days at the earliest: "),
        ("../2019-12-11", "at most 0 days left", "In 90 days or before: "),
        ("2019-12-10", "it had passed", "In 90 days: "),
    ],
)
def test_days_left_and_reminders_say_which_bound_they_count_to(due: str, left: str, reminder: str) -> None:
    found = entry(event(1, when=due))
    assert left in found["DESCRIPTION"]
    assert str(found.walk("VALARM")[0]["DESCRIPTION"]).startswith(reminder)


def test_evidence_is_a_link_for_those_who_ask() -> None:
    found = entry(event(1), Options("https://example.org", {"wire": document()}, links=True))
    link = found["LINK"]
    assert link == "https://example.org/documents/wire?at=0#at"
    assert (link.params["LINKREL"], link.params["LABEL"], link.params["VALUE"]) == (
        "via",
        "Report wire",
        "URI",
    )


def test_a_deadline_reminds_from_its_earliest_day_at_nine() -> None:
    alarms = entry(event(1)).walk("VALARM")
    assert [alarm["TRIGGER"].to_ical() for alarm in alarms] == [
        b"-P89DT15H",
        b"-P29DT15H",
        b"-P6DT15H",
        b"-PT15H",
    ]
    assert alarms[0]["DESCRIPTION"] == (
        "In 90 days at the earliest: New START expires (February 2021, day not stated)"
    )
    assert all(alarm["ACTION"] == "DISPLAY" for alarm in alarms)
    assert not entry(happened(1, "A meeting", "2019-12-10")).walk("VALARM")


def test_a_withdrawn_or_superseded_event_is_cancelled() -> None:
    gone = EventRevision("event1", MADE.created, MADE.modified, 3, withdrawn=MADE.modified)
    assert entry(event(1), revision=gone)["STATUS"] == "CANCELLED"
    assert entry(event(1, superseded_by="event2"))["STATUS"] == "CANCELLED"
    assert not entry(event(1), revision=gone).walk("VALARM")


def test_a_deadline_is_a_task_too_for_those_who_ask() -> None:
    data = written(event(1), Options("", {}, todo=True))
    task: Any = icalendar.Calendar.from_ical(data).walk("VTODO")[0]
    assert (task["DUE"].dt, task["UID"]) == (date(2021, 2, 1), "todo-event1@chronology")
    assert not icalendar.Calendar.from_ical(written(event(1))).walk("VTODO")


@pytest.mark.parametrize(
    ("value", "days"), [("", ()), ("P7D", (7,)), ("P1D,P2W,P14D", (14, 1)), ("P90D, P30D", (90, 30))]
)
def test_reminders_are_read_from_durations(value: str, days: tuple[int, ...]) -> None:
    assert parse_reminders(value) == tuple(Reminder(number) for number in days)


@pytest.mark.parametrize(
    "value", ["7", "P0D", "PT1H", "-P1D", "P1M", "P1D,,", "P٣D", ",".join(f"P{n}D" for n in range(1, 13))]
)
def test_other_reminders_are_refused(value: str) -> None:
    with pytest.raises(QueryError) as refusal:
        parse_reminders(value)
    assert refusal.value.where == "alarms"


HOSTILE = (
    "Bell\x07 and \x00NUL and \x1bESC",
    "CRLF\r\nATTENDEE:mailto:x@example.org\r\nBEGIN:VALARM",
    "line\u2028separator \u2029 and \x85NEL",
    "back\\slash \\n \\N \\; \\, and trailing \\",
    "quotes \" ' ; : , = ^ ^n",
    "👩‍👩‍👧‍👦 🇺🇳 e\u0301 \ufeff \ud800 lone",
    "مرحبا \u202e reversed \u202c",
    "x" * 5000,
    "é" * 5000,
    "\t \u00a0",
    "%0D%0AATTENDEE:x",
    "BEGIN:VEVENT END:VCALENDAR",
)


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_breaks_no_rule(title: str) -> None:
    item = event(1, title, places=(title,), instruments=(title,), kind=title, why_date=title)
    source = document(title=title, publisher=title)
    for links in (False, True):
        data = written(item, Options("http://127.0.0.1", {"wire": source}, links=links, todo=True))
        (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
        assert len(str(found["SUMMARY"])) <= 300
        assert "ATTENDEE" not in found


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=30))
def test_any_text_breaks_no_rule_and_reads_back(title: str, quote: str, name: str) -> None:
    item = event(1, title, why_date=quote, places=(name,), instruments=(name,), kind=name)
    found = entry(item, Options("http://127.0.0.1", {"wire": document(title=name)}))
    assert str(found["SUMMARY"]).endswith("(February 2021, day not stated)")


def test_an_empty_calendar_is_still_a_calendar() -> None:
    data = b"".join(calendar([], Heading("Nothing, nobody; none")))
    assert ical_rules.check(data) == []
    assert icalendar.Calendar.from_ical(data)["NAME"] == "Nothing nobody none"


def test_the_export_writes_the_dated_events_without_a_clock() -> None:
    timeline = Timeline((event(1), happened(2, "Envoys meet", "2019-12-10")), (event(3, when=None),))
    context = ExportContext(documents={"wire": document()}, revisions={"event1": MADE})
    data = b"".join(part for part in EXPORTS["ics"].write(timeline, context) if isinstance(part, bytes))
    first, second = ical_rules.check(data)
    assert "URL" not in first
    assert first["LAST-MODIFIED"] == ["LAST-MODIFIED:20260102T030405Z"]
    assert second["LAST-MODIFIED"] == ["LAST-MODIFIED:19700101T000000Z"]
    assert DEFAULT_REMINDERS
