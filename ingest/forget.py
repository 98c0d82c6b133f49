"""`townclerk forget`: read a place no more, and mark what was read from it as removed."""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

import click

from index.acts import Doing
from index.doors import pass_folder, printable, who_option
from index.errors import NoSuchSource
from index.places import KnownPlace, around, known_place, places_read
from index.shelf import open_shelf
from ingest.intake.sources import name_of
from ingest.sources.places import LIST, is_online, place_of


@click.command()
@click.argument("place", required=False)
@click.option("--dry-run", is_flag=True, help="Say what would be removed and write nothing.")
@who_option
@pass_folder
def forget(folder: Path, place: str | None, dry_run: bool, who: str) -> None:
    """Read a place no more. PLACE is what was named to ingest; without it, list all places.

    That is a folder, a file, an address, list:FILE or moderngov:https://…, be it there still or
    not. Its papers are marked as removed, and no answer quotes them; those that other places hold
    too stay. What is withheld there stays withheld elsewhere. Name the place to `townclerk ingest`
    to have it read again. To keep a paper out for good, withdraw it instead.
    """
    roots = places_read(folder)
    if place is None:
        _list(roots)
        return
    root = _root_of(place, roots)
    if dry_run:
        _rehearse(known_place(folder, root))
        return
    with open_shelf(folder, arguments="forget", doing=Doing("forget", root, who)) as shelf:
        found = shelf.forget(root)
    click.echo(f"{printable(root)} is read no more. {_counts(found)}", err=True)
    _tell_of_others(root, roots)


def _list(roots: Collection[str]) -> None:
    for root in sorted(roots):
        click.echo(printable(root))
    if not roots:
        click.echo("No place is read.", err=True)


def _rehearse(found: KnownPlace) -> None:
    click.echo("This is what would happen; nothing was written.")
    click.echo(f"{printable(found.root)} would be read no more. {_counts(found)}")
    for source in found.met:
        click.echo(f"removed {printable(source)}")


def _counts(found: KnownPlace) -> str:
    return (
        f"Marked as removed: {len(found.met):,}. Dropped, as they could never be read: "
        f"{len(found.only_failed):,}."
    )


def _tell_of_others(root: str, roots: Collection[str]) -> None:
    inside = [other for other in roots if around(other, [root])]
    for other in sorted({*around(root, roots), *inside}):
        click.echo(
            f"{printable(other)} is read still: what lies in both comes back with the next "
            "`townclerk ingest`. Forget that too, unless it is to.",
            err=True,
        )


def _root_of(said: str, roots: Collection[str]) -> str:
    """The lasting name of the place that is meant; raises NoSuchSource where none is."""
    names = list(_names(said))
    for name in names:
        if name in roots:
            return name
    outer = [each for name in names for each in around(name, roots)]
    if outer:
        raise NoSuchSource(
            f"{printable(said)} is read with {printable(outer[-1])}, in which it lies. Forget "
            "that, or delete this in it; to keep a paper out for good, withdraw it. Nothing was "
            "changed."
        )
    raise NoSuchSource(
        f"{printable(said)} is no place that is read. `townclerk forget` without a place lists "
        "those that are. Nothing was changed."
    )


def _names(said: str) -> Iterator[str]:
    """What a place may be called by: as it is told, or as it is named to an ingest."""
    yield said
    if said.startswith(LIST):
        yield from (f"{LIST}{name}" for name in _paths(said.removeprefix(LIST)))
    elif is_online(said):
        with suppress(NoSuchSource):
            yield place_of(said).root
    else:
        yield from _paths(said)


def _paths(said: str) -> Iterator[str]:
    with suppress(ValueError):  # a NUL, which no name holds; an empty name is no folder either
        yield name_of(Path(os.path.realpath(said or "\0")))
