"""The one JSON shape, for the command line, the API and input manifests (design, section 4).

`shapes` makes the JSON values, from the standard library alone; the marshmallow schemas say what they look
like (for OpenAPI and for tests) and read what users give. Names load when first used: marshmallow takes
longer to import than a sentence takes to tag.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chronology.schemas.manifest import ManifestEntry, ManifestEntrySchema
    from chronology.schemas.output import (
        DateSchema,
        DeadlineSchema,
        DocumentSchema,
        EventSchema,
        EvidenceSchema,
        FindingSchema,
        KeyDateSchema,
        TimexSchema,
    )
    from chronology.schemas.query import QuerySchema, read_query
    from chronology.schemas.shapes import (
        deadline_json,
        document_json,
        event_json,
        finding_json,
        key_date_json,
        telling_json,
        timex_json,
    )

__all__ = [
    "DateSchema",
    "DeadlineSchema",
    "DocumentSchema",
    "EventSchema",
    "EvidenceSchema",
    "FindingSchema",
    "KeyDateSchema",
    "ManifestEntry",
    "ManifestEntrySchema",
    "QuerySchema",
    "TimexSchema",
    "deadline_json",
    "document_json",
    "event_json",
    "finding_json",
    "key_date_json",
    "read_query",
    "telling_json",
    "timex_json",
]

_MODULES = {
    "shapes": ("_json",),
    "manifest": ("ManifestEntry", "ManifestEntrySchema"),
    "query": ("QuerySchema", "read_query"),
    "output": ("Schema",),
}


def __getattr__(name: str) -> Any:
    if name in __all__:
        module = next(module for module, endings in _MODULES.items() if name.endswith(endings))
        return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
