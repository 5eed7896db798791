"""Countdowns as ranges: a deadline known to the month has a least and a most number of days left."""

from datetime import date

from chronology.model import Deadline, DeadlineState, Period
from web.presenters.dates import count


def days_to(period: Period | None, as_of: date) -> tuple[int | None, int | None]:
    """Days from `as_of` to the earliest and the latest day of `period`; None where an end is open."""
    if period is None:
        return (None, None)
    earliest, latest = period.earliest, period.latest
    return (
        None if earliest is None else (earliest - as_of).days,
        None if latest is None else (latest - as_of).days,
    )


def countdown(least: int | None, most: int | None) -> str:
    """Say how far off a deadline is: "418 to 445 days left", "passed 1 to 28 days ago"."""
    if least is None and most is None:
        return "no day known"
    if most is None:
        return (
            f"at least {_days(least)} left" if least is not None and least > 0 else "may already have passed"
        )
    if most < 0:
        return _passed(least, most)
    if least is None:
        return f"at most {_days(most)} left"
    if least == most:
        return "today" if most == 0 else f"{_days(most)} left"
    return f"{least:,} to {_days(most)} left" if least > 0 else f"due now; at most {_days(most)} left"


def state_label(deadline: Deadline) -> str:
    """The state as of the day asked about, in one word or two."""
    if deadline.state is DeadlineState.UPCOMING and (deadline.days_min or 0) <= 0:
        return "May be due any day" if deadline.days_min is not None else "Upcoming"
    return str(deadline.state).capitalize()


def _passed(least: int | None, most: int) -> str:
    if least is None:
        return f"passed at least {_days(-most)} ago"
    if least == most:
        return f"passed {_days(-most)} ago"
    return f"passed {-most:,} to {_days(-least)} ago"


def _days(number: int | None) -> str:
    return count(number or 0, "day")
