"""What completes a verb or a noun: objects, prepositional phrases, and what a relative pronoun stands for."""

from dataclasses import dataclass
from functools import cached_property

from chronology.events.language.structure import BARRIERS, HOLDING, MAX_WALK, SAYING, Structure
from chronology.events.language.words import data

_TOLD_SO = frozenset({"recall", "explain", "insist", "muse", "joke", "admit", "remember", "argue", "declare"})
_NEAR = 5  # elements between two verbs that share an object


@dataclass(frozen=True)
class Relations(Structure):
    """A sentence with its objects, complements and antecedents (by element index)."""

    def inverted(self, at: int) -> bool:
        """As in "…," said Rosa Lima; "Talks failed, recalled Moe": who says it follows."""
        before = self.skip_left(at - 1, {"RB", "TMX"})
        says = self.head(at).lemma in SAYING | _TOLD_SO and self.head(at).lemma != "tell"
        quoted = self.mark(before) == '"' or (self.mark(before) == "," and before == at - 1)
        follows = self.noun(at + 1) is not None and not self._finite_next(at + 1)
        open_ = self.mark(before) == '"' and self.mark(before - 1) not in {",", ".", "?", "!"}
        return says and quoted and follows and not open_

    def object_of(self, at: int) -> int:
        """Noun group that is the object of verb group `at`, or -1."""
        known = self._objects
        if at not in known:
            known[at] = self._object(at)
        return known[at]

    @cached_property
    def _objects(self) -> dict[int, int]:
        return {}

    @cached_property
    def _complements(self) -> dict[int, tuple[tuple[int, int], ...]]:
        return {}

    def _object(self, at: int) -> int:
        verb = self.verb(at)
        if verb is None or self.inverted(at):
            return -1
        relative = -1 if verb.passive else self._relative_object(at)
        if relative >= 0:
            return relative
        after = self.skip_right(at + 1, {"RB", '"', "TMX"})  # "deplored Friday the bomb blasts"
        if verb.passive or (self.noun(after) is not None and self._finite_next(after)):
            return -1
        return after if self.noun(after) is not None else self._shared_object(at, after)

    def _shared_object(self, at: int, after: int) -> int:
        """As in "signed and ratified the pact", "which they signed and later ratified"."""
        if self.mark(after) == "CC" and self.verb(after + 1) is not None and self.noun(after + 2) is not None:
            return self.object_of(after + 1)
        before = self.skip_left(at - 1, {"RB", "TMX"})
        if self.mark(before) != "CC":
            return -1
        for here in range(before - 1, max(-1, before - _NEAR), -1):
            if self.verb(here) is not None:
                return self._relative_object(here)
            if self.noun(here) is not None or self.mark(here) in BARRIERS:
                break
        return -1

    def _relative_object(self, at: int) -> int:
        """As in "the deal, which the U.S. left": the antecedent is the object."""
        before = self.skip_left(at - 1, {"RB", "TMX"})
        first = self.coordinated(before)[0] if self.noun(before) is not None else -1
        if first < 0 or not (self.mark(first - 1) == "WP" or self._relative_that(first - 1)):
            return -1
        direct = self.skip_right(at + 1, {"RB", '"'})
        return self.antecedent(first - 1) if self.noun(direct) is None else -1

    def _relative_that(self, at: int) -> bool:
        """Tell "an agreement that they signed" from "a report that they signed it", "said that"."""
        named = self.mark(at) == "SUB" and self.head(at).lower == "that" and self.noun(at - 1) is not None
        of_content = named and self.head(at - 1).lemma in data("verbs.toml")["content_nouns"].split()
        return named and not of_content and not self._tells(at - 1)

    def _tells(self, at: int) -> bool:
        """Whether a verb that a that-clause may complete comes before in the clause ("told them that")."""
        for here in range(at - 1, max(-1, at - MAX_WALK), -1):
            if self.verb(here) is not None:
                return self.head(here).lemma in HOLDING
            if self.mark(here) in BARRIERS | {",", ";"}:
                return False
        return False

    def complements(self, at: int) -> tuple[tuple[int, int], ...]:
        """Prepositional groups (preposition, noun group) that follow element `at` directly."""
        known = self._complements
        if at not in known:
            known[at] = self._prepositional(at)
        return known[at]

    def _prepositional(self, at: int) -> tuple[tuple[int, int], ...]:
        here = at + 1
        target = self.object_of(at)
        if target > at:
            here = self.coordinated(target)[-1] + 1
        out: list[tuple[int, int]] = []
        while here < len(self.elements):
            kind = self.mark(here)
            if kind in {"RB", "TMX", '"', "%"}:
                here += 1
                continue
            closing = next((at for at in range(here + 1, here + _NEAR) if self.mark(at) == ")"), -1)
            if kind == "(" and closing > 0:
                here = closing + 1  # "1,300 pounds (600 kgs) of explosives"
                continue
            if kind == "," and not out and self._apposed_name(here):
                here += 3
                continue
            noun = self.skip_right(here + 1, {"RB", '"'})
            if kind != "IN" or self.noun(noun) is None:
                if kind == "IN" and self.mark(here + 1) == "TMX":
                    length = self.head(here).lower in {"for", "after"}
                    here += 2
                    if length and self.mark(here) == "IN" and self.head(here).lower == "of":
                        break  # "for two days of talks"
                    continue
                break
            out.append((here, noun))
            here = self.coordinated(noun)[-1] + 1
        return tuple(out)

    def _apposed_name(self, at: int) -> bool:
        """As in "met the registrar, Philippe Gautier, in Bonn": the name between commas."""
        group = self.noun(at + 1)
        if group is None or self.mark(at + 2) != ",":
            return False
        return all(word.tag == "NNP" for word in self.words[group.first : group.last])

    def antecedent(self, at: int) -> int:
        """Return the noun group that a relative pronoun at `at` stands for, or -1."""
        for here in range(at - 1, max(-1, at - 8), -1):
            if self.noun(here) is not None:
                if self.head(at).lower == "who":
                    return self._people(self._described(self._office(here)))
                return self._agreeing(at, self._described(here) if self.mark(at - 1) == "," else here)
        return -1

    def _agreeing(self, at: int, noun: int) -> int:
        """As in "the by-laws of the port, which were made": the group before that fits "are" or "were"."""
        verb = self.verb(at + 1)
        first = self.words[verb.first].lower if verb is not None else ""
        here = noun
        while first in {"are", "were"} and self.head(here).tag in {"NN", "NNP"} and here in self.prepositions:
            if self.joined_to(here) >= 0 or self.noun(self.prepositions[here] - 1) is None:
                break
            here = self.prepositions[here] - 1
        return here if self.head(here).tag == "NNS" else noun

    def _office(self, at: int) -> int:
        """As in "a former mayor of Hobro who": the mayor, not the town."""
        over = self.prepositions.get(at, -1)
        group, outer = self.noun(at), self.noun(over - 1)
        bare = group is not None and group.last - group.first == 1 and self.head(at).tag == "NNP"
        if not bare or outer is None or over != at - 1 or self.head(over).lower not in {"of", "from"}:
            return at
        described = self.words[outer.first].lower in {"a", "an"} and self.mark(over - 2) == ","
        return (
            over - 1 if described or self.head(over - 1).tag == "NNP" else at
        )  # "Elena Mora of Paraland, who"

    def _people(self, at: int) -> int:
        """As in "observers from the Union, who …": the observers."""
        preposition = self.prepositions.get(at, -1)
        of_whom = preposition == at - 1 and self.head(preposition).lower in {"from", "of"}
        several = self.noun(preposition - 1) is not None and self.head(preposition - 1).tag == "NNS"
        return preposition - 1 if of_whom and several and self.head(at).tag == "NNP" else at

    def _described(self, at: int) -> int:
        """As in "Soile Aalto, a nurse, who …": the name that the apposition describes."""
        group, name = self.noun(at), self.noun(at - 2)
        apposed = (
            group is not None and self.words[group.first].lower in {"a", "an"} and self.mark(at - 1) == ","
        )
        named = name is not None and self.words[name.head].tag == "NNP"
        return at - 2 if apposed and named else self._before_place(at)

    def _before_place(self, at: int) -> int:
        """As in "the centre at Kurchatov, which …", "an agreement on supplies, which …": the first group."""
        preposition = self.prepositions.get(at, -1)
        where = self.head(preposition).lower if preposition >= 0 else ""
        group = self.noun(at)
        bare = group is not None and self.words[group.first].tag == "NNP"
        named = bare and self.head(at).tag == "NNP" and where in {"in", "at", "near"}
        loose = group is not None and self.words[group.first].tag in {"NN", "NNS", "JJ"}
        climbs = (named or loose) and preposition == at - 1
        return preposition - 1 if climbs and self.noun(preposition - 1) is not None else at

    # ---- what stands before a relative clause ------------------------------------------------------
    def _over_relative(self, before: int) -> int:
        """As in "the armistice that ended the war was signed": what the clause between describes."""
        closed, inner = self.mark(before) == ",", False
        for here in range(before - closed, max(-1, before - MAX_WALK), -1):
            kind, verb = self.mark(here), self.verb(here)
            if self._opens_relative(here):
                described = self._chain_head(self.antecedent(here))
                apart = self.mark(here - 1) == "," or described < here - 2
                return described if inner and closed == apart else -1
            if verb is not None and verb.finite:
                if not inner and self.head(here).lemma in HOLDING:
                    return -1
                inner = True
            elif self._opens_relative(here - 1):
                continue
            elif kind in BARRIERS | {";", ":"} or (not closed and kind in {",", "CC"}):
                return -1
        return -1

    def _past_circumstance(self, before: int) -> int:
        """As in "Ruiz, who since taking office in March has …": what the relative stands for."""
        here = before
        while self.noun(here) is not None or self.mark(here) in {"IN", "TMX", "RB"} or self._loose(here):
            here -= 1
        opens = self.mark(here) == "TIMESUB" and self._opens_relative(here - 1) and here < before
        return self._chain_head(self.antecedent(here - 1)) if opens else -1

    def _loose(self, at: int) -> bool:
        verb = self.verb(at)
        return verb is not None and not verb.finite

    def _opens_relative(self, at: int) -> bool:
        """Tell "the man who", "reforms that parliament adopted" from "said that"."""
        if self.mark(at) == "WP":
            return self.head(at).lower in {"who", "which", "that"}
        group = self.noun(at)
        if group is not None and self.words[group.first].lower == "whose":
            return True
        after_noun = (
            self.mark(at) == "SUB" and self.head(at).lower == "that" and self.noun(at - 1) is not None
        )
        return after_noun and at - 1 not in self.prepositions and self.verb(at - 2) is None

    def _chain_head(self, at: int) -> int:
        """First group of "N of N in N"; -1 where `at` is no noun group."""
        while self.noun(at) is not None and at in self.prepositions and self.noun(self.prepositions[at] - 1):
            at = self.prepositions[at] - 1
        return at if self.noun(at) is not None else -1
