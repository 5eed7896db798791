"""Answers of the API as bytes: pages of lists with their links, JSON, and errors' common part."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from chronology.model import Document, Query
from web import http
from web.site import site

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list: `limit` items after the first `offset`."""

    limit: int
    offset: int

    @classmethod
    def of(cls, query: Query) -> "Page":
        """Return the page that a query asks for, or the first one of the usual size."""
        return cls(query.limit or site().config.page_size, query.offset)

    def cut(self, items: Sequence[Any]) -> Sequence[Any]:
        """Return the items on this page."""
        return items[self.offset : self.offset + self.limit]


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
    body = {"items": items, "total": total, "limit": page.limit, "offset": page.offset}
    response = as_json(body | more | {"revision": revision.number}, modified=None if clocked else revision.at)
    if links := _links(total, page):
        response.headers["Link"] = links
    return response


def _links(total: int, page: Page) -> str:
    last = max(0, (total - 1) // page.limit * page.limit)
    places = {
        "first": 0,
        "prev": max(0, page.offset - page.limit) if page.offset else None,
        "next": page.offset + page.limit if page.offset + page.limit < total else None,
        "last": last,
    }
    if total <= page.limit and not page.offset:
        return ""
    return ", ".join(
        f'<{_address(page, place)}>; rel="{name}"' for name, place in places.items() if place is not None
    )


def _address(page: Page, offset: int) -> str:
    kept = [
        (name, value) for name, value in request.args.items(multi=True) if name not in {"limit", "offset"}
    ]
    given = urlencode([*kept, ("limit", page.limit), ("offset", offset)])
    return f"{site().base_url}{request.path}?{given}"


def sources() -> dict[str, Document]:
    """Return every document by id, to name where evidence comes from."""
    return {item.id: item for item in site().chronicle.documents()}


def whole(query: Query) -> Query:
    """Return `query` without its page."""
    return replace(query, limit=None, offset=0)


def only(item: Json, names: Sequence[str]) -> Mapping[str, Any]:
    """Return only the named fields, or all where none is named."""
    return {name: item[name] for name in names if name in item} if names else item
