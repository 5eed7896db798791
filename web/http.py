"""What every answer carries: validators, compression, security headers, and who may read it.

RFC 9110 sections 8.8 and 13 for validators and conditions; RFC 9111 for caching.
"""

import gzip
import hashlib
import re
import uuid
from datetime import datetime
from typing import Final

from flask import Flask, Response, g, request
from werkzeug.exceptions import BadRequest

from web.site import site

_SMALLEST_ZIPPED: Final = 600
_ZIPPED: Final = re.compile(
    r"text/|application/(?:json|problem\+json|javascript|x-ndjson|openapi\+json)|image/svg"
)
_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}\Z")
_OPEN: Final = ("/api/", "/feeds/", "/healthz")

SECURITY: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_CORS: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "ETag, Link, Last-Modified, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy"
    ),
}
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, If-Modified-Since, X-Request-Id",
    "Access-Control-Max-Age": "86400",
}


def install(app: Flask) -> None:
    """Let every answer of `app` pass through here."""
    app.before_request(_name_request)
    app.after_request(finish)


def request_id() -> str:
    """Return the name of the current request, for error reports: the caller's X-Request-Id or a new one."""
    return str(g.get("request_id", ""))


def is_open() -> bool:
    """Whether the current address is for programs (API, feeds): readable from any site, errors as JSON."""
    return request.path.startswith(_OPEN) or request.path.endswith(".ics")


def cached(response: Response, *, modified: datetime | None = None, seconds: int = 0) -> Response:
    """Say how long `response` may be used unasked, and when its content last changed (UTC)."""
    response.headers["Cache-Control"] = f"public, max-age={seconds}" if seconds else "no-cache"
    if modified is not None:
        response.last_modified = modified
    return response


def finish(response: Response) -> Response:
    """Add the headers; for a successful reading the validators too, and answer 304 where nothing changed."""
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
    response.headers["X-Request-Id"] = request_id()
    if is_open():
        response.headers.update(_CORS)
    if request.method == "OPTIONS" and is_open():
        response.headers.update(_PREFLIGHT)
    is_whole = request.endpoint == "static" or not response.is_streamed
    if request.method in {"GET", "HEAD"} and response.status_code == 200 and is_whole:  # noqa: PLR2004
        _validate(response)
    return response


def _validate(response: Response) -> None:
    """Set a strong ETag over the bytes that are sent; compress before, so that it covers the final ones."""
    response.direct_passthrough = False  # a static file: small enough to be read, hashed and compressed
    body = response.get_data()
    response.headers.setdefault("Cache-Control", "no-cache")
    etag = fingerprint(body)
    if _may_zip(response, body):
        response.vary.add("Accept-Encoding")
        if _accepts_gzip():
            etag += "-gzip"
            response.headers["Content-Encoding"] = "gzip"
            if not _is_known(etag):
                response.set_data(_zipped(body, etag))
    response.set_etag(etag)
    response.make_conditional(request)


def fingerprint(body: bytes) -> str:
    """Return the ETag of `body`, without quotes."""
    return hashlib.sha256(body).hexdigest()[:32]


def _zipped(body: bytes, etag: str) -> bytes:
    """Compress `body`, once; equal bodies give equal bytes (no time stamp)."""
    known = site().bodies.get(etag)
    return known or site().bodies.put(etag, gzip.compress(body, compresslevel=6, mtime=0))


def _may_zip(response: Response, body: bytes) -> bool:
    if response.content_encoding or len(body) < _SMALLEST_ZIPPED:
        return False
    return _ZIPPED.match(response.mimetype or "") is not None


def _accepts_gzip() -> bool:
    return request.accept_encodings.quality("gzip") > 0


def _is_known(etag: str) -> bool:
    """Whether the client already has it, so that the body need not be compressed."""
    return request.if_none_match.contains_weak(etag)


def _name_request() -> None:
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if _REQUEST_ID.match(given) else uuid.uuid4().hex
    if not request.host:  # RFC 9110 section 7.2; without one there is no address to link to
        raise BadRequest("The Host header is no host name.")
