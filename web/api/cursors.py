"""Where a page of a list begins, as an opaque word: good for one list at one revision of the chronicle.

A cursor packs the revision, the place and a check of the question into twelve bytes, as base64url (RFC 4648).
Every word of its pattern can be read, so what is well formed is either right or out of date, never malformed.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct
from typing import Any, Final

from marshmallow import ValidationError, fields

from web.api import patterns

_PACKED: Final = Struct(">III")
_PRESENTATION: Final = frozenset({"cursor", "limit", "offset", "fields"})
"""Parameters that may change from page to page: they do not change what is listed, nor its order."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place (so many items come before) in the list that answers `question` at a revision."""

    revision: int
    question: int
    place: int

    def __str__(self) -> str:
        """Write it as a parameter."""
        return urlsafe_b64encode(_PACKED.pack(self.revision, self.question, self.place)).decode("ascii")

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """Read a word of the pattern `patterns.CURSOR`."""
        return cls(*_PACKED.unpack(urlsafe_b64decode(text)))


def question(path: str, arguments: Iterable[tuple[str, str]]) -> int:
    """Name what is asked for, apart from the part of it that is shown: a check of 32 bits."""
    asked = sorted((name, value) for name, value in arguments if name not in _PRESENTATION)
    return zlib.crc32(repr((path, asked)).encode(errors="surrogatepass"))


class CursorField(fields.Field[Cursor]):
    """A cursor out of a Link header."""

    def __init__(self) -> None:
        """Take a cursor, or none."""
        metadata = {
            "type": "string",
            "pattern": patterns.CURSOR,
            "description": "where the page begins: from the Link header of an earlier answer",
            "example": "AAAAAQAAAAAAAAAK",
        }
        super().__init__(load_default=None, metadata=metadata)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Cursor:  # noqa: ARG002
        if not isinstance(value, str) or not patterns.matches(patterns.CURSOR, value):
            raise ValidationError("expected a cursor out of the Link header of an earlier answer")
        return Cursor.read(value)
