"""The app factory: `create_app(config)` gives one site on one chronicle, with no global state."""

import re
from typing import Final, cast

from flask import Flask

from chronology.chronicle import Chronicle
from chronology.model import QueryError
from web import api, errors, feeds, http, limits, pages
from web import site as sites
from web.cache import ByteCache
from web.config import Config
from web.source import Source

__all__ = ["Config", "create_app"]

_STATIC_SECONDS: Final = 3600
_PUBLIC: Final = re.compile(r"https?://[A-Za-z0-9.:\[\]_-]+(/[!-~]*)?\Z")


def create_app(config: Config, chronicle: Source | None = None) -> Flask:
    """Make the site: pages, feeds and API on one chronicle.

    Args:
        config: the settings; frozen.
        chronicle: an open chronicle, which the caller closes; None opens `config.store`.

    Raises:
        StoreError: where the store cannot be opened.
        QueryError: where the public address is none.
    """
    _check(config)
    app = Flask("web", static_folder="static", template_folder="templates")
    app.config.update(
        MAX_CONTENT_LENGTH=config.max_body,
        MAX_FORM_MEMORY_SIZE=config.max_body,
        PROPAGATE_EXCEPTIONS=False,
        SEND_FILE_MAX_AGE_DEFAULT=_STATIC_SECONDS,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # Flask's default provider has it
    app.json.sort_keys = False  # type: ignore[attr-defined]
    sites.install(app, _site(config, chronicle or cast("Source", Chronicle.open(config.store))))
    http.install(app)
    limits.install(app)
    app.register_blueprint(feeds.blueprint)
    api.install(app)
    app.register_blueprint(pages.blueprint)
    errors.install(app)
    return app


def _check(config: Config) -> None:
    if config.base_url and not _PUBLIC.match(config.base_url):
        raise QueryError(
            f"{config.base_url[:80]!r} is no web address",
            where="base_url",
            remedy="Give one such as https://dates.example.org",
        )


def _site(config: Config, chronicle: Source) -> sites.Site:
    return sites.Site(config, chronicle, ByteCache(config.cache_bytes), ByteCache(config.cache_bytes))
