"""The commands that ask and look after what is held: `python -m index`, gathered in `townclerk`."""

import csv
import functools
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from index import documents, paper_view, terminal
from index.acts import last_acts, say_act
from index.answer.quotation import Span
from index.asking import Asking, ask_on, ask_one
from index.context import Context
from index.doors import (
    data_option,
    pass_folder,
    print_json,
    printable,
    run_command_line,
)
from index.evaluation.command import evaluate
from index.mending import open_mended
from index.records import DecisionQuery, Filters
from index.understood import paper_named, understood
from index.upkeep import UPKEEP
from index.wording import say_report

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"])
as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
R = TypeVar("R")


def filter_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the options that choose reports, as one argument: ``filters``."""

    @click.option("--council", help="Only this council's papers.")
    @click.option("--body", help="Only papers of this body, such as Cabinet.")
    @click.option("--since", type=DAY, metavar="DATE", help="Only meetings from this day.")
    @click.option("--until", type=DAY, metavar="DATE", help="Only meetings to this day.")
    @functools.wraps(command)
    def with_filters(*args: object, **options: Any) -> R:
        names = {name: options.pop(name) for name in ("council", "body")}
        days = {name: options.pop(name) for name in ("since", "until")}
        dates = {name: moment and moment.date() for name, moment in days.items()}
        return command(*args, filters=Filters(**names, **dates), **options)

    return with_filters


@click.group()
@data_option
def cli() -> None:
    """Ask what the council's papers say, and look after what is held."""


@cli.command()
@click.argument("question", required=False)
@filter_options
@click.option("--limit", type=click.IntRange(1, 20), default=5, help="Most citations to show.")
@click.option(
    "--after",
    multiple=True,
    metavar="QUESTION",
    help="What was asked before; repeat it, oldest first. A follow-up takes its subject from it.",
)
@click.option("--context", "in_context", is_flag=True, help="Show what stands around excerpts.")
@as_json_option
@pass_folder
def ask(folder: Path, /, question: str | None, filters: Filters, **shown: Any) -> None:
    """Answer QUESTION from the papers; without one, a prompt to ask one after another."""
    asking = Asking(filters, shown["limit"], shown["as_json"], shown["in_context"])
    with open_mended(folder) as library:
        if question and question.strip():
            ask_one(library, question, asking, shown["after"])
        elif asking.as_json:
            raise click.UsageError("--json needs a QUESTION.")
        else:
            ask_on(library, asking, shown["after"])


@cli.command()
@click.option("--about", help="Only decisions on this subject.")
@filter_options
@click.option(
    "--standing", type=click.Choice(["resolved", "recommended", "proposed"]), help="Only these."
)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, help="Most decisions to show.")
@as_json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values.")
@pass_folder
def decisions(
    folder: Path, /, about: str | None, filters: Filters, limit: int, **shown: Any
) -> None:
    """List recent decisions and recommendations, newest meeting first."""
    if shown["as_json"] and shown["as_csv"]:
        raise click.UsageError("Choose --json or --csv, not both.")
    chosen = replace(filters, standing=shown["standing"])
    with open_mended(folder) as library:
        found = library.decisions(DecisionQuery(about, chosen, limit))
    if shown["as_json"]:
        print_json(documents.decisions_document(found))
    elif shown["as_csv"]:
        _print_csv([documents.decision_row(one) for one in found])
    else:
        terminal.show_decisions(found, Console())
        if not found:
            click.echo("No decisions found. `townclerk status` says what is held.")


@cli.command()
@as_json_option
@pass_folder
def status(folder: Path, as_json: bool) -> None:
    """Say what is held, how fresh it is, and how the last ingest went."""
    with open_mended(folder) as library:
        found = library.status()
    if as_json:
        print_json(documents.status_document(found))
    else:
        terminal.show_status(found, Console())


@cli.command()
@as_json_option
@pass_folder
def failures(folder: Path, as_json: bool) -> None:
    """List the sources that could not be read or are withheld, and why."""
    with open_mended(folder) as library:
        items = library.catalogue.failures()
    if as_json:
        print_json({"failures": [documents.item_document(item) for item in items]})
    elif not items:
        click.echo("No paper is withheld, and none could not be read.", err=True)
    else:
        terminal.show_items(items, Console())


@cli.command()
@as_json_option
@pass_folder
def runs(folder: Path, as_json: bool) -> None:
    """List the ingests, newest first."""
    with open_mended(folder) as library:
        found = library.catalogue.runs(20)
    if as_json:
        print_json({"runs": [documents.run_document(run) for run in found]})
    else:
        for run in found:
            click.echo(terminal.say_run(run))


@cli.command()
@click.option("--limit", type=click.IntRange(1, 1000), default=20, help="Most acts to show.")
@as_json_option
@pass_folder
def acts(folder: Path, limit: int, as_json: bool) -> None:
    """List what administrators did, in Slack and here, newest first."""
    with open_mended(folder) as library:
        found = last_acts(library.catalogue, limit)
    if as_json:
        print_json({"acts": found})
    else:
        for act in found:
            click.echo(printable(say_act(act)))


@cli.command()
@as_json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values.")
@pass_folder
def reports(folder: Path, as_json: bool, as_csv: bool) -> None:
    """List every report held, with its front-page facts."""
    with open_mended(folder) as library:
        found = library.reports()
        same_as = library.catalogue.same_as()
    rows = [documents.report_document(one, same_as.get(one.report_id, ())) for one in found]
    if as_json:
        print_json({"reports": rows})
    elif as_csv:
        _print_csv(rows)
    else:
        paper_view.show_reports(found, same_as, Console())


def _place(_ctx: click.Context, _option: click.Parameter, said: str | None) -> Span | None:
    match = re.fullmatch(r"(\d{1,12})-(\d{1,12})", said or "")
    if said and not match:
        raise click.BadParameter("give two numbers of characters, such as 120-340.")
    return Span(int(match[1]), int(match[2])) if match else None


@cli.command()
@click.argument("source")
@click.option(
    "--at", callback=_place, metavar="START-END", help="Only that place, and what is around it."
)
@as_json_option
@pass_folder
def show(folder: Path, source: str, at: Span | None, as_json: bool) -> None:
    """Show one paper as it was understood. SOURCE is its path, its file name or its report id."""
    with open_mended(folder) as library:
        report = paper_named(library.catalogue, source)
        if at:
            _show_place(library.context(report.report_id, *at), as_json)
            return
        shown = understood(library.catalogue, report)
    if as_json:
        print_json(documents.shown_document(shown))
    else:
        paper_view.show_paper(shown, Console())


def _show_place(context: Context, as_json: bool) -> None:
    if as_json:
        print_json(documents.context_document(context))
    else:
        click.echo(printable(say_report(context.report)))
        terminal.show_context(context, Console())


def _print_csv(rows: list[documents.Document]) -> None:
    if rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)


def _cell(value: object) -> object:
    """A list as one cell of CSV."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def main() -> None:
    """Run one of these commands."""
    run_command_line(cli)


for command in (evaluate, *UPKEEP):
    cli.add_command(command)

if __name__ == "__main__":
    main()
