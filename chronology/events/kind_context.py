"""The kind that the words around a cue give it: shares fall, cities fall; a general strike is no attack."""

from collections.abc import Iterator

from chronology.events import entities, kinds
from chronology.events.candidates import Candidate
from chronology.events.gazetteer import countries, listed, treaty_nouns
from chronology.events.kinds import KindInfo
from chronology.events.language.clauses import Sentence


def of(sentence: Sentence, item: Candidate) -> KindInfo:
    """Return the kind of a happening in its sentence; the deadline that its cue makes stays."""
    name = _of_noun(sentence, item) if item.is_noun else _of_verb(sentence, item)
    return kinds.named(name) if name and item.kind.deadline is None else item.kind


def _of_noun(sentence: Sentence, item: Candidate) -> str:
    """As in "a general strike", "the collapse of the talks"."""
    if item.lemma == "strike" and _is_walkout(sentence, item.at):
        return "protest"
    group = sentence.noun(item.at)
    first = {word.lower for word in sentence.words[group.first : group.head]} if group is not None else set()
    if item.lemma == "fire" and first & kinds.cued("shooting"):
        return "attack"
    if item.lemma == "arrest" and first & {"cardiac", "respiratory", "house"}:
        return kinds.GENERAL
    of = next((noun for _, noun in sentence.complements(item.at)), -1)
    if item.lemma == "charge" and (first & kinds.cued("booked") or (of >= 0 and _counts(sentence, of))):
        return "economic"
    plans = of >= 0 and sentence.head(of).lower in kinds.cued("plans")
    return "end" if item.lemma in kinds.cued("ending") and plans else ""


def _is_walkout(sentence: Sentence, at: int) -> bool:
    """As in "a rail strike", "a two-day strike", "pilots began a strike"; `at`: the strike."""
    group = sentence.noun(at)
    words = {word.lower for word in sentence.words[group.first : group.head]} if group is not None else set()
    over = next((verb for verb in sentence.verbs() if sentence.object_of(verb) == at), -1)
    called = over >= 0 and sentence.head(over).lemma in kinds.cued("strike_verbs")
    by = over >= 0 and bool({_lemma(sentence, _who(sentence, over))} & kinds.cued("strikers"))
    long = any(word.endswith(("-day", "-hour", "-week")) for word in words)
    return called or by or long or bool(words & kinds.cued("strikes"))


def _of_verb(sentence: Sentence, item: Candidate) -> str:
    target, subject = sentence.object_of(item.at), _who(sentence, item.at)
    what = sentence.head(target).lemma if target >= 0 else ""
    verb = sentence.verb(item.at)
    passive = verb is not None and verb.passive
    if passive and subject >= 0:
        what = sentence.head(subject).lemma
    head = sentence.head(target) if target >= 0 else None
    lies = head is not None and (head.text in countries() or head.text in listed("cities"))
    named = head is not None and head.tag == "NNP" and not lies
    return next((name for name, holds in _tests(sentence, item, what, named=named) if holds), "")


def _tests(sentence: Sentence, item: Candidate, what: str, *, named: bool) -> Iterator[tuple[str, bool]]:
    """Each kind that the words around may give, and whether they do; `what`: what it is done to."""
    at, lemma, subject = item.at, item.lemma, _lemma(sentence, _who(sentence, item.at))
    yield _fallen(sentence, at), lemma in kinds.cued("figures") and not _in_figures(sentence, at)
    yield kinds.GENERAL, lemma in kinds.cued("adding") and bool(what)
    bombed = bool(_words(sentence, _who(sentence, at)) & kinds.cued("explosives"))
    yield "disaster", lemma == "explode" and item.kind.name == "attack" and not bombed
    storm = bool(_words(sentence, _who(sentence, at)) & kinds.cued("disasters"))
    yield "disaster", lemma in {"kill", "strike", "hit", "leave"} and storm
    yield "end", lemma in kinds.cued("ending") and subject in kinds.cued("plans")
    yield kinds.GENERAL, lemma == "rule" and _under(sentence, at) in {"by", "over", "out"}
    yield from _acts_of_law(item, what, subject, named=named)
    yield from _deeds(sentence, item, what, subject)
    yield "withdrawal", lemma == "leave" and what in kinds.cued("unions") | treaty_nouns("words")
    yield "launch", lemma in kinds.cued("opening") and _is_building(sentence, at)
    yield "expulsion", lemma in kinds.cued("expelling")
    yield "sanction", lemma == "fine"
    yield kinds.GENERAL, lemma == "settle"
    yield "resignation", lemma == "fire" and _is_someone(sentence, sentence.object_of(at))
    yield "movement", item.kind.name == "visit" and lemma == "arrive" and not _travels(sentence, at)
    yield kinds.GENERAL, lemma == "report" and _is_passive(sentence, at)
    yield "protest", what == "strike" and _is_walkout(sentence, sentence.object_of(at))
    yield "economic", lemma in kinds.cued("trading") and subject in kinds.cued("counted")
    yield kinds.GENERAL, lemma == "claim" and what in {"life", "victim"}
    yield kinds.GENERAL, lemma == "meet" and what in kinds.cued("met")
    yield (
        kinds.GENERAL,
        lemma == "follow" or (lemma == "admit" and _is_name(sentence, sentence.object_of(at))),
    )
    yield "agreement", lemma in {"conclude", "complete"} and what in treaty_nouns("words")
    yield "attack", lemma == "go" and subject in kinds.cued("explosives") and _under(sentence, at) == "off"
    yield kinds.GENERAL, lemma == "flood" and subject not in kinds.cued("waters")
    yield "protest", lemma == "go" and _under(sentence, at, noun=True) == "strike"
    verb = sentence.verb(at)
    yield "election", lemma == "vote" and verb is not None and verb.particle == "out"
    yield "signature", lemma == "put" and what in {"name", "signature"}
    yield "ruling", lemma == "find" and _under(sentence, at, noun=True) in {"breach", "contempt", "violation"}


def _acts_of_law(item: Candidate, what: str, subject: str, *, named: bool) -> Iterator[tuple[str, bool]]:
    """Kinds that turn on a law, a suit or who decides."""
    lemma = item.lemma
    laws = kinds.cued("laws") | treaty_nouns("laws") | treaty_nouns("words")
    yield kinds.GENERAL, lemma == "pass" and what not in laws and not named and subject not in laws
    yield "legislation", lemma == "pass" and subject in laws
    yield "election", lemma == "reject" and subject in {"voters", "electors", "electorate"}
    yield "legislation", lemma == "reject" and subject in kinds.cued("chambers")
    yield "filing", lemma == "launch" and what in kinds.cued("suits")
    yield "ruling", lemma in kinds.cued("judging") and what in kinds.cued("suits")
    yield "legislation", lemma in {"die", "fall", "lapse"} and subject in laws
    yield kinds.GENERAL, lemma == "approve" and what in kinds.cued("undertakings")


def _deeds(sentence: Sentence, item: Candidate, what: str, subject: str) -> Iterator[tuple[str, bool]]:
    """Kinds that a verb with many uses takes from what it is done to or who does it."""
    lemma, verb = item.lemma, sentence.verb(item.at)
    borne = kinds.of_noun(what) if what and lemma in kinds.cued("bearing") else None
    yield (
        (borne.name if borne is not None else ""),
        borne is not None and item.kind.name in {"movement", "launch"},
    )
    over = lemma == "take" and _under(sentence, item.at) == "over"
    aside = {what, *(sentence.head(noun).lemma for _, noun in sentence.complements(item.at))}
    named_as = any(sentence.head(at).lower == "as" for at, _ in sentence.complements(item.at))
    yield "appointment", over and (named_as or bool(aside & kinds.cued("posts")))
    lasting = (
        lemma == "take" and bool(what) and _under(sentence, item.at) not in {"to", "from", "away", "into"}
    )
    yield kinds.GENERAL, lasting and item.kind.name == "movement"
    yield kinds.GENERAL, over
    yield "launch", lemma == "launch" and what not in kinds.cued("shots") and item.kind.name == "test"
    yield "birth", lemma == "bear" and verb is not None and verb.passive
    won = lemma in kinds.verbs("winning") and any(
        (found := kinds.of_noun(sentence.head(noun).lemma)) is not None and found.name == "election"
        for _, noun in sentence.complements(item.at)
    )
    yield "election", won
    yield "conflict", lemma in {"meet", "invest", "engage"} and subject in kinds.cued("forces")
    brought = {what, _under(sentence, item.at, noun=True)} & kinds.cued("laws")
    yield "legislation", lemma in {"bring", "introduce", "table"} and bool(brought)
    marching = lemma == "march" and (
        subject in kinds.cued("forces") or _is_name(sentence, _who(sentence, item.at))
    )
    yield "movement", marching
    yield "conflict", lemma == "capture" and subject not in kinds.cued("pursuers")


def _travels(sentence: Sentence, at: int) -> bool:
    """Whether who arrives is a person, a name or a group of people."""
    subject = _who(sentence, at)
    if subject < 0:
        return True
    head = sentence.head(subject)
    human = entities.is_human(head) or head.lemma in listed("several_people") | listed("groups") | kinds.cued(
        "forces"
    )
    return human or head.tag in {"NNP", "PRP"} or head.lower.endswith("ers")


def _is_passive(sentence: Sentence, at: int) -> bool:
    verb = sentence.verb(at)
    return verb is not None and verb.passive


def _is_someone(sentence: Sentence, at: int) -> bool:
    head = sentence.head(at) if at >= 0 else None
    return head is not None and (head.tag in {"NNP", "PRP"} or entities.is_human(head))


def _is_name(sentence: Sentence, at: int) -> bool:
    return at >= 0 and sentence.head(at).tag == "NNP"


def _words(sentence: Sentence, at: int) -> set[str]:
    """The words of a noun group, lower case ("Typhoon Meari")."""
    group = sentence.noun(at)
    inside = sentence.words[group.first : group.last] if group is not None else ()
    return {word.lower for word in inside}


def _lemma(sentence: Sentence, at: int) -> str:
    return sentence.head(at).lower.split()[0] if at >= 0 else ""


def _who(sentence: Sentence, at: int) -> int:
    return sentence.subjects.get(at, -1)


def _under(sentence: Sentence, at: int, *, noun: bool = False) -> str:
    """The first preposition that completes a verb (or its noun), or its particle."""
    verb = sentence.verb(at)
    if verb is not None and verb.particle and not noun:
        return verb.particle
    for preposition, target in sentence.complements(at)[:1]:
        return sentence.head(target).lemma if noun else sentence.head(preposition).lower
    return ""


def _in_figures(sentence: Sentence, at: int) -> bool:
    """As in "shares fell", "lost 3 percent": an amount, or a subject that is counted."""
    subject = _who(sentence, at)
    if subject >= 0 and sentence.head(subject).lemma in kinds.cued("counted"):
        return True
    after = [sentence.object_of(at), *(noun for _, noun in sentence.complements(at))]
    return any(_counts(sentence, each) for each in (*after, at + 1) if sentence.noun(each) is not None)


def _counts(sentence: Sentence, at: int) -> bool:
    """As in "7 percent", "$3 million", "2,000 jobs"; not "two fingers"."""
    inside = sentence.words[sentence.elements[at].first : sentence.elements[at].last]
    amount = sentence.head(at).tag in {"CD", "SYM"}
    return amount or any(word.tag == "SYM" or word.lower in kinds.cued("counted") for word in inside)


def _fallen(sentence: Sentence, at: int) -> str:
    """As in "the capital fell": taken; all else that falls, drops or is lost is a happening."""
    subject = _who(sentence, at)
    head = sentence.head(subject) if subject >= 0 and sentence.object_of(at) < 0 else None
    place = head is not None and (head.lemma in listed("places") | kinds.cued("taken") or head.tag == "NNP")
    return "conflict" if place and sentence.head(at).lemma == "fall" else kinds.GENERAL


def _is_building(sentence: Sentence, at: int) -> bool:
    """As in "inaugurated the station": what is opened is no person."""
    verb = sentence.verb(at)
    target = _who(sentence, at) if verb is not None and verb.passive else sentence.object_of(at)
    head = sentence.head(target) if target >= 0 else None
    return head is not None and head.tag in {"NN", "NNS"} and head.lemma not in listed("person_roles")
