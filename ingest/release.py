"""`townclerk release`: let in a paper that was withheld, once a person has looked at it."""

from pathlib import Path

import click

from index.acts import Doing
from index.catalogue import Catalogue, KnownSource, open_catalogue
from index.doors import pass_folder, printable, who_option
from index.errors import NoSuchSource
from index.neutral import of_id, short_id
from index.shelf import open_shelf
from index.wording import file_name
from ingest.intake.options import Options
from ingest.intake.progress import say_item, watching
from ingest.intake.run import ingest
from ingest.intake.stopping import stop_on_request
from ingest.sources.places import is_online

_NAMED = 3  # sources named in a message


@click.command()
@click.argument("source")
@click.option("--why", required=True, help="Who looked at it and why it may be published; kept.")
@who_option
@pass_folder
def release(folder: Path, source: str, why: str, who: str) -> None:
    """Let in a paper that is withheld. SOURCE is its path, address, file name or id.

    Look at the paper first. Nothing was kept of it, so the folder it lies in is read again. The
    very same bytes are then let in wherever they are; other bytes there are judged anew.
    """
    with open_catalogue(folder) as catalogue:
        known = _withheld(catalogue, source)
    name = known.met.source
    doing = Doing("release", f"{name}: {why}", who)
    with open_shelf(folder, arguments="release", doing=doing) as shelf:
        shelf.release(name, why)
    click.echo(f"{printable(file_name(name))} is released.", err=True)
    if is_online(known.met.root):
        click.echo("It is read with its website, by the next `townclerk ingest`.", err=True)
    else:
        _read_again(folder, known, who)


def _read_again(folder: Path, known: KnownSource, who: str) -> None:
    with stop_on_request() as stopping, watching() as watch:
        report = ingest(folder, [known.met.root], Options(stopping=stopping, who=who), watch)
    own = [item for item in report.items if item.source == known.met.source]
    for item in own:
        click.echo(say_item(item))
    if not own or own[0].outcome == "removed":
        click.echo(
            "It is not there now. Put it back and ingest again: it is let in then.", err=True
        )


def _withheld(catalogue: Catalogue, said: str) -> KnownSource:
    """The source that a name means; raises NoSuchSource where that is none, or several."""
    known = catalogue.known()
    for name in (said, str(Path(said).resolve())):
        if name in known:
            return known[name]
    shut = [each for each in known.values() if each.outcome == "withheld"]
    ids = of_id((each.met.source for each in shut), said)
    named = [each for each in shut if said == file_name(each.met.source) or each.met.source in ids]
    if len(named) == 1:
        return named[0]
    if named:
        told = ", ".join(short_id(each.met.source) for each in named[:_NAMED])
        raise NoSuchSource(
            f"{len(named)} withheld papers are called that: {told}. Give a path, or one of these "
            "ids; `townclerk failures` says which is which."
        )
    raise NoSuchSource(
        f"No paper {printable(said)!r} is withheld. `townclerk failures` lists those that are."
    )
