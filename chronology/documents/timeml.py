"""TimeML (also as TempEval-3 writes it): the text exactly as it stands between the tags, and its DCT.

The text is the content of TEXT, or of the whole file where there is none, with every tag out and nothing
else changed: offsets count the characters that an XML parser reports. Old annotations are not taken over.
"""

from pathlib import Path
from xml.etree import ElementTree as ET

from chronology.documents.reading import Draft, Drafts, content
from chronology.model import CreationTime, DateError, DocumentBasis, DocumentError
from chronology.temporal.published import given

_WHY = "the TimeML file states its creation time"


def read(path: Path) -> Drafts:
    """Yield the one document of a TimeML file. Raises DocumentError where it is no XML, or not TimeML."""
    root = _root(content(path), str(path))
    body = root.find(".//TEXT")
    yield Draft(
        text="".join((root if body is None else body).itertext()),
        title=_content(root, "TITLE"),
        published=_creation_time(root, str(path)),
        name=_content(root, "DOCID") or _content(root, "DOCNO"),
    )


def _root(data: bytes, where: str) -> ET.Element:
    try:
        # Expat limits entity expansion by itself (since 2.4.1), and fetches nothing from outside.
        root = ET.fromstring(data)  # noqa: S314
    except (ET.ParseError, LookupError, ValueError) as error:
        raise DocumentError(f"is not XML: {error}", where=where, remedy="Mend that place") from error
    if root.tag not in ("TimeML", "TimeML-doc"):
        raise DocumentError(f"is <{root.tag}>, not <TimeML>", where=where, remedy="Give a TimeML file")
    return root


def _content(root: ET.Element, tag: str) -> str:
    found = root.find(f".//{tag}")
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _creation_time(root: ET.Element, where: str) -> CreationTime | None:
    """Take the TIMEX3 of DCT, or any whose function in the document is to date it."""
    stated = [item for item in root.iter("TIMEX3") if item.get("functionInDocument") == "CREATION_TIME"]
    candidates = [*root.iterfind(".//DCT//TIMEX3"), *stated]
    value = candidates[0].get("value", "") if candidates else ""
    if not value:
        return None
    try:
        return given(value, DocumentBasis.METADATA, _WHY)
    except DateError as error:
        raise DocumentError(f"its DCT {value!r} is no date", where=where, remedy=error.remedy) from error
