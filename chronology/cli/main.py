"""The commands, and how every failure becomes one line on stderr: exit 2 for usage, 1 for failure."""

import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from chronology.model import ChronologyError, QueryError

USAGE, FAILURE, INTERRUPTED = 2, 1, 130

COMMANDS: dict[str, str] = {
    "tag": "reading",
    "events": "reading",
    "explain": "explaining",
    "build": "building",
    "timeline": "asking",
    "dates": "asking",
    "deadlines": "asking",
    "check": "asking",
    "diff": "comparing",
    "serve": "serving",
}
"""Command → module of this package that holds it, loaded when the command is called."""


class _Commands(click.Group):
    """Loads a command's module when it is wanted: a database is slow to import, and tagging needs none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order in which a newcomer wants them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """Return the command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"chronology.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; click would print an empty line at an interruption."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise click.Abort from error


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(package_name="chronology")
def cli() -> None:
    """Find, resolve and explain the dates in documents; build and serve timelines from them."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command (`sys.argv` where no arguments are given) and return its exit code; never raises."""
    _speak_utf8()
    logging.getLogger().addHandler(logging.NullHandler())  # libraries' remarks on odd files are not for users
    try:
        code = cli.main(arguments, prog_name="chronology", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - no traceback reaches a user
        return _failed(error)
    return code if isinstance(code, int) else 0


def _failed(error: BaseException) -> int:
    """Say what went wrong, and return the exit code for it."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            click.echo(error.format_message(), err=True)
            return USAGE
        case KeyboardInterrupt() | click.Abort():
            message, code = "interrupted", INTERRUPTED
        case click.ClickException():
            message, code = f"{error.format_message()}{_hint(error)}", error.exit_code
        case ChronologyError():
            message, code = str(error), USAGE if isinstance(error, QueryError) else FAILURE
        case _:
            message, code = _unexpected(error), FAILURE
    say("Error", message)
    return code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f" (see {context.command_path} --help)" if isinstance(error, click.UsageError) and context else ""


def say(label: str, message: str) -> None:
    """Write one line on stderr: whatever breaks lines or steers terminals in a name is shown as an escape."""
    line = " ".join(message.split())
    safe = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)
    click.echo(f"{label}: {safe}", err=True)


def _reader_left() -> int:
    """The reader of our output went away (`| head`): leave quietly, as Python's documentation advises."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILURE


def _unexpected(error: BaseException) -> str:
    if os.environ.get("CHRONOLOGY_DEBUG"):
        raise error
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"this should not happen ({reason}). Set CHRONOLOGY_DEBUG=1 for the details"
