"""Ends that follow from a dated start and a length: "a 60-day truce began on 4 May"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from chronology.events import deadline_tenses
from chronology.events.deadline_ahead import ahead
from chronology.events.deadline_clauses import bare
from chronology.events.deadline_lengths import run
from chronology.events.deadline_named import TREATY_NOUN, Named
from chronology.events.deadline_table import lies_ahead
from chronology.events.language.words import data
from chronology.events.quoting import evidence
from chronology.model import (
    DeadlineKind,
    Document,
    Event,
    Granularity,
    Period,
    Span,
    Status,
    Timex,
    TimexType,
)
from chronology.temporal import periods
from chronology.temporal.words import describe
from chronology.text.sentences import split

# Before the length of what lasts: "for ten years", "a period of 30 days", "will last six months".
_FOR = re.compile(r"\b(?:for|of|lasts?|lasting)(?: (?:a|an|another))?(?: (?:term|period|total) of)?\s*\Z")
# With these words a signature starts a length of time; else it runs from the entry into force.
_TERM = re.compile(
    r"\b(?:signed|concluded|agreed|granted|leased|awarded|appointed|elected)\b"
    r"(?:(?!\b(?:in|into) (?:force|effect)\b|\b(?:last|remain|run|stay)).)*"
    r"\bfor(?: an?(?: (?:term|period) of)?)?\s*\Z",
    re.DOTALL,
)
_DIRECTLY = re.compile(
    r"[ -]*(?:[a-z-]+ ){0,3}?,?(?:from|starting(?: on)?|beginning(?: on)?|as of)\s*", re.IGNORECASE
)
# Between a length and the day from which it runs.
_ON_DAY = re.compile(r"\s*,?\s*(?:(?:on|in|from|starting|beginning|as of)(?: on)?)?\s*")
_PASSIVE = re.compile(r"\s(?:has|have|had|will|would|also|now)$")
_NOT_SAID = re.compile(
    r"\b(?:could|may(?! \d)|might|would|should|if|unless|whether|propos\w+|want\w*|ask\w*|call\w*|offer\w*|"
    r"not|extend\w*|prolong\w*|renew\w*|after|within|ago|notice)\b"
)
_NOT_SAID_OF = {
    "halting": _NOT_SAID,
    "renewing": re.compile(r"\b(?:could|may(?! \d)|might|would|should|if|unless|whether|not|\w+ to)\b"),
}
_PARTED = re.compile(r";|, (?:and|but|while|as) ")
_REACH = 160
_NEAR_DAYS = 3
_CLOSE = 40
_SALIENCE = 0.85
_LAST_ARTICLE = re.compile(r".*\b(?:the|an?|its|their)\s", re.IGNORECASE)

# The length, the start, when the length has run, and what lasts.
_Ending = tuple[Timex, Timex, Period, str]


def find(document: Document, timexes: Sequence[Timex], events: Sequence[Event]) -> Iterator[Event]:
    """Yield an expiry for each length whose start its sentence dates, where `events` have none then."""
    known = [event for event in events if event.deadline is not None and event.date is not None]
    ordered = sorted(timexes, key=lambda item: item.start)
    at = 0
    named: Named | None = None
    for sentence in split(document.text):
        while at < len(ordered) and ordered[at].start < sentence.start:
            at += 1
        first = at
        while at < len(ordered) and ordered[at].start < sentence.end:
            at += 1
        here = [_read_ahead(document, sentence, item) for item in ordered[first:at]]
        renewed = None if _has_expiry(known) else _held_at(document.text, sentence, here, "renewing")
        found = _ending(document.text, sentence, here) or renewed
        if found is not None and not _is_told(found[2], sentence, known):
            named = named or Named(document.text)
            yield _event(document, sentence, found, named)


def _read_ahead(document: Document, sentence: Span, timex: Timex) -> Timex:
    """The expression, read as one ahead where the words before it say so: "beginning on Thursday"."""
    before = document.text[max(sentence.start, timex.start - _CLOSE) : timex.start].lower()
    return ahead(document, timex, before, "") or timex


def _ending(text: str, sentence: Span, timexes: Sequence[Timex]) -> _Ending | None:
    """The length, the start, the day on which the length has run, and what lasts."""
    if sentence.end - sentence.start > 4 * _REACH:
        return None
    lengths = [item for item in timexes if item.type is TimexType.DURATION and item.period is None]
    days = [item for item in timexes if item.period is not None and item.period.is_dated]
    halted = _held_at(text, sentence, timexes, "halting")
    if halted is not None:
        return halted
    near = [(one, day) for day in days for one in lengths if _DIRECTLY.fullmatch(text[one.end : day.start])]
    pairs = near or (_apart(text, sentence, lengths[0], days) if len(lengths) == 1 else [])
    if len(pairs) != 1:
        return None
    said = text[sentence.start : sentence.end]
    noun = _bearer().search(said)
    if noun is None or (not near and _NOT_SAID.search(said.lower())):
        return None
    length, day = pairs[0]
    last = _run(length, day.period)
    named = bare(_LAST_ARTICLE.sub("", noun[0]).replace(length.text, ""))
    return (length, day, last, named) if last is not None and named else None


def _run(length: Timex, start: Period | None) -> Period | None:
    """When a length has run from a day, month or year, no finer than that."""
    last = run(length, start.earliest) if start is not None and start.earliest is not None else None
    if last is None or start is None:
        return None
    if start.is_day:
        return periods.day(last)
    if start.granularity is Granularity.MONTH and length.value[-1:] in {"Y", "M"}:
        return periods.month(last.year, last.month)
    years = start.granularity is Granularity.YEAR and length.value[-1:] == "Y"
    return periods.year(last.year) if years else None


def _apart(text: str, sentence: Span, length: Timex, days: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """The days that may start a length which stands elsewhere in the sentence."""
    if not _lasts(text, sentence, length):
        return []
    signed = _TERM.search(text[sentence.start : length.start].lower()) is not None
    within = [day for day in days if not _PARTED.search(_between(text, length, day))]
    return [(length, day) for day in within if signed or _begins(text, sentence, day)]


def _held_at(text: str, sentence: Span, timexes: Sequence[Timex], verbs: str) -> _Ending | None:
    """What is held up, or kept alive, for a length of time from a day: "paused it for 90 days on Friday"."""
    if sentence.end - sentence.start > 4 * _REACH:
        return None
    for length, day in pairwise(timexes):
        held = day.period is not None and (day.period.is_day or verbs != "halting")
        if length.period is not None or not held or _ON_DAY.fullmatch(text[length.end : day.start]) is None:
            continue
        told = _holding(verbs).search(text[sentence.start : length.start])
        last = _run(length, day.period) if told else None
        what = bare(told["object"] or _PASSIVE.sub("", told["subject"] or "")) if told else ""
        if told is None or last is None or not what or _NOT_SAID_OF[verbs].search(told[0].lower()):
            continue
        named = f"{what}: {told['done'] or told['held']}, {length.text}" if verbs == "halting" else what
        return length, day, last, named
    return None


def _has_expiry(known: Sequence[Event]) -> bool:
    return any(event.deadline in {DeadlineKind.EXPIRY, DeadlineKind.SUNSET} for event in known)


def _between(text: str, one: Timex, other: Timex) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _lasts(text: str, sentence: Span, length: Timex) -> bool:
    """Whether the length is that of what lasts: "for ten years", "a ten-year lease"."""
    before = text[sentence.start : length.start].lower()
    return (
        _FOR.search(before) is not None
        or _bearer().match(text[length.end :].lstrip(" -")[:_REACH]) is not None
    )


def _begins(text: str, sentence: Span, timex: Timex) -> bool:
    before = text[max(sentence.start, timex.start - _REACH) : timex.start].lower()
    return _start().search(before) is not None


def _is_told(due: Period, sentence: Span, known: Sequence[Event]) -> bool:
    """Whether the text itself says when it ends: then, or in this sentence."""
    return any(
        (
            event.deadline is not DeadlineKind.ENTRY_INTO_FORCE
            and event.date.latest is not None
            and due.latest is not None
            and abs((event.date.latest - due.latest).days) <= _NEAR_DAYS
        )
        or (event.deadline is DeadlineKind.EXPIRY and sentence.contains(event.evidence[0].trigger))
        for event in known
        if event.date is not None
    )


def _event(document: Document, sentence: Span, found: _Ending, named: Named) -> Event:
    length, start, due, noun = found
    why = (
        f"“{length.text}” from “{start.text}” ({describe(start.period)}) end on {describe(due)}."
        if start.period
        else ""
    )
    trigger = Span(length.start, length.end)
    about = named.about(document.text, sentence.start, max(length.end, start.end))
    is_treaty = about and (noun in about[0] or re.search(rf"{TREATY_NOUN}$", noun, re.IGNORECASE))
    name = about[0] if is_treaty else noun
    return Event(
        id=f"{document.id}:{trigger.start}",
        title=_titled(name[:1].upper() + name[1:]),
        kind=str(DeadlineKind.EXPIRY),
        status=Status.SCHEDULED if lies_ahead(due, document) else Status.OCCURRED,
        date=due,
        evidence=(evidence(document, sentence, trigger, length, why),),
        lemma="expire",
        instruments=about,
        deadline=DeadlineKind.EXPIRY,
        why_date=why,
        salience=_SALIENCE,
    )


def _titled(name: str) -> str:
    """What runs out: "truce expires"; "tariffs: paused, 90 days run out"."""
    return f"{name} run out" if ": " in name else deadline_tenses.agreeing(name, "expire")


@cache
def _holding(name: str) -> re.Pattern[str]:
    """A verb of holding something up or keeping it alive, with its object, before a length of time."""
    verbs = "|".join(data("deadlines.toml")[name])
    return re.compile(
        rf"(?:\b(?P<held>{verbs}) (?P<object>[^,;.]{{3,70}}?)|"
        rf"(?P<subject>[^,;.]{{3,80}}) (?:is|are|was|were|been|be|and) (?P<done>{verbs}))"
        r" for(?: up to| another| a further| an?)?\s*\Z"
    )


@cache
def _bearer() -> re.Pattern[str]:
    """A noun of what lapses, with the words between it and its article."""
    lasting = set(data("deadlines.toml")["bearer"]) - set(data("deadlines.toml")["occasions"])
    nouns = "|".join(sorted(map(re.escape, lasting), key=len, reverse=True))
    article = r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s)?"
    return re.compile(
        rf"{article}(?:[\w'\u2019-]+ ){{0,3}}?\b"
        rf"(?:(?:{nouns})(?: (?:{nouns}))?|[A-Z]\w+ (?:Accord|Treaty|Pact|Agreement))\b"
    )


@cache
def _start() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(data('deadlines.toml')['starting'])})\b[^.;]{{0,60}}\Z")
