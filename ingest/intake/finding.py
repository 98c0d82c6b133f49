"""One source, from its name to what became of it: known again, read, or the reason why not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from index import steps
from index.catalogue import KnownSource, MetSource
from index.errors import Unreadable
from index.runs import TAKEN_IN
from index.shelf import READER_VERSION
from ingest.intake.copies import Copy, copy_of, same_as_before
from ingest.intake.settings import Saying, Settings
from ingest.intake.sources import SkippedSource, Source
from ingest.workers.exchange import Refused, Task, Understood
from ingest.workers.pool import Pool
from ingest.workers.unpacked import Unpacked


@dataclass(frozen=True, slots=True)
class Finding:
    """A source as it was met, and what reading it gave: None where it is as it was before."""

    met: MetSource
    reply: Understood | Refused | Unpacked | None
    data: bytes = b""
    is_paper: bool = True  # False for a folder that something is wrong with
    url: str | None = None  # where a paper from the web is read by people
    day: date | None = None  # of the meeting that a website lists it under


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what has become of sources, from many threads."""

    pool: Pool
    known: Mapping[str, KnownSource]
    settings: Settings

    def find(self, source: Source | SkippedSource) -> Finding:
        """Read a source unless it was read before, in a process of the pool's."""
        met = MetSource(source.name, source.root)
        if isinstance(source, SkippedSource):
            is_paper = not source.is_folder or source.name in self.known
            refused = Refused("failed", source.reason, source.message)
            return Finding(met, refused, is_paper=is_paper)
        said = self.settings.of(source)
        before = self.known.get(source.name)
        same = same_as_before(source, before)
        if same and is_as_before(replace(same, told=said.told()), before):
            return Finding(replace(same, told=said.told()), None)
        try:
            copy = copy_of(source)
        except Unreadable as error:
            return Finding(met, Refused("failed", error.reason, str(error)))
        steps.reached("paper_copied")
        return self._read(copy, said)

    def _read(self, copy: Copy, said: Saying) -> Finding:
        met = replace(copy.met, told=said.told())
        if is_as_before(met, self.known.get(met.source)):
            return Finding(met, None)
        reply = self.pool.read(Task(met.source, said.council, said.body), copy.data)
        steps.reached("paper_understood")
        return Finding(met, reply, copy.data)


def is_as_before(met: MetSource, before: KnownSource | None) -> bool:
    """Whether reading again can give nothing new; failed and withheld are tried again."""
    return (
        before is not None
        and before.outcome in TAKEN_IN
        and before.met.sha256 == met.sha256
        and before.reader_version == READER_VERSION
        and before.met.told == met.told
    )
