"""Publication dates as files state them (EDTF, ISO date-times, RFC 822 dates) → CreationTime."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from chronology.model import CreationTime, DateError, DocumentBasis, Granularity, Period
from chronology.temporal import edtf, periods

_PUBLISHED = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
_EXPECTED = "Write a day, a month or a year (2019-12-11, 2019-12, 2019) or a date-time"


def given(value: object, basis: DocumentBasis = DocumentBasis.GIVEN, why: str = "") -> CreationTime:
    """Read a day, month or year in EDTF, a date-time, or a TOML date. Raises DateError.

    The day is the local one that is written: 2019-12-11T23:30-05:00 was published on 11 December.
    """
    if isinstance(value, datetime):
        return _at(value, basis, why)
    if isinstance(value, date):
        return CreationTime(periods.day(value), basis, why)
    if not isinstance(value, str):
        raise DateError(f"{value!r} is not a date", remedy=_EXPECTED)
    moment = _moment(value)
    return _at(moment, basis, why) if moment else CreationTime(_period(value), basis, why)


def _at(moment: datetime, basis: DocumentBasis, why: str) -> CreationTime:
    return CreationTime(periods.day(moment.date()), basis, why, moment=moment)


def _moment(value: str) -> datetime | None:
    """Read an ISO date-time or an RFC 822 date; None for a mere date and for anything else."""
    try:
        if "T" in value or " " in value or ":" in value:
            return datetime.fromisoformat(value.strip())
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value) if "," in value or ":" in value else None
    except (ValueError, TypeError, IndexError):
        return None


def _period(value: str) -> Period:
    try:
        period = edtf.parse(value.strip())
    except DateError as error:
        raise DateError(error.message, remedy=_EXPECTED) from error
    if (
        period.granularity not in _PUBLISHED
        or period.is_interval
        or "X" in period.edtf
        or period.start is None
    ):
        raise DateError(f"{value!r} is neither a day nor a month nor a year", remedy=_EXPECTED)
    return period
