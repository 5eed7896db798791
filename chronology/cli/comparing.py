"""`diff`: two as-of days compared."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from chronology.chronicle import Chronicle
from chronology.cli.options import STORE, filters, query
from chronology.cli.output import pretty, writing
from chronology.model import Event
from chronology.schemas import event_json
from chronology.temporal.words import describe
from chronology.timeline.diff import Change


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
            changes = {change.after.id: change for change in found.changed}
            stream.write("\n".join(_lines(parts, changes)).encode("utf-8", "backslashreplace") + b"\n")


def _lines(parts: dict[str, tuple[Event, ...]], changes: Mapping[str, Change]) -> Iterator[str]:
    if not any(parts.values()):
        yield "Nothing changed."
    for name, events in parts.items():
        if events:
            yield f"{name.capitalize()}:"
        for event in events:
            how = f" ({_how(changes[event.id])})" if name == "changed" else ""
            yield f"  {_when(event)}: {event.title}{how}"


def _when(event: Event) -> str:
    return describe(event.date) if event.date and event.is_dated else "undated"


def _how(change: Change) -> str:
    """What differs, and what it was: "date, was May 2019; superseded by"."""
    before = change.before
    was = {"title": before.title, "status": str(before.status), "kind": before.kind, "date": _when(before)}
    return "; ".join(f"{name}, was {was[name]}" if name in was else _LINKS[name] for name in change.fields)


_LINKS = {"superseded_by": "superseded", "extended_by": "extended", "met_by": "met"}
