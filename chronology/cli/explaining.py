"""`explain`: every expression of a text, what it means, and why."""

import sys
from collections.abc import Iterator

import click

from chronology.cli.output import items, pretty, writing
from chronology.model import DateError, Timex, TimexType
from chronology.schemas import timex_json
from chronology.tagging import tag
from chronology.temporal.published import given
from chronology.temporal.words import describe, precision


@click.command()
@click.argument("text")
@click.option(
    "--published", metavar="DATE", help="When the text was published: a day, a month, a year or a date-time."
)
@click.option("--mode", type=click.Choice(["auto", "news", "narrative"]), default="auto", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(text: str, published: str | None, mode: str, form: str) -> None:
    """Resolve every time expression of TEXT ("-": standard input), and say why.

    Example: chronology explain "the treaty expires in a little over a year" --published 2019-12-11
    """
    text = sys.stdin.read() if text == "-" else text
    try:
        known = None if published is None else given(published)
    except DateError as error:
        raise click.BadParameter(f"{error.message}. {error.remedy}", param_hint="--published") from error
    timexes = tag(text, known, mode=mode)
    with writing("-") as stream:
        if form == "json":
            stream.write(pretty(items([timex_json(item) for item in timexes])))
        else:
            lines = [*_lines(timexes), *(HINT if known is None and any(map(_is_open, timexes)) else ())]
            stream.write("\n".join(lines).encode("utf-8", "backslashreplace") + b"\n")


HINT = ("", "Say when the text was published, with --published DATE: some of it counts from then.")


def _is_open(timex: Timex) -> bool:
    return timex.period is None and timex.type in (TimexType.DATE, TimexType.TIME)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(timexes: tuple[Timex, ...]) -> Iterator[str]:
    if not timexes:
        yield "No time expression found."
    for number, timex in enumerate(timexes):
        if number:
            yield ""
        yield f"“{_one_line(timex.text)}”  {meaning(timex)}"
        yield f"  {_one_line(timex.because or timex.unresolved or '')}"


def meaning(timex: Timex) -> str:
    """Say what an expression means: the date in words and its EDTF value, or what else it is."""
    if timex.period is not None:
        words, unsaid = describe(timex.period), precision(timex.period)
        edtf = "" if words == timex.period.edtf else f"  [{timex.period.edtf}]"
        return f"= {words}{f' ({unsaid})' if unsaid else ''}{edtf}"
    if timex.type is TimexType.DURATION:
        return f"is a length of time  [{timex.value}]"
    if timex.type is TimexType.SET:
        return f"is a repeated time  [{timex.value}]"
    return "names no date that can be worked out"
