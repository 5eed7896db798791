"""One shape for every error: RFC 9457 problems for programs, a page for people; never a traceback."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from flask import Flask, Response, render_template, request
from jinja2 import TemplateNotFound
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.wrappers import Response as BaseResponse

from chronology.model import (
    ChronologyError,
    DateError,
    LimitError,
    NotFoundError,
    QueryError,
    StoreError,
)
from web import http

_LOG: Final = logging.getLogger("chronology.web")
_STATUS: Final = (
    (NotFoundError, HTTPStatus.NOT_FOUND),
    (LimitError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (QueryError, HTTPStatus.BAD_REQUEST),
    (DateError, HTTPStatus.BAD_REQUEST),
)
_SHOWN: Final = 80
_FOUND: Final = re.compile(r"found [^;]*; ")  # schemas say what they found; a problem says it in `value`


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a request: where (`parameter`), what was found, what was expected."""

    parameter: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as RFC 9457 has it; `faults` become its `errors` member."""

    status: int
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: Mapping[str, str] | None = None

    @property
    def title(self) -> str:
        """The name of the status."""
        return HTTP_STATUS_CODES[self.status]  # Python's own names change from version to version


def install(app: Flask) -> None:
    """Let `app` answer every error through here."""
    app.register_error_handler(ChronologyError, _of_chronology)
    app.register_error_handler(ValidationError, _of_validation)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _of_fault)


def respond(problem: Problem) -> Response:
    """Answer with `problem`, as JSON or as a page, whichever the address is for."""
    response = _as_json(problem) if http.is_open() else _as_page(problem)
    response.headers.update(problem.headers or {})
    response.headers["Cache-Control"] = "no-store"
    return response


def _of_chronology(error: ChronologyError) -> Response:
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    faults: tuple[Fault, ...] = ()
    if status == HTTPStatus.BAD_REQUEST and error.where:
        faults = (Fault(error.where, _given(error.where), error.remedy or error.message),)
    headers = {"Retry-After": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else None
    return respond(Problem(status, str(error), faults, headers))


def _of_validation(error: ValidationError) -> Response:
    faults = tuple(_faults(error.messages))
    return respond(Problem(HTTPStatus.BAD_REQUEST, _sentence(faults), faults))


def _of_http(error: HTTPException) -> BaseResponse:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    data: Mapping[str, Any] = getattr(error, "data", None) or {}
    faults = tuple(_faults(data.get("messages", {})))
    detail = _sentence(faults) if faults else (error.description or HTTPStatus(status).description)
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    return respond(Problem(status, detail, faults, headers))


def _of_fault(error: Exception) -> Response:
    """Log our own fault with the request's name; the reader learns the name only."""
    _LOG.error("request %s %s failed", http.request_id(), request.path, exc_info=error)
    detail = f"Something went wrong here. The request is logged as {http.request_id()}."
    return respond(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail))


def _as_json(problem: Problem) -> Response:
    body = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "instance": request.path,
        "request_id": http.request_id(),
    }
    if problem.faults:
        body["errors"] = [
            {"parameter": fault.parameter, "value": fault.value, "expected": fault.expected}
            for fault in problem.faults
        ]
    text = json.dumps(body, ensure_ascii=True)
    return Response(text, problem.status, content_type="application/problem+json")


def _as_page(problem: Problem) -> Response:
    try:
        page = render_template("error.html", problem=problem, request_id=http.request_id())
    except TemplateNotFound:
        return Response(f"{problem.title}\n\n{problem.detail}\n", problem.status, mimetype="text/plain")
    return Response(page, problem.status, mimetype="text/html")


def _faults(messages: Any, path: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Flatten marshmallow's messages; webargs puts the location ("query", "json") around them."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            skipped = not path and name in {"query", "json", "form", "path"} and isinstance(inner, Mapping)
            yield from _faults(inner, path if skipped else (*path, str(name)))
        return
    name = ".".join(part for part in path if part != "_schema" and not part.isdigit())
    for message in messages if isinstance(messages, list) else [messages]:
        yield Fault(name, _given(path[0] if path else ""), _FOUND.sub("", str(message)))


def _given(parameter: str) -> str:
    """Return what the request gave for a query parameter, shortened."""
    value = ", ".join(request.args.getlist(parameter))
    return value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"


def _sentence(faults: tuple[Fault, ...]) -> str:
    parts = [_clause(fault) for fault in faults]
    return " ".join(parts) or "The request cannot be understood."


def _clause(fault: Fault) -> str:
    subject = f"{fault.parameter}: " if fault.parameter else ""
    found = f"found {fault.value!r}; " if fault.value else ""
    return f"{subject}{found}{fault.expected.rstrip('.')}."
