"""`tag` and `events`: documents in, JSON Lines out, one document at a time."""

from collections.abc import Callable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any

import click

from chronology.cli.output import OUT, input_stream, line, writing
from chronology.documents import creation_time, jsonl
from chronology.documents.naming import safe_id
from chronology.documents.readers import READERS, drafts
from chronology.documents.reading import Draft, Drafts
from chronology.exports import DOCUMENT_EXPORTS
from chronology.model import ChronologyError, Document
from chronology.schemas import telling_json, timex_json
from chronology.tagging import tag as tag_text

_MOST_LINE_BYTES = 1_000_000_000

INPUT = click.argument("file", default="-", metavar="[FILE|-]")
MODE = click.option(
    "--mode",
    type=click.Choice(["auto", "news", "narrative"]),
    default="auto",
    show_default=True,
    help="How to read dates without a year: as news, as a narrative, or as each text suggests.",
)


@click.command()
@INPUT
@OUT
@MODE
@click.option(
    "--format", "form", type=click.Choice(["jsonl", *DOCUMENT_EXPORTS]), default="jsonl", show_default=True
)
def tag(file: str, out: str, mode: str, form: str) -> None:
    """Find and resolve the time expressions of documents.

    Reads one document a line, {"doc_id", "dct", "text"[, "title"]}, or any other file that `build` reads (its
    text exactly: offsets count its characters), and writes {"doc_id", "timexes": […]}.
    """
    if form == "jsonl":
        _write(
            file,
            out,
            lambda text: {"timexes": [timex_json(item, explained=False) for item in _tag(text, mode)]},
        )
    else:
        _export(file, out, mode, form)


@click.command()
@INPUT
@OUT
@MODE
@click.option(
    "--all", "every", is_flag=True, help="Also events that no expression of their own sentence dates."
)
def events(file: str, out: str, mode: str, every: bool) -> None:
    """Find the events that documents tell of, with their dates.

    Reads what `tag` reads, and writes {"doc_id", "events": [{"start", "end", "text", "date", "title", …}]};
    start and end are those of the trigger word.
    """
    from chronology.events.extractor import extract  # noqa: PLC0415 - `tag` does without its data
    from chronology.events.report import stated  # noqa: PLC0415 - the same

    def told(text: Document) -> dict[str, Any]:
        tellings = extract(text, _tag(text, mode), thorough=True)
        return {"events": [telling_json(item) for item in tellings if every or stated(item)]}

    _write(file, out, told)


def _tag(document: Document, mode: str) -> tuple[Any, ...]:
    return tag_text(document.text, document.published, mode=mode)


def _write(file: str, out: str, answer: Callable[[Document], dict[str, Any]]) -> None:
    with writing(out) as stream:
        for document in _documents(file):
            stream.write(line({"doc_id": document.id, **answer(document)}))


def _export(file: str, out: str, mode: str, form: str) -> None:
    """Write one document to `out`, or each of several to a file of its own in the folder `out`."""
    export = DOCUMENT_EXPORTS[form]
    folder = Path(out) if out != "-" and Path(out).is_dir() else None
    documents = _documents(file)
    first = list(islice(documents, 1 if folder else 2))
    if len(first) > 1:
        raise click.UsageError(f"{form} holds one document a file: name a folder with -o for several")
    for document in chain(first, documents):
        path = folder / f"{safe_id(document.id)}{export.suffix}" if folder else out
        with writing(str(path)) as stream:
            stream.writelines(
                part.encode("utf-8", "replace") for part in export.write(document, _tag(document, mode))
            )


def _documents(file: str) -> Iterator[Document]:
    suffix = Path(file).suffix.lower()
    if READERS.get(suffix, "jsonl") != "jsonl":
        yield from map(_document, _read(drafts(Path(file))), repeat(Path(file).stem))
        return
    with input_stream(file) as stream:
        where = "standard input" if file == "-" else file
        yield from map(_document, _read(jsonl.records(stream, where, _MOST_LINE_BYTES)))


def _read(found: Drafts) -> Iterator[Draft]:
    for item in found:
        if isinstance(item, ChronologyError):
            raise item
        yield item


def _document(draft: Draft, name: str = "") -> Document:
    published = draft.published or creation_time.find(draft.text) or draft.made
    return Document(draft.name or name, draft.text, published, draft.title, draft.publisher, draft.url)
