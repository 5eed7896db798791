"""What the linking model looks at: how a happening and a time stand to each other in a sentence."""

from collections.abc import Iterator, Mapping, Sequence

from chronology.events import kinds
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.model import Timex, TimexType

_BETWEEN = ("SUB", "WP", "TIMESUB", "WRB", "CC", ",", '"', ";", ":", "IN", "TMX")
_NEAR = 3
_MANY = 6
_DAY = 10
_SIGNALS = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "since",
        "until",
        "till",
        "before",
        "after",
        "from",
        "to",
        "of",
        "for",
        "during",
        "over",
        "within",
        "between",
        "through",
        "as",
        "around",
        "and",
        "with",
    ]
)


def describe(
    sentence: Sentence,
    item: Candidate,
    timex: Timex,
    at: int,
    *,
    rules: Mapping[int, str],
    signal: str,
    times: int,
    published: str,
) -> tuple[str, ...]:
    """Return the features of the pair (happening, time at element `at`), each a readable name.

    `rules`: element → reason, of what the rules link to this time; `times`: how many times the sentence has;
    `published`: TIMEX3 value of the publication day, or "".
    """
    base = [
        *_relation(sentence, item, rules),
        *_position(sentence, item, at),
        *_event(sentence, item),
        *_time(sentence, timex, at, signal, published),
        f"times:{min(times, 3)}",
    ]
    return tuple(dict.fromkeys([*base, *_pairs(base)]))


def _relation(sentence: Sentence, item: Candidate, rules: Mapping[int, str]) -> Iterator[str]:
    if item.at in rules:
        yield f"rule:{rules[item.at]}"
        return
    yield "rule:none"
    for linked in rules:
        name = _tie(sentence, item, linked)
        if name:
            yield f"tie:{name}"


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
    yield f"side:{side}"
    between = range(low + 1, high)
    verbs = sum(sentence.verb(here) is not None for here in between)
    finite = sum(verb.finite for here in between if (verb := sentence.verb(here)) is not None)
    yield f"{side},verbs between:{min(verbs, _NEAR)}"
    yield f"{side},finite between:{min(finite, _NEAR)}"
    yield f"distance:{min((high - low + 1) // 2, _MANY)}"
    marks = {sentence.mark(here) for here in between}
    yield from (f"{side},between:{mark}" for mark in _BETWEEN if mark in marks)
    words = {sentence.head(here).lower for here in between}
    yield from (
        f"{side},between word:{word}"
        for word in ("when", "that", "after", "before", "while", "who", "which")
        if word in words
    )


def _event(sentence: Sentence, item: Candidate) -> Iterator[str]:
    yield f"form:{form(sentence, item)}"
    yield f"kind:{item.kind.name}"
    for name in ("saying", "stative", "aspectual", "light", "expecting", "proposing", "promising"):
        if not item.is_noun and item.lemma in kinds.verbs(name):
            yield f"verb:{name}"
    verb = sentence.verb(item.at)
    if verb is not None:
        yield from (name for name, holds in (("modal", bool(verb.modal)), ("negated", verb.negated)) if holds)
    preposition = sentence.prepositions.get(item.at)
    if preposition is not None:
        yield f"under:{sentence.head(preposition).lower}"
    before = item.at - 1
    if verb is not None and not verb.finite and before >= 0:
        yield f"before:{sentence.mark(before) or sentence.elements[before].kind}"


def form(sentence: Sentence, item: Candidate) -> str:
    """Return the form of the happening: "noun", "past", "past perfect", "infinitive", "participle" …."""
    verb = sentence.verb(item.at)
    if verb is None:
        return "noun"
    if not verb.finite:
        return "infinitive" if verb.infinitive else "passive participle" if verb.passive else "participle"
    return f"{verb.tense}{' perfect' if verb.perfect else ''}{' progressive' if verb.progressive else ''}"


def _time(sentence: Sentence, timex: Timex, at: int, signal: str, published: str) -> Iterator[str]:
    yield f"signal:{signal if signal in _SIGNALS else 'other' if signal else 'none'}"
    yield f"value:{_shape(timex)}"
    if published and timex.value.startswith(published):
        yield "value is publication"
    if timex.type is TimexType.TIME:
        yield "clock"
    yield "prenominal" if sentence.noun(at) is not None else "adverbial"
    if at <= 1:
        yield "time opens sentence"
    if timex.text.lower() in {"now", "today", "currently", "current"}:
        yield f"word:{timex.text.lower()}"


def _shape(timex: Timex) -> str:
    value = timex.value
    if value.endswith("_REF"):
        return value
    if len(value) >= _DAY:
        return "day"
    return {4: "year", 7: "month"}.get(len(value), "other") if "W" not in value else "week"


_CROSSED = (
    "rule:",
    "tie:",
    "side:",
    "form:",
    "signal:",
    "value:",
    "verb:saying",
    "time opens",
    "value is",
    "times:",
    "under:",
    "kind:",
)


def _pairs(base: Sequence[str]) -> Iterator[str]:
    chosen = [name for name in base if name.startswith(_CROSSED)]
    for index, one in enumerate(chosen):
        for other in chosen[index + 1 :]:
            yield f"{one} & {other}"
