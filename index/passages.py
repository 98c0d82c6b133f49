"""Full-text search over passages, whatever engine does it: a protocol of few verbs.

Words reach an engine as stems (`index.language`), so that every engine agrees on what a word is.
An engine keeps ids and term frequencies; the words themselves stay in the catalogue.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from index.records import ReportKind, Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as an engine sees it: stems by field, and what it may be filtered by."""

    passage_id: int
    report_id: str
    title: tuple[str, ...]
    heading: tuple[str, ...]
    body: tuple[str, ...]
    leads: tuple[str, ...]
    council: str | None
    committee: str | None  # the body that met; `body` is taken by the passage's own words
    meeting_date: date | None
    kind: ReportKind
    standing: Standing


@dataclass(frozen=True, slots=True)
class Within:
    """The passages to look among; None means any. Names are exact: the caller has resolved them."""

    councils: frozenset[str] | None = None
    committees: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None
    kind: ReportKind | None = None
    standing: Standing | None = None


class Hit(NamedTuple):
    """A passage and its BM25F score."""

    passage_id: int
    score: float


class Passages(Protocol):
    """An engine. Readers may be many threads; there is one writer."""

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """The best passages holding any of the stems, best first; each stem has a weight."""

    def frequency(self, stem: str) -> int:
        """In how many passages the stem stands, in any field; 0 if in none.

        Of thousands, some may be of reports since taken out.
        """

    def count(self) -> int:
        """How many passages are indexed."""

    def apply(
        self,
        added: Iterable[Entry],
        removed: Iterable[str],
        generation: int,
        *,
        purge: bool = False,
    ) -> None:
        """Publish whole reports' passages, and take out the removed report ids, as one generation.

        Applying the same change twice leaves the same index. ``purge`` leaves nothing of what was
        taken out on disk.
        """

    def replace(self, entries: Iterable[Entry], generation: int) -> None:
        """Publish these passages and no others; readers see the old ones until it is done."""

    def tidy(self) -> None:
        """Make searching as quick as can be, now that no more is to come; it may take a while."""

    def vocabulary(self) -> frozenset[str]:
        """Every stem indexed, and perhaps some of reports since taken out."""

    def passage_ids(self) -> frozenset[int]:
        """The ids of all passages indexed."""

    def problem(self) -> str | None:
        """What is wrong with the index, in a sentence; None if it can be searched."""

    def generation(self) -> int:
        """The generation last published; 0 for an empty index."""

    def close(self) -> None:
        """Let go of open files."""
