"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from chronology.model import DateError, Query
from chronology.schemas import read_query
from chronology.temporal.arithmetic import plus

Command = TypeVar("Command", bound=Callable[..., Any])

STORE = click.option(
    "--store",
    default="chronology.db",
    show_default=True,
    envvar="CHRONOLOGY_STORE",
    metavar="URL",
    help="A path (SQLite) or a database URL such as postgresql://host/name.",
)

FILTERS = (
    click.option("--from", "from_", metavar="DATE", help="Only events on or after this day, month or year."),
    click.option("--to", metavar="DATE", help="Only events on or before this day, month or year."),
    click.option("--actor", multiple=True, metavar="NAME", help="Only events in which NAME takes part."),
    click.option("--place", multiple=True, metavar="NAME", help="Only events there."),
    click.option("--kind", multiple=True, help="Only events of this kind (meeting, expiry, deadline, …)."),
    click.option("--instrument", multiple=True, metavar="NAME", help="Only events about this treaty or law."),
    click.option(
        "--status", multiple=True, help="Only events so presented (occurred, scheduled, alleged, …)."
    ),
    click.option("--document", multiple=True, metavar="ID", help="Only what this document tells."),
    click.option(
        "-q", "--search", "q", metavar="WORDS", help="Only events with these words in title or quotation."
    ),
)
AS_OF = click.option("--as-of", metavar="DATE", help="Use only what documents published up to this day say.")


def filters(command: Command) -> Command:
    """Add the filters; they reach the command as keyword arguments that `query` understands."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def query(parameters: dict[str, Any]) -> Query:
    """Make the query of the filters. Raises QueryError."""
    return read_query({name.rstrip("_"): value for name, value in parameters.items()})


class Duration(click.ParamType[str]):
    """An ISO 8601 duration, checked by adding it to a day."""

    name = "duration"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the duration as given; a usage error where it is none."""
        try:
            plus(date(2000, 1, 1), value)
        except DateError as error:
            self.fail(f"{error.message}; write P18M, P2Y, P6W or P90D", param, ctx)
        return value


def today() -> date:
    """Return the day on this computer: the one reading of the clock for questions."""
    return date.today()  # noqa: DTZ011 - the user's own day is meant
