"""Deadlines by what they are about, and which events extend them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from chronology.model import Event, Evidence, Status
from chronology.timeline import lexicon, names

# Characters between an extension and the deadline that it moves, where neither names an instrument.
CLOSE = 300
_LOOK_BACK = 40
# A word that more deadlines than this share names nothing.
_FEW = 50
# So many common words make two names alike.
_ENOUGH = 2
_SHORTEST = 3
_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][a-z]{2,}|\b[A-Z][a-z]{2,}(?=['\u2019]s\b)")

DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.SCHEDULED, Status.EXPECTED})


class Deadlines:
    """The deadlines among events, by what they are about: an instrument, or a place in a text."""

    def __init__(self, events: Sequence[Event]) -> None:
        """Index every dated deadline under each instrument, and where each document tells of it."""
        self._events = [event for event in events if event.deadline is not None and event.is_dated]
        self._by_instrument: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._told: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, event in enumerate(self._events):
            for instrument in _instruments(event):
                self._by_instrument[instrument].append(at)
            for word in _named(event):
                self._by_word[word].append(at)
            for item in event.evidence:
                self._told[item.document_id].append((item.trigger.start, at))
        for told in self._told.values():
            told.sort()

    def about(self, event: Event) -> list[Event]:
        """The deadlines of the same subject as `event`, in order, itself left out."""
        found = {at for instrument in _instruments(event) for at in self._by_instrument.get(instrument, ())}
        for item in event.evidence:
            told, start = self._told.get(item.document_id, []), item.trigger.start
            near = told[bisect_left(told, (start - CLOSE, -1)) : bisect_left(told, (start + CLOSE + 1, -1))]
            found.update(at for _, at in near)
        lists = (self._by_word.get(word, ()) for word in _named(event))
        alike = {at for listed in lists if len(listed) <= _FEW for at in listed}
        others = (self._events[at] for at in sorted(found | alike))
        return [
            other
            for other in others
            if other.id != event.id and (_same_subject(event, other) or _of_like_name(event, other))
        ]


def is_extension(event: Event) -> bool:
    """Tell whether the event keeps something alive beyond its day, or is the agreement to."""
    words = lexicon.words("extension", "lemmas")
    told = {event.lemma, event.kind}
    if event.lemma in lexicon.words("extension", "agreeing"):
        told |= set(names.tokens(event.title))
    done = bool(told & words) and not event.negated and event.status in DONE
    return done and not all(_is_sought(item) for item in event.evidence)


def _is_sought(evidence: Evidence) -> bool:
    """Whether the words before an extending one say that it is only thought of: "a draft to extend it"."""
    at = evidence.trigger.start - evidence.start
    clause = evidence.quote[max(0, at - _LOOK_BACK) : at].rpartition(",")[2]
    return not lexicon.words("extension", "sought").isdisjoint(names.tokens(clause))


def by_day(event: Event) -> tuple[date, str]:
    """Order by the first day, then by id."""
    return (event.date.sort_key[0] if event.date else date.min, event.id)


def looks_back(evidence: Evidence) -> bool:
    """Whether the quotation tells of the deadline as one that was: "was to", "had been due to"."""
    return _tells(evidence, "looking_back")


def never_came(evidence: Evidence) -> bool:
    """Whether the quotation tells of the deadline as one that would have been: "would have expired"."""
    return _tells(evidence, "never_came")


def _tells(evidence: Evidence, name: str) -> bool:
    at = evidence.trigger.start - evidence.start
    before = evidence.quote[max(0, at - _LOOK_BACK) : at + len(evidence.trigger_text)].casefold()
    return any(words in before for words in lexicon.words("extension", name))


def _instruments(event: Event) -> set[str]:
    return {names.block_key(name) for name in event.instruments}


def _named(event: Event) -> frozenset[str]:
    """The words that name what a deadline is of, where that has no proper name."""
    if any(not name.islower() for name in event.instruments):
        return frozenset()
    empty = lexicon.words("titles", "stop") | lexicon.words("duty", "empty") | lexicon.words("duty", "ending")
    words = (word.removesuffix("s") for word in names.tokens(event.title) if word not in empty)
    return frozenset(word for word in words if len(word) >= _SHORTEST and not word.isdigit())


def _of_like_name(one: Event, other: Event) -> bool:
    """Whether two documents speak of one thing: a word of its name, and a proper name or another word."""
    titled = _named(one) & _named(other)
    if not titled or set(one.documents) & set(other.documents):
        return False
    proper = [_proper(event.title) for event in (one, other)]
    if all(proper) and proper[0].isdisjoint(proper[1]):
        return False
    quoted = [{name for item in event.evidence for name in _proper(item.quote)} for event in (one, other)]
    return len(titled | (quoted[0] & quoted[1])) >= _ENOUGH


def _proper(text: str) -> frozenset[str]:
    """The words that have a capital within a text."""
    plain = lexicon.words("titles", "no_name")
    said = (names.tokens(word)[0].removesuffix("s") for word in _CAPITAL.findall(text))
    return frozenset(word for word in said if word not in plain)


def _same_subject(one: Event, other: Event) -> bool:
    """Whether two events are about one instrument or, one naming none, stand close together in one text."""
    if one.instruments and other.instruments:
        return _alike(one.instruments, other.instruments)
    close = CLOSE // 2 if one.instruments or other.instruments else CLOSE
    near = any(
        mine.document_id == yours.document_id and abs(mine.trigger.start - yours.trigger.start) <= close
        for mine in one.evidence
        for yours in other.evidence
    )
    return near and (
        bool(one.instruments or other.instruments) or _speaks_of(one, other) or _speaks_of(other, one)
    )


@lru_cache(maxsize=4096)
def _alike(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one instrument is among both; the many deadlines of one instrument ask it again and again."""
    return any(names.same(one, other) for one in ones for other in others)


def _speaks_of(one: Event, other: Event) -> bool:
    """Whether what is told of one event says a word of the other's title, or a pronoun for it."""
    told = {word for item in one.evidence for word in names.tokens(item.quote)}
    named = set(names.tokens(other.title)) - lexicon.words("titles", "stop") - lexicon.words("duty", "empty")
    alike = lexicon.words("extension", "alike")
    return bool(
        told & named or told & lexicon.words("extension", "pronouns") or (told & alike and named & alike)
    )


def extends_by_words(event: Event) -> bool:
    """Whether an extension is what the event's evidence tells of."""
    words = lexicon.words("extension", "lemmas")
    return any(word in item.trigger_text.casefold() for item in event.evidence for word in words)
