"""Something that a check noticed."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """ERROR: cannot be right. WARNING: a person should look. INFO: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What check `code` noticed, in a message that a person can act on."""

    code: str
    severity: Severity
    message: str
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
