"""How the cost of building a timeline grows, and how well synthetic tellings find each other.

  python benchmarks/merging.py [1000 10000 100000]

Happenings with known truth (people, places, a day) are each told one to seven times, with other titles, part
of the names, coarser dates or none. Prints processor seconds, milliseconds an event, memory, and pairwise
precision and recall of the groups.
"""

import random
import sys
import time
import tracemalloc
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from chronology.model import (
    CreationTime,
    Document,
    DocumentBasis,
    Event,
    Evidence,
    Span,
    Status,
    Timeline,
)
from chronology.temporal import periods
from chronology.timeline.builder import build

SIZES = (1_000, 10_000, 100_000)
YEARS = 8
SORTS = {
    "meeting": ("meet", "{0} meets {1} in {2}", "{0} and {1} hold talks in {2}", "{1} receives {0} in {2}"),
    "signature": ("sign", "{0} and {1} sign accord in {2}", "Accord signed by {0} and {1} in {2}"),
    "attack": ("attack", "Attack on {2} kills supporters of {0}", "{2} attack hits supporters of {0}"),
    "ruling": ("rule", "Court in {2} rules against {0}", "{2} court ruling goes against {0}"),
}


def main() -> None:
    """Build at each size and print one line each."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    print(
        f"{'events':>8} {'seconds':>8} {'ms/event':>9} {'groups':>8} {'precision':>9} {'recall':>7} {'MB':>6}"
    )
    for size in sizes:
        documents, events, truth = synthesise(size)
        start = time.process_time()
        timeline = build(documents, events)
        seconds = time.process_time() - start
        precision, recall = agreement(timeline, truth)
        memory = peak(documents, events) if size <= SIZES[1] else float("nan")
        print(
            f"{size:>8} {seconds:>8.2f} {1000 * seconds / size:>9.3f} {timeline.total:>8} "
            f"{precision:>9.3f} {recall:>7.3f} {memory:>6.0f}",
            flush=True,
        )


def synthesise(size: int) -> tuple[list[Document], list[Event], dict[tuple[str, int, int], int]]:
    """Make about `size` tellings, the documents that hold them, and which happening each is of."""
    rng = random.Random(size)
    people = [f"{first} {last}" for first in _names(rng, 40) for last in _names(rng, max(10, size // 500))]
    places = _names(rng, max(30, size // 250))
    documents: dict[str, Document] = {}
    events: list[Event] = []
    truth: dict[tuple[str, int, int], int] = {}
    happening = 0
    while len(events) < size:
        happening += 1
        for event, document in _tellings(rng, happening, people, places):
            documents.setdefault(document.id, document)
            events.append(event)
            truth[event.evidence[0].key] = happening
    return list(documents.values()), events, truth


def _tellings(
    rng: random.Random, happening: int, people: list[str], places: list[str]
) -> Iterator[tuple[Event, Document]]:
    kind = rng.choice(list(SORTS))
    lemma, *titles = SORTS[kind]
    who = [people[int(len(people) * rng.random() ** 2)], people[int(len(people) * rng.random() ** 2)]]
    place = places[int(len(places) * rng.random() ** 2)]
    day = date(2020, 1, 1) + timedelta(days=rng.randrange(365 * YEARS))
    for telling in range(rng.choice((1, 1, 1, 2, 2, 3, 5, 7))):
        published = day + timedelta(days=rng.randrange(4))
        outlet = rng.randrange(40)
        document_id = f"{published}-{outlet}"
        names = tuple(name if telling == 0 else name.split()[-1] for name in who)
        title = rng.choice(titles).format(*(name.split()[-1] for name in who), place)
        when = rng.choice((periods.day(day), periods.day(day), periods.month(day.year, day.month), None))
        start = happening * 1000 + telling * 100
        evidence = Evidence(document_id, start, start + len(title), title, Span(start, start + 5), lemma)
        event = Event(f"{document_id}:{start}", title, kind, Status.OCCURRED, when, (evidence,), lemma=lemma)
        yield (
            replace(event, participants=names, places=(place,)),
            Document(
                document_id,
                "",
                CreationTime(periods.day(published), DocumentBasis.GIVEN),
                publisher=f"outlet {outlet}",
            ),
        )


def agreement(timeline: Timeline, truth: dict[tuple[str, int, int], int]) -> tuple[float, float]:
    """Pairwise precision and recall of the groups against the happenings."""
    joint: Counter[tuple[str, int]] = Counter()
    for event in timeline.events + timeline.undated:
        joint.update((event.id, truth[evidence.key]) for evidence in event.evidence)
    groups: Counter[str] = Counter()
    for (identity, _), count in joint.items():
        groups[identity] += count
    right = _pairs(joint.values())
    return right / max(1, _pairs(groups.values())), right / max(1, _pairs(Counter(truth.values()).values()))


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def peak(documents: list[Document], events: list[Event]) -> float:
    """Peak memory of one build, in megabytes."""
    tracemalloc.start()
    build(documents, events)
    found = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return found


def _names(rng: random.Random, count: int) -> list[str]:
    syllables = ("ka", "ro", "mi", "ten", "sol", "va", "der", "lin", "bu", "no", "gra", "pe", "shi", "ul")
    return ["".join(rng.choices(syllables, k=3)).title() for _ in range(count)]


if __name__ == "__main__":
    main()
