"""What people said of papers that they looked at, for whoever writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.catalogue import MetSource, releases
from index.catalogue.connections import reading
from index.records import Report


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Reads it from a data folder's catalogue; raises NothingIngested where there is none."""

    folder: Path

    def released(self) -> frozenset[str]:
        """The hashes of all bytes that are let in though they are marked."""
        with reading(self.folder) as db:
            return releases.released(db)

    def why_kept_out(self, met: MetSource, reports: Iterable[Report]) -> tuple[str, str] | None:
        """Why what was met would be kept out whatever it is marked: a code and a sentence."""
        with reading(self.folder) as db:
            return releases.why_kept_out(db, met, reports)
