"""What can never be one happening. A new veto is one function here and one line in VETOES."""

from collections.abc import Callable

from chronology.model import DeadlineKind
from chronology.timeline import names
from chronology.timeline.telling import AGAIN, Profile

_DUTIES = frozenset({DeadlineKind.DUE, DeadlineKind.ULTIMATUM})


def opposite_polarity(one: Profile, other: Profile) -> bool:
    """One happened, the other did not or is denied."""
    return one.is_negative != other.is_negative


def saying_and_said(one: Profile, other: Profile) -> bool:
    """The act of saying and what is said are two events."""
    return one.is_saying != other.is_saying


def different_sorts(one: Profile, other: Profile) -> bool:
    """A signature is no expiry; a kind that says nothing goes with any."""
    return bool(one.families and other.families) and one.families.isdisjoint(other.families)


def different_deadlines(one: Profile, other: Profile) -> bool:
    """An expiry is no entry into force."""
    return one.deadline is not None and other.deadline is not None and one.deadline is not other.deadline


def duty_and_deed(one: Profile, other: Profile) -> bool:
    """What is due and the report that it was done are two events; the report meets the duty."""
    duty = one.deadline or other.deadline
    return duty in _DUTIES and (one.deadline is None) != (other.deadline is None)


def different_instruments(one: Profile, other: Profile) -> bool:
    """Two treaties; "the earlier accord" and "the previous lakes accord" may be one."""
    if not one.instruments or not other.instruments:
        return False
    return not (
        names.shared(one.instruments, other.instruments)
        or names.both_described(one.instruments, other.instruments)
    )


def different_places(one: Profile, other: Profile) -> bool:
    """Two places that cannot be one."""
    return names.places_conflict(one.places, other.places)


def different_rounds(one: Profile, other: Profile) -> bool:
    """The second round is not the third, and to meet again is not to have met."""
    if (AGAIN in one.ordinals) != (AGAIN in other.ordinals):
        return True
    return bool(one.ordinals and other.ordinals) and one.ordinals != other.ordinals


def different_days_of_the_year(one: Profile, other: Profile) -> bool:
    """What lacks only its year still has a month and a day: 14 March is not 5 April of any year."""
    return _misses(one, other) or _misses(other, one)


def _misses(one: Profile, other: Profile) -> bool:
    if other.is_dated and not all(item.fits(other.first, other.last) for item in one.yearless):
        return True
    return any(
        mine.month != yours.month or (mine.day and yours.day and mine.day != yours.day)
        for mine in one.yearless
        for yours in other.yearless
    )


def disjoint_bounds(one: Profile, other: Profile) -> bool:
    """No day lies in both."""
    return max(one.first, other.first) > min(one.last, other.last)


Veto = Callable[[Profile, Profile], bool]
VETOES: tuple[Veto, ...] = (
    opposite_polarity,
    saying_and_said,
    different_deadlines,
    duty_and_deed,
    different_sorts,
    different_rounds,
    different_instruments,
    different_places,
    different_days_of_the_year,
)
