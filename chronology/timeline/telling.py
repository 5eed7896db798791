"""A telling: one event of one document, with what merging compares worked out once."""

import re
from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from chronology.model import DeadlineKind, Document, Event, Evidence, Period, Status
from chronology.model.timex import AnchorKind
from chronology.timeline import lexicon, names

FIRST_DAY = date.min.toordinal()
LAST_DAY = date.max.toordinal()
# How far from its document's publication an undated happening may lie and still be taken for a dated one.
REACH_BACK_DAYS = 14
REACH_AHEAD_DAYS = 366

# What `Profile.ordinals` holds for a happening that is told as one more of its kind.
AGAIN = "again"
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
_SHORTEST_NAME = 4
_YEARLESS = re.compile(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?")
# How far from the event word its name may stand, with no stop between.
_NAME_REACH = 40
_MODIFIERS = 2
_STOP = re.compile(r"[,;:.]\s")
_SHORT_OF_A_YEAR = 365
# Characters around the event word that may say "again" or "another" of it.
_BESIDE = 10
_NUMBERED = re.compile(r"\b(?:[A-Z][\w-]{1,30}|[Nn]umber|[Nn]o\.|article|resolution|phase|round) (\d{1,6})\b")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 - the apostrophe of print


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A date that lacks its year: a month and, unless 0, a day."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """That day in a year; None where the year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, first: int, last: int) -> bool:
        """Whether it may fall on one of the days `first` to `last` (ordinals)."""
        if last - first >= _SHORT_OF_A_YEAR:
            return True
        days = (date.fromordinal(day) for day in range(first, last + 1))
        return any(day.month == self.month and self.day in {0, day.day} for day in days)


@dataclass(frozen=True, slots=True)
class Profile:
    """What must not clash between two tellings, or two groups of tellings, of one happening.

    `first` / `last` are inclusive day ordinals: bounds of a date or, undated, days around publication.
    """

    first: int
    last: int
    is_dated: bool
    is_negative: bool
    is_saying: bool
    families: frozenset[str]
    deadline: DeadlineKind | None
    instruments: tuple[str, ...]
    places: tuple[str, ...]
    ordinals: frozenset[str]
    yearless: frozenset[DayOfYear] = frozenset()

    def joined(self, other: "Profile") -> "Profile":
        """The profile of both together; a date's bounds count before an undated telling's window."""
        dated = [item for item in (self, other) if item.is_dated] or [self, other]
        return Profile(
            max(item.first for item in dated),
            min(item.last for item in dated),
            self.is_dated or other.is_dated,
            self.is_negative,
            self.is_saying,
            self.families | other.families,
            self.deadline or other.deadline,
            tuple(dict.fromkeys(self.instruments + other.instruments)),
            tuple(dict.fromkeys(self.places + other.places)),
            self.ordinals | other.ordinals,
            self.yearless | other.yearless,
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one document tells it. `key` (document, trigger) is its place in every order."""

    event: Event
    key: tuple[str, int, int]
    profile: Profile
    words: str
    proper: frozenset[str]
    once: bool

    @property
    def evidence(self) -> Evidence:
        """The one piece of evidence."""
        return self.event.evidence[0]

    @property
    def document_id(self) -> str:
        """The document that tells it."""
        return self.evidence.document_id

    @property
    def family(self) -> str:
        """What sort of happening it is; empty where the kind says nothing."""
        return next(iter(self.profile.families), "")

    @property
    def is_ahead(self) -> bool:
        """Whether it was still to come when told."""
        return self.event.status in _AHEAD

    @property
    def days(self) -> int:
        """How many days its bounds span."""
        return self.profile.last - self.profile.first + 1


def tell(event: Event, documents: Mapping[str, Document]) -> Telling:
    """Work out what merging compares of `event`, an event with one piece of evidence."""
    document = documents.get(event.evidence[0].document_id)
    published = document.published.period if document and document.published else None
    once = bool(event.instruments) and bool({event.kind, event.lemma} & lexicon.words("once", "words"))
    once = once and not lexicon.words("once", "other") & set(names.tokens(event.title))
    first, last = _days(event, published, once=once)
    words = _content(event.title)
    family = _family(event)
    return Telling(
        event=event,
        key=event.evidence[0].key,
        profile=Profile(
            first,
            last,
            event.is_dated,
            event.negated or event.status is Status.DENIED,
            event.is_saying,
            frozenset({family} if family else ()),
            event.deadline,
            event.instruments,
            event.places,
            _numbers(event, words),
            frozenset({lacking} if event.date is None and (lacking := day_of_year(event)) else ()),
        ),
        words=" ".join(sorted(words)),
        proper=_proper(event),
        once=once,
    )


def day_of_year(event: Event) -> DayOfYear | None:
    """What the words that date a telling say, where they lack only the year: unknown, or assumed."""
    timex = event.evidence[0].timex
    if timex is None:
        return None
    if timex.period is None:
        match = _YEARLESS.fullmatch(timex.value)
        return DayOfYear(int(match["month"]), int(match["day"] or 0)) if match is not None else None
    start = timex.period.start
    said = set(_WORD.findall(timex.text))
    assumed = timex.anchor.kind is not AnchorKind.NONE and timex.period.is_day and start is not None
    if not assumed or start is None or month_name[start.month] not in said or not {str(start.day)} & said:
        return None
    return DayOfYear(start.month, start.day)


def ordinals(period: Period) -> tuple[int, int]:
    """First and last day of a period as ordinals; an open end is the calendar's."""
    first = FIRST_DAY if period.earliest is None else period.earliest.toordinal()
    last = LAST_DAY if period.latest is None else period.latest.toordinal()
    return first, last


def _days(event: Event, published: Period | None, *, once: bool) -> tuple[int, int]:
    stated = (FIRST_DAY, LAST_DAY) if event.date is None else ordinals(event.date)
    if event.is_dated:
        return stated
    around = _window(event, published, once=once)
    return max(stated[0], around[0]), min(stated[1], around[1])


def _window(event: Event, published: Period | None, *, once: bool) -> tuple[int, int]:
    """The days on which an undated telling may have happened; empty without a publication day."""
    if event.deadline is not None and event.instruments:
        return FIRST_DAY, LAST_DAY
    if published is None:
        return LAST_DAY, FIRST_DAY
    first, last = ordinals(published)
    if event.status in _AHEAD:
        return first, min(LAST_DAY, last + REACH_AHEAD_DAYS)
    return (FIRST_DAY if once else max(FIRST_DAY, first - REACH_BACK_DAYS)), last


def is_part(event: Event) -> bool:
    """Whether it is, by its name, part of a larger occasion: a press conference after talks."""
    return part_name(event) is not None


def part_name(event: Event) -> str | None:
    """The name of a part of a larger occasion that kind, head word or title give, in the singular."""
    lemma = event.lemma.casefold().replace("-", " ")
    told = f"{event.kind} | {lemma} | {event.evidence[0].trigger_text} | {event.title}".casefold().replace(
        "-", " "
    )
    return next((name for name in _part_names() if name in told and lemma in name), None)


@cache
def _part_names() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("parts", "names"), key=lambda name: (-len(name), name)))


def _family(event: Event) -> str:
    if is_part(event):
        return "part"
    if event.kind == "deadline" and event.deadline is not None:
        return lexicon.family(str(event.deadline))
    if event.kind in lexicon.words("generic", "kinds"):
        found = lexicon.family(event.lemma)
        return "" if found == event.lemma else found
    return lexicon.family(event.kind)


def _numbers(event: Event, words: list[str]) -> frozenset[str]:
    """What tells like things apart: "second" of a round, the number of a resolution, "again"; no counts."""
    evidence = event.evidence[0]
    at = evidence.trigger.start - evidence.start
    beside = evidence.quote[max(0, at - _BESIDE) : at + len(evidence.trigger_text) + _BESIDE]
    again = set(names.tokens(beside)) & lexicon.words("titles", "again")
    found = frozenset(words) & lexicon.words("titles", "ordinals") | frozenset(_NUMBERED.findall(event.title))
    return found | frozenset({AGAIN} if again else ())


def _content(title: str) -> list[str]:
    stop = lexicon.words("titles", "stop")
    return [word for word in names.tokens(title) if word not in stop]


def _proper(event: Event) -> frozenset[str]:
    """Names in the title that are no participant, place or instrument: "Visegrad" of a Visegrad summit."""
    named = event.participants + event.places + event.instruments
    taken = {word for name in named for word in names.tokens(name)}
    taken |= lexicon.words("titles", "no_name")
    quote = event.evidence[0].quote
    found = set()
    meets = _family(event) in lexicon.words("parts", "of")
    for word in _WORD.findall(event.title):
        folded = names.tokens(word)[0]
        if folded in taken or names.is_of_country(folded) or not _is_name(word, quote):
            continue
        if _modifies(folded, event) if names.is_place(folded) else meets or _names_it(folded, event):
            found.add(folded)
    return frozenset(found)


def _modifies(word: str, event: Event) -> bool:
    """Whether a word stands right before the event word: "Amman format talks", not "met in Amman"."""
    evidence = event.evidence[0]
    at = max(0, evidence.trigger.start - evidence.start)
    return word in names.tokens(evidence.quote[max(0, at - _NAME_REACH) : at])[-_MODIFIERS:]


def _names_it(word: str, event: Event) -> bool:
    """Whether a word stands with the event word, as a name of it does: "Visegrad summit", "trial of Vos"."""
    evidence = event.evidence[0]
    at = evidence.trigger.start - evidence.start
    before = evidence.quote[max(0, at - _NAME_REACH) : max(0, at)]
    after = evidence.quote[at + len(evidence.trigger_text) :][:_NAME_REACH]
    near = names.tokens(_STOP.split(before)[-1]) + names.tokens(_STOP.split(after)[0].split(" that ")[0])
    return word in near


def _is_name(word: str, quote: str) -> bool:
    """Whether `word` has a capital, in the quotation elsewhere than at its start, and is no abbreviation."""
    return (
        word[0].isupper() and len(word) >= _SHORTEST_NAME and not word.isupper() and quote.find(word, 1) > 0
    )
