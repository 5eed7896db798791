"""Tag a text: find its time expressions, resolve each, and say why."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from chronology.expressions import finder
from chronology.model import CreationTime, DateError, DocumentBasis, Granularity, Period, Timex
from chronology.resolution import resolver
from chronology.temporal import edtf, periods

MODES = ("auto", "news", "narrative")
LANGUAGES = ("en", "fr")
Published = CreationTime | Period | date | str | None


def tag(
    text: str, published: Published = None, *, mode: str = "auto", language: str = "en"
) -> tuple[Timex, ...]:
    """Return the time expressions of `text`, in order, each resolved and explained.

    `published` is the document creation time: an EDTF string (day, month or year) or ISO date-time, a date,
    a `Period` or a `CreationTime`; None where it is unknown. `mode` says how to read dates that leave
    something out: "news" counts from the publication, "narrative" from the last date mentioned, "auto"
    decides by the text. `language` names a folder of the lexicon. Raises DateError for a `published` that is
    not a date, and for an unknown mode or language; never for anything in `text`.
    """
    _check(mode, language)
    return resolver.resolve(finder.find(text, language), creation_time(published), mode)


def stream(
    pieces: Iterable[str], published: Published = None, *, mode: str = "auto", language: str = "en"
) -> Iterator[Timex]:
    """Yield what `tag` returns for a text that comes in pieces, such as the lines of an open file.

    Memory is bounded by the longest sentence, not by the text; offsets are the whole text's. The mode "auto"
    is decided by the first block (65,536 characters or more). Raises as `tag` does.
    """
    _check(mode, language)
    return resolver.stream(finder.stream(pieces, language), creation_time(published), mode)


def _check(mode: str, language: str) -> None:
    if mode not in MODES:
        raise DateError(f"unknown mode {mode!r}", remedy=f"Use one of {', '.join(MODES)}")
    if language not in LANGUAGES:
        raise DateError(f"unknown language {language!r}", remedy=f"Use one of {', '.join(LANGUAGES)}")


def resolve(expression: str, published: Published = None, *, language: str = "en") -> Timex:
    """Return the one time expression in `expression`, as `tag` would; DateError where there is none."""
    found = tag(expression, published, language=language)
    if not found:
        raise DateError(
            f"no time expression in {expression[:80]!r}", remedy="Try “last May” or “10 December 2019”"
        )
    return max(found, key=lambda timex: timex.end - timex.start)


def creation_time(published: Published) -> CreationTime | None:
    """Return `published` as a `CreationTime`."""
    match published:
        case None | CreationTime():
            return published
        case Period():
            return CreationTime(published, DocumentBasis.GIVEN)
        case datetime():
            return CreationTime(periods.day(published.date()), DocumentBasis.GIVEN, moment=published)
        case date():
            return CreationTime(periods.day(published), DocumentBasis.GIVEN)
        case _:
            return _parsed(published)


def _parsed(published: str) -> CreationTime:
    text = published.strip()
    if "T" in text:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise DateError(f"{text!r} is not a date", remedy="Write 2019-12-11, 2019-12 or 2019") from error
        return CreationTime(periods.day(moment.date()), DocumentBasis.GIVEN, moment=moment)
    period = edtf.parse(text)
    if period.granularity is Granularity.UNKNOWN or period.start is None:
        raise DateError(f"{text!r} gives no publication date", remedy="Write 2019-12-11, 2019-12 or 2019")
    return CreationTime(period, DocumentBasis.GIVEN)
