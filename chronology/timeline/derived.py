"""Deadlines that follow from what is told: moved by an extension, or started by a notice.

The sum is shown in `why_date`; where there is nothing to reckon from, nothing is invented.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronology.model import DeadlineKind, Document, Event, Period, Status
from chronology.temporal.words import describe
from chronology.timeline import lexicon, names
from chronology.timeline.fusing import event_id
from chronology.timeline.lengths import Length, extended_by, later, notice_of
from chronology.timeline.moved import move
from chronology.timeline.subjects import CLOSE, DONE, Deadlines, by_day, is_extension, looks_back

# A deadline this near to the day of an extension plus its length is what the extension led to.
_LED_TO_DAYS = 45
_NAMED_ALIKE = 2
_PLANNED = frozenset({Status.SCHEDULED, Status.EXPECTED})


def derive(events: Sequence[Event], documents: Mapping[str, Document]) -> list[Event]:
    """Return `events` with the deadlines that extensions and notices set, and those they supersede marked.

    `documents` (by id) hold the rule by which a notice runs, where another sentence tells it.
    """
    told = Deadlines(events)
    given = (event for known in events for event in _by_notice(known, told, documents))
    noticed = [*events, *_once_a_sentence(given)]
    told = Deadlines(noticed)
    added = (event for known in noticed for event in _by_extension(known, told))
    return move(_with(noticed, _once_a_day(added)))


def _with(events: Sequence[Event], added: Iterable[Event]) -> list[Event]:
    """The events and the deadlines that follow from them; one that a text states itself is that deadline."""
    found = {event.id: event for event in events}
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in events:
        if event.deadline is not None and event.date is not None and not event.instruments:
            told[str(event.deadline), event.date.edtf].append(event.id)
    for event in added:
        key = (str(event.deadline), event.date.edtf if event.date else "")
        known = next((found[item] for item in told[key] if _is_like(found[item], event)), None)
        if known is None:
            found[event.id] = event
            continue
        why = f"{known.why_date} {event.why_date}".strip()
        found[known.id] = replace(known, lemma=event.lemma, extends=event.extends, why_date=why)
    return list(found.values())


def _is_like(one: Event, other: Event) -> bool:
    """Whether two deadlines of one day are named by two words that are the same."""
    words = [{word.removesuffix("s") for word in names.tokens(event.title)} for event in (one, other)]
    return len(words[0] & words[1] - lexicon.words("titles", "stop")) >= _NAMED_ALIKE


def _once_a_sentence(derived: Iterable[Event]) -> Iterator[Event]:
    """One deadline a sentence, of the telling that names the instrument."""
    seen: set[tuple[str, int]] = set()
    for event in sorted(derived, key=lambda item: (not item.instruments, item.evidence[0].key)):
        sentence = (event.evidence[0].document_id, event.evidence[0].start)
        if sentence not in seen:
            seen.add(sentence)
            yield event


def _once_a_day(derived: Iterable[Event]) -> Iterator[Event]:
    """One new deadline of a thing and day, of the telling that says most of it."""
    seen: set[tuple[str, str]] = set()
    for event in sorted(derived, key=lambda item: (not item.participants, item.evidence[0].key)):
        key = (event.title, event.date.edtf if event.date else "")
        if key not in seen:
            seen.add(key)
            yield event


# ----- new deadlines --------------------------------------------------------------------------------------


def _by_extension(extension: Event, told: Deadlines) -> Iterator[Event]:
    """A deadline on the old day and the length that the extension adds."""
    if extension.deadline is not None or not is_extension(extension):
        return
    sentences = {(item.document_id, item.start) for item in extension.evidence}
    if any(_states(known, sentences) for known in told.about(extension)):
        return
    length = _first_length(extension, extended_by)
    fixed = {DeadlineKind.ENTRY_INTO_FORCE, DeadlineKind.REVIEW}
    about = [known for known in told.about(extension) if known.deadline not in fixed]
    earlier = [known for known in about if _can_be_moved(known, extension)]
    base = max(earlier, key=by_day, default=None) if length else None
    due = later(base.date, length) if length and base and base.date else None
    if length and base and base.date and due and not _is_told(due, told.about(extension)):
        why = f"{describe(base.date)}, extended by {length.text}, is {describe(due)}. {base.why_date}"
        yield replace(_derived(base, extension, due, why, "extended"), lemma="extend", extends=base.id)


def _states(known: Event, sentences: set[tuple[str, int]]) -> bool:
    """Whether a deadline is the new day that the sentence of an extension itself gives."""
    return known.lemma == "extend" and any(
        (item.document_id, item.start) in sentences for item in known.evidence
    )


def _by_notice(event: Event, told: Deadlines, documents: Mapping[str, Document]) -> Iterator[Event]:
    """A withdrawal that takes effect when the notice has run."""
    if event.deadline is not None or event.status not in DONE or event.negated or not event.is_dated:
        return
    length = None
    if _gives_notice(event):
        length = _first_length(event, notice_of) or _rule_beside(event, documents)
    due = later(event.date, length) if length and event.date else None
    if length is None or due is None or event.date is None:
        return
    withdrawals = [known for known in told.about(event) if known.deadline is DeadlineKind.WITHDRAWAL]
    if not _is_told(due, withdrawals):
        why = f"{describe(event.date)} and {length.text} of notice make {describe(due)}. {event.why_date}"
        model = replace(event, title=f"{_leaving(event)}: notice runs out", deadline=DeadlineKind.WITHDRAWAL)
        yield _derived(model, event, due, why, "notice")


def _leaving(event: Event) -> str:
    """What a notice is of: its title, or, where that does not name the instrument, leaving it."""
    if not event.instruments or names.block_key(event.instruments[0]) in names.tokens(event.title):
        return event.title
    return f"Withdrawal from the {event.instruments[0]}"


def _gives_notice(event: Event) -> bool:
    """Whether notice is given, rather than a rule told by which it may be."""
    words = lexicon.words("notice", "giving")
    return event.kind in words or event.lemma in words


def _rule_beside(event: Event, documents: Mapping[str, Document]) -> Length | None:
    """The length of notice that the text around a notice names: "six months after a party gives notice"."""
    for item in event.evidence:
        said = set(names.tokens(item.quote))
        if item.document_id not in documents or said.isdisjoint(lexicon.words("notice", "said")):
            continue
        text = documents[item.document_id].text
        found = notice_of(text[max(0, item.start - CLOSE) : item.end + CLOSE])
        if found is not None:
            return found
    return None


def _derived(model: Event, cause: Event, due: Period, why: str, role: str) -> Event:
    return replace(
        model,
        id=event_id(cause.evidence[0].key, role),
        status=Status.EXPECTED,
        date=due,
        evidence=cause.evidence,
        why_date=why,
        merge_reasons=(),
        superseded_by=None,
        first_reported=cause.first_reported,
    )


def _is_told(due: Period, deadlines: Iterable[Event]) -> bool:
    """Whether one of `deadlines` already falls due then."""
    return any(known.date is not None and known.date.overlaps(due) for known in deadlines)


def _can_be_moved(known: Event, extension: Event) -> bool:
    """Whether an extension comes on top of a deadline, rather than having led to it.

    It does where it was first reported after the deadline was, by other documents, or where the text itself
    looks back at the deadline ("was to expire").
    """
    if any(looks_back(item) for item in known.evidence):
        return True
    if _told_on_top(known, extension):
        return True
    sentences = {(item.document_id, item.start) for item in known.evidence}
    if any((item.document_id, item.start) in sentences for item in extension.evidence):
        return False
    reported, stated = extension.first_reported, known.first_reported
    later_on = reported is not None and stated is not None and reported.sort_key > stated.sort_key
    told_again = set(known.documents) & set(extension.documents)
    done = extension.date.latest if extension.date is not None else None
    led_to_it = (
        stated is not None and stated.earliest is not None and done is not None and done < stated.earliest
    )
    return later_on and not told_again and not led_to_it


def _told_on_top(known: Event, extension: Event) -> bool:
    """Whether one text first tells of the deadline and then of an extension that cannot have led to it.

    It cannot where it lies ahead, or where its own day and length do not make that of the deadline.
    """
    mine, yours = known.evidence[0], extension.evidence[0]
    if mine.document_id != yours.document_id or mine.trigger.start > yours.trigger.start:
        return False
    if extension.status in _PLANNED:
        return bool({extension.lemma, extension.kind} & lexicon.words("extension", "lemmas"))
    if mine.start == yours.start or not extension.is_dated:
        return False
    length = _first_length(extension, extended_by)
    led_to = later(extension.date, length) if length and extension.date else None
    return led_to is not None and known.date is not None and _days_apart(led_to, known.date) > _LED_TO_DAYS


def _days_apart(one: Period, other: Period) -> int:
    if one.overlaps(other) or one.earliest is None or other.earliest is None:
        return 0
    return abs((one.earliest - other.earliest).days)


def _first_length(event: Event, read: Callable[[str], Length | None]) -> Length | None:
    return next((found for found in (read(item.quote) for item in event.evidence) if found), None)
