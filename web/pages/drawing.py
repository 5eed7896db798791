"""`/timeline.json` and `/timeline/words.json`: what the script needs that draws the timeline.

The pages are whole without it: nothing asks for these addresses where the script was not built.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from flask import Response, current_app, request

from chronology.model import QueryError
from web import http
from web.pages import asking
from web.presenters import drawing
from web.presenters.drawing import LANES, Drawn
from web.site import site

SCRIPT: Final = "timeline.js"
OWN: Final = ("lanes", "view", "event")
"""Parameters of the timeline page that the drawing writes: never a filter of what is drawn."""


def is_built() -> bool:
    """Whether the script is there."""
    return (Path(current_app.static_folder or "") / SCRIPT).is_file()


def lanes() -> str:
    """Return what the lanes are to be. Raises QueryError."""
    given = request.args.get("lanes", "kind")
    if given not in LANES:
        raise QueryError(
            f"{given[:40]!r} is no kind of lane", where="lanes", remedy=f"Give one of {', '.join(LANES)}"
        )
    return given


def picture() -> Response:
    """Serve the days of every event that matches the filters, as columns."""
    return _answer(drawing.columns)


def words() -> Response:
    """Serve the titles of one part of the events, by the number of the part from 0. Raises QueryError."""
    part = asking.number("part", 0)
    return _answer(lambda drawn: drawing.words(drawn, part))


def _answer(show: Callable[[Drawn], Any]) -> Response:
    """Answer with what `show` makes of the events, made once for each revision, query and day."""
    here = site()
    query = asking.query("part", *OWN)
    as_of = query.as_of or here.config.today()
    key = (request.path, request.query_string, here.chronicle.revision(), as_of, here.config.today())
    body = here.bodies.get(key)
    if body is None:
        timeline = here.chronicle.timeline(query)
        today, setting = here.config.today(), asking.setting(as_of)
        drawn = Drawn(timeline.events, timeline.undated, setting, today, query.as_of, lanes())
        text = json.dumps(show(drawn), ensure_ascii=False, separators=(",", ":"))
        body = here.bodies.put(key, text.encode("utf-8", "backslashreplace"))
    return http.cached(Response(body, content_type="application/json"))
