"""`timeline`, `dates`, `deadlines` and `check`: questions to the store."""

from collections.abc import Callable, Iterator
from typing import Any

import click

from chronology.chronicle import Chronicle
from chronology.cli import words
from chronology.cli.main import FAILURE
from chronology.cli.options import AS_OF, STORE, Duration, filters, query, today
from chronology.cli.output import OUT, items, pretty, writing
from chronology.exports import EXPORTS, ExportContext
from chronology.model import Query, Severity, Timeline
from chronology.schemas import deadline_json, finding_json, key_date_json
from chronology.temporal.arithmetic import plus


def _format(*names: str) -> Callable[[Any], Any]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


@click.command()
@STORE
@AS_OF
@filters
@click.option("--limit", type=click.IntRange(1), help="At most so many events.")
@_format(*EXPORTS)
@OUT
def timeline(store: str, form: str, out: str, **parameters: Any) -> None:
    """Print the timeline, or write it in another program's format."""
    asked = query(parameters)
    with Chronicle.open(store, must_exist=True) as chronicle, writing(out) as stream:
        stream.writelines(_exported(form, chronicle, asked, chronicle.timeline(asked)))


def _exported(form: str, chronicle: Chronicle, asked: Query, found: Timeline) -> Iterator[bytes]:
    context = ExportContext(
        documents={item.id: item for item in chronicle.documents()},
        as_of=asked.as_of,
        revisions=chronicle.revisions(),
    )
    for part in EXPORTS[form].write(found, context):
        yield part if isinstance(part, bytes) else _bytes(part)


@click.command()
@STORE
@AS_OF
@filters
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many days.")
@_format("text", "json")
def dates(store: str, form: str, limit: int, **parameters: Any) -> None:
    """Print the most important days, best first."""
    asked = query(parameters)
    with Chronicle.open(store, must_exist=True) as chronicle, writing("-") as stream:
        found = chronicle.dates(asked, limit=limit)
        if form == "json":
            days = [item.day.isoformat() for item in found]
            stream.write(pretty({"dates": days, **items([key_date_json(item) for item in found])}))
        else:
            titles = {item.id: item.title for item in chronicle.timeline(asked).events}
            stream.write(_bytes(words.dates(found, titles)))


@click.command()
@STORE
@AS_OF
@filters
@click.option(
    "--within", type=Duration(), metavar="DURATION", help="Only what is due within P18M, P90D, … of that day."
)
@_format("text", "json", "ics")
@OUT
def deadlines(store: str, form: str, within: str | None, out: str, **parameters: Any) -> None:
    """Print the deadlines as of a day (today, unless told otherwise), with the days left."""
    asked = query(parameters)
    as_of = asked.as_of or today()
    until = None if within is None else plus(as_of, within)
    with Chronicle.open(store, must_exist=True) as chronicle, writing(out) as stream:
        found = chronicle.deadlines(asked, as_of=as_of, until=until)
        documents = {item.id: item for item in chronicle.documents()}
        if form == "json":
            listed = [deadline_json(item, documents) for item in found]
            stream.write(pretty(items(listed, as_of=as_of.isoformat(), until=until and until.isoformat())))
        elif form == "ics":
            due = Timeline(tuple(item.event for item in found), total=len(found))
            stream.writelines(_exported(form, chronicle, asked, due))
        else:
            stream.write(_bytes(words.deadlines(found, as_of, until)))


@click.command()
@STORE
@AS_OF
@filters
@_format("text", "json")
@click.pass_context
def check(context: click.Context, /, store: str, form: str, **parameters: Any) -> None:
    """Print what the checks found; exit 1 where an error stands."""
    asked = query(parameters)
    with Chronicle.open(store, must_exist=True) as chronicle, writing("-") as stream:
        found = chronicle.findings(asked)
        if form == "json":
            stream.write(pretty(items([finding_json(item) for item in found])))
        else:
            stream.write(_bytes(words.findings(found)))
    if any(item.severity is Severity.ERROR for item in found):
        context.exit(FAILURE)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
