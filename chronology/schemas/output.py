"""What the JSON that we give looks like: schemas over the values that `shapes` makes."""

from typing import Any

from marshmallow import Schema, fields, validate

from chronology.model import (
    DeadlineKind,
    DeadlineState,
    DocumentBasis,
    Granularity,
    Severity,
    Status,
    StepKind,
    TimexType,
)


def _text(description: str, example: str | None = None, **options: Any) -> fields.String:
    notes = {"description": description} | ({} if example is None else {"example": example})
    return fields.String(metadata=notes, **options)


def _choice(values: Any, description: str, **options: Any) -> fields.String:
    names = [str(value) for value in values]
    return _text(description, names[0], validate=validate.OneOf(names), **options)


def _day(description: str, **options: Any) -> fields.String:
    return _text(description, "2019-12-10", required=True, allow_none=True, **options)


def _count(description: str, **options: Any) -> fields.Integer:
    return fields.Integer(metadata={"description": description}, **options)


def _names(description: str) -> fields.List[str]:
    return fields.List(fields.String(), required=True, metadata={"description": description})


class _Bounds(Schema):
    edtf = _text(
        "EDTF value (ISO 8601-2:2019)",
        "2019-12-10",
        required=True,
        allow_none=True,
    )
    earliest = _day("first possible day; null where open")
    latest = _day("last possible day, inclusive; null where open")


class _Span(Schema):
    start = _count("first character, in code points", required=True)
    end = _count("past the last character", required=True)
    text = _text("the characters themselves", "last May", required=True)


class _ExpressionValue(_Span):
    type = _choice(TimexType, "TIMEX3 type", required=True)
    value = _text("TIMEX3 value", "2019-05", required=True)
    mod = _text("TIMEX3 mod", "BEFORE")
    because = _text("the reason for the value, in one sentence", required=True)


class StepSchema(Schema):
    """One step of a derivation."""

    kind = _choice(StepKind, "said, assumed, anchor, arithmetic or value", required=True)
    text = _text("what this step says", required=True)
    rule = _text("the rule that made it", required=True)


class ReadingSchema(Schema):
    """A reading that was considered and lost."""

    value = _text("its TIMEX3 value", required=True)
    why = _text("why it lost", required=True)


class TimexSchema(_ExpressionValue, _Bounds):
    """A time expression, resolved, with its reason."""

    id = _text("unique within the document", "t1", required=True)
    anchor = _text(
        "what it was resolved against: dct, a timex id, event:…, speaker, or null",
        "dct",
        required=True,
        allow_none=True,
    )
    quant = _text("TIMEX3 quant (sets)", "EVERY")
    freq = _text("TIMEX3 freq (sets)", "2X")
    anchorTimeID = _text("TIMEX3 anchorTimeID", "t0")  # noqa: N815 - spelled as TimeML spells it
    beginPoint = _text("TIMEX3 beginPoint", "t1")  # noqa: N815
    endPoint = _text("TIMEX3 endPoint", "t2")  # noqa: N815
    functionInDocument = _text("TIMEX3 functionInDocument", "PUBLICATION_TIME")  # noqa: N815
    unresolved = _text("why there is no value, where there is none")
    words = _text("the value in English", "May 2019")
    signal = _text("the signal word before the expression", "since")
    confidence = fields.Float(metadata={"description": "chance that the value is right, 0 to 1"})
    holds_from = _text("first publication day for which the same value comes out", "2019-06-01")
    holds_to = _text("last such publication day", "2020-04-30")
    derivation = fields.List(fields.Nested(StepSchema), metadata={"description": "the reason, in steps"})
    alternatives = fields.List(
        fields.Nested(ReadingSchema), metadata={"description": "readings considered and lost"}
    )


class DateSchema(_Bounds):
    """When something happens, at the precision that is known."""

    granularity = _choice(Granularity, "how fine the date is", required=True)
    text = _text("the date in English", "February 2021", required=True)


class SourceSchema(Schema):
    """The document that a piece of evidence comes from."""

    id = _text("document id", required=True)
    title = _text("its title", required=True)
    published = _day("when it was published, in EDTF")
    publisher = _text("who published it")
    url = _text("where it was published")


class ExpressionSchema(_ExpressionValue):
    """The expression that dates a piece of evidence."""

    edtf = _text("EDTF value", "2019-05", required=True, allow_none=True)


class EvidenceSchema(Schema):
    """A quoted sentence, where it stands, and the expression that dates it."""

    document = fields.Nested(SourceSchema, required=True)
    quote = _text("the sentence, exactly as it stands", required=True)
    start = _count("its first character in the document, in code points", required=True)
    end = _count("past its last character", required=True)
    expression = fields.Nested(ExpressionSchema, required=True, allow_none=True)
    trigger = fields.Nested(_Span, metadata={"description": "the word or words that name the event"})
    because = _text("how this telling was dated, or why it belongs to the event")


class AttributionSchema(Schema):
    """Who says, alleges, denies or expects it."""

    source = _text("who", required=True)
    verb = _text("with which word", required=True)


class EventSchema(Schema):
    """Something that happened, holds, is said, scheduled, expected, proposed, alleged or denied."""

    id = _text("stable across rebuilds", required=True)
    title = _text("a short phrase that stands by itself", "New START expires", required=True)
    kind = _text("what kind of event", "expiry", required=True)
    status = _choice(Status, "how the text presents it", required=True)
    date = fields.Nested(DateSchema, required=True)
    participants = _names("who took part")
    places = _names("where")
    instruments = _names("treaties, agreements, resolutions and laws")
    deadline = fields.Boolean(
        required=True,
        metadata={"description": "whether something lapses, starts or must be done by then"},
    )
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    first_reported = _day("publication date of the first document that tells of it, in EDTF")
    findings = _names("codes of what checks noticed")
    importance = fields.Float(metadata={"description": "weight on the timeline; higher matters more"})
    because = _text("the reason for the date, in one sentence")
    negated = fields.Boolean(metadata={"description": "the text says that it did not happen"})
    deadline_kind = _choice(DeadlineKind, "what kind of deadline")
    attribution = fields.Nested(AttributionSchema)
    part_of = _text("the event that it belongs to")
    superseded_by = _text("the event that takes its place")
    extends = _text("the deadline that it moves to a later day")
    extended_by = _text("the extension that moves it to a day not named")
    met_by = _text("the event that reports what was due as done in time")
    merge_reasons = fields.List(
        fields.String(), metadata={"description": "why several tellings are one event"}
    )


class DueSchema(_Bounds):
    """When a deadline falls."""

    text = _text("the date in English", "February 2021", required=True)


class DaysLeftSchema(Schema):
    """Days from the as-of day to the first and the last day on which a deadline can fall."""

    min = _count("to the earliest day; act by then", required=True, allow_none=True)
    max = _count("to the latest day", required=True, allow_none=True)


class DeadlineSchema(EventSchema):
    """An event by which something lapses, starts or must be done, seen from an as-of day."""

    due = fields.Nested(DueSchema, required=True)
    days_left = fields.Nested(DaysLeftSchema, required=True)
    state = _choice(DeadlineState, "where it stands as of the day", required=True)


class DocumentSchema(Schema):
    """A text and when it was published."""

    id = _text("document id", required=True)
    title = _text("its title", required=True)
    publisher = _text("who published it", required=True)
    url = _text("where it was published", required=True)
    source = _text("the file or feed that it was read from", required=True)
    published = _day("when it was published, in EDTF")
    published_basis = _choice(DocumentBasis, "how that is known", required=True, allow_none=True)
    published_because = _text("how that is known, in words", required=True)
    characters = _count("length of the text in code points", required=True)
    text = _text("the text, where it was asked for")


class FindingSchema(Schema):
    """Something that a check noticed."""

    code = _text("which check", "weekday-mismatch", required=True)
    severity = _choice(Severity, "how bad it is", required=True)
    message = _text("what was noticed, and what to do", required=True)
    events = _names("ids of the events concerned")
    documents = _names("ids of the documents concerned")


class KeyDateSchema(Schema):
    """A day on which much happened."""

    date = _text("the day", "2019-12-10", required=True)
    score = fields.Float(required=True, metadata={"description": "how important; higher is more"})
    events = _names("ids of its events")
