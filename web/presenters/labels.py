"""Names that a reader sees for the values of the model."""

from dataclasses import dataclass

from chronology.model import Severity, Status, StepKind, TimexType

STATUS_WORDS = {
    Status.OCCURRED: ("Occurred", "the text tells it as something that happened"),
    Status.ONGOING: ("Ongoing", "the text tells it as still going on"),
    Status.SCHEDULED: ("Scheduled", "the text gives it as fixed for a time to come"),
    Status.EXPECTED: ("Expected", "someone expects it; it is not fixed"),
    Status.PROPOSED: ("Proposed", "someone proposes it; nothing says that it will be"),
    Status.ALLEGED: ("Alleged", "someone alleges it; the text does not vouch for it"),
    Status.DENIED: ("Denied", "someone denies it"),
}

STEP_WORDS = {
    StepKind.SAID: "Said",
    StepKind.ASSUMED: "Assumed",
    StepKind.ANCHOR: "Starting point",
    StepKind.ARITHMETIC: "Sum",
    StepKind.VALUE: "Result",
}

TYPE_WORDS = {
    TimexType.DATE: "date",
    TimexType.TIME: "time of day",
    TimexType.DURATION: "length of time",
    TimexType.SET: "repeated time",
}

SEVERITY_WORDS = {
    Severity.ERROR: "Cannot be right",
    Severity.WARNING: "Look at this",
    Severity.INFO: "Worth knowing",
}

LONGEST_NAME = 200  # characters


@dataclass(frozen=True, slots=True)
class StatusView:
    """A status: its value (which names the icon), its label and what the label means."""

    value: str
    label: str
    meaning: str


def status_view(status: Status) -> StatusView:
    """Show `status`."""
    label, meaning = STATUS_WORDS[status]
    return StatusView(str(status), label, meaning)


def sentence_case(words: str) -> str:
    """Raise the first letter and leave the rest as it is."""
    return words[:1].upper() + words[1:]


def named(words: str) -> str:
    """What a document gave as a name, as one line of some LONGEST_NAME characters at most, never blank."""
    line = " ".join(words.split())
    if len(line) > LONGEST_NAME:
        space = line.rfind(" ", LONGEST_NAME // 2, LONGEST_NAME)
        line = f"{line[: space if space > 0 else LONGEST_NAME]} …"
    return line or "(blank)"
