"""What a run that writes knows from before, and what it was told of places for later runs."""

from collections.abc import Collection

from index.catalogue import KnownSource, councils, places, releases, sources
from index.catalogue.connections import Tables, writing


class Remembered:
    """The sources, places and councils that a catalogue remembers."""

    def __init__(self, db: Tables) -> None:
        """Read and write them here."""
        self._db = db

    def known(self) -> dict[str, KnownSource]:
        """Every source the catalogue remembers, by its path or address."""
        return sources.known(self._db)

    def warned(self, start: str) -> frozenset[str]:
        """The files and addresses of the papers with a warning that begins so."""
        return sources.warned(self._db, start)

    def released(self) -> frozenset[str]:
        """The hashes of all bytes that are let in though they are marked."""
        return releases.released(self._db)

    def council_said(self) -> dict[str, str]:
        """The council that each folder or file was ingested for, where one was said."""
        return councils.said(self._db)

    def say_council(self, roots: Collection[str], council: str) -> None:
        """Remember whose papers these places hold; an empty name takes back what was said."""
        with writing(self._db):
            councils.say(self._db, roots, council)

    def read_again(self, roots: Collection[str]) -> None:
        """Have these places read by every ingest that names none, even while they are empty."""
        with writing(self._db):
            places.remember(self._db, roots)
