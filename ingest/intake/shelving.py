"""What was found of a source, written to the shelf and the ledger."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from index.catalogue import KnownSource, MetSource
from index.catalogue.packs import Pack
from index.errorlog import log_lines, stack_of
from index.errors import TownClerkError, Unreadable, Withheld
from index.part_names import part_name, part_sha256
from index.records import Report
from index.runs import RunItem
from ingest.access import access_of
from ingest.intake.finding import Finding
from ingest.sources.wanted import as_told
from ingest.workers.exchange import Refused, Understood
from ingest.workers.refusals import GARBLED, unforeseen
from ingest.workers.unpacked import Unpacked

_PLACE = re.compile(r"(?:page|part)=[1-9]\d{0,6}", re.ASCII)


class Shelving(Protocol):
    """What an ingest asks of `index.shelf.Shelf`, or of `ingest.intake.rehearsal.Rehearsal`."""

    @property
    def run(self) -> int | None:
        """The number of the run; None in a dry run."""

    def known(self) -> Mapping[str, KnownSource]:
        """Every source remembered."""

    def released(self) -> frozenset[str]:
        """The hashes of all bytes that are let in though they are marked."""

    def warned(self, start: str) -> frozenset[str]:
        """The files and addresses of the papers with a warning that begins so."""

    def council_said(self) -> dict[str, str]:
        """The council that each folder or file was ingested for, where one was said."""

    def say_council(self, roots: Collection[str], council: str) -> None:
        """Remember whose papers these places hold; "" takes back what was said."""

    def read_again(self, roots: Collection[str]) -> None:
        """Have these places read by later ingests."""

    def expect(self, total: int) -> None:
        """So many sources will be met."""

    def cancel(self) -> None:
        """The run was told to leave off."""

    def add(self, report: Report, met: MetSource, data: bytes) -> RunItem:
        """Hold a paper."""

    def add_pack(self, pack: Pack, met: MetSource) -> RunItem:
        """Hold every paper of a file that holds several."""

    def hold_packed(self, met: MetSource, said: str) -> RunItem:
        """Note a file in which others are packed; it is read again until it is settled."""

    def settle(self, met: MetSource) -> None:
        """Note that all that is packed in a file has been taken in."""

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
        case Understood() as understood:
            return _add(understood, finding, shelf, folder)
        case Unpacked(said=said):
            return shelf.hold_packed(finding.met, said)
        case refused:
            return _refuse(refused, finding, shelf, folder)


def _add(understood: Understood, finding: Finding, shelf: Shelving, folder: Path) -> RunItem:
    met = finding.met
    # The reading process is not believed about where the paper came from and what its bytes were.
    named = _named(understood, met)
    named = named and tuple(as_told(report, finding.url, finding.day) for report in named)
    if named is None:
        return _refuse(GARBLED, finding, shelf, folder)
    try:
        if understood.papers == 1:
            return shelf.add(named[0], met, finding.data)
        left_out = understood.papers - len(named)
        pack = Pack(named, finding.data, _said(understood.papers, left_out), left_out)
        return shelf.add_pack(pack, met)
    except Unreadable as error:
        return shelf.fail(met, error.reason, str(error))
    except (TownClerkError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one paper must not end the ingest of the others
        return _refuse(unforeseen(stack_of(error)), finding, shelf, folder)


def _named(understood: Understood, met: MetSource) -> tuple[Report, ...] | None:
    """The papers under the names that are theirs; None if they can have none."""
    reports, sha256 = understood.reports, met.sha256 or ""
    if understood.papers == 1:
        one = len(reports) == 1
        return (replace(reports[0], source=met.source, sha256=sha256),) if one else None
    places = [report.source.removeprefix(f"{met.source}#") for report in reports]
    known = all(_PLACE.fullmatch(place) for place in places)
    if not known or len(set(places)) < len(places) or not 0 < len(places) <= understood.papers:
        return None
    return tuple(
        replace(report, source=part_name(met.source, place), sha256=part_sha256(sha256, place))
        for report, place in zip(reports, places, strict=True)
    )


def _said(papers: int, left_out: int) -> str:
    if not left_out:
        return f"A pack of {papers} papers."
    were = "1 is" if left_out == 1 else f"{left_out} are"
    return (
        f"A pack of {papers} papers. {were} marked as closed to the public, or bound in behind "
        "one that is, and left out; the file itself is not kept. Ingest what is open apart."
    )


def _refuse(refused: Refused, finding: Finding, shelf: Shelving, folder: Path) -> RunItem:
    met = finding.met
    if not finding.is_paper:
        return shelf.tell(RunItem(met.source, refused.outcome, refused.code, refused.message))
    refused = _or_closed_by_name(refused, met, shelf)
    if refused.stack:
        log_lines(folder, [met.source, *refused.stack])
    if refused.outcome == "withheld":
        return shelf.withhold(met, refused.code, refused.message)
    return shelf.fail(met, refused.code, refused.message)


def _or_closed_by_name(refused: Refused, met: MetSource, shelf: Shelving) -> Refused:
    """That a paper is withheld, where its name says so, even if it cannot be read."""
    if refused.outcome == "withheld" or met.sha256 in shelf.released():
        return refused
    try:
        access_of(met.source, ())
    except Withheld as error:
        return Refused("withheld", error.reason, str(error))
    return refused
