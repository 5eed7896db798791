"""Each check finds its fault, names it for a person, and leaves the sound timeline alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chronology.model import (
    DeadlineKind,
    Derivation,
    Document,
    Event,
    Finding,
    Severity,
    Status,
    Timeline,
    Timex,
    TimexType,
)
from chronology.timeline.builder import build
from chronology.timeline.checks import CHECKS
from tests.tellings import document, period, telling

ONE = document("one", "2031-03-12", title="First paper")
TWO = document("two", "2031-03-12", title="Second paper")
TREATY: dict[str, Any] = {"instruments": ("Treaty of Graz",)}
EXPIRY: dict[str, Any] = {"kind": "expiry", "lemma": "expire", "deadline": DeadlineKind.EXPIRY, **TREATY}
EXPIRY["status"] = Status.EXPECTED
SIGNED: dict[str, Any] = {"kind": "signature", "lemma": "sign", **TREATY}


def found(timeline: Timeline, code: str) -> Finding:
    """The one finding of that code."""
    (finding,) = [item for item in timeline.findings if item.code == code]
    assert finding.message.endswith(".")
    for event in timeline.events + timeline.undated:
        assert (code in event.findings) == (event.id in finding.events)
    return finding


def timex(text: str, where: str, said: str, edtf: str | None, **fields: Any) -> Timex:
    start = text.index(said)
    facts: dict[str, Any] = {"id": said, "derivation": Derivation((), "")} | fields
    return Timex(
        start=start,
        end=start + len(said),
        text=said,
        type=TimexType.DATE,
        value=edtf or "",
        period=period(edtf),
        **facts,
    )


def test_sources_that_disagree() -> None:
    facts: dict[str, Any] = {"kind": "meeting", "lemma": "summit", "places": ("Graz",)}
    timeline = build(
        [ONE, TWO],
        [
            telling("one", "Visegrad summit in Graz", "2031-03-10", said="Monday", **facts),
            telling("two", "Visegrad summit in Graz", "2031-03-09", said="Sunday", **facts),
        ],
    )
    finding = found(timeline, "sources-disagree")
    assert finding.severity is Severity.WARNING
    assert len(finding.events) == 2
    assert "First paper" in finding.message
    assert "10 March 2031" in finding.message
    assert "9 March 2031" in finding.message


def test_statements_that_do_not_fit() -> None:
    timeline = build(
        [ONE],
        [
            telling(
                "one",
                "Treaty of Graz expires",
                "[2032-03-12..]",
                said="in over a year",
                relative=True,
                **EXPIRY,
            ),
            telling("one", "Treaty of Graz expires", "2031-09", said="September", **EXPIRY),
        ],
    )
    finding = found(timeline, "statements-do-not-fit")
    assert "reckons" in finding.message
    assert finding.documents == ("one",)


def test_statements_that_fit_are_no_finding() -> None:
    timeline = build(
        [ONE],
        [
            telling(
                "one",
                "Treaty of Graz expires",
                "[2032-03-12..]",
                said="in over a year",
                relative=True,
                **EXPIRY,
            ),
            telling("one", "Treaty of Graz expires", "2032-05", said="May 2032", **EXPIRY),
        ],
    )
    assert timeline.findings == ()


def test_expiry_before_signature() -> None:
    timeline = build(
        [ONE],
        [
            telling("one", "Treaty of Graz signed", "2030-05", said="May 2030", **SIGNED),
            telling("one", "Treaty of Graz expires", "2029", said="2029", **EXPIRY),
        ],
    )
    finding = found(timeline, "expiry-before-signature")
    assert finding.severity is Severity.ERROR
    assert "Treaty of Graz" in finding.message


@pytest.mark.parametrize(
    ("quote", "said", "wrong"),
    [
        ("On Tuesday, March 10, 2031 they met.", "March 10, 2031", True),
        ("On Monday, March 10, 2031 they met.", "March 10, 2031", False),
        ("They met on Tuesday 10 March.", "Tuesday 10 March", True),
        ("They met on Monday. On March 10 they left.", "March 10", False),
        ("They will meet again on Tuesday.", "Tuesday", False),
    ],
)
def test_weekday_that_does_not_match(quote: str, said: str, wrong: bool) -> None:
    timeline = build([ONE], [telling("one", "Kovac meets Hale", "2031-03-10", said=said, quote=quote)])
    codes = [finding.code for finding in timeline.findings]
    assert codes == (["weekday-mismatch"] if wrong else [])


def test_end_before_start() -> None:
    text = "The war lasted from May 2020 to March 2019."
    timexes = [
        timex(text, "one", "May 2020", "2020-05", signal="from"),
        timex(text, "one", "March 2019", "2019-03"),
    ]
    timeline = build([document("one", text=text)], [], timexes={"one": timexes})
    finding = found(timeline, "end-before-start")
    assert "from" not in finding.documents
    assert "“May 2020 to March 2019”" in finding.message
    sound = [timexes[0], replace(timexes[1], period=period("2021-03"))]
    assert build([document("one", text=text)], [], timexes={"one": sound}).findings == ()


def test_outlier_year() -> None:
    dated = [
        telling("one", f"Event {year}", str(year), said=str(year)) for year in (2027, 2028, 2029, 2030, 2820)
    ]
    finding = found(build([ONE], dated), "outlier-year")
    assert "2820" in finding.message
    history = [
        telling("one", f"Event {year}", str(year), said=str(year)) for year in (1700, 1740, 1790, 1850, 1930)
    ]
    assert build([ONE], history).findings == ()


def test_unresolved_anchor() -> None:
    text = "Two days later they left."
    missing = timex(text, "one", "Two days later", None, unresolved="There is no day to count from.")
    finding = found(build([document("one", text=text)], [], timexes={"one": [missing]}), "unresolved-anchor")
    assert "no day to count from" in finding.message


def test_report_after_publication() -> None:
    timeline = build([ONE], [telling("one", "Kovac meets Hale", "2031-04-01", said="April 1")])
    assert "12 March 2031" in found(timeline, "report-after-publication").message
    planned = telling("one", "Kovac meets Hale", "2031-04-01", said="April 1", status=Status.SCHEDULED)
    assert build([ONE], [planned]).findings == ()


def test_overdue_without_report() -> None:
    planned: dict[str, Any] = {
        "kind": "meeting",
        "lemma": "meet",
        "participants": ("Kovac", "Hale"),
        "said": "April 1",
    }
    told = telling("one", "Kovac meets Hale", "2031-04-01", status=Status.SCHEDULED, **planned)
    assert build([ONE], [told]).findings == ()
    finding = found(build([ONE], [told], as_of=date(2031, 5, 1)), "overdue-without-report")
    assert "as of 2031-05-01" in finding.message
    after = document("after", "2031-04-02")
    done = telling("after", "Kovac meets Hale", "2031-04-01", **planned)
    assert build([ONE, after], [told, done], as_of=date(2031, 5, 1)).findings == ()


def test_duplicate_document() -> None:
    text = " ".join(f"Sentence {number} of the report tells something else again." for number in range(40))
    one, copy = document("one", text=text), document("copy", text=text.replace("Sentence 7 ", "Line 7 "))
    other = document("other", text="A wholly different text. " * 20)
    finding = found(build([one, copy, other], []), "duplicate-document")
    assert finding.documents == ("copy", "one")


def test_a_sound_timeline_has_no_findings() -> None:
    told: list[Event] = [telling("one", "Treaty of Graz signed", "2030-05", said="May 2030", **SIGNED)]
    documents: list[Document] = [ONE, TWO]
    assert build(documents, told).findings == ()


def test_every_check_says_what_it_looks_for() -> None:
    assert all(check.__doc__ for check in CHECKS)
