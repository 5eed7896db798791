"""An example of what each operation answers, for the OpenAPI document."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Json = dict[str, Any]


@cache
def answers() -> Mapping[str, Json]:
    """Return the example of each operation, by its path."""
    piece = _pieces()
    deadline = piece["event"] | piece["due"]
    text = {"text": "The fishing agreement expires in June.", "expressions": [], "events": []}
    changed = piece["event"] | {"changed": ["date"]}
    return {
        "/api/v1/events": _page(piece["event"]),
        "/api/v1/search": _page(piece["event"]),
        "/api/v1/events/{event_id}": piece["event"],
        "/api/v1/deadlines": _page(deadline) | {"as_of": "2026-01-15"},
        "/api/v1/documents": _page(piece["document"]),
        "/api/v1/documents/{document_id}": piece["document"] | text,
        "/api/v1/findings": _page(piece["finding"]),
        "/api/v1/dates": _page(piece["key_date"]),
        "/api/v1/documents/{document_id}/expressions": _page(piece["timex"]),
        "/api/v1/instruments/{name}": {
            "name": "Fishing agreement",
            "events": [piece["event"]],
            "deadlines": [piece["event"]["id"]],
        },
        "/api/v1/instruments": _page(piece["instrument"]),
        "/api/v1/diff": {
            "from_as_of": "2026-01-01",
            "to_as_of": "2026-01-31",
            "new": [],
            "changed": [changed],
            "passed": [],
            "withdrawn": [],
        },
        "/api/v1/resolve": {
            "text": "The summit was held last May.",
            "published": "2019-12-11",
            "expressions": [piece["timex"]],
        },
        "/healthz": piece["health"],
    }


def formats() -> Mapping[str, Json | str]:
    """Return a (shortened) example of each format that events are written in, by media type."""
    return _pieces()["formats"]


@cache
def _pieces() -> dict[str, Json]:
    pieces: dict[str, Json] = json.loads((files(__package__) / "examples.json").read_text(encoding="utf-8"))
    return pieces


def _page(item: Json) -> Json:
    return {"items": [item], "total": 1, "limit": 200, "offset": 0, "revision": 1}
