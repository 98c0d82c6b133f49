"""What the catalogue holds, for as many threads as ask."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from index.catalogue import (
    acts,
    arrivals,
    copies,
    councils,
    coverage,
    gaps,
    headings,
    history,
    ledger,
    links,
    lookups,
    outbox,
    packs,
    sources,
    surroundings,
)
from index.catalogue.connections import Readers
from index.catalogue.copies import Copy
from index.catalogue.headings import Headed
from index.catalogue.history import Version
from index.catalogue.links import Linked
from index.catalogue.living import as_they_are
from index.catalogue.lookups import LeadFound
from index.catalogue.sources import KnownSource
from index.catalogue.surroundings import Surroundings
from index.records import (
    Block,
    Decision,
    DecisionFound,
    Filters,
    FrontPage,
    Lead,
    Passage,
    ReportFacts,
)
from index.relating.minutes import MinutesGaps
from index.runs import Run, RunItem, Status


def open_catalogue(folder: Path) -> "Catalogue":
    """The catalogue of a data folder, to read; raises NothingIngested or DataFolderUnusable."""
    return Catalogue(Readers(folder))


class Catalogue:
    """Reads one data folder's catalogue. It may be shared by threads.

    Every verb sees one state of the catalogue, and raises DataFolderUnusable if it cannot be read.
    """

    def __init__(self, readers: Readers) -> None:
        """Read by these connections."""
        self._readers = readers
        self._reading = readers.reading

    def __enter__(self) -> "Catalogue":
        """Close it at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the connections; a later question opens new ones."""
        self._readers.close()

    def passages(self, ids: Sequence[int]) -> list[Passage]:
        """The passages of these numbers, in the order asked; those no longer held are left out."""
        with self._reading() as db:
            return lookups.passages(db, ids)

    def passages_of(self, report_id: str) -> list[Passage]:
        """A report's passages, in reading order."""
        with self._reading() as db:
            return lookups.passages_of(db, report_id)

    def passage_ids(self) -> frozenset[int]:
        """The numbers of all passages held."""
        with self._reading() as db:
            return lookups.passage_ids(db)

    def neighbours(self, passage: Passage, before: int, after: int) -> list[Passage]:
        """Up to so many passages before and after one in its report, without itself."""
        with self._reading() as db:
            return lookups.neighbours(db, passage, before, after)

    def surroundings(self, passages: Sequence[Passage]) -> dict[int, Surroundings]:
        """What each of the passages is quoted in the light of, by its number."""
        with self._reading() as db:
            return surroundings.surroundings(db, passages)

    def headed(self, report_ids: Collection[str]) -> list[Headed]:
        """What each passage of some reports stands under."""
        with self._reading() as db:
            return headings.headed(db, report_ids)

    def report(self, report_id: str) -> ReportFacts | None:
        """A report's facts, or None if it is not held."""
        return self.facts([report_id]).get(report_id)

    def facts(self, report_ids: Iterable[str]) -> dict[str, ReportFacts]:
        """The facts of those of the reports that are held."""
        with self._reading() as db:
            return lookups.facts(db, report_ids)

    def reports(self) -> list[ReportFacts]:
        """Every report, newest meeting first, undated last."""
        with self._reading() as db:
            return lookups.reports(db)

    def newest_of(self, front: FrontPage) -> list[ReportFacts]:
        """The papers of the last day that any is held of, of the body of a front page."""
        with self._reading() as db:
            return lookups.newest_of(db, front)

    def find_source(self, source: str) -> ReportFacts | None:
        """The report read from a path or address, or of this report id."""
        with self._reading() as db:
            return lookups.find_source(db, source)

    def text(self, report_id: str) -> str:
        """A report's whole text; "" if it is not held."""
        with self._reading() as db:
            return lookups.text(db, report_id)

    def excerpt(self, report_id: str, start: int, end: int) -> str:
        """The stored text of a span, in code points."""
        return self.text(report_id)[start:end]

    def original(self, report_id: str) -> bytes:
        """The bytes a report was read from; none if it is not held."""
        with self._reading() as db:
            return lookups.original(db, report_id)

    def place_of(self, report_id: str) -> str | None:
        """Where in its file a part of a pack begins, as "page=7"; None for any other report."""
        with self._reading() as db:
            return lookups.place_of(db, report_id)

    def parts_of(self, source: str) -> list[str]:
        """The names of the papers that a file holds, if it is a pack."""
        with self._reading() as db:
            return list(packs.parts_of(db, source))

    def council_said(self) -> dict[str, str]:
        """The council that each folder or file was ingested for, where one was said."""
        with self._reading() as db:
            return councils.said(db)

    def blocks(self, report_id: str, touching: tuple[int, int] | None = None) -> tuple[Block, ...]:
        """A report's blocks, in reading order; or those that touch a span of its text."""
        with self._reading() as db:
            return lookups.blocks(db, report_id, touching)

    def decisions(
        self,
        filters: Filters,
        report_ids: Collection[str] | None = None,
        limit: int = 10,
        offset: int = 0,
    ) -> list[DecisionFound]:
        """Decisions, newest meeting first, undated last, then in document order.

        ``report_ids`` are the reports to look in; None means any.
        """
        with self._reading() as db:
            return lookups.decisions(db, filters, report_ids, (limit, offset))

    def arrived(self, after: int, until: int) -> list[str]:
        """The reports first held in the runs after one, up to another; no copies of older ones."""
        with self._reading() as db:
            return arrivals.arrived(db, after, until)

    def decisions_of(self, report_id: str) -> tuple[Decision, ...]:
        """A report's decisions, in document order."""
        with self._reading() as db:
            return lookups.decisions_of(db, report_id)

    def decided_by(self, report_id: str) -> list[Linked]:
        """The resolutions that answer a report's recommendations, the soonest first."""
        with self._reading() as db:
            return links.decided_by(db, report_id)

    def decides(self, report_id: str) -> list[Linked]:
        """The recommendations that a paper's resolutions answer."""
        with self._reading() as db:
            return links.decides(db, report_id)

    def has_minutes_of(self, front: FrontPage) -> bool:
        """Whether a paper records what the body resolved at the meeting of a front page."""
        with self._reading() as db:
            return links.has_minutes_of(db, front)

    def copies(self, report_ids: Iterable[str]) -> dict[str, Copy]:
        """Those of the reports of which other copies are held, with the one to cite."""
        with self._reading() as db:
            return copies.copies(db, report_ids)

    def same_as(self, report_id: str | None = None) -> dict[str, tuple[str, ...]]:
        """Of one report, or of every one, the other copies held, the one to cite first."""
        with self._reading() as db:
            return copies.same_as(db, report_id)

    def leads(self, report_id: str | None = None) -> list[LeadFound]:
        """The people and posts a report names, or that all reports name, newest meeting first."""
        with self._reading() as db:
            if report_id is None:
                return lookups.leads(db)
            return [LeadFound(lead, report_id) for lead in lookups.leads_of(db, report_id)]

    def leads_called(self, word: str) -> list[LeadFound]:
        """The people and posts called so in public reports, newest meeting first."""
        with self._reading() as db:
            return lookups.leads_called(db, word)

    def leads_of_each(self, report_ids: Collection[str]) -> dict[str, list[Lead]]:
        """The people and posts that each of some reports names; of one that names none, none."""
        with self._reading() as db:
            return lookups.leads_of_each(db, report_ids)

    def meanings(self) -> list[tuple[str, str]]:
        """Every short form with each long form that it is held to stand for, once."""
        with self._reading() as db:
            return lookups.meanings(db)

    def status(self) -> Status:
        """Coverage, freshness and the last run."""
        with self._reading() as db:
            found = coverage.status(db)
        return replace(
            found, last_run=next(iter(as_they_are(self._readers, ledger.last_ingest)), None)
        )

    def runs(self, limit: int = 20) -> list[Run]:
        """The last runs, newest first."""
        return as_they_are(self._readers, lambda db: ledger.runs(db, limit))

    def run(self, number: int) -> Run | None:
        """One run by its number."""
        found = as_they_are(self._readers, lambda db: [r for r in [ledger.run(db, number)] if r])
        return found[0] if found else None

    def run_items(self, number: int) -> list[RunItem]:
        """What became of each source in a run."""
        with self._reading() as db:
            return ledger.items(db, number)

    def acts(self, limit: int = 20, run: int | None = None) -> list[acts.Act]:
        """The last acts of administrators, newest first; or those that one run carried out."""
        with self._reading() as db:
            return acts.last(db, limit, run)

    def warned(self, start: str) -> frozenset[str]:
        """The files and addresses of the papers with a warning that begins so."""
        with self._reading() as db:
            return sources.warned(db, start)

    def known(self) -> dict[str, KnownSource]:
        """Every source remembered, by its path or address."""
        with self._reading() as db:
            return sources.known(db)

    def replaced(self, sources: Iterable[str], since: date) -> list[Version]:
        """What some sources gave before they were changed, from a day on."""
        with self._reading() as db:
            return history.replaced(db, sources, since)

    def removed_since(self, since: date, parts: Iterable[str], least: int) -> list[Version]:
        """The papers gone from a day on, with some of these parts of words in their titles."""
        with self._reading() as db:
            return history.removed_since(db, since, parts, least)

    def failures(self) -> list[RunItem]:
        """The sources that failed or were withheld when they were last met."""
        with self._reading() as db:
            return sources.failures(db)

    def minutes_gaps(self, today: date) -> list[MinutesGaps]:
        """The bodies of whose minutes some may be missing, those that lack the most first."""
        with self._reading() as db:
            return gaps.minutes_gaps(db, today)

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the catalogue's file; nothing if it is whole."""
        with self._reading() as db:
            return coverage.faults(db)

    def generation(self) -> int:
        """How often the search index has been published."""
        with self._reading() as db:
            return outbox.generation(db)
