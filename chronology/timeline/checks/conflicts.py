"""Tellings of one thing that contradict each other. Conflicts are shown, never averaged."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from chronology.model import DeadlineKind, Event, Evidence, Finding, Severity
from chronology.model.timex import AnchorKind
from chronology.temporal.words import describe
from chronology.timeline import lexicon, names
from chronology.timeline.checks.context import Context, quoted
from chronology.timeline.telling import Telling


def sources_disagree(context: Context) -> Iterator[Finding]:
    """Two documents date one happening on days that exclude each other."""
    yield from _clashes(context, "sources-disagree", same_document=False)


def statements_do_not_fit(context: Context) -> Iterator[Finding]:
    """One document dates a happening twice, relatively and absolutely say, and the two do not fit."""
    yield from _clashes(context, "statements-do-not-fit", same_document=True)


def expiry_before_signature(context: Context) -> Iterator[Finding]:
    """An instrument that ends before it was first signed."""
    signed: dict[str, list[tuple[str, Event]]] = defaultdict(list)
    for event in context.events:
        if lexicon.family(event.kind) == "signature" and event.is_dated and not event.negated:
            for instrument in event.instruments:
                signed[names.block_key(instrument)].append((instrument, event))
    for event in context.events:
        if event.deadline is not DeadlineKind.EXPIRY or event.negated:
            continue
        for instrument in event.instruments:
            found = [
                other for name, other in signed[names.block_key(instrument)] if names.same(name, instrument)
            ]
            first = min(found, key=lambda item: (_start(item), item.id), default=None)
            if first is not None and event.date and event.date.latest and event.date.latest < _start(first):
                yield Finding(
                    "expiry-before-signature",
                    Severity.ERROR,
                    f"{instrument} would end ({describe(event.date)}) before it was signed "
                    f"({describe(first.date) if first.date else ''}). Look at both quotations.",
                    (event.id, first.id),
                    tuple(dict.fromkeys(event.documents + first.documents)),
                )


def _start(event: Event) -> date:
    return event.date.earliest if event.date is not None and event.date.earliest is not None else date.min


def _clashes(context: Context, code: str, *, same_document: bool) -> Iterator[Finding]:
    home = context.home()
    seen: set[tuple[str, ...]] = set()
    for one, other in context.conflicts:
        if (one.document_id == other.document_id) is not same_document:
            continue
        pair = tuple(sorted({home.get(one.key, ""), home.get(other.key, "")} - {""}))
        if len(pair) == 2 and pair not in seen:  # noqa: PLR2004 - a pair
            seen.add(pair)
            yield _clash(context, code, pair, one, other)


def _clash(context: Context, code: str, pair: tuple[str, ...], one: Telling, other: Telling) -> Finding:
    message = (
        f"{one.event.title}: {_states(context, one)}, but {_states(context, other)}. "
        "Both are kept; look at the quotations."
    )
    documents = tuple(dict.fromkeys((one.document_id, other.document_id)))
    return Finding(code, Severity.WARNING, message, pair, documents)


def _states(context: Context, telling: Telling) -> str:
    stated = telling.event.date
    when = describe(stated) if stated else "no date"
    kind = "reckons" if _is_relative(telling.evidence) else "says"
    return f"{context.name(telling.document_id)} {kind} {when} ({quoted(telling.evidence)})"


def _is_relative(evidence: Evidence) -> bool:
    return evidence.timex is not None and evidence.timex.anchor.kind is not AnchorKind.NONE
