"""What completes a verb in a title: directions, states, participles, counts, infinitives and gerunds."""

from functools import cache

from chronology.events import kinds, phrasing
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.reading import Reading

_ROOM = 60
_COUNT_REACH = 8
_AWAY = frozenset({"out", "up", "down", "off", "in", "apart"})


def acting(reading: Reading, number: int, subject: int) -> phrasing.Names:
    """Names of the subject and of those coordinated with it."""
    members = reading.sentences[number].coordinated(subject) if subject >= 0 else ()
    return frozenset(entity.name for each in members for entity in reading.means(number, each))


def negation(sentence: Sentence, at: int, target: int) -> str:
    """As in "pleaded not guilty": the word between a verb and its object."""
    between = (
        sentence.words[sentence.elements[at].last : sentence.elements[target].first] if target > at else ()
    )
    return " not" if any(word.lower == "not" for word in between) else ""


def lasts(reading: Reading, number: int, at: int) -> bool:
    """Whether element `at` is a length of time."""
    sentence = reading.sentences[number]
    index = sentence.head(at).timex if sentence.mark(at) == "TMX" else None
    return index is not None and reading.timexes[number][index].value.startswith("P")


def term(reading: Reading, number: int, item: Candidate) -> str:
    """As in "jailed for eight years", "sentenced to life": how long, where that is the point."""
    sentence = reading.sentences[number]
    here = max(item.at, sentence.object_of(item.at)) + 1
    opens = sentence.mark(here) == "IN" and sentence.head(here).lower in {"to", "for", "by"}
    if item.lemma not in kinds.verbs("terms") or not opens or not lasts(reading, number, here + 1):
        return ""
    return f" {sentence.head(here).lower} {sentence.head(here + 1).text}"


def state(reading: Reading, number: int, item: Candidate) -> str:
    """As in "found her not guilty", "kept rates unchanged": what the object is said to be."""
    sentence = reading.sentences[number]
    here = sentence.object_of(item.at) + 1
    if here <= item.at or item.lemma not in kinds.verbs("making") | kinds.verbs("keeping"):
        return ""
    last = sentence.skip_right(here, {"RB"})
    group = sentence.noun(last)
    if group is None:
        return ""
    made = item.lemma in kinds.verbs("making") and last == here
    if not made and sentence.words[group.head].tag != "JJ":
        return ""
    first = sentence.elements[here].first
    return f" {' '.join(word.text for word in sentence.words[first : group.last])}"


def direction(reading: Reading, number: int, item: Candidate) -> str:
    """As in "flies home", "hands the letter over": where a verb takes its object or subject."""
    sentence = reading.sentences[number]
    here = max(item.at, sentence.object_of(item.at)) + 1
    word = sentence.head(here).lower if sentence.mark(here) in {"RB", "IN"} else ""
    onward = sentence.mark(here) == "RB" or sentence.mark(here + 1) in {"IN", "TO", "TMX", ",", "."}
    if word == "on":  # "drags on for years"
        return " on" if sentence.mark(here + 1) in {"IN", ",", "."} else ""
    carried = sentence.mark(here) == "RB" and here > item.at + 1 and word in _AWAY
    return f" {word}" if carried or (onward and word in kinds.verbs("directions")) else ""


def participle(reading: Reading, number: int, target: int) -> str:
    """As in "signed a treaty annexing the region": what the object does."""
    sentence = reading.sentences[number]
    here = target + 1
    while target >= 0 and (
        sentence.mark(here) == "TMX" or (sentence.mark(here) == "IN" and sentence.mark(here + 1) == "TMX")
    ):
        here += 1
    verb = sentence.verb(here)
    if target < 0 or verb is None or sentence.words[verb.head].tag != "VBG" or verb.finite:
        return ""
    done = sentence.object_of(here)
    return f" {sentence.words[verb.head].lower} {phrasing.group(reading, number, done)}" if done >= 0 else ""


def count(reading: Reading, number: int, item: Candidate) -> str:
    """As in "77 times" after the object and its complements."""
    sentence = reading.sentences[number]
    for at in range(item.at + 1, min(item.at + _COUNT_REACH, len(sentence.elements))):
        group = sentence.noun(at)
        if (
            group is not None
            and sentence.head(at).lower in {"times", "time"}
            and sentence.words[group.first].tag == "CD"
        ):
            return "" if sentence.object_of(item.at) == at else f" {phrasing.noun(reading, number, at)}"
        if sentence.verb(at) is not None or sentence.mark(at) in {",", ";"}:
            break
    return ""


def infinitive(reading: Reading, number: int, at: int) -> str:
    """As in "agreed to search solutions": the infinitive that completes the verb."""
    sentence = reading.sentences[number]
    here = _past_complements(sentence, at)
    kept = _kept_from(sentence, at, here)
    after = sentence.verb(here + len(kept))
    here += len(kept)
    gerund = after is not None and sentence.words[after.head].tag == "VBG" and (here == at + 1 or bool(kept))
    gerund = gerund and (bool(kept) or sentence.head(at).lemma in _gerund_takers())
    if after is None or not (after.infinitive or gerund):
        return ""
    target = sentence.object_of(here)
    own = acting(reading, number, sentence.subjects.get(at, -1))
    lost = phrasing.is_lost(reading, number, target)
    what = sentence.head(target).lower if lost else phrasing.group(reading, number, target, own=own)
    thing = f" {what}" if target >= 0 else ""
    tail = phrasing.complements(reading, number, here, _ROOM - len(thing), own=own)
    particle = f" {after.particle}" if after.particle else ""
    form = sentence.head(here).lower if gerund else f"to {sentence.head(here).lemma}"
    return f"{''.join(f' {word}' for word in kept)} {form}{particle}{thing}{tail}"


def _kept_from(sentence: Sentence, at: int, here: int) -> list[str]:
    """As in "barred from leaving": the preposition before what somebody is kept from."""
    keeps = sentence.head(at).lemma in kinds.verbs("preventing") and sentence.mark(here) == "IN"
    return ["from"] if keeps and sentence.head(here).lower == "from" else []


@cache
def _gerund_takers() -> frozenset[str]:
    return (
        kinds.verbs("withholding")
        | kinds.verbs("aspectual")
        | kinds.verbs("shunning")
        | kinds.verbs("gerunds")
    )


def _past_complements(sentence: Sentence, at: int) -> int:
    """First element after a verb, its object, and the times, adverbs and phrases that follow them."""
    ends = [at, sentence.object_of(at)]
    complements = sentence.complements(at)
    if complements and sentence.verb(at) is not None:
        ends.extend(sentence.coordinated(complements[-1][1]))
    here = max(ends) + 1
    while sentence.mark(here) in {"TMX", "RB"} or (
        sentence.mark(here) == "IN" and sentence.mark(here + 1) == "TMX"
    ):
        here += 1
    return here
