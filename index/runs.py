"""What is held, and how ingests went, as plain data."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

Outcome = Literal["added", "changed", "unchanged", "removed", "withheld", "failed"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
TAKEN_IN: Final = frozenset({"added", "changed", "unchanged"})  # and held since


@dataclass(frozen=True, slots=True)
class RunItem:
    """What became of one source in one ingest: a line of the ledger."""

    source: str
    outcome: Outcome
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest; "aborted" if it died or was ``cancelled``; ``finished`` is None until its end."""

    run: int
    state: Literal["running", "finished", "aborted"]
    started: str  # ISO 8601, UTC
    finished: str | None
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    withheld: int = 0
    failed: int = 0
    seconds: float = 0.0
    total: int | None = None  # how many sources it will meet, once known
    cancelled: bool = False

    @property
    def met(self) -> int:
        """How many sources it has met."""
        return sum(map(self.count, OUTCOMES))

    def count(self, outcome: Outcome) -> int:
        """How many sources ended so."""
        count: int = getattr(self, outcome)
        return count

    @property
    def lacks(self) -> bool:
        """Whether it was to meet more sources than it has."""
        return self.total is not None and self.met < self.total


@dataclass(frozen=True, slots=True)
class BodyCoverage:
    """How much of one body's papers is held."""

    council: str | None
    body: str | None
    reports: int
    newest: date | None


@dataclass(frozen=True, slots=True)
class Status:
    """Coverage, freshness and the last run."""

    reports: int
    passages: int
    decisions: int
    withheld: int
    failed: int
    newest_meeting: date | None
    generation: int
    last_run: Run | None
    by_body: tuple[BodyCoverage, ...]
