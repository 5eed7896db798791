"""Documents and resolved times in, tellings of events out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronology.events import (
    aftermath,
    candidates,
    dating,
    deadlines,
    focus,
    instruments,
    kinds,
    linking,
    participants,
    phrasing,
    plausible,
    salience,
    states,
    status,
    titles,
    withholding,
)
from chronology.events.candidates import Candidate
from chronology.events.dating import Dating
from chronology.events.entities import Kind
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word
from chronology.events.linking import Link
from chronology.events.quoting import evidence
from chronology.events.reader import read
from chronology.events.reading import Reading
from chronology.model import Attribution, Document, Event, Evidence, Period, Span, Timex

_UNDATED_KINDS = frozenset(
    {"meeting", "visit", "withdrawal", "signature", "legislation", "expiry", "entry into force"}
)


@dataclass(frozen=True, slots=True)
class _Telling:
    number: int
    item: Candidate
    link: Link | None
    dating: Dating
    links: dict[int, Link]
    again: bool = False


def extract(
    document: Document,
    timexes: Sequence[Timex],
    extra: instruments.Extra | None = None,
    *,
    thorough: bool = False,
) -> tuple[Event, ...]:
    """Return one event per telling, in order, each with exactly one piece of evidence.

    `timexes`: the resolved expressions of the document. `extra`: further instruments, name → aliases.
    A telling may be undated: it may be dated by another telling of the same happening. `thorough` also gives
    every verb and event noun that a time of its sentence dates, whether or not an analyst would list it.
    """
    reading = read(document, timexes, extra)
    told = [
        telling
        for number in range(len(reading.sentences))
        for telling in _tellings(reading, number, thorough=thorough)
    ]
    if not thorough:
        told = [telling for telling in told if not _repeats(reading, telling)]
    events = (_event(reading, telling, thorough=thorough) for telling in told)
    shared = focus.share_date(tuple(event for event in events if event.title))
    return deadlines.mark(document, timexes, shared)


def _repeats(reading: Reading, telling: _Telling) -> bool:
    return salience.repeats(reading.sentences[telling.number], telling.item, telling.links)


def _tellings(reading: Reading, number: int, *, thorough: bool) -> list[_Telling]:
    sentence = reading.sentences[number]
    found = candidates.find(sentence)
    if thorough:
        found = (*found, *states.find(sentence, {item.at for item in found}))
    links = linking.link(sentence, found, reading.timexes[number], _day(reading), thorough=thorough)
    if not thorough:
        told = _told(reading, number, found, links)
        links = {
            **links,
            **linking.for_clause(sentence, found, reading.timexes[number], _day(reading), told),
        }
    links = plausible.settle(sentence, found, links, _published(reading))
    links = {**links, **aftermath.link(sentence, found, reading.timexes[number], links)}
    if not thorough:
        found, links = withholding.settle(sentence, found, links)
    out: list[_Telling] = []
    for item in found:
        link = links.get(item.at)
        if not thorough and (_only_names(reading, number, item) or _is_score(sentence, item)):
            continue
        if link is not None:
            out.append(_Telling(number, item, link, _dated(reading, number, item, links), links))
            out.extend(_again(out[-1]))
        elif item.kind.name in _UNDATED_KINDS and not _negated_offer(reading, number, item):
            out.append(_Telling(number, item, None, _undated(reading, number, item), links))
    return out


def _again(telling: _Telling) -> Iterator[_Telling]:
    """Tell what happened more than once for each of its further times."""
    first = telling.link
    for timex in first.again if first is not None else ():
        link = Link(timex, first.signal, first.why) if first is not None else None
        dated = Dating(timex.period, f"Told of “{timex.text}” too. {telling.dating.why}")
        yield replace(telling, link=link, dating=dated, again=True)


def _told(
    reading: Reading, number: int, found: Sequence[Candidate], links: dict[int, Link]
) -> dict[int, Link]:
    """Leave out the links of nouns that come to no title."""
    silent = {
        item.at
        for item in found
        if item.is_noun and item.at in links and not titles.write(reading, number, item).text
    }
    return {at: link for at, link in links.items() if at not in silent}


def _is_score(sentence: Sentence, item: Candidate) -> bool:
    """Tell a sports result ("beat them 2-1") from a happening."""
    after = sentence.words[item.word + 1 : item.word + _SCORE_REACH]
    return item.lemma in kinds.verbs("winning") and any(
        _is_pair(word.text, after[at + 1 :]) for at, word in enumerate(after)
    )


def _is_pair(text: str, rest: Sequence[Word]) -> bool:
    joined = text + "".join(word.text for word in rest[:2])
    left, dash, right = joined.replace("\u2013", "-").partition("-")
    return bool(dash) and left.isdigit() and right[:1].isdigit() and len(left) <= _SCORE_DIGITS


_SCORE_REACH, _SCORE_DIGITS = 10, 3


def _only_names(reading: Reading, number: int, item: Candidate) -> bool:
    """Tell whether an event noun merely names a treaty ("the pact expires"), with no time in its phrase."""
    if not item.is_noun or not any(
        entity.kind is Kind.INSTRUMENT for entity in reading.means(number, item.at)
    ):
        return False
    group = reading.sentences[number].noun(item.at)
    inside = reading.sentences[number].words[group.first : group.last] if group is not None else ()
    return all(word.timex is None for word in inside)


def _dated(reading: Reading, number: int, item: Candidate, links: dict[int, Link]) -> Dating:
    sentence = reading.sentences[number]
    teller = status.teller(sentence, item)
    link = links[item.at]
    spoken = _published(reading)
    if teller is not None and teller.verb in links and links[teller.verb].timex is not link.timex:
        spoken = links[teller.verb].timex.period or spoken
    return dating.combine(link, sentence.verb(item.at), spoken, due=item.kind.deadline is not None)


def _negated_offer(reading: Reading, number: int, item: Candidate) -> bool:
    """Tell whether an undated verb is no happening at all: an infinitive, a modal, a negation."""
    verb = reading.sentences[number].verb(item.at)
    return verb is not None and (verb.infinitive or bool(verb.modal) or verb.negated)


def _day(reading: Reading) -> str:
    """The publication day as a TIMEX3 value; "" where it is not known to the day."""
    published = _published(reading)
    return (
        published.start.isoformat() if published is not None and published.is_day and published.start else ""
    )


def _published(reading: Reading) -> Period | None:
    return reading.document.published.period if reading.document.published is not None else None


def _undated(reading: Reading, number: int, item: Candidate) -> Dating:
    sentence = reading.sentences[number]
    verb = sentence.verb(item.at)
    if verb is not None and (verb.tense == "past" or verb.perfect):
        for at in range(item.at - 1, -1, -1):
            if sentence.mark(at) == "TIMESUB" and "after" in sentence.head(at).lower:
                word = sentence.head(at).lower
                return dating.before_publication(
                    _published(reading), f"The text gives no date, only “{word}”: it lies before publication."
                )
            if sentence.verb(at) is not None:
                break
        if verb.perfect:
            return dating.before_publication(
                _published(reading), "The text gives no date; it had happened by the time of writing."
            )
    return Dating(None, "This telling gives no date.")


def _event(reading: Reading, telling: _Telling, *, thorough: bool) -> Event:
    sentence = reading.sentences[telling.number]
    item = telling.item
    ahead = dating.lies_ahead(telling.dating.period, _published(reading))
    past = dating.lies_behind(telling.dating.period, _published(reading))
    presented = status.of(sentence, item, ahead=ahead, past=past)
    roles = participants.find(reading, telling.number, item)
    verb = sentence.verb(item.at)
    title = titles.write(reading, telling.number, item, own_words=thorough)
    return Event(
        id=f"{reading.document.id}:{_place(sentence, telling)}",
        title=title.text,
        kind=_kind(telling, roles),
        status=presented,
        date=telling.dating.period,
        evidence=(_evidence(reading, telling),),
        lemma=item.lemma,
        negated=verb is not None and verb.negated and not _only_delays(telling),
        is_saying=item.lemma in kinds.verbs("saying") or item.kind.name == "statement",
        attribution=_attribution(reading, telling),
        participants=roles.who,
        places=roles.where,
        instruments=roles.what,
        deadline=item.kind.deadline,
        why_date=telling.dating.why,
        salience=salience.of(
            sentence,
            item,
            telling.links,
            named=_named(roles, title.text),
            bounded=telling.dating.period is not None,
            status=presented,
            bare=title.bare,
        ),
    )


def _place(sentence: Sentence, telling: _Telling) -> int:
    """Where the telling stands in the document: its word, or its time if the word tells another one too."""
    link = telling.link if telling.again else None
    return link.timex.start if link is not None else sentence.words[telling.item.word].start


def _only_delays(telling: _Telling) -> bool:
    """As in "cannot leave before November": the negation belongs to the date."""
    return telling.link is not None and telling.link.signal in {"before", "until", "till"}


def _kind(telling: _Telling, roles: participants.Roles) -> str:
    """The kind; to leave a treaty or a union is a withdrawal, not a journey."""
    parting = telling.item.lemma in kinds.verbs("parting") and not telling.item.is_noun
    unions = {"European Union", "United Nations", "NATO"} & set(roles.who)
    return "withdrawal" if parting and (roles.what or unions) else telling.item.kind.name


def _named(roles: participants.Roles, title: str) -> bool:
    """Tell whether someone or something is named: in the roles, or in the title past its first word."""
    return bool(roles.who or roles.what) or any(letter.isupper() for letter in title[1:])


def _evidence(reading: Reading, telling: _Telling) -> Evidence:
    sentence = reading.sentences[telling.number]
    word = sentence.words[telling.item.word]
    timex = telling.link.timex if telling.link is not None else None
    return evidence(reading.document, sentence.span, Span(word.start, word.end), timex, telling.dating.why)


def _attribution(reading: Reading, telling: _Telling) -> Attribution | None:
    sentence = reading.sentences[telling.number]
    found = status.teller(sentence, telling.item)
    if found is None:
        return None
    source = phrasing.group(reading, telling.number, found.subject, subject=True)
    return Attribution(phrasing.headline(source), sentence.head(found.verb).lemma) if source else None
