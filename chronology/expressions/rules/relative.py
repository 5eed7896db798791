"""Dates that count from somewhere: today, last May, two weeks ago, the previous day, that year."""

from chronology.expressions.amounts import amount, ordinal
from chronology.expressions.rule import Found, Read, Rule
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Clock, Length, Nth, Origin, Shift

_DATE, _TIME = TimexType.DATE, TimexType.TIME
_FINE = {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND}


def unit_of(word: str, found: Found) -> tuple[Granularity, float]:
    """Return the unit that a word names and how many of them: a fortnight is two weeks."""
    values = found.tokens.lexicon.values
    name = values["UNIT"].get(word) or values["UNITS"][word]
    if name == "fortnight":
        return Granularity.WEEK, 2
    if name == "night":
        return Granularity.DAY, 1
    return Granularity(name), 1


def _is_title(found: Found, name: str) -> bool:
    """Tell "This Week", "Next Day": a name, every word with a capital, inside a sentence."""
    return found.written(name)[0].isupper() and found.tokens.pieces[found.match.start()][0].isupper()


def _deictic(found: Found) -> Read | None:
    count = found.value("DEICTIC", "d")
    clock = Clock(part=found.value("PART", "p")) if "p" in found else None
    kind = _TIME if clock else _DATE
    if found.written("d") == "Today" and found.before() == "usa":
        return None
    return kind, Shift(count, Granularity.DAY, Origin.WRITING, Granularity.DAY, clock)


def _part_shift(count: int, origin: Origin, part: str) -> Read:
    return _TIME, Shift(count, Granularity.DAY, origin, Granularity.DAY, Clock(part=part))


def _tonight(found: Found) -> Read | None:
    return None if found.before() == "the" else _part_shift(0, Origin.WRITING, "NI")


def _last_night(found: Found) -> Read | None:
    del found
    return _part_shift(-1, Origin.WRITING, "NI")


def _this_part(found: Found) -> Read | None:
    return _part_shift(0, Origin.WRITING, found.value("PART", "p"))


def _next_part(found: Found) -> Read | None:
    return _part_shift(1, Origin.NARRATIVE, found.value("PART", "p"))


def _that_part(found: Found) -> Read | None:
    return _part_shift(0, Origin.NARRATIVE, found.value("PART", "p"))


_SIGN = {"l": -1, "p": -1, "n": 1, "t": 0}


def _direction(found: Found) -> int:
    return next(sign for name, sign in _SIGN.items() if name in found)


def _unit_shift(found: Found) -> Read | None:
    """Read "last week", "next year", "this month"; "the next day" speaks of the story, not of the writing."""
    unit, times = unit_of(found.word("u"), found)
    if unit in _FINE or _is_title(found, "u") or found.after() == "old":
        return None
    told = found.before() == "the"
    if unit is Granularity.DAY and "l" in found:
        return None
    if unit is Granularity.DECADE and "n" in found and told:
        return TimexType.DURATION, Length(((10, Granularity.YEAR),))
    if told and unit is Granularity.CENTURY and "n" not in found:
        return None
    origin = Origin.NARRATIVE if told and "n" in found else Origin.EITHER
    return _DATE, Shift(_direction(found) * times, unit, origin, unit)


def _unit_narrative(found: Found) -> Read | None:
    unit, times = unit_of(found.word("u"), found)
    sign = -1 if "p" in found else 1
    if unit in _FINE:
        return None
    if found.match.re.pattern and found.word("u") == found.tokens.lower(found.match.start()) and found.before() not in {"the"}:
        return None
    return _DATE, Shift(sign * times, unit, Origin.NARRATIVE, unit)


def _that_unit(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    if unit in _FINE or _is_title(found, "u"):
        return None
    return _DATE, Shift(0, unit, Origin.NARRATIVE, unit)


_ENDED = {"ended", "ending", "end", "to"}


def _the_unit(found: Found) -> Read | None:
    """Read "the quarter", "the year", "the weekend": the one the text or the time of writing is in."""
    unit, _ = unit_of(found.word("u"), found)
    if found.before() != "the" or unit in _FINE:
        return None
    if unit in {Granularity.DECADE, Granularity.CENTURY, Granularity.MILLENNIUM, Granularity.SEASON, Granularity.HALF, Granularity.DAY}:
        return None
    if unit is Granularity.YEAR and found.after() in _ENDED:
        return TimexType.DURATION, Length(((1, unit),))
    if found.tokens.pieces[found.match.end()] == "-" or found.after() in {"of", "when", "that", "old"}:
        return None
    return _DATE, Shift(0, unit, Origin.EITHER, unit, event="the")


def _latest(found: Found) -> Read | None:
    """Read "the latest quarter", "the latest period": the one last reported on."""
    unit = Granularity.QUARTER if found.word("u") == "period" else unit_of(found.word("u"), found)[0]
    if unit in _FINE or unit is Granularity.DAY:
        return None
    return _DATE, Shift(0, unit, Origin.EITHER, unit, event="the")


def _named(found: Found) -> Calendar:
    if "w" in found:
        return Calendar(Granularity.DAY, weekday=found.value("WEEKDAY", "w"))
    if "m" in found:
        day = ordinal(found.words("d"), found.tokens.lexicon) if "d" in found else None
        grain = Granularity.MONTH if day is None else Granularity.DAY
        return Calendar(grain, month=found.value("MONTH", "m"), day=day)
    return Calendar(Granularity.SEASON, season=found.value("SEASON", "s"))


def _is_short(found: Found) -> bool:
    """Tell "that Sun" (a name) from "last Sun." (Sunday)."""
    if "w" not in found:
        return False
    written = found.written("w")
    return not written[0].isupper() or (len(written) <= 4 and found.tokens.pieces[found.match.end()][:1] != ".")  # noqa: PLR2004


def _nth_named(found: Found) -> Read | None:
    if ("m" in found and not found.written("m")[0].isupper()) or _is_short(found):
        return None
    return _DATE, Nth(_named(found), _direction(found), Origin.EITHER if "t" in found else Origin.WRITING)


def _nth_narrative(found: Found) -> Read | None:
    if _is_short(found):
        return None
    sign = -1 if "p" in found else 1 if "n" in found else 0
    return _DATE, Nth(_named(found), sign, Origin.NARRATIVE)


def _ago(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.WRITING)


def _earlier(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.NARRATIVE)


def _later(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.NARRATIVE)


def _from_now(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.WRITING)


_CLAUSE_ENDS = {"and", "but", "or", "when", "in", "at", "on", "with", "as"}


def _before_after(found: Found) -> Read | None:
    """Read "two days before" as a date where the sentence ends; "two days before the vote" is a length."""
    sign = -1 if found.word("s") == "before" else 1
    gap = found.tokens.pieces[found.match.end()]
    if gap == " " and found.after() not in _CLAUSE_ENDS:
        return None
    return _shifted(found, sign, Origin.NARRATIVE)


def _shifted(found: Found, sign: int, origin: Origin) -> Read | None:
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else None
    unit, times = unit_of(found.word("u"), found)
    kind = _TIME if unit in _FINE else _DATE
    if count is None:
        return kind, Shift(None, unit, origin, unit, event="past" if sign < 0 else "future")
    count = sign * (count * times + (0.5 if "h" in found else 0))
    return kind, Shift(count, unit, origin, unit, business="b" in found, counted=True)


def _year_ago(found: Found) -> Read | None:
    unit, _ = unit_of(found.word("u"), found)
    return _DATE, Shift(-1, unit, Origin.NARRATIVE, unit, event="year-ago")


def _year_end(found: Found) -> Read | None:
    del found
    return _DATE, Shift(0, Granularity.YEAR, Origin.EITHER, Granularity.YEAR), "END"


def _same_period(found: Found) -> Read | None:
    """Read "the 1988 quarter", "the year-earlier period": the period spoken of, in another year."""
    if "y" in found:
        return _DATE, Shift(0, Granularity.YEAR, Origin.NARRATIVE, Granularity.YEAR, event=found.word("y"))
    return _DATE, Shift(-1, Granularity.YEAR, Origin.NARRATIVE, Granularity.YEAR, event="year-ago")


def _week_of(found: Found) -> Read | None:
    month, day = found.value("MONTH", "m"), ordinal(found.words("d"), found.tokens.lexicon)
    base = Calendar(Granularity.DAY, month=month, day=day)
    return _DATE, Shift(0, Granularity.WEEK, Origin.WRITING, Granularity.WEEK, base=base)


_N = "n=COUNT[ -](b=(business|working|trading) )?u=ANYUNIT( and( a)? h=HALF)?"
_HALFYEAR = "n=(A|NUMBER)[ -]u=UNIT and( a)? h=HALF"

RULES = (
    Rule("today", "d=DEICTIC", _deictic, ("he said «today»", "«yesterday»"), ("in USA Today",)),
    Rule("yesterday morning", "d=DEICTIC p=PART", _deictic, ("«yesterday evening»",)),
    Rule("tonight", "TODAYPART", _tonight, ("«tonight»",)),
    Rule("last night", "LAST night", _last_night, ("«last night»",)),
    Rule("this morning", "this p=PART", _this_part, ("«this morning»",)),
    Rule("the next morning", "(NEXT|FOLLOWING) p=PART", _next_part, ("«the next morning»",), article=True),
    Rule("that night", "(that|that same|same) p=PART", _that_part, ("«that night»",), article=True),
    Rule("last week", "l=LAST u=UNIT", _unit_shift, ("«last week»", "«last year»"), ("the last minute",), article=True),
    Rule("past year", "(this )?l=PAST u=UNIT", _unit_shift, ("«the past year»",), article=True),
    Rule("next week", "n=NEXT u=UNIT", _unit_shift, ("«next month»",), article=True),
    Rule("this week", "t=THIS( (same|very))? u=UNIT", _unit_shift, ("«this year»",), ("on This Week",), article=True),
    Rule("current fiscal year", "(t=THIS|l=LAST|n=NEXT) FISCAL u=UNIT", _unit_shift, ("«the current fiscal year»",), article=True),
    Rule("previous day", "p=PREVIOUS u=UNIT", _unit_narrative, ("«the previous day»",), article=True),
    Rule("following day", "f=FOLLOWING u=UNIT", _unit_narrative, ("«the following month»",), article=True),
    Rule("day before", "u=UNIT p=before", _unit_narrative, ("«the day before»",), article=True),
    Rule("day after", "u=UNIT (after|following)", _unit_narrative, ("«the day after»",), article=True),
    Rule("that day", "(that( same| very)?|same) u=UNIT", _that_unit, ("«that year»", "«the same day»"), article=True),
    Rule("the year", "u=UNIT", _the_unit, ("by the end of «the year»", "over «the weekend»"), article=True),
    Rule("the full year", "(FULL|FISCAL) u=UNIT", _the_unit, ("for «the full year»",), article=True),
    Rule("the latest quarter", "LATEST( FISCAL)? u=(UNIT|PERIOD)", _latest, ("«the latest quarter»",), article=True),
    Rule("last May", "(l=LAST|n=NEXT|t=this)( past)? (w=WEEKDAY|m=MONTH|s=SEASON)", _nth_named, ("«last May»", "«next Monday»")),
    Rule("last May 5", "(l=LAST|n=NEXT|t=this) m=MONTH[ .]d=(DAY(&SUFFIX)?)", _nth_named, ("«last Oct. 23»",)),
    Rule("previous May", "(p=PREVIOUS|n=FOLLOWING|n2=that) (w=WEEKDAY|m=MONTH|s=SEASON)", _nth_narrative, ("«the following Monday»",), article=True),
    Rule("ago", f"{_N} AGO", _ago, ("«two weeks ago»", "«a year and half ago»")),
    Rule("a year and a half ago", f"{_HALFYEAR} AGO", _ago, ("«a year and a half ago»",)),
    Rule("units ago", "u=UNITS AGO", _ago, ("«months ago»",)),
    Rule("earlier", f"{_N} (earlier|previously|beforehand)", _earlier, ("«a year earlier»",)),
    Rule("later", f"{_N} (later|afterwards|afterward|thereafter|hence)", _later, ("«two days later»",)),
    Rule("before and after", f"{_N} s=(before|after)", _before_after, ("he left «two days before».",), ("two days before the vote",)),
    Rule("units later", "u=UNITS later", _later, ("«weeks later»",)),
    Rule("units earlier", "u=UNITS earlier", _earlier, ("«weeks earlier»",)),
    Rule("from now", f"{_N} from now", _from_now, ("«two years from now»",)),
    Rule("year-ago", "u=UNIT-(AGO|earlier)", _year_ago, ("the «year-ago» loss",)),
    Rule("year-ago period", "UNIT-(AGO|earlier) (quarter|period|month)", _same_period, ("«the year-ago quarter»",), article=True),
    Rule("year-ago third quarter", "UNIT-(AGO|earlier) ORDINAL quarter", _same_period, ("«the year-earlier third quarter»",), article=True),
    Rule("the 1988 period", "y=YEAR (period|quarter|month)", _same_period, ("«the 1988 period»",), article=True),
    Rule("corresponding period", "(corresponding|same|comparable) (quarter|period)( of| in)?( a| the)? (year (ago|earlier|before)|LAST year|PREVIOUS year)", _same_period, ("«the corresponding period last year»",), article=True),
    Rule("quarter a year ago", "(quarter|period) A year (AGO|earlier)", _same_period, ("«the quarter a year ago»",), article=True),
    Rule("last year's quarter", "LAST year's (quarter|period)", _same_period, ("«last year's quarter»",)),
    Rule("year end", "year[ -]end", _year_end, ("by «year end»",)),
    Rule("year's end", "year's end", _year_end, ("by «year's end»",)),
    Rule("week of", "week of m=MONTH[ .]d=(DAY(&SUFFIX)?)", _week_of, ("«the week of March 6»",), article=True),
)
