"""A time expression, resolved, with the reasons (TimeML 1.2.1, TIMEX3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chronology.model.period import Period
from chronology.model.quick import quick
from chronology.model.span import Span


class TimexType(StrEnum):
    """TIMEX3 `type`."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a meaning was resolved against."""

    NONE = "none"  # the words say it all
    DCT = "dct"
    TIMEX = "timex"  # an earlier (or later) expression
    EVENT = "event"
    SPEAKER = "speaker"  # the time of speaking, inside a quotation


@quick
@dataclass(frozen=True, slots=True)
class Anchor:
    """The anchor: `ref` is a timex id or an event's words; `period` is the date that it stands for."""

    kind: AnchorKind
    ref: str | None = None
    text: str = ""
    period: Period | None = None

    @property
    def label(self) -> str | None:
        """The anchor in JSON: "dct", a timex id, "event:…", "speaker", or None."""
        match self.kind:
            case AnchorKind.NONE:
                return None
            case AnchorKind.TIMEX:
                return self.ref
            case AnchorKind.EVENT:
                return f"event:{self.ref}"
            case _:
                return str(self.kind)


NO_ANCHOR = Anchor(AnchorKind.NONE)


class StepKind(StrEnum):
    """What a step of a derivation is: said by the text, assumed by us, or derived from both."""

    SAID = "said"
    ASSUMED = "assumed"
    ANCHOR = "anchor"
    ARITHMETIC = "arithmetic"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `text` is plain words for a reader; `rule` names the rule that made it."""

    kind: StepKind
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """The reasons for a value: steps to draw as a card, and one sentence a non-programmer understands."""

    steps: tuple[Step, ...]
    because: str


@quick
@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that was considered and lost: its value, and why."""

    value: str
    why: str


@quick
@dataclass(frozen=True, slots=True)
class Timex:
    """An expression resolved. Offsets are code points, end exclusive.

    `value`, `mod`, `quant`, `freq`, `begin_point`, `end_point` and `function` are the TIMEX3 attributes.
    `period` is None for durations, for sets, and where nothing could be resolved (`unresolved` says why).
    `signal` is the temporal signal just before the span ("since", "by", "until", "from"), lower case.
    `confidence` is the chance that the value is right, 0 to 1. `holds_from` / `holds_to` are the first and
    last publication day (inclusive) for which the same value would come out; None: any.
    """

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    derivation: Derivation
    anchor: Anchor = NO_ANCHOR
    period: Period | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None
    function: str | None = None
    signal: str | None = None
    confidence: float | None = None
    alternatives: tuple[Reading, ...] = ()
    unresolved: str | None = None
    holds_from: date | None = None
    holds_to: date | None = None

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start, self.end)

    @property
    def edtf(self) -> str | None:
        """The EDTF value, or None."""
        return None if self.period is None else self.period.edtf

    @property
    def because(self) -> str:
        """The reason for the value, in one sentence."""
        return self.derivation.because

    @property
    def is_publication_time(self) -> bool:
        """Whether this expression states the document's own publication date."""
        return self.function == "PUBLICATION_TIME"
