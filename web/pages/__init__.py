"""The pages: server-rendered, whole without JavaScript."""

from typing import Final

from flask import Blueprint

from web.pages import (
    compare,
    deadlines,
    documents,
    drawing,
    events,
    explain,
    findings,
    instruments,
    paper,
    subscribe,
    timeline,
)
from web.pages.remembering import remembered

ROUTES: Final = (
    ("/", "timeline", remembered(timeline.show), ("GET",)),
    ("/print", "print", paper.show, ("GET",)),
    ("/timeline.json", "picture", drawing.picture, ("GET",)),
    ("/timeline/words.json", "words", drawing.words, ("GET",)),
    ("/events/<event_id>", "event", remembered(events.show), ("GET",)),
    ("/documents", "documents", remembered(documents.index), ("GET",)),
    ("/documents/<path:document_id>", "document", documents.show, ("GET",)),
    ("/deadlines", "deadlines", remembered(deadlines.show), ("GET",)),
    ("/instruments", "instruments", remembered(instruments.index), ("GET",)),
    ("/instruments/<path:name>", "instrument", remembered(instruments.show), ("GET",)),
    ("/findings", "findings", remembered(findings.show), ("GET",)),
    ("/compare", "compare", remembered(compare.show), ("GET",)),
    ("/explain", "explain", explain.show, ("GET", "POST")),
    ("/subscribe", "subscribe", subscribe.show, ("GET",)),
)
"""Address, endpoint, view and methods of every page: a new page is one line here and one module."""

blueprint = Blueprint("pages", __name__)
for _rule, _endpoint, _view, _methods in ROUTES:
    blueprint.add_url_rule(_rule, _endpoint, _view, methods=list(_methods))
