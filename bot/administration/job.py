"""What a job is: an act that a command carries out in a process of its own; and who hears of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.excuses import Told
from index.acts import Doing
from index.runs import Run, RunItem


class Watcher(Protocol):
    """Whoever started a job and hears how it goes, in this order; one of the ends only."""

    def progress(self, run: Run) -> None:
        """How far it is; called about once a second."""

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:
        """It came to its end; ``kept_out`` are the sources that failed or were withheld."""

    def cancelled(self, run: Run | None, by: str) -> None:
        """It was stopped at the wish of somebody; without a run, before it had begun."""

    def broke(self, why: str) -> None:
        """It did not come to its end; ``why`` is a sentence."""

    def left(self) -> None:
        """It goes on, but the bot stops and follows it no longer."""


@dataclass(frozen=True, slots=True)
class Job:
    """An act that a command carries out, with its words after ``townclerk``."""

    doing: Doing
    package: str  # that has the command
    command: tuple[str, ...]


def ingest_job(who: str, sources: Sequence[str] = ()) -> Job:
    """Read these sources, or all known ones again if there are none."""
    words = ("ingest", "--json", "--who", who, "--", *sources)
    return Job(Doing("ingest", " ".join(sources), who), "ingest", words)


def withdraw_job(who: str, source: str, why: str) -> Job:
    """Take a paper out for good."""
    words = ("withdraw", "--who", who, f"--why={why}", "--", source)
    return Job(Doing("withdraw", f"{source}: {why}", who), "index", words)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What is being done now, and since when; ``ours`` if this bot started it and can stop it."""

    doing: Doing
    since: str  # ISO 8601, UTC
    run: Run | None = None
    ours: bool = False


class Busy(Told):
    """Something is being done already."""

    code = "busy"

    def __init__(self, under_way: UnderWay) -> None:
        """Say what it is."""
        super().__init__(
            "Papers are being read or taken out already. Wait for that to end, then ask again."
        )
        self.under_way = under_way


class NothingToStop(Told):
    """No ingest that this bot could stop is running."""

    code = "nothing_to_stop"
