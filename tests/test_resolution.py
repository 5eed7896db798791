"""What an expression comes to: its anchor, granularity, the side that tense chooses, how long it holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.model import AnchorKind, DateError, Granularity, StepKind
from chronology.tagging import resolve, tag

_PUBLISHED = "2019-12-11"  # a Wednesday


def _one(text, published=_PUBLISHED, **options):
    (timex,) = tag(text, published, **options)
    return timex


# Anchors


@pytest.mark.parametrize(
    ("published", "value", "edtf"),
    [
        ("2019-12-11", "2019-12-10", "2019-12-10"),
        ("2019-12", "2019-XX-XX", "[2019-11-30..2019-12-30]"),
        ("2019", "XXXX-XX-XX", "[2018-12-31..2019-12-30]"),
    ],
)
def test_yesterday_is_as_fine_as_the_publication_date(published, value, edtf):
    timex = _one("He left yesterday.", published, mode="news")
    assert (timex.value, timex.edtf) == (value, edtf)
    assert timex.period.granularity is Granularity.DAY


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He left last May.", "2019-12", "2019-05"),
        ("He left last year.", "2019", "2018"),
        ("He left this year.", "2019", "2019"),
        ("The December 10 meetings were brief.", "2019-12", "2019-12-10"),
        ("He left in July.", "2019-12", "2019-07"),
    ],
)
def test_a_coarse_publication_date_is_enough_for_what_is_as_coarse(text, published, value):
    assert _one(text, published).value == value


def test_without_a_publication_date_nothing_is_invented():
    for text in ("on Monday", "last week", "in July", "two days ago", "at Christmas"):
        timex = _one(text, None)
        assert timex.period is None
        assert timex.unresolved


def test_the_last_mentioned_date_is_the_anchor_of_the_story():
    first, second = tag("On December 10 they met. The previous day a summit was held.", _PUBLISHED)
    assert second.value == "2019-12-09"
    assert (second.anchor.kind, second.anchor.ref) == (AnchorKind.TIMEX, first.id)


def test_a_speaker_counts_from_the_day_of_speaking():
    timexes = tag('"We leave tomorrow," he said Monday.', _PUBLISHED)
    assert [t.value for t in timexes] == ["2019-12-12", "2019-12-09"]
    timexes = tag('He said Monday: "We leave tomorrow."', _PUBLISHED)
    assert timexes[1].value == "2019-12-10"
    assert timexes[1].anchor.kind is AnchorKind.SPEAKER


def test_the_day_before_an_undated_event_stays_undated():
    timex = _one("He resigned the day before the vote.")
    assert timex.period is None
    assert timex.anchor.kind is AnchorKind.EVENT
    assert timex.anchor.label.startswith("event:the vote")


def test_the_dateline_is_the_publication_time():
    text = "GENEVA (Reuters - 11th December, 2019) Talks began on 3 May 2018."
    first, second = tag(text, _PUBLISHED)
    assert first.is_publication_time
    assert not second.is_publication_time


# Readings


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He resigned on Monday.", "2019-12-09"),
        ("He will resign on Monday.", "2019-12-16"),
        ("He is due to resign Monday.", "2019-12-16"),
        ("They expect an answer by Friday.", "2019-12-13"),
        ("The law was passed in March.", "2019-03"),
        ("The law takes effect in March and will be reviewed.", "2020-03"),
        ("The offer runs until Jan. 15.", "2020-01-15"),
    ],
)
def test_tense_chooses_the_side(text, value):
    assert _one(text).value == value


def test_the_reading_that_lost_is_kept_with_the_reason():
    timex = _one("He told them on Monday.")
    (lost,) = timex.alternatives
    assert lost.value == "2019-12-16"
    assert "told" in lost.why
    assert any(step.kind is StepKind.ASSUMED and "told" in step.text for step in timex.derivation.steps)


def test_the_sentence_gives_anchor_and_reason():
    because = _one("He told them on Monday.").because
    assert because == (
        "“Monday” is 9 December 2019: the latest on or before the publication date, 11 December 2019, "
        "since “told” speaks of what was past."
    )


def test_mode_auto_tells_history_from_news():
    history = (
        "In 1812 they marched. In 1813 they fled. In 1814 they slept. In 1815 all was over. In June all met."
    )
    news = "He said on Monday that talks will resume tomorrow. In June they met."
    assert tag(history, _PUBLISHED)[-1].value == "1815-06"
    assert tag(news, _PUBLISHED)[-1].value == "2019-06"


def test_a_news_text_may_tell_a_story_in_one_passage():
    text = (
        "War began in 1995, spread in 1996 and on 3 June 1997 the town fell. In May it ended. He left Monday."
    )
    values = [timex.value for timex in tag(text, _PUBLISHED, mode="news")]
    assert values[-2:] == ["1997-05", "2019-12-09"]


# Granularity and bounds


@pytest.mark.parametrize(
    ("text", "value", "granularity"),
    [
        ("two years ago", "2017", Granularity.YEAR),
        ("two months ago", "2019-10", Granularity.MONTH),
        ("two weeks ago", "2019-W48", Granularity.WEEK),
        ("two days ago", "2019-12-09", Granularity.DAY),
        ("a decade ago", "2009", Granularity.YEAR),
    ],
)
def test_ago_keeps_the_unit_that_was_said(text, value, granularity):
    timex = _one(text)
    assert (timex.value, timex.period.granularity) == (value, granularity)


def test_over_and_less_than_open_the_bounds():
    over = _one("It was left over a year and a half ago.")
    assert (over.mod, over.period.earliest, over.period.latest) == ("BEFORE", None, date(2018, 6, 11))
    later = _one("It is expiring in a little over a year.")
    assert (later.mod, later.period.earliest, later.period.latest) == ("AFTER", date(2020, 12, 11), None)


@pytest.mark.parametrize("text", ["February 30", "31/31/2019", "Feb. 29, 2019", "a billion years ago"])
def test_an_impossible_date_is_left_without_one(text):
    timex = _one(text)
    assert timex.period is None
    assert timex.unresolved


def test_vague_references_are_bounded_but_undated():
    for text, earliest, latest in [
        ("the near future", date(2019, 12, 11), None),
        ("recently", None, date(2019, 12, 11)),
    ]:
        timex = _one(text)
        assert timex.period.granularity is Granularity.UNKNOWN
        assert (timex.period.earliest, timex.period.latest) == (earliest, latest)


# Windows


@pytest.mark.parametrize(
    "text",
    [
        "He left on Monday.", "He will leave on Monday.", "He left in July.", "He left last May.",
        "He left this year.",
        "He left two weeks ago.", "He goes next Friday.", "It rained on Dec. 3.", "He left yesterday.",
    ],
)  # fmt: skip
@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
@settings(max_examples=25, deadline=None)
def test_the_value_is_the_same_throughout_its_window_and_differs_outside(text, day):
    timex = _one(text, day, mode="news")
    start, end = timex.holds_from, timex.holds_to
    assert start is not None
    assert end is not None
    assert start <= day <= end
    assert {_one(text, edge, mode="news").value for edge in (start, end)} == {timex.value}
    for outside in (start - timedelta(days=3), end + timedelta(days=3)):
        assert _one(text, outside, mode="news").value != timex.value


@given(
    day=st.dates(max_value=date(9990, 1, 1)),
    count=st.integers(0, 400),
    unit=st.sampled_from(["day", "week", "month", "year"]),
)
@settings(max_examples=60, deadline=None)
def test_ago_and_from_now_lie_on_their_sides(day, count, unit):
    for words, side in ((f"{count} {unit}s ago", -1), (f"{count} {unit}s from now", 1)):
        timex = _one(words, day, mode="news")
        if timex.period is not None and timex.period.latest is not None:
            assert (
                (timex.period.latest <= day + timedelta(days=366)) if side < 0 else timex.period.latest >= day
            )


# The interface


def test_resolve_takes_the_widest_expression_and_refuses_none():
    assert resolve("last May", "2019-12-11").value == "2019-05"
    with pytest.raises(DateError):
        resolve("nothing of the kind", "2019-12-11")


@pytest.mark.parametrize("published", ["yesterday", "2019-13", "2019-12-11T99:00"])
def test_a_publication_date_that_is_none_is_refused(published):
    with pytest.raises(DateError):
        tag("last May", published)


def test_an_unknown_mode_is_refused():
    with pytest.raises(DateError, match="mode"):
        tag("last May", _PUBLISHED, mode="poetry")
