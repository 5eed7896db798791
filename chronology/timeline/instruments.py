"""Instruments that a title names though its telling does not list them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronology.model import Event
from chronology.timeline import lexicon, names


def complete(events: Sequence[Event]) -> list[Event]:
    """Give each event without an instrument those of the collection that its title names, in order.

    One instrument has one writing throughout: "wine accord" and "Wine Accord" are the latter.
    """
    events = _one_writing(events)
    pattern = _pattern(name for event in events for name in event.instruments)
    if pattern is None:
        return list(events)
    return [event if event.instruments else _named(event, pattern) for event in events]


def _one_writing(events: Sequence[Event]) -> list[Event]:
    """The events with each instrument written as it is most capitalised; ties go to the alphabet."""
    written: dict[tuple[str, ...], str] = {}
    for name in sorted({name for event in events for name in event.instruments}):
        known = written.setdefault(names.tokens(name), name)
        if _capitals(name) > _capitals(known):
            written[names.tokens(name)] = name
    return [
        replace(
            event, instruments=tuple(dict.fromkeys(written[names.tokens(name)] for name in event.instruments))
        )
        if event.instruments
        else event
        for event in events
    ]


def _capitals(name: str) -> tuple[bool, int]:
    """More capitals are better, unless it is all capitals."""
    return (not name.isupper(), sum(letter.isupper() for letter in name))


def _named(event: Event, pattern: re.Pattern[str]) -> Event:
    """The event with what its title names; a notice may name it further on in its sentence."""
    found = tuple(dict.fromkeys(pattern.findall(event.title)))
    quote = event.evidence[0].quote
    if not found and lexicon.words("notice", "words") & set(names.tokens(event.title)):
        found = tuple(dict.fromkeys(pattern.findall(quote)))
        found = found if len(found) == 1 else ()
    return replace(event, instruments=found) if found else event


def _pattern(named: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(set(named), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else None
