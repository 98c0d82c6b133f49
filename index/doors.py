"""What every command shares at the terminal: the data folder, errors as sentences, safe output.

@click.group()
@data_option
def cli() -> None: ...

@cli.command()
@pass_folder
def status(folder: Path) -> None: ...

def main() -> None:
    run_command_line(cli)
"""

import functools
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import Concatenate, NoReturn, ParamSpec, TypeVar

import click
import msgspec
from dotenv import load_dotenv

from index.errorlog import log_unforeseen
from index.errors import BadSettings, TownClerkError
from index.troubles import FULL, of_disk

P = ParamSpec("P")
R = TypeVar("R")

_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, lone surrogates, line and paragraph ends
_FULL = (
    "Not all could be written, as the disk is full: the one that the output goes to, or that of "
    "the folder for temporary files. Make room, then do it again: what was kept is whole."
)
_STREAMS = {"stdin": "r", "stdout": "w", "stderr": "w"}


@dataclass
class _DataFolder:
    """The folder a command works on: its default until --data has been read."""

    path: Path = Path("data")


def _remember_folder(ctx: click.Context, _option: click.Parameter, path: Path) -> None:
    ctx.ensure_object(_DataFolder).path = path


data_option = click.option(
    "--data",
    metavar="DIR",
    envvar="TOWNCLERK_DATA",
    default=Path("data"),
    show_default=True,
    type=click.Path(path_type=Path, readable=False),
    callback=_remember_folder,
    expose_value=False,
    help="The data folder; TOWNCLERK_DATA if that is set.",
)

who_option = click.option(
    "--who",
    default="command line",
    hidden=True,
    help="Who has it done, for the trail of administrators' acts; the bot names them.",
)


def pass_folder(command: Callable[Concatenate[Path, P], R]) -> Callable[P, R]:
    """Give a command the data folder as its first argument: a `Path` that may not exist yet."""

    @functools.wraps(command)
    def with_folder(*args: P.args, **options: P.kwargs) -> R:
        folder = click.get_current_context().ensure_object(_DataFolder).path
        return command(folder, *args, **options)

    return with_folder


def run_command_line(cli: click.Command) -> NoReturn:
    """Run a command with settings from the environment and ``.env``, then exit.

    Exit status: 0 done, 1 failed with a sentence on stderr, 2 wrong usage, or what the command
    chose by `ctx.exit`.
    """
    _open_what_is_closed()
    _print_in_any_locale()
    folder = _DataFolder()
    try:
        _run(cli, folder)
    except TownClerkError as error:
        _explain(str(error), getattr(error, "reason", error.code))
        sys.exit(error.exit_status)
    except Exception as error:  # noqa: BLE001 - the last door: a bug becomes a sentence
        _explain(*(_of_disk(error) or (_apology(log_unforeseen(error, folder.path)), "internal")))
        sys.exit(1)
    finally:
        _flush_quietly()
    sys.exit(0)


def _run(cli: click.Command, folder: _DataFolder) -> None:
    _read_settings()
    try:
        cli.main(prog_name="townclerk", obj=folder)
    finally:
        with suppress(BrokenPipeError):  # whoever reads it has seen enough
            sys.stdout.flush()


def _read_settings() -> None:
    try:
        load_dotenv(Path(".env"))
    except (OSError, ValueError) as error:  # ValueError is for bytes that no setting has
        why = "it is not text in UTF-8"
        if isinstance(error, OSError):
            why = error.strerror or "the disk may be failing"
        raise BadSettings(
            f"The settings in .env, in the folder this was run in, cannot be read: {why}. Run as "
            "the user that the file belongs to, or save it again as plain text."
        ) from error


def _of_disk(error: Exception) -> tuple[str, str] | None:
    """The sentence and the code for a disk that is full or shut, if an error comes of that."""
    trouble = of_disk(error) if isinstance(error, OSError) else None
    if trouble is FULL:
        return _FULL, FULL.reason
    if trouble and isinstance(error, OSError):
        what = error.filename or "What this command needs"
        return f"{what} cannot be read or written by this user. {trouble.todo}.", trouble.reason
    return None


def printable(text: str) -> str:
    """A name as one harmless line: what could move the cursor or turn the text shows as an escape.

    >>> printable("Minutes\\n2011\\x1b[2J – Café.pdf")
    'Minutes\\\\n2011\\\\x1b[2J – Café.pdf'
    """
    return "".join(_escaped(mark) if _unsafe(mark) else mark for mark in text)


def print_json(document: object) -> None:
    """Print records or plain values as one JSON document, in UTF-8 whatever the locale."""
    text = json.dumps(msgspec.to_builtins(document), ensure_ascii=False, indent=2)
    # JSON writes a lone surrogate the way Python escapes one: \\udcff.
    click.echo(text.encode("utf-8", "backslashreplace"))


def _unsafe(mark: str) -> bool:
    return (
        unicodedata.category(mark) in _UNSEEN or unicodedata.bidirectional(mark) in _BIDI_CONTROLS
    )


def _escaped(mark: str) -> str:
    return mark.encode("unicode_escape").decode("ascii")


def _explain(sentence: str, code: str) -> None:
    click.echo(f"{printable(sentence)} [{code}]", err=True)


def _apology(log: Path | None) -> str:
    kept = f" What it was doing is kept in {log}, without any text of a paper." if log else ""
    return f"Town Clerk met an error of its own and stopped.{kept} Please report it."


def _print_in_any_locale() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _open_what_is_closed() -> None:
    """Open a stream that the caller has closed to nowhere: else a file would take its number."""
    for name, mode in _STREAMS.items():
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 (for good)
            setattr(sys, name, nowhere)


def _flush_quietly() -> None:
    # Left to the interpreter, what cannot be written would end in a message of its own.
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
