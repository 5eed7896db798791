"""Instruments that a title names though its telling does not list them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronology.model import Event


def complete(events: Sequence[Event]) -> list[Event]:
    """Give each event without an instrument those of the collection that its title names, in order."""
    pattern = _pattern(name for event in events for name in event.instruments)
    if pattern is None:
        return list(events)
    return [event if event.instruments else _named(event, pattern) for event in events]


def _named(event: Event, pattern: re.Pattern[str]) -> Event:
    found = tuple(dict.fromkeys(pattern.findall(event.title)))
    return replace(event, instruments=found) if found else event


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else None
