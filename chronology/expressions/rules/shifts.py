"""So many units before or after: two weeks ago, three days later, the day before yesterday."""

from chronology.expressions.amounts import amount
from chronology.expressions.rule import Found, Read, Rule
from chronology.expressions.rules.relative import unit_of
from chronology.model import Granularity, TimexType
from chronology.model.meaning import Calendar, Length, Origin, Shift, Within

_DATE, _TIME = TimexType.DATE, TimexType.TIME
_FINE = {Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND}


def _ago(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.WRITING)


def _earlier(found: Found) -> Read | None:
    return _shifted(found, -1, Origin.NARRATIVE)


def _later(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.NARRATIVE)


def _from_now(found: Found) -> Read | None:
    return _shifted(found, 1, Origin.WRITING)


def _before_after(found: Found) -> Read | None:
    """Read "two days before" as a date where the sentence ends; "two days before the vote" is a length."""
    sign = -1 if found.word("s") == "before" else 1
    if found.gap_after() == " " and not found.after_is("ends_clause"):
        return None
    return _shifted(found, sign, Origin.NARRATIVE)


def _shifted(found: Found, sign: int, origin: Origin) -> Read | None:
    if found.after() == "than" and found.gap_after() == " ":
        return None  # "three weeks later than usual" is a length
    count = amount(found.words("n"), found.tokens.lexicon) if "n" in found else None
    unit, times = unit_of(found.word("u"), found)
    kind = _TIME if unit in _FINE else _DATE
    mod = "APPROX" if "r" in found else None
    if count is None:
        return kind, Shift(None, unit, origin, unit, back=sign < 0), mod
    count = sign * (count * times + (0.5 if "h" in found else 0))
    return kind, Shift(count, unit, origin, unit, business="b" in found, counted=True), mod


def _twice(found: Found) -> Read | None:
    """Read "the week before last", "the day after tomorrow", not "the day before last May"."""
    after = found.match.end() + 1
    if any(found.tokens.is_a(after, name) for name in ("WEEKDAY", "MONTH", "SEASON", "UNIT")):
        return None
    unit, times = unit_of(found.word("u"), found)
    sign = -1 if found.word("s") == "before" else 1
    return _DATE, Shift(2 * sign * times, unit, Origin.WRITING, unit)


def _two_units(found: Found) -> Read | None:
    """Read "two years and three months ago", "a month and ten days later"."""
    lexicon = found.tokens.lexicon
    sign, origin = (-1, Origin.WRITING) if "g" in found else (-1 if "e" in found else 1, Origin.NARRATIVE)
    first, second = amount(found.words("n"), lexicon), amount(found.words("x"), lexicon)
    unit, times = unit_of(found.word("u"), found)
    finer, many = unit_of(found.word("v"), found)
    if first is None or second is None or not finer.finer_than(unit) or finer in _FINE:
        return None
    if (unit, finer) == (Granularity.YEAR, Granularity.MONTH):
        return _DATE, Shift(sign * (first * 12 + second), finer, origin, finer, counted=True)
    day = Granularity.DAY
    base = Shift(sign * first * times, unit, origin, day, counted=True)
    return _DATE, Shift(sign * second * many, finer, origin, day, base=base, counted=True)


def _fraction_of(found: Found) -> Read | None:
    """Read "a half-century ago", "a quarter of a century earlier"."""
    unit, times = unit_of(found.word("u"), found)
    part = times * (0.25 if found.word("n") == "quarter" else 0.5)
    if unit in _FINE:
        return None
    sign, origin = (-1, Origin.WRITING) if "g" in found else (-1 if "e" in found else 1, Origin.NARRATIVE)
    if unit is Granularity.CENTURY:
        part, unit = part * 100, Granularity.YEAR
    return _DATE, Shift(sign * part, unit, origin, unit, counted=True)


def _in_time(found: Found) -> Read | None:
    """Read "in two years' time"."""
    return _shifted(found, 1, Origin.WRITING)


def _winters_ago(found: Found) -> Read | None:
    """Read "two winters ago": the winter of two years ago."""
    word, count = found.word("g"), amount(found.words("n"), found.tokens.lexicon)
    if count is None:
        return None
    origin = Origin.NARRATIVE if word in {"earlier", "later"} else Origin.WRITING
    years = Shift(
        count if word == "later" else -count, Granularity.YEAR, origin, Granularity.YEAR, counted=True
    )
    named = Calendar(Granularity.SEASON, season=found.tokens.lexicon.values["SEASONS"][found.word("s")])
    return _DATE, Within(named, years)


_TOLD = 8  # words


def _years_on(found: Found) -> Read | None:
    """Read "Twenty years on, it was a prison": later; "Two years on, the war rages" says how long it has."""
    told = any(found.after_is("told", distance) for distance in range(1, _TOLD))
    if found.gap_after()[:1] != ",":
        return None
    if told:
        return _later(found)
    count, (unit, times) = amount(found.words("n"), found.tokens.lexicon), unit_of(found.word("u"), found)
    return TimexType.DURATION, Length(((None if count is None else count * times, unit),))


def _after_that(found: Found) -> Read | None:
    """Read "three years after that", not "three years after that war"."""
    if found.gap_after() == " " and not (found.after_is("ends_clause") or found.after_is("opens_clause")):
        return None
    return _earlier(found) if found.word("s") == "before" else _later(found)


_N = "n=COUNT[ -](b=(business|working|trading) )?u=ANYUNIT( and( a)? h=HALF)?"
_SO = "( r=(or so))?"
_HALFYEAR = "n=(A|NUMBER)[ -]u=UNIT and( a)? h=HALF"
_AND_HALF = "n=AMOUNT[ -]and[ -](a[ -])?h=HALF[ -]u=ANYUNIT"

RULES = (
    Rule("ago", f"{_N}{_SO} AGO", _ago, ("«two weeks ago»", "«a year and half ago»", "«a week or so ago»")),
    Rule("a year and a half ago", f"{_HALFYEAR} AGO", _ago, ("«a year and a half ago»",)),
    Rule("two and a half years ago", f"{_AND_HALF} AGO", _ago, ("«two and a half years ago»",)),
    Rule("two and a half years later", f"{_AND_HALF} later", _later, ("«two and a half years later»",)),
    Rule(
        "two and a half years earlier", f"{_AND_HALF} earlier", _earlier, ("«two and a half years earlier»",)
    ),
    Rule(
        "two years and three months ago",
        "n=COUNT[ -]u=ANYUNIT(, and |,| and | )x=AMOUNT[ -]v=ANYUNIT (g=AGO|e=earlier|later)",
        _two_units,
        ("«two years and three months ago»", "«one month and ten days later»"),
    ),
    Rule(
        "a half-century ago",
        "(A )?n=(HALF|quarter)[ -](of A )?u=UNIT (g=AGO|e=earlier|later)",
        _fraction_of,
        ("«a half-century ago»", "«a quarter of a century later»"),
    ),
    Rule("units ago", "u=UNITS( or UNITS)? AGO", _ago, ("«months ago»", "«weeks or months ago»")),
    Rule("earlier", f"{_N}{_SO} (earlier|previously|beforehand)", _earlier, ("«a year earlier»",)),
    Rule(
        "later",
        f"{_N}{_SO} (later|afterwards|afterward|thereafter)",
        _later,
        ("«two days later»",),
        ("two days later than planned",),
    ),
    Rule(
        "before and after",
        f"{_N} s=(before|after)",
        _before_after,
        ("he left «two days before».",),
        ("two days before the vote",),
    ),
    Rule(
        "two winters ago",
        "n=AMOUNT s=SEASONS g=(AGO|back|earlier|later)",
        _winters_ago,
        ("he left «two winters ago»",),
    ),
    Rule(
        "years on",
        "n=COUNT u=UNITS on",
        _years_on,
        ("«Twenty years on», he was", "«Two years on», it is"),
        ("ten years on the run",),
    ),
    Rule(
        "three years after that",
        "n=COUNT u=ANYUNIT s=(before|after) (that|this|then)",
        _after_that,
        ("he left «three years after that».",),
        ("three years after that war",),
    ),
    Rule("units later", "u=UNITS( or UNITS)? later", _later, ("«weeks later»",)),
    Rule("units earlier", "u=UNITS( or UNITS)? earlier", _earlier, ("«weeks earlier»",)),
    Rule(
        "in two years' time",
        """in n=COUNT u=ANYUNIT('s |\")time""",
        _in_time,
        ("«in two years' time» he", "«in a month's time» he"),
    ),
    Rule("from now", f"{_N} (from now|hence)", _from_now, ("«two years from now»", "«three days hence»")),
    Rule(
        "the week before last",
        "u=UNIT s=before (the )?LAST",
        _twice,
        ("«the week before last»",),
        article=True,
    ),
    Rule(
        "the week after next", "u=UNIT s=after (the )?NEXT", _twice, ("«the week after next»",), article=True
    ),
    Rule(
        "day before yesterday",
        "u=day s=before yesterday",
        _twice,
        ("«the day before yesterday»",),
        article=True,
    ),
    Rule("day after tomorrow", "u=day s=after tomorrow", _twice, ("«the day after tomorrow»",), article=True),
)
