"""Filters as users write them: one set of parameters for the command line, pages, feeds and API."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from chronology.model import DateError, Query, QueryError, Status
from chronology.temporal.edtf import parse

_LONGEST_TEXT = 500
_MOST_VALUES = 100
_MOST_RESULTS = 100_000
_DEADLINE = "deadline"


class EdgeField(fields.Field[date]):
    """A day; of a month or a year, its first or its last day."""

    def __init__(self, *, last: bool, **options: Any) -> None:
        """Take the last day of a coarser value instead of the first."""
        super().__init__(**options)
        self.last = last

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:  # noqa: ARG002
        expected = "expected a day, month or year such as 2019-12-11, 2019-12 or 2019"
        try:
            period = parse(value if isinstance(value, str) else str(value))
        except DateError as error:
            raise ValidationError(f"found {_shown(value)}; {expected} ({error.message})") from None
        edge = period.latest if self.last else period.earliest
        if edge is None or period.is_interval:
            raise ValidationError(f"found {_shown(value)}; {expected}")
        return edge


_Edge = TypeVar("_Edge", bound=EdgeField)


def _shown(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 40 else f"{text[:40]}…")  # noqa: PLR2004 - one line of an error message


def edges(read: Callable[..., _Edge]) -> tuple[_Edge, _Edge, _Edge]:
    """Declare the first day, the last day and the as-of day of a query, as fields that `read` makes."""
    return (
        read(last=False, data_key="from", load_default=None, metadata=_about("on or after", "2019-12")),
        read(last=True, data_key="to", load_default=None, metadata=_about("on or before", "2021")),
        read(
            last=True,
            load_default=None,
            metadata={
                "description": "only what documents published up to this day say",
                "example": "2019-12-11",
            },
        ),
    )


def _about(side: str, example: str) -> dict[str, str]:
    return {"description": f"only events {side} this day, month or year", "example": example}


def limited(most: int) -> fields.Integer:
    """Declare how many results are wanted, `most` at the most."""
    return fields.Integer(
        load_default=None,
        allow_none=False,
        validate=validate.Range(1, most, error="found {input}; expected a whole number from {min} to {max}"),
        error_messages={"invalid": "expected a whole number"},
        metadata={"description": "at most so many results", "example": 50},
    )


def _names(outside: str, description: str, example: str, *checks: validate.Validator) -> fields.List[str]:
    text = fields.String(validate=[validate.Length(1, _LONGEST_TEXT, error=_LENGTH), *checks])
    return fields.List(
        text,
        data_key=outside,
        load_default=(),
        validate=validate.Length(max=_MOST_VALUES, error="expected at most {max} values"),
        metadata={"description": f"{description}; may be repeated (any of them)", "example": [example]},
    )


_LENGTH = "expected {min} to {max} characters"
_STATUSES = [status.value for status in Status]


class QuerySchema(Schema):
    """Filter parameters → `Query`. Within one parameter any value may match, between parameters all must."""

    class Meta:
        """An unknown parameter is an error: a typing slip must not widen the answer."""

        unknown = RAISE

    error_messages = {  # noqa: RUF012 - marshmallow declares it so
        "unknown": "no such parameter; known are from, to, as_of, actor, place, kind, instrument, status, "
        "document, q, limit, offset"
    }

    start, end, as_of = edges(EdgeField)
    actors = _names("actor", "who took part", "United States")
    places = _names("place", "where", "Paris")
    kinds = _names("kind", "kind of event; `deadline` means any deadline", "meeting")
    instruments = _names("instrument", "treaty, agreement, resolution or law", "New START")
    statuses = _names(
        "status",
        "how the text presents it",
        "scheduled",
        validate.OneOf(_STATUSES, error="found {input!r}; expected one of {choices}"),
    )
    documents = _names("document", "document id", "d1")
    text = fields.String(
        data_key="q",
        load_default="",
        validate=validate.Length(max=_LONGEST_TEXT, error="expected at most {max} characters"),
        metadata={"description": "words in titles and quotations", "example": "summit"},
    )
    limit = limited(_MOST_RESULTS)
    offset = fields.Integer(
        load_default=0,
        validate=validate.Range(0, error="found {input}; expected a whole number from {min} up"),
        error_messages={"invalid": "expected a whole number"},
        metadata={"description": "leave out so many results first", "example": 0},
    )

    @post_load
    def _query(self, data: dict[str, Any], **_kwargs: Any) -> Query:
        kinds = tuple(data.pop("kinds"))
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        return Query(
            kinds=tuple(kind for kind in kinds if kind != _DEADLINE),
            deadlines_only=_DEADLINE in kinds,
            **values,
        )


def read_query(parameters: Mapping[str, str | Iterable[str] | int | None]) -> Query:
    """Return the `Query` for parameters by their outside names; None and "" count as not given.

    Who types a range that ends before it begins is told so; of a web address, it selects nothing.
    Raises QueryError that names every wrong parameter, what was found and what was expected.
    """
    schema = QuerySchema()
    given = {name: value for name, value in parameters.items() if value not in (None, "", [], ())}
    try:
        query: Query = schema.load({name: _listed(schema, name, value) for name, value in given.items()})
    except ValidationError as error:
        raise query_error(error, given) from None
    if query.is_contradictory:
        found = f"found {query.end}, before `from` {query.start}; expected a later day"
        raise query_error(ValidationError({"to": [found]}), given)
    return query


def query_error(error: ValidationError, given: Mapping[str, Any]) -> QueryError:
    """Say in one line which parameters were wrong, what was found and what was expected."""
    lines = []
    for name, messages in error.messages_dict.items():
        message = _first(messages)
        found = "" if message.startswith(("found", "no such")) else f"found {_shown(given.get(name, ''))}; "
        lines.append(f"parameter {name}: {found}{message}")
    return QueryError("; ".join(lines))


def _listed(schema: Schema, name: str, value: Any) -> Any:
    """Put one value of a repeatable parameter into a list."""
    repeatable = any(
        field.data_key == name and isinstance(field, fields.List) for field in schema.fields.values()
    )
    if repeatable:
        return [value] if isinstance(value, (str, int)) else list(value)
    return value


def _first(messages: Any) -> str:
    while isinstance(messages, (dict, list)):
        messages = next(iter(messages.values() if isinstance(messages, dict) else messages))
    return str(messages).rstrip(".")
