"""`/documents` and `/documents/<id>`: the texts, with everything found in them marked in place."""

from flask import render_template, request
from werkzeug.wrappers import Response

from chronology.model import Document, LimitError, Query
from web.pages import asking
from web.presenters.document import Annotations, Place, document_card, document_view
from web.presenters.paging import part
from web.site import site

LONGEST_PAGE = 100  # documents
LONGEST_WHAT_IF = 500_000  # characters


def index() -> str:
    """List the documents, by publication date."""
    chronicle = site().chronicle
    counts = chronicle.facets(Query())["document"]
    cards = [document_card(document, counts.get(document.id, 0)) for document in chronicle.documents()]
    shown = part(sorted(cards, key=lambda card: card.order), asking.number("page"), LONGEST_PAGE)
    return render_template("documents.html", cards=shown.items, pages=shown.pages)


def show(document_id: str) -> str | Response:
    """Show a document, or how it would read had it been published on another day. Raises NotFoundError."""
    if tidy := asking.tidied():
        return tidy
    document = site().chronicle.document(document_id)
    published = request.args.get("published", "").strip()
    annotations = _what_if(document, published) if published else _as_it_is(document)
    place = Place(asking.number("part"), asking.number("at") if "at" in request.args else None)
    view = document_view(document, annotations, place)
    return render_template("document.html", view=view, published=published)


def _as_it_is(document: Document) -> Annotations:
    chronicle = site().chronicle
    return Annotations(chronicle.timexes(document.id), chronicle.events_of(document.id))


def _what_if(document: Document, published: str) -> Annotations:
    """Resolve the text again for another publication date; the events are left out, they may not hold."""
    if len(document.text) > LONGEST_WHAT_IF:
        raise LimitError(
            f"the text is longer than {LONGEST_WHAT_IF:,} characters",
            where=document.id,
            remedy="Resolve a part of it on the page Explain",
        )
    chronicle = site().chronicle
    before = {timex.span: timex for timex in chronicle.timexes(document.id)}
    return Annotations(chronicle.explain(document.text, published), before=before)
