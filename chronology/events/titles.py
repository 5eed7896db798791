"""A title for a happening, as a person would write it: subject, predicate and object in the present tense."""

from chronology.events import kinds, noun_titles, phrasing, verb_titles
from chronology.events.candidates import Candidate
from chronology.events.language.words import inflect
from chronology.events.reading import Reading

_NO_START = frozenset("he she it they we i her him them his their its if when with who which that".split())  # noqa: SIM905


def write(reading: Reading, number: int, item: Candidate, *, own_words: bool = False) -> str:
    """Return the title of candidate `item` in sentence `number`; "" where nothing sensible can be written.

    With `own_words` a happening whose subject is not known gets the text's own words instead of nothing.
    """
    text = (
        noun_titles.of_noun(reading, number, item)
        if item.is_noun
        else verb_titles.of_verb(reading, number, item)
    )
    clean = phrasing.headline(text)
    if clean and (clean.split()[0].lower() in _NO_START or " " not in clean):
        clean = ""
    return clean or (phrasing.headline(_words(reading, number, item)) if own_words else "")


def is_bare(item: Candidate, title: str) -> bool:
    """Tell a title that lacks the point: "Roussel says"."""
    last = title.rsplit(" ", 1)[-1]
    said = not item.is_noun and item.lemma in kinds.verbs("saying")
    return said and last in {inflect(item.lemma, "VBZ"), inflect(item.lemma, "VBP")}


def _words(reading: Reading, number: int, item: Candidate) -> str:
    """The clause in the text's own words, times left out, where no subject is known."""
    sentence = reading.sentences[number]
    last = max(
        [item.at, sentence.object_of(item.at), *(target for _, target in sentence.complements(item.at))]
    )
    end = sentence.elements[last].last
    words = sentence.words[sentence.elements[item.at].first : end]
    return " ".join(word.text for word in words if word.timex is None)
