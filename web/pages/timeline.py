"""`/`: the timeline."""

from flask import render_template, request
from werkzeug.wrappers import Response

from chronology.model import QueryError
from web.pages import asking, drawing
from web.presenters.downloads import downloads
from web.presenters.drawing import choices
from web.presenters.timeline import Scene, timeline_view
from web.presenters.viewed import stretch
from web.site import site

SORTS = ("date", "importance")
LONGEST_PAGE = 32  # events: the first screen stays under 100 kB


def show() -> str | Response:
    """Show the events that the filters leave, by year and month."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query("page", "sort", *drawing.OWN)
    chronicle, config = site().chronicle, site().config
    timeline = chronicle.timeline(query)
    setting = asking.setting(query.as_of, timeline.findings)
    in_view = stretch(request.args.get("view", ""))
    scene = Scene(query, timeline, chronicle.facets(query), setting, _by_importance(), in_view)
    view = timeline_view(scene, asking.number("page"), min(config.page_size, LONGEST_PAGE))
    return render_template(
        "timeline.html",
        view=view,
        downloads=downloads(),
        drawn=drawing.is_built(),
        shelved=bool(timeline.undated),
        lanes=drawing.lanes(),
        choices=choices(),
    )


def _by_importance() -> bool:
    """Whether the most important events are to come first. Raises QueryError."""
    order = request.args.get("sort", SORTS[0])
    if order not in SORTS:
        raise QueryError(
            f"{order[:40]!r} is no order", where="sort", remedy=f"Give one of {', '.join(SORTS)}"
        )
    return order != SORTS[0]
