"""The command line: `chronology COMMAND`. Thin over the chronicle; it alone reads the clock."""

from chronology.cli.main import main, run

__all__ = ["main", "run"]
