"""The text as an HTML page with every expression in a `time` element: its value, EDTF and reason.

The content of `pre` is the document's text, exactly. `datetime` stands only where HTML knows the form
(HTML Living Standard, 4.5.14): days, months, four-digit years, weeks, and durations of days or less.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from chronology.exports.cleaning import exact
from chronology.model import Document, Timex

_DATETIME = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?|-W\d\d)?\Z"
    r"|P(?=[\dT])(?:\d{1,9}D)?(?:T(?=\d)(?:\d{1,9}H)?(?:\d{1,9}M)?(?:\d{1,9}S)?)?\Z",
    re.ASCII,
)


def write(document: Document, timexes: Iterable[Timex]) -> Iterator[str]:
    """Yield the page; an expression that overlaps an earlier one is left out."""
    title = escape(exact(document.title or document.id))
    yield f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n<pre>\n'
    position = 0
    for timex in sorted(timexes, key=lambda item: (item.start, -item.end)):
        if timex.start < position:
            continue
        yield _text(document.text[position : timex.start])
        yield f"<time{_attributes(timex)}>{_text(document.text[timex.start : timex.end])}</time>"
        position = timex.end
    yield _text(document.text[position:])
    yield "</pre>\n</html>\n"


def _attributes(timex: Timex) -> str:
    values = {
        "id": timex.id,
        "datetime": timex.value if _DATETIME.match(timex.value) else None,
        "data-type": timex.type.value,
        "data-value": timex.value,
        "data-mod": timex.mod,
        "data-edtf": timex.edtf,
        "title": timex.because or None,
    }
    return "".join(f' {name}="{escape(exact(value))}"' for name, value in values.items() if value is not None)


def _text(text: str) -> str:
    return escape(exact(text), quote=False).replace("\r", "&#13;")
