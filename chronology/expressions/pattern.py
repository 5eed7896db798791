"""The pattern notation, compiled to a regular expression over class characters.

    m=MONTH[ .]d=DAY(&SUFFIX)?

NAME is a category of the lexicon, a lower-case word is itself, MACROS are patterns with a name. What stands
between words is written as it stands: a space, `,` (comma and space), `;` (comma alone), `.` (full stop and
space), `^` (full stop alone), `-`, `_` (dash with spaces), `/`, `:`, `'`, `"` (space and apostrophe), `{` `}`
(parentheses), `&`
(nothing); `[ -]` is one of several. `( | )?` groups, offers and leaves out; `name=` keeps what matched. There
is no repetition, so a match never takes longer than the pattern is long.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from chronology.expressions.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_][^\W_]*")
_LITERAL = re.compile(r"(?<![^\W_])[^\W\d_A-Z]+(?![^\W_]|=)")

_SMALL = "(NUMBER|TENS([ -]NUMBER)?)"
MACROS = {
    "SPOKEN": f"((A|{_SMALL}) SCALE(( and)? {_SMALL})?|{_SMALL})",
    "FRACTION": "((INT )?INT/INT|INT^INT|(INT&)?VULGAR)",
    "AMOUNT": "(FRACTION|INT(;INT)?( SCALE| DOZEN)?|SPOKEN( DOZEN)?|(A |FEW )?DOZEN|FEW SCALE)",
    "VAGUEAMOUNT": "((a )?couple( of)?( more)?|(a |some )?few( more)?|FEW( more)?)",
    "COUNT": (
        "(AMOUNT( more)?|VAGUEAMOUNT|HALF (A|a dozen)|A|"
        "(an|a) (additional|extra|further|full|whole|entire|single)|another)"
    ),
    "ANYUNIT": "(UNIT|UNITS)",
    "ORD": "(ORDINAL|INT&SUFFIX|TENS-ORDINAL)",
    "YEARS": "(YEAR|BIGYEAR)",
    "BEFORE": "(ERA|b^c(^e)?)",
    "AFTER": "(CE|a^d|c^e)",
}


Head = tuple[frozenset[str], ...]
"""What the first pieces of a match can be: word, gap, word; shorter where the match can be."""
Heads = frozenset[Head]
HEAD = 3


@dataclass
class _State:
    lexicon: Lexicon
    text: str
    known: "dict[str, _Part]" = field(default_factory=dict)
    at: int = 0


@cache
def literals(pattern: str) -> frozenset[str]:
    """The words that a pattern (with its macros) names as themselves."""
    found: set[str] = set(_LITERAL.findall(re.sub(r"[a-z]+=", "", pattern)))
    for name in set(_WORD.findall(pattern)) & MACROS.keys():
        found |= literals(MACROS[name])
    return frozenset(found)


def translate(pattern: str, lexicon: Lexicon, known: "dict[str, _Part]") -> tuple[str, Heads]:
    """Return the regular expression of a pattern, and the heads with which it can begin.

    `known` keeps the translated macros from one pattern to the next.
    """
    state = _State(lexicon, pattern, known)
    source, heads = _choice(state)
    if state.at != len(pattern):
        raise ValueError(f"pattern {pattern!r} is wrong at {state.at}")
    return source, heads


_Part = tuple[str, Heads]
_EMPTY: Head = ()


def _choice(state: _State) -> _Part:
    parts = [_sequence(state)]
    while state.at < len(state.text) and state.text[state.at] == "|":
        state.at += 1
        parts.append(_sequence(state))
    return "|".join(part[0] for part in parts), frozenset().union(*(part[1] for part in parts))


def _sequence(state: _State) -> _Part:
    source, heads = "", frozenset((_EMPTY,))
    while state.at < len(state.text) and state.text[state.at] not in "|)":
        item, item_heads = _item(state)
        source += item
        heads = frozenset((head + more)[:HEAD] for head in heads for more in item_heads)
    return source, heads


def _item(state: _State) -> _Part:
    source, heads = _atom(state)
    if state.at < len(state.text) and state.text[state.at] == "?":
        state.at += 1
        return f"(?:{source})?", heads | {_EMPTY}
    return source, heads


def _atom(state: _State) -> _Part:
    text, at = state.text, state.at
    if text[at] == "(":
        state.at += 1
        source, heads = _choice(state)
        state.at += 1
        return f"(?:{source})", heads
    if text[at] == "[":
        end = text.index("]", at)
        state.at = end + 1
        return _one_of(text[at + 1 : end])
    word = _WORD.match(text, at)
    if word is None:
        state.at += 1
        return re.escape(text[at]), frozenset(((frozenset(text[at]),),))
    state.at = word.end()
    if text[state.at : state.at + 1] == "=":
        state.at += 1
        source, heads = _atom(state)
        return f"(?P<{word.group()}>{source})", heads
    return _named(state, word.group())


def _named(state: _State, name: str) -> _Part:
    if name in MACROS:
        if name not in state.known:
            state.known[name] = _choice(_State(state.lexicon, MACROS[name], state.known))
        source, heads = state.known[name]
        return f"(?:{source})", heads
    chars = state.lexicon.categories.get(name, "")
    return _one_of(chars) if chars else ("(?!)", frozenset())


def _one_of(chars: str) -> _Part:
    return f"[{re.escape(chars)}]", frozenset(((frozenset(chars),),))
