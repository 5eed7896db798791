"""Print month and weekday names of a language as lexicon data, from Unicode CLDR by way of Babel.

    pip install babel && python benchmarks/cldr_names.py fr

Run once when a language is added; its output is the head of the language's words.toml.
"""

import sys
from importlib import import_module
from typing import Any


def names(locale: Any, table: str, first: int) -> dict[str, int]:
    """Return the names, full and abbreviated (without full stop), of `months` or `days`, to their numbers."""
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for number, name in getattr(locale, table)["format"][width].items():
            found.setdefault(name.lower().rstrip("."), number + first)
    return found


def main() -> None:
    """Print the tables [MONTH] (1-12) and [WEEKDAY] (ISO: Monday 1)."""
    locale = import_module("babel").Locale.parse(sys.argv[1])
    for title, table, first in (("MONTH", "months", 0), ("WEEKDAY", "days", 1)):
        print(f"\n[{title}]")
        for name, number in names(locale, table, first).items():
            print(f"{name} = {number}" if name.isascii() else f'"{name}" = {number}')


if __name__ == "__main__":
    main()
