"""Named days: which of their mentions are dates, and what belongs to them."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from chronology.expressions.rule import Draft, Rule
from chronology.expressions.tokens import Tokens
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Feast, Meaning, Nth, Origin, Repeat, Shift
from chronology.temporal import holidays

RULE = Rule("named day", "", lambda _: None)
_EVERY = {"every": "EVERY", "each": "EACH"}
_DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0}


_AROUND = frozenset({"weekend", "week"})  # "Easter weekend", "Christmas week"


def is_feast(tokens: Tokens, at: int, end: int) -> bool:
    """Tell a day from a name: "at Christmas" and "Christmas Day" are dates, "Christmas trees" are not."""
    if not (tokens.pieces[at][0].isupper() or tokens.pieces[at].isdecimal()):
        return tokens.pieces[end - 1].istitle()  # "the first day of Passover"
    following = tokens.lower(end + 1) if tokens.pieces[end].isspace() else ""
    contexts = tokens.lexicon.contexts
    if following in contexts["feast_noun"]:
        return False
    if following in _AROUND or (tokens.lower(at - 2), tokens.lower(at - 4)) == ("of", "eve"):
        return True
    if tokens.lower(end - 1) in contexts["feast_day"] or tokens.lower(at - 2) in contexts["before_feast"]:
        return True
    return _year(tokens, end) is not None


def feast(tokens: Tokens, at: int, end: int, name: str) -> Draft:
    """Return the named day with its year ("Christmas 2007") or direction ("last Thanksgiving")."""
    if tokens.lower(end + 1) in _AROUND and tokens.pieces[end] == " ":
        return _around(tokens, at, end, name)
    year = _year(tokens, end)
    if year is not None:
        return Draft(at, year + 1, TimexType.DATE, Feast(name, int(tokens.pieces[year])), RULE)
    meaning: Meaning = Feast(name)
    before = tokens.lower(at - 2)
    if before in _EVERY and tokens.pieces[at - 1].isspace():
        return Draft(at - 2, end, TimexType.SET, _every(name, _EVERY[before]), RULE)
    if before in _DIRECTIONS and tokens.pieces[at - 1].isspace():
        meaning = Nth(Feast(name), _DIRECTIONS[before], Origin.WRITING)
        at -= 2
    return Draft(at, end, TimexType.DATE, meaning, RULE)


_YEARS = (2018, 2019)  # on the same day in both: a fixed day


def _every(name: str, quant: str) -> Repeat:
    """Return "every Christmas" as a day of each year; a feast that moves comes once a year."""
    days = [holidays.holiday(name, year) for year in _YEARS]
    fixed = None not in days and len({(day.month, day.day) for day in days if day}) == 1
    return Repeat(f"XXXX-{days[0]:%m-%d}" if fixed else "P1Y", quant)


def _around(tokens: Tokens, at: int, end: int, name: str) -> Draft:
    """Return "Easter week"; "Thanksgiving weekend": the one after, or before where the feast is a Monday."""
    first = at - 2 if tokens.lower(at - 2) == "the" and tokens.pieces[at - 1] == " " else at
    if tokens.lower(end + 1) == "week":
        week = Shift(0, Granularity.WEEK, Origin.WRITING, Granularity.WEEK, base=Feast(name))
        return Draft(first, end + 2, TimexType.DATE, week, RULE)
    eve = Shift(-1, Granularity.DAY, Origin.WRITING, Granularity.DAY, base=Feast(name))
    weekend = Shift(0, Granularity.WEEKEND, Origin.WRITING, Granularity.WEEKEND, base=eve)
    return Draft(first, end + 2, TimexType.DATE, weekend, RULE)


def _year(tokens: Tokens, end: int) -> int | None:
    """Return the index of a year right after the name, or after "of" or a comma."""
    place = end + 1
    if tokens.lower(place) == "of":
        place += 2
    if tokens.is_a(place, "YEAR") and tokens.pieces[place - 1] in {" ", ", "}:
        return place
    return None


_BESIDE = 14  # pieces (seven words) between a feast and the date that stands by it


def beside_dates(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Give a feast the year of the date beside it: "Victory Day celebrations on May 9, 2020"."""
    del tokens
    for left, right in pairwise(drafts):
        for feast_draft, dated in ((left, right), (right, left)):
            if right.first - left.last <= _BESIDE:
                _take_year(feast_draft, dated)
    return drafts


def _take_year(feast_draft: Draft, dated: Draft) -> None:
    named, day = feast_draft.meaning, dated.meaning
    if not isinstance(named, Feast) or named.year is not None or not isinstance(day, Calendar):
        return
    if (
        day.year is None
        or day.bc
        or day.month is None
        or day.day is None
        or not 1 <= day.year <= date.max.year
    ):
        return
    falls = holidays.holiday(named.name, day.year)
    if falls is not None and (falls.month, falls.day) == (day.month, day.day):
        feast_draft.meaning = replace(named, year=day.year)
