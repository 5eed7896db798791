"""Whether the site is alive, for supervisors."""

from flask import Response

from web.api import shapes
from web.api.answers import as_json
from web.api.blueprint import ApiBlueprint
from web.site import site

blueprint = ApiBlueprint("health", __name__, description="For supervisors")


@blueprint.reading("/healthz", shapes.HealthSchema)
def health() -> Response:
    """Tell whether the store can be read, and its revision."""
    revision = site().live.revision()
    return as_json({"status": "ok", "revision": revision.number, "at": revision.at.isoformat()})
