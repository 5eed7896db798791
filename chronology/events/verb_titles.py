"""Titles of happenings told by a verb: "New START expires"."""

from dataclasses import replace

from chronology.events import (
    agreement,
    completions,
    kinds,
    participants,
    phrasing,
    predicates,
    status,
    withholding,
)
from chronology.events.candidates import Candidate
from chronology.events.language.clauses import Sentence
from chronology.events.predicates import Manner
from chronology.events.reading import Reading

_LEAVING = frozenset({"withdrawal", "pullout", "exit"})
_ROOM = 60
_SPEAKING = frozenset({"i", "we"})
_VERB_ROOM = 75


def of_verb(
    reading: Reading,
    number: int,
    item: Candidate,
    *,
    told: bool = False,
    pronoun: str = "",
    own: phrasing.Names = frozenset(),
) -> str:
    """Return subject, predicate and object.

    `told`: as what somebody says, in the text's own tense, under `pronoun` if that is the sayer himself.
    "" where the subject or an object that the predicate needs is unknown.
    """
    sentence = reading.sentences[number]
    verb = sentence.verb(item.at)
    wish = withholding.wish(sentence, item.at)
    if wish >= 0:
        return f"{_whose(reading, number, wish)}{completions.infinitive(reading, number, wish)}"
    subject = sentence.subjects.get(item.at, -1)
    who = pronoun or phrasing.group(reading, number, subject, subject=not told, own=own)
    if verb is None or not who:
        return ""
    topic = reading.topics.get(number)
    if topic is not None and participants.speaks_of_treaty(reading, number, item):
        who = f"{who} {'from' if sentence.head(subject).lemma in _LEAVING else 'of'} the {topic.label}"
    hedge = _hedge(sentence, item.at)
    if hedge and verb.modal:  # "can hardly afford"
        return f"{who} {verb.modal}{hedge} {item.lemma}{_rest(reading, number, item)}"
    negated = verb.negated and not hedge and not _only_then(sentence, item.at)
    who, verb = f"{who}{hedge}", replace(verb, negated=negated)
    manner = Manner(agreement.plural(reading, number, subject), told)
    if verb.passive and item.lemma not in kinds.verbs("never_passive"):
        done = predicates.passive(verb, sentence.head(item.at).lower, manner)
        return f"{who} {done}{_after_passive(reading, number, item)}"
    what = _content(reading, number, item) if not told and item.lemma in kinds.verbs("telling") else ""
    rest = _rest(reading, number, item)
    if rest and what and "\u201c" not in what and sentence.object_of(item.at) < 0:
        what = f" that{what}"  # "rules in Rome that the law stands"
    return f"{who} {predicates.active(verb, item.lemma, manner)}{rest}{what}"


def _only_then(sentence: Sentence, at: int) -> bool:
    """As in "did not come back until May", which says that somebody came back."""
    verb = sentence.verb(at)
    here = at + 1
    while sentence.noun(here) is not None or sentence.mark(here) in {"IN", "RB"}:
        if sentence.head(here).lower in {"until", "till"}:
            break
        here += 1
    until = here < len(sentence.elements) and sentence.head(here).lower in {"until", "till"}
    return verb is not None and not verb.modal and until and sentence.mark(here + 1) == "TMX"


def _hedge(sentence: Sentence, at: int) -> str:
    """As in "almost left": the adverb that makes it no happening."""
    verb = sentence.verb(at)
    if verb is None:
        return ""
    first = sentence.elements[at - 1].first if sentence.mark(at - 1) == "RB" else verb.first
    words = [word.lower for word in sentence.words[first : verb.head] if word.tag == "RB"]
    return "".join(
        f" {word}"
        for word in words
        if word in kinds.verbs("hedges") and (word != "never" or not verb.negated)
    )


def _whose(reading: Reading, number: int, at: int) -> str:
    """A plan, refusal, … with whose it is, as far as its owner or the verb over it says."""
    sentence = reading.sentences[number]
    text = phrasing.noun(reading, number, at, subject=True)
    over = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
    subject = sentence.subjects.get(over, -1)
    if reading.owner(number, at) or subject < 0:
        return text
    who = phrasing.noun(reading, number, subject, subject=True)
    return f"{phrasing.possessive(who)} {text}" if who else text


def _same_actor(reading: Reading, number: int, item: Candidate, told: Candidate) -> str:
    """The pronoun under which who speaks is told of ("says he withdraws"), or ""."""
    sentence = reading.sentences[number]
    teller, subject = sentence.subjects.get(item.at, -1), sentence.subjects.get(told.at, -1)
    same = {entity.name for entity in reading.means(number, subject)} == {
        entity.name for entity in reading.means(number, teller)
    }
    pronoun = sentence.head(subject).lower if subject >= 0 and sentence.head(subject).tag == "PRP" else ""
    return pronoun if same else ""


def _unknown(reading: Reading, number: int, told: Candidate) -> str:
    """The text's own pronoun for the subject of what is said, where nobody knows whom it means."""
    sentence = reading.sentences[number]
    subject = sentence.subjects.get(told.at, -1)
    plain = subject >= 0 and sentence.head(subject).tag == "PRP" and not reading.means(number, subject)
    return sentence.head(subject).lower if plain else ""


def _content(reading: Reading, number: int, item: Candidate) -> str:
    """What is said, after a colon, as the title of the first predicate of the content clause."""
    sentence = reading.sentences[number]
    later = [at for at in sentence.verbs() if at > item.at and sentence.subjects.get(at, -1) > item.at]
    for at in (*later[:1], *(at for at in sentence.verbs() if at < item.at)):
        verb = sentence.verb(at)
        apart = any(sentence.mark(here) == "SUB" for here in range(at, item.at))
        if verb is None or not verb.finite or apart:
            continue
        told = Candidate(at, verb.head, sentence.head(at).lemma, item.kind, is_noun=False)
        teller = status.teller(sentence, told)
        if teller is None or teller.verb != item.at or told.lemma in {"be", "have"}:
            continue
        pronoun = _same_actor(reading, number, item, told) or _unknown(reading, number, told)
        if pronoun in _SPEAKING:
            return _in_quotes(reading, number, told)
        own = completions.acting(reading, number, sentence.subjects.get(item.at, -1))
        text = of_verb(reading, number, told, told=True, pronoun=pronoun, own=own)
        if text and len(text) <= _VERB_ROOM:
            return f" {text}"
        break
    return _quoted(reading, number, item.at)


def _quoted(reading: Reading, number: int, at: int) -> str:
    """What is said in the text's own words, times left out, up to the first comma or the end of the room."""
    sentence = reading.sentences[number]
    clear = {"TMX", "IN", "RB", ","}
    here = next(
        (after for after in range(at + 1, len(sentence.elements)) if _content_at(sentence, at, after)), -1
    )
    if here < 0 or any(
        sentence.mark(each) not in clear and sentence.noun(each) is None for each in range(at + 1, here)
    ):
        return ""
    text = ""
    for word in sentence.words[sentence.elements[here].last :]:
        if word.tag == "PUNCT" and word.text in {",", ";", ".", ":", '"', "\u201d", "\u2014"}:
            break
        if word.timex is None:
            glue = "" if word.tag == "POS" or not text else " "
            if len(text) + len(word.text) > _ROOM:
                return f" {text}\u2026"
            text += f"{glue}{word.text}"
    return f" {text}" if text.count(" ") > 1 else ""


def _in_quotes(reading: Reading, number: int, told: Candidate) -> str:
    """What "I" or "we" said, in the text's own words."""
    sentence = reading.sentences[number]
    first = sentence.elements[sentence.subjects[told.at]].first
    ends = [told.at, sentence.object_of(told.at), *(noun for _, noun in sentence.complements(told.at))]
    words = sentence.words[first : sentence.elements[max(ends)].last]
    text = " ".join(word.text for word in words if word.timex is None and word.tag != "PUNCT")
    start = text if text.split(" ")[0] in {"I", "I'm", "I\u2019m"} else f"{text[:1].lower()}{text[1:]}"
    return f" \u201c{start}\u201d" if len(text) <= _VERB_ROOM else ""


def _content_at(sentence: Sentence, at: int, here: int) -> bool:
    return sentence.mark(here) == "SUB" and sentence.head(here).lower == "that" and here > at


def _after_passive(reading: Reading, number: int, item: Candidate) -> str:
    """What a passive is completed by: "by rebels", "in Rome", "prime minister", "to pay"."""
    sentence = reading.sentences[number]
    own = completions.acting(reading, number, sentence.subjects.get(item.at, -1))
    tail = phrasing.complements(reading, number, item.at, _ROOM, own=own)
    named = sentence.noun(item.at + 1)
    if named is not None and sentence.head(item.at + 1).timex is None:
        of = phrasing.complements(reading, number, item.at + 1, _ROOM)
        tail = f" {phrasing.noun(reading, number, item.at + 1)}{of}"
    tail = f"{completions.term(reading, number, item)}{tail}"
    return f"{tail}{completions.infinitive(reading, number, item.at)}"


def _object(reading: Reading, number: int, target: int, own: phrasing.Names) -> str:
    """The object; "him" stays where a name would stand twice, or nobody knows whose."""
    sentence, meant = reading.sentences[number], {item.name for item in reading.means(number, target)}
    twice = bool(meant & own) and sentence.head(target).tag == "PRP"
    plain = twice or phrasing.is_lost(reading, number, target)
    return sentence.head(target).lower if plain else phrasing.group(reading, number, target, own=own)


def _rest(reading: Reading, number: int, item: Candidate) -> str:
    sentence = reading.sentences[number]
    target, subject = sentence.object_of(item.at), sentence.subjects.get(item.at, -1)
    own = completions.acting(reading, number, subject)
    thing = f" {_object(reading, number, target, own)}" if target >= 0 else ""
    thing = f"{completions.negation(sentence, item.at, target)}{thing}"
    if target < 0 and item.lemma in kinds.verbs("fixing") and sentence.mark(item.at + 1) == "TMX":
        thing = f" {sentence.head(item.at + 1).text}"  # "fixed 3 May as the limit"
    thing += completions.direction(reading, number, item)
    giving = target >= 0 and sentence.head(item.at).lemma in kinds.verbs("giving")
    if giving and sentence.noun(target + 1) is not None:
        thing += f" {phrasing.group(reading, number, target + 1, own=own)}"
    elif giving and completions.lasts(reading, number, target + 1):
        thing += f" {sentence.head(target + 1).text}"  # "gave Rome two weeks to reply"
    tail = phrasing.complements(reading, number, item.at, max(0, _VERB_ROOM - len(thing)), own=own)
    doing = completions.participle(reading, number, target)
    thing += completions.state(reading, number, item) + completions.term(reading, number, item)
    times = completions.count(reading, number, item)
    return f"{thing}{tail}{doing}{times}{completions.infinitive(reading, number, item.at)}"
