"""One paper on the web, from its address to what became of it: as it was, read, or why not."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from index.catalogue import KnownSource, MetSource
from index.errors import Unreadable
from index.runs import TAKEN_IN
from index.shelf import READER_VERSION
from ingest.intake.finding import Finding
from ingest.sources.fetching import Fetcher
from ingest.sources.judging import UNKNOWN, Fetched, Stamp
from ingest.sources.wanted import Wanted
from ingest.workers.exchange import Refused, Task
from ingest.workers.pool import Pool
from ingest.workers.refusals import NESTED
from ingest.workers.unpacked import Unpacked

GONE = "fetch_gone"
_SETTLED = TAKEN_IN | {"withheld"}
_NOT_A_FILE = (
    "The website sent a page in place of the paper, as when it wants one to sign in. Open the "
    "address in a browser, save the paper and ingest the file."
)


@dataclass(frozen=True, slots=True)
class Papers:
    """Reads papers from the web, for many threads; ``known`` are the sources from before."""

    fetcher: Fetcher
    pool: Pool
    known: Mapping[str, KnownSource]

    def find(self, wanted: Wanted) -> Finding:
        """Read a paper, unless its website says that it is as it was."""
        before = self.known.get(wanted.address.text)
        try:
            fetched = self.fetcher.fetch(wanted.address, _stamp(wanted, before))
        except Unreadable as error:
            return not_read(wanted, error)
        return self.read(wanted, fetched)

    def read(self, wanted: Wanted, fetched: Fetched) -> Finding:
        """What was fetched, understood in a process of its own."""
        before = self.known.get(wanted.address.text)
        if fetched.data is None:
            assert before is not None  # noqa: S101 - it is "as it was" only if it was asked so
            return _as_before(before, wanted, fetched.stamp)
        met = _met(wanted, fetched.stamp, fetched.data)
        if wanted.is_document and fetched.is_page:
            return Finding(met, Refused("failed", "type_mismatch", _NOT_A_FILE))
        if before and before.met.sha256 == met.sha256 and _is_settled(wanted, before):
            return _as_before(before, wanted, fetched.stamp)
        reply = self.pool.read(Task(met.source, wanted.council, wanted.body), fetched.data)
        url = wanted.url or wanted.address.text
        return Finding(met, reply, fetched.data, url=url, day=wanted.day)


def not_read(wanted: Wanted, error: Unreadable) -> Finding:
    """A paper that could not be fetched."""
    return refused(wanted, Refused("failed", error.reason, str(error)))


def refused(wanted: Wanted, why: Refused | Unpacked) -> Finding:
    """A paper of which nothing was taken in."""
    met = replace(_met(wanted, UNKNOWN, b""), sha256=None, size=None)
    return Finding(met, NESTED if isinstance(why, Unpacked) else why)


def closed(wanted: Wanted) -> Finding:
    """A paper that its site has closed since it was read."""
    met = replace(_met(wanted, UNKNOWN, b""), sha256=None, size=None)
    message = "The website lists this paper as restricted now: nothing of it is kept."
    return Finding(met, Refused("withheld", "exempt", message))


def _met(wanted: Wanted, stamp: Stamp, data: bytes) -> MetSource:
    return MetSource(
        wanted.address.text,
        wanted.root,
        hashlib.sha256(data).hexdigest(),
        len(data),
        etag=stamp.etag,
        told=wanted.told(),
        last_modified=stamp.last_modified,
        listed_by=wanted.listed_by,
    )


def _stamp(wanted: Wanted, before: KnownSource | None) -> Stamp:
    """The stamp to ask by; none where the paper is to be read again in any case."""
    if before is None or not _is_settled(wanted, before):
        return UNKNOWN
    return Stamp(before.met.etag, before.met.last_modified)


def _is_settled(wanted: Wanted, before: KnownSource) -> bool:
    """Whether reading the same bytes again can give nothing new."""
    return (
        before.outcome in _SETTLED
        and before.reader_version == READER_VERSION
        and before.met.told == wanted.told()
    )


def _as_before(before: KnownSource, wanted: Wanted, stamp: Stamp) -> Finding:
    """A paper that is what it was: held, or withheld."""
    met = replace(
        before.met,
        root=wanted.root,
        listed_by=wanted.listed_by,
        etag=stamp.etag,
        last_modified=stamp.last_modified,
    )
    if before.outcome == "withheld":
        return Finding(met, Refused("withheld", before.code or "exempt", before.message or ""))
    return Finding(met, None)
