"""A long text in blocks that can be read one by one, so that memory does not grow with the text."""

import re
from collections.abc import Iterable, Iterator

SIZE = 1 << 16  # characters that a block has at least
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE = re.compile(r"[.!?][\"')”\u2019]*\s+(?=[A-Z\"“])")


def blocks(pieces: Iterable[str], size: int = SIZE) -> Iterator[tuple[int, str]]:
    """Join `pieces` (a whole text, or the lines of an open file) and cut them; yield (offset, block).

    A block ends at the first blank line after `size` characters, or, where none comes in as many again, at a
    sentence's end. A sentence is never cut, however long, so no expression is.
    """
    held: list[str] = []
    offset, length, enough = 0, 0, 2 * size
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length < enough:
            continue
        text, start = "".join(held), 0
        while (end := _cut(text, start, size)) is not None:
            yield offset + start, text[start:end]
            start = end
        offset, held, length = offset + start, [text[start:]], len(text) - start
        enough = 2 * max(
            size, length
        )  # twice, so that a sentence without end is looked through only so often
    yield offset, "".join(held)


def _cut(text: str, start: int, size: int) -> int | None:
    """Return where the block from `start` ends; None where its end may not have been read yet."""
    if len(text) - start < 2 * size:
        return None
    for ending, last in ((_PARAGRAPH, start + 2 * size), (_SENTENCE, len(text))):
        found = ending.search(text, start + size, last)
        if found is not None and found.end() < len(text):
            return found.end()
    return None
