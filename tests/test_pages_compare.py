"""Two as-of days compared."""

from dataclasses import replace

from chronology.model import Status
from chronology.temporal import edtf
from chronology.timeline.diff import Change, Diff
from tests import support
from web.presenters.comparison import comparison


def test_differences_are_said_in_words_and_empty_kinds_left_out():
    before = support.event(1, when="2019-05")
    after = replace(before, date=edtf.parse("2019-05-14"), status=Status.OCCURRED)
    change = Change(before, after, ("status", "date"))
    groups = comparison(Diff(new=(support.event(2),), changed=(change,), passed=(), withdrawn=(before,)))
    assert [(group.name, group.size) for group in groups] == [("new", 1), ("changed", 1), ("withdrawn", 1)]
    assert groups[1].rows[0].changes == (
        "status: Scheduled → Occurred",
        "date: May 2019, day not stated → 14 May 2019",
    )
    assert not groups[2].linked
