"""The timeline as a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.model import Event, Query, Timeline
from web.presenters.dates import count
from web.presenters.entries import EntryView, Setting, entry
from web.presenters.filters import (
    ActiveFilter,
    Counts,
    FacetView,
    active,
    facets,
    namer,
    pairs,
    query_string,
)
from web.presenters.grouping import YearGroup, by_year_and_month
from web.presenters.jumps import JumpView, Place, jumps
from web.presenters.overview import Overview, overview
from web.presenters.paging import Pages, Shelf, part, shelf
from web.presenters.viewed import Stretch, Viewed, viewed

MOST_PRINTED = 2000  # events


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The list, its filters, its picture; `filters` is the query string that asks for exactly this.

    Either `years` or `ranked` holds the events: by date, or the most important first. `viewed` says which
    part of them is listed where the list follows the drawing; `here` keeps that part, `filters` asks for it
    as programs can.
    """

    summary: str
    query: Query
    years: tuple[YearGroup, ...]
    ranked: tuple[EntryView, ...]
    undated: Shelf[EntryView]
    overview: Overview | None
    facets: tuple[FacetView, ...]
    active: tuple[ActiveFilter, ...]
    filters: str
    here: str
    pages: Pages
    viewed: Viewed | None = None
    jumps: tuple[JumpView, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page is made of: the whole answer to `query`, with the counts of its facets."""

    query: Query
    timeline: Timeline
    counts: Counts
    setting: Setting
    ranked: bool = False
    stretch: Stretch | None = None


def timeline_view(scene: Scene, page: int, size: int) -> TimelineView:
    """Show page `page` (from 1) of `size` events; the undated shelf stands on the last page."""
    stretch, timeline = scene.stretch, scene.timeline
    events = timeline.events if stretch is None else stretch.of(timeline.events)
    ordered = sorted(events, key=lambda event: -event.importance) if scene.ranked else events
    sort = (("sort", "importance"),) if scene.ranked else ()
    kept = (*pairs(scene.query), *(stretch.pairs if stretch else ()))
    shown = part(ordered, page, size, (*kept, *sort))
    shelved = stretch is None and bool(timeline.undated)
    undated = timeline.undated if shown.is_last and shelved else ()
    name = namer(scene.setting.documents)
    return TimelineView(
        summary=_summary(scene),
        query=scene.query,
        years=()
        if scene.ranked
        else by_year_and_month((event, entry(event, scene.setting)) for event in shown.items),
        ranked=_entries(shown.items, scene) if scene.ranked else (),
        undated=shelf(undated, lambda event: entry(event, scene.setting), size),
        overview=overview(timeline.events, scene.setting.as_of),
        facets=facets(scene.query, scene.counts, name),
        active=active(scene.query, name),
        filters=query_string(pairs(stretch.within(scene.query) if stretch else scene.query)),
        here=query_string(kept),
        pages=shown.pages,
        viewed=viewed(scene.query, stretch, len(events)) if stretch else None,
        jumps=() if scene.ranked else jumps(events, Place(shown.number, size, kept), undated=shelved),
    )


def _entries(events: Iterable[Event], scene: Scene) -> tuple[EntryView, ...]:
    return tuple(entry(event, scene.setting) for event in events)


def _summary(scene: Scene) -> str:
    """Say how much there is: "21 events and 2 without a date, from 2 documents"."""
    dated, undated = len(scene.timeline.events), len(scene.timeline.undated)
    told = {name for event in (*scene.timeline.events, *scene.timeline.undated) for name in event.documents}
    text = count(dated, "event")
    if undated:
        text += f" and {undated:,} without a date"
    return (
        f"{text}, from {count(len(told), 'document')}, each with the sentence that says so" if told else text
    )


@dataclass(frozen=True, slots=True)
class PaperView:
    """All of a timeline for paper, what asked for it in words, and the query string that asks for it."""

    summary: str
    asked: str
    filters: str
    years: tuple[YearGroup, ...]
    undated: Shelf[EntryView]
    left: int


def paper_view(scene: Scene) -> PaperView:
    """Show the whole of `scene`, or as much of it as a browser lays out."""
    events = scene.timeline.events[:MOST_PRINTED]
    return PaperView(
        summary=_summary(scene),
        asked=", ".join(item.words for item in active(scene.query, namer(scene.setting.documents))),
        filters=query_string(pairs(scene.query)),
        years=by_year_and_month((event, entry(event, scene.setting)) for event in events),
        undated=shelf(scene.timeline.undated, lambda event: entry(event, scene.setting), MOST_PRINTED),
        left=len(scene.timeline.events) - len(events),
    )
