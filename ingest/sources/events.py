"""What is told while a place on the web is looked through, one thing after another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from index.catalogue import KnownSource
from ingest.intake.finding import Finding
from ingest.sources.papers import GONE
from ingest.workers.exchange import Refused


@dataclass(frozen=True, slots=True)
class More:
    """So many more papers will be met than was known."""

    count: int


@dataclass(frozen=True, slots=True)
class Gone:
    """A source read before that is there no more, and is to be taken out."""

    source: str


Event = Finding | More | Gone


class Settling:
    """Holds back what seems gone until it is sure that its website is well otherwise.

    A website that is rebuilt may know none of its addresses for a night: nothing is taken out
    unless another paper of the same server is still there.
    """

    def __init__(self, known: Mapping[str, KnownSource]) -> None:
        """``known`` are the sources from before."""
        self._known = known
        self._well: set[str] = set()
        self._held: list[Finding] = []

    def told(self, finding: Finding) -> Iterator[Event]:
        """What can be told of a paper at once."""
        source, reply = finding.met.source, finding.reply
        if isinstance(reply, Refused) and reply.code == GONE and self._was_there(source):
            self._held.append(finding)
            return
        if finding.met.sha256:
            self._well.add(_server(source))
        yield finding

    def rest(self) -> Iterator[Event]:
        """What is told at the end of those held back."""
        for finding in self._held:
            source = finding.met.source
            yield Gone(source) if _server(source) in self._well else finding

    def _was_there(self, source: str) -> bool:
        before = self._known.get(source)
        return before is not None and (before.is_searchable or before.outcome != "failed")


def _server(source: str) -> str:
    return urlsplit(source).netloc
