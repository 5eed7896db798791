"""The operations on treaties, agreements, resolutions and laws."""

from dataclasses import replace

from flask import Response

from chronology.model import NotFoundError, Query
from chronology.schemas import event_json
from web.api import shapes
from web.api.answers import Json, Page, as_json, as_page, sources, whole
from web.api.blueprint import ApiBlueprint
from web.api.parameters import Ask, ListParameters
from web.site import site

blueprint = ApiBlueprint("instruments", __name__, url_prefix="/api/v1", description="Treaties and laws")


@blueprint.reading("/instruments", shapes.InstrumentsSchema, ListParameters)
def instruments(ask: Ask) -> Response:
    """List treaties, agreements and laws, those with the most events first."""
    page, query = Page.of(ask), whole(ask.query)
    chronicle = site().chronicle
    every = chronicle.facets(query)["instrument"]
    due = chronicle.facets(replace(query, deadlines_only=True))["instrument"]
    items: list[Json] = [
        {"name": name, "events": count, "deadlines": due.get(name, 0)} for name, count in every.items()
    ]
    return as_page(page.cut(items), len(items), page)


@blueprint.reading("/instruments/<path:name>", shapes.InstrumentDetailSchema)
def instrument(name: str) -> Response:
    """Show the life of one: every event that speaks of it, in order."""
    chronicle = site().chronicle
    found = chronicle.timeline(Query(instruments=(name,)))
    if not found.total:
        raise NotFoundError("no event speaks of it", where=name, remedy="See /api/v1/instruments")
    events = [*found.events, *found.undated]
    known = sources()
    answer = {
        "name": name,
        "events": [event_json(event, known) for event in events],
        "deadlines": [event.id for event in events if event.deadline is not None],
    }
    return as_json(answer, modified=chronicle.revision().at)
