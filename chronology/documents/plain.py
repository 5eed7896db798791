"""Plain text and Markdown: the text is what the file holds, character by character."""

from pathlib import Path

from chronology.documents.reading import Draft, Drafts, content, decode


def read(path: Path) -> Drafts:
    """Yield the one document of a text file."""
    yield Draft(decode(content(path), str(path)))
