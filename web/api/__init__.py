"""The API under /api/v1, and its documentation.

A new operation is one function in `lists` or a module like it, under `@blueprint.reading(...)`: the
declaration checks its parameters, documents it and lists it at /api/docs.
"""

from typing import Final

from flask import Flask
from flask_smorest import Api

from web.api import docs, health, instruments, lists, resolve, texts

_ABOUT: Final = """Events, deadlines and documents of one chronicle, each date with its evidence.

Every list answers {"items", "total", "limit", "offset", "revision"} and links to its other pages in a Link
header. Every answer carries an ETag: send it back as If-None-Match to learn that nothing changed. Every error
is a problem (RFC 9457) that names the parameter, what was found and what was expected."""

BLUEPRINTS: Final = (
    lists.blueprint,
    texts.blueprint,
    instruments.blueprint,
    resolve.blueprint,
    health.blueprint,
)


def install(app: Flask) -> None:
    """Add the API to `app`."""
    app.config.update(
        API_TITLE="Chronology",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        API_SPEC_OPTIONS={"info": {"description": _ABOUT, "license": {"name": "MIT", "identifier": "MIT"}}},
    )
    api = Api(app)
    api.DEFAULT_ERROR_RESPONSE_NAME = None
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    docs.install(app, api)
