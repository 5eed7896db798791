"""What is posted to the API."""

from dataclasses import dataclass
from typing import Any, Final

from marshmallow import RAISE, Schema, ValidationError, fields, post_load

from web.api import patterns

MOST_TEXTS: Final = 100
_PUBLISHED: Final = "expected a date such as 2019-12-11, 2019-12 or 2019, or a date and time"


@dataclass(frozen=True, slots=True)
class ResolveRequest:
    """Texts to resolve, as if published then (EDTF, or None)."""

    texts: tuple[str, ...]
    published: str | None = None
    is_list: bool = False


class _Texts(fields.Field[tuple[str, ...] | str]):
    """One text, or a list of them."""

    def _deserialize(
        self,
        value: Any,
        attr: str | None,  # noqa: ARG002 - marshmallow's signature
        data: Any,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> tuple[str, ...] | str:
        texts = value if isinstance(value, list) else [value]
        if not texts or not all(isinstance(text, str) for text in texts):
            raise ValidationError("expected a text, or a list of texts")
        if len(texts) > MOST_TEXTS:
            raise ValidationError(f"found {len(texts)} texts; expected at most {MOST_TEXTS}")
        return tuple(texts) if isinstance(value, list) else str(value)


class ResolveBody(Schema):
    """A text (or a list of texts) and the day, month or year in which it was published."""

    class Meta:
        """Refuse what is not known."""

        unknown = RAISE

    error_messages = {  # noqa: RUF012
        "unknown": "expected only `text` and `published`",
        "type": "expected a JSON object with `text` and `published`",
    }

    text = _Texts(
        required=True,
        error_messages={"required": "expected a text, or a list of texts", "null": "expected a text"},
        metadata={
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": MOST_TEXTS},
            ],
            "description": "the text, or a list of texts",
            "example": "The summit was held last May.",
        },
    )
    published = fields.String(
        load_default=None,
        allow_none=True,
        validate=patterns.expected(patterns.MOMENT, _PUBLISHED),
        error_messages={"invalid": _PUBLISHED},
        metadata={
            "pattern": patterns.MOMENT,
            "description": "EDTF day, month or year; null where it is not known",
            "example": "2019-12-11",
        },
    )

    @post_load
    def _request(self, data: dict[str, Any], **_kwargs: Any) -> ResolveRequest:
        text = data["text"]
        one = isinstance(text, str)
        return ResolveRequest((text,) if one else text, data["published"] or None, is_list=not one)
