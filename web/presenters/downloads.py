"""What a timeline can be taken away as: one link for each export, so that a new export has its link."""

from dataclasses import dataclass

from chronology.exports import EXPORTS

FEED = "ics"  # the calendar is offered as a feed
NAMES = {
    "csv": "CSV",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "markdown": "Markdown",
    "text": "plain text",
    "timelinejs": "TimelineJS",
}
"""How readers know a format; a new one goes by the name that it has."""


@dataclass(frozen=True, slots=True)
class DownloadView:
    """A format: its name, the suffix of its address, and what it is for."""

    name: str
    suffix: str
    about: str


def downloads() -> tuple[DownloadView, ...]:
    """The formats that a timeline can be downloaded in, besides the calendar."""
    return tuple(
        DownloadView(NAMES.get(name, name), export.suffix, export.about)
        for name, export in EXPORTS.items()
        if name != FEED
    )
