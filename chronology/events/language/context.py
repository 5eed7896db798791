"""What a tagger knows of the neighbours.

The tags behind, the possible tags ahead, the state of the clause.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from chronology.events.language import words
from chronology.events.language.choices import AUXILIARIES, AUXILIARY_LEMMA, Tags
from chronology.events.language.tokens import Token

FINITE_FORMS = frozenset({"VBD", "VBZ", "VBP"})
_SURE = FINITE_FORMS | {"MD"}
_OPENS_CLAUSE = frozenset({"SUB", "TIMESUB", "WP", "WRB"})
_CLOSES_GROUP = words.VERB_TAGS | {"PUNCT", "SUB", "TIMESUB", "WP", "WRB", "MD", "TO", "PRP"}
_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "they"})
_HEADS = frozenset({"both", "all", "many", "several", "some", "few", "most", "neither", "each"})
_SENT = frozenset({"letter", "letters", "message", "note", "memo", "email", "speech", "address", "appeal"})
_GOING = frozenset({"return", "surrender", "speak", "talk", "report", "appeal"})
_CLOSED = frozenset({"DT", "PRPS", "IN"})
_LOOK_AHEAD = 14
_LOOK_BACK = 6


@dataclass(slots=True)
class Context:
    """The sentence being read: `at` is the token to decide, `tags` those decided."""

    tokens: Sequence[Token]
    choices: Sequence[Tags]
    tags: list[str] = field(default_factory=list)
    waiting: bool = True  # the clause still waits for its finite verb
    weak: bool = False  # it waits only because of a coordination
    governed: bool = False  # inside a noun group that a preposition governs
    nested: bool = False  # inside a subordinate clause that a comma will close
    auxiliary: str = ""  # "be", "have", "do", "md", "to" while a verb group is open

    @property
    def at(self) -> int:
        """Index of the token to decide."""
        return len(self.tags)

    @property
    def word(self) -> str:
        """The token to decide, lower case."""
        return self.tokens[self.at].lower

    @property
    def before(self) -> str:
        """The tag before, adverbs skipped; "" at the head of the sentence."""
        return next((tag for tag in reversed(self.tags) if tag != "RB"), "")

    @property
    def following(self) -> Tags:
        """The possible tags of the next token, adverbs skipped."""
        return self._after(self.at)

    def _after(self, at: int) -> Tags:
        here = at + 1
        while here < len(self.choices) and self._passed_over(here):
            here += 1
        return self.choices[here] if here < len(self.choices) else frozenset()

    def _passed_over(self, at: int) -> bool:
        """Adverbs, and "late" or "early" before a preposition."""
        return self.choices[at] == {"RB"} or self.late(at)

    def late(self, at: int) -> bool:
        """As in "announced late on Monday"."""
        onward = self.choices[at + 1] if at + 1 < len(self.choices) else frozenset()
        return self.tokens[at].lower in {"late", "early"} and onward == {"IN"}

    def finite_ahead(self, *, sure: bool = True) -> bool:
        """Tell whether a sure (or likely) finite verb follows before the clause can end."""
        for here in range(self.at + 1, min(self.at + _LOOK_AHEAD, len(self.choices))):
            options = self.choices[here]
            if options & _OPENS_CLAUSE or options == {"PUNCT"}:
                return False
            if options == {"CC"} and self._after(here) & _SURE:
                return False
            if (options <= _SURE and options & _SURE) or self._acts_after_time(here):
                return True
            if not sure and options == {"PRP"} and here > self.at + 1:
                return False
            if not sure and "VBD" in options and here > self.at + 1 and not options & {"JJ", "NN"}:
                return True
        return False

    def _acts_after_time(self, at: int) -> bool:
        """As in "a vote held on Monday produced a majority": a past form between a time and an object."""
        past = at > self.at + 1 and "VBD" in self.choices[at] and self.choices[at - 1] == {"TMX"}
        after = self._after(at)
        led = at + 1 < len(self.tokens) and self.tokens[at + 1].lower in {"by", "of", "with", "as"}
        return past and bool(after & {"DT", "PRPS", "IN", "TIMESUB", "PUNCT"}) and not led

    def finite_later(self) -> bool:
        """Tell whether any sure finite verb follows in the sentence, whatever lies between."""
        reach = range(self.at + 1, min(self.at + 2 * _LOOK_AHEAD, len(self.choices)))
        return any(self.choices[here] and self._is_predicate(here) for here in reach)

    def _is_predicate(self, at: int) -> bool:
        after_comma = {"VBD", "VBZ"} & self.choices[at] and self.choices[at - 1] == {"PUNCT"}
        acts = {"VBD", "VBP"} & self.choices[at] and self.tokens[at - 1].lower in _SUBJECTS
        return self.choices[at] <= _SURE or bool(after_comma or acts)

    def inserted(self) -> bool:
        """Tell whether a participle between commas came before ("the pact, signed in Oslo, …")."""
        return any(pair == ("PUNCT", "VBN") for pair in pairwise(self.tags))

    def one_before(self) -> bool:
        """Tell "an appeals …": an article of one before the plural just read."""
        return self.at > 1 and self.tags[-2] == "DT" and self.tokens[self.at - 2].lower in {"a", "an"}

    def acts_next(self, going_on: Collection[str]) -> bool:
        """As in "which the council closed in": an adjective's place, but a past and its object follow."""
        ahead = self.choices[self.at + 1 : self.at + 3]
        past = self.waiting and len(ahead) > 1 and {"VBD", "JJ"} <= ahead[0]
        return past and bool(ahead[1] & frozenset(going_on)) and not ahead[1] & {"NN", "NNS"}

    def only_governed(self) -> bool:
        """As in "In a letter dated …": what opens the clause hangs on a preposition and can be no subject."""
        here = self.at - 1
        while here >= 0 and self.tags[here] in {"NN", "NNS", "NNP", "JJ", "DT", "CD", "PRPS"}:
            here -= 1
        return here in {0, 1} and self.tags[here] == "IN" and (here == 0 or self.tags[0] in {"PUNCT", "CC"})

    def goes_to(self) -> bool:
        """As in "returned to office", "surrendered to police": whom or what "to" names."""
        if self.tags[-1:] == [] or self.tags[-1] not in words.VERB_TAGS:
            return False  # "talks to end the war"
        before = self.tokens[self.at - 1].lower
        return bool(_GOING.intersection(words.lemmas(before).get("VERB", ())))

    def names_on(self) -> bool:
        """As in "arms sanctions expire": a plural that another plural follows, and then its verb."""
        ahead = self.choices[self.at + 1 : self.at + 3]
        plural = len(ahead) > 1 and "NNS" in self.choices[self.at] and "NNS" in ahead[0]
        return plural and bool(ahead[1] & {"VBP", "VBD", "MD"}) and not ahead[1] & {"NN", "NNS", "IN"}

    def deed_ahead(self) -> bool:
        """As in "survivors led by a teacher sue": after "by" and who, a word that can be the predicate."""
        later = self.choices[self.at + 3 : self.at + _LOOK_AHEAD]
        stop = next(
            (at for at, options in enumerate(later) if options == {"PUNCT"} or options & _OPENS_CLAUSE),
            len(later),
        )
        named = "NNP" in self.choices[self.at + 2] if self.at + 2 < len(self.choices) else False
        person = named or bool(
            self.choices[self.at + 2 : self.at + 3] and self.choices[self.at + 2] & {"DT", "NN", "NNS"}
        )
        return person and any(options & FINITE_FORMS for options in later[:stop])

    def by_whom(self) -> bool:
        """As in "made last week by": who follows, after a time at most."""
        after = [token.lower for token in self.tokens[self.at + 1 : self.at + 3]]
        return "by" in after

    def next_in(self, known: Collection[str]) -> bool:
        """Whether the next token is one of these words."""
        return any(token.lower in known for token in self.tokens[self.at + 1 : self.at + 2])

    def next_is(self, word: str) -> bool:
        """Whether the next token is this word."""
        return [token.lower for token in self.tokens[self.at + 1 : self.at + 2]] == [word]

    def fronted(self) -> bool:
        """As in "In Marsh v. Kilburn, decided in 1954, …": a phrase and a comma, and no subject yet."""
        named = self.tags[:1] == ["IN"] and self.before == "PUNCT" and self.tags.index("PUNCT") == self.at - 1
        return named and not words.VERB_TAGS & set(self.tags)

    def time_acts(self) -> bool:
        """As in "before the fiscal year begins": a time that is a subject."""
        onward = self.choices[self.at + 2] if self.at + 2 < len(self.choices) else frozenset()
        return bool(onward) and onward <= {"VBZ", "VBD", "VBN", "MD"}

    def sent(self) -> bool:
        """As in "a letter to staff": what goes to somebody."""
        return self.at > 0 and self.tokens[self.at - 1].lower in _SENT

    def floats(self) -> bool:
        """As in "they both met": after a subject, and before what it does."""
        ahead = self.choices[self.at + 1 : self.at + 2]
        return self.before in {"NNP", "NNS", "PRP"} and bool(ahead) and bool(ahead[0] & (_SURE | {"VBN"}))

    def counts_heads(self) -> bool:
        """As in "Both pleaded", "several left": the word before is a subject of its own."""
        opens = self.at == 1 or self.tags[self.at - 2] in _CLOSES_GROUP | {"CC"}
        return self.waiting and opens and self.tokens[self.at - 1].lower in _HEADS

    def paired(self) -> bool:
        """As in "his dismembered and charred body": two participles before a noun."""
        ahead = self.choices[self.at + 1 : self.at + 4]
        joined = len(ahead) > 2 and ahead[0] == {"CC"} and bool(ahead[1] & {"VBN", "JJ"})  # noqa: PLR2004 and, two
        return joined and bool(ahead[2] & {"NN", "NNS"}) and not ahead[2] & _CLOSED

    def after_decimal(self) -> bool:
        """As in "of magnitude 6.4 struck": such a number counts nothing."""
        return self.before == "CD" and "." in self.tokens[self.at - 1].text[1:-1]

    def after_gerund(self) -> bool:
        """Tell whether the last verb was an -ing form ("killing two and wounding")."""
        return next((tag for tag in reversed(self.tags) if tag in words.VERB_TAGS), "") == "VBG"

    def like_last_verb(self) -> str:
        """Past or participle, as the verb before it."""
        for tag in reversed(self.tags):
            if tag in {"VBD", "VBN"}:
                return tag
            if tag in {"VBZ", "VBP", "MD"}:
                return "VBD"
        return "VBD"

    def verb_nearby(self) -> bool:
        """Tell whether one of the last few tags is a verb's."""
        return any(tag in words.VERB_TAGS for tag in self.tags[-_LOOK_BACK:])

    @property
    def accused(self) -> bool:
        """As in "accused her of": what follows is a deed."""
        near = [token.lower for token in self.tokens[max(0, self.at - _LOOK_BACK) : self.at]]
        return near[-1:] == ["of"] and bool(words.accusing_forms() & set(near))

    def advance(self, chosen: str) -> None:
        """Take the tag of the current token and step on."""
        token = self.tokens[self.at]
        self.auxiliary = self._auxiliary(token, chosen)
        if chosen in _OPENS_CLAUSE or token.text in {";", ":", '"', "“", "``"}:
            self.waiting, self.auxiliary = True, ""
        elif chosen in _SURE:
            self.waiting = token.lower in words.saying_forms()
        if chosen == "CC" or (chosen == "PRP" and token.lower in _SUBJECTS):
            self.weak = chosen == "CC" and (self.weak or not self.waiting)
            self.waiting = True
        self._nest(token, chosen)
        over = chosen == "CC" and self.tags[-1:] == ["TMX"]
        if chosen == "IN" or over or chosen in _CLOSES_GROUP:
            self.governed = chosen == "IN"
        self.tags.append(chosen)

    def _nest(self, token: Token, chosen: str) -> None:
        if chosen in _OPENS_CLAUSE:
            self.nested = True
        elif chosen == "PUNCT" and token.text == "," and self.nested:
            self.waiting, self.nested = True, False

    def _auxiliary(self, token: Token, chosen: str) -> str:
        if chosen in {"MD", "TO"}:
            return chosen.lower()
        if chosen in words.VERB_TAGS and token.lower in AUXILIARIES:
            return AUXILIARY_LEMMA.get(token.lower, "")
        keeps = chosen in {"RB", "PRP"} or (chosen == "CC" and self.auxiliary == "to")
        return self.auxiliary if keeps else ""
