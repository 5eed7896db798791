"""Ids and titles of documents."""

import hashlib
import re

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_ID = 100
_LONGEST_HEADLINE = 160
_SENTENCE_ENDS = (".", ":", ";", ",", "?!")


def safe_id(name: str) -> str:
    """Return `name` as it may stand in a URL: ASCII letters, digits, dot, hyphen and underscore.

    What cannot be told from the rest of it any more gets a digest of the whole name.
    """
    plain = _UNSAFE.sub("-", name).strip("-.") or "document"
    is_told = name.isascii() and len(plain) <= _LONGEST_ID and plain != "document"
    if is_told:
        return plain
    return f"{plain[: _LONGEST_ID - 9]}-{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"


def headline(text: str) -> str:
    """Return the first line where it reads as a headline: short, no sentence, and set apart; else ""."""
    lines = text.lstrip("\ufeff \t\r\n").split("\n", 2)
    first = lines[0].strip().lstrip("#").strip()
    rest = lines[1].strip() if len(lines) > 1 else ""
    is_markdown = lines[0].lstrip().startswith("#")
    is_apart = len(lines) > 1 and (not rest or is_markdown)
    is_sentence = first.endswith(_SENTENCE_ENDS) and not is_markdown
    return first if first and is_apart and not is_sentence and len(first) <= _LONGEST_HEADLINE else ""
