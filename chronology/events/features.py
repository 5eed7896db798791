"""What the linking model looks at: how a happening and a time stand to each other in a sentence.

Every feature is a readable name. Few of them are joined in pairs: what did not help on documents kept aside
(single verbs, pairs of kinds and signals, pairs of paths through the clauses) is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.language.words import data
from chronology.model import Timex, TimexType

_BETWEEN = ("SUB", "WP", "TIMESUB", "WRB", "CC", ",", '"', ";", ":", "IN", "TMX")
_WORDS_BETWEEN = ("when", "that", "after", "before", "while", "who", "which")
_CLASSES = ("saying", "stative", "aspectual", "light", "expecting", "proposing", "promising", "scheduling")
_NEAR = 3
_MANY = 6
_DAY = 10
_SUFFIX = 3
_STEPS = 3


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data("timewords.toml")[name].split())


@dataclass(frozen=True, slots=True)
class Standing:
    """A time in its sentence: its element, the signal before it, what the rules attach to it, and why."""

    timex: Timex
    at: int
    signal: str
    attached: Mapping[int, str]


def describe(
    sentence: Sentence, item: Candidate, time: Standing, times: Sequence[Standing], published: str
) -> tuple[str, ...]:
    """Return the features of the pair (happening, time).

    `times`: all times of the sentence; `published`: TIMEX3 value of the publication day, or "".
    """
    base = [
        *_relation(sentence, item, time.attached),
        *_position(sentence, item, time.at),
        *_event(sentence, item),
        *_time(sentence, time, published),
        *_rivals(item, time, times),
        *_surroundings(sentence, item, time.at),
        *_clauses(sentence, item, time.at),
    ]
    return tuple(dict.fromkeys([*base, *_pairs(base)]))


# ---- the happening and the time
def _relation(sentence: Sentence, item: Candidate, rules: Mapping[int, str]) -> Iterator[str]:
    if item.at in rules:
        yield f"rule:{rules[item.at]}"
        return
    yield "rule:none"
    for linked in rules:
        yield f"tie:{_tie(sentence, item, linked)}"


def _tie(sentence: Sentence, item: Candidate, linked: int) -> str:
    """Name how a happening stands to one that the rules date."""
    told, dated = sentence.verb(item.at) is not None, sentence.verb(linked) is not None
    if told and dated:
        return _verb_beside_verb(sentence, item, linked)
    if dated:
        return _noun_beside_verb(sentence, item, linked)
    if not told:
        return "noun beside the dated noun"
    own = linked in {sentence.object_of(item.at), sentence.subjects.get(item.at, -1)}
    return "verb of the dated noun" if own else "verb beside the dated noun"


def _verb_beside_verb(sentence: Sentence, item: Candidate, linked: int) -> str:
    if item.at + 1 == linked and _infinitive(sentence, linked):
        return "verb over the dated infinitive"
    if linked + 1 == item.at and _infinitive(sentence, item.at):
        return "infinitive under the dated verb"
    same = sentence.subjects.get(item.at, -1) == sentence.subjects.get(linked, -2)
    return "same subject as the dated verb" if same else "another verb"


def _noun_beside_verb(sentence: Sentence, item: Candidate, linked: int) -> str:
    if sentence.object_of(linked) == item.at:
        return "object of the dated verb"
    if sentence.subjects.get(linked, -1) == item.at:
        return "subject of the dated verb"
    governed = any(item.at in sentence.coordinated(noun) for _, noun in sentence.complements(linked))
    return "complement of the dated verb" if governed else "another noun"


def _infinitive(sentence: Sentence, at: int) -> bool:
    verb = sentence.verb(at)
    return verb is not None and verb.infinitive


def _position(sentence: Sentence, item: Candidate, at: int) -> Iterator[str]:
    low, high = sorted((item.at, at))
    side = "time after" if item.at < at else "time before" if at < item.at else "time inside"
    between = range(low + 1, high)
    verbs = [verb for here in between if (verb := sentence.verb(here)) is not None]
    marks = [sentence.mark(here) for here in between]
    words = {sentence.head(here).lower for here in between}
    yield f"side:{side}"
    yield f"{side},verbs between:{min(len(verbs), _NEAR)}"
    yield f"{side},finite between:{min(sum(verb.finite for verb in verbs), _NEAR)}"
    yield f"distance:{min((high - low + 1) // 2, _MANY)}"
    yield f"commas between:{min(marks.count(','), _NEAR)}"
    yield from (f"{side},between:{mark}" for mark in _BETWEEN if mark in marks)
    yield from (f"{side},between word:{word}" for word in _WORDS_BETWEEN if word in words)


def _clauses(sentence: Sentence, item: Candidate, at: int) -> Iterator[str]:
    """How the clauses of the happening and of the time hang on each other, and what each does in its own."""
    tree = sentence.tree
    own, other = tree.of[item.at], tree.of[at]
    up, down = tree.path(own, other)
    host = tree.verb_of(at)
    side = "front" if host > at else "back"
    path = f"path:{'>'.join(up[:_STEPS]) or '-'}|{'>'.join(down[-_STEPS:]) or '-'}"
    yield path
    yield f"{path},{side}"
    yield f"steps:{min(len(up), _STEPS)},{min(len(down), _STEPS)}"
    role = _role(sentence, item)
    yield f"role:{role}"
    low, high = sorted((item.at, at))
    nouns = sum(sentence.noun(here) is not None for here in range(low + 1, high))
    yield f"nouns between:{min(nouns, _NEAR)}"
    if own == other:
        yield f"same clause,{side},{role}"


def _role(sentence: Sentence, item: Candidate) -> str:
    """What a happening is in its clause: its verb, a state, subject, object, or in a phrase."""
    if not item.is_noun:
        return "verb" if sentence.verb(item.at) is not None else "state"
    host = sentence.tree.verb_of(item.at)
    if item.at in sentence.prepositions:
        return "in a phrase"
    if host >= 0 and sentence.object_of(host) == item.at:
        return "object"
    return "subject" if host > item.at else "noun"


def _surroundings(sentence: Sentence, item: Candidate, at: int) -> Iterator[str]:
    yield f"after it:{_at(sentence, item.at + 1)}"
    yield f"before it:{_at(sentence, item.at - 1)}"
    yield f"after time:{_at(sentence, at + 1)}"
    yield f"before time:{_at(sentence, at - 1)}"
    verbs = list(sentence.verbs())
    yield from (
        f"{name} verb" for name, end in (("first", verbs[:1]), ("last", verbs[-1:])) if end == [item.at]
    )


def _at(sentence: Sentence, at: int) -> str:
    if not 0 <= at < len(sentence.elements):
        return "end"
    return sentence.mark(at) or sentence.elements[at].kind


def _rivals(item: Candidate, time: Standing, times: Sequence[Standing]) -> Iterator[str]:
    """Other times of the sentence, nearer to the happening or attached to it."""
    others = [other for other in times if other.at != time.at]
    yield f"times:{min(len(times), 3)}"
    yield f"nearer times:{min(sum(abs(other.at - item.at) < abs(time.at - item.at) for other in others), 2)}"
    if any(item.at in other.attached for other in others):
        yield "another time by rule"


# ---- the happening
def _event(sentence: Sentence, item: Candidate) -> Iterator[str]:
    yield f"form:{form(sentence, item)}"
    yield f"kind:{item.kind.name}"
    preposition = sentence.prepositions.get(item.at)
    if preposition is not None:
        yield f"under:{sentence.head(preposition).lower}"
    yield from _noun(sentence, item) if item.is_noun else _verb(sentence, item)


def _verb(sentence: Sentence, item: Candidate) -> Iterator[str]:
    yield from (f"verb:{name}" for name in _CLASSES if item.lemma in kinds.verbs(name))
    verb = sentence.verb(item.at)
    if verb is not None:
        said = (("modal", bool(verb.modal)), ("negated", verb.negated), ("passive", verb.passive))
        yield from (name for name, holds in said if holds)


def _noun(sentence: Sentence, item: Candidate) -> Iterator[str]:
    yield f"suffix:{item.lemma[-_SUFFIX:]}"
    group = sentence.noun(item.at)
    if group is not None:
        first = sentence.words[group.first]
        yield f"opens with:{first.lower if first.tag in {'DT', 'PRPS'} else first.tag}"
        yield f"words:{min(group.last - group.first, 4)}"
    if sentence.mark(item.at + 1) == "IN":
        yield f"followed by:{sentence.head(item.at + 1).lower}"


def form(sentence: Sentence, item: Candidate) -> str:
    """Return the form of the happening: "noun", "past", "past perfect", "infinitive", "participle" …."""
    verb = sentence.verb(item.at)
    if verb is None:
        return "noun" if item.is_noun else "state"
    if not verb.finite:
        return "infinitive" if verb.infinitive else "passive participle" if verb.passive else "participle"
    return f"{verb.tense}{' perfect' if verb.perfect else ''}{' progressive' if verb.progressive else ''}"


# ---- the time
def _time(sentence: Sentence, time: Standing, published: str) -> Iterator[str]:
    timex, signal = time.timex, time.signal
    yield f"signal:{signal if signal in _words('signals') else 'other' if signal else 'none'}"
    yield f"value:{_shape(timex)}"
    yield f"time lies:{_lies(timex, published)}"
    if published and timex.value.startswith(published):
        yield "value is publication"
    if timex.type is TimexType.TIME:
        yield "clock"
    yield "prenominal" if sentence.noun(time.at) is not None else "adverbial"
    if time.at <= 1:
        yield "time opens sentence"
    yield from _wording(timex.text.lower())


def _wording(text: str) -> Iterator[str]:
    words = text.split()
    if text in _words("referring"):
        yield f"word:{text}"
    if _words("weekdays") & set(words):
        yield "weekday"
    yield from (f"time opens with:{word}" for word in words[:1] if word in _words("openers"))
    yield from (f"time ends with:{word}" for word in words[-1:] if word in _words("closers"))


def _shape(timex: Timex) -> str:
    value = timex.value
    if value.endswith("_REF"):
        return value
    if len(value) >= _DAY:
        return "day"
    return {4: "year", 7: "month"}.get(len(value), "other") if "W" not in value else "week"


def _lies(timex: Timex, published: str) -> str:
    """Tell on which side of publication the time lies, as far as both are written."""
    size = min(len(timex.value), len(published))
    if timex.value.endswith("_REF") or not timex.value[:4].isdigit() or not size:
        return "nowhere"
    if not timex.value[:size].replace("-", "").isdigit():
        size = min(size, 4)
    own, day = timex.value[:size], published[:size]
    return "before" if own < day else "after" if own > day else "around"


# ---- pairs
_CROSSED = ("rule:", "tie:", "form:", "value:", "verb:saying", "value is", "times:", "under:")


def _pairs(base: Sequence[str]) -> Iterator[str]:
    chosen = [name for name in base if name.startswith(_CROSSED)]
    for index, one in enumerate(chosen):
        for other in chosen[index + 1 :]:
            yield f"{one} & {other}"
