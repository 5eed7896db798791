"""`/findings`: what the checks noticed."""

from flask import render_template
from werkzeug.wrappers import Response

from chronology.model import Query
from web.pages import asking
from web.presenters.entries import document_title, title
from web.presenters.findings import finding_groups
from web.site import site


def show() -> str | Response:
    """List the findings, the gravest first, each with the events and documents that it is about."""
    if tidy := asking.tidied():
        return tidy
    chronicle = site().chronicle
    timeline = chronicle.timeline(Query())
    titles = {event.id: title(event) for event in (*timeline.events, *timeline.undated)}
    names = {name: document_title(document) for name, document in asking.documents().items()}
    groups = finding_groups(chronicle.findings(asking.query()))
    return render_template("findings.html", groups=groups, titles=titles, names=names)
