"""What a reader asks of a page."""

from collections.abc import Iterable, Mapping
from datetime import date

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from chronology.model import Document, Finding, Query, QueryError
from web import queries
from web.presenters.entries import Setting
from web.presenters.filters import query_string
from web.presenters.findings import by_event
from web.site import site

MOST_NUMBER = 10**9


def tidied() -> Response | None:
    """Send the reader to the address without empty parameters, which a form sends for empty fields."""
    if all(value.strip() for value in request.args.values()) or request.endpoint is None:
        return None
    kept = [(name, value) for name, value in request.args.items(multi=True) if value.strip()]
    return redirect(url_for(request.endpoint, **(request.view_args or {})) + query_string(kept))


def query(*own: str) -> Query:
    """Return the filters of the request, the page's `own` parameters left aside.

    Raises:
        ValidationError: marshmallow's, for an unknown parameter or a value that cannot be read.
    """
    return queries.read(request.args, own)[0]


def number(name: str, default: int = 1) -> int:
    """Return a whole-number parameter. Raises QueryError."""
    given = request.args.get(name, "")
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and int(given[:12]) < MOST_NUMBER):
        raise QueryError(
            f"{given[:40]!r} is not a number", where=name, remedy="Give a whole number such as 2"
        )
    return int(given)


def day(name: str) -> date | None:
    """Return a day parameter, None where it is not given. Raises QueryError."""
    given = request.args.get(name, "").strip()
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise QueryError(
            f"{given[:40]!r} is not a day", where=name, remedy="Write it like 2019-12-11"
        ) from None


def setting(as_of: date | None = None, findings: Iterable[Finding] = ()) -> Setting:
    """Return what entries are seen against: every document, the day (today unless given), the findings."""
    return Setting(documents(), as_of or site().config.today(), by_event(findings))


def documents() -> Mapping[str, Document]:
    """Return every document by id."""
    return {document.id: document for document in site().chronicle.documents()}
