"""TimeML 1.2.1 out of tagged text, in the form of TempEval-3: DOCID, DCT, TITLE, TEXT.

The content of TEXT is the document's text, exactly: stripped of its tags it has the same characters at the
same offsets. Only characters that XML 1.0 cannot carry at all become U+FFFD, one for one; a carriage return
is written as a reference, because a parser would turn it into a line feed.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from chronology.exports.cleaning import exact, one_line
from chronology.model import AnchorKind, Document, Timex, TimexType

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)
_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)  # what XML takes for an ID, as far as we need it
_DCT = "t0"


def write(document: Document, timexes: Iterable[Timex]) -> Iterator[str]:
    """Yield the TimeML file; an expression that overlaps an earlier one is left out: TimeML cannot nest."""
    apart = tuple(_apart(timexes))
    names = _names(apart)
    yield _HEAD
    yield f"<DOCID>{_text(one_line(document.id))}</DOCID>\n"
    yield _creation_time(document)
    if document.title:
        yield f"<TITLE>{_text(one_line(document.title))}</TITLE>\n"
    yield "<TEXT>"
    yield from tagged(document.text, apart, names)
    yield "</TEXT>\n</TimeML>\n"


def tagged(text: str, timexes: Iterable[Timex], names: dict[str, str]) -> Iterator[str]:
    """Yield the text with TIMEX3 tags; `names` maps timex ids to tids."""
    position = 0
    for timex in timexes:
        yield _text(text[position : timex.start])
        yield f"<TIMEX3{_attributes(timex, names)}>{_text(text[timex.start : timex.end])}</TIMEX3>"
        position = timex.end
    yield _text(text[position:])


def _apart(timexes: Iterable[Timex]) -> Iterator[Timex]:
    position = 0
    for timex in sorted(timexes, key=lambda item: (item.start, -item.end)):
        if position <= timex.start < timex.end:
            yield timex
            position = timex.end


def _names(timexes: tuple[Timex, ...]) -> dict[str, str]:
    """Give every timex a tid of its own: its id where that is an XML name and free."""
    names: dict[str, str] = {}
    taken = {_DCT}
    for number, timex in enumerate(timexes, start=1):
        name = timex.id if _NAME.match(timex.id) and timex.id not in taken else f"t{number}"
        while name in taken:
            name += "_"
        taken.add(name)
        names.setdefault(timex.id, name)
        names[f"{timex.id}@{timex.start}"] = name
    return names


def _creation_time(document: Document) -> str:
    if document.published is None:
        return "<DCT></DCT>\n"
    published = document.published
    moment = published.moment
    value = published.period.edtf if moment is None else moment.isoformat(timespec="seconds")
    kind = TimexType.DATE if moment is None else TimexType.TIME
    return (
        f'<DCT><TIMEX3 tid="{_DCT}" type="{kind.value}" value={quoteattr(value)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{_text(value)}</TIMEX3></DCT>\n'
    )


def _attributes(timex: Timex, names: dict[str, str]) -> str:
    """Write the attributes that have a value; references only to expressions that the file holds."""
    anchored = timex.anchor.kind is not AnchorKind.NONE
    values = {
        "tid": names[f"{timex.id}@{timex.start}"],
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "temporalFunction": "true" if anchored else "false",
        "functionInDocument": timex.function,
        "anchorTimeID": _anchor(timex, names),
        "beginPoint": _reference(timex.begin_point, names),
        "endPoint": _reference(timex.end_point, names),
    }
    return "".join(
        f" {name}={quoteattr(exact(value))}" for name, value in values.items() if value is not None
    )


def _anchor(timex: Timex, names: dict[str, str]) -> str | None:
    if timex.anchor.kind is AnchorKind.DCT:
        return _DCT
    return _reference(timex.anchor.ref, names) if timex.anchor.kind is AnchorKind.TIMEX else None


def _reference(target: str | None, names: dict[str, str]) -> str | None:
    if target is None:
        return None
    return _DCT if target in ("dct", _DCT) else names.get(target)


def _text(text: str) -> str:
    return escape(exact(text), {"\r": "&#13;"})
