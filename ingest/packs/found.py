"""What reading a file gives."""

from dataclasses import dataclass

from index.records import Report
from ingest.links import Link
from ingest.packed.member import Unpacking


@dataclass(frozen=True, slots=True)
class Found:
    """The public papers of a file, how many it holds in all, and where it leads if asked for."""

    reports: tuple[Report, ...]
    papers: int = 1
    links: tuple[Link, ...] = ()
    unpacking: Unpacking | None = None  # for a file in which other files are packed
