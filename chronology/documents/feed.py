"""RSS and Atom, by feedparser: each entry is a document, dated by its own local date."""

from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
from lxml import html
from lxml.etree import ParserError

from chronology.documents import timeml
from chronology.documents.reading import Draft, Drafts, content, without_surrogates
from chronology.model import CreationTime, DateError, DocumentBasis, DocumentError
from chronology.temporal.published import given


def read(path: Path) -> Drafts:
    """Yield the entries of a feed. An .xml file that is TimeML is read as TimeML."""
    data = content(path)
    if b"<TimeML" in data[:4000]:
        yield from timeml.read(path)
        return
    parsed = feedparser.parse(BytesIO(data), sanitize_html=False)
    if not parsed.entries:
        raise DocumentError(
            "is neither RSS nor Atom (it has no entries)",
            where=str(path),
            remedy="Give a feed, or a page as .html or text as .txt",
        )
    for number, entry in enumerate(parsed.entries, start=1):
        yield _draft(entry, parsed.feed, number)


def _draft(entry: Any, feed: Any, number: int) -> Draft:
    title = _stripped(entry.get("title", ""))
    body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
    return Draft(
        text="\n\n".join(part for part in (title, _stripped(body)) if part),
        title=title,
        publisher=_stripped(feed.get("title", "")),
        url=entry.get("link", ""),
        published=_published(entry),
        name=entry.get("id") or entry.get("link") or title,
        place=f"entry {number}",
    )


def _published(entry: Any) -> CreationTime | None:
    """Read the date as written: feedparser's own is in UTC, which can be another day."""
    for key in ("published", "issued", "created", "updated"):
        try:
            return given(entry[key], DocumentBasis.METADATA, f"the feed's entry says so ({key})")
        except (KeyError, DateError):
            continue
    return None


def _stripped(markup: str) -> str:
    """Return the words of a piece of HTML, a paragraph a line."""
    if "<" not in markup and "&" not in markup:
        return without_surrogates(markup).strip()
    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (ParserError, ValueError):
        return ""
    for block in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "tr"):
        block.tail = "\n" + (block.tail or "")
    lines = (line.strip() for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)
