"""How an ingest is to go about its work."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ingest.sources.settings import Reach
from ingest.workers.process import Reading


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Options:
    """How to ingest; ``stopping`` is asked again and again whether to leave off."""

    council: str | None = None  # whose papers these are, from now on; "" takes that back
    workers: int = 0  # reading processes; 0 for as many as there are processors
    dry_run: bool = False
    stopping: Callable[[], bool] = _never
    reading: Reading = field(default_factory=Reading)
    who: str = "command line"  # who has it done, for the trail of administrators' acts
    since: date | None = None  # of ModernGov sites, the first day read, and the last
    until: date | None = None
    reach: Reach | None = None  # how the web may be read; as the environment says unless given

    @property
    def processes(self) -> int:
        """How many reading processes that is."""
        return self.workers or _processors()


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS cannot tell which may be used
        return os.cpu_count() or 1
