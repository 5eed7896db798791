"""Many events of every precision and status, without a store, for what must stay quick."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from chronology.model import DeadlineKind, Event, Period, Status
from chronology.temporal import periods
from tests import support

KINDS = (
    "meeting",
    "negotiation",
    "agreement",
    "election",
    "ruling",
    "statement",
    "attack",
    "visit",
    "expiry",
)
ACTORS = tuple(f"Party {letter}" for letter in "ABCDEFGHIJKLMNOP")
FIRST = date(1990, 1, 1)


def many(number: int, days: int = 12_000, seed: int = 7) -> Iterator[Event]:
    """`number` events over `days` days, in clusters as news has them."""
    chance = Random(seed)
    centres = [chance.randrange(days) for _ in range(40)]
    for index in range(number):
        near = chance.choice(centres) + int(chance.gauss(0, days / 60))
        day = FIRST + timedelta(days=near % days if chance.random() < 0.7 else chance.randrange(days))
        kind = chance.choice(KINDS)
        deadline = chance.random() < 0.03
        yield support.happened(
            index,
            f"{kind.capitalize()} number {index} of the parties",
            None,
            kind=kind,
            date=period(day, chance),
            status=chance.choice(tuple(Status)) if chance.random() < 0.3 else Status.OCCURRED,
            participants=tuple(chance.sample(ACTORS, chance.randrange(1, 3))),
            deadline=DeadlineKind.DUE if deadline else None,
        )


def period(day: date, chance: Random) -> Period:
    """A period that begins at or about `day`, of any precision."""
    kind = chance.random()
    if kind < 0.62:
        return periods.day(day)
    if kind < 0.8:
        return periods.month(day.year, day.month)
    if kind < 0.86:
        return periods.year(day.year)
    if kind < 0.92:
        return periods.interval(periods.day(day), periods.day(day + timedelta(days=chance.randrange(2, 900))))
    if kind < 0.95:
        return periods.approximate(periods.month(day.year, day.month))
    made = periods.day(day)
    return periods.interval(made, None) if kind < 0.97 else replace(periods.uncertain(made))
