"""How a text is laid out: its sentences, quotations, lines and headings; each linear in its length."""

import re

# Each begins with one class of characters, which is looked for much faster than a choice of beginnings.
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)\s*\n|(?<!\n)[\"'”\u2019)]*\s(?![a-z]))")
_QUOTE = re.compile(r"[\"“”\n](?:(?<!\n)|\s*\n)")
_LINE = 60  # characters: how long a heading is at most
_LONG = 2000  # characters: how far back the start of a line is looked for
_HEAD_MARKS = ("-", ":", "\N{EN DASH}", "\N{EM DASH}", "|")


def line(text: str, start: int) -> int:
    """Return the offset at which the line that holds `start` begins (of a long one: a point in it)."""
    low = max(0, start - _LONG)
    return max(text.rfind("\n", low, start) + 1, low)


def heads(text: str, start: int, end: int) -> str:
    """Tell whether the words at these offsets head a passage: "line", "entry" or "".

    A line of their own: "Spring 1943 offensive"; an entry of a list: "March 2003 - Farmers sue the firm."
    """
    before = text[max(0, start - _LINE) : start].rpartition("\n")
    if not before[1] and start > _LINE:
        return ""
    rest, ends, _ = text[end : end + _LINE].partition("\n")
    if _is_entry(before[2].rstrip(" \t"), rest.lstrip(" ")[:2]):
        return "entry"
    alone = before[0].endswith("\n") or not before[0] or text[end + len(rest) : end + len(rest) + 2] == "\n\n"
    closed = bool(ends) or end + len(rest) == len(text)
    whole = f"{before[2]}{text[start:end]}{rest}".rstrip()
    short = 0 < len(whole) <= _LINE and whole[-1] not in ".,;:?!\"'"
    return "line" if closed and alone and short else ""


def _is_entry(place: str, mark: str) -> bool:
    """Tell whether a date opens an entry, or is a date line: what stands before it in its line, and after it.

    "3 May 2019 - …", "GENEVA, 3 May 2019 -", "GENEVA (Reuters - 3 May 2019)".
    """
    if not place.strip(" \t*#\N{BULLET}") or (place.endswith(",") and place[:-1].isupper()):
        return mark[:1] == "(" or (mark[:1] in _HEAD_MARKS and mark[1:].isspace())
    return mark[:1] == ")" and place.partition("(")[0].rstrip().isupper()


def sentence_ends(text: str, abbreviations: frozenset[str]) -> list[int]:
    """Return the offsets at which sentences end: not after "Gov." or "Sept.", nor before a small letter."""
    return [
        end
        for start, end in map(re.Match.span, _SENTENCE_END.finditer(text))
        if text[max(0, start - 6) : start].rpartition(" ")[2] not in abbreviations
    ]


def quotes(text: str) -> list[int]:
    """Return the offsets at which quotation opens and closes; a new paragraph closes it."""
    edges: list[int] = []
    for match in _QUOTE.finditer(text) if '"' in text or "“" in text else ():
        mark, is_open = match.group(), len(edges) % 2 == 1
        if mark[0] == "\n":
            if is_open:
                edges.append(match.start())
        elif not (mark == "”" and not is_open) and not (mark == "“" and is_open):
            edges.append(match.end())
    return edges
