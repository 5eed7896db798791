"""Noun groups as a headline would write them: names short, pronouns resolved, times and articles left out."""

import re

from chronology.events import agreement, kinds
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word
from chronology.events.language.words import inflect
from chronology.events.reading import Reading
from chronology.events.timing import is_named_day

MAX_TITLE = 110
_SUBJECT_ROOM = 45
_LONGEST_WORD = 45
Names = frozenset[str]
_NEVER_SHOWN = frozenset(
    {"during", "according to", "as per", "despite", "via", "under", "than", "because of", "without", "like"}
)
_COMPLETING = frozenset({"under", "without", "like", "via", "than"})
_ORDERING = frozenset({"after", "before", "since", "until", "following", "prior to", "ahead of"})
_THEIRS = frozenset({"his", "her", "its", "their"})
_NOBODY = frozenset({"neither", "none", "nobody", "either", "both", "each"})
_ARTICLED = frozenset({Kind.INSTRUMENT, Kind.PLACE, Kind.ORGANISATION, Kind.THING})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "one", "some", "any"})
_LOOSE_ENDS = (" on the ground", " on the grounds", " on condition", " on the condition", " in the hope")
_KEPT = frozenset({"the", "a", "an"})


def noun(reading: Reading, number: int, at: int, *, subject: bool = False, own: Names = frozenset()) -> str:
    """Write noun group `at`; as `subject` without its article. `own`.

    Names of the title's subject ("its proposal").
    """
    sentence = reading.sentences[number]
    group = sentence.noun(at)
    if group is None:
        return ""
    name = _name(reading, number, at, subject=subject)
    if name is not None:
        return name
    text = _plain(reading, number, at, subject=subject)
    owner = reading.owner(number, at)
    if owner and own and {item.name for item in owner} <= own:
        first = sentence.words[group.first]
        return f"{first.lower} {text}" if first.tag == "PRPS" else text
    first = sentence.words[group.first]
    if not owner and not subject and first.tag == "PRPS" and first.lower in _THEIRS:
        return f"{first.lower} {text}"  # whose, nobody knows: the text's own word
    return f"{joined([possessive(item.label) for item in owner])} {text}".strip() if owner else text


def _name(reading: Reading, number: int, at: int, *, subject: bool) -> str | None:
    """What names or pronouns mean, "" for a pronoun that means nothing known; None for a common noun."""
    sentence = reading.sentences[number]
    found, head = reading.means(number, at), sentence.head(at)
    if head.lower in _SELF:
        return head.lower
    if found and _keeps_its_words(reading, number, at, found[0]):
        return _plain(reading, number, at, subject=subject)
    if found and (found[0].kind is not Kind.THING or head.tag == "PRP"):
        article = _article(sentence, at, found[0])
        return joined([label(item, article, subject=subject) for item in found])
    timed = head.timex is not None and not is_named_day(head.text)
    return "" if head.tag in {"PRP", "EX"} or head.lower in _NOBODY or timed else None


def _keeps_its_words(reading: Reading, number: int, at: int, item: Entity) -> bool:
    """As in "Danes", "militant Protestants", "the asteroid Lutz": the text's words say more than the name."""
    head = reading.sentences[number].head(at)
    people = item.kind is Kind.COUNTRY and agreement.is_demonym(head)
    several = item.kind is Kind.ORGANISATION and head.text.endswith("s")
    described = several and _is_described(reading.sentences[number], at)
    return people or described or _is_explained(reading, number, at, item)


def _is_described(sentence: Sentence, at: int) -> bool:
    group = sentence.noun(at)
    inside = sentence.words[group.first : group.head] if group is not None else ()
    return any(word.tag == "JJ" for word in inside)


def _article(sentence: Sentence, at: int, item: Entity) -> str:
    """The article that goes with a name: the text's own, unless a description stood between them."""
    if item.kind is Kind.THING and sentence.head(at).tag == "PRP":
        return "the"
    first, second = (word.lower if word.tag != "NNP" else "" for word in _two(sentence, at))
    described = item.kind is Kind.ORGANISATION and _is_described(sentence, at)
    return first if not described and (item.kind is Kind.INSTRUMENT or not second) else ""


def _two(sentence: Sentence, at: int) -> tuple[Word, Word]:
    """The first two words of a group; the one word of a short one twice."""
    first = sentence.elements[at].first
    return sentence.words[first], sentence.words[min(first + 1, sentence.elements[at].last - 1)]


def _is_explained(reading: Reading, number: int, at: int, item: Entity) -> bool:
    """As in "the asteroid Lutz", "the probe Kiri": a common noun right before a name that is no person."""
    sentence, group = reading.sentences[number], reading.sentences[number].noun(at)
    if group is None or item.kind in {Kind.PERSON, Kind.COUNTRY, Kind.INSTRUMENT} or group.owner is not None:
        return False
    inside = sentence.words[group.first : group.last]
    names = [word.tag == "NNP" for word in inside]
    first = names.index(True) if any(names) else 0
    return first > 0 and all(names[first:]) and inside[first - 1].tag == "NN" and inside[0].lower == "the"


def label(item: Entity, first: str, *, subject: bool) -> str:
    """Write a name, with the article that the text gave it where it is no subject."""
    if item.name in listed("with_article") and not subject:
        return f"the {item.label}"
    if item.label.startswith("The "):
        return item.label
    article = "the " if first == "the" and not subject and item.kind in _ARTICLED else ""
    return article + item.label


def possessive(name: str) -> str:
    """Write whose: "Trump" → "Trump's"."""
    return f"{name}\u2019" if name.endswith("s") else f"{name}\u2019s"


def joined(parts: list[str]) -> str:
    """Join names: "A", "A and B", "A, B and C"."""
    kept = [part for part in parts if part]
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}" if kept else ""


def _plain(reading: Reading, number: int, at: int, *, subject: bool) -> str:
    sentence = reading.sentences[number]
    group = sentence.noun(at)
    if group is None:
        return ""
    start = group.owner.last + 1 if group.owner is not None and reading.owner(number, at) else group.first
    words = [
        word for word in sentence.words[start : group.last] if word.timex is None or is_named_day(word.text)
    ]
    while words and (
        words[0].tag in {"POS", "PRPS"}
        or (words[0].lower in _ARTICLES and (subject or words[0].lower not in _KEPT))
    ):
        words = words[1:]
    texts = [word.text for word in words if word.tag != "POS" or word is not words[0]]
    if words and words[0].lower in _KEPT:
        texts[0] = texts[0].lower()
    if sentence.words[group.last : group.last + 1] and sentence.words[group.last].text == "%":
        texts.append("%")
    return _spaced(texts).replace(" %", "%")


def _spaced(parts: list[str]) -> str:
    text = re.sub(r"(\d) (st|nd|rd|th)\b", r"\1\2", " ".join(parts))
    return re.sub(r" ([\u2019'](?:s\b)?)", r"\1", re.sub(r" ?([-\u2013]) ?", r"\1", text))


def group(reading: Reading, number: int, at: int, *, subject: bool = False, own: Names = frozenset()) -> str:
    """Write a noun group with those coordinated with it and the "of …" that belongs to it."""
    sentence = reading.sentences[number]
    members = [item for item in sentence.coordinated(at) if item >= at or subject]
    either = sentence.mark(members[-1] - 1) == "CC" and sentence.head(members[-1] - 1).lower == "or"
    if either and sentence.mark(members[-1] - 2) == ",":
        members = members[:1]  # "$8 million, or $2 a share"
    parts = [noun(reading, number, item, subject=subject, own=own) for item in members]
    if subject and any(parts) and (no := agreement.denied(reading, number, members[0])):
        kept = [part for part in parts if part]
        kept[0] = kept[0].removeprefix(f"{no} ").removeprefix(f"{no.capitalize()} ")
        return f"{no} {' nor '.join(kept)}{_belonging(reading, number, members[-1])}"
    tail = ""
    if members and len(members) == 1:
        tail = _belonging(reading, number, members[-1]) if subject else _of(reading, number, members[-1], own)
    return (" or ".join(parts) if either and all(parts) else joined(parts)) + tail


def _belonging(reading: Reading, number: int, at: int) -> str:
    """The prepositional phrases of a subject ("the ceasefire at X", "the embargo on Y")."""
    if any(item.kind is not Kind.THING for item in reading.means(number, at)):
        return ""
    return complements(reading, number, at, _SUBJECT_ROOM)


def _of(reading: Reading, number: int, at: int, own: Names) -> str:
    """The "of …" after a common noun ("the number of warheads")."""
    sentence = reading.sentences[number]
    if any(item.kind is not Kind.THING for item in reading.means(number, at)):
        return ""
    if (
        sentence.mark(at + 1) == "IN"
        and sentence.head(at + 1).lower in {"of", "between"}
        and sentence.noun(at + 2) is not None
    ):
        inner = group(reading, number, at + 2, own=own)
        return f" {sentence.head(at + 1).lower} {inner}" if inner else ""
    return ""


def complements(reading: Reading, number: int, at: int, room: int, *, own: Names = frozenset()) -> str:
    """Write the prepositional phrases after element `at` while they fit in `room` characters."""
    sentence = reading.sentences[number]
    out = ""
    hidden = -1  # a group left out: what hangs on it is left out too ("because of his opposition to the law")
    for preposition, target in sentence.complements(at):
        word = sentence.head(preposition).lower
        if _breaks_off(reading, number, preposition, target):
            break
        alone = not out and sentence.object_of(at) < 0 and sentence.verb(at) is not None
        timed = sentence.head(target).timex is not None
        of_hidden = preposition - 1 == hidden and (word == "of" or sentence.head(hidden).timex is None)
        unsaid = word in _NEVER_SHOWN and not (alone and word in _COMPLETING)
        if timed or of_hidden or unsaid:
            hidden = target  # "for two days of talks"
            continue
        if _said_before(reading, number, at, preposition):
            continue
        part = f" {word} {_inner(reading, number, target, own, office=word == 'as')}"
        if word == "of" and preposition == at + 2 and sentence.mark(at + 1) == "TMX":
            part = f" {sentence.head(at + 1).text}{part}"  # "ended a decade of quarrels"
        if part.endswith(" ") or part.split()[-1] in _ARTICLES or len(out) + len(part) > room:
            break
        out += part
    return out


def _inner(reading: Reading, number: int, target: int, own: Names, *, office: bool) -> str:
    """The groups after a preposition; in "sworn in as president" an `office`, not who holds it."""
    members = [item for item in reading.sentences[number].coordinated(target) if item >= target]
    if office:
        return joined([_plain(reading, number, item, subject=False) for item in members])
    return joined([noun(reading, number, item, own=own) for item in members])


def _breaks_off(reading: Reading, number: int, preposition: int, target: int) -> bool:
    """As in "left before the vote", "repealed with effect from 1 January": what says when is left out."""
    word, head = reading.sentences[number].head(preposition).lower, reading.sentences[number].head(target)
    orders = word in _ORDERING and (word != "before" or kinds.of_noun(head.lemma) is not None)
    return orders or (word == "with" and head.lemma == "effect")


def _said_before(reading: Reading, number: int, at: int, preposition: int) -> bool:
    """Whether the "of …" stands in the object already, or names an office ("Minister of Works")."""
    sentence = reading.sentences[number]
    word, last_noun, before = sentence.head(preposition).lower, sentence.object_of(at), preposition - 1
    if word == "of" and before in sentence.prepositions and _is_person(reading, number, before):
        return True
    with_object = word in {"of", "between"} and _already(sentence.coordinated(last_noun), preposition)
    return with_object and not _is_named(reading, number, last_noun)


def _is_person(reading: Reading, number: int, at: int) -> bool:
    return any(item.kind is Kind.PERSON for item in reading.means(number, at))


def _is_named(reading: Reading, number: int, at: int) -> bool:
    return any(item.kind is not Kind.THING for item in reading.means(number, at))


def _already(members: tuple[int, ...], preposition: int) -> bool:
    return bool(members) and members[-1] == preposition - 1


def is_lost(reading: Reading, number: int, at: int) -> bool:
    """Tell a pronoun that nobody knows the meaning of ("sold it")."""
    sentence = reading.sentences[number]
    lost = sentence.noun(at) is not None and sentence.head(at).tag == "PRP" and not reading.means(number, at)
    return lost and sentence.head(at).lower not in _SELF


def present(lemma: str, *, many: bool) -> str:
    """Present tense of a verb: "meets", "meet"."""
    return inflect(lemma, "VBP" if many else "VBZ")


def headline(text: str) -> str:
    """Tidy a title: single spaces, first letter capital, no stray marks at the ends, bounded length."""
    clean = " ".join(text.replace("\n", " ").split()).strip(" ,;:-\u2013—\"'`")
    if clean.count("“") != clean.count("”"):
        clean = clean.strip(" “”")
    if any(len(word) > _LONGEST_WORD for word in clean.split()):
        return ""
    clean = _once(clean)
    clean = clean[:MAX_TITLE].rsplit(" ", 1)[0] if len(clean) > MAX_TITLE else clean
    clean = next((clean.removesuffix(end) for end in _LOOSE_ENDS if clean.endswith(end)), clean)
    while " " in clean and clean.rsplit(" ", 1)[1] in kinds.verbs("no_end"):
        clean = clean.rsplit(" ", 1)[0]
    return clean[:1].upper() + clean[1:]


def _once(text: str) -> str:
    """Leave out a phrase said twice running ("on shared stocks on shared stocks")."""
    words = text.split()
    for size in range(len(words) // 2, 1, -1):
        for at in range(len(words) - 2 * size + 1):
            if words[at : at + size] == words[at + size : at + 2 * size]:
                return " ".join(words[:at] + words[at + size :])
    return text
