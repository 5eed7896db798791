"""Duties that were met: a later report that the thing was done, by the same, by the day it fell due.

Nothing is taken from silence: without a report a duty is upcoming or has passed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from chronology.model import DeadlineKind, Event, Status
from chronology.temporal.words import describe
from chronology.timeline import lexicon, names

DUTIES = frozenset({DeadlineKind.DUE, DeadlineKind.ULTIMATUM})
_DUTY = re.compile(
    r"^(?P<who>.*?)\b(?:must|shall|ha(?:s|ve|d) to|needs? to|"
    r"(?:is|are|was|were)(?: required| obliged| ordered)? to|"
    r"deadline (?:to|for))\s+(?:be\s+|have\s+)?(?:the |its |their )?(?P<deed>[\w-]+)(?P<what>.*)$",
    re.IGNORECASE,
)
_DUE = re.compile(r"^(?P<what>.+?)\s(?:is|are|was|were|falls?|comes?) due\b", re.IGNORECASE)
_ENDINGS = ("", "s", "es", "d", "ed", "n", "en", "ing", "ment", "al", "ance")
_LOOKS_BACK = re.compile(r"\b(?:had to|was to|were to|was due|were due|was ordered|were ordered|had until)\b")
_SHORTEST = 3
# A deed, and a word of who did it or of what.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Duty:
    """What is to be done (`deeds`: any of them), by whom and with what, in folded words."""

    deeds: frozenset[str]
    who: frozenset[str]
    what: frozenset[str]


def mark(events: Sequence[Event]) -> list[Event]:
    """Return `events`, each duty that a report meets marked with the id of that report."""
    duties = {event.id: duty for event in events if (duty := _duty(event)) is not None}
    if not duties:
        return list(events)
    reports = _reports(events)
    return [_marked(event, duties[event.id], reports) if event.id in duties else event for event in events]


def _marked(event: Event, duty: Duty, reports: Mapping[Key, list[Event]]) -> Event:
    """The event of a duty, with the report that meets it named and said; itself where there is none."""
    report = _report(event, duty, reports)
    if report is None:
        return event
    when = f", {describe(report.date)}" if report.date is not None and report.is_dated else ""
    why = f"{event.why_date} Met: {report.title}{when}.".strip()
    return replace(event, met_by=report.id, why_date=why)


def _reports(events: Iterable[Event]) -> Mapping[Key, list[Event]]:
    """What was done, by deed and by each word of who and what."""
    found: dict[Key, list[Event]] = defaultdict(list)
    for event in events:
        if event.status is Status.OCCURRED and event.deadline is None and not event.negated:
            for deed in _deeds(event):
                for word in _told(event):
                    found[deed, word].append(event)
    return found


def _told(report: Event) -> frozenset[str]:
    """The words of what a report is of: its title, those who take part, the instruments."""
    named = report.participants + report.instruments
    return _words(report.title) | {word for name in named for word in names.tokens(name)}


def _report(event: Event, duty: Duty, reports: Mapping[Key, list[Event]]) -> Event | None:
    """The first report that meets a duty."""
    words = duty.who | duty.what | {word for name in event.instruments for word in names.tokens(name)}
    keys = ((deed, word) for deed in sorted(duty.deeds) for word in sorted(words))
    candidates = {report.id: report for key in keys for report in reports.get(key, ())}
    met = [report for report in candidates.values() if _meets(event, duty, report)]
    return min(met, key=lambda item: (_last(item) or date.max, item.id), default=None)


def _meets(event: Event, duty: Duty, report: Event) -> bool:
    told = _told(report)
    partial = lexicon.words("duty", "partial")
    if partial & set(names.tokens(report.title)) - set(names.tokens(event.title)):
        return False
    by = not duty.who or bool(duty.who & told)
    of = not duty.what or bool(duty.what & told) or bool(names.shared(event.instruments, report.instruments))
    apart = (
        event.instruments and report.instruments and not names.shared(event.instruments, report.instruments)
    )
    return by and of and not apart and _in_time(event, report)


def _in_time(event: Event, report: Event) -> bool:
    """Whether the deed was done by the day due, and since the duty was known: last year's payment is none."""
    due, last = event.date, _last(report)
    if due is None or due.latest is None or last is None or last > due.latest:
        return False
    known, done = event.first_reported, report.date.earliest if report.date else None
    if known is None or known.earliest is None:
        return False
    if done is not None and done >= known.earliest:
        return True
    if not set(event.documents) & set(report.documents):
        told = report.first_reported
        return done is None and told is not None and told.sort_key > known.sort_key
    return _looks_back(event, known.latest) and _follows(event, report)


def _last(report: Event) -> date | None:
    """The last day on which the deed can have been done: its own, or that on which it was told."""
    if report.date is not None and report.date.latest is not None:
        return report.date.latest
    return report.first_reported.latest if report.first_reported else None


def _looks_back(event: Event, published: date | None) -> bool:
    """Whether the text tells of the duty as one that was."""
    last = event.date.latest if event.date is not None else None
    over = last is not None and published is not None and last <= published
    return over or any(_LOOKS_BACK.search(item.quote.lower()) for item in event.evidence)


def _follows(event: Event, report: Event) -> bool:
    """Whether one text tells of the deed after the duty."""
    return any(
        mine.document_id == yours.document_id and mine.trigger.start < yours.trigger.start
        for mine in event.evidence
        for yours in report.evidence
    )


# ----- words ----------------------------------------------------------------------------------------------


def _duty(event: Event) -> Duty | None:
    """What an event asks for; None where it is no duty or does not say what."""
    if event.deadline not in DUTIES or not event.is_dated or event.negated:
        return None
    asked, due = _DUTY.match(event.title), _DUE.match(event.title)
    if asked is not None:
        deeds = _named(asked["deed"])
        who, what = _words(asked["who"]), _words(asked["what"])
    elif due is not None:
        deeds, who, what = lexicon.words("duty", "delivering"), frozenset[str](), _words(due["what"])
    else:
        return None
    return Duty(deeds, who, what) if who or what or event.instruments else None


def _deeds(event: Event) -> frozenset[str]:
    """The deeds that a report tells of: its verb, and what it completes."""
    found = set(_named(event.lemma))
    if event.lemma in lexicon.words("duty", "completing"):
        for word in names.tokens(event.title):
            found |= _named(word)
    return frozenset(found)


@cache
def _named(word: str) -> frozenset[str]:
    """The names of a deed: the row of `deeds` that it stands in, else the base forms that it may have."""
    folded = word.casefold()
    row = next((name for name, starts in _starts() if folded.startswith(starts)), None)
    if row is not None:
        return frozenset({row})
    stems = {folded.removesuffix(ending) for ending in _ENDINGS if len(folded) - len(ending) >= _SHORTEST}
    return frozenset(
        stems | {f"{stem}e" for stem in stems} | {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    )


@cache
def _starts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(starts)) for name, starts in lexicon.table("deeds").items())


def _words(text: str) -> frozenset[str]:
    """The words of a phrase that name somebody or something, in the singular."""
    stop = lexicon.words("titles", "stop") | lexicon.words("duty", "empty")
    kept = (
        word
        for word in names.tokens(text)
        if word not in stop and len(word) >= _SHORTEST and not word.isdigit()
    )
    return frozenset(word.removesuffix("s") for word in kept)
