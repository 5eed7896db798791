"""The OpenAPI document, and a page drawn from it: no script, so it works offline under our own policy."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, redirect, render_template, request
from flask_smorest import Api
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as BaseResponse

from web.api import downloads, examples
from web.site import site

_EXAMPLES: Final = {"event_id": "…", "document_id": "…"}
_METHODS: Final = ("get", "post")


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter, or a member of a JSON object, in words; `ref` names the schema it holds."""

    name: str
    type: str
    about: str
    remark: str = ""
    ref: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation: what to send, what comes back, and how to try it."""

    method: str
    path: str
    summary: str
    about: str
    parameters: tuple[Row, ...]
    answers: tuple[tuple[str, str, str], ...]
    curl: str
    example: str

    @property
    def can_try(self) -> bool:
        """Whether a plain form can ask it: a GET without an id in its path."""
        return self.method == "GET" and "{" not in self.path


def install(app: Flask, api: Api) -> None:
    """Serve the document and the page."""
    blueprint = Blueprint("api_docs", __name__, template_folder="templates")
    document = _Document(api)
    blueprint.add_url_rule("/api/v1/openapi.json", "openapi", document.as_json)
    blueprint.add_url_rule("/api/docs", "page", document.as_page)
    blueprint.add_url_rule("/api/docs/try/<path:path>", "attempt", document.attempt)
    app.register_blueprint(blueprint)


class _Document:
    """The OpenAPI document of one app."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def _spec(self) -> dict[str, Any]:
        spec: dict[str, Any] = self._api.spec.to_dict()
        for path, example in examples.answers().items():
            operation = next(
                spec["paths"][path][method] for method in _METHODS if method in spec["paths"][path]
            )
            operation["responses"]["200"]["content"]["application/json"]["example"] = example
        _tell_formats(spec["paths"])
        for parameter in (item for path in spec["paths"].values() for item in _taken(path)):
            if parameter["schema"].get("default", "") is None:
                del parameter["schema"]["default"]
        return spec | {"servers": [{"url": site().base_url}]}

    def as_json(self) -> Response:
        """Serve the OpenAPI 3.1 document."""
        return Response(
            json.dumps(self._spec(), indent=1, ensure_ascii=False), content_type="application/json"
        )

    def attempt(self, path: str) -> BaseResponse:
        """Send a form's reader to the operation, without the fields that were left empty."""
        if "get" not in self._spec()["paths"].get(f"/{path}", {}):
            raise NotFound
        filled = [(name, value) for name, value in request.args.items(multi=True) if value.strip()]
        return redirect(f"/{path}?{urlencode(filled)}" if filled else f"/{path}")

    def as_page(self) -> str:
        """Serve the document as a page to read."""
        spec = self._spec()
        return render_template(
            "api_docs.html",
            info=spec["info"],
            operations=tuple(_operations(spec)),
            schemas={name: tuple(_fields(schema)) for name, schema in spec["components"]["schemas"].items()},
            about={
                name: schema.get("description", "") for name, schema in spec["components"]["schemas"].items()
            },
        )


def _tell_formats(paths: Mapping[str, Any]) -> None:
    """Document the formats of the list of events (by Accept) and of its downloads (by suffix)."""
    listed = paths["/api/v1/events"]["get"]["responses"]["200"]["content"]
    listed.update((kind, _written_as(kind)) for kind in downloads.NEGOTIATED)
    path = paths["/api/v1/events.{suffix}"]
    for parameter in _taken(path):
        if parameter["name"] == "suffix":
            parameter["schema"] = {"type": "string", "enum": list(downloads.BY_SUFFIX)}
    kinds = {export.media_type.partition(";")[0] for export in downloads.BY_SUFFIX.values()}
    path["get"]["responses"]["200"]["content"] = {kind: _written_as(kind) for kind in sorted(kinds)}


def _taken(path: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the parameters of a path and of its readings."""
    yield from (*path.get("parameters", ()), *path.get("get", {}).get("parameters", ()))


def _written_as(kind: str) -> dict[str, Any]:
    is_json = kind == "application/json"
    return {"schema": {"type": "object" if is_json else "string"}, "example": examples.formats()[kind]}


def _operations(spec: Mapping[str, Any]) -> Iterator[OperationView]:
    for path, item in spec["paths"].items():
        for method in _METHODS:
            if method in item:
                yield _operation(path, method, item[method], item.get("parameters", []))


def _operation(path: str, method: str, found: Mapping[str, Any], shared: list[Any]) -> OperationView:
    return OperationView(
        method=method.upper(),
        path=path,
        summary=found.get("summary", ""),
        about=found.get("description", ""),
        parameters=tuple(_parameter(item) for item in (*shared, *found.get("parameters", ()))),
        answers=tuple(_answer(code, item) for code, item in found["responses"].items() if code != "default"),
        curl=_curl(f"{site().base_url}{path}", _example(found.get("requestBody", {}))),
        example=_example(found["responses"]["200"], indent=1),
    )


def _parameter(item: Mapping[str, Any]) -> Row:
    schema = item.get("schema", {})
    example = schema.get("example", "")
    return Row(
        name=item["name"],
        type=_type(schema)[0],
        about=item.get("description") or schema.get("description", ""),
        remark=", in the path" if item["in"] == "path" else ", required" if item.get("required") else "",
        example=str(example[0] if isinstance(example, list) and example else example),
    )


def _answer(code: str, item: Mapping[str, Any]) -> tuple[str, str, str]:
    content: Mapping[str, Any] = next(iter(item.get("content", {}).values()), {})
    return code, item.get("description", ""), _type(content.get("schema", {}))[1]


def _fields(schema: Mapping[str, Any]) -> Iterator[Row]:
    required = set(schema.get("required", ()))
    for name, field in schema.get("properties", {}).items():
        kind, ref = _type(field)
        remark = "" if name in required else ", optional"
        yield Row(name, kind, field.get("description", ""), remark, ref)


def _type(schema: Mapping[str, Any]) -> tuple[str, str]:
    """Return a JSON schema's type in words, and the name of the schema it refers to."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return name, name
    for several in ("anyOf", "allOf", "oneOf"):
        if several in schema:
            found = [_type(part) for part in schema[several]]
            return " or ".join(name for name, _ in found), next((ref for _, ref in found if ref), "")
    kind = schema.get("type", "any")
    if kind == "array":
        name, ref = _type(schema.get("items", {}))
        return f"list of {name}", ref
    if "enum" in schema:
        return "one of " + ", ".join(str(value) for value in schema["enum"]), ""
    return (" or ".join(kind) if isinstance(kind, list) else str(kind)), ""


def _example(content: Mapping[str, Any], indent: int | None = None) -> str:
    example = content.get("content", {}).get("application/json", {}).get("example")
    return "" if example is None else json.dumps(example, ensure_ascii=False, indent=indent)


def _curl(address: str, body: str) -> str:
    for name, value in _EXAMPLES.items():
        address = address.replace(f"{{{name}}}", value)
    return f"curl -H 'Content-Type: application/json' -d '{body}' {address}" if body else f"curl {address}"
