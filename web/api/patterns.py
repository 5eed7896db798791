"""What the API takes, as patterns that callers find in the OpenAPI document and can check before asking.

They hold for JSON Schema (ECMA 262) and for Python alike: `^` and `$`, no look-around.
"""

import re
from typing import Final

from marshmallow import validate

_YEAR: Final = "([0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})"
_FOURTH: Final = "([02468][48]|[2468]0|[13579][26])"
_LEAP_YEAR: Final = f"([0-9]{{2}}{_FOURTH}|{_FOURTH}00)"
_OF_YEAR: Final = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_DAY: Final = f"({_YEAR}-{_OF_YEAR}|{_LEAP_YEAR}-02-29)"
_DATE: Final = f"({_YEAR}(-(0[1-9]|1[0-2]))?|{_DAY})"
_TIME: Final = "([01][0-9]|2[0-3])(:[0-5][0-9]){1,2}(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?"

DATE: Final = f"^{_DATE}$"
"""A day, month or year that exists, of the years 1 to 9999."""

MOMENT: Final = f"^({_DATE}|{_DAY}T{_TIME})$"
"""The same, or a day with a time."""

DURATION: Final = (
    "^P([0-9]{1,3}Y([0-9]{1,3}M)?([0-9]{1,4}D)?|[0-9]{1,3}M([0-9]{1,4}D)?|[0-9]{1,4}W|[0-9]{1,4}D)$"
)
"""An ISO 8601 duration of whole days, weeks, months or years."""

CURSOR: Final = "^[A-Za-z0-9_-]{16}$"
"""Twelve bytes as base64url."""


def one_of(names: tuple[str, ...]) -> str:
    """Return the pattern of a list of these names, separated by commas; it may be empty."""
    name = f"({'|'.join(names)})"
    return f"^({name}(,{name})*)?$"


def matches(pattern: str, text: str) -> bool:
    """Whether `text` is what `pattern` says, to its very end: Python's `$` lets a last line break pass."""
    return re.fullmatch(pattern, text) is not None and not text.endswith("\n")


def expected(pattern: str, error: str) -> validate.Regexp:
    """Return a marshmallow validator for `pattern`."""
    return validate.Regexp(re.compile(pattern.replace("$", r"\Z")), error=error)
