"""What the pages are made of: deadlines by state and treaty, years to jump to, sentences cut short."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.model import DeadlineState, Span
from tests import pages_chronicle, support
from tests.support import STATIC
from web.presenters.deadlines import STATES, by_instrument, by_state
from web.presenters.entries import Setting
from web.presenters.event import event_view, publication_days
from web.presenters.jumps import MOST, Place, jumps
from web.presenters.segments import sentence_segments

SETTING = Setting({}, date(2019, 12, 11))
SHAPES = (STATIC.parent / "templates" / "_shapes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("state", list(DeadlineState))
def test_every_state_of_a_deadline_has_a_heading_a_label_and_a_shape(state):
    (deadline,) = pages_chronicle.deadlines(["2020-05"])
    sections = {section.name: section for section in by_state([replace(deadline, state=state)], SETTING)}
    (shown,) = sections[state].deadlines.items
    assert sections[state].label == STATES[state][0]
    assert shown.state_label
    assert f'id="state-{state}"' in SHAPES


def test_what_gave_a_deadline_its_state_is_named():
    (deadline,) = pages_chronicle.deadlines(["2020-05"])
    moved = replace(deadline, event=replace(deadline.event, extended_by="later", met_by="report"))
    (section,) = by_state([moved], SETTING)
    assert section.deadlines.items[0].others == (
        ("The extension", "later"),
        ("The report that it was met", "report"),
    )


def test_treaties_stand_in_the_order_in_which_to_act_and_what_has_none_comes_last():
    names = {"2020-05": ("Late Pact",), "2020-02": (), "2020-03": ("Early Pact", "Late Pact")}
    deadlines = [
        replace(item, event=replace(item.event, instruments=names[item.due.edtf]))
        for item in pages_chronicle.deadlines(sorted(names))
    ]
    shown = [(section.instrument, section.deadlines.size) for section in by_instrument(deadlines, SETTING)]
    assert shown == [("Early Pact", 1), ("Late Pact", 2), ("", 1)]


@pytest.mark.parametrize(
    ("years", "first", "last"),
    [
        (range(2010, 2020), ("2010", "#y-2010"), ("2019", "?q=a&page=2#y-2019")),
        (range(1900, 2000), ("1900s", "#y-1900"), ("1990s", "?q=a&page=19#y-1990")),
        (range(1100, 2000), ("1100 to 1199", "#y-1100"), ("1900 to 1999", "?q=a&page=161#y-1900")),
    ],
)
def test_every_year_can_be_jumped_to_or_its_decade_or_century(years, first, last):
    events = [support.event(number, when=str(year)) for number, year in enumerate(years)]
    shown = jumps(events, Place(1, 5, (("q", "a"),)))
    assert (shown[0].label, shown[0].address) == first
    assert (shown[-1].label, shown[-1].address) == last
    assert len(shown) <= MOST


def test_from_a_later_page_the_first_one_is_reached_without_a_number():
    events = [support.event(number, when=str(2000 + number)) for number in range(10)]
    assert jumps(events, Place(2, 5, ()))[0].address == "?#y-2000"
    assert jumps(events[:1], Place(1, 5, ())) == ()


def test_what_has_no_date_is_reached_on_the_last_page():
    events = [support.event(number, when=str(2000 + number)) for number in range(10)]
    assert jumps(events, Place(1, 5, ()), undated=True)[-1].address == "?page=2#undated"
    assert jumps(events, Place(2, 5, ()), undated=True)[-1].address == "#undated"


@given(st.integers(0, 900), st.integers(0, 900), st.integers(20, 400))
def test_a_cut_sentence_keeps_its_expression_and_invents_nothing(before, after, most):
    quote = "word " * before + "May 2019" + " word" * after
    place = Span(5 * before, 5 * before + 8)
    timex = replace(support.timex("May 2019", place.start, "2019-05"), end=place.end)
    told = replace(support.evidence(), quote=quote, start=0, end=len(quote), timex=timex, trigger=place)
    shown = sentence_segments((told,), most)
    text = "".join(piece.text for segment in shown for piece in segment.pieces)
    assert "".join(piece.text for segment in shown if segment.timex for piece in segment.pieces) == "May 2019"
    assert text.strip("… ") in quote
    assert len(text) <= most + 4 or len(quote) <= most
    assert ("…" in text) == (len(quote) > most)


def test_what_was_known_is_told_publication_by_publication():
    documents = {
        item.id: item for item in (support.document(), support.document("late", published="2020-01"))
    }
    event = support.event(evidence=(support.evidence(), support.evidence(1, "late")))
    early = support.event(title="A pact expires", evidence=(support.evidence(),))
    days = publication_days(event, documents)
    view = event_view(event, replace(SETTING, documents=documents), then={days[0]: early})
    assert days == (date(2019, 12, 11), date(2020, 1, 1))
    assert [(row.source.id, row.then) for row in view.known] == [
        ("wire", "“A pact expires”, February 2021, day not stated, scheduled; one quotation"),
        ("late", ""),
    ]
