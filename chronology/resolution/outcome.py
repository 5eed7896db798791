"""What resolving one meaning gives, before it becomes a timex."""

from dataclasses import dataclass
from datetime import date

from chronology.model import Period
from chronology.model.timex import NO_ANCHOR, Anchor, Reading
from chronology.resolution.when import When


@dataclass(slots=True)
class Outcome:
    """`when` where it is a plain calendar unit; `period` where its days are other than that unit's.

    `reason` names why, with what the words of the derivation need (see reasons.py). `problem` says why
    nothing came out. `mentions`: later expressions may count from it. `begin` / `end`: what
    a duration starts or ends with ("t0": the publication). `holds`: first and last publication
    day for which the same value comes out.
    """

    value: str
    when: When | None = None
    period: Period | None = None
    anchor: Anchor = NO_ANCHOR
    reason: tuple[str, tuple[object, ...]] = ("plain", ())
    alternatives: tuple[Reading, ...] = ()
    problem: str | None = None
    mentions: bool = True
    quant: str | None = None
    freq: str | None = None
    begin: str | None = None
    end: str | None = None
    holds: tuple[date | None, date | None] = (None, None)


def of(when: When, anchor: Anchor, reason: str, *about: object) -> Outcome:
    """Return the outcome that is one plain calendar unit."""
    return Outcome(when.value, when, anchor=anchor, reason=(reason, about))


def unknown(value: str, problem: str, anchor: Anchor = NO_ANCHOR) -> Outcome:
    """Return an outcome without a date, and why there is none."""
    return Outcome(value, anchor=anchor, problem=problem, mentions=False)
