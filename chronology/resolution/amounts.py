"""The words for lengths of time, distances, sets and clock times, with how exact they are."""

import re
import tomllib
from calendar import day_name
from functools import cache
from importlib.resources import files
from typing import Any

from chronology.model import Granularity
from chronology.model.meaning import Expression, Length, Shift
from chronology.model.timex import AnchorKind
from chronology.resolution.outcome import Outcome
from chronology.temporal.words import describe

_WORD = re.compile(r"[^\W\d_]+")


def has(expression: Expression, kind: str) -> bool:
    """Tell whether a word of the expression is of a kind listed in words.toml."""
    return not _kinds()[kind].isdisjoint(_WORD.findall(expression.text.lower()))


@cache
def _listed() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in _listed().items() if isinstance(words, list)}


MODS = {
    "APPROX": "", "BEFORE": "", "AFTER": "", "MORE_THAN": "more than ", "LESS_THAN": "less than ",
    "EQUAL_OR_MORE": "at least ", "EQUAL_OR_LESS": "at most ", "ON_OR_AFTER": "on or after ",
    "ON_OR_BEFORE": "on or before ",
}  # fmt: skip
PORTIONS = frozenset({"START", "MID", "END"})


def portion(expression: Expression, unit: Granularity) -> str:
    """Say which part of a date is meant: "early in ", "the end of ", "late on "; "" for none."""
    mod = expression.mod
    if mod not in PORTIONS or is_side(expression):
        return ""
    if mod == "MID":
        return "the middle of "
    if has(expression, "half"):
        return f"the {'first' if mod == 'START' else 'second'} half of "
    if has(expression, "start" if mod == "START" else "end"):
        return "the beginning of " if mod == "START" else "the end of "
    preposition = "in" if Granularity.DAY.finer_than(unit) else "on"
    return f"{'early' if mod == 'START' else 'late'} {preposition} "


def is_side(expression: Expression) -> bool:
    """Tell whether the words say on which side of its anchor a date lies: "earlier today"."""
    return has(expression, "earlier") or has(expression, "later")


def nearly(expression: Expression) -> str:
    """Return how a length is hedged: "nearly" and "up to" are both EQUAL_OR_LESS."""
    mod = expression.mod or ""
    if mod == "EQUAL_OR_LESS" and has(expression, "almost"):
        return "a little less than "
    return "about " if mod == "APPROX" else MODS.get(mod, "")


UNITS = {Granularity.HALF: "half-year"}


def duration(outcome: Outcome) -> str:
    """Say a duration: "2 years", "5 hours and 30 minutes", "some months"."""
    meaning = outcome.reason[1][0]
    if not isinstance(meaning, Length):
        return outcome.value
    parts = []
    for count, unit in meaning.parts:
        name = UNITS.get(unit, str(unit))
        plural = _plural(name)
        parts.append(f"some {plural}" if count is None else _amount(count, name, plural))
    return " and ".join(parts)


def _plural(name: str) -> str:
    return "centuries" if name == "century" else f"{name}s"


def _amount(count: float, name: str, plural: str) -> str:
    """Say an amount: "1 year", "half a year", "a year and a half", "2 and a half years"."""
    article = "an" if name == "hour" else "a"
    if count == _HALF:
        return f"half {article} {name}"
    if count == 1 + _HALF:
        return f"{article} {name} and a half"
    if count % 1 == _HALF:
        return f"{int(count)} and a half {plural}"
    return f"{count:g} {name if count == 1 else plural}"


_HALF = 0.5


def _hedge(expression: Expression) -> str:
    """Return how the distance is hedged: "less than … later" is BEFORE, "less than … ago" AFTER."""
    meaning, mod = expression.meaning, expression.mod
    if mod in {"BEFORE", "AFTER"} and isinstance(meaning, Shift):
        return "more than " if (mod == "BEFORE") == ((meaning.count or 0) < 0) else "less than "
    return "" if mod in PORTIONS else nearly(expression)


def distance(expression: Expression, meaning: Shift) -> str:
    """Say how far a shift goes: "a little less than a year and a half", "3 centuries"."""
    unit = UNITS.get(meaning.unit, str(meaning.unit))
    return _hedge(expression) + _amount(abs(meaning.count or 0), unit, _plural(unit))


def how_often(outcome: Outcome) -> str:
    """Say how often a set comes: "every 2 weeks", "every other Sunday"; else its value."""
    often = _often(outcome.value)
    which = (outcome.quant or "").removeprefix("EVERY").strip().lower()
    if which and often:
        often = often.replace("every ", f"every {which} ", 1)
    times = _TIMES.fullmatch(outcome.freq or "")
    if not often or not times:
        return f", {often}" if often else f" ({outcome.value})"
    return f", {times[1]} times {often}" if int(times[1]) > 1 else f", {often}"


def _often(value: str) -> str:
    found = _PERIOD.fullmatch(value)
    if found:
        count, unit = int(found[2]), _UNIT_NAMES[found[1] + found[3]]
        return f"every {unit}" if count == 1 else f"every {count} {unit}s"
    if _WEEKDAY.fullmatch(value):
        return f"every {day_name[int(value[-1]) - 1]}"
    return f"every {SEASONS[value[5:]]}" if value[:5] == "XXXX-" and value[5:] in SEASONS else ""


_TIMES = re.compile(r"(\d+)X")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PERIOD = re.compile(r"P(T?)(\d+)([YMWDHS])")
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
_UNIT_NAMES = {
    "Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second",
    "H": "half-year", "S": "season", "TY": "year", "TW": "week", "TD": "day",
}  # fmt: skip


_PARTS = {
    "MO": "in the morning", "AF": "in the afternoon", "EV": "in the evening", "NI": "at night",
    "DT": "by day", "MI": "at midday",
}  # fmt: skip


def zone_words(text: str) -> str:
    """Say the zone of a clock time as it was written: " EST (UTC-5)", " Baghdad time"; "" for none."""
    zones: dict[str, str] = _listed()["zones"]
    for word in _WORD.findall(text):
        if word.isupper() and word.lower() in zones:
            offset = zones[word.lower()]
            return f" {word} (UTC{offset})" if offset.strip("+0") else f" {word}"
    local = _LOCAL.search(text)
    return f" {local.group()}" if local else ""


_LOCAL = re.compile(r"[^\W\d_]+ time\b")


def clock_words(clock: str) -> str:
    """Say a time of day: "at 10:00", "in the morning"."""
    if clock[1:] in {"24", "24:00"}:
        return "at midnight, when it ends"
    return _PARTS.get(clock[1:], f"at {clock[1:]}")


def anchor_words(outcome: Outcome) -> str:
    """Say what a date is counted from: "the publication date, 3 May 2019"; "" for nothing."""
    anchor = outcome.anchor
    if anchor.period is None:
        return ""
    words = describe(anchor.period)
    if anchor.kind is AnchorKind.DCT:
        return f"the publication date, {words}"
    if anchor.kind is AnchorKind.SPEAKER:
        return f"the day of speaking, {words}"
    return words if anchor.text.lower() == words.lower() else f"“{anchor.text}” ({words})"
