"""An ingest as a person follows it: a bar while it runs, a sentence and the troubles at its end."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePath

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from index.doors import printable
from index.runs import RunItem
from index.wording import say_counts
from ingest.intake.run import RunReport, Watch

_NOTHING_THERE = "No paper was found there."
_REMEMBERED = " Later ingests look there again; `townclerk forget` has them leave a place out."


class Silence:
    """Watches and shows nothing."""

    def expect(self, total: int) -> None:
        """Show nothing."""

    def met(self, item: RunItem) -> None:
        """Show nothing."""


class Bar:
    """Watches and shows how far it is, and the paper last met."""

    def __init__(self, progress: Progress) -> None:
        """Draw on this, once the number of papers is known."""
        self._progress = progress
        self._task = progress.add_task("Looking for papers", total=None)

    def expect(self, total: int) -> None:
        """Show how many there are."""
        with suppress(OSError):  # the terminal may be closed while the ingest goes on
            self._progress.update(self._task, total=total, description="Reading")

    def met(self, item: RunItem) -> None:
        """Show one more."""
        name = printable(PurePath(item.source).name)
        with suppress(OSError):
            self._progress.update(self._task, advance=1, description=name[:40])


@contextmanager
def watching() -> Iterator[Watch]:
    """A bar on stderr where that is a terminal; silence elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Silence()
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    progress = Progress(*columns, console=console, transient=True)
    bar = Bar(progress)
    with suppress(OSError):
        progress.start()
    try:
        yield bar
    finally:
        with suppress(OSError):
            progress.stop()


def show_report(report: RunReport) -> None:
    """Print what an ingest did, and each paper it could not take in, by name."""
    if report.run is None:
        click.echo("This is what would happen; nothing was written.")
    click.echo(_summary(report))
    for item in report.items:
        if item.message or report.run is None:
            click.echo(say_item(item))
    if not report.items and not report.stopped:
        click.echo(_NOTHING_THERE + (_REMEMBERED if report.run else ""))


def _summary(report: RunReport) -> str:
    papers = "1 paper" if len(report.items) == 1 else f"{len(report.items)} papers"
    return f"{papers}: {say_counts(report.count) or 'nothing to do'} in {report.seconds:.1f} s"


def say_item(item: RunItem) -> str:
    """What became of one source, in one line."""
    why = f": {item.message}" if item.message else ""
    why += f" [{item.code}]" if item.code else ""
    return printable(f"{item.outcome} {item.source}{why}")
