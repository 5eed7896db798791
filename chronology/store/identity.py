"""Event ids that last: an event keeps its id while it shares evidence with a stored one.

A document may be edited, so evidence is recognised by several routes, the surest first: the same quotation,
trigger word and title, then without the title, the same place and trigger word, and last the same title out
of the same document.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronology.model import Event, Finding, Timeline

Key = tuple[object, ...]
Keys = Callable[[Event], Iterator[Key]]


def keep_ids(timeline: Timeline, stored: Sequence[Event]) -> Timeline:
    """Give every event of `timeline` the id of the stored event that it continues, or a new one.

    Deterministic; new ids are ASCII letters and digits, safe in URLs and iCalendar UIDs.
    """
    events = (*timeline.events, *timeline.undated)
    continued = _match(events, stored)
    names = _with_new_ids(events, continued, {event.id for event in stored})
    return replace(
        timeline,
        events=tuple(_renamed(event, names) for event in timeline.events),
        undated=tuple(_renamed(event, names) for event in timeline.undated),
        findings=tuple(_finding_renamed(finding, names) for finding in timeline.findings),
    )


def _exactly(event: Event) -> Iterator[Key]:
    return ((*key, event.title) for key in _by_quote(event))


def _by_quote(event: Event) -> Iterator[Key]:
    return ((*_sort(event), item.document_id, item.quote, item.trigger_text) for item in event.evidence)


def _by_place(event: Event) -> Iterator[Key]:
    return (
        (*_sort(event), item.document_id, item.trigger.start, item.trigger_text) for item in event.evidence
    )


def _by_title(event: Event) -> Iterator[Key]:
    return ((item.document_id, event.title) for item in event.evidence)


def _sort(event: Event) -> Key:
    """One telling can give both a happening and the deadline that follows from it: keep them apart."""
    return (event.deadline is not None, event.is_saying)


ROUTES: tuple[Keys, ...] = (_exactly, _by_quote, _by_place, _by_title)


def _match(events: Sequence[Event], stored: Sequence[Event]) -> dict[str, str]:
    """Map ids of `events` to stored ids, each at most once, along the routes in order."""
    names: dict[str, str] = {}
    claimed: set[str] = set()
    for keys in ROUTES:
        owners = _owners(stored, keys, claimed)
        for event in events:
            if event.id not in names and (found := _most_shared(keys(event), owners, claimed)):
                names[event.id] = found
                claimed.add(found)
    return names


def _owners(stored: Iterable[Event], keys: Keys, claimed: set[str]) -> dict[Key, list[str]]:
    owners: dict[Key, list[str]] = defaultdict(list)
    for event in stored:
        if event.id not in claimed:
            for key in dict.fromkeys(keys(event)):
                owners[key].append(event.id)
    return owners


def _most_shared(keys: Iterable[Key], owners: Mapping[Key, list[str]], claimed: set[str]) -> str | None:
    shared = Counter(name for key in keys for name in owners.get(key, ()) if name not in claimed)
    return min(shared, key=lambda name: (-shared[name], name), default=None)


def _with_new_ids(events: Iterable[Event], names: Mapping[str, str], taken: set[str]) -> dict[str, str]:
    names, taken = dict(names), set(taken)
    for event in events:
        if event.id not in names:
            names[event.id] = _new_id(event, taken)
            taken.add(names[event.id])
    return names


def _new_id(event: Event, taken: set[str]) -> str:
    first = min(event.evidence, key=lambda item: item.key)
    seed = f"{first.document_id}\x1f{first.quote}\x1f{first.trigger_text}\x1f{event.title}"
    attempt = 0
    while True:
        text = f"{seed}\x1f{attempt}" if attempt else seed
        name = "e" + hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:15]
        if name not in taken:
            return name
        attempt += 1


def _renamed(event: Event, names: Mapping[str, str]) -> Event:
    return replace(
        event,
        id=names[event.id],
        part_of=names.get(event.part_of or "", event.part_of),
        superseded_by=names.get(event.superseded_by or "", event.superseded_by),
        extends=names.get(event.extends or "", event.extends),
        extended_by=names.get(event.extended_by or "", event.extended_by),
        met_by=names.get(event.met_by or "", event.met_by),
    )


def _finding_renamed(finding: Finding, names: Mapping[str, str]) -> Finding:
    return replace(finding, events=tuple(names.get(name, name) for name in finding.events))
