"""What each operation answers, for the OpenAPI document; the values are made by `chronology.schemas`."""

from marshmallow import Schema, fields

from chronology.schemas import (
    DeadlineSchema,
    DocumentSchema,
    EventSchema,
    FindingSchema,
    KeyDateSchema,
    TimexSchema,
)


class PageSchema(Schema):
    """What every list says of itself."""

    total = fields.Integer(required=True, metadata={"description": "how many there are on all pages"})
    limit = fields.Integer(required=True, metadata={"description": "at most so many on a page"})
    offset = fields.Integer(required=True, metadata={"description": "so many come before this page"})
    revision = fields.Integer(required=True, metadata={"description": "of the chronicle that answered"})
    notice = fields.String(metadata={"description": "why nothing can match; left out otherwise"})


class ListedEventSchema(EventSchema):
    """An event of a list: with all its fields, or with those that were asked for."""


class EventsSchema(PageSchema):
    """A page of events."""

    items = fields.List(fields.Nested(ListedEventSchema(partial=True)), required=True)


class ListedDeadlineSchema(DeadlineSchema):
    """A deadline of a list: with all its fields, or with those that were asked for."""


class DeadlinesSchema(PageSchema):
    """A page of deadlines, by earliest day."""

    items = fields.List(fields.Nested(ListedDeadlineSchema(partial=True)), required=True)
    as_of = fields.Date(required=True, metadata={"description": "the day from which days left are counted"})


class DocumentsSchema(PageSchema):
    """A page of documents."""

    items = fields.List(fields.Nested(DocumentSchema), required=True)


class DocumentDetailSchema(DocumentSchema):
    """One document with its text, its expressions and the events it tells of."""

    text = fields.String(required=True)
    expressions = fields.List(fields.Nested(TimexSchema), required=True)
    events = fields.List(fields.Nested(EventSchema), required=True)


class ExpressionsSchema(PageSchema):
    """A page of the time expressions of one document."""

    items = fields.List(fields.Nested(TimexSchema), required=True)


class FindingsSchema(PageSchema):
    """A page of findings."""

    items = fields.List(fields.Nested(FindingSchema), required=True)


class DatesSchema(PageSchema):
    """The most important days, best first."""

    items = fields.List(fields.Nested(KeyDateSchema), required=True)


class ChangedSchema(EventSchema):
    """An event that changed: as it is now, and which fields differ."""

    changed = fields.List(fields.String(), required=True)


class DiffSchema(Schema):
    """What was known on two days, compared."""

    from_as_of = fields.Date(required=True)
    to_as_of = fields.Date(required=True)
    new = fields.List(fields.Nested(EventSchema), required=True)
    changed = fields.List(fields.Nested(ChangedSchema), required=True)
    passed = fields.List(fields.Nested(EventSchema), required=True)
    withdrawn = fields.List(fields.Nested(EventSchema), required=True)
    notice = fields.String(metadata={"description": "why there is nothing to compare; left out otherwise"})


class InstrumentSchema(Schema):
    """A treaty, agreement, resolution or law, and how many events speak of it."""

    name = fields.String(required=True)
    events = fields.Integer(required=True)
    deadlines = fields.Integer(required=True)


class InstrumentDetailSchema(Schema):
    """One instrument: every event that speaks of it, in order, and which of them are deadlines."""

    name = fields.String(required=True)
    events = fields.List(fields.Nested(EventSchema), required=True)
    deadlines = fields.List(fields.String(), required=True, metadata={"description": "event ids"})


class InstrumentsSchema(PageSchema):
    """A page of instruments, those with the most events first."""

    items = fields.List(fields.Nested(InstrumentSchema), required=True)


class ResolutionSchema(Schema):
    """Every expression of one text, with its value and the reason."""

    text = fields.String(required=True)
    published = fields.String(required=True, allow_none=True)
    expressions = fields.List(fields.Nested(TimexSchema), required=True)


class ResolutionsSchema(Schema):
    """The answers for a list of texts, in its order."""

    items = fields.List(fields.Nested(ResolutionSchema), required=True)
    total = fields.Integer(required=True)


class FaultSchema(Schema):
    """One thing that is wrong with a request."""

    parameter = fields.String(required=True)
    value = fields.String(required=True)
    expected = fields.String(required=True)


class ProblemSchema(Schema):
    """An error (RFC 9457)."""

    type = fields.String(required=True, metadata={"example": "about:blank"})
    title = fields.String(required=True, metadata={"example": "Bad Request"})
    status = fields.Integer(required=True, metadata={"example": 400})
    detail = fields.String(required=True)
    instance = fields.String(required=True)
    request_id = fields.String(required=True)
    errors = fields.List(fields.Nested(FaultSchema))


class HealthSchema(Schema):
    """Whether the chronicle can be read, and what state it is in."""

    status = fields.String(required=True, metadata={"example": "ok"})
    revision = fields.Integer(required=True)
    at = fields.String(required=True, metadata={"description": "when that revision was written (UTC)"})
