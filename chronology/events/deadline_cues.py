"""The words around a date that make it a deadline, and the dates that have them (data/deadlines.toml)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from chronology.events.deadline_lengths import counted, extends
from chronology.events.language.words import data, inflections, saying_forms
from chronology.model import DeadlineKind, Document, Period, Span, Timex
from chronology.text.sentences import split

# How far before and after a date its cue may stand.
_REACH = 260
_AFTER = 80
# A length that ends so near to a deadline, or to the day that a deadline is moved to, is a word on it.
_SAME_DAYS = 3
_ABOUT_DAYS = 10
_OPENING = re.compile(
    r"\W*(?:(?:starting|beginning|effective|as|with effect)\s)?(?:(?:from|on|of|as of|by)\s)?"
)
# A verb whose every form is meant; forms that the tables leave out.
_VERB = re.compile(r"<([a-z]+)>")
_IRREGULAR = {
    "be": frozenset({"is", "are", "was", "were", "be", "been", "being"}),
    "have": frozenset({"has", "have", "had", "having"}),
}
# What a length of time is given for.
_TO_DO = re.compile(r"^[^;]{0,60}?\bto\b")
_APPOSITION = re.compile(
    r"(?:[^.;,]{0,60}, (?:that is|i\.e\.|namely)|,|\s\()\s*"
    r"(?:(?:that is|or|i\.e\.),?\s)?\s*(?:on|by|in|until|till|to)?\s*"
)
_JOINED = re.compile(
    r",? (?:and|or|but) (?:then |also |finally )?to (?P<what>[^;:]{1,120}?) "
    r"(?:by|before|no later than|within|on)"
    r"(?: the end of| the middle of)? "
)
_COORDINATED = re.compile(
    r",? (?:and|or|but) (?:the|that|those|one|another)\b[^;:]{0,60} (?:on|in|by|from|until) "
)
_ENDS_WITH_UNTIL = re.compile(
    r"(?:,|\() ?(?:that is,? |i\.e\. |or )?"
    r"(?:until|ending(?: on)?|expiring(?: on)?|running (?:to|until|through)) $"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a date a deadline of `kind`.

    `follows`: they stand after the date. `is_extension`: they move an earlier deadline. `is_duration`: they
    go with a length of time. `is_duty`: they say who must do what. `is_ahead`: of days to come only.
    `opens`: the date opens its sentence. `says`: the verb of the title, for the noun that the words begin
    with. `backed`: what lapses is named shortly before. `not_after` must not follow the date.
    """

    kind: DeadlineKind
    pattern: re.Pattern[str]
    follows: bool
    is_extension: bool
    is_duration: bool
    is_duty: bool
    is_ahead: bool
    opens: bool
    says: str
    backed: bool
    not_after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at a date: when it falls due and why, where its words begin, which spans word it."""

    cue: Cue
    timex: Timex
    due: Period
    why: str
    sentence: Span
    start: int
    verb: int
    spans: frozenset[Span]


def find(document: Document, timexes: Sequence[Timex]) -> Iterator[Found]:
    """Yield the dates of `document` that are deadlines by the words around them, in order."""
    sentences = iter(split(document.text))
    sentence = next(sentences, None)
    last: Timex | None = None
    held: Found | None = None
    timexes = sorted(timexes, key=lambda item: item.start)
    for at, timex in enumerate(timexes):
        while sentence is not None and sentence.end <= timex.start:
            sentence = next(sentences, None)
        if sentence is None or timex.start < sentence.start:
            continue
        again = last is not None and last.start >= sentence.start and _restates(document.text, last, timex)
        taken = held is not None and last is not None and held.sentence == sentence and not again
        window = Span(last.end, sentence.end) if taken and last is not None else sentence
        act = last if last is not None and last.start >= sentence.start and last.period is not None else None
        due, why = timex.period, timex.because
        if due is None:
            due, why = counted(document, timexes, at, act)
        given = (last, timex) if again and last is not None else (timex,)
        found = _cue(document, (sentence, window), given, due, why) if due and due.is_dated else None
        if found is None and held is not None and last is not None and held.sentence == sentence:
            again = _counted_to(document.text, held, last, timex)
            found = _until(held, timex) if again else _alongside(document, held, last, timex)
        if found is not None and held is not None and _says_again(held, found):
            found = None
        if found is not None and held is not None and found.cue.is_extension and _says_again(found, held):
            held = None
        if held is not None and not (again and found):
            yield held
        held, last = found, timex
    if held is not None:
        yield held


def _restates(text: str, last: Timex, timex: Timex) -> bool:
    """Whether a date says again, finer, what the one before it said: "six months later, on 13 June"."""
    return _APPOSITION.fullmatch(text[last.end : timex.start]) is not None and not extends(text, last)


def _cue(
    document: Document, within: tuple[Span, Span], given: tuple[Timex, ...], due: Period, why: str
) -> Found | None:
    """The cue at a date, or at the coarser wording of it just before (`given`: both, or the date alone).

    `within`: the sentence, and the part of it in which the words of this date stand.
    """
    sentence, window = within
    timex = given[-1]
    after = document.text[timex.end : min(sentence.end, timex.end + _AFTER)].lower()
    for wording in (given, (timex,)) if len(given) > 1 else (given,):
        hit = _hit(document.text, window, wording[0].start, after, is_length=wording[0].period is None)
        if hit is not None and (not hit[0].is_ahead or lies_ahead(due, document)):
            cue, start, verb = hit
            start, verb = (timex.start, timex.start) if cue.follows else (start, verb)
            return Found(
                cue, timex, due, why, sentence, start, verb, frozenset(item.span for item in wording)
            )
    return None


def lies_ahead(period: Period | None, document: Document) -> bool:
    """Whether the last day on which it can fall due is after publication."""
    published = document.published.period.latest if document.published else None
    latest = period.latest if period else None
    return published is not None and (latest is None or latest > published)


def _hit(text: str, window: Span, end: int, after: str, *, is_length: bool) -> tuple[Cue, int, int] | None:
    """The first cue that fits the words before `end` or those after; where it and its verb begin."""
    begin = max(window.start, end - _REACH)
    before = text[begin:end].lower()
    if len(before) != end - begin:
        return None
    for cue in _cues():
        if cue.not_after is not None and cue.not_after.match(after):
            continue
        if cue.opens and _OPENING.fullmatch(before) is None:
            continue
        if cue.backed and not _bearers() & set(text[max(0, begin - _REACH) : end].lower().split()):
            continue
        match = cue.pattern.match(after) if cue.follows else cue.pattern.search(before)
        if match is not None and (not cue.is_duration or (is_length and _TO_DO.search(after))):
            verb = match.end(1) if match.re.groups and match[1] else match.start()
            return cue, begin + match.start(), begin + verb
    return None


def _says_again(held: Found, found: Found) -> bool:
    """Whether a length of time only says how long the deadline before it in the sentence leaves."""
    one, other = held.due.latest, found.due.latest
    if found.timex.period is not None or held.sentence != found.sentence or one is None or other is None:
        return False
    return held.timex.period is not None and abs((one - other).days) <= (
        _ABOUT_DAYS if held.cue.is_extension else _SAME_DAYS
    )


def _counted_to(text: str, held: Found, last: Timex, timex: Timex) -> bool:
    """Whether a date says when a length of time ends: "three months to appeal, until 18 June"."""
    return held.timex.period is None and _ENDS_WITH_UNTIL.search(text[last.end : timex.start]) is not None


def _until(held: Found, timex: Timex) -> Found | None:
    if timex.period is None or not timex.period.is_dated:
        return None
    return replace(held, due=timex.period, why=timex.because, spans=held.spans | {timex.span})


def _alongside(document: Document, held: Found, last: Timex, timex: Timex) -> Found | None:
    """The same cue for a second date: "takes effect on 5 May and the other on 6 June"; "and to pay by"."""
    between = document.text[last.end : timex.start]
    joined = _JOINED.fullmatch(between) if held.cue.kind is DeadlineKind.DUE else None
    if timex.period is None or not timex.period.is_dated:
        return None
    if joined is None and _COORDINATED.fullmatch(between) is None:
        return None
    if saying_forms() & set(between.lower().split()):
        return None
    start = last.end + (joined.start("what") if joined else len(between) - len(between.lstrip(" ,")))
    spans = frozenset({timex.span})
    return replace(
        held, timex=timex, due=timex.period, why=timex.because, start=start, verb=start, spans=spans
    )


@cache
def _cues() -> tuple[Cue, ...]:
    table = data("deadlines.toml")
    lists = {name: _any(table[name]) for name in ("by", "at", "bearer", "measure")}
    return tuple(_read(row, lists) for row in table["cue"])


def _read(row: Mapping[str, Any], lists: Mapping[str, str]) -> Cue:
    pattern = str(row.get("before") or row["after"])
    for name, words in lists.items():
        pattern = pattern.replace("{" + name + "}", words)
    pattern = _VERB.sub(_forms, pattern)
    follows = "after" in row
    compiled = re.compile(rf"{pattern}\b") if follows else re.compile(rf"{pattern}\s*\Z")
    return Cue(
        DeadlineKind(row["kind"]),
        compiled,
        follows,
        bool(row.get("extension")),
        bool(row.get("duration")),
        bool(row.get("duty")),
        bool(row.get("ahead")),
        bool(row.get("opens")),
        str(row.get("says", "")),
        bool(row.get("backed")),
        re.compile(str(row["not_after"])) if "not_after" in row else None,
    )


def _forms(verb: re.Match[str]) -> str:
    """Every form of a verb, as a group."""
    lemma = verb[1]
    forms = {lemma, *(form for listed in inflections(lemma, "VERB").values() for form in listed)}
    return f"(?:{_any(sorted(forms | _IRREGULAR.get(lemma, frozenset())))})"


@cache
def _bearers() -> frozenset[str]:
    return frozenset(data("deadlines.toml")["bearer"])


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
