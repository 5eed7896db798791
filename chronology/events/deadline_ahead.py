"""Deadlines that are said to lie ahead, where the year or week of their date is not said.

Away from deadlines, news speak of the past. Words like "is repayable on 30 November" do not.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from chronology.events.language.words import data, readings
from chronology.model import DateError, Derivation, Document, Period, Step, StepKind, Timex
from chronology.temporal import edtf
from chronology.temporal.words import describe

# Time that somebody is given lies ahead.
_GIVEN = re.compile(r"\b(?:given|gave|granted|allowed)\b(?: \w+){0,5}? until\s*\Z")
_PERFECT = frozenset({"had", "having"})
_MISSED = re.compile(r"\b(?:missed|met|beat|kept|made|passed|let|blew|ignored|failed) (?:the|an?|its|their) ")
# A move to a day: "put off until".
_MOVED_TO = re.compile(
    r"\b(?:extend|prolong|renew|postpon|defer|delay|put (?:off|back)|push|shift|mov)\w*\b.*"
    r"\b(?:to|until|till|through|from)\s*\Z"
)
_WAS = re.compile(
    r"\b(?:was|were|had been|first|originally|initially) (?:due|set|scheduled|supposed|meant|to)\b"
)
# How many words before a date tell its side.
_LAST = 8
_WORD = re.compile(r"[a-z]+")
_CLOCK = re.compile(r"T.*")
_OVER = re.compile(
    r"\W*(?:(?:has|had|have|came|was|were|went|simply|already)\W+)*"
    r"(?:passed|expired|came|gone|went|lapsed|missed|met|slipped|elapsed|kept)\b"
)


def ahead(document: Document, timex: Timex, words: str, after: str, *, moved: bool = False) -> Timex | None:
    """The date read as one ahead, where it was read back although `words`, a deadline's, look ahead.

    `moved`: the sentence tells that it was extended, so that what "was due" lay ahead.
    None where the text says the year, where the words look back too, or where no reading lies ahead.
    """
    published = document.published.period.earliest if document.published else None
    latest = timex.period.latest if timex.period else None
    if (
        published is None
        or latest is None
        or latest >= published
        or _OVER.match(after)
        or not looks(words, moved=moved)
    ):
        return None
    for reading in timex.alternatives:
        period = _read(reading.value)
        if period is not None and period.latest is not None and period.latest >= published:
            return _revised(timex, reading.value, period)
    return None


def looks(words: str, *, moved: bool = False) -> bool:
    """Whether a deadline's words look ahead: "is payable", "ending", "a deadline of"; not "took effect"."""
    if _GIVEN.search(words) is not None:
        return True
    if _MISSED.search(words) is not None or (_WAS.search(words) is not None and not moved):
        return False
    pushed = moved and (_MOVED_TO.search(words) is not None or _WAS.search(words) is not None)
    if pushed or _ending().search(words) is not None or _noun().search(words) is not None:
        return True
    return _tense(_WORD.findall(words)[-_LAST:])


def _tense(said: Sequence[str]) -> bool:
    """Whether the last verb among words is one of the present or of what is to come."""
    for before, word in reversed(list(pairwise(["", *said]))):
        tags = readings(word)
        if before in _PERFECT:
            return False
        if word in _present() or "MD" in tags or ("VBZ" in tags and "NNS" not in tags):
            return True
        if "VBD" in tags and "VBN" not in tags:
            return False
    return False


def _read(value: str) -> Period | None:
    try:
        return edtf.parse(_CLOCK.sub("", value))
    except DateError:
        return None


def _revised(timex: Timex, value: str, period: Period) -> Timex:
    said = "the words of a deadline before it look ahead"
    because = f"“{timex.text}” is {describe(period)}: {said}."
    steps = (
        Step(StepKind.SAID, f"“{timex.text}”"),
        Step(StepKind.ASSUMED, said),
        Step(StepKind.VALUE, describe(period)),
    )
    return replace(timex, value=value, period=period, derivation=Derivation(steps, because))


@cache
def _noun() -> re.Pattern[str]:
    """The noun of a deadline with its date: "a deadline of"."""
    nouns = "|".join(map(re.escape, data("deadlines.toml")["day_noun"]))
    return re.compile(rf"\b(?:{nouns}) (?:of|for)(?: \w+)?\s*\Z")


@cache
def _ending() -> re.Pattern[str]:
    """A participle of what comes to its end, just before a date: "ending on"."""
    verbs = "|".join(data("deadlines.toml")["ending"])
    return re.compile(rf"\b(?:{verbs})(?: \w+)?\s*\Z")


@cache
def _present() -> frozenset[str]:
    return frozenset(data("deadlines.toml")["present"])
