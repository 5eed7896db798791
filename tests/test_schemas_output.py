"""The JSON shapes of the contract: what the schemas say, the makers make."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chronology import schemas
from chronology.model import (
    Anchor,
    AnchorKind,
    Attribution,
    Deadline,
    DeadlineKind,
    DeadlineState,
    Event,
    Finding,
    KeyDate,
    Reading,
    Severity,
    Timex,
)
from chronology.temporal.edtf import parse
from tests.values import document, event, timex

FULL_EVENT = event(
    deadline=DeadlineKind.EXPIRY,
    attribution=Attribution("Moscow", "said"),
    participants=("Russia",),
    places=("Vienna",),
    instruments=("New START",),
    part_of="e0",
    superseded_by="e2",
    merge_reasons=("same treaty",),
    findings=("outlier-year",),
    first_reported=parse("2019-12"),
    why_date="It says 2021-02.",
)
FULL_TIMEX = replace(
    timex(),
    mod="BEFORE",
    quant="EVERY",
    freq="2X",
    anchor=Anchor(AnchorKind.TIMEX, "t1"),
    begin_point="t1",
    end_point="t2",
    function="PUBLICATION_TIME",
    signal="since",
    confidence=0.9,
    alternatives=(Reading("2020-02", "the verb is past"),),
    unresolved="no publication date",
    holds_from=date(2019, 12, 10),
    holds_to=date(2020, 12, 9),
)
DUE = Deadline(FULL_EVENT, parse("2021-02"), 418, 445, DeadlineState.UPCOMING)


@pytest.mark.parametrize(
    ("schema", "made"),
    [
        (schemas.TimexSchema, schemas.timex_json(timex())),
        (schemas.TimexSchema, schemas.timex_json(timex(), explained=False)),
        (schemas.TimexSchema, schemas.timex_json(FULL_TIMEX)),
        (schemas.TimexSchema, schemas.timex_json(replace(timex(), period=None))),
        (schemas.EventSchema, schemas.event_json(event())),
        (schemas.EventSchema, schemas.event_json(event(when=None, evidence=()))),
        (
            schemas.EventSchema,
            schemas.event_json(FULL_EVENT, [document(url="https://example.org", publisher="Wire")]),
        ),
        (schemas.DeadlineSchema, schemas.deadline_json(DUE, {"wire": document()})),
        (schemas.DocumentSchema, schemas.document_json(document(), text=True)),
        (schemas.DocumentSchema, schemas.document_json(replace(document(), published=None))),
        (schemas.FindingSchema, schemas.finding_json(Finding("c", Severity.ERROR, "m", ("e1",), ("d1",)))),
        (schemas.KeyDateSchema, schemas.key_date_json(KeyDate(date(2019, 12, 10), 1.5, ("e1",)))),
    ],
)
def test_what_is_made_is_what_the_schema_says(schema, made):
    assert schema().validate(made) == {}
    assert schema().dump(made) == made
    assert json.loads(json.dumps(made)) == made


def test_a_timex_has_the_keys_of_the_contract():
    made = schemas.timex_json(FULL_TIMEX)

    assert (
        made
        | {
            "start": 20,
            "end": 33,
            "text": "February 2021",
            "type": "DATE",
            "value": "2021-02",
            "mod": "BEFORE",
            "edtf": "2021-02",
            "earliest": "2021-02-01",
            "latest": "2021-02-28",
            "anchor": "t1",
            "because": "It says 2021-02.",
        }
        == made
    )
    assert made["anchorTimeID"] == "t1"
    assert "mod" not in schemas.timex_json(timex())


@pytest.mark.parametrize(
    ("anchor", "label"),
    [
        (Anchor(AnchorKind.NONE), None),
        (Anchor(AnchorKind.DCT), "dct"),
        (Anchor(AnchorKind.TIMEX, "t3"), "t3"),
        (Anchor(AnchorKind.EVENT, "the vote"), "event:the vote"),
        (Anchor(AnchorKind.SPEAKER), "speaker"),
    ],
)
def test_an_anchor_is_one_word(anchor, label):
    made: Timex = replace(timex(), anchor=anchor)

    assert schemas.timex_json(made)["anchor"] == label


def test_an_event_has_the_keys_of_the_contract():
    made = schemas.event_json(FULL_EVENT, [document(published="2019-12")])

    assert _part(made, "evidence", "importance", "because", "negated") | {
        "id": "e1",
        "title": "New START expires",
        "kind": "expiry",
        "status": "scheduled",
        "date": {
            "edtf": "2021-02",
            "earliest": "2021-02-01",
            "latest": "2021-02-28",
            "granularity": "month",
            "text": "February 2021",
        },
        "participants": ["Russia"],
        "places": ["Vienna"],
        "instruments": ["New START"],
        "deadline": True,
        "first_reported": "2019-12",
        "findings": ["outlier-year"],
    } == _part(made, "evidence", "importance", "because", "negated")
    (telling,) = made["evidence"]
    assert telling["document"] == {"id": "wire", "title": "Report wire", "published": "2019-12"}
    assert telling["quote"] == "The pact expires in February 2021."
    assert (telling["start"], telling["end"]) == (0, 34)
    assert telling["expression"] == {
        "text": "February 2021",
        "start": 20,
        "end": 33,
        "type": "DATE",
        "value": "2021-02",
        "edtf": "2021-02",
        "because": "It says 2021-02.",
    }


def test_a_deadline_adds_what_the_contract_adds():
    made = schemas.deadline_json(DUE)

    assert _bounds(made["due"]) == {"edtf": "2021-02", "earliest": "2021-02-01", "latest": "2021-02-28"}
    assert made["days_left"] == {"min": 418, "max": 445}
    assert made["state"] == "upcoming"
    assert made["title"] == "New START expires"


@pytest.mark.parametrize(
    ("when", "date_"),
    [
        (
            None,
            {
                "edtf": None,
                "earliest": None,
                "latest": None,
                "granularity": "unknown",
                "text": "at a time not stated",
            },
        ),
        (
            "[..2018-06]",
            {
                "edtf": "[..2018-06]",
                "earliest": None,
                "latest": "2018-06-30",
                "granularity": "month",
                "text": "some time before July 2018",
            },
        ),
        (
            "2011/..",
            {
                "edtf": "2011/..",
                "earliest": "2011-01-01",
                "latest": None,
                "granularity": "year",
                "text": "from 2011 on",
            },
        ),
    ],
)
def test_open_and_missing_dates_are_null(when, date_):
    assert schemas.event_json(event(when=when))["date"] == date_


def test_a_telling_is_its_trigger_and_the_value_that_dates_it():
    made = schemas.telling_json(event())

    assert (made["start"], made["end"], made["text"]) == (9, 16, "expires")
    assert made["date"] == made["edtf"] == "2021-02"
    assert schemas.telling_json(_without_timex(event("e1", "2019-12-09")))["date"] == "2019-12-09"
    assert schemas.telling_json(_without_timex(event("e1", None)))["date"] is None


def test_making_json_needs_no_marshmallow():
    program = (
        "import sys; from chronology.schemas import timex_json, event_json; "
        "assert not {'marshmallow', 'pendulum', 'holidays'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_every_name_of_the_package_loads():
    assert all(getattr(schemas, name) for name in schemas.__all__)
    with pytest.raises(AttributeError):
        _ = schemas.NoSuchSchema


def _without_timex(told: Event) -> Event:
    return replace(told, evidence=(replace(told.evidence[0], timex=None),))


def _part(made: dict[str, Any], *without: str) -> dict[str, Any]:
    optional = {
        "deadline_kind",
        "attribution",
        "part_of",
        "superseded_by",
        "extends",
        "extended_by",
        "met_by",
        "merge_reasons",
    }
    return {name: value for name, value in made.items() if name not in {*without, *optional}}


def _bounds(made: dict[str, Any]) -> dict[str, Any]:
    return {name: made[name] for name in ("edtf", "earliest", "latest")}
