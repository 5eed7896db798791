"""Text that every calendar reader takes: what is removed, replaced and shortened, and why.

RFC 5545 section 3.1 allows no control characters in a value. Beyond that, measured readers break a value at
U+2028 and at NEL, three of ten undo the escape of a backslash wrongly, one looks for
"BEGIN:VEVENT" inside values too, and direction overrides disguise what follows them. So a value is cleaned
before the icalendar library escapes and folds it.
"""

import re
import unicodedata
from typing import Final

_BREAKS: Final = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWANTED: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u202a-\u202e\u2066-\u2069"  # direction embeddings, overrides and isolates
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"  # byte order mark, annotations, tags
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_DELIMITER: Final = re.compile(r"\b(BEGIN|END):(?=V)", re.IGNORECASE)
_SPACES: Final = re.compile(r"[^\S\n]+")
_SUSPECT: Final = re.compile(r"\\|  |(?:BEGIN|END):", re.IGNORECASE)
_BACKSLASH_LOOKALIKE: Final = "\u29f5"
_ELLIPSIS: Final = "…"


def paragraphs(text: str, limit: int) -> str:
    """Return `text` fit for a DESCRIPTION: line breaks as LF, at most `limit` code points, no outer space."""
    text = text[: limit * 4]
    if text.isprintable() and not _SUSPECT.search(text):  # as nearly all text is
        return shorten(text.strip(), limit)
    text = _BREAKS.sub("\n", text)
    text = _UNWANTED.sub("", _SURROGATES.sub("\ufffd", text)).replace("\\", _BACKSLASH_LOOKALIKE)
    text = _DELIMITER.sub(r"\1: ", text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return shorten("\n".join(lines).strip(), limit)


def one_line(text: str, limit: int) -> str:
    """Return `text` fit for a SUMMARY or LOCATION: one line of at most `limit` code points."""
    return shorten(paragraphs(text, limit * 2).replace("\n", " "), limit)


def plain(text: str, limit: int) -> str:
    """Return `text` fit for a name, a category or a parameter.

    Commas, semicolons, colons, carets and quotes are left out: readers disagree about their escapes there.
    """
    return _SPACES.sub(" ", re.sub('[,;:^"]', " ", one_line(text, limit))).strip()


def shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` code points, the last an ellipsis; never between a letter and its accent."""
    if len(text) <= limit:
        return text
    cut = limit - 1
    while cut > limit // 2 and _joins(text[cut]):
        cut -= 1
    return text[:cut].rstrip() + _ELLIPSIS


def _joins(character: str) -> bool:
    """Whether `character` belongs to the one before it: an accent, a joiner, a variation, a skin tone."""
    return (
        unicodedata.combining(character) != 0
        or character in "\u200d\ufe0e\ufe0f"
        or "🏻" <= character <= "🏿"
    )
