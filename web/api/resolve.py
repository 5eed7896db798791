"""Resolving a text that is not in the chronicle."""

from flask import Response

from chronology.model import DateError, QueryError
from chronology.schemas import timex_json
from web.api import shapes
from web.api.answers import Json, as_json
from web.api.blueprint import ApiBlueprint
from web.api.bodies import ResolveBody, ResolveRequest
from web.site import site

blueprint = ApiBlueprint("resolve", __name__, url_prefix="/api/v1", description="Expressions of any text")

_ANSWERS = {"anyOf": [shapes.ResolutionSchema, shapes.ResolutionsSchema]}
_EXAMPLE = {"text": "The summit was held last May.", "published": "2019-12-11"}


@blueprint.posting("/resolve", ResolveBody, _ANSWERS, _EXAMPLE)
def resolve(given: ResolveRequest) -> Response:
    """Find and resolve every time expression of a text.

    Answers with every expression, its value and the reason; for a list of texts, with `items`, one each.
    """
    answers = [_resolved(text, given.published) for text in given.texts]
    return as_json({"items": answers, "total": len(answers)} if given.is_list else answers[0])


def _resolved(text: str, published: str | None) -> Json:
    try:
        found = site().chronicle.explain(text, published)
    except DateError as error:
        remedy = "Expected a date such as 2019-12-11, 2019-12 or 2019"
        raise QueryError(error.message, where="published", remedy=remedy) from None
    return {"text": text, "published": published, "expressions": [timex_json(timex) for timex in found]}
