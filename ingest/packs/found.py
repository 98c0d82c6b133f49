"""What reading a file gives."""

from dataclasses import dataclass

from index.records import Report
from ingest.links import Link


@dataclass(frozen=True, slots=True)
class Found:
    """The public papers of a file, how many it holds in all, and where it leads if asked for."""

    reports: tuple[Report, ...]
    papers: int = 1
    links: tuple[Link, ...] = ()
