"""`/`: the timeline."""

from flask import render_template
from werkzeug.wrappers import Response

from web.pages import asking
from web.presenters.timeline import Scene, timeline_view
from web.site import site

LONGEST_PAGE = 50  # events: the first screen stays under 100 kB


def show() -> str | Response:
    """Show the events that the filters leave, by year and month."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query("page")
    chronicle, config = site().chronicle, site().config
    timeline = chronicle.timeline(query)
    setting = asking.setting(query.as_of, timeline.findings)
    scene = Scene(query, timeline, chronicle.facets(query), setting)
    view = timeline_view(scene, asking.number("page"), min(config.page_size, LONGEST_PAGE))
    return render_template("timeline.html", view=view)
