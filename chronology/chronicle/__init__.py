"""The front door: add documents, ask for the timeline, deadlines, an explanation."""

from chronology.chronicle.building import Progress
from chronology.chronicle.front import Chronicle
from chronology.chronicle.report import BuildReport

__all__ = ["BuildReport", "Chronicle", "Progress"]
