"""Words that heads of documents use, as data."""

import tomllib
from importlib.resources import files
from typing import Any

HEADS: dict[str, Any] = tomllib.loads((files(__name__) / "heads.toml").read_text(encoding="utf-8"))
