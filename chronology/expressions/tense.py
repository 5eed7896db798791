"""What the words around a date say of its side: verbs, auxiliaries and the words that put something off."""

from collections.abc import Mapping

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model.meaning import Lean

LEADING = "(leading)"
_NEIGHBOURS = {"abbreviations", "determiners", "plurals", "planned_nouns", "posts", "signals", "either_forms"}
_JOINED = ("to", "for", "as")


def leading(cues: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words with which a cue can begin: all but those that only stand beside one."""
    entries = (entry for name, entries in cues.items() if name not in _NEIGHBOURS for entry in entries)
    return frozenset((*_JOINED, *(entry.partition(" ")[0] for entry in entries)))


class Verbs:
    """Reads the words of one text as cues; which words are cues is data (lexicon/*/cues.toml)."""

    def __init__(self, tokens: Tokens, cues: Mapping[str, frozenset[str]]) -> None:
        """Keep the text and the cues of its language."""
        self._tokens = tokens
        self._cues = cues
        self._leading = cues[LEADING]

    def speaks(self, index: int) -> bool:
        """Tell whether the word at `index` may be a cue; most are none, and are passed over."""
        word = self._tokens.pieces[index]
        return word in self._leading or word.endswith("ed") or word.lower() in self._leading

    def infinitive(self, index: int) -> bool:
        """Tell whether "to" and a verb stand here: "to pay", not "to the" or "to 40"."""
        word = self._tokens.pieces[index + 2 : index + 3]
        return self._tokens.lower(index) == "to" and bool(word) and word[0] not in self._cues["determiners"]

    def firm(self, index: int, draft: Draft, low: int) -> bool:
        """Tell whether a past verb at `index` dates what it tells: it stands at the date, or the date opens.

        What happens, happens then: "died at home in May". What is arranged may lie ahead: "called in May".
        """
        tokens, cues = self._tokens, self._cues
        word = tokens.lower(index)
        if index > draft.first:
            opens = draft.first - low <= _OPENING and tokens.lower(draft.first - 2) not in cues["determiners"]
            return opens and word not in cues["perfect"]  # not "The 8 October match was …"
        between = tokens.pieces[index + 2 : draft.first : 2]
        if between[:1] == ["by"] and len(between) <= _AGENT:
            return True  # "approved by the court in March"
        if word in cues["arranging"] or word in cues["auxiliary"]:
            return False
        if len(between) <= 1:
            return True
        places = range(index + 2, draft.first, 2)
        onward = any(self.infinitive(at) or tokens.pieces[at] in cues["looking_on"] for at in places)
        return not onward and (word in cues["happening"] or self._is_finite(index))

    def _is_finite(self, index: int) -> bool:
        """Tell a verb from a participle that describes: "closed without", not "preferred shares"."""
        tokens, cues = self._tokens, self._cues
        word, after = tokens.lower(index), tokens.pieces[index + 2]
        if not word.endswith("ed"):
            return True
        if tokens.pieces[index + 1] != " ":
            return True
        linked = after in cues["determiners"] or after in cues["signals"] or after in cues["prepositions"]
        return linked or not after.islower()

    def put_off(self, index: int, before: range) -> str:
        """Return the words that put something off to the date after piece `index`, or say it is then."""
        tokens, cues = self._tokens, self._cues
        word, previous = tokens.lower(index), tokens.lower(index - 2)
        then = next((verb for verb in (previous, tokens.lower(index - 4)) if verb in cues["is_then"]), "")
        if word in {"on", "in"} and (then or previous in cues["present"]):
            return f"{then or previous} {word}"  # "the vote is on Sunday", "is repayable on Sunday"
        limit = word in {"of", "for"} and previous in cues["limits"]
        planned = word == "for" and not cues["for_date"].isdisjoint((previous, tokens.lower(index - 4)))
        if limit or planned or f"{previous} {word}" in cues["approach"]:
            return f"{previous} {word}"
        if word in cues["moved_to"]:
            moved = (tokens.lower(place) for place in before if tokens.lower(place) in cues["moved"])
            return next((f"{verb} {word}" for verb in moved), "")
        if word in cues["is_then"]:
            return word  # "the vote is October 23"
        return next((verb for verb in (word, previous) if verb in cues["ending"]), "")

    def awaits(self, index: int) -> bool:
        """Tell whether a word says that what follows is to come: "ahead of", "pending", "if"."""
        word, cues = self._tokens.lower(index), self._cues
        return word in cues["awaiting"] or f"{word} {self._tokens.lower(index + 2)}" in cues["approach"]

    def aside(self, index: int) -> str:
        """Return the word that says that a full date behind piece `index` is only looked at, or "".

        "It lasted until the fall of the city in 1945", "a paper declassified in 2005": an aside.
        """
        tokens, cues = self._tokens, self._cues
        if index < 0 or tokens.pieces[index + 1] != " ":
            return ""  # another sentence, or another line
        if tokens.lower(index - 2) in cues["sources"]:
            return tokens.lower(index - 2)
        for at in range(index, max(index - _PHRASE, 0), -2):
            word = tokens.lower(at)
            if word in _PERFECT:
                return "had"  # "its leader had sailed in 1901": before the story
            if word in cues["till"] or word in cues["planned"]:
                early = map(tokens.lower, range(at - 2, max(at - _PHRASE, 0), -2))
                return "" if not cues["negative"].isdisjoint(early) else word
            if tokens.pieces[at - 1] != " ":
                break
        return ""

    def certain(self, cue: str, index: int, date: int) -> bool | None:
        """Tell whether what lies ahead is what is dated: "will open in May", not "will mark a raid in".

        None for what was planned, and may be over: "was due in May".
        """
        first, lower = cue.split(" ", 1)[0], self._tokens.lower
        at = index if lower(index) == first else index - 2
        is_due = not (self._cues["present"] | _FALLS).isdisjoint((lower(at - 2), lower(at - 4)))
        if first in self._cues["was"] or (first in self._cues["plans"] and not is_due):
            return None
        between = self._tokens.pieces[index + 2 : date : 2]
        near = len(between) <= _NEAR and self._cues["looking_on"].isdisjoint(between)
        return near and "of" not in between and cue.split(" ", 1)[0] not in self._cues["perhaps"]

    def cue(self, index: int) -> tuple[Lean | None, str]:
        """Return what the word at `index` says of the time, if anything."""
        if not self.speaks(index) or self._is_noun(index):
            return None, ""
        tokens, cues = self._tokens, self._cues
        word, previous = tokens.pieces[index], tokens.lower(index - 2)
        pair = f"{word} {tokens.lower(index + 2)}"
        paired = pair in cues["future_pairs"] or (pair in cues["plural_pairs"] and self._is_plural(previous))
        if word in cues["future"] or paired:
            return self._ahead(index, pair if paired else word)
        if word in _JOINED:
            return self._joined(index, word, previous)
        if word in cues["progressive"] and previous in cues["present"]:
            return Lean.FUTURE, f"{previous} {word}"  # with a date it speaks of what is planned
        if pair in cues["past_pairs"] and previous not in cues["passive_future"] | cues["being"]:
            return Lean.PAST, pair
        base = previous in cues["before_base"]  # "to cut", "will hit": no past forms there
        irregular = word in cues["past"] or word in cues["past_forms"]
        past = (irregular and not base) or _is_participle(word, cues["not_past"])
        return self._passive(index, word) if past else (None, "")

    def looks_ahead(self, index: int, *, same_clause: bool, near: bool) -> bool:
        """Tell whether a word that is no cue elsewhere looks ahead at a date behind it.

        In its clause: "ahead of", "pending", "if". Near it: a form that is the present of a verb and nothing
        else, "the abbot retires Sunday".
        """
        if same_clause and self.awaits(index):
            return True
        word, cues = self._tokens.pieces[index], self._cues
        present = word in cues["present_forms"] or word in cues["presents"]
        return near and present and not self._is_noun(index)

    def may_present(self, index: int) -> bool:
        """Tell whether a word can be the present of a verb, in a sentence that has no other verb."""
        word, before = self._tokens.pieces[index], self._tokens.pieces[index - 2 : index]
        forms = word in self._cues["either_forms"] or word in self._cues["present_forms"]
        return forms and before[-1:] == [" "] and before[0].isalpha() and not self._is_noun(index)

    def describes(self, index: int) -> bool:
        """Tell whether a word behind "was" is no participle and no plan: "was open until", "was in force"."""
        word, cues = self._tokens.lower(index), self._cues
        verb = word in cues["past"] or word in cues["past_forms"] or _is_participle(word, cues["not_past"])
        return not verb and word not in cues["plans"] and word not in {"to", "being"}

    def _is_noun(self, index: int) -> bool:
        """Tell a noun or an adjective from a verb: "the plan", "a cut", "long-delayed"."""
        tokens = self._tokens
        before, cues = tokens.lower(index - 2), self._cues
        if before in cues["describing"] and tokens.pieces[index].endswith("ed"):
            return True  # "its first contested election"
        return tokens.pieces[index - 1] == "-" or before in cues["determiners"]

    def _is_plural(self, word: str) -> bool:
        """Tell whether a word can be the subject of "vote on": "deputies", not "the confidence vote on"."""
        return word.endswith("s") or word in self._cues["plurals"]

    def _ahead(self, index: int, cue: str) -> tuple[Lean | None, str]:
        """Return what a word that looks ahead says: "due to expire" leaves it to the words before."""
        previous, after = self._tokens.lower(index - 2), self._tokens.pieces[index + 2 : index + 4]
        if cue in self._cues["supposing"] and previous in self._cues["pronouns"]:
            return Lean.PAST, cue
        if previous in _PERFECT or (cue == "due" and previous in self._cues["past"] - self._cues["being"]):
            return Lean.PAST, previous  # "had run out", "fell due"
        if previous in {"to", "did"} or (cue == "due" and self._is_cause(index, after)):
            return None, ""
        if cue in self._cues["nouns"] and after[:1] == ["for"]:
            return None, ""  # "set aside vacation plans for the day"
        perfect = previous == "been" and self._tokens.lower(index - 4) in _PERFECT
        return (Lean.PAST, "had been") if perfect else (Lean.FUTURE, cue)

    def _joined(self, index: int, word: str, previous: str) -> tuple[Lean | None, str]:
        """Return what two words say together: "due to", "scheduled for", "as soon as"."""
        tokens, cues = self._tokens, self._cues
        if word == "to" and previous == "due" and self._is_cause(index - 2, tokens.pieces[index : index + 2]):
            return None, ""
        at = self._before_day(index - 2) if word == "to" else index - 2
        verb = tokens.lower(at)
        if word == "to" and verb in cues["to_future"] and tokens.lower(index + 2):
            perfect = "had" in {tokens.lower(at - 2), tokens.lower(at - 4)}
            return (None, "") if perfect else (Lean.FUTURE, f"{verb} to")
        if word == "to" and self.infinitive(index):
            return self._asked(index)
        if word == "for" and previous in cues["for_future"]:
            return Lean.FUTURE, f"{previous} for"
        if word == "as" and previous in {"soon", "early", "late"} and tokens.lower(index - 4) == "as":
            return Lean.FUTURE, f"as {previous} as"
        return None, ""

    def _asked(self, index: int) -> tuple[Lean | None, str]:
        """Return what "to" says behind somebody who was asked: "begged people not to drive"."""
        for at in range(index - 4, max(index - _OBJECT, 0), -2):
            if self._tokens.pieces[at + 1] != " ":
                break
            if self._tokens.lower(at) in self._cues["asking"]:
                return Lean.FUTURE, f"{self._tokens.lower(at)} to"
        return None, ""

    def _before_day(self, index: int) -> int:
        """Step over the day of saying: "agreed on Monday to meet"."""
        if not self._tokens.is_a(index, "WEEKDAY"):
            return index
        return index - 4 if self._tokens.lower(index - 2) == "on" else index - 2

    def _is_cause(self, index: int, after: list[str]) -> bool:
        """Tell "deaths due to flu" from "due to start" and "due on Friday"."""
        if after[:1] != ["to"]:
            return False
        noun = self._tokens.pieces[index + 4 : index + 5]
        of_being = self._tokens.lower(index - 2) in self._cues["being"]
        return not of_being or not noun or not noun[0].islower() or noun[0] in self._cues["determiners"]

    def _passive(self, index: int, participle: str) -> tuple[Lean | None, str]:
        """Return what a past verb says: "to be signed" looks ahead, "is signed" nowhere, "signed" back."""
        tokens, cues = self._tokens, self._cues
        previous = tokens.lower(index - 2)
        if participle in _SIGNALS:
            return Lean.PAST, participle
        if previous in cues["present"] or (
            previous[-2:] == "ly" and tokens.lower(index - 4) in cues["present"]
        ):
            return None, ""
        helper, first = tokens.lower(index - 4), tokens.lower(index - 6)
        if previous == "have" and helper == "to" and first in {"was", "were"}:
            return Lean.FUTURE, f"{first} to have"  # it was still to come when it was put off
        if previous == "have" and helper in cues["passive_future"] and helper != "to":
            return Lean.FUTURE, f"{helper} have {participle}"  # "would have expired on Friday"
        for distance in (4, 6, 8) if previous == "be" else ():
            word = tokens.lower(index - distance)
            if word in cues["passive_future"]:
                looked_back = word == "to" and tokens.lower(index - distance - 2) in cues["past"]
                return (None, "") if looked_back else (Lean.FUTURE, f"{word} be {participle}")
        open_ = previous == "be" and helper != "could"  # "must be filed", not "could be found on Friday"
        perfect = (helper if previous == "been" else previous) in _PERFECT
        told = f"had {participle}" if perfect else participle
        return (None, "") if open_ else (Lean.PAST, told)


_AGENT = 7  # words: "by the supreme court of Brazil in"
_OPENING = 6  # pieces: "Late in May, she …" begins with its date
_SHORTEST = 5  # letters: "ended", not "red"


def _is_participle(word: str, exceptions: frozenset[str]) -> bool:
    """Tell whether a word looks like a regular past form."""
    return len(word) >= _SHORTEST and word.endswith("ed") and word.islower() and word not in exceptions


_OBJECT = 12  # pieces: "urged the people of Bern not to"
_PHRASE = 16  # pieces: "until the fall of the old city in"
_PERFECT = frozenset({"had", "d"})
_FALLS = frozenset({"falls", "fall", "comes", "come", "becomes", "become"})  # before "due"
_SIGNALS = frozenset({"since", "ago"})
_NEAR = 5  # words: "will be signed in Bern in"
