"""Which places are read again, for whoever writes nothing."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.catalogue import places
from index.catalogue.connections import Readers, Tables
from index.catalogue.places import KnownPlace, around
from index.data_folder import in_order
from index.errors import DataFolderUnusable

__all__ = ["KnownPlace", "around", "known_place", "places_read"]


def places_read(folder: Path) -> frozenset[str]:
    """The lasting names of all places that are read again; raises NothingIngested.

    A catalogue of an earlier version is brought up to date first; raises Locked where it cannot be.
    """
    with _reading(folder) as db:
        return places.read_again(db)


def known_place(folder: Path, root: str) -> KnownPlace:
    """What is known of a place."""
    with _reading(folder) as db:
        return places.known(db, root)


@contextmanager
def _reading(folder: Path) -> Iterator[Tables]:
    with closing(_readers(folder)) as readers, readers.reading() as db:
        yield db


def _readers(folder: Path) -> Readers:
    try:
        return Readers(folder)
    except DataFolderUnusable as error:
        if error.reason != "older_version":
            raise
    with in_order(folder):
        return Readers(folder)
