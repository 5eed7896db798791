"""The command line: `chronology COMMAND`. Thin over the chronicle; reads the clock, as nothing below it does."""

from chronology.cli.main import main, run

__all__ = ["main", "run"]
