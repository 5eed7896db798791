"""Text with marks, as a list of plain strings that each know what they are.

Marking never builds HTML: a text is cut at every boundary, and the template writes each piece, escaped,
inside the element that its marks call for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from chronology.model import Evidence, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be marked in a text: `kind` is "timex" or "trigger", `ref` what it points at."""

    span: Span
    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters; `trigger` is the ref of the event word that they belong to, or ""."""

    text: str
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text, from offset `start`; `timex` is the ref of the expression that it is, or ""."""

    start: int
    timex: str
    pieces: tuple[Piece, ...]


def segments(text: str, marks: Iterable[Mark], within: Span | None = None) -> tuple[Segment, ...]:
    """Cut `text` (or the part `within` it) at the ends of `marks`; joined again, the pieces are the text.

    Where two marks of one kind overlap, the first keeps the shared characters.
    """
    frame = within or Span(0, len(text))
    inside = [mark for mark in marks if mark.span.overlaps(frame)]
    cuts = sorted({frame.start, frame.end, *_ends(inside, frame)})
    timexes, triggers = (_owners(inside, kind, cuts) for kind in ("timex", "trigger"))
    runs = groupby(pairwise(cuts), key=lambda cut: timexes.get(cut[0], ""))
    return tuple(_segment(text, timex, list(spans), triggers) for timex, spans in runs)


def _segment(text: str, timex: str, spans: list[tuple[int, int]], triggers: Mapping[int, str]) -> Segment:
    pieces = tuple(Piece(text[start:end], triggers.get(start, "")) for start, end in spans)
    return Segment(spans[0][0], timex, pieces)


def sentence_segments(evidence: Sequence[Evidence], most: int | None = None) -> tuple[Segment, ...]:
    """Mark the expressions and the event words of tellings that share one sentence, its ends trimmed.

    Of a sentence longer than `most` characters, only that much about its first expression (or event word) is
    kept, with "…" where it was cut.
    """
    quote = evidence[0].quote
    marks = [
        Mark(_local(item.timex.span, item), "timex", item.timex.id)
        for item in evidence
        if item.timex is not None
    ]
    marks += [Mark(_local(item.trigger, item), "trigger", "trigger") for item in evidence]
    whole = _trim(quote, Span(0, len(quote)))
    kept = whole if most is None else _about(quote, whole, marks[0].span.start, most)
    before = (_cut(kept.start, "… "),) if kept.start > whole.start else ()
    after = (_cut(kept.end, " …"),) if kept.end < whole.end else ()
    return (*before, *segments(quote, marks, kept), *after)


def _cut(start: int, sign: str) -> Segment:
    return Segment(start, "", (Piece(sign),))


def _about(text: str, whole: Span, place: int, most: int) -> Span:
    """About `most` characters of `whole` on both sides of `place`, cut between words where there are any."""
    if whole.end - whole.start <= most:
        return whole
    start = max(whole.start, min(place - most // 2, whole.end - most))
    end = min(whole.end, start + most)
    if start > whole.start:
        start = max(start, text.find(" ", start, min(place, end)))
    if end < whole.end:
        space = text.rfind(" ", max(place, start) + 1, end)
        end = space if space > 0 else end
    return _trim(text, Span(start, end))


def paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the paragraphs of `text`, white space at their ends left off.

    Blank lines part paragraphs; a text without any blank line has one paragraph a line.
    """
    blocks = _blocks(text) if "\n\n" in text or "\n\r\n" in text else _lines(text)
    return tuple(span for span in (_trim(text, block) for block in blocks) if span.start < span.end)


def _lines(text: str) -> Iterable[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _blocks(text: str) -> Iterable[Span]:
    start: int | None = None
    end = 0
    for line in _lines(text):
        if not line.of(text).strip():
            if start is not None:
                yield Span(start, end)
            start = None
        else:
            start, end = (line.start if start is None else start), line.end
    if start is not None:
        yield Span(start, end)


def _ends(marks: Sequence[Mark], frame: Span) -> Iterable[int]:
    for mark in marks:
        yield max(mark.span.start, frame.start)
        yield min(mark.span.end, frame.end)


def _owners(marks: Sequence[Mark], kind: str, cuts: Sequence[int]) -> dict[int, str]:
    """Map the start of each piece to the mark of `kind` that covers it, in one sweep."""
    ordered = sorted((mark for mark in marks if mark.kind == kind), key=lambda mark: mark.span)
    owners: dict[int, str] = {}
    position = 0
    for cut in cuts:
        while position < len(ordered) and ordered[position].span.end <= cut:
            position += 1
        if position < len(ordered) and ordered[position].span.start <= cut:
            owners[cut] = ordered[position].ref
    return owners


def _local(span: Span, evidence: Evidence) -> Span:
    """Move a document span into its quotation."""
    return Span(span.start - evidence.start, span.end - evidence.start)


def _trim(text: str, span: Span) -> Span:
    """Leave the white space at the ends of `span` out of it."""
    part = span.of(text)
    left = len(part) - len(part.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(part.rstrip())))
