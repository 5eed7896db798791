"""Finds when a text was published in its own head: a label, a dateline, or a line that is a date.

Only the first lines are read, and only where a date stands as a head writes it: a date in running prose is
what the text speaks about, not when it was published.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from chronology.documents.data import HEADS
from chronology.documents.written_dates import PATTERN, period_of
from chronology.model import CreationTime, DocumentBasis, Span
from chronology.temporal.published import given

__all__ = ["find", "given"]

_FLAGS = re.IGNORECASE
_DASHES: str = HEADS["dashes"]
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)"
_TIME = rf"(?:,? (?:at )?{_CLOCK}(?: ?\(?[a-z]{{2,4}}\)?)?)?"
_DATE = rf"(?P<date>{PATTERN})"
_ISO_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"


def _labelled(labels: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    said = rf"[ \t>*_#]{{0,8}}(?:{words})(?: on| at)?\** ?(?P<colon>:)?\**[ \t]{{0,8}}(?:{_CLOCK},? )?{_DATE}"
    # without a colon the date must end the line: "Released May 3, 2020, the film …" is prose
    return re.compile(rf"{said}(?(colon)|{_TIME}[ \t*_.|·•]{{0,8}}\Z)", _FLAGS)


_LABEL = _labelled(HEADS["labels"])
_LATE_LABEL = _labelled(HEADS["late_labels"])
_WHOLE_LINE = re.compile(rf"[ \t(\[*_]{{0,8}}{_DATE}{_ISO_TIME}{_TIME}[ \t)\].*_]{{0,8}}\Z", _FLAGS)
_ISO_FIRST = re.compile(r"[ \t]{0,8}(?P<date>(?P<iy>[12]\d{3})-(?P<im>\d\d)-(?P<id>\d\d))(?![\d-])")
_LAST_IN_LINE = re.compile(
    rf"(?:^by [^|]{{2,80}},|[|·•]) {{0,3}}{_DATE}{_TIME}[ \t]{{0,8}}(?:\Z|[|·•])", _FLAGS
)
_FIRST_IN_LINE = re.compile(
    rf"{_DATE}{_TIME} {{0,3}}(?:[|·•]| by |[{_DASHES}] ?(?-i:(?:[A-Z][\w.'\u2019]{{1,20}} ?){{1,3}}):?\Z)",
    _FLAGS,
)
# Before the date of a dateline: a place, perhaps regions, then an agency or a mark that sets the date off.
_REGIONS = r"(?:, [A-Z][\w.'\u2019 ]{0,24}){0,2}"
_AGENCY = rf" ?[{_DASHES}]{{0,2}} ?\([^()]{{1,60}}\),? ?[{_DASHES}]{{0,2}} ?"
_OPEN_AGENCY = rf" \([^()]{{1,60}}[{_DASHES},/|:] "
_BEFORE_DATE = re.compile(
    rf"\(?(?P<place>[^\W\d_][\w.'\u2019/ -]{{1,40}}?){_REGIONS}"
    rf"(?:, |\. |: | \| | ?[{_DASHES}]{{1,2}} |{_AGENCY}|{_OPEN_AGENCY}| (?P<bracket>\())"
)
_AGENCY_ALONE = re.compile(rf"\([^()]{{1,40}}\) ?[{_DASHES}]{{1,2}} ?")
# After it: the agency, and the mark that closes a dateline.
_CLOSED = rf"{{0,3}}[{_DASHES}]"
_AFTER_DATE = re.compile(rf"(?: ?[/(][^()/\n]{{1,60}}[)/])?(?:\)| {_CLOSED}|\. [A-Z]{{3}}|[ \t]*\Z)")
_AFTER_BRACKET = re.compile(rf"\) {_CLOSED}")
_DATE_ANYWHERE = re.compile(rf"(?<!\w){_DATE}", _FLAGS)
_MOST_PLACE_WORDS = 4
_LONGEST_DATELINE = 160

Finder = Callable[[str, int], CreationTime | None]


def find(text: str) -> CreationTime | None:
    """Return when `text` says that it was published, with the span that says so; None where it does not."""
    head = list(_head(text))
    for finder in FINDERS:
        for start, line in head:
            if (found := finder(line, start)) is not None:
                return found
    return None


def _head(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines that are not empty, each with its offset."""
    taken, start = 0, 0
    for line in text[: HEADS["characters"]].splitlines(keepends=True):
        content = line.rstrip()
        if content.strip("\ufeff \t"):
            yield start + len(content) - len(content.lstrip("\ufeff")), content.lstrip("\ufeff")
            taken += 1
        if taken == HEADS["lines"]:
            return
        start += len(line)


def _by_pattern(pattern: re.Pattern[str], why: str, line: str, start: int) -> CreationTime | None:
    match = pattern.search(line) if pattern is _LAST_IN_LINE else pattern.match(line)
    return None if match is None else _creation_time(match, start, why)


def _creation_time(match: re.Match[str], start: int, why: str) -> CreationTime | None:
    period = period_of(match)
    if period is None:
        return None
    said = match["date"]
    span = Span(start + match.start("date"), start + match.end("date"))
    return CreationTime(period, DocumentBasis.DATELINE, f"{why} “{said}”", span=span)


def _dateline(line: str, start: int) -> CreationTime | None:
    """A place before the date, and a closing mark after it; never a sentence that merely begins with one."""
    match = _DATE_ANYWHERE.search(line[:_LONGEST_DATELINE])
    if match is None:
        return None
    opened = line[: match.start()]
    before = _BEFORE_DATE.fullmatch(opened.title() if line.islower() else opened)
    closing = _AFTER_BRACKET if before is not None and before["bracket"] else _AFTER_DATE
    if closing.match(line, match.end()) is None:
        return None
    is_head = _AGENCY_ALONE.fullmatch(opened) if before is None else _is_place(before["place"])
    return _creation_time(match, start, "its dateline says") if is_head else None


def _is_place(text: str) -> bool:
    """Tell whether it is written as a place: in capitals, or as a few capitalised words."""
    words = text.split()
    is_name = len(words) <= _MOST_PLACE_WORDS and all(word[0].isupper() for word in words)
    is_opener = words[0].casefold() in HEADS["openers"]
    return (text.isupper() and (not is_opener or len(words) > 1)) or (is_name and not is_opener)


FINDERS: tuple[Finder, ...] = (
    partial(_by_pattern, _LABEL, "its head says"),
    _dateline,
    partial(_by_pattern, _WHOLE_LINE, "a line of its head is the date"),
    partial(_by_pattern, _LAST_IN_LINE, "its byline says"),
    partial(_by_pattern, _FIRST_IN_LINE, "its byline says"),
    partial(_by_pattern, _ISO_FIRST, "it begins with"),
    partial(_by_pattern, _LATE_LABEL, "its head says that it was updated"),
)
