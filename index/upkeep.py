"""The commands that look after what is held: check, rebuild, withdraw, history, backup, restore."""

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import click

from index import history as before
from index.acts import Doing
from index.backup import back_up
from index.catalogue.connections import FILE_NAME, nothing_in
from index.checking import counted, disagreements
from index.doors import pass_folder, print_json, printable, who_option
from index.errors import DataFolderUnusable, Locked, NoSuchSource
from index.history import Version
from index.mending import finish, open_mended
from index.restoring import restore as put_back
from index.shelf import open_shelf
from index.troubles import of_disk
from index.wording import file_name

_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
_path = click.Path(path_type=Path)


@click.command()
@_as_json
@pass_folder
def check(folder: Path, as_json: bool) -> None:
    """Check that files, catalogue and search index are whole and agree; say what to do if not.

    What an ingest that was broken off has left undone is done first.
    """
    with suppress(Locked, DataFolderUnusable):
        if finish(folder):
            click.echo("An ingest had been broken off: what it left undone is done.", err=True)
    found = disagreements(folder)
    if as_json:
        print_json({"disagreements": found, "checked": counted(folder)})
    else:
        for sentence in found or ["The catalogue is whole, and the search index agrees with it."]:
            click.echo(printable(sentence))
    if found:
        raise SystemExit(1)


@click.command()
@pass_folder
def rebuild(folder: Path) -> None:
    """Make the search index again from the catalogue, without reading a source."""
    if not (folder / FILE_NAME).is_file():
        raise nothing_in(folder)
    with open_shelf(folder, arguments="rebuild", doing=Doing("rebuild")) as shelf:
        shelf.rebuild()
    click.echo("The index has been rebuilt.", err=True)


@click.command()
@click.argument("source")
@click.option("--why", required=True, help="The reason, kept in the ledger.")
@who_option
@pass_folder
def withdraw(folder: Path, source: str, why: str, who: str) -> None:
    """Take one paper out for good. SOURCE is its path, its file name or its id.

    A paper that is withheld can be withdrawn too, by the id that `townclerk failures` and Slack
    tell. A paper that shares its file with others is taken out with all of them. Earlier versions
    that are kept go as well; a paper that is gone from its folder can still be withdrawn.
    """
    with open_mended(folder) as library:
        found = before.named(folder, library.catalogue, source)
    doing = Doing("withdraw", f"{found}: {why}", who)
    with open_shelf(folder, arguments="withdraw", doing=doing) as shelf:
        line = shelf.withdraw(found, why)
    click.echo(f"{file_name(line.source)}: {line.message}", err=True)
    click.echo("Withdrawn: it will not be read, found or shown again.", err=True)


@click.command()
@click.argument("source", required=False)
@click.option(
    "--save",
    type=_path,
    metavar="FILE",
    help="Write the newest of these versions that is kept to FILE, as it was published.",
)
@_as_json
@pass_folder
def history(folder: Path, source: str | None, save: Path | None, as_json: bool) -> None:
    """List what SOURCE gave before it was changed or removed; without one, all papers removed."""
    if save and not source:
        raise click.UsageError("--save needs a SOURCE.")
    found = _versions(folder, source)
    if save:
        _save(folder, found, save)
    elif as_json:
        print_json({"versions": [asdict(version) for version in found]})
    else:
        for version in found:
            click.echo(printable(_say(version)))
        if not found:
            click.echo("No earlier version is kept.", err=True)


def _versions(folder: Path, source: str | None) -> list[Version]:
    with open_mended(folder) as library:
        if source is None:
            return before.removed(folder)
        return before.versions(folder, before.named(folder, library.catalogue, source))


def _say(version: Version) -> str:
    what = ", ".join(str(said) for said in (version.title, version.meeting_date) if said)
    kept = "" if version.kept else "; its file is not kept"
    ended = {"changed": "replaced", "removed": "removed"}[version.ended]
    return f"{version.at[:10]} {ended} {version.source}: {what or version.sha256[:16]}{kept}"


def _save(folder: Path, found: list[Version], to: Path) -> None:
    kept = next((version for version in found if version.kept), None)
    if kept is None:
        raise NoSuchSource("No earlier version of it is kept. `townclerk history` lists others.")
    try:
        with click.open_file(str(to), "xb") as file:
            file.write(before.original(folder, kept.sha256))
    except OSError as error:
        if of_disk(error):
            raise
        raise _no_new_file(to, error) from error
    click.echo(f"Written to {printable(str(to))}: {printable(_say(kept))}", err=True)


def _no_new_file(to: Path, error: OSError) -> click.BadParameter:
    return click.BadParameter(
        f"{printable(str(to))} cannot be made: {error.strerror}. Name a new file, in a folder that "
        "is there.",
        param_hint="'--save'",
    )


@click.command()
@click.argument("to", type=_path)
@click.option("--slack", is_flag=True, help="Also what the bot remembers, with questions kept.")
@pass_folder
def backup(folder: Path, to: Path, slack: bool) -> None:
    """Copy all that is held to TO, even while an ingest runs.

    TO is a new folder, or a new file that ends in .tar or .tar.gz. The search index is not in it.
    """
    made = back_up(folder, to, slack=slack)
    size = sum(file.bytes for file in made.files.values())
    papers = "1 paper" if made.reports == 1 else f"{made.reports} papers"
    click.echo(f"{papers} in {printable(str(to))}, {size / 1e6:.1f} MB.", err=True)


@click.command()
@click.argument("backup", type=_path)
@pass_folder
def restore(folder: Path, backup: Path) -> None:
    """Put BACKUP into an empty data folder, and make its search index."""
    made = put_back(folder, backup)
    click.echo(
        f"Restored what was held on {made.made[:10]}. Papers that were withdrawn since must be "
        "withdrawn again; then run `townclerk ingest`.",
        err=True,
    )


UPKEEP = (check, rebuild, withdraw, history, backup, restore)
