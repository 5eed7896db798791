"""The dates of a document that are deadlines by the words around them (data/deadline_cues.toml)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronology.events import deadline_series
from chronology.events.deadline_ahead import ahead
from chronology.events.deadline_lengths import bounded, counted
from chronology.events.deadline_table import Cue, Found, cues, extending, is_to_come, not_done, unbound
from chronology.model import DeadlineKind, Document, Period, Span, Timex, TimexType
from chronology.text.sentences import split

# How far before and after a date its cue may stand.
_REACH = 260
_AFTER = 130
_NEAR = 90
# Words that look ahead, for cues that are of days to come only.
_IS = "is "
_SOON = 14
_PARTS = re.compile(r"[;:]\s|\bthat\s|, (?:and|but)\s")
# Before a date that opens a clause: what is told starts then.
_FROM = re.compile(r"\b(?:from|as of|as from|starting|beginning|effective)(?: on)?\s*\Z")
_CLAUSE = re.compile(r"[,;:]\s")
# How far before its cue the verb of a date may stand: "is" of "is repayable on".
_WHOSE = 60
_OPENING = re.compile(
    r"\W*(?:(?:starting|beginning|effective|as|with effect)\s)?(?:(?:from|on|of|as of|by)\s)?"
)
# What a length of time is given for.
_TO_DO = re.compile(r"^[^;]{0,110}?\bto\b")
# A length said before its end: "for six months, until".
_LASTING = re.compile(
    r"(?: (?:for|by|a|an))?(?: (?:a|an|the))?(?: (?:another|further|additional|full|maximum of|total of))?"
    r" [\w-]+(?: (?:and|or) (?:a half|\w+)| more| additional| further)? (?:hour|day|week|month|year)s?"
    r"(?: on \w+)?,? \(?(?:that is,? )?"
    r"(?:to|until|till|through|up to|ending(?: on)?|expiring(?: on)?|running (?:to|until)) \Z"
)
# What comes round every year; a stretch of time that is not the day: "the third deadline of the week".
_RECURS = re.compile(r"\s*,?(?:of )?(?:each|every|any) (?:other )?(?:year|quarter|month|week|day)\b")
_STRETCH = re.compile(r"the (?:day|week|fortnight|month|year|season|decade)", re.IGNORECASE)
# "must leave in ten days": a length as a bound.
_IN_SO_LONG = re.compile(
    r"in (?:(?:about|just|a little|under|over|less|more|than) )*[\w-]+ (?:hour|day|week|month|year)s?\b"
)
_WORD = re.compile(r"[a-z-]+")


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
        before = last if last is not None and last.start >= sentence.start else None
        if held is not None and held.sentence != sentence:
            yield held
            held = None
        found, again = _next(document, timexes, at, (sentence, before, held))
        if found is not None and held is not None and found.cue.is_extension:
            held = None if deadline_series.says_again(found, held) else held
        if held is not None and not (again and found):
            yield held
        held, last = found, timex
    if held is not None:
        yield held


def _next(
    document: Document,
    timexes: Sequence[Timex],
    at: int,
    told: tuple[Span, Timex | None, Found | None],
) -> tuple[Found | None, bool]:
    """The deadline at a date, if any, and whether it takes the place of the one before it in the sentence.

    `told`: the sentence, the expression before this one in it, and the deadline at that.
    """
    sentence, last, held = told
    timex, text = bounded(document, timexes[at]), document.text
    again = last is not None and deadline_series.restates(text, last, timex)
    window = Span(last.end, sentence.end) if held is not None and last is not None and not again else sentence
    act = last if last is not None and last.period is not None else None
    due, why = timex.period, timex.because
    if due is None:
        due, why = counted(document, timexes, at, act)
    given = (last, timex) if again and last is not None else (timex,)
    found = _cue(document, (sentence, window), given, due, why) if due and due.is_dated else None
    if last is not None and deadline_series.is_hours(text, last, timex):
        return None, False
    if found is None and held is not None and last is not None:
        again = deadline_series.counted_to(text, held, last, timex)
        found = (
            deadline_series.until(
                held, ahead(document, timex, text[last.end : timex.start].lower(), "") or timex
            )
            if again
            else deadline_series.alongside(document, held, last, *_put_on(document, held, timex, (due, why)))
        )
    if found is not None and held is not None and deadline_series.says_again(held, found):
        return None, again
    return found, again


def _is_soon(timex: Timex, document: Document) -> bool:
    """Whether a date lies within a fortnight of publication: "a ceasefire from Saturday"."""
    published = document.published.period.latest if document.published else None
    latest = timex.period.latest if timex.period else None
    return published is not None and latest is not None and (latest - published).days <= _SOON


def _put_on(
    document: Document, held: Found, timex: Timex, ends: tuple[Period | None, str]
) -> tuple[Timex, tuple[Period | None, str]]:
    """A second date with its reading: one to which something is put off lies ahead."""
    words = document.text[held.start : timex.start].lower()
    later = ahead(document, timex, words, "", moved=True) if held.cue.beside is not None else None
    return (timex, ends) if later is None else (later, (later.period, later.because))


def _cue(
    document: Document, within: tuple[Span, Span], given: tuple[Timex, ...], due: Period, why: str
) -> Found | None:
    """The cue at a date, or at the coarser wording of it just before (`given`: both, or the date alone).

    `within`: the sentence, and the part of it in which the words of this date stand.
    """
    sentence, window = within
    timex = given[-1]
    text = document.text
    after = text[timex.end : min(sentence.end, timex.end + _AFTER)].lower()
    for wording in (given, (timex,)) if len(given) > 1 else (given,):
        hit = _hit(text, window, wording, after)
        if hit is None:
            continue
        cue, start, verb = hit
        near = text[max(sentence.start, start - _NEAR) : start]
        if (cue.is_extension or cue.says == "expire") and not_done(_CLAUSE.split(near)[-1]):
            return None
        if cue.opens and cue.kind is DeadlineKind.DUE and _FROM.search(near.lower()):
            cue = replace(cue, kind=DeadlineKind.ENTRY_INTO_FORCE)
        said = after if cue.follows else text[max(sentence.start, start - _WHOSE) : wording[0].start].lower()
        near = text[max(0, start - _REACH) : timex.end + _REACH]
        moved = cue.is_extension or extending().search(near) is not None
        said = said if not (cue.is_ahead and cue.says) else _IS
        later = ahead(document, timex, said, after, moved=moved)
        if said is _IS and later is not None and not _is_soon(later, document):
            later = None
        if later is not None and later.period is not None:
            timex, due, why = later, later.period, later.because
        if cue.is_ahead and not is_to_come(due, document, clock=timex.type is TimexType.TIME):
            continue
        start, verb = (timex.start, timex.start) if cue.follows else (start, verb)
        spans = frozenset(item.span for item in wording)
        return Found(cue, timex, due, why, sentence, start, verb, spans)
    return None


def _hit(text: str, window: Span, wording: Sequence[Timex], after: str) -> tuple[Cue, int, int] | None:
    """The first cue that fits the words before a date or those after; where it and its verb begin."""
    end = wording[0].start
    begin = max(window.start, end - _REACH)
    before = text[begin:end].lower()
    if len(before) != end - begin or unbound().search(before):
        return None
    is_length = wording[0].period is None
    if _RECURS.match(after) or (_STRETCH.fullmatch(wording[0].text) and before.endswith("of ")):
        return None
    before = _LASTING.sub(" until ", before)
    if _IN_SO_LONG.match(text[end : end + _NEAR].lower()):
        before += "within "
    if is_length and before.endswith(" in "):
        before = before.removesuffix("in ") + "within "
    near = frozenset(_WORD.findall(text[max(0, begin - _REACH) : end].lower()))
    for cue in cues():
        if not _may(cue, before, after, near, is_length=is_length):
            continue
        match = cue.pattern.match(after) if cue.follows else cue.pattern.search(before)
        if match is not None:
            verb = match.end(1) if match.re.groups and match[1] else match.start()
            return cue, begin + match.start(), begin + verb
    return None


def _may(cue: Cue, before: str, after: str, near: frozenset[str], *, is_length: bool) -> bool:
    """Whether what stands around a date lets a cue speak of it."""
    if cue.not_after is not None and cue.not_after.match(after):
        return False
    if cue.beside is not None and not cue.beside.match(after):
        return False
    if cue.opens and _OPENING.fullmatch(_PARTS.split(before)[-1]) is None:
        return False
    if cue.near and cue.near.isdisjoint(near):
        return False
    if cue.is_duration:
        return is_length and _TO_DO.search(after) is not None
    return is_length or not cue.is_left
