"""What an ingest is to do: the sources it will read, and those that are gone."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import KnownSource, open_catalogue
from index.errors import NothingIngested
from ingest.intake.missing import missing
from ingest.intake.rehearsal import Rehearsal
from ingest.intake.settings import Settings, settings_for
from ingest.intake.sources import SkippedSource, Source, discover, rediscover


@dataclass(frozen=True, slots=True)
class Places:
    """What was found, and the files and folders it was looked for in."""

    found: tuple[Source | SkippedSource, ...]
    walked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """Sources to read, those that are gone, what was known of all, and what is said of them."""

    found: tuple[Source | SkippedSource, ...]
    gone: tuple[str, ...]
    known: Mapping[str, KnownSource]
    settings: Settings

    @property
    def total(self) -> int:
        """How many lines of the ledger this will come to."""
        return len(self.found) + len(self.gone)


def look_for_papers(arguments: Sequence[str], folder: Path) -> Places:
    """The files at the places named; with none named, at all that were read before.

    Raises NoSuchSource for an argument that is not there, and NothingIngested when nothing is
    named and nothing was read before.
    """
    return _named(arguments, folder) if arguments else _known(folder)


def plan(places: Places, known: Mapping[str, KnownSource], councils: dict[str, str]) -> Plan:
    """What to do about what was found and what was not found again.

    ``councils`` says whose papers some places hold.
    """
    lost = missing(known, places.found, places.walked)
    settings = settings_for(places.found, councils)
    found = (*places.found, *lost.emptied, *settings.troubles)
    return Plan(found, lost.gone, known, settings)


def rehearsal(folder: Path) -> Rehearsal:
    """A shelf that writes nothing and remembers what the catalogue does, if there is one yet."""
    try:
        with open_catalogue(folder) as catalogue:
            return Rehearsal(catalogue.known(), catalogue.council_said())
    except NothingIngested:
        return Rehearsal({}, {})


def _named(arguments: Sequence[str], folder: Path) -> Places:
    found = tuple(discover(arguments, folder))
    return Places(found, frozenset(os.path.realpath(argument) for argument in arguments))


def _known(folder: Path) -> Places:
    with open_catalogue(folder) as catalogue:
        roots = frozenset(known.met.root for known in catalogue.known().values())
    if not roots:
        raise NothingIngested(
            "No paper is known that could be read again. Name a folder: townclerk ingest FOLDER"
        )
    return Places(tuple(rediscover(roots, folder)), roots)
