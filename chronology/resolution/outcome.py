"""What resolving one meaning gives, before it becomes a timex."""

from dataclasses import dataclass, field

from chronology.model import Period
from chronology.model.timex import NO_ANCHOR, Anchor, Reading
from chronology.resolution.when import When


@dataclass(slots=True)
class Outcome:
    """`when` where it is a plain calendar unit; `period` overrides its days (bounds, approximations).

    `reasons` are (kind, text) pairs told in order; `problem` says why nothing came out.
    """

    value: str
    when: When | None = None
    period: Period | None = None
    anchor: Anchor = NO_ANCHOR
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    reason: tuple[str, tuple[object, ...]] = ("plain", ())
    alternatives: tuple[Reading, ...] = ()
    problem: str | None = None
    confidence: float = 0.9
    mentions: bool = True
    extra: list[str] = field(default_factory=list)
