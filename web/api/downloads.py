"""The filtered timeline in other people's formats: by suffix (`/api/v1/events.csv`) or by Accept."""

from typing import Final

from flask import Response, request
from werkzeug.exceptions import NotFound

from chronology.exports import EXPORTS, ExportContext, TimelineExport
from chronology.model import Query
from web import http
from web.site import site

BY_SUFFIX: Final = {export.suffix.removeprefix("."): export for export in EXPORTS.values()}
NEGOTIATED: Final = {
    export.media_type.partition(";")[0]: export
    for name, export in EXPORTS.items()
    if name in {"csv", "jsonl"}
}
"""By media type: what the list of events is also written as, where the caller prefers it."""


def named(suffix: str) -> TimelineExport:
    """Return the format of a suffix. Raises NotFound."""
    if suffix not in BY_SUFFIX:
        raise NotFound(f"There is no format {suffix[:20]!r}: expected one of {', '.join(BY_SUFFIX)}.")
    return BY_SUFFIX[suffix]


def preferred() -> TimelineExport | None:
    """Return the format that the caller prefers to JSON, if any (RFC 9110 section 12.5.1)."""
    best = request.accept_mimetypes.best_match(["application/json", *NEGOTIATED])
    return NEGOTIATED.get(best or "")


def answer(query: Query, export: TimelineExport) -> Response:
    """Answer with the events that match, all of them unless a limit is asked for."""
    here = site()
    context = ExportContext(
        title=here.config.name,
        documents={document.id: document for document in here.chronicle.documents()},
        base_url=here.base_url,
        as_of=query.as_of,
        revisions=here.chronicle.revisions(),
    )
    parts = export.write(here.chronicle.timeline(query), context)
    body = b"".join(part if isinstance(part, bytes) else part.encode("utf-8", "replace") for part in parts)
    response = Response(body, content_type=export.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="events{export.suffix}"'
    return http.cached(response, modified=here.chronicle.revision().at)
