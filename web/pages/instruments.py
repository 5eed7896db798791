"""`/instruments` and `/instruments/<name>`: the life of a treaty, agreement or law."""

from flask import render_template

from chronology.model import NotFoundError, Query
from web.pages import asking
from web.presenters.deadlines import upcoming
from web.presenters.timeline import Scene, timeline_view
from web.site import site

LONGEST_PAGE = 40  # events


def index() -> str:
    """List the instruments that events speak of, the most told first."""
    return render_template("instruments.html", counts=site().chronicle.facets(Query())["instrument"])


def show(name: str) -> str:
    """Show what happened to one instrument, and what falls due. Raises NotFoundError."""
    chronicle = site().chronicle
    query = Query(instruments=(name,))
    timeline = chronicle.timeline(query)
    if not timeline.total:
        raise NotFoundError("no event speaks of it", where=name, remedy="See the list of treaties and laws")
    setting = asking.setting(findings=timeline.findings)
    view = timeline_view(Scene(query, timeline, {}, setting), asking.number("page"), LONGEST_PAGE)
    due = upcoming(chronicle.deadlines(query, as_of=setting.as_of, until=None), setting)
    return render_template("instrument.html", name=name, view=view, due=due)
