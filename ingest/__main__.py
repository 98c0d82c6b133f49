"""The command that takes papers in: `python -m ingest`, gathered in `townclerk`."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from index.documents import item_document
from index.doors import data_option, pass_folder, print_json, run_command_line, who_option
from index.errors import TownClerkError
from index.runs import OUTCOMES
from ingest.forget import forget
from ingest.intake.options import Options
from ingest.intake.progress import show_report, watching
from ingest.intake.run import RunReport
from ingest.intake.run import ingest as take_in
from ingest.intake.stopping import stop_on_request
from ingest.release import release

DAY = click.DateTime(["%Y-%m-%d"])
UNREAD_FILES = 3  # exit status of an ingest that finished but could not read some files


class StoppedEarly(TownClerkError):
    """An ingest that was told to leave off."""

    code = "stopped"


@click.group()
@data_option
def cli() -> None:
    """Take council papers in."""


@cli.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--council", metavar="NAME", help="Whose papers these are; remembered for later.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many papers to read at once; as many as there are processors unless set.",
)
@click.option("--since", type=DAY, metavar="DATE", help="Of ModernGov: meetings from this day.")
@click.option("--until", type=DAY, metavar="DATE", help="Of ModernGov: meetings to this day.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@who_option
@pass_folder
def ingest(
    folder: Path,
    /,
    sources: tuple[str, ...],
    council: str | None,
    workers: int | None,
    who: str,
    **said: Any,
) -> None:
    """Read papers; without a SOURCE, all places that were read before, again.

    A SOURCE is a file or folder, an address, list:FILE for a file with an address a line, or
    moderngov:https://… for a council's ModernGov site, of which the meetings of the last three
    months are read, or those from --since to --until.

    Every paper ends in one line of the ledger, with the reason if it could not be read.
    """
    with stop_on_request() as stopping, watching() as watch:
        options = Options(council, workers or 0, said["dry_run"], stopping, who=who)
        report = take_in(folder, sources, _with_days(options, **said), watch)
    if said["as_json"]:
        print_json(_document(report))
    else:
        show_report(report)
    _leave(report)


def _with_days(
    options: Options, *, since: datetime | None, until: datetime | None, **_: object
) -> Options:
    days = [moment.date() if moment else None for moment in (since, until)]
    if since and until and until < since:
        raise click.UsageError("--until is before --since.")
    return replace(options, since=days[0], until=days[1])


def _document(report: RunReport) -> dict[str, object]:
    counts: dict[str, int] = {outcome: report.count(outcome) for outcome in OUTCOMES}
    items = [item_document(item) for item in report.items]
    return {"run": report.run, **counts, "seconds": report.seconds, "items": items}


def _leave(report: RunReport) -> None:
    if report.stopped:
        again = "Ingest again to go on." if report.items else "Name the same places to begin again."
        raise StoppedEarly(
            f"Stopped after {len(report.items)} of {report.total} papers; what was read is kept. "
            f"{again}"
        )
    if report.count("failed"):
        click.get_current_context().exit(UNREAD_FILES)


def main() -> None:
    """Run the command."""
    run_command_line(cli)


cli.add_command(release)
cli.add_command(forget)

if __name__ == "__main__":
    main()
