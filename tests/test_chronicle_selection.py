"""The index answers as looking at every event would."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.chronicle.selection import Selection
from chronology.model import Event, Query, Status, Timeline
from tests.values import event, evidence

DATES = [
    "2019-12-11",
    "2019-12",
    "2019",
    "201X",
    "2018/2021",
    "2019/..",
    "[..2018-06]",
    "2019-12-11/..",
    None,
]
NAMES = ["Jane Smith", "Smithson", "United States", "Vienna"]


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    made = [
        event(
            f"e{number}",
            draw(st.sampled_from(DATES)),
            title=draw(st.sampled_from(["Talks end", "The pact expires", "A summit"])),
            participants=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
            kind=draw(st.sampled_from(["meeting", "expiry"])),
            status=draw(st.sampled_from(list(Status))),
            evidence=(evidence(draw(st.sampled_from("ab")), number),),
        )
        for number in range(draw(st.integers(0, 12)))
    ]
    dated = sorted(
        (item for item in made if item.is_dated), key=lambda item: item.date.sort_key if item.date else ()
    )
    undated = tuple(item for item in made if not item.is_dated)
    return Timeline(tuple(dated), undated, (), len(made))


days = st.none() | st.dates(date(2016, 1, 1), date(2023, 1, 1))
queries = st.builds(
    Query,
    start=days,
    end=days,
    actors=st.sampled_from([(), ("smith",), ("UNITED states",), ("Vienna", "Smithson"), ("nobody",)]),
    kinds=st.sampled_from([(), ("meeting",), ("Expiry", "meeting")]),
    statuses=st.sampled_from([(), ("occurred",), ("scheduled", "denied")]),
    documents=st.sampled_from([(), ("a",), ("a", "b")]),
    text=st.sampled_from(["", "talks", "pact exp", "zzz"]),
)


def holds(item: Event, query: Query) -> bool:
    """Say by hand whether an event answers."""
    wanted = [f" {name.casefold()} " for name in query.actors]
    actors = [f" {name.casefold()} " for name in item.participants]
    words = (
        " ".join((item.title, *(piece.quote for piece in item.evidence))).casefold().replace(".", " ").split()
    )
    return (
        (not wanted or any(name in actor for name in wanted for actor in actors))
        and (not query.kinds or item.kind in {name.casefold() for name in query.kinds})
        and (not query.statuses or item.status in query.statuses)
        and (not query.documents or bool(set(item.documents) & set(query.documents)))
        and all(any(word.startswith(part) for word in words) for part in query.text.split())
        and within(item, query)
    )


def within(item: Event, query: Query) -> bool:
    if query.start is None and query.end is None:
        return True
    if query.is_contradictory or not item.is_dated or item.date is None:
        return False
    first, last = item.date.earliest or date.min, item.date.latest or date.max
    return (query.start or date.min) <= last and first <= (query.end or date.max)


@settings(max_examples=300, deadline=None)
@given(timelines(), queries)
def test_the_index_finds_what_a_look_at_every_event_finds(timeline: Timeline, query: Query) -> None:
    expected = [item for item in (*timeline.events, *timeline.undated) if holds(item, query)]
    selection = Selection(timeline)
    found = selection.select(query)
    assert [*found.events, *found.undated] == expected
    assert found.total == len(expected)
    facets = selection.facets(query)
    for item in expected:
        assert facets["kind"][item.kind] >= 1
        assert facets["status"][item.status] >= 1
