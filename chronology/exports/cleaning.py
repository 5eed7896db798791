"""Characters that a format cannot carry, and text that must stay text."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Not allowed in XML 1.0 (2.2 Char), and lone surrogates in no encoded text at all.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a terminal or a reader of lines could take for more than text.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def exact(text: str) -> str:
    """Return `text` with each character that no file can carry replaced, one for one: offsets hold."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters, in single spaces."""
    return " ".join(_CONTROL.sub(" ", text).split())
