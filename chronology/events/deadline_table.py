"""The words around a date that make it a deadline, read from data/deadline_cues.toml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from chronology.events.language.words import data, inflections
from chronology.model import DeadlineKind, Document, Period, Span, Timex

# A list or a piece of a pattern.
_PIECE = re.compile(r"\{([a-z]\w*)\}")
# A verb whose every form is meant; forms that the tables leave out.
_VERB = re.compile(r"<([a-z]+)>")
_PLAIN = re.compile(r"[a-z]+")
_IRREGULAR = {
    "be": frozenset({"is", "are", "was", "were", "be", "been", "being"}),
    "have": frozenset({"has", "have", "had", "having"}),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a date a deadline of `kind`.

    `follows`: they stand after the date. `is_extension`: they move an earlier deadline. `is_duration`: they
    go with a length of time, `is_left`: with one that is left. `is_duty`: they say who must do what.
    `is_ahead`: of days to come only. `opens`: the date opens its sentence. `says`: the verb of the title, for
    the noun that the words begin with. `near`: words of which one is named shortly before. `beside` must
    follow the date as well, `not_after` must not.
    """

    kind: DeadlineKind
    pattern: re.Pattern[str]
    follows: bool
    is_extension: bool
    is_duration: bool
    is_left: bool
    is_duty: bool
    is_ahead: bool
    opens: bool
    says: str
    near: frozenset[str]
    beside: re.Pattern[str] | None
    not_after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """A cue at a date: when it falls due and why, where its words begin, which spans word it.

    `beside`: the deadline whose words it shares.
    """

    cue: Cue
    timex: Timex
    due: Period
    why: str
    sentence: Span
    start: int
    verb: int
    spans: frozenset[Span]
    beside: "Found | None" = None


def lies_ahead(period: Period | None, document: Document) -> bool:
    """Whether the last day on which it can fall due is after publication."""
    published = document.published.period.latest if document.published else None
    latest = period.latest if period else None
    return published is not None and (latest is None or latest > published)


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order in which they are tried."""
    table, lists = data("deadline_cues.toml"), data("deadlines.toml")
    pieces = {name: _any(words) for name, words in lists.items() if isinstance(words, list)} | table["pieces"]
    return tuple(_read(row, pieces) for row in table["cue"])


def _read(row: Mapping[str, Any], pieces: Mapping[str, str]) -> Cue:
    pattern = _PIECE.sub(lambda name: pieces[name[1]], str(row.get("before") or row["after"]))
    pattern = _VERB.sub(_forms, pattern)
    follows = "after" in row
    return Cue(
        DeadlineKind(row["kind"]),
        re.compile(rf"{pattern}\b" if follows else rf"{pattern}\s*\Z"),
        follows,
        bool(row.get("extension")),
        bool(row.get("duration")),
        bool(row.get("left")),
        bool(row.get("duty")),
        bool(row.get("ahead")),
        bool(row.get("opens")),
        str(row.get("says", "")),
        _listed(str(row["near"])) if "near" in row else frozenset(),
        *(re.compile(str(row[name])) if name in row else None for name in ("beside", "not_after")),
    )


def _forms(verb: re.Match[str]) -> str:
    """Every form of a verb, as a group."""
    lemma = verb[1]
    forms = {lemma, *(form for listed in inflections(lemma, "VERB").values() for form in listed)}
    return f"(?:{_any(sorted(forms | _IRREGULAR.get(lemma, frozenset())))})"


@cache
def extending() -> re.Pattern[str]:
    """A verb that moves a day on."""
    lists = data("deadlines.toml")
    return re.compile(rf"\b(?:{'|'.join([*lists['extending'], *lists['putting_off']])})\b", re.IGNORECASE)


@cache
def unbound() -> re.Pattern[str]:
    """Words just before a date that leave it no bound: "at least until", "no earlier than"."""
    words = _any(data("deadlines.toml")["unbound"])
    return re.compile(
        rf"\b(?:{words})(?: (?:until|till|by|before|on|in|through|to))?\s*\Z|"
        r"\b(?:cannot|not|never|no)\b(?:(?!\b(?:if|unless)\b)[^;,]){0,80}\b(?:until|till)\s*\Z|"
        r"\b(?:that|which|who|whose \w+) (?:expires?|lapses?|ends?|runs? out|falls? due|matures?) "
        r"(?:before|after|between)\s*\Z|"
        r"(?<!if )(?<!unless )\bnot to [^;,]{1,80}\bbefore\s*\Z"
    )


def is_to_come(period: Period, document: Document, *, clock: bool) -> bool:
    """Whether it falls due after publication; an hour of that day may have been ahead."""
    published = document.published.period.earliest if document.published else None
    return lies_ahead(period, document) or (clock and published is not None and period.latest == published)


def not_done(words: str) -> bool:
    """Whether the words before an extending one say that it is only sought: "asked the court to"."""
    said = set(_PLAIN.findall(words.lower()))
    return not said.isdisjoint(_listed("not_done")) or "n't" in words or "n\u2019t" in words


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(data("deadlines.toml")[name])


def _any(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
