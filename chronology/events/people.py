"""Who is a person in a document: by a title, by first and last name, by a description beside the name."""

from collections.abc import Collection, Iterator, Sequence

from chronology.events.entities import (
    People,
    fold,
    is_human,
    is_organisation,
    is_people,
    is_place,
    runs,
    short_name,
    take_apart,
)
from chronology.events.gazetteer import countries, listed
from chronology.events.kinds import verbs
from chronology.events.language.clauses import Sentence
from chronology.events.language.tagger import Word


def collect(sentences: Sequence[Sentence], named: Collection[int]) -> People:
    """Read the persons of a document, by title or by first and last name.

    `named`: where the names of instruments begin, which are no persons.
    """
    people = People()
    people.known.update(_alone(sentences))
    located = _located(sentences)
    for sentence in sentences:
        for name in _shown(sentence):
            if name not in located:
                people.add((name,))
        for at in sentence.nouns():
            for run in runs(sentence, at):
                if not any(word.start in named for word in run):
                    _remember(people, run, sentence, at, located)
    return people


def _located(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Names that the text puts something in ("in Asia Minor")."""
    groups = (
        sentence.words[sentence.elements[at].first : sentence.elements[at].last]
        for sentence in sentences
        for at, preposition in sentence.prepositions.items()
        if preposition == at - 1 and sentence.head(preposition).lower == "in"
    )
    return frozenset(" ".join(word.text for word in words) for words in groups)


def _shown(sentence: Sentence) -> Iterator[str]:
    """Names of one word that a death, or "his" and "she" in their clause, shows to be people ("Xerxes")."""
    for verb, at in sentence.subjects.items():
        group, done = sentence.noun(at), sentence.verb(verb)
        if group is None or done is None or group.last - group.first != 1 or at in sentence.prepositions:
            continue
        name = sentence.words[group.head]
        plain = name.tag == "NNP" and name.text.isalpha() and not name.text.isupper()
        if not plain or name.text in countries() or is_organisation([name.text]) or is_place([name.text]):
            continue
        lives = sentence.head(verb).lemma in verbs("personal") and not done.passive
        if lives or (sentence.head(verb).lemma == "bear" and done.passive) or _meant_by_his(sentence, at):
            yield name.text


def _meant_by_his(sentence: Sentence, at: int) -> bool:
    """Whether the first "he", "his", … after a name can mean nobody but it."""
    group = sentence.elements[at]
    if any(
        sentence.head(noun).tag == "NNP" or is_human(sentence.head(noun))
        for noun in sentence.nouns()
        if noun < at
    ):
        return False
    for word in sentence.words[group.last :]:
        if word.tag in {"PRP", "PRPS"}:
            return word.lower in _HIS
        if word.tag == "NNP" or is_human(word) or word.tag == "PUNCT":
            return False
    return False


_PARTIES = ("crats", "icans", "atives", "berals", "alists", "nists", "greens")
_HIS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})


def _alone(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Names of one word, as the text writes people whom it has named in full."""
    for sentence in sentences:
        for at in sentence.nouns():
            for run in runs(sentence, at):
                name = take_apart(run).name
                if len(name) == 1 or (name and name[0] in listed("particles")):
                    yield fold(" ".join(name))


def _remember(
    people: People, run: tuple[Word, ...], sentence: Sentence, at: int, located: Collection[str]
) -> None:
    parts = take_apart(run)
    name = parts.name
    if not name or name[-1].lower() in listed("gatherings"):
        return
    if len(name) > 4 or is_organisation(name) or is_place(name) or " ".join(name) in countries():  # noqa: PLR2004 longest personal name
        return
    if any(
        not (part[0].isupper() or part in listed("particles")) or any(char.isdigit() for char in part)
        for part in name
    ):
        return
    if is_people(sentence, at) or name[-1].lower().endswith(_PARTIES):
        return  # "the Social Democrats"
    if sentence.mark(at - 1) == '"' and not parts.role:
        return  # the book, "White Clock"
    personal = bool(parts.role)
    two = 2 <= len(name) <= 3  # noqa: PLR2004 first and last name
    group = sentence.noun(at)
    article = group is not None and sentence.words[group.first].tag == "DT"
    acting = not article and sentence.prepositions.get(at) is None and _looks_personal(name, sentence, at)
    acting = acting and " ".join(name) not in located
    alone = len(name) == 1 and sentence.mark(at + 2) == "WP" and _is_described(sentence, at)
    if personal or alone or _has_age(sentence, at) or (two and (acting or _is_described(sentence, at))):
        full = people.add(name)
        if parts.role or _has_age(sentence, at) or _is_described(sentence, at):
            people.known.add(fold(short_name(full)))
        told = {word.lower.rstrip(".") for word in run} | _description(sentence, at)
        if told & listed("of_women") or told & listed("of_men"):
            people.females.setdefault(full, bool(told & listed("of_women")))
        if parts.role:
            people.roles[parts.role, parts.country or _of_country(sentence, at)] = full


def _looks_personal(name: tuple[str, ...], sentence: Sentence, at: int) -> bool:
    if any(part.isupper() and len(part) > 2 for part in name):  # noqa: PLR2004 initials are no acronym
        return False
    subject_of = [verb for verb, subject in sentence.subjects.items() if at in sentence.coordinated(subject)]
    return bool(subject_of) and all(
        part.isalpha() or "-" in part or part.endswith(".") or "'" in part for part in name
    )


def _description(sentence: Sentence, at: int) -> set[str]:
    """Words of the group beside a name: "Ana Ruiz, a nun", "the king, Haakon"."""
    groups = (sentence.noun(at + 2) if sentence.mark(at + 1) == "," else None,)
    return {word.lower for group in groups if group for word in sentence.words[group.first : group.last]}


def _has_age(sentence: Sentence, at: int) -> bool:
    """As in "Duarte, 61, said"."""
    number = sentence.noun(at + 2)
    alone = number is not None and number.last - number.first == 1 and sentence.head(at + 2).text.isdigit()
    return alone and sentence.mark(at + 1) == sentence.mark(at + 3) == ","


def _is_described(sentence: Sentence, at: int) -> bool:
    """As in "Rosa Diaz, a former mayor", "the town's mayor, Rosa Diaz"."""
    here = at - 2
    while sentence.noun(here) is not None and sentence.prepositions.get(here) == here - 1:
        here -= 2  # "the editor of the paper, Luis Mora"
    before = (
        sentence.mark(at - 1) == "," and sentence.noun(here) is not None and sentence.head(here).tag == "NN"
    )
    relative = sentence.mark(at + 1) == "," and sentence.mark(at + 2) == "WP"
    if relative and sentence.head(at + 2).lower == "who" and sentence.prepositions.get(at) is None:
        return True
    group = sentence.noun(at + 2) if sentence.mark(at + 1) == "," else None
    after = group is not None and sentence.words[group.first].lower in {"a", "an", "the"}
    return (before and is_human(sentence.head(here))) or (after and is_human(sentence.head(at + 2)))


def _of_country(sentence: Sentence, at: int) -> str:
    group = sentence.noun(at)
    if group is None or group.owner is None:
        return ""
    text = " ".join(word.text for word in sentence.words[group.owner.first : group.owner.last])
    found = countries().get(text)
    return found.name if found else ""
