"""What an ingest would do, without doing it: a shelf that remembers and writes nothing."""

from collections.abc import Collection, Mapping, Sequence

from index.catalogue import KnownSource, MetSource
from index.catalogue.councils import said_anew
from index.catalogue.packs import Pack
from index.looked_at import LookedAt
from index.records import Report
from index.runs import RunItem


class Rehearsal:
    """Stands in for `index.shelf.Shelf` in a dry run."""

    run = None

    def __init__(
        self,
        known: Mapping[str, KnownSource],
        councils: Mapping[str, str],
        looked_at: LookedAt | None = None,
    ) -> None:
        """What the catalogue remembers: its sources, the councils said of places, and of papers."""
        self._known = dict(known)
        self._councils = dict(councils)
        self._looked_at = looked_at
        self._released = looked_at.released() if looked_at else frozenset()

    def known(self) -> dict[str, KnownSource]:
        """Every source remembered."""
        return self._known

    def released(self) -> frozenset[str]:
        """The hashes of all bytes that are let in though they are marked."""
        return self._released

    def warned(self, start: str) -> frozenset[str]:  # noqa: ARG002 - as Shelf
        """None: what it knows was looked through for them before."""
        return frozenset()

    def council_said(self) -> dict[str, str]:
        """The council that each folder or file was ingested for, where one was said."""
        return self._councils

    def say_council(self, roots: Collection[str], council: str) -> None:
        """Remember it for this rehearsal."""
        self._councils = said_anew(self._councils, roots, council)

    def read_again(self, roots: Collection[str]) -> None:
        """Nothing to remember: no later ingest is told."""

    def expect(self, total: int) -> None:
        """Nothing to prepare."""

    def cancel(self) -> None:
        """Nothing to say it of."""

    def add(self, report: Report, met: MetSource, data: bytes) -> RunItem:  # noqa: ARG002 - as Shelf
        """Say whether the paper is new, changed, or as it was, or is kept out."""
        if reason := self._why_kept_out(met, (report,)):
            return self.withhold(met, *reason)
        before = self._known.get(met.source)
        if before is None or not before.is_searchable:
            return RunItem(met.source, "added")
        same = before.report_id == report.report_id
        return RunItem(met.source, "unchanged" if same else "changed")

    def add_pack(self, pack: Pack, met: MetSource) -> RunItem:
        """Say so, and how many papers it holds."""
        if reason := self._why_kept_out(met, pack.reports):
            return self.withhold(met, *reason)
        before = self._known.get(met.source)
        if before is None or not before.is_searchable:
            return RunItem(met.source, "added", message=pack.said)
        same = before.parts > 0 and before.met.sha256 == met.sha256
        return RunItem(met.source, "unchanged" if same else "changed", message=pack.said)

    def hold_packed(self, met: MetSource, said: str) -> RunItem:
        """Say so, and what it holds."""
        if reason := self._why_kept_out(met, ()):
            return self.withhold(met, *reason)
        before = self._known.get(met.source)
        if before is None or before.outcome in ("failed", "withheld"):
            return RunItem(met.source, "added", message=said)
        same = before.met.sha256 == met.sha256
        return RunItem(met.source, "unchanged" if same else "changed", message=said)

    def settle(self, met: MetSource) -> None:
        """Nothing to remember."""

    def unchanged(self, met: MetSource) -> RunItem:
        """Say so."""
        return RunItem(met.source, "unchanged")

    def fail(self, met: MetSource, code: str, message: str) -> RunItem:
        """Say so."""
        return RunItem(met.source, "failed", code, message)

    def withhold(self, met: MetSource, code: str, message: str | None = None) -> RunItem:
        """Say so."""
        return RunItem(met.source, "withheld", code, message)

    def tell(self, line: RunItem) -> RunItem:
        """Say so."""
        return line

    def remove(self, source: str) -> RunItem:
        """Say so."""
        return RunItem(source, "removed")

    def _why_kept_out(self, met: MetSource, reports: Sequence[Report]) -> tuple[str, str] | None:
        return self._looked_at.why_kept_out(met, reports) if self._looked_at else None
