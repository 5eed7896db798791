"""Kinds of events by cue word, and verb lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from chronology.events.language.words import data
from chronology.model import DeadlineKind

GENERAL = "event"
_SUFFIXES = ("tion", "sion", "ment", "ance", "ing", "al", "ure", "ship", "out", "off", "down")
_MIN_STEM = 4


@dataclass(frozen=True, slots=True)
class KindInfo:
    """A kind of event, how much it deserves a timeline (0 to 1), and the deadline it makes, if any."""

    name: str
    weight: float
    deadline: DeadlineKind | None = None


_GENERAL = KindInfo(GENERAL, 0.3)


@cache
def _tables() -> tuple[Mapping[str, KindInfo], Mapping[str, KindInfo], Mapping[tuple[str, str], KindInfo]]:
    verbs: dict[str, KindInfo] = {}
    nouns: dict[str, KindInfo] = {}
    phrases: dict[tuple[str, str], KindInfo] = {}
    for name, entry in data("kinds.toml").items():
        deadline = DeadlineKind(entry["deadline"]) if "deadline" in entry else None
        info = KindInfo(name, entry["weight"], deadline)
        for word in entry["verbs"].split():
            verbs.setdefault(word, info)
        for word in entry["nouns"].split():
            nouns.setdefault(word, info)
        for phrase in filter(None, entry.get("phrases", "").split(";")):
            verb, _, noun = phrase.partition("|")
            phrases[verb, noun] = info
    return verbs, nouns, phrases


@cache
def _intransitive() -> Mapping[str, KindInfo]:
    table = data("kinds.toml")
    return {
        word: KindInfo(name, entry["weight"])
        for name, entry in table.items()
        for word in entry.get("intransitive", "").split()
    }


def of_verb(lemma: str, complement: str = "", *, transitive: bool = True) -> KindInfo:
    """Return the kind that a verb (with the noun that completes it: "enter", "force") cues."""
    verbs, _, phrases = _tables()
    if not transitive and lemma in _intransitive():
        return _intransitive()[lemma]
    return phrases.get((lemma, complement)) or verbs.get(lemma, _GENERAL)


def of_noun(lemma: str) -> KindInfo | None:
    """Return the kind of an event noun; None where the noun is no event."""
    key = lemma.lower().replace(" ", "-").removesuffix("-d'etat")
    nouns = _tables()[1]
    found = nouns.get(key) or nouns.get(key.rsplit("-", 1)[-1])
    if found is not None:
        return found
    return (
        _GENERAL
        if key.endswith(_SUFFIXES) and len(key) > _MIN_STEM + 2 and key not in _not_events()
        else None
    )


def named(name: str) -> KindInfo:
    """Return a kind by its name, without a deadline."""
    entry = data("kinds.toml").get(name)
    return KindInfo(name, entry["weight"]) if entry is not None else _GENERAL


@cache
def cued(key: str) -> frozenset[str]:
    """Return a word list of kind_context.toml."""
    return frozenset(data("kind_context.toml")[key].split())


@cache
def _not_events() -> frozenset[str]:
    return frozenset(data("verbs.toml")["not_event_nouns"].split())


@cache
def verbs(key: str) -> frozenset[str]:
    """Return a verb list of verbs.toml."""
    if key == "telling":  # all that can have a content clause
        return verbs("saying") | verbs("deciding")
    return frozenset(data("verbs.toml")[key].split())


@cache
def calendar_names() -> frozenset[str]:
    """Months and weekdays, lower case."""
    return frozenset(data("names.toml")["calendar"].split())
