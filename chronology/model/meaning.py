"""What an expression says, before any anchor: the values that pass from `expressions` to `resolution`.

A meaning never holds a guess. "May" is the month 5 with no year; "two weeks ago" is a shift of -2 weeks from
the time of writing. `resolution` finds the anchor, does the sum and says why.
"""

from dataclasses import dataclass
from enum import StrEnum

from chronology.model.granularity import Granularity
from chronology.model.quick import quick
from chronology.model.timex import TimexType


class Origin(StrEnum):
    """What a relative meaning counts from."""

    WRITING = "writing"  # the time of writing or speaking: "ago", "last", "today"
    NARRATIVE = "narrative"  # the date that the text is speaking of: "earlier", "the previous day"
    EITHER = "either"  # the genre decides: "that year", "the quarter"
    EVENT = "event"  # something that the text tells: "two days after the vote"


class Lean(StrEnum):
    """The side of the anchor to which tense, aspect or a preposition points."""

    PAST = "past"
    FUTURE = "future"


@quick
@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: hour 0-24 with optional minute and second, or a TIMEX3 part of day ("MO", "NI")."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 time: "T10:00", "TMO"."""
        if self.part is not None or self.hour is None:
            return f"T{self.part or ''}"
        minute = "" if self.minute is None else f":{self.minute:02d}"
        return f"T{self.hour:02d}{minute}" + ("" if self.second is None else f":{self.second:02d}")


@quick
@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date as far as it was said: what is None was left out.

    `year` counts decades or centuries where `granularity` says so (199: the 1990s; 19: 1900-1999).
    `number` is the quarter (1-4), half (1-2) or ISO week; `season` a TIMEX3 season (SP SU FA WI).
    `weekday` is ISO (Monday 1). `bc`: `year` counts back from the era. `short`: two digits were written.
    """

    granularity: Granularity
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    season: str | None = None
    clock: Clock | None = None
    bc: bool = False
    short: bool = False
    fiscal: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Shift:
    """`count` units away from an origin; the result keeps `granularity` (coarser than or equal to `unit`).

    `count` None: an unstated number ("a few days ago"); `back`: it lies in the past. `base`: the dated
    expression counted from. `counted`: the units were counted ("a decade earlier"), not named ("the previous
    decade"). `about`: "the" ("the quarter"), "year-ago" or a year, for the periods that reports speak of.
    """

    count: float | None
    unit: Granularity
    origin: Origin
    granularity: Granularity
    clock: Clock | None = None
    base: "Meaning | None" = None
    business: bool = False
    counted: bool = False
    back: bool = False
    about: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Nth:
    """The `count`-th occurrence of `named` from the origin: -1 "last May", 1 "next Monday", 0 "this fall".

    `base`: the dated expression counted from ("the Friday before Christmas").
    """

    named: "Calendar | Feast"
    count: int
    origin: Origin
    base: "Meaning | None" = None


@quick
@dataclass(frozen=True, slots=True)
class Within:
    """A smaller date inside a larger one: "the first Monday of May", "the third quarter of last year"."""

    part: "Calendar"
    whole: "Meaning"
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day: a holiday or commemoration, with its year where said."""

    name: str
    year: int | None = None
    clock: Clock | None = None


@quick
@dataclass(frozen=True, slots=True)
class Length:
    """A duration: (amount, unit) parts; an amount of None is unstated ("several months").

    `business`: working or trading days. `side`: it ended ("the past five days") or begins ("the next two
    years") with the time of writing.
    """

    parts: tuple[tuple[float | None, Granularity], ...]
    business: bool = False
    side: Lean | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times: TIMEX3 value, quant and freq as the words give them."""

    value: str
    quant: str | None = None
    freq: str | None = None
    granularity: Granularity = Granularity.DAY


@dataclass(frozen=True, slots=True)
class Vague:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    ref: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that the words give whole, or the reason why there is none; `event`: what it counts from."""

    value: str
    problem: str = ""
    event: str = ""


Meaning = Calendar | Shift | Nth | Within | Feast | Length | Repeat | Vague | Literal


@quick
@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression found: where, of which type, by which rule, and what it says.

    `signal` is the temporal signal just before it; `lean` the side that tense or preposition points to, and
    `cue` the word that says so (`firm`: it dates just this, "resigned in May"; None: it may
    date what was arranged, "announced a sale in May"); `quoted`: inside a quotation;
    `sentence` numbers the sentences of the text; `heads`: it heads a passage, as a "line" of its own or as an
    "entry" of a list; `line`: where its line starts.
    """

    start: int
    end: int
    text: str
    type: TimexType
    meaning: Meaning
    rule: str
    mod: str | None = None
    signal: str | None = None
    lean: Lean | None = None
    cue: str = ""
    quoted: bool = False
    sentence: int = 0
    firm: bool | None = False
    heads: str = ""
    line: int = 0
