"""What stands around an expression: its signal, its tense, quotation marks, its sentence."""

import tomllib
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from chronology.expressions import layout
from chronology.expressions.rule import Draft
from chronology.expressions.tense import LEADING, Verbs, leading
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity
from chronology.model.meaning import Calendar, Feast, Lean, Nth, Origin, Shift, Vague

_REACH = 40  # pieces (twenty words) to look for a verb on either side


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    folder = files("chronology.expressions.lexicon") / language
    text = (folder / "cues.toml").read_text("utf-8")
    cues = {name: frozenset[str](words) for name, words in tomllib.loads(text).items()}
    if (folder / "verbs.txt").is_file():
        for line in (folder / "verbs.txt").read_text("utf-8").splitlines():
            kind, *forms = line.split()
            cues[f"{kind}_forms"] = frozenset(forms) - cues["states"] - cues["mostly_nouns"] - cues["past"]
    cues[LEADING] = leading(cues)
    return defaultdict(frozenset, cues)  # a language without such cues has none


class Side(NamedTuple):
    """The side to which a verb or preposition points, the words that say so, and whether they leave no doubt.

    `firm`: the verb and the date stand together: "resigned in May", "In May, she resigned", "will open in
    May". None: the verb arranges something, and the date may be of that: "announced a concert in May".
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
        self._verbs = Verbs(tokens, self._cues)
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
        if isinstance(meaning, Shift) and not _has_side(meaning, draft.rule.name):
            return Side()
        if not isinstance(meaning, (Calendar, Nth, Shift, Feast)):
            return Side()
        if getattr(meaning, "year", None) is not None:
            if isinstance(meaning, Calendar) and meaning.fiscal:
                return Side(cue=self._owner(draft))
            return Side(cue=self._verbs.aside(draft.first - 2))
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

    def _owner(self, draft: Draft) -> str:
        """Return the word near a fiscal year that names the United States government as its owner, or ""."""
        tokens, federal = self._tokens, self._cues["federal"]
        sentence = bisect_right(self._ends, tokens.start(draft.first))
        for index in range(draft.first % 2, len(tokens.pieces), 2)[max(draft.first - _REACH, 0) // 2 :]:
            if index > draft.last + _REACH:
                break
            if tokens.lower(index) in federal and bisect_right(self._ends, tokens.start(index)) == sentence:
                return tokens.pieces[index]
        return ""

    def _search(self, draft: Draft, sentence: int) -> Side:
        tokens, ends, cues = self._tokens, self._ends, self._cues
        low = tokens.at(ends[sentence - 1]) if sentence else 0
        last = bisect_right(ends, tokens.ends[draft.last - 1])  # "10 a.m." only looks like an end
        high = tokens.at(ends[last]) if last < len(ends) else len(tokens.pieces)
        before = range(draft.first - 2, max(low, draft.first - _REACH, 0), -2)
        after = range(draft.last + 1, min(high, draft.last + _REACH, len(tokens.pieces)), 2)
        if (
            tokens.lower(draft.first - 2) in cues["until"]
            and tokens.classes[draft.first - 1 : draft.first] == " "
        ):
            return self._limit(draft, before, after)
        ahead = self._verbs.put_off(draft.first - 2, before)
        if ahead:
            return Side(Lean.FUTURE, ahead)
        if tokens.pieces[draft.last : draft.last + 2] in _POSSESSIVE:
            return self._of_event(draft, after)
        own = self._ahead_of(draft, after, low) if self._opens_clause(draft) else Side()
        found = own if own.cue else self._behind(draft, before, low) or self._ahead_of(draft, after, low)
        if found.cue in {"been", "had been"} and self._is_changed(after):
            return Side(Lean.FUTURE, "will now")
        return found

    def _opens_clause(self, draft: Draft) -> bool:
        """Tell whether a date opens a clause, whose verb is its own: "must pay, and on Tuesday he sued"."""
        tokens = self._tokens
        joint = draft.first - 4 if tokens.lower(draft.first - 2) in self._cues["signals"] else draft.first - 2
        return tokens.lower(joint) in {"and", "but"} and "," in tokens.pieces[joint - 1]

    def _is_changed(self, after: range) -> bool:
        """Tell whether what had been due on the date "will now" be otherwise: then it was still to come."""
        lower = self._tokens.lower
        return any(lower(index) == "now" and lower(index - 2) == "will" for index in after)

    def _behind(self, draft: Draft, before: range, low: int) -> Side | None:
        """Return what the nearest cue before the date says, if there is one."""
        tokens, cues = self._tokens, self._cues
        limit, comma = tokens.lower(draft.first - 2) == "before", False
        for index in before:
            comma = comma or "," in tokens.pieces[index + 1]
            if not self._verbs.speaks(index):
                continue
            lean, cue = self._verbs.cue(index)
            word = tokens.lower(index)
            if lean is None and word in cues["till"]:
                over = "had" in map(tokens.lower, range(index - 2, before.stop, -2))
                return Side(Lean.PAST, "had") if over else Side(Lean.FUTURE, word)
            if lean is None and limit and word in cues["present"]:
                return Side(Lean.FUTURE, "before")
            near = index >= draft.first - _NEAR
            if lean is None and self._verbs.looks_ahead(index, same_clause=not comma, near=near):
                return Side(Lean.FUTURE, word)
            if lean is Lean.PAST:
                return self._past(cue, index, draft, low)
            if lean is not None:
                return Side(lean, cue, self._verbs.certain(cue, index, draft.first))
        return None

    def _ahead_of(self, draft: Draft, after: range, low: int) -> Side:
        """Return what the first cue after the date says."""
        for index in after:
            lean, cue = self._verbs.cue(index)
            if lean is Lean.PAST:
                return self._past(cue, index, draft, low)
            if lean is not None:
                return Side(lean, cue)
        low = max(low, draft.first - _NEAR)
        other = any(self._tokens.lower(index) in self._cues["is_then"] for index in after)
        only = () if other else range(draft.first - 2, low, -2)
        verb = next((self._tokens.lower(at) for at in only if self._verbs.may_present(at)), "")
        return Side(Lean.FUTURE, verb) if verb else Side()

    def _of_event(self, draft: Draft, after: range) -> Side:
        """Return the side of "Thursday's vote will decide", "Friday's figures are likely to": the verb's."""
        tokens, cues, place = self._tokens, self._cues, draft.last + 5
        if place + 2 not in after:
            return Side()
        if tokens.lower(place) in cues["is_then"] and tokens.lower(place + 2) in cues["to_future"]:
            return Side(Lean.FUTURE, tokens.lower(place + 2))
        planned = tokens.lower(place - 2) in cues["planned_nouns"]
        lean, cue = self._verbs.cue(place) if planned else (None, "")
        return Side(lean, cue) if lean is Lean.FUTURE else Side()

    def _past(self, cue: str, index: int, draft: Draft, low: int) -> Side:
        """Return what a past verb says; "announced a concert on 8 October" says little of its side."""
        firm = self._verbs.firm(index, draft, low)
        verb = cue.removeprefix("had ")
        loose = not firm and index < draft.first and verb in self._cues["arranging"]
        return Side(Lean.PAST, cue, None if loose else firm)

    def _limit(self, draft: Draft, before: range, after: range) -> Side:
        """Return the side of "until Thursday", "by May": the future, unless all is over by then.

        "By May they had left", "Until Thursday, they had not met": the sentence begins with it or has "had".
        """
        tokens, signal = self._tokens, draft.first - 2
        opens = tokens.lower(draft.first - 4) in self._cues["relative"]  # "who until May chaired it"
        earlier = range(draft.first - 4, draft.first - 4 if opens else before.stop, -2)
        over = self._lasted(signal, earlier)
        if over:
            return Side(Lean.PAST, over, True)
        for index in earlier or after:
            lean, cue = self._verbs.cue(index)
            if not earlier and lean is not None:
                return Side(lean, cue)
            if lean is Lean.PAST and "had" in {cue[:3], tokens.lower(index - 2), tokens.lower(index - 4)}:
                return Side(lean, "had")
            if lean is Lean.FUTURE:
                return Side(lean, tokens.lower(signal), self._verbs.certain(cue, index, draft.first))
            if lean is Lean.PAST and tokens.lower(signal) == "by" and cue not in self._cues["arranging"]:
                return Side(lean, cue)  # "it was closed by midyear"
            if lean is not None or self._verbs.infinitive(index):
                break
        return Side(Lean.FUTURE, tokens.lower(signal))

    def _lasted(self, signal: int, earlier: range) -> str:
        """Return the word that says that something lasted "until" then, or only came then, and is over.

        "They did not come until May", "they sat until Thursday", "it was open until Friday".
        """
        lower, cues = self._tokens.lower, self._cues
        negative = any(lower(index) in cues["negative"] for index in earlier[:_NEAR])
        if negative and lower(signal) in cues["till"] and any(self._is_past(at) for at in earlier[:_NEAR]):
            return "not"
        for index in earlier[: _LASTING // 2]:
            was = lower(index) in cues["was"] and self._verbs.describes(index + 2)
            if was or (lower(index) in cues["lasting"] and self._is_past(index)):
                return lower(index)
        return ""

    def _is_past(self, index: int) -> bool:
        return self._verbs.cue(index)[0] is Lean.PAST


def _has_side(meaning: Shift, rule: str) -> bool:
    """Tell whether a distance needs its tense: "the weekend", "by midyear", "the day after" of a plan."""
    told = meaning.origin is Origin.NARRATIVE and meaning.base is None
    return meaning.unit is Granularity.WEEKEND or told or rule in _EDGES


_EDGES = frozenset({"year end", "year's end", "mid-year"})  # rules
_POSSESSIVE = (["'", "s"], ["\N{RIGHT SINGLE QUOTATION MARK}", "s"])
_NEAR = 12  # pieces: "takes force in the whole of Bern in"
_LASTING = 6  # pieces: "sat until", "went on in Bern until"
