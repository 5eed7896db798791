"""`diff`: two as-of days compared."""

from collections.abc import Iterator
from typing import Any

import click

from chronology.chronicle import Chronicle
from chronology.cli.options import STORE, filters, query
from chronology.cli.output import pretty, writing
from chronology.model import Event
from chronology.schemas import event_json
from chronology.temporal.words import describe


@click.command()
@STORE
@click.option("--from-as-of", required=True, metavar="DATE", help="The earlier day.")
@click.option("--to-as-of", required=True, metavar="DATE", help="The later day.")
@filters
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(store: str, form: str, from_as_of: str, to_as_of: str, **parameters: Any) -> None:
    """Compare what was known on two days: what is new, changed, passed, and no longer told."""
    start, end = (query({"as_of": day}).as_of for day in (from_as_of, to_as_of))
    if start is None or end is None or end < start:
        raise click.UsageError(f"--to-as-of {to_as_of} lies before --from-as-of {from_as_of}")
    with Chronicle.open(store, must_exist=True) as chronicle, writing("-") as stream:
        found = chronicle.diff(query(parameters), start=start, end=end)
        parts: dict[str, tuple[Event, ...]] = {
            "new": found.new,
            "changed": tuple(change.after for change in found.changed),
            "passed": found.passed,
            "withdrawn": found.withdrawn,
        }
        if form == "json":
            documents = chronicle.documents()
            shapes = {
                name: [event_json(event, documents) for event in events] for name, events in parts.items()
            }
            for shape, change in zip(shapes["changed"], found.changed, strict=True):
                shape["changed"] = list(change.fields)
            stream.write(pretty({"from_as_of": start.isoformat(), "to_as_of": end.isoformat(), **shapes}))
        else:
            stream.write("\n".join(_lines(parts)).encode("utf-8", "backslashreplace") + b"\n")


def _lines(parts: dict[str, tuple[Event, ...]]) -> Iterator[str]:
    if not any(parts.values()):
        yield "Nothing changed."
    for name, events in parts.items():
        if events:
            yield f"{name.capitalize()}:"
        for event in events:
            yield f"  {describe(event.date) if event.date and event.is_dated else 'undated'}: {event.title}"
