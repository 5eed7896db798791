"""Why a date is what it is: the steps of a derivation, and what else was considered."""

from dataclasses import dataclass

from chronology.model import Timex
from web.presenters.dates import DateView, date_view, day_words
from web.presenters.labels import STEP_WORDS, TYPE_WORDS, sentence_case
from web.presenters.values import value_words


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: what kind it is (a word for the icon), its heading, and what it says."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A reading that lost, and why."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class TimexView:
    """An expression with its value and the reasons. `value` is in words where there is a date."""

    id: str
    text: str
    type: str
    type_label: str
    value: str
    timex3: str
    date: DateView | None
    steps: tuple[StepView, ...]
    because: str
    readings: tuple[ReadingView, ...]
    unresolved: str
    holds: str
    confidence: str


def timex_view(timex: Timex) -> TimexView:
    """Show `timex`."""
    shown = None if timex.period is None else date_view(timex.period)
    return TimexView(
        id=timex.id,
        text=" ".join(timex.text.split()),
        type=str(timex.type).lower(),
        type_label=TYPE_WORDS[timex.type],
        value=value_words(timex),
        timex3=timex.value,
        date=shown,
        steps=tuple(
            StepView(str(step.kind), STEP_WORDS[step.kind], sentence_case(step.text))
            for step in timex.derivation.steps
        ),
        because=timex.because,
        readings=tuple(ReadingView(other.value, other.why) for other in timex.alternatives),
        unresolved=timex.unresolved or "",
        holds=holds(timex),
        confidence="" if timex.confidence is None else f"{timex.confidence:.0%}",
    )


def holds(timex: Timex) -> str:
    """Say for which publication dates the same value would come out; "" where that was not worked out."""
    first, last = timex.holds_from, timex.holds_to
    if first is None and last is None:
        return ""
    if last is None and first is not None:
        return f"any publication date from {day_words(first)} on"
    if first is None and last is not None:
        return f"any publication date up to {day_words(last)}"
    if first is not None and last is not None:
        return f"any publication date from {day_words(first)} to {day_words(last)}"
    return ""
