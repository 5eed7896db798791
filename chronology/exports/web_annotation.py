"""W3C Web Annotation Data Model (Recommendation, 2017): one annotation a time expression, as JSON-LD."""

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from chronology.exports.json_lines import dumps
from chronology.model import Document, Timex

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CONTEXT_LENGTH = 32  # characters of text on either side that find the place again where the offsets moved


def write(document: Document, timexes: Iterable[Timex]) -> Iterator[str]:
    """Yield an AnnotationPage.

    A target is the document (its address, or a URN from its id) with two selectors: the quotation, and the
    position in code points, end exclusive. The bodies are the TIMEX3 value, the EDTF value and the reason.
    """
    source = document.url or f"urn:chronology:document:{quote(document.id, safe='')}"
    head = {"@context": _CONTEXT, "id": f"{source}#timexes", "type": "AnnotationPage"}
    yield dumps(head)[:-1] + ',\n"items": ['
    separator = "\n"
    for timex in timexes:
        yield separator + dumps(_annotation(document, timex, source))
        separator = ",\n"
    yield "\n]}\n"


def _annotation(document: Document, timex: Timex, source: str) -> dict[str, Any]:
    text = document.text
    before = text[max(0, timex.start - _CONTEXT_LENGTH) : timex.start]
    behind = text[timex.end : timex.end + _CONTEXT_LENGTH]
    return {
        "id": f"{source}#{quote(timex.id, safe='')}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(timex)),
        "target": {
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": timex.text, "prefix": before, "suffix": behind},
                {"type": "TextPositionSelector", "start": timex.start, "end": timex.end},
            ],
        },
    }


def _bodies(timex: Timex) -> Iterator[dict[str, str]]:
    values = (
        ("identifying", f"TIMEX3 {timex.type.value} {timex.value}"),
        ("identifying", f"EDTF {timex.edtf}" if timex.edtf else ""),
        ("describing", timex.because),
    )
    for purpose, value in values:
        if value:
            yield {
                "type": "TextualBody",
                "value": value,
                "format": "text/plain",
                "language": "en",
                "purpose": purpose,
            }
