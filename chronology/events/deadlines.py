"""Deadlines by the words around a date: "must file by", "is due on", "has until", "extended until".

A telling that such a date belongs to becomes a deadline; where none does, the words themselves make one.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from chronology.events import instruments
from chronology.events.deadline_cues import Found, find, lies_ahead
from chronology.model import DeadlineKind, Document, Event, Evidence, Span, Status, Timex

# How weighty a deadline is for a timeline, 0 to 1.
_SALIENCE = 0.85
_LONGEST_TITLE = 90
_ARTICLE = re.compile(
    r"^(?:(?:because|while|although|since|but|and|so|however|when),? )?"
    r"(?:(?:the|its|their|his|her|our|a|an|this|that)\s+)?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|he|she|they|we|you|which|who|that|this|these|those|both)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"([^,;:]{3,80}),? (?:which|that|who) $")
_TRAILING = re.compile(
    r"[\s,:]+(?:is|are|was|were|will|to|by|on|in|at|the|until|through|within|before|no[t]? later than)?\s*$",
    re.IGNORECASE,
)
_COREFERENT = re.compile(
    r"\b(?:the|this|that) (?:treaty|pact|accord|agreement|convention|deal|protocol)\b", re.IGNORECASE
)
_PURPOSE = re.compile(r",?\s*to ((?:[a-z]+)\b[^.;,]{0,80})")
_NAMED_AFTER = re.compile(
    r"(?:'s|\u2019s)?(?: as (?:the|a|an|its|their))? "
    r"(?P<name>(?:[a-z-]+ )?(?:deadline|due date|cut-?off|ultimatum|expiry|expiration))"
    r"(?P<purpose> (?:for|to|of) [^;.,]{3,60})?",
    re.IGNORECASE,
)
_LAST_ARTICLE = re.compile(r"\s+(?:the|a|an|its|their|his|her)\s*$", re.IGNORECASE)
# Who has the time: "the bank has until", "the council gave the regime until".
_HOLDER = re.compile(
    r"\s+(?:has|have|had|(?:gave|gives?|granted|given)\s+(.{1,60}?))(?:\s+(?:another|only|just|until))*$"
)
_CLAUSE = re.compile(r'(?:^|[;:,"“”]\s|\b(?:and|but|that|said|because|while|if|when)\s)(?=[^;:,"“”]*$)')


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
    named: tuple[instruments.Mention, ...] | None = None
    for found in find(document, timexes):
        named = instruments.find(document.text) if named is None else named
        dated = sorted(at for span in found.spans for at in by_date[span])
        chosen = _telling(out, dated, undated[found.sentence.start], found)
        about = _instruments(document.text, found, named)
        if chosen is not None:
            out[chosen] = _marked(out[chosen], found, document, about)
        else:
            out.append(_made(document, found, about))
    return tuple(sorted(out, key=lambda event: (event.evidence[0].trigger, event.id)))


def _telling(
    events: Sequence[Event], dated: Sequence[int], undated: Sequence[int], found: Found
) -> int | None:
    """The telling that the deadline belongs to: dated by this date, or by none, and in the cue's words."""
    marked = [at for at in dated if events[at].deadline is not None]
    if marked:
        return marked[0]
    told = [at for at in dated if not events[at].is_saying and found.verb <= _trigger(events[at]).start]
    told = told or [at for at in undated if found.start <= _trigger(events[at]).start < found.timex.start]
    return min(told, key=lambda at: _trigger(events[at]), default=None)


def _trigger(event: Event) -> Span:
    return event.evidence[0].trigger


def _instruments(text: str, found: Found, named: Sequence[instruments.Mention]) -> tuple[str, ...]:
    """The instrument that the sentence names last before its date; "the pact" is the only one so far."""
    before = [item for item in named if item.span.start < found.timex.start]
    here = [item for item in before if item.span.start >= found.sentence.start]
    if here:
        return (here[-1].name,)
    only = {item.name for item in before}
    meant = _COREFERENT.search(text[found.sentence.start : found.timex.start])
    return tuple(only) if len(only) == 1 and meant is not None else ()


def _marked(event: Event, found: Found, document: Document, about: tuple[str, ...]) -> Event:
    kind = event.deadline if event.deadline in _SPECIAL else found.cue.kind
    own = _title(document.text, found)
    worded = found.cue.is_duty and not _PRONOUN.match(own)
    title = own if worded or " " not in event.title else event.title
    ahead = lies_ahead(found.due, document)
    evidence = replace(event.evidence[0], timex=event.evidence[0].timex or found.timex)
    return replace(
        event,
        title=title,
        evidence=(evidence,),
        kind="deadline" if event.kind == "event" else event.kind,
        status=Status.SCHEDULED if ahead and event.status is not Status.DENIED else event.status,
        date=found.due,
        lemma="extend" if found.cue.is_extension else event.lemma,
        why_date=event.why_date if event.date is not None else found.why,
        instruments=event.instruments or about,
        deadline=kind,
        salience=max(event.salience, _SALIENCE),
    )


_SPECIAL = frozenset(
    set(DeadlineKind) - {DeadlineKind.DUE, DeadlineKind.EXPIRY, DeadlineKind.ENTRY_INTO_FORCE}
)


def _made(document: Document, found: Found, about: tuple[str, ...]) -> Event:
    text = document.text
    trigger = Span(found.start, max(found.start + 1, len(text[: found.timex.start].rstrip())))
    evidence = Evidence(
        document.id,
        found.sentence.start,
        found.sentence.end,
        found.sentence.of(text),
        trigger,
        trigger.of(text),
        found.timex,
        found.why,
    )
    return Event(
        id=f"{document.id}:{trigger.start}",
        title=_title(text, found),
        kind="deadline" if found.cue.kind is DeadlineKind.DUE else str(found.cue.kind),
        status=Status.SCHEDULED if lies_ahead(found.due, document) else Status.OCCURRED,
        date=found.due,
        evidence=(evidence,),
        lemma="extend" if found.cue.is_extension else str(found.cue.kind),
        instruments=about,
        deadline=found.cue.kind,
        why_date=found.why,
        salience=_SALIENCE,
    )


def _title(text: str, found: Found) -> str:
    """The clause of the deadline up to its date, with what is to be done by then."""
    clause = text[found.sentence.start : min(span.start for span in found.spans)]
    cut = [match.end() for match in _CLAUSE.finditer(clause[: found.start - found.sentence.start])]
    begin = cut[-1] if cut else 0
    relative = _RELATIVE.search(clause[: found.start - found.sentence.start])
    clause = f"{relative[1]} {clause[relative.end() :]}" if relative else clause[begin:]
    if found.cue.follows:
        return _shortened(_named(clause, text[found.timex.end : found.sentence.end]))
    clause = _ARTICLE.sub("", _TRAILING.sub("", clause).strip(' "“”'))
    purpose = _PURPOSE.match(text[found.timex.end : found.sentence.end])
    holder = _HOLDER.search(clause)
    if purpose is not None and holder is not None:
        clause = f"{_ARTICLE.sub('', holder[1] or clause[: holder.start()])} must {purpose[1]}"
    return _shortened(clause) or found.timex.text


def _named(clause: str, after: str) -> str:
    """A title for "… the March 31 deadline for bids": what the deadline is for, else the clause around it."""
    match = _NAMED_AFTER.match(after)
    if match is not None and match["purpose"]:
        return match["name"] + match["purpose"]
    name = match["name"].split()[-1] if match is not None else "deadline"
    return f"{_ARTICLE.sub('', _LAST_ARTICLE.sub('', clause).strip(' “”'))} the {name}"


def _shortened(title: str) -> str:
    short = title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rsplit(" ", 1)[0]
    return short[:1].upper() + short[1:]
