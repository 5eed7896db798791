"""The operations on documents and on the expressions in them."""

from pathlib import PurePath

from flask import Response

from chronology.model import Document, Query
from chronology.schemas import document_json, event_json, timex_json
from web.api import shapes
from web.api.answers import Json, Page, as_json, as_page, sources, whole
from web.api.blueprint import ApiBlueprint
from web.api.parameters import Ask, ListParameters, PageParameters
from web.site import site

blueprint = ApiBlueprint("documents", __name__, url_prefix="/api/v1", description="The sources")


@blueprint.reading("/documents", shapes.DocumentsSchema, ListParameters)
def documents(ask: Ask) -> Response:
    """List documents: those that the filtered events come from, or all where there is no filter."""
    page = Page.of(ask)
    found = _telling(ask.query)
    return as_page([_document_json(item) for item in page.cut(found)], len(found), page)


@blueprint.reading("/documents/<document_id>", shapes.DocumentDetailSchema)
def document(document_id: str) -> Response:
    """Show one document with its text, every expression in it, and the events it tells of."""
    chronicle = site().chronicle
    found = chronicle.document(document_id)
    known = sources()
    answer = _document_json(found, text=True) | {
        "expressions": [timex_json(timex) for timex in chronicle.timexes(document_id)],
        "events": [event_json(event, known) for event in chronicle.events_of(document_id)],
    }
    return as_json(answer, modified=chronicle.revision().at)


@blueprint.reading("/documents/<document_id>/expressions", shapes.ExpressionsSchema, PageParameters)
def expressions(ask: Ask, document_id: str) -> Response:
    """List every time expression of a document, in the order of its text, with value and reason."""
    page, found = Page.of(ask), site().chronicle.timexes(document_id)
    return as_page([timex_json(timex) for timex in page.cut(found)], len(found), page)


def _telling(query: Query) -> tuple[Document, ...]:
    """Return the documents that the filtered events come from."""
    every = site().chronicle.documents()
    if query == Query(limit=query.limit, offset=query.offset):
        return every
    named = site().chronicle.facets(whole(query))["document"]
    return tuple(item for item in every if item.id in named)


def _document_json(document: Document, *, text: bool = False) -> Json:
    """Leave out in which folder of the server the document lies."""
    return document_json(document, text=text) | {"source": PurePath(document.source).name}
