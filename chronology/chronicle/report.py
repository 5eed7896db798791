"""What a build did."""

from dataclasses import dataclass

from chronology.model import ChronologyError, Revision


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Ids of the documents `added`, `updated`, `unchanged` and `removed`; `revision` is what readers see now.

    `problems`: what could not be read, one error each (the rest was built). `warnings`: what was read but
    deserves a look, one line each.
    """

    revision: Revision
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[ChronologyError, ...] = ()
    warnings: tuple[str, ...] = ()
