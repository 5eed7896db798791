"""`build`: documents into the store."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from chronology.chronicle import BuildReport, Chronicle, Progress
from chronology.cli.main import FAILURE, say
from chronology.cli.options import STORE

SOURCES = "SOURCE…"
JOBS = min(4, os.cpu_count() or 1)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar=SOURCES)
@STORE
@click.option("--prune", is_flag=True, help="Take out what came from these sources and is no longer there.")
@click.option("--jobs", type=click.IntRange(1, 64), default=JOBS, help="Processes that read many documents.")
@click.pass_context
def build(context: click.Context, sources: tuple[str, ...], store: str, prune: bool, jobs: int) -> None:
    """Read files, folders (with their sources.toml) and .jsonl files into the store; safe to repeat.

    What cannot be read is reported, one line each, and the rest is built.
    """
    with Chronicle.open(store) as chronicle:
        report = add(chronicle, sources, prune=prune, jobs=jobs)
    if report.problems:
        context.exit(FAILURE)


def add(
    chronicle: Chronicle, sources: Sequence[str], *, prune: bool = False, jobs: int = JOBS
) -> BuildReport:
    """Add the sources with a progress bar on a terminal, and say what came of it."""
    with _progress() as progress:
        report = chronicle.add(sources, now=datetime.now(UTC), progress=progress, prune=prune, jobs=jobs)
    for warning in report.warnings:
        say("Warning", warning)
    for problem in report.problems:
        say("Error", str(problem))
    click.echo(_summary(chronicle, report))
    return report


def _summary(chronicle: Chronicle, report: BuildReport) -> str:
    timeline = chronicle.timeline()
    counts = (
        (len(report.added), "added"),
        (len(report.updated), "updated"),
        (len(report.unchanged), "unchanged"),
        (len(report.removed), "taken out"),
    )
    done = ", ".join(f"{number:,} {word}" for number, word in counts if number) or "no document"
    problems = f", {len(report.problems):,} with problems" if report.problems else ""
    undated = f" ({len(timeline.undated):,} undated)" if timeline.undated else ""
    events = f"{timeline.total:,} events{undated}, revision {report.revision.number}"
    return f"{chronicle.name}: {done}{problems}; {events}"


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Show a bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - wanted on a terminal only
    from rich.progress import Progress as Bar  # noqa: PLC0415 - the same

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda name, done, total: bar.update(
            task, completed=done, total=total, description=name[-40:] or "Building the timeline"
        )
