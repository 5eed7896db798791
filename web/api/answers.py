"""Answers of the API as bytes: pages of lists with their links, JSON, and errors' common part."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, request
from werkzeug.exceptions import Conflict

from chronology.model import Document, Query
from web import http, queries
from web.api.cursors import Cursor, question
from web.api.parameters import Ask
from web.site import site

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: `limit` items after the first `offset`; `notice` tells why nothing can match."""

    limit: int
    offset: int
    notice: str = ""

    @classmethod
    def of(cls, ask: Ask) -> "Page":
        """Return the page that is asked for, or the first one of the usual size.

        Raises:
            Conflict: where the cursor was made for another list, or for another revision of this one.
        """
        begin = 0 if ask.cursor is None else _place(ask.cursor)
        notice = queries.contradiction(ask.query)
        return cls(ask.query.limit or site().config.page_size, begin + ask.query.offset, notice)

    def cut(self, items: Sequence[Any]) -> Sequence[Any]:
        """Return the items on this page."""
        return items[self.offset : self.offset + self.limit]

    def narrow(self, query: Query) -> Query:
        """Return `query` with this page of it."""
        return replace(query, limit=self.limit, offset=self.offset)


def _place(cursor: Cursor) -> int:
    if cursor == replace(_cursor(0), place=cursor.place):
        return cursor.place
    error = Conflict()
    expected = "expected a cursor of this list at this revision: begin again without one"
    error.data = {"messages": {"cursor": [expected]}}  # type: ignore[attr-defined]  # as webargs tells faults
    raise error


def _cursor(place: int) -> Cursor:
    asked = question(request.path, request.args.items(multi=True))
    return Cursor(site().chronicle.revision().number, asked, place)


def as_json(value: Any, *, modified: datetime | None = None) -> Response:
    """Answer with `value`; `modified` only where the answer depends on nothing but the store."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    body = text.encode("utf-8", "backslashreplace")
    return http.cached(Response(body, content_type="application/json"), modified=modified)


def as_page(items: Sequence[Json], total: int, page: Page, *, clocked: bool = False, **more: Any) -> Response:
    """Answer with one page of a list and links to the others (RFC 8288).

    `clocked` marks an answer that depends on the day as well: it has no Last-Modified.
    """
    revision = site().chronicle.revision()
    body: Json = {"items": items, "total": total, "limit": page.limit, "offset": page.offset}
    told = {"notice": page.notice} if page.notice else {}
    modified = None if clocked else revision.at
    response = as_json(body | more | {"revision": revision.number} | told, modified=modified)
    if links := _links(total, page):
        response.headers["Link"] = links
    return response


def _links(total: int, page: Page) -> str:
    if total <= page.limit and not page.offset:
        return ""
    after = page.offset + page.limit
    places = {
        "first": 0,
        "prev": max(0, min(page.offset, total) - page.limit) if page.offset else None,
        "next": after if after < total else None,
        "last": max(0, (total - 1) // page.limit * page.limit),
    }
    return ", ".join(
        f'<{_address(place)}>; rel="{name}"' for name, place in places.items() if place is not None
    )


def _address(place: int) -> str:
    """Return the address of the page that begins at `place`; the first one needs no cursor."""
    asked = request.args.items(multi=True)
    kept = [(name, value) for name, value in asked if name not in {"cursor", "offset"}]
    given = urlencode([*kept, *([("cursor", str(_cursor(place)))] if place else [])], errors="surrogatepass")
    return f"{site().base_url}{request.path}{'?' if given else ''}{given}"


def sources() -> dict[str, Document]:
    """Return every document by id, to name where evidence comes from."""
    return {item.id: item for item in site().chronicle.documents()}


def whole(query: Query) -> Query:
    """Return `query` without its page."""
    return replace(query, limit=None, offset=0)


def only(item: Json, names: Sequence[str]) -> Mapping[str, Any]:
    """Return only the named fields, or all where none is named."""
    return {name: item[name] for name in names if name in item} if names else item
