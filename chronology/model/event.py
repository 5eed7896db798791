"""What happened, when, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from chronology.model.period import Period
from chronology.model.span import Span
from chronology.model.timex import Timex


class Status(StrEnum):
    """How the text presents the event, as of the text's own time."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    EXPECTED = "expected"
    PROPOSED = "proposed"
    ALLEGED = "alleged"
    DENIED = "denied"


class DeadlineKind(StrEnum):
    """By or at which something lapses, starts or must be done."""

    EXPIRY = "expiry"
    ENTRY_INTO_FORCE = "entry into force"
    WITHDRAWAL = "withdrawal takes effect"
    DUE = "due"
    SUNSET = "sunset"
    REVIEW = "review"
    ULTIMATUM = "ultimatum"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says, alleges, denies or expects it, and with which word."""

    source: str
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted sentence [start, end) of a document; `trigger` is the event word in it.

    `timex` is the expression that dates the event here, or None where this telling gives no date of its own;
    `why` says in one sentence how the telling was dated or why it belongs to the event.
    """

    document_id: str
    start: int
    end: int
    quote: str
    trigger: Span
    trigger_text: str
    timex: Timex | None = None
    why: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """Identifies the telling: document and trigger."""
        return (self.document_id, self.trigger.start, self.trigger.end)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, holds, is said, scheduled, expected, proposed, alleged or denied.

    The events stage makes one event per telling (one piece of evidence); the timeline stage merges tellings
    of the same happening. `date` is None only where the text does not order the event at all; a vague or
    missing date puts it on the undated shelf. `lemma` is the head word's base form ("expire").
    `why_date` is the reason for `date` in one sentence. `salience` (0 to 1) says how much the event itself
    deserves a place on a timeline. `part_of` and `superseded_by` are event ids, and so
    are those of a deadline: `extends` is the one that it moves, `extended_by` an extension to no known day,
    `met_by` the report that what was due was done. `sources` counts independent
    sources (copies of one text are one source); `importance` is the product of `importance_terms`.
    """

    id: str
    title: str
    kind: str
    status: Status
    date: Period | None
    evidence: tuple[Evidence, ...]
    lemma: str = ""
    negated: bool = False
    is_saying: bool = False
    attribution: Attribution | None = None
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    deadline: DeadlineKind | None = None
    why_date: str = ""
    salience: float = 0.5
    importance: float = 0.0
    part_of: str | None = None
    superseded_by: str | None = None
    extends: str | None = None
    extended_by: str | None = None
    met_by: str | None = None
    first_reported: Period | None = None
    merge_reasons: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    sources: int = 0
    importance_terms: tuple[tuple[str, float], ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether the event has a place on the timeline; otherwise it is on the undated shelf."""
        return self.date is not None and self.date.is_dated

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents that tell of it, in order of evidence, each once."""
        return tuple(dict.fromkeys(item.document_id for item in self.evidence))
