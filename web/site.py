"""What every view of one app shares."""

from dataclasses import dataclass
from typing import Final, cast

from flask import Flask, current_app, g, request

from web.cache import ByteCache
from web.config import Config
from web.source import Source

_KEY: Final = "chronology"


@dataclass(frozen=True, slots=True)
class Site:
    """One app's settings, its chronicle, and what it has rendered already."""

    config: Config
    live: Source
    entries: ByteCache
    bodies: ByteCache

    @property
    def chronicle(self) -> Source:
        """The chronicle as this request first saw it: every part of an answer is of one revision."""
        if _KEY not in g:
            setattr(g, _KEY, self.live.pinned())
        return cast("Source", getattr(g, _KEY))

    @property
    def base_url(self) -> str:
        """The public address without a final slash; that of the request where none is configured."""
        return (self.config.base_url or request.url_root).rstrip("/")


def install(app: Flask, site: Site) -> None:
    """Give `app` its site."""
    app.extensions[_KEY] = site


def site() -> Site:
    """Return the site of the app that answers the current request."""
    return cast("Site", current_app.extensions[_KEY])
