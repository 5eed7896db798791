"""What each operation of the API takes: the shared filters, and what is its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from chronology.model import DateError, Query
from chronology.schemas import DeadlineSchema, EventSchema, QuerySchema
from chronology.schemas.query import EdgeField
from chronology.temporal.arithmetic import plus
from chronology.temporal.edtf import parse
from web.api import patterns

MOST_ITEMS: Final = 1000
MOST_TEXTS: Final = 100
_PUBLISHED: Final = "expected a date such as 2019-12-11, 2019-12 or 2019, or a date and time"


@dataclass(frozen=True, slots=True)
class Ask:
    """A query and how to present the answer.

    `fields` empty: all; `within` is an ISO 8601 duration or ""; `days` are two as-of days to compare.
    """

    query: Query
    sort: str = "date"
    fields: tuple[str, ...] = ()
    within: str = ""
    days: tuple[date, date] = (date.min, date.max)


@dataclass(frozen=True, slots=True)
class ResolveRequest:
    """Texts to resolve, as if published then (EDTF, or None)."""

    texts: tuple[str, ...]
    published: str | None = None
    is_list: bool = False


class DayField(EdgeField):
    """A day; of a month or a year, its first or its last day. Its pattern says all that it takes."""

    def __init__(self, *, last: bool, metadata: dict[str, Any], **options: Any) -> None:
        """Take the last day of a coarser value instead of the first."""
        shown = {"type": "string", "pattern": patterns.DATE} | metadata
        super().__init__(last=last, metadata=shown, allow_none=False, **options)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:  # noqa: ARG002
        if not isinstance(value, str) or not patterns.matches(patterns.DATE, value):
            raise ValidationError("expected a day, month or year such as 2019-12-11, 2019-12 or 2019")
        period = parse(value)
        return (period.latest or date.max) if self.last else (period.earliest or date.min)


def _limit() -> fields.Integer:
    return fields.Integer(
        load_default=None,
        allow_none=False,
        validate=validate.Range(
            1, MOST_ITEMS, error="found {input}; expected a whole number from {min} to {max}"
        ),
        error_messages={"invalid": "expected a whole number"},
        metadata={"description": "at most so many items", "example": 50},
    )


class ListParameters(QuerySchema):
    """The filters, which page, and the shape of the answer."""

    error_messages = {"unknown": "expected one of the parameters in /api/docs: this one is not known"}  # noqa: RUF012

    start = DayField(
        last=False,
        data_key="from",
        load_default=None,
        metadata={"description": "only events on or after this day, month or year", "example": "2019-12"},
    )
    end = DayField(
        last=True,
        data_key="to",
        load_default=None,
        metadata={"description": "only events on or before this day, month or year", "example": "2021"},
    )
    as_of = DayField(
        last=True,
        load_default=None,
        metadata={
            "description": "only what documents published up to this day say",
            "example": "2019-12-11",
        },
    )
    limit = _limit()

    @post_load
    def _query(self, data: dict[str, Any], **kwargs: Any) -> Any:
        own = {name: data.pop(name) for name in ("sort", "fields", "within", "days") if name in data}
        return Ask(QuerySchema._query(self, data, **kwargs), **own)  # noqa: SLF001 - the hook that this one extends


class PageParameters(Schema):
    """Which page of a list that has no filters."""

    class Meta:
        """Refuse what is not known."""

        unknown = RAISE

    error_messages = {"unknown": "expected only limit and offset"}  # noqa: RUF012

    limit = _limit()
    offset = fields.Integer(
        load_default=0,
        validate=validate.Range(0, error="expected a whole number from {min} up"),
        error_messages={"invalid": "expected a whole number"},
        metadata={"description": "leave out so many results first", "example": 0},
    )

    @post_load
    def _query(self, data: dict[str, Any], **_kwargs: Any) -> Query:
        return Query(**data)


class FieldsField(fields.Field[tuple[str, ...]]):
    """Names of an item's members, separated by commas; "" for all."""

    def __init__(self, item: type[Schema]) -> None:
        """Take the names of the fields of `item`."""
        self.names = tuple(item().fields)
        super().__init__(
            data_key="fields",
            attribute="fields",
            load_default=(),
            metadata={
                "type": "string",
                "default": "",
                "pattern": patterns.one_of(self.names),
                "description": "only these fields of each item, separated by commas",
                "example": "id,title,date",
            },
        )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:  # noqa: ARG002
        names = tuple(dict.fromkeys(str(value).split(","))) if value else ()
        for name in names:
            if name not in self.names:
                raise ValidationError(f"found {name[:40]!r}; expected names out of {', '.join(self.names)}")
        return names


class EventParameters(ListParameters):
    """Filters, page, order and fields of the list of events."""

    sort = fields.String(
        load_default="date",
        validate=validate.OneOf(
            ("date", "-date", "importance"), error="found {input!r}; expected one of {choices}"
        ),
        metadata={"description": "by date, by date from the latest, or the most important first"},
    )
    fields_ = FieldsField(EventSchema)


class DeadlineParameters(ListParameters):
    """Filters, page and fields of the list of deadlines; `as_of` is today where it is not given."""

    fields_ = FieldsField(DeadlineSchema)
    within = fields.String(
        validate=patterns.expected(
            patterns.DURATION, "found {input!r}; expected a duration such as P18M or P90D"
        ),
        metadata={
            "pattern": patterns.DURATION,
            "description": "only what falls due within this ISO 8601 duration",
            "example": "P18M",
        },
    )


class DiffParameters(ListParameters):
    """Filters, and the two days whose knowledge is compared."""

    from_as_of = DayField(
        last=True,
        required=True,
        error_messages={"required": "expected the earlier day, such as 2019-12-10"},
        metadata={"description": "the earlier day", "example": "2019-12-10"},
    )
    to_as_of = DayField(
        last=True,
        required=True,
        error_messages={"required": "expected the later day, such as 2019-12-31"},
        metadata={"description": "the later day", "example": "2019-12-31"},
    )

    @post_load
    def _query(self, data: dict[str, Any], **kwargs: Any) -> Any:
        start, end = data.pop("from_as_of"), data.pop("to_as_of")
        if end < start:
            raise ValidationError(f"expected a day on or after {start}", "to_as_of")
        return super()._query(data | {"days": (start, end)}, **kwargs)


class NoParameters(Schema):
    """Nothing: an unknown parameter is a slip that should be told."""

    class Meta:
        """Refuse what is not known."""

        unknown = RAISE

    error_messages = {"unknown": "expected no parameter of this name"}  # noqa: RUF012


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


def until(as_of: date, within: str) -> date | None:
    """Return the last day of `within` (P18M, P90D) after `as_of`; None for "", and past the year 9999."""
    try:
        return plus(as_of, within) if within else None
    except DateError:
        return None
