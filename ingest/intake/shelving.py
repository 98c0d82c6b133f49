"""What was found of a source, written to the shelf and the ledger."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from index.catalogue import KnownSource, MetSource
from index.errorlog import log_lines, stack_of
from index.errors import TownClerkError, Unreadable
from index.records import Report, RunItem
from ingest.intake.finding import Finding
from ingest.workers.exchange import Refused, Understood
from ingest.workers.refusals import unforeseen


class Shelving(Protocol):
    """What an ingest asks of `index.shelf.Shelf`, or of `ingest.rehearsal.Rehearsal`."""

    @property
    def run(self) -> int | None:
        """The number of the run; None in a dry run."""

    def known(self) -> Mapping[str, KnownSource]:
        """Every source remembered."""

    def expect(self, total: int) -> None:
        """So many sources will be met."""

    def add(self, report: Report, met: MetSource, data: bytes) -> RunItem:
        """Hold a paper."""

    def unchanged(self, met: MetSource) -> RunItem:
        """Note that a source is as it was."""

    def fail(self, met: MetSource, code: str, message: str) -> RunItem:
        """Note why a source could not be read."""

    def withhold(self, met: MetSource, code: str, message: str | None = None) -> RunItem:
        """Note why a paper is kept out."""

    def tell(self, line: RunItem) -> RunItem:
        """Note what is wrong with a folder."""

    def remove(self, source: str) -> RunItem:
        """Take out what a source that is gone once gave."""


def put_away(finding: Finding, shelf: Shelving, folder: Path) -> RunItem:
    """Write one finding: the line of the ledger it ended in."""
    match finding.reply:
        case None:
            return shelf.unchanged(finding.met)
        case Understood(report):
            return _add(report, finding, shelf, folder)
        case refused:
            return _refuse(refused, finding, shelf, folder)


def _add(report: Report, finding: Finding, shelf: Shelving, folder: Path) -> RunItem:
    met = finding.met
    # The reading process is not believed about where the paper came from and what its bytes were.
    named = replace(report, source=met.source, sha256=met.sha256 or "")
    try:
        return shelf.add(named, met, finding.data)
    except Unreadable as error:
        return shelf.fail(met, error.reason, str(error))
    except (TownClerkError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one paper must not end the ingest of the others
        return _refuse(unforeseen(stack_of(error)), finding, shelf, folder)


def _refuse(refused: Refused, finding: Finding, shelf: Shelving, folder: Path) -> RunItem:
    met = finding.met
    if refused.stack:
        log_lines(folder, [met.source, *refused.stack])
    if not finding.is_paper:
        return shelf.tell(RunItem(met.source, refused.outcome, refused.code, refused.message))
    if refused.outcome == "withheld":
        return shelf.withhold(met, refused.code, refused.message)
    return shelf.fail(met, refused.code, refused.message)
