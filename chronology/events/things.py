"""What "it" stands for: a thing, a body, a treaty, never a person."""

from collections.abc import Iterator

from chronology.events import kinds
from chronology.events.apposing import Apposer
from chronology.events.entities import Entity, Kind
from chronology.events.gazetteer import listed
from chronology.events.language.clauses import Sentence

_CONCLUDED = frozenset(
    {"sign", "conclude", "adopt", "ratify", "negotiate", "open", "initial", "extend", "renew", "broker"}
)


class Things(Apposer):
    """Resolves "it" and "its"."""

    def _it(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        head = sentence.head(at)
        word = head.lower if head.tag == "PRP" else "its"
        stepped = any(_is_treaty_step(sentence, verb, at) for verb in sentence.verbs())
        if self.instrument is not None and stepped:
            return (self.instrument,)
        deeds = [sentence.head(verb).lemma for verb, subject in sentence.subjects.items() if subject == at]
        if set(deeds) & kinds.verbs("emerging"):
            return ()  # "it emerged that": nobody
        seated = self._sitting(number, sentence, at) if set(deeds) & kinds.verbs("sitting") else ()
        if seated:
            return seated
        lifeless = bool(set(deeds) & kinds.verbs("running_out"))
        doing = self._acting_with(number, sentence, at) if word == "it" else set()
        excluded = {*doing, self.busy} if word == "it" else set()
        for choice in self._nearest(number, sentence, at, deeds):
            if word == "it" and len(choice) > 1 and all(item.acts for item in choice):
                continue  # "Peru and Chile signed a treaty; it settled": the treaty
            found = tuple(
                item
                for item in choice
                if _is_thing(item) and not (lifeless and item.acts) and item.name not in excluded
            )
            if found:
                return found[:1]
        return ()

    def _nearest(
        self, number: int, sentence: Sentence, at: int, deeds: list[str]
    ) -> Iterator[tuple[Entity, ...]]:
        """What "it" or "its" may mean, the likeliest first; `deeds`: what it does."""
        its = sentence.head(at).tag != "PRP"
        near, far = tuple(self.actors)[-1:], [self.last_subject, self.last_object]
        acting = not self.centred and any(_acting(item) for item in self.last_subject)
        if not its and not deeds:
            yield self._handled(number, sentence, at)
        if not its and deeds:
            yield self._sayer(number, sentence, at)
        yield self.subject
        if its:
            yield near
        if deeds and not self.subject:
            yield from (self.deeds.get(lemma, ()) for lemma in deeds)
        if not its and acting and (not deeds or _is_handled(sentence, at)):
            far.reverse()  # "parliament passed a bill; it was repealed", "the king will sign it"
        yield from far
        yield near

    def _sayer(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "the board announces that it has served notice": who announces."""
        before = at - 1 if sentence.mark(at - 1) == "SUB" else at
        over = sentence.skip_left(before - 1, {"TMX", "RB"})
        if sentence.mark(over) == "IN" and sentence.mark(over + 1) == "TMX":
            over = sentence.skip_left(over - 1, {"RB"})  # "said on Monday that it"
        told = sentence.verb(over) is not None and sentence.head(over).lemma in kinds.verbs("saying")
        return self.reading.means(number, sentence.subjects.get(over, -1)) if told else ()

    def _acting_with(self, number: int, sentence: Sentence, at: int) -> set[str]:
        """Who cannot be meant by "him": the subject of the verb that takes him, and whose that subject is."""
        own = sentence.noun(at)
        if own is None or sentence.words[own.head].tag != "PRP":
            return set()
        out: set[str] = set()
        for verb, subject in sentence.subjects.items():
            if sentence.object_of(verb) == at or any(noun == at for _, noun in sentence.complements(verb)):
                out |= {item.name for item in self.reading.means(number, subject)}
                out |= {item.name for item in self.reading.owner(number, subject)}
        return out

    def _sitting(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "appear before the committee when it meets": the body named right before."""
        bodies = (
            noun for noun in sentence.nouns() if noun < at and sentence.head(noun).lower in listed("bodies")
        )
        last = max(bodies, default=-1)
        return self.reading.means(number, last) if last >= 0 else ()

    def _handled(self, number: int, sentence: Sentence, at: int) -> tuple[Entity, ...]:
        """As in "signed the accord and ratified it": the object of the verb before, or a passive subject."""
        for verb in reversed([verb for verb in sentence.verbs() if verb < at]):
            group, target = sentence.verb(verb), sentence.object_of(verb)
            if 0 <= target < at and (
                sentence.head(target).tag != "PRP" or sentence.head(target).lower == "it"
            ):
                return self.reading.means(number, target)
            if group is not None and group.passive:
                return self.reading.means(number, sentence.subjects.get(verb, -1))
        return ()


def _is_treaty_step(sentence: Sentence, verb: int, subject: int) -> bool:
    """Tell whether `subject` is what was signed, ratified, … or enters into force."""
    group, head = sentence.verb(verb), sentence.head(verb)
    if group is not None and sentence.object_of(verb) == subject:
        return head.lemma in kinds.verbs("treaty_steps")
    if group is None or sentence.subjects.get(verb, -1) != subject:
        return False
    into = {sentence.head(noun).lemma for _, noun in sentence.complements(verb)}
    forced = head.lemma in {"enter", "come", "go"} and "force" in into
    ends = head.lemma in {"expire", "lapse"} and not group.passive
    return forced or (group.passive and head.lemma in _CONCLUDED) or ends


def _is_handled(sentence: Sentence, at: int) -> bool:
    """As in "it was blown up", "it was repealed": what happens to things, not to who did something."""
    return any(
        group.passive and sentence.head(verb).lemma in kinds.verbs("handled")
        for verb, subject in sentence.subjects.items()
        if subject == at and (group := sentence.verb(verb)) is not None
    )


def _is_thing(item: Entity) -> bool:
    person = item.kind in {Kind.PERSON, Kind.PLACE} or is_human(item)
    return not person and not is_many(item) and not is_amount(item)


def _acting(item: Entity) -> bool:
    """As in "parliament", "the court", "the company": what does things, though it has no name."""
    last = item.name.split()[-1].lower()
    doing = listed("bodies") | listed("firms") | listed("groups") | kinds.cued("forces")
    return item.acts or is_human(item) or last in doing


def is_amount(item: Entity) -> bool:
    """Tell "300 million euros", which no pronoun means."""
    return item.kind is Kind.THING and any(char.isdigit() for char in item.name.split()[0])


def is_human(item: Entity) -> bool:
    """As in "the minister", where nobody is known to hold the office."""
    roles = listed("person_roles") | listed("humans")
    return item.kind is Kind.THING and item.name.split()[-1].lower() in roles


def is_many(item: Entity) -> bool:
    """Tell a plural common noun ("accusations"), which neither "it" nor "its" can mean."""
    last = item.name.split()[-1]
    return item.kind is Kind.THING and last.endswith("s") and not last.endswith(("ss", "us", "is"))
