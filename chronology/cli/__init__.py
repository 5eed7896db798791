"""The command line: `chronology COMMAND`. Thin over the chronicle; it reads the clock, the library does not."""

from chronology.cli.main import main, run

__all__ = ["main", "run"]
