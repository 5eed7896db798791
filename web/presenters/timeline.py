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
from web.presenters.overview import Overview, overview


@dataclass(frozen=True, slots=True)
class Pages:
    """Where in a long list we are; `earlier` and `later` are query strings, "" at the ends."""

    words: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The list, its filters, its picture; `filters` is the query string that asks for exactly this.

    Either `years` or `ranked` holds the events: by date, or the most important first.
    """

    summary: str
    query: Query
    years: tuple[YearGroup, ...]
    ranked: tuple[EntryView, ...]
    undated: tuple[EntryView, ...]
    overview: Overview | None
    facets: tuple[FacetView, ...]
    active: tuple[ActiveFilter, ...]
    filters: str
    pages: Pages


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page is made of: the whole answer to `query`, with the counts of its facets."""

    query: Query
    timeline: Timeline
    counts: Counts
    setting: Setting
    ranked: bool = False


def timeline_view(scene: Scene, page: int, size: int) -> TimelineView:
    """Show page `page` (from 1) of `size` events; the undated shelf stands on the last page."""
    events = scene.timeline.events
    ordered = sorted(events, key=lambda event: -event.importance) if scene.ranked else events
    last = max(1, -(-len(events) // size))
    page = min(max(page, 1), last)
    shown = ordered[(page - 1) * size : page * size]
    name = namer(scene.setting.documents)
    return TimelineView(
        summary=_summary(scene),
        query=scene.query,
        years=()
        if scene.ranked
        else by_year_and_month((event, entry(event, scene.setting)) for event in shown),
        ranked=_entries(shown, scene) if scene.ranked else (),
        undated=_entries(scene.timeline.undated, scene) if page == last else (),
        overview=overview(events, scene.setting.as_of),
        facets=facets(scene.query, scene.counts, name),
        active=active(scene.query, name),
        filters=query_string(pairs(scene.query)),
        pages=_pages(scene, page, last),
    )


def _entries(events: Iterable[Event], scene: Scene) -> tuple[EntryView, ...]:
    return tuple(entry(event, scene.setting) for event in events)


def _pages(scene: Scene, page: int, last: int) -> Pages:
    sort = (("sort", "importance"),) if scene.ranked else ()

    def to(number: int) -> str:
        return query_string((*pairs(scene.query), *sort, ("page", str(number))))

    return Pages(
        words=f"Page {page} of {last}" if last > 1 else "",
        earlier=to(page - 1) if page > 1 else "",
        later=to(page + 1) if page < last else "",
    )


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
