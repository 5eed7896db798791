"""Which clause of a sentence hangs on which: relative, content, time, infinitive, and what "and" joins."""

from dataclasses import dataclass, field

from chronology.events.language.elements import VerbGroup
from chronology.events.language.structure import HOLDING, SAYING, Structure

_OPENERS = {"TIMESUB": "when", "WP": "relative", "WRB": "where"}
_JOINED = frozenset({"and", "beside"})
_NAMED = frozenset({"day", "night", "week", "month", "year", "time", "moment"})
_LOOSE = frozenset({"to", "gerund", "participle"})
_DEEPEST = 20  # clauses open at once: bounds the work on endless sentences


@dataclass(slots=True)
class Clause:
    """A clause: how it hangs on its `parent` (a number, -1: on none), and its verb (-1: none yet)."""

    parent: int
    relation: str
    verb: int = -1
    set_off: bool = False  # opened after a comma


@dataclass(slots=True)
class Tree:
    """The clauses of a sentence, the first one its main clause; `of`: element → number of its clause."""

    clauses: list[Clause] = field(default_factory=lambda: [Clause(-1, "main")])
    of: list[int] = field(default_factory=list)

    def verb_of(self, at: int) -> int:
        """Return the verb of the clause in which element `at` stands, or -1."""
        return self.clauses[self.of[at]].verb

    def governor(self, verb: int) -> int:
        """Return the verb of the clause on which that of `verb` hangs, or -1."""
        parent = self.clauses[self.of[verb]].parent
        return self.clauses[parent].verb if parent >= 0 else -1

    def goes_on(self, verb: int, other: int) -> bool:
        """Tell whether the clause of `other` is joined to, or hangs on, that of `verb`: not the reverse."""
        up, down = self.path(self.of[other], self.of[verb])
        return not down or (set(down) <= _JOINED and set(up) <= _JOINED)

    def path(self, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the relations from clause `start` up to the clause shared with `end`, and down to `end`."""
        above = self._above(start)
        down: list[str] = []
        here = end
        while here not in above:
            down.append(self.clauses[here].relation)
            here = self.clauses[here].parent
        up = [self.clauses[number].relation for number in above[: above.index(here)]]
        return tuple(up), tuple(down[::-1])

    def _above(self, number: int) -> list[int]:
        out = []
        while number >= 0:
            out.append(number)
            number = self.clauses[number].parent
        return [*out, -1]


def read(sentence: Structure) -> Tree:
    """Return the clauses of a sentence, read from left to right with a stack of those still open."""
    reader = _Reader(sentence)
    for at in range(len(sentence.elements)):
        reader.step(at)
    return reader.tree


class _Reader:
    def __init__(self, sentence: Structure) -> None:
        self.sentence = sentence
        self.tree = Tree()
        self.open = [0]

    def step(self, at: int) -> None:
        """Read one element."""
        mark = self.sentence.mark(at)
        verb = self.sentence.verb(at)
        if verb is not None:
            self._verb(at, verb)
        elif mark == "SUB":
            self._push(self._subordinate(at), at)
        elif mark in _OPENERS and self.sentence.mark(at + 1) != "TMX":
            self._push(_OPENERS[mark], at)
        elif mark == ",":
            self._comma()
        elif mark == ";":
            self.open = self.open[:1]
            self.open = [self._new(0, "beside", at)]
        self.tree.of.append(self.open[-1])

    def _top(self) -> Clause:
        return self.tree.clauses[self.open[-1]]

    def _new(self, parent: int, relation: str, at: int) -> int:
        set_off = self.sentence.mark(at - 1) == ","
        self.tree.clauses.append(Clause(parent, relation, set_off=set_off))
        return len(self.tree.clauses) - 1

    def _push(self, relation: str, at: int) -> None:
        if len(self.open) < _DEEPEST:
            self.open.append(self._new(self.open[-1], relation, at))

    def _subordinate(self, at: int) -> str:
        if self.sentence.head(at).lower != "that":
            return "if"
        return "content" if self.sentence.noun(at - 1) is None or self._holds(self._top()) else "that"

    def _holds(self, clause: Clause) -> bool:
        return clause.verb >= 0 and self.sentence.head(clause.verb).lemma in HOLDING

    def _comma(self) -> None:
        """A comma ends what was inserted, and loose infinitives and participles."""
        while len(self.open) > 1 and self._ends():
            self.open.pop()

    def _ends(self) -> bool:
        top = self._top()
        waits = any(self.tree.clauses[number].verb < 0 for number in self.open[:-1])
        inserted = top.set_off and top.relation in {"relative", "where"}
        return top.verb >= 0 and (waits or inserted or top.relation in _LOOSE)

    # ---- verbs
    def _verb(self, at: int, verb: VerbGroup) -> None:
        if verb.finite:
            self._finite(at)
        elif self._top().verb < 0 and self._top().relation in {"when", "if"}:
            self._top().verb = at
        else:
            self._loose(at, verb)

    def _loose(self, at: int, verb: VerbGroup) -> None:
        before = self.sentence.skip_left(at - 1, {"RB"})
        if self.sentence.mark(before) == "CC" and self._top().relation in _LOOSE and self._top().verb >= 0:
            twin = self.open.pop()
            self.open.append(self._new(twin, "and", at))
        else:
            by_form = "gerund" if self.sentence.mark(before) == "IN" else "participle"
            self._push("to" if verb.infinitive else by_form, at)
        self._top().verb = at

    def _finite(self, at: int) -> None:
        if self._day_that(at):
            self._push("that", at)
        if self._top().verb < 0:
            self._top().verb = at
            return
        before = self.sentence.skip_left(at - 1, {"RB", "TMX"})
        if self.sentence.mark(before) == "CC":
            self._beside(self._alike(at), "and", at)
            return
        waiting = [place for place, number in enumerate(self.open) if self.tree.clauses[number].verb < 0]
        if waiting:
            self.open = self.open[: waiting[-1] + 1]
            self._top().verb = at
            return
        self._own_subject(at, before)

    def _day_that(self, at: int) -> bool:
        """As in ", the day the rains broke, ": what happened on a day that a noun names."""
        subject = self.sentence.coordinated(at - 1)[0]
        named = self.sentence.noun(at - 1) is not None and self.sentence.noun(subject - 1) is not None
        return named and self.sentence.head(subject - 1).lower in _NAMED

    def _own_subject(self, at: int, before: int) -> None:
        """A clause with a subject of its own, and no word that opens it."""
        opener = self._before_subject(before)
        top = self._top()
        if self.sentence.head(at).lemma in SAYING and self.sentence.mark(opener) == ",":
            self._beside(0, "teller", at)
        elif self._holds(top) and self.sentence.mark(opener) not in {",", "CC"}:
            self._push("content", at)
        elif self.sentence.noun(opener) is not None and self.sentence.verb(opener) is None:
            self._push("that", at)
        else:
            joined = self.sentence.mark(opener) == "CC"
            self._beside(0, "and" if joined else "beside", at)
        self._top().verb = at
        self.tree.of[opener + 1 :] = [self.open[-1]] * (at - opener - 1)

    def _before_subject(self, at: int) -> int:
        """The element before a subject that ends at `at`, and before the times at its head."""
        while self.sentence.noun(at) is not None:
            at = self.sentence.prepositions.get(at, self.sentence.coordinated(at)[0]) - 1
        here = self.sentence.skip_left(at, {"RB", "TMX", '"'})
        return self.sentence.skip_left(here, {"IN", "RB", "TMX"}) if here < at else here

    def _alike(self, at: int) -> int:
        """Place in the stack of the clause that a verb after "and" continues: the nearest of its tense."""
        later = self.sentence.verb(at)
        finite = [
            (place, verb)
            for place, number in enumerate(self.open)
            if (verb := self.sentence.verb(self.tree.clauses[number].verb)) is not None and verb.finite
        ]
        same = [place for place, verb in finite if later is not None and verb.tense == later.tense]
        return (same or [place for place, _ in finite] or [0])[-1]

    def _beside(self, place: int, relation: str, at: int) -> None:
        """Go on beside the open clause at `place`, which ends with what hangs on it."""
        twin = self.open[place]
        self.open = [*self.open[:place], self._new(twin, relation, at)]
        self._top().verb = at
