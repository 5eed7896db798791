"""`/print`: the whole of what the filters leave on one page, for paper."""

from flask import render_template
from werkzeug.wrappers import Response

from web.pages import asking
from web.presenters.timeline import Scene, paper_view
from web.site import site


def show() -> str | Response:
    """Show every event that matches, with its first quotation, and nothing that paper cannot use."""
    if tidy := asking.tidied():
        return tidy
    query = asking.query()
    timeline = site().chronicle.timeline(query)
    return render_template(
        "print.html", view=paper_view(Scene(query, timeline, {}, asking.setting(query.as_of)))
    )
