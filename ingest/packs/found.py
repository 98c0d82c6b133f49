"""What reading a file gives."""

from dataclasses import dataclass

from index.records import Report


@dataclass(frozen=True, slots=True)
class Found:
    """The public papers of a file, and how many papers it holds in all."""

    reports: tuple[Report, ...]
    papers: int = 1
