"""Deadlines by the words around a date: "must file by", "is due on", "has until", "extended until".

A telling that such a date belongs to becomes a deadline; where none does, the words themselves make one.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from chronology.events import deadline_extensions, deadline_terms, deadline_titles
from chronology.events.deadline_cues import find
from chronology.events.deadline_named import TREATY_NOUN, Named
from chronology.events.deadline_table import Found, extending, lies_ahead
from chronology.events.quoting import evidence
from chronology.model import DeadlineKind, Document, Event, Span, Status, Timex

# How weighty a deadline is for a timeline, 0 to 1.
_SALIENCE = 0.85
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_JUST_BEFORE = re.compile(r"[\s,]*(?:(?:has|have|had|also|again|unanimously|formally)\s)?")
# Verbs of having time, which say nothing of what is to be done with it.
_HOLDING = frozenset({"have", "give", "grant", "allow", "get", "receive"})
# A start in the words of law, which is listed even when it has passed.
_STARTED = re.compile(r"\b(?:(?:into|took|taken|in) (?:force|effect)(?! since)|bec[ao]me law|entry into)\b")
_BARE_NOUN = re.compile(rf"{TREATY_NOUN}\b(?! (?:with|on|between|for|of|over|to)\b)", re.IGNORECASE)


def mark(document: Document, timexes: Sequence[Timex], events: Sequence[Event]) -> tuple[Event, ...]:
    """Return `events` in order, the deadlines among them marked and those that only the words give added."""
    out = list(events)
    by_date: dict[Span, list[int]] = defaultdict(list)
    undated: dict[int, list[int]] = defaultdict(list)
    for at, event in enumerate(out):
        timex = event.evidence[0].timex
        if timex is not None:
            by_date[timex.span].append(at)
        elif event.date is None:
            undated[event.evidence[0].start].append(at)
    named: Named | None = None
    cued: set[int] = set()
    for found in find(document, timexes):
        named = named or Named(document.text)
        dated = sorted(at for span in found.spans for at in by_date[span])
        chosen = _telling(out, dated, undated[found.sentence.start], found)
        about = named.about(document.text, found.sentence.start, found.timex.start)
        act = _act(document, timexes, out[chosen], found) if chosen is not None else None
        if chosen is not None and act is not None:
            made = _made(document, found, about)
            out[chosen] = act
            cued.add(chosen)
            cued.add(len(out))
            out.append(made)
        elif chosen is not None:
            out[chosen] = _marked(out[chosen], found, document, about)
            cued.add(chosen)
        elif (made := _made(document, found, about)).title:
            cued.add(len(out))
            out.append(made)
    out = [
        event if at in cued else _unless_over(_named_by_noun(event, document), document)
        for at, event in enumerate(out)
    ]
    out += deadline_extensions.find(document, timexes, out)
    out += deadline_terms.find(document, timexes, out)
    titled = (event for event in out if event.title)
    return tuple(sorted(titled, key=lambda event: (event.evidence[0].trigger, event.id)))


def _telling(
    events: Sequence[Event], dated: Sequence[int], undated: Sequence[int], found: Found
) -> int | None:
    """The telling that the deadline belongs to: dated by this date, or by none, and in the cue's words."""
    marked = [at for at in dated if events[at].deadline is not None]
    if marked:
        return marked[0]
    told = [at for at in dated if not events[at].is_saying and _is_told_by(_trigger(events[at]), found)]
    told = told or [at for at in undated if found.start <= _trigger(events[at]).start < found.timex.start]
    return min(told, key=lambda at: _trigger(events[at]), default=None)


def _is_told_by(trigger: Span, found: Found) -> bool:
    """Whether a telling's word stands among those of the deadline: before its date, or these follow it."""
    return found.verb <= trigger.start and (found.cue.follows or trigger.start < found.timex.start)


def _act(document: Document, timexes: Sequence[Timex], event: Event, found: Found) -> Event | None:
    """The extending itself, where the sentence says when that was: "on Friday, 4 May, renewed it until"."""
    if not found.cue.is_extension or event.status not in _DONE:
        return None
    start, text = _trigger(event).start, document.text
    near = [
        item
        for item in timexes
        if item.span not in found.spans
        and found.sentence.contains(item.span)
        and item.end <= start
        and _JUST_BEFORE.fullmatch(text[item.end : start])
    ]
    if len(near) != 1 or near[0].period is None or lies_ahead(near[0].period, document):
        return None
    seen = replace(event.evidence[0], timex=near[0])
    return replace(event, date=near[0].period, evidence=(seen,), why_date=near[0].because)


def _trigger(event: Event) -> Span:
    return event.evidence[0].trigger


def _named_by_noun(event: Event, document: Document) -> Event:
    """The event, called by what lapses where the text says "it": "a day before it was due to run out"."""
    if event.deadline is not DeadlineKind.EXPIRY or event.instruments:
        return event
    title = deadline_titles.by_noun(document.text, event.evidence[0].start, _trigger(event))
    return replace(event, title=title) if title else event


def _unless_over(event: Event, document: Document) -> Event:
    """The event; no deadline where it only tells of a start in the past: "in force since 1994"."""
    words = event.evidence[0].quote.lower()
    if event.deadline is DeadlineKind.DUE and extending().search(event.evidence[0].trigger_text):
        return replace(event, deadline=None)
    told = event.deadline is DeadlineKind.ENTRY_INTO_FORCE and event.date is not None
    over = told and not lies_ahead(event.date, document) and _STARTED.search(words) is None
    return replace(event, deadline=None) if over else event


def _marked(event: Event, found: Found, document: Document, about: tuple[str, ...]) -> Event:
    kind = event.deadline if event.deadline in _SPECIAL else found.cue.kind
    own = deadline_titles.write(document.text, found)
    plain = found.cue.kind in _WORDED and not found.cue.is_extension and not event.instruments
    read = event.title if " " in event.title else ""
    meant = not event.instruments and not about and deadline_titles.has_pronoun(document.text, found)
    own = read if read and " and to " in own else own
    unnamed = found.cue.kind is DeadlineKind.DUE and not found.cue.follows and own.startswith("Deadline to")
    bare = unnamed and event.lemma not in _HOLDING and read
    title = (
        (read if bare else own or read)
        if found.cue.is_duty or found.cue.says or plain or meant or deadline_titles.names_what_ends(own)
        else (read or own)
    )
    ahead = lies_ahead(found.due, document)
    known = event.evidence[0].timex
    moved = known is not None and known.span == found.timex.span and known.period != found.timex.period
    seen = replace(event.evidence[0], timex=found.timex if moved or known is None else known)
    return replace(
        event,
        title=_naming(title, event.instruments or about)
        or _label(found, event.instruments or about)
        or event.title,
        evidence=(seen,),
        kind="deadline" if event.kind == "event" else event.kind,
        status=Status.SCHEDULED if ahead and event.status is not Status.DENIED else event.status,
        date=found.due,
        lemma="extend" if found.cue.is_extension else event.lemma,
        why_date=found.why if moved or event.date is None else event.why_date,
        instruments=event.instruments or about,
        deadline=kind,
        salience=max(event.salience, _SALIENCE),
    )


# Kinds whose own words make better titles than a reader's, where no instrument is known.
_WORDED = frozenset({DeadlineKind.DUE, DeadlineKind.EXPIRY, DeadlineKind.ULTIMATUM})
_SPECIAL = frozenset(
    set(DeadlineKind) - {DeadlineKind.DUE, DeadlineKind.EXPIRY, DeadlineKind.ENTRY_INTO_FORCE}
)


def _made(document: Document, found: Found, about: tuple[str, ...]) -> Event:
    text = document.text
    trigger = Span(found.start, max(found.start + 1, len(text[: found.timex.start].rstrip())))
    return Event(
        id=f"{document.id}:{trigger.start}",
        title=_naming(deadline_titles.write(text, found), about) or _label(found, about),
        kind="deadline" if found.cue.kind is DeadlineKind.DUE else str(found.cue.kind),
        status=Status.SCHEDULED if lies_ahead(found.due, document) else Status.OCCURRED,
        date=found.due,
        evidence=(evidence(document, found.sentence, trigger, found.timex, found.why),),
        lemma="extend" if found.cue.is_extension else str(found.cue.kind),
        instruments=about,
        deadline=found.cue.kind,
        why_date=found.why,
        salience=_SALIENCE,
    )


def _naming(title: str, about: tuple[str, ...]) -> str:
    """The title with the instrument's name for "pact" or "arrangement" at its start."""
    match = _BARE_NOUN.match(title)
    return about[0] + title[match.end() :] if match is not None and about else title


def _label(found: Found, about: tuple[str, ...]) -> str:
    """What to call an instrument's deadline for which neither reader nor words give a title; else ""."""
    noun = "deadline" if found.cue.kind is DeadlineKind.DUE else str(found.cue.kind)
    return f"{about[0]}: {noun}" if about else ""
