"""A title for a happening, as a person would write it: subject, predicate and object in the present tense."""

from dataclasses import dataclass

from chronology.events import agreement, kinds, noun_titles, phrasing, verb_titles
from chronology.events.candidates import Candidate
from chronology.events.language.words import inflect
from chronology.events.reading import Reading


@dataclass(frozen=True, slots=True)
class Title:
    """The words, and whether they leave out the point ("Roussel says", "Two sides try")."""

    text: str
    bare: bool = False


def write(reading: Reading, number: int, item: Candidate, *, own_words: bool = False) -> Title:
    """Return the title of candidate `item` in sentence `number`; no text where none can be written.

    Where an object is not known the sentence's own words stand for it. With `own_words` a happening whose
    subject is not known gets the text's own words too.
    """
    text = (
        noun_titles.of_noun(reading, number, item)
        if item.is_noun
        else verb_titles.of_verb(reading, number, item)
    )
    clean = _fit(text) or _fit(_clause(reading, number, item)) or _fit(_put_off(reading, number, item))
    if not clean and own_words:
        clean = phrasing.headline(_words(reading, number, item))
    return Title(clean, _is_bare(item, clean))


def _fit(text: str) -> str:
    """The tidy title if it can stand: more than a word, no pronoun or preposition at its head."""
    clean = phrasing.headline(text)
    return "" if " " not in clean or clean.split()[0].lower() in kinds.verbs("no_start") else clean


def _is_bare(item: Candidate, title: str) -> bool:
    last = title.removesuffix(" again").rsplit(" ", 1)[-1]
    needs_more = not item.is_noun and item.lemma in kinds.verbs("saying") | kinds.verbs("needy")
    return needs_more and last in {inflect(item.lemma, "VBZ"), inflect(item.lemma, "VBP"), item.lemma}


def _put_off(reading: Reading, number: int, item: Candidate) -> str:
    """As in "the hearing was adjourned until May": what befell a noun that has no title of its own."""
    sentence = reading.sentences[number]
    verb = next((verb for verb, subject in sentence.subjects.items() if subject == item.at), -1)
    group = sentence.verb(verb)
    if not item.is_noun or group is None or not group.passive:
        return ""
    lemma = sentence.head(verb).lemma
    return verb_titles.of_verb(reading, number, Candidate(verb, group.head, lemma, item.kind, is_noun=False))


def _clause(reading: Reading, number: int, item: Candidate) -> str:
    """The sentence's own clause, times left out, where the subject is known but an object is not."""
    sentence = reading.sentences[number]
    subject, target = sentence.subjects.get(item.at, -1), sentence.object_of(item.at)
    if item.is_noun or subject < 0 or target <= item.at:
        return ""
    who = phrasing.group(reading, number, subject, subject=True)
    verb, words = sentence.verb(item.at), _words(reading, number, item)
    if verb is not None and sentence.words[verb.first].tag == "VBD" and verb.first == verb.head:
        many = agreement.plural(reading, number, subject)
        words = words.replace(sentence.words[verb.head].text, phrasing.present(item.lemma, many=many), 1)
    return f"{who} {words}" if who else ""


def _words(reading: Reading, number: int, item: Candidate) -> str:
    """The predicate in the text's own words, times left out."""
    sentence = reading.sentences[number]
    last = max(
        [item.at, sentence.object_of(item.at), *(target for _, target in sentence.complements(item.at))]
    )
    end = sentence.elements[last].last
    words = sentence.words[sentence.elements[item.at].first : end]
    return " ".join(word.text for word in words if word.timex is None)
