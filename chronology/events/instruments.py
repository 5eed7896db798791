"""Treaties, agreements and laws: those that the data file knows, and any "X Treaty (ABBR)" of the text."""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology.events.gazetteer import countries, treaty_nouns
from chronology.events.language.words import data
from chronology.model import Span

Extra = Mapping[str, Sequence[str]]
MAX_NAME_WORDS = 7
_WORD = r"(?!The\b)[A-Z](?:[\w\u2019'/&\u2010-]|\.(?=[A-Z.])|(?<=[A-Z])\.){0,40}"
_LINK = r"(?:of|on|for|the|and)"
_LATER = rf"(?:\s(?:{_LINK}\s){{0,2}}{_WORD}){{1,{MAX_NAME_WORDS}}}"


@dataclass(frozen=True, slots=True)
class Mention:
    """An instrument named at `span`; `name` is canonical, `label` what this document calls it in full."""

    span: Span
    name: str
    label: str = ""


@cache
def _known(extra: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    table: dict[str, str] = {}
    for name, aliases in (*data("instruments.toml").items(), *extra):
        for alias in (name, *aliases):
            table[alias] = name
    return _any_of(table), table


@cache
def _generic() -> re.Pattern[str]:
    nouns = "|".join(sorted(treaty_nouns("words") | {"act"}, key=len, reverse=True))
    capital = "|".join(sorted({word.capitalize() for word in treaty_nouns("words") | treaty_nouns("laws")}))
    abbreviation = r"(?:\s\((?:the\s)?([A-Z][\w -]{1,20})\))?"
    before = rf"((?:{_WORD}\s(?:(?:and|of|in)\s(?=[A-Z]))?){{1,{MAX_NAME_WORDS}}}(?:{nouns}|{capital})\b)"
    text = r"(?:(?:UN\s|U\.N\.\s)?(?:Security\sCouncil\s)?Resolution|Protocol|Directive|Regulation)"
    numbered = rf"({text}\s\d[\d/.-]{{0,12}}\d|Article\s50)"
    texts = "|".join(sorted({word.capitalize() for word in treaty_nouns("words")} | {"Act", "Declaration"}))
    after = rf"((?:{texts})\s(?:on|of|for|between|against){_LATER})"
    return re.compile(rf"\b(?:{numbered}|{before}|{after}){abbreviation}")


def find(text: str, extra: Extra | None = None) -> tuple[Mention, ...]:
    """Return the instruments that `text` names, in order. `extra`: name → aliases, from a user's file."""
    frozen = tuple((name, tuple(aliases)) for name, aliases in (extra or {}).items())
    pattern, table = _known(frozen)
    aliases = dict(table)
    mentions = _by_alias(text, _any_of([*(extra or {})]), aliases, []) if extra else []
    generic = [item for match in _generic().finditer(text) if (item := _named(match, aliases))]
    mentions += [item for item in generic if not any(item.span.overlaps(known.span) for known in mentions)]
    mentions += _by_alias(text, pattern, aliases, [item.span for item in mentions])
    short = {alias: name for alias, name in aliases.items() if alias not in table}
    if short:
        mentions += _by_alias(text, _any_of(short), aliases, [item.span for item in mentions])
    return tuple(sorted(_labelled(text, mentions), key=lambda item: item.span))


_CASE_SIDE = rf"{_WORD}(?:\s(?:of\s|and\s)?{_WORD}){{0,4}}"
_CASE = re.compile(rf"\b({_CASE_SIDE}\sv(?:s?\.|s)?\s{_CASE_SIDE})")


def cases(text: str) -> tuple[Span, ...]:
    """Return where court cases are named ("Smith v. Jones"), in order: names, but no instruments."""
    out: list[Span] = []
    for match in _CASE.finditer(text):
        name, start = _trimmed(match.group(1), match.start())
        if not name.startswith(("v ", "v. ", "vs")):
            out.append(Span(start, match.end()))
    return tuple(out)


def _labelled(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Call an instrument by the text's own name for it where the canonical name never occurs."""
    first: dict[str, str] = {}
    for item in sorted(mentions, key=lambda item: item.span):
        first.setdefault(item.name, item.span.of(text))
    own = {name: name if name in text else words for name, words in first.items()}
    return [Mention(item.span, item.name, own[item.name]) for item in mentions]


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def _by_alias(
    text: str, pattern: re.Pattern[str], aliases: Mapping[str, str], taken: Sequence[Span]
) -> list[Mention]:
    starts = {position for span in taken for position in range(span.start, span.end)}
    found = (
        Mention(Span(match.start(), match.end()), aliases[match.group()]) for match in pattern.finditer(text)
    )
    return [item for item in found if item.span.start not in starts]


def _named(match: re.Match[str], aliases: dict[str, str]) -> Mention | None:
    full, start = _trimmed(match.group(1) or match.group(2) or match.group(3), match.start())
    if not full:
        return None
    short = match.group(4)
    name = aliases.get(full) or aliases.get(_capitalised(full)) or (aliases.get(short) if short else None)
    name = name or _within(full, aliases) or short or full
    aliases.setdefault(full, name)
    if short:
        aliases.setdefault(short, name)
    return Mention(Span(start, match.end()), name)


def _capitalised(name: str) -> str:
    return " ".join(part[:1].upper() + part[1:] for part in name.split())


def _within(full: str, aliases: Mapping[str, str]) -> str | None:
    """Find a known name in "the X nuclear treaty": its capitalised words without the noun."""
    bare = full.rsplit(" ", 1)[0]
    return aliases.get(bare)


def _trimmed(name: str, start: int) -> tuple[str, int]:
    """Drop leading words that are no part of the name ("The", "Russian", a month).

    "" where nothing is left.
    """
    while True:
        first, _, rest = name.partition(" ")
        if not rest:
            return "", start
        if first not in _NOT_NAMES and not (first in countries() and countries()[first].role == "adjective"):
            return name, start
        name, start = rest, start + len(first) + 1


_NOT_NAMES = frozenset(
    [
        *month_name[1:],
        *day_name,
        "The",
        "A",
        "An",
        "This",
        "That",
        "These",
        "Those",
        "Its",
        "Their",
        "His",
        "Her",
        "Our",
        "Both",
        "Under",
        "After",
        "Before",
        "Since",
        "In",
        "On",
        "By",
        "As",
        "When",
        "If",
        "For",
        "With",
        "Any",
        "No",
        "New",
        "Peace",
        "Trade",
        "Nuclear",
        "Draft",
        "Interim",
        "President",
        "Minister",
        "And",
        "But",
        "Signing",
        "Such",
    ]
) - {"New"}
