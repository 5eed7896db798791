"""Sentences of a text as spans: offset-preserving, one pass, cost linear in the length.

One regular expression walks over every place where a sentence could end and never fails after it
has begun to match, so no character is looked at twice. Words that hold a sentence together
("Gen. Smith", "Dec. 10") are data: `data/sentences.toml`.
"""

import re
import tomllib
from importlib.resources import files

from chronology.model import Span

_WORDS = tomllib.loads(files(__package__).joinpath("data/sentences.toml").read_text("utf-8"))
_JOINING = frozenset(_WORDS["joining"])
_EITHER = frozenset(_WORDS["either"])
_STARTERS = frozenset(_WORDS["starters"])

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
_WORD_BEFORE = re.compile(rf"(?:[^\s/{re.escape(_OPENERS)}]|(?<=\w)')++\Z")
_WORD_AFTER = re.compile(rf"{_OPENER}{{0,3}}([^\W\d_]{{1,20}})")


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text` as spans without surrounding white space, in order.

    Every character that is not white space lies in exactly one span. Blank lines, form feeds and list
    bullets end a sentence as stops do, so a heading stands alone.
    """
    spans: list[Span] = []
    start = 0
    for place in _PLACE.finditer(text):
        if place["lines"] is not None:
            end, after = place.start(), place.end()
        elif _ends_sentence(text, place):
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


def _ends_sentence(text: str, place: re.Match[str]) -> bool:
    marks, gap = place["marks"], place["gap"]
    if gap is None:
        return marks[-1] in _FULL_WIDTH
    if place.end() == len(text) or gap.count("\n") > 1:
        return True
    following = text[place.end()]
    if following.islower():
        return False
    if marks != "." or place["closers"]:
        return True
    return not _holds_together(text, place.start(), place.end(), following)


def _holds_together(text: str, stop: int, after: int, following: str) -> bool:
    """Tell whether the single full stop at `stop` belongs to an abbreviation inside a sentence."""
    found = _WORD_BEFORE.search(text, max(0, stop - _TOKEN_REACH), stop)
    if found is None:
        return False
    word = found[0]
    if word.isdecimal():
        return _is_list_number(text, found.start())
    lower = word.lower()
    if lower in _JOINING:
        return lower not in {"no", "nos"} or following.isdecimal()
    if lower in _EITHER or "." in word or (len(word) == 1 and word.isupper()):
        return following.isdecimal() or not _starts_sentence(text, after)
    return False


def _is_list_number(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _starts_sentence(text: str, after: int) -> bool:
    if text[after] in _OPENERS:
        return True
    word = _WORD_AFTER.match(text, after)
    return word is not None and word[1].lower() in _STARTERS
