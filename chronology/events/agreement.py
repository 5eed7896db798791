"""Whether a subject takes a plural verb."""

from chronology.events.entities import Entity, Kind, is_organisation, is_people
from chronology.events.gazetteer import countries, listed
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word
from chronology.events.language.words import lemmas
from chronology.events.reading import Reading

_CROWDS = frozenset({"people", "police", "troops", "forces"})
_SEVERAL = frozenset({"two", "both", "three", "four", "several", "many"})


def said(sentence: Sentence, at: int) -> bool | None:
    """Whether the text's own verb at `at` is plural ("have", "were"); None where its form tells nothing."""
    verb = sentence.verb(at)
    first = sentence.words[verb.first] if verb is not None else None
    if first is None or not (first.tag in {"VBP", "VBZ"} or first.lower in {"was", "were"}):
        return None
    return first.tag == "VBP" or first.lower == "were"


def plural(reading: Reading, number: int, at: int) -> bool:
    """Tell whether a subject takes a plural verb."""
    sentence = reading.sentences[number]
    found = reading.means(number, at)
    if at >= 0 and denied(reading, number, sentence.coordinated(at)[0]):
        return False
    element = sentence.noun(at)
    if element is None or len(found) > 1 or len(sentence.coordinated(at)) > 1:
        return element is not None
    head = sentence.words[element.head]
    if found and found[0].name in reading.numbers and head.tag != "PRP":
        return reading.numbers[found[0].name]
    inside = sentence.words[element.first : element.head]
    if found and found[0].kind is not Kind.THING:
        first = "the" if element.first == 0 else sentence.words[element.first].lower
        people = is_people(sentence, at) and found[0].kind is not Kind.PERSON
        two = head.lower.endswith("s") and any(word.lower in _SEVERAL for word in inside)
        return two or people or _many_named(first, head, found[0])
    several = head.tag == "CD" and head.lower not in {"one", "1"} and head.text.isalpha()
    counted = several or counts_many(sentence, at) or head.lower.partition("-")[0] in listed("quantities")
    if head.lower in {"they", "them"} and found:  # for the crew
        return found[0].name.split()[-1].lower() not in listed("crowds")
    return head.tag == "NNS" or counted or head.lower in _CROWDS


def counts_many(sentence: Sentence, at: int) -> bool:
    """As in "2,000 staff", "six crew": a number before a common noun that is no amount."""
    group = sentence.noun(at)
    inside = sentence.words[group.first : group.last] if group is not None else ()
    numbers = [word for word in inside if word.tag == "CD"]
    plain = bool(numbers) and inside[0] is numbers[0] and inside[-1].tag == "NN"
    return plain and numbers[0].lower not in {"one", "1"} and inside[-1].lower not in {"percent", "%"}


def denied(reading: Reading, number: int, at: int) -> str:
    """As in "neither Kenya nor Chad", "not one state": the word that turns a subject round, or ""."""
    sentence = reading.sentences[number]
    element = sentence.elements[at]
    first = sentence.words[element.first].lower
    before = sentence.words[element.first - 1].lower if element.first else ""
    if "neither" in {first, before}:
        return "neither"
    return "not one" if before == "not" and first in {"a", "one"} else ""


def is_demonym(head: Word) -> bool:
    """Tell "Danes", which stands for a country, from its name."""
    found = countries().get(head.text)
    return found is not None and found.role == "adjective" and head.text.endswith("s")


def _many_named(first: str, head: Word, item: Entity) -> bool:
    """Tell a name that is a plural ("the Koreas", "the Greens", "the Danes") from one that only ends so."""
    if is_demonym(head) or head.lower in _CROWDS:
        return True
    if (
        head.text in countries()
        or not head.lower.endswith("s")
        or item.kind is Kind.PERSON
        or item.name in listed("with_article")
    ):
        return False
    one = head.text[:-1]
    if any(one in name.split() for name in countries()):
        return True
    plain = first == "the" and head.text not in countries() and not is_organisation([head.text])
    return plain and "NOUN" in lemmas(one.lower()) and item.kind is Kind.ORGANISATION
