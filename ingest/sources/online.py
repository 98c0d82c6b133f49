"""Every place on the web that an ingest reads, several websites at a time."""

import os
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from index.catalogue import KnownSource
from ingest.intake.options import Options
from ingest.intake.streams import as_they_come
from ingest.sources.events import Event, Settling
from ingest.sources.fetching import Fetcher
from ingest.sources.lines import Lines, Stopped
from ingest.sources.moderngov import Looking, Site
from ingest.sources.papers import Papers
from ingest.sources.places import Place, papers_of
from ingest.sources.settings import Reach, reach_in
from ingest.sources.wanted import Wanted
from ingest.sources.windows import window_of
from ingest.workers.pool import BrokenOff, reading_pool
from ingest.workers.process import Reading

_SITES_AT_ONCE = 4
_LISTS = Reading("ingest.readers.moderngov.links:read_links", wall_seconds=60)


def ready(options: Options, places: Sequence[Place]) -> Options:
    """The options with how the web may be read, where it is; raises BadSettings."""
    if options.reach or not places:
        return options
    return replace(options, reach=reach_in(os.environ))


def events(
    places: Sequence[Place],
    known: Mapping[str, KnownSource],
    councils: Mapping[str, str],
    options: Options,
) -> Generator[Event, None, None]:
    """What is met at these places; ``councils`` says whose papers some of them hold."""
    if not places or options.stopping():
        return
    window = window_of(options.since, options.until, datetime.now(UTC).date())
    lines = Lines(options.stopping)
    fetcher = Fetcher(options.reach or Reach(), lines)
    with (
        reading_pool(options.processes, options.reading) as pool,
        reading_pool(1, _LISTS) as lists,
    ):
        looking = Looking(Papers(fetcher, pool, known), lists, known, window)

        def break_off() -> None:
            for each in (lines, pool, lists):
                each.stop()

        streams = [_until_stopped(visit) for visit in _visits(places, councils, looking)]
        yield from as_they_come(streams, _SITES_AT_ONCE, options.stopping, break_off)


def _visits(
    places: Sequence[Place], councils: Mapping[str, str], looking: Looking
) -> Iterator[Iterator[Event]]:
    """One for each site, and one for each server that single addresses are at."""
    by_server: dict[str, list[Wanted]] = {}
    for address, place in papers_of(places).items():
        wanted = Wanted(address, place.root, councils.get(place.root))
        by_server.setdefault(address.server, []).append(wanted)
    for place in places:
        if place.is_site:
            yield Site(place, councils.get(place.root), looking).events()
    for papers in by_server.values():
        yield _single(papers, looking)


def _single(papers: Iterable[Wanted], looking: Looking) -> Iterator[Event]:
    settling = Settling(looking.known)
    for wanted in papers:
        yield from settling.told(looking.papers.find(wanted))
    yield from settling.rest()


def _until_stopped(visit: Iterable[Event]) -> Iterator[Event]:
    try:
        yield from visit
    except (Stopped, BrokenOff):
        return  # whoever waits was told to leave off as well
