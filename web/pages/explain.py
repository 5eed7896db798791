"""`/explain`: paste or upload a text with its date and see it resolved at once."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import make_response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from chronology.documents.handed import TAKEN
from chronology.model import DateError, DocumentError, LimitError
from web.presenters.document import Annotations, DocumentView, document_view
from web.site import site

LONGEST = 50_000  # characters
EXAMPLE = (
    "The ceasefire was signed on 3 March. Talks resumed two weeks later and the parties "
    "agreed to extend it by the end of next year."
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was given: a text, or a file and its name, and when it was published."""

    text: str = ""
    published: str = ""
    name: str = ""
    data: bytes = b""

    @property
    def field(self) -> str:
        """The field that the text came from."""
        return "file" if self.name else "text"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a text was not read: the field that is wrong, what to say there, and the status of the answer."""

    field: str
    words: str
    status: HTTPStatus = HTTPStatus.BAD_REQUEST


def show() -> Response:
    """Show the form, with the answer where a text was given, or beside the field what is wrong with it."""
    asked = Asked()
    try:
        asked = _asked()
        return _page(asked, _explained(asked))
    except RequestEntityTooLarge:
        words = f"This is larger than {site().config.max_body:,} bytes, the most that we take at once."
        return _page(asked, fault=Fault("file", words, HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
    except DateError as error:
        return _page(asked, fault=Fault("published", str(error)))
    except LimitError as error:
        return _page(asked, fault=Fault(asked.field, str(error), HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
    except DocumentError as error:
        return _page(asked, fault=Fault(asked.field, str(error)))


def _asked() -> Asked:
    """Read the form or the query string. Raises RequestEntityTooLarge."""
    given = request.form if request.method == "POST" else request.args
    file = request.files.get("file")
    name = "" if file is None else file.filename or ""
    data = file.read() if file is not None and name else b""
    return Asked(given.get("text", ""), given.get("published", "").strip(), name, data)


def _explained(asked: Asked) -> DocumentView | None:
    """The given text with every expression in it resolved; None where none was given."""
    if not asked.name and not asked.text.strip():
        return None
    chronicle = site().chronicle
    document = chronicle.handed(asked.data if asked.name else asked.text, asked.name, asked.published)
    if len(document.text) > LONGEST:
        raise LimitError(
            f"the text has {len(document.text):,} characters, and this page reads at most {LONGEST:,}",
            where=document.id,
            remedy="Give a shorter text, or read it with: chronology build",
        )
    return document_view(document, Annotations(chronicle.explain(document.text, document.published)))


def _page(asked: Asked, view: DocumentView | None = None, fault: Fault | None = None) -> Response:
    page = render_template(
        "explain.html",
        view=view,
        fault=fault,
        asked=asked,
        example=EXAMPLE,
        longest=LONGEST,
        suffixes=",".join(TAKEN),
        most=site().config.max_body,
    )
    return make_response(page, HTTPStatus.OK if fault is None else fault.status)
