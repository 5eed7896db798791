"""What stands around an expression: its signal, its tense, quotation marks, its sentence."""

import tomllib
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from chronology.expressions import layout
from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity
from chronology.model.meaning import Calendar, Feast, Lean, Nth, Shift, Vague

_REACH = 40  # pieces (twenty words) to look for a verb on either side


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    text = (files("chronology.expressions.lexicon") / language / "cues.toml").read_text("utf-8")
    cues = {name: frozenset[str](words) for name, words in tomllib.loads(text).items()}
    return defaultdict(frozenset, cues)  # a language without such cues has none


class Side(NamedTuple):
    """The side to which a verb or preposition points, the words that say so, and whether they leave no doubt.

    `firm`: the verb and the date stand together: "resigned in May", "In May, she resigned", "since May".
    None: the verb arranges something, and the date may be of that: "announced a concert in May".
    """

    lean: Lean | None = None
    cue: str = ""
    firm: bool | None = False


class Surroundings:
    """Answers questions about the neighbourhood of a place in the text."""

    def __init__(self, tokens: Tokens) -> None:
        """Prepare for one text; sentence and quotation marks are found when first asked for."""
        self._tokens = tokens
        self._cues = _cues(tokens.lexicon.language)
        self._ends = layout.sentence_ends(tokens.text, self._cues["abbreviations"])
        self._quotes = layout.quotes(tokens.text)

    def signal(self, index: int) -> str | None:
        """Return the preposition just before piece `index`."""
        word = self._tokens.lower(index - 2)
        gap = self._tokens.pieces[index - 1] if index else ""
        return word if word in self._cues["signals"] and gap.isspace() else None

    def sentence(self, offset: int) -> int:
        """Number the sentence that holds `offset`."""
        return bisect_right(self._ends, offset)

    def quoted(self, offset: int) -> bool:
        """Tell whether `offset` lies inside quotation marks."""
        return bool(bisect_right(self._quotes, offset) % 2)

    def lean(self, draft: Draft) -> Side:
        """Return the side to which the verb near an under-specified date points, and the verb.

        The nearest cue before it in its sentence decides, else the nearest after it.
        """
        meaning = draft.meaning
        if isinstance(meaning, Vague):
            return Side(cue=self._post(draft))
        if isinstance(meaning, Shift) and meaning.unit is not Granularity.WEEKEND:
            return Side()
        if (
            not isinstance(meaning, (Calendar, Nth, Shift, Feast))
            or getattr(meaning, "year", None) is not None
        ):
            return Side()
        number = bisect_right(self._ends, self._tokens.start(draft.first))
        return self._search(draft, number)

    def line(self, start: int) -> int:
        """Return the offset at which the line of an expression starts."""
        return layout.line(self._tokens.text, start)

    def heads(self, start: int, end: int) -> str:
        """Tell whether an expression heads a passage: "line", "entry" or ""."""
        return layout.heads(self._tokens.text, start, end)

    def _post(self, draft: Draft) -> str:
        """Return the word that says that somebody posted this: news tell of posts a day later."""
        tokens = self._tokens
        number = bisect_right(self._ends, tokens.start(draft.first))
        low = tokens.at(self._ends[number - 1]) if number else 0
        for index in range(draft.first - 2, max(low, draft.first - 2 * _REACH, 0), -2):
            if tokens.lower(index) in self._cues["posts"]:
                return tokens.lower(index)
        return ""

    def _search(self, draft: Draft, sentence: int) -> Side:
        tokens, ends = self._tokens, self._ends
        low = tokens.at(ends[sentence - 1]) if sentence else 0
        last = bisect_right(ends, tokens.ends[draft.last - 1])  # "10 a.m." only looks like an end
        high = tokens.at(ends[last]) if last < len(ends) else len(tokens.pieces)
        before = range(draft.first - 2, max(low, draft.first - _REACH, 0), -2)
        after = range(draft.last + 1, min(high, draft.last + _REACH, len(tokens.pieces)), 2)
        if (
            tokens.lower(draft.first - 2) in self._cues["until"]
            and tokens.classes[draft.first - 1 : draft.first] == " "
        ):
            return self._limit(draft, before, after)
        ahead = self._put_off(draft.first - 2, before)
        possessive = bool(ahead) or tokens.pieces[draft.last : draft.last + 2] in _POSSESSIVE
        limit = tokens.lower(draft.first - 2) == "before"
        for index in () if possessive else (*before, *after):
            lean, cue = self._cue(index)
            if lean is None and index < draft.first and tokens.lower(index) in self._cues["till"]:
                over = "had" in map(tokens.lower, range(index - 2, before.stop, -2))
                return Side(Lean.PAST, "had") if over else Side(Lean.FUTURE, tokens.lower(index))
            if lean is None and limit and tokens.lower(index) in self._cues["present"]:
                return Side(Lean.FUTURE, "before")
            if lean is Lean.PAST:
                return self._past(cue, index, draft, low)
            if lean is not None:
                return Side(lean, cue)
        return Side(Lean.FUTURE, ahead) if ahead else Side()

    def _past(self, cue: str, index: int, draft: Draft, low: int) -> Side:
        """Return what a past verb says; "announced a concert on 8 October" says little of its side."""
        firm = self._firm(index, draft, low)
        loose = not firm and index < draft.first and cue in self._cues["arranging"]
        return Side(Lean.PAST, cue, None if loose else firm)

    def _limit(self, draft: Draft, before: range, after: range) -> Side:
        """Return the side of "until Thursday", "by May": the future, unless all is over by then.

        "By May they had left", "Until Thursday, they had not met": the sentence begins with it or has "had".
        """
        tokens, signal = self._tokens, draft.first - 2
        opens = tokens.lower(draft.first - 4) in self._cues["relative"]  # "who until May chaired it"
        earlier = range(draft.first - 4, draft.first - 4 if opens else before.stop, -2)
        for index in earlier or after:
            lean, cue = self._cue(index)
            if not earlier and lean is not None:
                return Side(lean, cue)
            if lean is Lean.PAST and "had" in {cue[:3], tokens.lower(index - 2), tokens.lower(index - 4)}:
                return Side(lean, "had")
            if lean is not None or self._infinitive(index):
                break
        return Side(Lean.FUTURE, tokens.lower(signal))

    def _infinitive(self, index: int) -> bool:
        """Tell whether "to" and a verb stand here: "to pay", not "to the" or "to 40"."""
        word = self._tokens.pieces[index + 2 : index + 3]
        return self._tokens.lower(index) == "to" and bool(word) and word[0] not in self._cues["determiners"]

    def _firm(self, index: int, draft: Draft, low: int) -> bool:
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
        onward = any(self._infinitive(at) or tokens.pieces[at] in cues["looking_on"] for at in places)
        return word in cues["happening"] and not onward

    def _put_off(self, index: int, before: range) -> str:
        """Return the words that put something off to the date after piece `index`, or say it is then."""
        tokens, cues = self._tokens, self._cues
        word, previous = tokens.lower(index), tokens.lower(index - 2)
        if previous in cues["present"] and word in {"on", "in"}:
            return f"{previous} {word}"
        if word in {"is", "are"}:
            return word
        if f"{previous} {word}" in cues["approach"]:
            return f"{previous} {word}"
        if word in cues["moved_to"]:
            moved = (tokens.lower(place) for place in before if tokens.lower(place) in cues["moved"])
            return next((f"{verb} {word}" for verb in moved), "")
        return ""

    def _cue(self, index: int) -> tuple[Lean | None, str]:
        """Return what the word at `index` says of the time, if anything."""
        tokens, cues = self._tokens, self._cues
        word, previous = tokens.pieces[index], tokens.lower(index - 2)
        if previous in cues["determiners"] or tokens.pieces[index - 1] == "-":
            return None, ""  # a noun or an adjective: "the plan", "a cut", "long-delayed"
        pair = f"{word} {tokens.lower(index + 2)}"
        if word in cues["future"] or pair in cues["future_pairs"]:
            return self._ahead(index, pair if pair in cues["future_pairs"] else word)
        if word in {"to", "for", "as"}:
            return self._joined(index, word, previous)
        if word in cues["progressive"] and previous in cues["present"]:
            return Lean.FUTURE, f"{previous} {word}"  # with a date it speaks of what is planned
        paired = pair in cues["past_pairs"] and previous not in cues["passive_future"] | cues["being"]
        if paired or word in cues["past"] or _is_participle(word, cues["not_past"]):
            return (Lean.PAST, pair) if paired else self._passive(index, word)
        return None, ""

    def _ahead(self, index: int, cue: str) -> tuple[Lean | None, str]:
        """Return what a word that looks ahead says: "due to expire" leaves it to the words before."""
        previous, after = self._tokens.lower(index - 2), self._tokens.pieces[index + 2 : index + 4]
        if previous in {"to", "did"} or (cue == "due" and self._is_cause(index, after)):
            return None, ""
        if cue in self._cues["nouns"] and after[:1] == ["for"]:
            return None, ""  # "set aside vacation plans for the day"
        perfect = previous == "been" and self._tokens.lower(index - 4) in {"had", "d"}
        return (Lean.PAST, "had been") if perfect else (Lean.FUTURE, cue)

    def _joined(self, index: int, word: str, previous: str) -> tuple[Lean | None, str]:
        """Return what two words say together: "due to", "scheduled for", "as soon as"."""
        tokens, cues = self._tokens, self._cues
        if word == "to" and previous == "due" and self._is_cause(index - 2, tokens.pieces[index : index + 2]):
            return None, ""
        if word == "to" and previous in cues["to_future"] and tokens.lower(index + 2):
            perfect = "had" in {tokens.lower(index - 4), tokens.lower(index - 6)}
            return (None, "") if perfect else (Lean.FUTURE, f"{previous} to")
        if word == "for" and previous in cues["for_future"]:
            return Lean.FUTURE, f"{previous} for"
        if word == "as" and previous in {"soon", "early", "late"} and tokens.lower(index - 4) == "as":
            return Lean.FUTURE, f"as {previous} as"
        return None, ""

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
        return Lean.PAST, participle


_POSSESSIVE = (["'", "s"], ["\N{RIGHT SINGLE QUOTATION MARK}", "s"])
_AGENT = 7  # words: "by the supreme court of Brazil in"
_OPENING = 6  # pieces: "Late in May, she …" begins with its date
_SHORTEST = 5  # letters: "ended", not "red"


def _is_participle(word: str, exceptions: frozenset[str]) -> bool:
    """Tell whether a word looks like a regular past form."""
    return len(word) >= _SHORTEST and word.endswith("ed") and word.islower() and word not in exceptions
