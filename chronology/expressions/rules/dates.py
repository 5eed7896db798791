"""Days and months of the calendar, and weekdays: "May 9, 2020", "the 5th of July", "Monday"."""

from chronology.expressions.amounts import ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar

_DATE = TimexType.DATE
_SHORT = 4  # letters: the longest abbreviated month or weekday name
_TWO_DIGITS = 2


def year_of(found: Found, name: str = "y") -> tuple[int | None, bool]:
    """Return the year of the named part, and whether it was written with two digits."""
    if name not in found:
        return None, False
    digits = found.word(name)
    return int(digits), len(digits) == _TWO_DIGITS and "b" not in found and "ad" not in found


def is_month(found: Found) -> bool:
    """Tell a month from a name or verb: "may", "march", "sun" want a capital."""
    return not found.near("m", "month_or_name") or found.written("m")[0].isupper()


def day_of(found: Found) -> Read | None:
    """Read a day of a month in words, perhaps with its weekday and year."""
    if not is_month(found) or _runs_on(found) or (found.gap_after() == " " and found.after_is("street")):
        return None
    year, short = (0, False) if _is_year_zero(found) else year_of(found)
    weekday = found.value("WEEKDAY", "w") if "w" in found else None
    month, day = found.value("MONTH", "m"), ordinal(found.words("d"), found.tokens.lexicon)
    calendar = Calendar(
        Granularity.DAY, year=year, month=month, day=day, weekday=weekday, short=short, bc="b" in found
    )
    return _DATE, calendar


def _is_year_zero(found: Found) -> bool:
    """Tell whether "0" or "0000" stands where the year would: there was no such year."""
    zero = (found.gap_after(), found.after()) in {(", ", "0"), (", ", "0000"), (" ", "0000")}
    return zero and "y" not in found


def _runs_on(found: Found) -> bool:
    """Tell whether a number is part of another: "May 5.5", "March 3:30", "June 10%", "$12 December"."""
    tokens, end = found.tokens, found.match.end()
    gap = tokens.pieces[end]
    if found.gap_before()[-1:] in {"$", "£", "€"}:
        return True  # "$12 December 27"
    if (
        gap in {".", ":", ",", "/"}
        and tokens.pieces[end + 1 : end + 2]
        and tokens.pieces[end + 1].isdecimal()
    ):
        return True
    return gap[:1] in {"%", "°", "$"} and gap != ""


def _month(found: Found) -> Read | None:
    if not is_month(found):
        return None
    year, short = year_of(found)
    month = found.value("MONTH", "m")
    return _DATE, Calendar(Granularity.MONTH, year=year, month=month, short=short, bc="b" in found)


def _day_in_words(found: Found) -> Read | None:
    """Read "May twenty-fourth"; in "the May second vote" the ordinal counts what follows."""
    if found.gap_after() == " " and not found.after_is("after_listed_day"):
        return None
    return day_of(found)


_DAYS = 31


def _day_short(found: Found) -> Read | None:
    """Read "3rd Feb 82"; a number up to 31 might count what follows."""
    return day_of(found) if found.number("y") > _DAYS else None


def _has_month_beside(found: Found) -> bool:
    """Tell "in May", "May-August", "a March operation" from "Theresa May", "his March to the sea"."""
    if found.gap_after() in {"-", "\N{EN DASH}"} and found.tokens.is_a(found.match.end() + 1, "MONTH"):
        return True
    if found.after_is("range_words") and found.tokens.is_a(found.match.end() + 3, "MONTH"):
        return True  # "May through August"
    if found.before() == "than" and found.before(2) in {"earlier", "later"}:
        return True  # "no earlier than March"
    if not found.before_is("before_month"):
        return False
    if not found.before_is("determiner"):
        return True
    return (
        found.gap_after() == " "
        and found.written_after().islower()
        and not found.after_is("after_listed_day")
    )


def _is_named(found: Found) -> bool:
    """Tell "August Street", "the October Revolution"."""
    named = found.after_is("street") or found.after_is("named_month")
    return named and found.gap_after() == " " and found.written_after().istitle()


def _bare_month(found: Found) -> Read | None:
    """Read a month alone: an ambiguous one only where its neighbours speak of time."""
    written = found.written("m")
    named = found.after_is("street") or found.after_is(
        "named_month"
    )  # "4 August Street", "October Revolution"
    if (
        (named and found.gap_after() == " " and found.written_after().istitle())
        or found.gap_before()[-1:] in {"@", "#"}
        or (found.gap_after() == "" and found.after())
    ):
        return None
    ambiguous = found.near("m", "needs_neighbour")
    if (ambiguous and written.islower()) or found.before_is("title"):
        return None
    if ambiguous and found.after_is("families"):
        return None  # "the May family"
    if ambiguous and (written.isupper() or not _has_month_beside(found) or found.gap_after() == " & "):
        return None
    if len(written) <= _SHORT and not found.near("m", "whole_month") and not _is_short_month(found):
        return None
    return _DATE, Calendar(Granularity.MONTH, month=found.value("MONTH", "m"))


def _is_short_month(found: Found) -> bool:
    """Tell "in Jan.", "in Jan it", "Nov-Feb" from the name in "by Jan Smith"."""
    if found.gap_after()[:1] == ".":
        return True
    if found.gap_after() in {"-", "\N{EN DASH}"} and found.tokens.is_a(found.match.end() + 1, "MONTH"):
        return True
    return found.before_is("prepositions_of_month") and not found.written_after()[:1].isupper()


def is_weekday(found: Found, name: str = "w") -> bool:
    """Tell a weekday from a name or noun: it has a capital, and a full stop where it is abbreviated."""
    written = found.written(name)
    if len(written) > _SHORT:
        return not written.isupper() or written.isalpha()
    return written[0].isupper() and found.gap_after()[:1] == "." and not found.before_is("determiner")


def _weekday(found: Found) -> Read | None:
    if not is_weekday(found) or is_name(found):
        return None
    return _DATE, Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))


def is_name(found: Found) -> bool:
    """Tell "the Sunday Times", "Man Friday", "Monday.com" from days."""
    if found.before_is("weekday_title") and found.gap_before().strip(".") == " ":
        return True
    named = found.written_after()[:1].isupper() and found.after_is("paper")
    return (found.gap_after() == " " and named) or (found.gap_after() == "." and found.after() == "com")


def _weekday_the(found: Found) -> Read | None:
    """Read "Friday the 13th", "Friday the thirteenth"; not "Friday, the fourth decline"."""
    counts = found.gap_after() == " " and not found.after_is("after_listed_day")
    if counts and not found.word("d").isdecimal():
        return None
    day = ordinal(found.words("d"), found.tokens.lexicon)
    return _DATE, Calendar(Granularity.DAY, day=day, weekday=found.value("WEEKDAY", "w"))


def _day_alone(found: Found) -> Read | None:
    """Read "on the 15th": a day of the month that the text is speaking of."""
    gap = found.gap_after()
    if found.before() != "the" or not found.before_is("before_the_day", 2):
        return None
    counts = gap == " " and not (found.after_is("after_listed_day") or found.after_is("opens_clause"))
    if gap == "-" or found.words("d")[-1] == "d" or counts:
        return None
    return _DATE, Calendar(Granularity.DAY, day=int(found.word("d")))


_D = "d=(DAY(&SUFFIX)?)"
_W = "(w=WEEKDAY[ ,.](the )?)?"
_WORDS = "d=(ORDINAL|TENS-ORDINAL)"

RULES = (
    Rule(
        "month day year",
        f"{_W}m=MONTH[ .](the )?{_D}[,; ](of )?y=YEARS",
        day_of,
        ("signed on «May 9, 2020» in Moscow", "shot on «Friday, Oct. 23rd, 1998»"),
        ("it may 9, 2020 times",),
    ),
    Rule(
        "month day bc",
        f"{_W}m=MONTH[ .]{_D}[, ]y=INT (b=BEFORE|ad=AFTER)",
        day_of,
        ("on «August 10, 345 BC»", "on «August 24, 79 A.D.» it"),
    ),
    Rule(
        "month day",
        f"{_W}m=MONTH[ .^-](the )?{_D}",
        day_of,
        ("closed since «May 9»", "on «Wednesday, April 5», he left"),
        ("version March 3.5", "they may 5 times"),
    ),
    Rule("month day in words", f"{_W}m=MONTH (the )?{_WORDS}", _day_in_words, ("on «May twenty-fourth»",)),
    Rule(
        "day month year",
        f"{_W}{_D}( of)?[ -]m=MONTH(,| of |[ .-])y=YEARS",
        day_of,
        ("«the 11th December, 2019» session", "on «3 May 1998» and after"),
        article=True,
    ),
    Rule(
        "day month bc",
        f"{_W}{_D}( of)?[ -]m=MONTH[ ,.]y=INT (b=BEFORE|ad=AFTER)",
        day_of,
        ("on «12 September 490 BC»",),
    ),
    Rule(
        "day month short year",
        f"{_D}[ -]m=MONTH[ -]y=YY",
        _day_short,
        ("on «3rd Feb 82»",),
        ("3 May 20 men died",),
    ),
    Rule("day month '76", f'{_W}{_D}( of)? m=MONTH"y=YY', day_of, ("on «4 July '76»",)),
    Rule(
        "day month",
        f"{_W}{_D}( of)?[ -]m=MONTH",
        day_of,
        ("on «3 May»", "«the 5th of July» parade"),
        article=True,
    ),
    Rule(
        "12th day of June",
        "d=ORD day of m=MONTH((,|,in the year | in the year | of | )y=YEARS)?",
        day_of,
        ("done on «the 12th day of June, 1985» at Geneva",),
        article=True,
    ),
    Rule("second of May", "d=ORD of m=MONTH([ ,]y=YEAR)?", day_of, ("on «the second of May»",), article=True),
    Rule("month year", "m=MONTH(,|[ .-]| of )y=YEARS", _month, ("in «February 2021»", "by «Sept. 1998»")),
    Rule("month short year", 'm=MONTH"y=YY', _month, ("in «Aug '96»",)),
    Rule("month of May", "month of m=MONTH([ ,]y=YEARS)?", _month, ("in «the month of May»",), article=True),
    Rule("month bc", "m=MONTH[ ,.](of )?y=INT (b=BEFORE|ad=AFTER)", _month, ("in «August 480 BC»",)),
    Rule(
        "month", "m=MONTH", _bare_month, ("he left in «May»", "by «July»"), ("it may rain", "they march on")
    ),
    Rule(
        "Friday the 13th",
        "w=WEEKDAY[ ,](the )?d=(DAY&SUFFIX|ORDINAL)",
        _weekday_the,
        ("on «Friday the 13th»",),
    ),
    Rule("weekday", "w=WEEKDAY", _weekday, ("he left on «Monday»",), ("the sun set", "they sat down")),
    Rule(
        "the 15th",
        "d=(DAY&SUFFIX)",
        _day_alone,
        ("closed on «the 15th».", "on «the 2nd» a crowd came"),
        ("the 15th floor",),
        article=True,
    ),
)
