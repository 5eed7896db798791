"""The command line: `chronology COMMAND`. Thin over the chronicle; the clock is read here and nowhere below."""

from chronology.cli.main import main, run

__all__ = ["main", "run"]
