"""Dates that name their calendar unit: days, months, quarters, halves, seasons, years, decades, centuries."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Literal

_DATE = TimexType.DATE
_PIVOT = 50  # two-digit years up to here, with no apostrophe, are 20xx


def _year(found: Found, name: str = "y") -> tuple[int | None, bool]:
    """Return the year and whether it was written with two digits."""
    if name not in found:
        return None, False
    digits = found.word(name)
    return int(digits), len(digits) == 2  # noqa: PLR2004 - two digits


def _is_month(found: Found) -> bool:
    """Tell a month from a name or verb: "may", "march", "sun" want a capital."""
    word = found.written("m")
    return word.lower() not in found.tokens.lexicon.values["CAPITAL"] or word[0].isupper()


def _day(found: Found) -> Read | None:
    """Read a date with a month in words and a day."""
    if not _is_month(found):
        return None
    year, short = _year(found)
    weekday = found.value("WEEKDAY", "w") if "w" in found else None
    month, day = found.value("MONTH", "m"), ordinal(found.words("d"), found.tokens.lexicon)
    return _DATE, Calendar(
        Granularity.DAY, year=year, month=month, day=day, weekday=weekday, short=short, bc="b" in found
    )


def _month(found: Found) -> Read | None:
    if not _is_month(found):
        return None
    year, short = _year(found)
    return _DATE, Calendar(
        Granularity.MONTH, year=year, month=found.value("MONTH", "m"), short=short, bc="b" in found
    )


_VERBLIKE = {"may", "march", "mar", "sun", "sat", "wed", "mon", "dec", "jan", "nov", "oct", "sep", "august", "jun", "apr"}
_NAME_TITLES = {"mr", "ms", "mrs", "dr", "miss", "sir", "lady", "president", "prime", "minister", "john", "de"}
_BEFORE_MONTH = {
    "in", "since", "until", "till", "by", "from", "to", "through", "of", "last", "next", "this", "early",
    "late", "mid", "during", "and", "for", "before", "after", "around", "about", "between", "or", "each",
    "a", "the", "its", "his", "their", "that", "new", "our", "her", "every", "on", "beginning", "starting", "ending", "ended", "through", "that", "as", "previous", "following",
}  # fmt: skip


def _bare_month(found: Found) -> Read | None:
    """Read a month alone: an ambiguous one only where its neighbours speak of time."""
    word = found.written("m")
    if word.islower() and word in _VERBLIKE:
        return None
    if found.before() in _NAME_TITLES:
        return None
    if word.lower() in _VERBLIKE or word.lower() in {"april", "june"}:
        if found.before() not in _BEFORE_MONTH and word.lower() not in {"april", "june"}:
            return None
        if word.isupper():
            return None
    if len(word) <= 4 and word.lower() not in {"may", "june", "july"} and found.tokens.pieces[found.match.end()][:1] != ".":
        return None
    return _DATE, Calendar(Granularity.MONTH, month=found.value("MONTH", "m"))


def _iso(found: Found) -> Read | None:
    month, day = found.number("mm"), found.number("dd")
    return _DATE, Calendar(Granularity.DAY, year=found.number("y"), month=month, day=day)


def _slashed(found: Found) -> Read | None:
    """Read 3/14/2019 month first, unless only day first makes sense."""
    month, day = found.number("a"), found.number("b")
    if month > 12:  # noqa: PLR2004 - months
        month, day = day, month
    year, short = _year(found)
    return _DATE, Calendar(Granularity.DAY, year=year, month=month, day=day, short=short)


def _year_alone(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), bc="b" in found)


def _bare_year(found: Found) -> Read | None:
    """Read four digits alone as a year, unless a unit, a currency or a title says that they count things."""
    tokens, start, end = found.tokens, found.match.start(), found.match.end()
    gap_before, gap_after = tokens.pieces[start - 1], tokens.pieces[end] if end < len(tokens.pieces) else ""
    if gap_before and gap_before[-1] in "$£€¥#.,:+/*=@_%" and not gap_before[-2:-1] == " ":
        if gap_before[-1] in "$£€¥#+/*=@_%:" or (start > 1 and tokens.pieces[start - 2].isdigit()):
            return None
    if gap_before in {"-", "–"} and start > 1 and not _joins(tokens.pieces[start - 2].lower()):
        return None
    if gap_after and (gap_after[0] in "%$£€°/*=@_+" or gap_after == ":"):
        return None
    if gap_after[:1] in {".", ","} and len(gap_after) == 1 and end + 1 < len(tokens.pieces) and tokens.pieces[end + 1][:1].isdigit():
        return None
    if gap_after == "-" and tokens.is_a(end + 1, "UNIT"):
        return None
    if gap_after == "" and end + 1 < len(tokens.pieces) and tokens.pieces[end + 1]:
        return None
    if gap_before == "" and start > 1:
        return None
    before, after = found.before(), found.after()
    if before in _ABOUT and gap_after == " " and after not in _AFTER_YEAR:
        return None
    if before in _NUMBERED or (after in _COUNTED and gap_after == " "):
        return None
    if tokens.is_a(end + 1, "UNITS") and gap_after == " ":
        return None
    year = found.number("y")
    if year < _LIKELY_FROM and not (before in _YEAR_BEFORE and gap_before == " "):
        return None
    return _DATE, Calendar(Granularity.YEAR, year=year)


def _joins(word: str) -> bool:
    """Tell "mid-1990", "1861-1863" from "F-1500"."""
    return word in {"mid", "pre", "post", "early", "late", "then"} or (word.isdigit() and len(word) == 4)  # noqa: PLR2004


_LIKELY_FROM = 1500
_NUMBERED = {
    "no", "number", "nos", "article", "resolution", "section", "page", "flight", "room", "route", "model",
    "building", "highway", "chapter", "act", "paragraph", "psalm", "verse", "version", "channel", "bus", "windows",
}  # fmt: skip
_ABOUT = {
    "about", "some", "nearly", "almost", "approximately", "over", "least", "than", "roughly", "only", "another", "around",
}  # fmt: skip
_AFTER_YEAR = {
    "by", "and", "in", "to", "when", "the", "as", "or", "but", "with", "until", "onwards", "onward", "he", "she",
    "they", "it", "after", "at", "on", "for", "from", "was", "were", "is",
}  # fmt: skip
_COUNTED = {
    "people", "men", "women", "troops", "soldiers", "miles", "feet", "meters", "metres", "kilometers", "km",
    "points", "dollars", "pounds", "tons", "tonnes", "employees", "workers", "shares", "votes", "students",
    "members", "persons", "civilians", "prisoners", "ships", "aircraft", "tanks", "guns", "homes", "houses",
    "jobs", "times", "percent", "million", "billion", "thousand", "hundred", "pages", "words", "children",
    "kilometres", "casualties", "dead", "wounded", "others", "acres", "barrels", "degrees", "deaths", "units",
    "men", "strong", "cases", "companies", "euros", "yen", "rubles", "cubic", "square", "warheads", "missiles",
}  # fmt: skip
_YEAR_BEFORE = {
    "in", "since", "until", "by", "from", "to", "of", "between", "and", "year", "during", "early", "late", "mid",
    "after", "before", "around", "circa", "till", "through",
}  # fmt: skip


def _decade(found: Found) -> Read | None:
    if "y" in found:
        digits = found.word("y")
        year, short = int(digits) // 10, len(digits) == 2  # noqa: PLR2004 - two digits
        if int(digits) % 10:
            return None
    else:
        year, short = found.value("DECADE", "n"), True
    if short:
        year += 190
    elif found.number("y") % 100 == 0 and "c" in found:
        return _DATE, Calendar(Granularity.CENTURY, year=year // 10)
    return _DATE, Calendar(Granularity.DECADE, year=year, bc="b" in found)


def _century(found: Found) -> Read | None:
    number = ordinal(found.words("n"), found.tokens.lexicon)
    return _DATE, Calendar(Granularity.CENTURY, year=number - 1, bc="b" in found)


def _quarter(found: Found) -> Read | None:
    number = found.number("k") if "k" in found else ordinal(found.words("n"), found.tokens.lexicon)
    if number > 4:  # noqa: PLR2004 - quarters
        return None
    year, short = _year(found)
    return _DATE, Calendar(
        Granularity.QUARTER, year=year, number=number, short=short, fiscal="f" in found
    )


def _half(found: Found) -> Read | None:
    if "l" in found:
        number = 2
    else:
        number = ordinal(found.words("n"), found.tokens.lexicon)
    if number > 2:  # noqa: PLR2004 - halves
        return None
    year, short = _year(found)
    return _DATE, Calendar(Granularity.HALF, year=year, number=number, short=short)


def _season(found: Found) -> Read | None:
    year, short = _year(found)
    return _DATE, Calendar(
        Granularity.SEASON, year=year, season=found.value("SEASON", "s"), short=short, bc="b" in found
    )


_SEASON_BEFORE = {
    "the", "in", "this", "by", "since", "during", "of", "early", "late", "mid", "until", "next", "last", "and", "or",
}  # fmt: skip
_SEASON_AFTER = {
    "and", "when", "semester", "season", "campaign", "after", "before", "with", "offensive", "but", "as", "it", "he",
    "elections", "term", "break", "counteroffensive", "fighting", "they", "the", "to",
}  # fmt: skip


def _bare_season(found: Found) -> Read | None:
    """Read a season alone; "fall" and "spring" only where the neighbours show that they are no verb or noun."""
    before, after, word = found.before(), found.after(), found.word("s")
    gap = found.tokens.pieces[found.match.end()]
    following = found.tokens.pieces[found.match.end() + 1] if found.match.end() + 1 < len(found.tokens.pieces) else ""
    if gap == "-" and not found.tokens.is_a(found.match.end() + 1, "SEASON"):
        return None
    if found.written("s")[0].isupper() and gap == " " and following[:1].isupper():
        return None
    if word in {"summer", "winter", "autumn"}:
        return _DATE, Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))
    closed = gap[:1] in {".", ",", ";", ":"} or after in _SEASON_AFTER
    if before in _SEASON_BEFORE and (closed or before not in {"the", "of", "and", "or"}):
        return _DATE, Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))
    if word == "spring" and after in {"offensive", "offensives", "campaign", "elections", "semester", "season"}:
        return _DATE, Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))
    return None


def _fiscal_year(found: Found) -> Read | None:
    year, short = _year(found)
    return _DATE, Calendar(Granularity.YEAR, year=year, short=short, fiscal=True)


def _weekday(found: Found) -> Read | None:
    written = found.written("w")
    if not written[0].isupper():
        return None
    if len(written) <= 4 and found.tokens.pieces[found.match.end()][:1] != ".":  # noqa: PLR2004 - "Sun", "Wed"
        return None
    return _DATE, Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))


def _spoken_year(found: Found) -> Read | None:
    """Read "nineteen ninety-four", "two thousand five"."""
    values = found.tokens.lexicon.values
    century = values["NUMBER"][found.word("c")]
    if century < 15:  # noqa: PLR2004 - "twelve fifty" is rather a price
        return None
    rest = sum(values["TENS"].get(word) or values["NUMBER"].get(word, 0) for word in found.words("r")[::2])
    return _DATE, Calendar(Granularity.YEAR, year=int(century * 100 + rest))


def _spoken_millennium(found: Found) -> Read | None:
    rest = 0
    if "r" in found:
        values = found.tokens.lexicon.values
        rest = sum(values["TENS"].get(word) or values["NUMBER"].get(word, 0) for word in found.words("r")[::2])
    return _DATE, Calendar(Granularity.YEAR, year=2000 + int(rest))


def _years_bc(found: Found) -> Read | None:
    return _DATE, Calendar(Granularity.YEAR, year=found.number("y"), bc="e" in found)


def _impossible(found: Found) -> Read | None:
    if not _is_month(found):
        return None
    return _DATE, Literal("XXXX-XX-XX", f"there is no day {found.word('d')} in that month")


_D = "d=(DAY(&SUFFIX)?)"
_W = "(w=WEEKDAY[ ,.](the )?)?"

RULES = (
    Rule(
        "month day year",
        f"{_W}m=MONTH[ .](the )?{_D}[,; ](of )?y=YEARS",
        _day,
        ("on «May 9, 2020» in Moscow", "«Friday, Oct. 23rd, 1998»"),
        ("the may 9, 2020 vote was lost in may",),
    ),
    Rule(
        "month day short year",
        f"{_W}m=MONTH[ .]{_D}[,;] ?\"?y=YY".replace(" ?\"?", ""),
        _day,
        (),
        (),
    ),
    Rule("month day", f"{_W}m=MONTH[ .-](the )?{_D}", _day, ("since «May 9»", "«Wednesday, April 5»"), ()),
    Rule(
        "day month year",
        f"{_W}{_D}( of)?[ -]m=MONTH[ ,.-]y=YEARS",
        _day,
        ("the «11th December, 2019»", "«3 May 1998»"),
        (),
        article=True,
    ),
    Rule("day month bc", f"{_W}{_D}( of)?[ -]m=MONTH[ ,.]y=INT b=ERA", _day, ("«12 September 490 BC»",)),
    Rule("day month", f"{_W}{_D}( of)?[ -]m=MONTH", _day, ("on «3 May»", "«the 5th of July»"), (), article=True),
    Rule("month year", "m=MONTH(,|[ .]| of )y=YEARS", _month, ("«February 2021»", "«Sept. 1998»"), ()),
    Rule("month bc", "m=MONTH[ ,.](of )?y=INT b=ERA(^c)?", _month, ("«August 480 BC»",)),
    Rule("month", "m=MONTH", _bare_month, ("in «May»", "by «July»"), ("it may rain", "they march on")),
    Rule("iso date", "y=YEARS-mm=MON-dd=DAY", _iso, ("«2019-12-11»",), ()),
    Rule("slashed date", "a=DAY/b=DAY/y=(YEAR|YY)", _slashed, ("«12/11/2019»",), ("31/31/2019",)),
    Rule("year bc", "y=INT e=ERA", _years_bc, ("«490 BC»",), ()),
    Rule("year b.c.", "y=INT e=b^c", _years_bc, ("«490 B.C»",), ()),
    Rule("year ad", "(ad )?y=INT ad", _years_bc, ("«79 AD»",), ()),
    Rule("ad year", "ad y=INT", _years_bc, ("«AD 79»",), ()),
    Rule("the year", "year y=YEAR", _year_alone, ("in «the year 2000»",), (), article=True),
    Rule("spoken year", "(year )?c=NUMBER r=(TENS([ -]NUMBER)?)", _spoken_year, ("in «nineteen ninety-four»",)),
    Rule("spoken millennium", "year two thousand( r=NUMBER)?", _spoken_millennium, ("«the year two thousand»",), article=True),
    Rule("year", "y=YEAR", _bare_year, ("in «2014»",), ("$2014", "1,550", "resolution 1973", "2000 people")),
    Rule("decade", "y=YEAR&s", _decade, ("«the 1980s»",), (), article=True),
    Rule("decade with apostrophe", "y=(YEAR|YY)'s", _decade, ("«the 1980's»",), (), article=True),
    Rule("decade bc", "y=INT&s b=ERA", _decade, ("«the 480s BC»",), (), article=True),
    Rule("short decade", "y=YY&s", _decade, ("«the '80s»",), (), article=True),
    Rule("decade in words", "n=DECADE", _decade, ("in «the nineties»",), (), article=True),
    Rule("century", "n=ORD[ -]century", _century, ("«the 19th century»",), (), article=True),
    Rule("century bc", "n=ORD century b=ERA", _century, ("«the 5th century BC»",), (), article=True),
    Rule("quarter of year", "(f=FISCAL )?n=ORD[ -]quarter( of| in)?[ ,](FISCAL )?y=YEAR", _quarter, ("«the third quarter of 1990»",), article=True),
    Rule("year quarter", "y=YEAR (f=FISCAL )?n=ORD[ -]quarter", _quarter, ("«the 1988 second quarter»",), article=True),
    Rule("quarter", "(f=FISCAL[ -])?n=ORD[ -]quarter", _quarter, ("in «the third quarter»",), article=True),
    Rule("q quarter", "q&k=INT([ ,]y=YEAR)?", _quarter, ("«Q3 2019»",)),
    Rule("half of year", "(n=ORD|l=(latter|last)) half( of)? y=YEAR", _half, ("«the second half of 2008»",), article=True),
    Rule("season of year", "s=SEASON( of|,)? y=YEAR", _season, ("«the summer of 1920»",), article=True),
    Rule("season bc", "s=SEASON( of)? y=INT b=ERA", _season, ("«the spring of 480 BC»",), article=True),
    Rule("season", "s=SEASON", _bare_season, ("in «the summer»",), ("spring into action",), article=True),
    Rule("fiscal year", "FISCAL( year)? y=YEAR", _fiscal_year, ("«fiscal 1989»",), article=True),
    Rule("weekday", "w=WEEKDAY", _weekday, ("on «Monday»",), ("the sun set",)),
)
