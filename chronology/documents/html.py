"""Web pages: the article's text by trafilatura; the date by the page's metadata, then by htmldate."""

import re
from pathlib import Path
from typing import Any

import htmldate
import trafilatura
from lxml.etree import ParserError

from chronology.documents.reading import Draft, Drafts, content
from chronology.model import CreationTime, DateError, DocumentBasis, DocumentError
from chronology.temporal.published import given

_STATED = (
    "//meta[@property='article:published_time' or @property='og:article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//meta[@name='DC.date.issued' or @name='dcterms.issued' or @name='citation_publication_date']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='publish-date' or @name='date']/@content",
)
"""Where pages state their publication date, the surest first."""
_AROUND = ["//nav", "//aside", "//body/header", "//body/footer", "//*[@role='navigation']"]
"""What stands around an article: a date in it is nothing that the article says."""
_BLOCKS = re.compile(r"\n+")
"""Trafilatura puts each block on a line; a blank line keeps a heading apart from the sentence below it."""


def read(path: Path) -> Drafts:
    """Yield the article of a page, without menus, comments and markup."""
    yield draft(content(path), str(path))


def draft(data: bytes, where: str) -> Draft:
    """Make a draft out of a page. Raises DocumentError where there is no text in it."""
    tree = _tree(data, where)
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, favor_recall=True, with_metadata=True, prune_xpath=_AROUND
    )
    if found is None or not (found.text or "").strip():
        raise DocumentError(
            "has no text that we can find in the page", where=where, remedy="Save its text as .txt"
        )
    return Draft(
        text=_BLOCKS.sub("\n\n", found.text),
        title=found.title or "",
        publisher=found.sitename or "",
        url=found.url or "",
        published=_stated(tree),
        made=_guessed(tree),
    )


def _tree(data: bytes, where: str) -> Any:
    try:
        tree = trafilatura.load_html(data)
    except (ValueError, ParserError):
        tree = None
    if tree is None:
        raise DocumentError("is not HTML", where=where, remedy="Check the file, or save its text as .txt")
    return tree


def _stated(tree: Any) -> CreationTime | None:
    for path in _STATED:
        for value in tree.xpath(path):
            try:
                return given(str(value), DocumentBasis.METADATA, "the page's metadata say so")
            except DateError:
                continue
    return None


def _guessed(tree: Any) -> CreationTime | None:
    """Ask htmldate, without its boldest guesses; the bounds keep it from reading the clock."""
    day = htmldate.find_date(
        tree, original_date=True, extensive_search=False, min_date="1990-01-01", max_date="2999-12-31"
    )
    return given(day, DocumentBasis.METADATA, "the page's markup suggests so") if day else None
