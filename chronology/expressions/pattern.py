"""The pattern notation, compiled to a regular expression over class characters.

    m=MONTH[ .]d=DAY(&SUFFIX)?

NAME is a category of the lexicon, a lower-case word is itself, MACROS are patterns with a name. What stands
between words is written as it stands: a space, `,` (comma and space), `;` (comma alone), `.` (full stop and
space), `^` (full stop alone), `-`, `_` (dash with spaces), `/`, `:`, `'`, `"` (space and apostrophe), `&` (nothing);
`[ -]` is one of several. `( | )?` groups, offers and leaves out; `name=` keeps what matched. There is no
repetition, so a match never takes longer than the pattern is long.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from chronology.expressions.lexicon import Lexicon

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_LITERAL = re.compile(r"(?<![A-Za-z0-9=])[a-z]+(?![A-Za-z0-9=])")

_SMALL = "(NUMBER|TENS([ -]NUMBER)?)"
MACROS = {
    "SPOKEN": f"((A|{_SMALL}) SCALE(( and)? {_SMALL})?|{_SMALL})",
    "FRACTION": "((INT )?INT/INT|INT^INT)",
    "AMOUNT": "(FRACTION|INT(;INT)?( SCALE| DOZEN)?|SPOKEN|(A |a )?DOZEN)",
    "VAGUEAMOUNT": "((a )?couple( of)?( more)?|(a |some )?few( more)?|FEW( more)?)",
    "COUNT": "(AMOUNT( more)?|VAGUEAMOUNT|HALF (A|a dozen)|A|(an|a) (additional|extra|further|full|whole|entire)|another)",
    "ANYUNIT": "(UNIT|UNITS)",
    "ORD": "(ORDINAL|INT&SUFFIX|TENS-ORDINAL)",
    "YEARS": "(YEAR|BIGYEAR)",
}


@dataclass
class _State:
    lexicon: Lexicon
    text: str
    at: int = 0
    names: list[str] = field(default_factory=list)


def literals(pattern: str) -> set[str]:
    """The words that a pattern (with its macros) names as themselves."""
    found: set[str] = set(_LITERAL.findall(re.sub(r"[a-z]+=", "", pattern)))
    for name in set(_WORD.findall(pattern)) & MACROS.keys():
        found |= literals(MACROS[name])
    return found


@cache
def compile_pattern(pattern: str, lexicon_key: "Key") -> tuple[re.Pattern[str], frozenset[str]]:
    """The regular expression of a pattern, and the characters with which it can begin."""
    state = _State(lexicon_key.lexicon, pattern)
    source, first, _ = _choice(state)
    if state.at != len(pattern):
        raise ValueError(f"pattern {pattern!r} is wrong at {state.at}")
    return re.compile(source), first


@dataclass(frozen=True)
class Key:
    """A lexicon as a cache key: by its language."""

    lexicon: Lexicon = field(compare=False)
    language: str = ""


_Part = tuple[str, frozenset[str], bool]  # source, first characters, may be empty


def _choice(state: _State) -> _Part:
    parts = [_sequence(state)]
    while state.at < len(state.text) and state.text[state.at] == "|":
        state.at += 1
        parts.append(_sequence(state))
    source = "|".join(part[0] for part in parts)
    return source, frozenset().union(*(part[1] for part in parts)), any(part[2] for part in parts)


def _sequence(state: _State) -> _Part:
    source, first, empty = "", frozenset[str](), True
    while state.at < len(state.text) and state.text[state.at] not in "|)":
        item, item_first, item_empty = _item(state)
        source += item
        if empty:
            first |= item_first
        empty = empty and item_empty
    return source, first, empty


def _item(state: _State) -> _Part:
    source, first, empty = _atom(state)
    if state.at < len(state.text) and state.text[state.at] == "?":
        state.at += 1
        return f"(?:{source})?", first, True
    return source, first, empty


def _atom(state: _State) -> _Part:
    text, at = state.text, state.at
    if text[at] == "(":
        state.at += 1
        source, first, empty = _choice(state)
        state.at += 1
        return f"(?:{source})", first, empty
    if text[at] == "[":
        end = text.index("]", at)
        state.at = end + 1
        return f"[{re.escape(text[at + 1 : end])}]", frozenset(text[at + 1 : end]), False
    word = _WORD.match(text, at)
    if word is None:
        state.at += 1
        return re.escape(text[at]), frozenset(text[at]), False
    state.at = word.end()
    if text[state.at : state.at + 1] == "=":
        state.at += 1
        source, first, empty = _atom(state)
        return f"(?P<{word.group()}>{source})", first, empty
    return _named(state, word.group())


def _named(state: _State, name: str) -> _Part:
    if name in MACROS:
        inner = _State(state.lexicon, MACROS[name])
        source, first, empty = _choice(inner)
        return f"(?:{source})", first, empty
    chars = state.lexicon.categories.get(name, "")
    if not chars:
        return "(?!)", frozenset(), False
    return f"[{re.escape(chars)}]", frozenset(chars), False
