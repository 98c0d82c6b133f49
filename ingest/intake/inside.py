"""Sources in which papers are packed: each is put away, and then every file that is in it.

A packed file is known by a line of its own, and holds no report; what is in it are sources named
after it, such as ``papers.zip#Minutes/2025-07-08.pdf``. They are judged and kept one by one.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from index.catalogue import KnownSource
from index.catalogue.holders import holder
from index.part_names import part_name
from index.runs import TAKEN_IN, RunItem
from ingest.intake.finding import Finding, is_as_before
from ingest.intake.flow import as_completed
from ingest.intake.settings import Saying
from ingest.intake.shelving import Shelving, put_away
from ingest.workers.exchange import Refused, Task
from ingest.workers.refusals import NESTED
from ingest.workers.unpacked import Kept, Unpacked


@dataclass(frozen=True, slots=True)
class Course:
    """What an ingest has to go by: who writes, how many read at a time, and when it is to end."""

    shelf: Shelving
    folder: Path
    workers: int
    stopping: Callable[[], bool]
    more: Callable[[int], None]  # told of sources that are met beside those expected


@dataclass(slots=True)
class PutAway:
    """Writes findings, and those of all that is packed in them."""

    known: Mapping[str, KnownSource]
    course: Course
    _before: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Note what was packed in each source before."""
        self._before = defaultdict(list)
        for name in self.known:
            if whole := holder(name, self.known):
                self._before[whole].append(name)

    def __call__(self, finding: Finding) -> Iterator[RunItem]:
        """The lines of the ledger that a finding comes to."""
        yield put_away(finding, self.course.shelf, self.course.folder)
        before = self._before.get(finding.met.source, [])
        match finding.reply:
            case Unpacked() as unpacked:
                yield from self._unpacked(finding, unpacked, before)
            case Refused(outcome="withheld") as refused:
                yield from self._withheld(before, refused)
            case Refused():
                pass
            case None:
                yield from self._as_before(finding, before)
            case _:
                yield from self._gone(before)

    def remove(self, source: str) -> Iterator[RunItem]:
        """Take out a source that is gone, and all that was packed in it."""
        yield self.course.shelf.remove(source)
        yield from self._gone(self._before.get(source, []))

    def _unpacked(
        self, finding: Finding, unpacked: Unpacked, before: list[str]
    ) -> Iterator[RunItem]:
        names = {part_name(finding.met.source, kept.name) for kept in unpacked.members}
        self._expect(len(unpacked.members))
        works = [partial(self._member, finding, unpacked, kept) for kept in unpacked.members]
        stop = partial(_stop_if, self.course.stopping, unpacked)
        found = as_completed(_done, works, self.course.workers, self.course.stopping, stop)
        taken_in = 0
        for each in found:
            line = put_away(each, self.course.shelf, self.course.folder)
            taken_in += line.outcome in TAKEN_IN
            yield line
        if not self.course.stopping():
            yield from self._gone([name for name in before if name not in names])
        if taken_in == len(works):
            self.course.shelf.settle(finding.met)

    def _member(self, whole: Finding, unpacked: Unpacked, kept: Kept) -> Finding:
        """What reading a file that was packed gives; nothing where it is as it was."""
        name = part_name(whole.met.source, kept.name)
        met = replace(whole.met, source=name, sha256=None, size=None, etag=None)
        if kept.refused:
            return replace(whole, met=met, reply=kept.refused)
        data = kept.data()
        met = replace(met, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
        if is_as_before(met, self.known.get(name)):
            return replace(whole, met=met, reply=None)
        assert unpacked.reader is not None  # noqa: S101 - whoever unpacked it said so
        said = Saying.from_told(met.told)
        reply = unpacked.reader.read(Task(name, said.council, said.body, packed=True), data)
        understood = NESTED if isinstance(reply, Unpacked) else reply
        return replace(whole, met=met, reply=understood, data=data)

    def _expect(self, count: int) -> None:
        if count:
            self.course.more(count)

    def _as_before(self, finding: Finding, names: list[str]) -> Iterator[RunItem]:
        """A line for each file that is packed in one as it was: it counts as when it was read."""
        self._expect(len(names))
        for known in map(self.known.__getitem__, names):
            if known.outcome in TAKEN_IN:
                yield self.course.shelf.unchanged(replace(known.met, root=finding.met.root))
            else:
                yield self.course.shelf.tell(known.told())

    def _withheld(self, before: list[str], refused: Refused) -> Iterator[RunItem]:
        self._expect(len(before))
        for name in before:
            met = self.known[name].met
            yield self.course.shelf.withhold(met, refused.code, refused.message)

    def _gone(self, names: list[str]) -> Iterator[RunItem]:
        self._expect(len(names))
        yield from (self.course.shelf.remove(name) for name in names)


def _done(work: Callable[[], Finding]) -> Finding:
    return work()


def _stop_if(stopping: Callable[[], bool], unpacked: Unpacked) -> None:
    if stopping() and unpacked.reader:
        unpacked.reader.stop()
