"""The only place of the web that reads a clock."""

from datetime import UTC, date, datetime


def today() -> date:
    """Return the day in UTC."""
    return datetime.now(UTC).date()
