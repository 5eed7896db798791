"""How many texts one client may have resolved in a minute (headers: draft-ietf-httpapi-ratelimit-headers)."""

from collections import Counter
from threading import Lock
from typing import Final

from flask import Flask, Response, g, request
from werkzeug.exceptions import TooManyRequests

from web import clock
from web.site import site

WINDOW: Final = 60
"""Seconds."""


class Meter:
    """Counts requests by client in windows of a minute. Safe to share between threads."""

    def __init__(self) -> None:
        """Start with nobody counted."""
        self._window = 0
        self._counts: Counter[str] = Counter()
        self._lock = Lock()

    def count(self, client: str, seconds: float) -> tuple[int, int]:
        """Count one request at `seconds` of a steady clock.

        Returns how many came in this window, and how many seconds it has left.
        """
        window, past = divmod(int(seconds), WINDOW)
        with self._lock:
            if window != self._window:
                self._window = window
                self._counts.clear()
            self._counts[client] += 1
            return self._counts[client], WINDOW - past


def install(app: Flask) -> None:
    """Let `app` count what is posted to it."""
    meter = Meter()

    def check() -> None:
        if request.method == "POST":
            count, left = meter.count(request.remote_addr or "", clock.steady())
            quota = site().config.posts_per_minute
            g.rate = (quota, max(0, quota - count), left)
            if count > quota:
                raise TooManyRequests(f"At most {quota} texts a minute: try again in {left} seconds.")

    app.before_request(check)
    app.after_request(_tell)


def _tell(response: Response) -> Response:
    if "rate" in g:
        quota, rest, left = g.rate
        response.headers["RateLimit-Policy"] = f'"posts";q={quota};w={WINDOW}'
        response.headers["RateLimit"] = f'"posts";r={rest};t={left}'
        if not rest and response.status_code == TooManyRequests.code:
            response.headers["Retry-After"] = str(left)
    return response
