"""The only place of the web that reads a clock."""

import time
from datetime import UTC, date, datetime


def today() -> date:
    """Return the day in UTC."""
    return datetime.now(UTC).date()


def steady() -> float:
    """Return seconds of a clock that is never set."""
    return time.monotonic()
