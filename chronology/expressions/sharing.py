"""What one date of a list or range says for another: its year, its month, that it repeats."""

from dataclasses import replace
from itertools import pairwise

from chronology.expressions.rule import Draft
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity
from chronology.model.meaning import Calendar, Meaning, Repeat

_SPACED = {" ", ", "}
_DAYS = 31
_BRACKETS = {") ", "), ", "] "}
_YEARLESS = {"month day", "12th day of June", "second of May", "day month"}


def take_year(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give the last day of a list the year after it: "May 9-11, 2020"."""
    taken: list[Draft] = []
    for draft in drafts:
        last = taken[-1] if taken else None
        if last is None or not _takes_year(last, draft, tokens):
            taken.append(draft)
    return taken


def _takes_year(day: Draft, year: Draft, tokens: Tokens) -> bool:
    """Join "11" and "2020" of "May 9-11, 2020"; tell whether they belong together."""
    if day.rule.name not in _YEARLESS or year.rule.name not in {"year", "year in words"}:
        return False
    if tokens.pieces[day.last : year.first] != [", "]:
        return False
    if not isinstance(day.meaning, Calendar) or not isinstance(year.meaning, Calendar) or day.meaning.clock:
        return False
    day.meaning, day.last = replace(day.meaning, year=year.meaning.year), year.last
    return True


def share_bracketed(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give both days of "7 November (25 October) 1917" the year behind them."""
    for first, second, last in zip(drafts, drafts[1:], drafts[2:], strict=False):
        days, year = (first.meaning, second.meaning), last.meaning
        bracketed = last.first - second.last == 1 and tokens.pieces[second.last] in _BRACKETS
        if not bracketed or not isinstance(year, Calendar):
            continue
        if year.granularity is Granularity.YEAR and all(_is_yearless_day(day) for day in days):
            for draft in (first, second):
                if isinstance(draft.meaning, Calendar):
                    draft.meaning = replace(draft.meaning, year=year.year, bc=year.bc)
    return drafts


def _is_yearless_day(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.day is not None and _lacks_year(meaning)


def share_month(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give "the 3rd" the month of the day after it: "on the 3rd and again on the 5th of November"."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        first, second = left.meaning, right.meaning
        if left.rule.name != "the 15th" or not (isinstance(first, Calendar) and isinstance(second, Calendar)):
            continue
        near = right.first - left.last < _NEAR and all(
            "." not in gap for gap in tokens.pieces[left.last : right.first]
        )
        if near and second.month and (second.day or 0) > (first.day or 0):
            left.meaning = replace(first, month=second.month, year=second.year, short=second.short)
    return drafts


_NEAR = 16  # pieces: eight words
_LINK = 3  # pieces of what joins two dates: gap, word, gap


def share_year(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give the first half of a pair the year of the second: "from May to August 1950"."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        first, second = left.meaning, right.meaning
        if not (isinstance(first, Calendar) and isinstance(second, Calendar)) or second.year is None:
            continue
        if right.first - left.last > _LINK:
            continue
        linked = _linked(tokens.pieces[left.last : right.first], tokens.lexicon.contexts["link_words"])
        if linked and _lacks_year(first) and second.granularity is not Granularity.YEAR:
            year = _year_before(first, second, tokens.lower(left.last + 1))
            if year is not None:
                left.meaning = replace(first, year=year, bc=second.bc, short=second.short)
    return drafts


def _year_before(first: Calendar, second: Calendar, link: str) -> int | None:
    """Return the year of the first half: the second's, or in "November to February 2017" the one before."""
    year = second.year
    if year is None or _in_order(first, second):
        return year
    ranged = link in {"to", "until", "through", "till"} and bool(first.month and second.month)
    return year - 1 if ranged and not second.bc and not second.short else None


def _lacks_year(meaning: Calendar) -> bool:
    return meaning.year is None and bool(meaning.month or meaning.number or meaning.season)


def share_set(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Repeat a weekday that is named together with repeated ones: "every Monday and Wednesday"."""
    for left, right in pairwise(drafts):
        for known, plain in ((left, right), (right, left)):
            day, days = plain.meaning, known.meaning
            if not (isinstance(days, Repeat) and days.value.startswith("XXXX-WXX-")):
                continue
            if not isinstance(day, Calendar) or plain.rule.name != "weekday" or day.clock:
                continue
            if _linked(tokens.pieces[left.last : right.first], tokens.lexicon.contexts["link_words"]):
                plain.meaning = replace(days, value=f"XXXX-WXX-{day.weekday}{days.value[10:]}")
                plain.type = known.type
    return drafts


def _linked(between: list[str], words: frozenset[str]) -> bool:
    if len(between) == 1:
        return between[0] in {"-", "\N{EN DASH}", "/", ", ", " - ", " \N{EN DASH} "}
    gaps = _SPACED | {". "}  # "from Jan. to March"
    return len(between) == _LINK and between[1].lower() in words and between[0] in gaps


def _in_order(first: Calendar, second: Calendar) -> bool:
    """Tell whether the first lies before the second in one year ("December to February 1999" does not)."""
    if first.month is not None and second.month is not None:
        return (first.month, first.day or 0) <= (second.month, second.day or _DAYS + 1)
    return first.granularity is second.granularity
