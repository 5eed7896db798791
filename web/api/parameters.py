"""What each operation of the API takes: the shared filters, and what is its own."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from chronology.chronicle.selection import EVERYTHING
from chronology.model import DateError, Query
from chronology.schemas import DeadlineSchema, EventSchema, QuerySchema
from chronology.schemas.query import EdgeField, edges, limited
from chronology.temporal.arithmetic import plus
from chronology.temporal.edtf import parse
from web.api import patterns
from web.api.cursors import Cursor, CursorField

MOST_ITEMS: Final = 1000
MOST_LETTERS: Final = 500
_OWN: Final = ("sort", "fields", "within", "days", "cursor")


@dataclass(frozen=True, slots=True)
class Ask:
    """A query and how to present the answer.

    `fields` empty: all; `within` is an ISO 8601 duration or ""; `days` are two as-of days to compare;
    `cursor` is where the page begins, from a link of an earlier answer.
    """

    query: Query = EVERYTHING
    sort: str = "date"
    fields: tuple[str, ...] = ()
    within: str = ""
    days: tuple[date, date] = (date.min, date.max)
    cursor: Cursor | None = None


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


class FilterParameters(QuerySchema):
    """The filters, and how many items."""

    error_messages = {"unknown": "expected one of the parameters in /api/docs: this one is not known"}  # noqa: RUF012

    start, end, as_of = edges(DayField)
    limit = limited(MOST_ITEMS)

    @post_load
    def _query(self, data: dict[str, Any], **kwargs: Any) -> Any:
        own = {name: data.pop(name) for name in _OWN if name in data}
        return Ask(QuerySchema._query(self, data, **kwargs), **own)  # noqa: SLF001 - the hook that this one extends


class ListParameters(FilterParameters):
    """The filters, and which page."""

    cursor = CursorField()


class PageParameters(Schema):
    """Which page of a list that has no filters."""

    class Meta:
        """Refuse what is not known."""

        unknown = RAISE

    error_messages = {"unknown": "expected only limit, offset and cursor"}  # noqa: RUF012

    limit = limited(MOST_ITEMS)
    offset = fields.Integer(
        load_default=0,
        validate=validate.Range(0, error="expected a whole number from {min} up"),
        error_messages={"invalid": "expected a whole number"},
        metadata={"description": "leave out so many results first", "example": 0},
    )

    cursor = CursorField()

    @post_load
    def _ask(self, data: dict[str, Any], **_kwargs: Any) -> Ask:
        cursor = data.pop("cursor")
        return Ask(Query(**data), cursor=cursor)


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


def _sort(first: str, *others: str, about: str) -> fields.String:
    """Declare the orders to choose from; the first is taken where none is asked for."""
    return fields.String(
        load_default=first,
        validate=validate.OneOf((first, *others), error="found {input!r}; expected one of {choices}"),
        metadata={"description": about},
    )


class EventParameters(ListParameters):
    """Filters, page, order and fields of the list of events."""

    sort = _sort(
        "date", "-date", "importance", about="by date, by date from the latest, or the most important first"
    )
    fields_ = FieldsField(EventSchema)


class SearchParameters(EventParameters):
    """The words to find, and all that a list of events takes."""

    text = fields.String(
        data_key="q",
        required=True,
        validate=validate.Length(1, MOST_LETTERS, error="expected {min} to {max} characters"),
        error_messages={"required": "expected the words to find"},
        metadata={"description": "words in titles and quotations, or their beginnings", "example": "talks"},
    )
    sort = _sort(
        "relevance",
        *("date", "-date", "importance"),
        about="events with the words in their titles first, the most important of them before others; "
        "or as in the list of events",
    )


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


class DiffParameters(FilterParameters):
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
        days = data.pop("from_as_of"), data.pop("to_as_of")
        return super()._query(data | {"days": days}, **kwargs)


class NoParameters(Schema):
    """Nothing: an unknown parameter is a slip that should be told."""

    class Meta:
        """Refuse what is not known."""

        unknown = RAISE

    error_messages = {"unknown": "expected no parameter of this name"}  # noqa: RUF012


def until(as_of: date, within: str) -> date | None:
    """Return the last day of `within` (P18M, P90D) after `as_of`; None for "", and past the year 9999."""
    try:
        return plus(as_of, within) if within else None
    except DateError:
        return None
