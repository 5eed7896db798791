"""How an operation is declared: its address, what it takes, what it answers, one line each."""

from collections.abc import Callable
from typing import Any, Final

from flask import Response
from flask_smorest import Blueprint
from marshmallow import RAISE, Schema
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from web.api.parameters import NoParameters
from web.api.shapes import ProblemSchema

View = Callable[..., Response]
_BAD: Final = 400
_REFUSALS: Final = {
    400: "The body cannot be understood",
    413: "The body is too large",
    415: "The body is not JSON",
}


class Parser(FlaskParser):
    """Refuses unknown parameters, and bodies that are not JSON."""

    DEFAULT_VALIDATION_STATUS = _BAD
    DEFAULT_UNKNOWN_BY_LOCATION = {"query": RAISE, "json": None}  # noqa: RUF012 - as webargs declares it

    def load_json(self, req: Any, schema: Any) -> Any:
        """Read the body, which must say that it is JSON."""
        if not req.is_json:
            raise UnsupportedMediaType("Send JSON, with Content-Type: application/json.")
        try:
            return super().load_json(req, schema)
        except RecursionError:
            raise BadRequest("The body is nested too deeply: expected a text, or a list of texts.") from None


class ApiBlueprint(Blueprint):  # type: ignore[misc]  # flask-smorest ships no types
    """A blueprint whose operations all refuse what they do not know, in the one shape of errors."""

    ARGUMENTS_PARSER = Parser()

    def reading(
        self, rule: str, answer: type[Schema], parameters: type[Schema] = NoParameters
    ) -> Callable[[View], View]:
        """Declare a GET operation. A view with filters gets them as its first argument."""
        takes_none = parameters is NoParameters

        def declare(view: View) -> View:
            operation = _without_parameters(view) if takes_none else view
            operation = self.response(200, answer)(operation)
            operation = self.arguments(parameters, location="query", error_status_code=_BAD)(operation)
            operation = self.alt_response(_BAD, **_problem("A parameter cannot be understood"))(operation)
            if "cursor" in parameters().fields:
                refusal = _problem("The cursor is of another list, or of a revision that is no more")
                operation = self.alt_response(409, **refusal)(operation)
            if "<" in rule:
                operation = self.alt_response(404, **_problem("There is none of this id"))(operation)
            self.route(rule, methods=["GET"])(operation)
            return view

        return declare

    def posting(
        self, rule: str, body: type[Schema], answer: dict[str, Any], example: dict[str, Any]
    ) -> Callable[[View], View]:
        """Declare a POST operation that takes a JSON `body`, which the view gets as its argument."""

        def declare(view: View) -> View:
            operation = self.response(200, answer)(view)
            operation = self.arguments(body, example=example, error_status_code=_BAD)(operation)
            for code, words in _REFUSALS.items():
                operation = self.alt_response(code, **_problem(words))(operation)
            self.route(rule, methods=["POST"])(operation)
            return view

        return declare


def _problem(description: str) -> dict[str, Any]:
    return {
        "schema": ProblemSchema,
        "content_type": "application/problem+json",
        "description": description,
    }


def _without_parameters(view: View) -> View:
    """Let `view` run without the empty set of parameters that was checked."""

    def run(_nothing: Any, **path: str) -> Response:
        return view(**path)

    run.__name__, run.__doc__ = view.__name__, view.__doc__
    return run
