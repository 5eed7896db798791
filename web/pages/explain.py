"""`/explain`: paste a text with its date and see it resolved at once."""

from flask import render_template, request

from chronology.model import Document, LimitError
from web.presenters.document import Annotations, document_view
from web.site import site

LONGEST = 50_000  # characters
EXAMPLE = (
    "The ceasefire was signed on 3 March. Talks resumed two weeks later and the parties "
    "agreed to extend it by the end of next year."
)


def show() -> str:
    """Show the form, and the answer where a text was given. Raises LimitError and DateError."""
    given = request.form if request.method == "POST" else request.args
    text, published = given.get("text", ""), given.get("published", "").strip()
    if len(text) > LONGEST:
        raise LimitError(
            f"the text has {len(text):,} characters, and this page reads at most {LONGEST:,}",
            where="text",
            remedy="Send a shorter text, or build the document with the command line",
        )
    view = None
    if text.strip():
        timexes = site().chronicle.explain(text, published or None)
        view = document_view(Document("", text, None), Annotations(timexes))
    return render_template(
        "explain.html", view=view, text=text, published=published, example=EXAMPLE, longest=LONGEST
    )
