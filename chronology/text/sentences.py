"""Sentences of a text as spans: offset-preserving, one pass, cost linear in the length.

One regular expression walks over every place where a sentence could end and never fails after it
has begun to match, so no character is looked at twice. Words that hold a sentence together
("Gen. Smith", "Dec. 10") are data: `data/sentences.toml`.
"""

import re
import tomllib
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files

from chronology.model import Span

_WORDS = tomllib.loads(files(__package__).joinpath("data/sentences.toml").read_text("utf-8"))
_JOINING = frozenset(_WORDS["joining"])
_JOINING_SMALL = frozenset(_WORDS["joining_small"])
_EITHER = frozenset(_WORDS["either"])
_STARTERS = frozenset(_WORDS["starters"])
_BEFORE_NUMBERS = frozenset(_WORDS["before_numbers"])

_FULL_WIDTH = _WORDS["full_width"]
_OPENERS = _WORDS["openers"]
_MARK, _CLOSER, _OPENER, _BULLET = (
    f"[{re.escape(_WORDS[name])}]" for name in ("marks", "closers", "openers", "bullets")
)
# Possessive quantifiers: whatever follows, what was taken is never given back.
# A stop is a run of marks, closing quotes and brackets, wiki-style note numbers, then white space.
_PLACE = re.compile(
    rf"(?P<marks>{_MARK}++)(?P<closers>{_CLOSER}*+(?:\[\d{{1,3}}\])*+)(?P<gap>\s++|\Z)?+"
    rf"|(?P<lines>\n[ \t\r]*+\n\s*+|\n[ \t]*+(?={_BULLET}\s)|\f\s*+)"
)
_TOKEN_REACH = 24
_LONGEST_LIST_NUMBER = 2
_WORD_BEFORE = re.compile(rf"(?:[^\s/{re.escape(_OPENERS)}]|(?<=\w)')++\Z")
_WORD_AFTER = re.compile(rf"{_OPENER}{{0,3}}([^\W\d_]{{1,20}})")
# An initial ("J", but not "I": as often that is a number, as in "World War I"), or letters and stops.
_INITIALS = re.compile(r"(?:(?!I\Z)[A-Z]|[A-Za-z]{1,2}(?:\.[A-Za-z]{1,2})++)\Z")


class _Kind(Enum):
    """What a word makes of a full stop after it."""

    WORD = auto()  # ends the sentence
    JOINING = auto()  # never ends it
    BEFORE_NUMBER = auto()  # does not, where a number follows
    LIST_NUMBER = auto()  # does not, at the beginning of a line
    EITHER = auto()  # does, where a word follows that usually starts a sentence


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` as spans without surrounding white space, in order.

    Every character that is not white space lies in exactly one span. Blank lines, form feeds and list
    bullets end a sentence as stops do, so a heading stands alone.
    """
    spans: list[Span] = []
    start = 0
    is_lower = text.islower()  # then a small letter may begin a sentence
    for place in _PLACE.finditer(text):
        if place["lines"] is not None:
            end, after = place.start(), place.end()
        elif _ends_sentence(text, place, is_lower=is_lower):
            end, after = place.end("closers"), place.end()
        else:
            continue
        _append(spans, text, start, end)
        start = after
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, place: re.Match[str], *, is_lower: bool) -> bool:
    marks, gap = place["marks"], place["gap"]
    if gap is None:
        return marks[-1] in _FULL_WIDTH
    if place.end() == len(text) or gap.count("\n") > 1:
        return True
    following = text[place.end()]
    if following.islower() and not is_lower:
        return False
    if marks != "." or place["closers"]:
        return True
    return not _holds_together(text, place.start(), place.end(), following)


def _holds_together(text: str, stop: int, after: int, following: str) -> bool:
    """Tell whether the single full stop at `stop` belongs to an abbreviation inside a sentence."""
    pieces = text[max(0, stop - _TOKEN_REACH) : stop].rsplit(None, 1)
    if not pieces:
        return False
    match _kind(pieces[-1]):
        case _Kind.WORD:
            return False
        case _Kind.JOINING:
            return True
        case _Kind.BEFORE_NUMBER:
            return following.isdecimal()
        case _Kind.LIST_NUMBER:
            start = stop - len(pieces[-1])
            return start == 0 or text[start - 1] == "\n"
        case _Kind.EITHER:
            return following.isdecimal() or not _starts_sentence(text, after)


@lru_cache(maxsize=4096)
def _kind(piece: str) -> _Kind:
    """Tell how the word at the end of `piece`, which has no white space, goes with a full stop after it."""
    found = _WORD_BEFORE.search(piece)
    word = found[0] if found else ""
    lower = word.lower()
    if lower in _BEFORE_NUMBERS:
        return _Kind.BEFORE_NUMBER
    if lower in _JOINING or word in _JOINING_SMALL:
        return _Kind.JOINING
    if word.isdecimal() and len(word) <= _LONGEST_LIST_NUMBER:
        return _Kind.LIST_NUMBER
    return _Kind.EITHER if lower in _EITHER or _INITIALS.match(word) else _Kind.WORD


def _starts_sentence(text: str, after: int) -> bool:
    if text[after] in _OPENERS:
        return True
    word = _WORD_AFTER.match(text, after)
    return word is not None and word[1].lower() in _STARTERS
