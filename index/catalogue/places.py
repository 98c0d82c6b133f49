"""Which places are read again by an ingest that names none, and what was read from each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sqlite_utils import Database

from index.catalogue import councils, papers, sources
from index.catalogue.holders import holder
from index.catalogue.rows import selected
from index.catalogue.sources import KnownSource


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place, and its sources by name: those that gave something, and those that only failed."""

    root: str
    met: tuple[str, ...]
    only_failed: tuple[str, ...]


def remember(db: Database, roots: Collection[str]) -> None:
    """Have places read again from now on; what lies in one of them is read with it."""
    named = {row["root"] for row in selected(db, "SELECT root FROM places")} | set(roots)
    kept = {root for root in named if not around(root, named)}
    db.execute("DELETE FROM places")
    db.table("places").insert_all({"root": root} for root in sorted(kept))


def read_again(db: Database) -> frozenset[str]:
    """The places that were named, and those that papers were read from."""
    sql = "SELECT root FROM places UNION SELECT root FROM sources WHERE part_of IS NULL"
    return frozenset(row["root"] for row in selected(db, sql))


def around(place: str, others: Iterable[str]) -> list[str]:
    """The folders among others with which a file or folder is read, the nearest last.

    >>> around("/papers/2025", ["/papers", "/", "/papers/2025", "list:/papers"])
    ['/', '/papers']
    >>> around("/papers/.old/2025", ["/papers"])  # what is hidden is read only where it is named
    []
    """
    path = PurePath(place)
    outer = (other for other in others if other != place and path.is_absolute())
    return sorted(one for one in outer if path.is_relative_to(one) and not _hidden(path, one))


def _hidden(path: PurePath, within: str) -> bool:
    return any(part.startswith(".") for part in path.relative_to(within).parts)


def known(db: Database, root: str) -> KnownPlace:
    """What is known of a place: nothing, of one that is not."""
    return _place(root, _sources_of(db, root))


def forget(db: Database, root: str) -> KnownPlace:
    """Read a place no more, and take out what was read from it; gives what was known of it.

    What is withheld at it stays withheld wherever else it is, until someone has looked at it.
    """
    own = _sources_of(db, root)
    for source in own:
        papers.remove(db, source)
    for one in own.values():
        if one.outcome == "withheld" and one.code != sources.TWIN_WITHHELD:
            sources.leave_shut(db, one.met)
    db.execute("DELETE FROM places WHERE root = ?", [root])
    for place in councils.said(db):
        if place == root or around(place, [root]):
            councils.say(db, [place], "")
    return _place(root, own)


def _place(root: str, own: Mapping[str, KnownSource]) -> KnownPlace:
    failed = [
        name for name, one in own.items() if one.outcome == "failed" and not one.is_searchable
    ]
    return KnownPlace(root, tuple(name for name in own if name not in set(failed)), tuple(failed))


def _sources_of(db: Database, root: str) -> dict[str, KnownSource]:
    """The files and addresses read from a place, and all that is packed in them."""
    held = sources.known(db)
    whole = {name: holder(name, held) or name for name in sorted(held)}
    return {name: held[name] for name in whole if held[whole[name]].met.root == root}
