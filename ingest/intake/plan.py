"""What an ingest is to do: the sources it will read, and those that are gone."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import KnownSource, open_catalogue
from index.catalogue.holders import on_their_own
from index.errors import NothingIngested
from index.looked_at import LookedAt
from index.places import places_read
from ingest.intake.again import read_better
from ingest.intake.missing import is_folder, missing
from ingest.intake.rehearsal import Rehearsal
from ingest.intake.settings import Settings, settings_for
from ingest.intake.sources import SkippedSource, Source, discover, name_of, rediscover
from ingest.sources.places import (
    Place,
    amiss_in,
    expected_of,
    is_online,
    place_of,
    places_known,
)


@dataclass(frozen=True, slots=True)
class Places:
    """What was found, the names of what it was looked for in, and places on the web."""

    found: tuple[Source | SkippedSource, ...]
    walked: frozenset[str]
    online: tuple[Place, ...] = ()

    @property
    def roots(self) -> frozenset[str]:
        """The lasting names of all places."""
        return self.walked | {place.root for place in self.online}

    @property
    def lasting(self) -> frozenset[str]:
        """Those that are read again though nothing is in them: folders, lists and sites."""
        folders = set(filter(is_folder, self.walked))
        return frozenset(folders | {place.root for place in self.online if place.may_be_empty})

    def unlisted(self, known: Mapping[str, KnownSource]) -> tuple[str, ...]:
        """The sources that were read from a list of addresses, and are on it no more.

        None of a list with a line that is no address: it may be one of theirs, misspelt.
        """
        lists = {place.root for place in self.online if not (place.is_site or place.amiss)}
        named = {address.text for place in self.online for address in place.addresses}
        return tuple(n for n, k in known.items() if k.met.root in lists and n not in named)


@dataclass(frozen=True, slots=True)
class Plan:
    """Sources to read, those that are gone, what was known of all, and what is said of them."""

    found: tuple[Source | SkippedSource, ...]
    gone: tuple[str, ...]
    known: Mapping[str, KnownSource]
    settings: Settings
    online: tuple[Place, ...] = ()

    @property
    def total(self) -> int:
        """How many lines of the ledger this will come to."""
        return len(self.found) + len(self.gone) + expected_of(self.online)


def look_for_papers(arguments: Sequence[str], folder: Path) -> Places:
    """What is at the places named; with none named, at all that were read before.

    Raises NoSuchSource for an argument that is not there, and NothingIngested when nothing is
    named and nothing was read before.
    """
    return _named(arguments, folder) if arguments else _known(folder)


def plan(places: Places, known: Mapping[str, KnownSource], councils: dict[str, str]) -> Plan:
    """What to do about what was found and what was not found again.

    ``councils`` says whose papers some places hold.
    """
    own = on_their_own(known)
    lost = missing(own, places.found, places.walked)
    settings = settings_for(places.found, councils)
    found = (*places.found, *lost.emptied, *settings.troubles)
    gone = (*lost.gone, *places.unlisted(own))
    return Plan(found, gone, known, settings, places.online)


def rehearsal(folder: Path) -> Rehearsal:
    """A shelf that writes nothing and remembers what the catalogue does, if there is one yet."""
    try:
        with open_catalogue(folder) as catalogue:
            looked_at = LookedAt(folder)
            known = read_better(catalogue.known(), catalogue.warned)
            return Rehearsal(known, catalogue.council_said(), looked_at)
    except NothingIngested:
        return Rehearsal({}, {})


def _named(arguments: Sequence[str], folder: Path) -> Places:
    online = tuple(place_of(argument) for argument in arguments if is_online(argument))
    local = [argument for argument in arguments if not is_online(argument)]
    found = (*discover(local, folder), *amiss_in(online))
    walked = frozenset(name_of(Path(os.path.realpath(argument))) for argument in local)
    return Places(found, walked, online)


def _known(folder: Path) -> Places:
    roots = places_read(folder)
    if not roots:
        raise NothingIngested(
            "No place is known that could be read again. Name a folder: townclerk ingest FOLDER"
        )
    online, skipped = places_known(filter(is_online, roots))
    local = frozenset(root for root in roots if not is_online(root))
    found = (*rediscover(local, folder), *skipped, *amiss_in(online))
    return Places(found, local, tuple(online))
