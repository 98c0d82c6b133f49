"""A ModernGov site looked through: its committees, their meetings in a window, and the papers.

Its web service tells the committees, meetings and documents; decisions that were taken outside
meetings are listed on its pages only. Dates are sent as 04/02/2026: one such as 2026-02-04 is taken
without a word and ignored, so that each answer is held against the window as well.
"""

from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.catalogue import KnownSource, MetSource
from index.errors import Unreadable
from ingest.intake.finding import Finding
from ingest.intake.settings import Saying
from ingest.links import Link
from ingest.sources.address import Address, address_of, linked
from ingest.sources.events import Event, Gone, More, Settling
from ingest.sources.listing import Listing, not_listed, nothing_listed
from ingest.sources.papers import GONE, Papers, closed, not_read, refused
from ingest.sources.places import Place
from ingest.sources.wanted import Wanted, day_told
from ingest.sources.windows import Window, as_asked
from ingest.workers.exchange import Refused, Reply, Task, Understood
from ingest.workers.pool import Pool
from ingest.workers.unpacked import Unpacked

_SERVICE = "mgWebService.asmx"
_DECISIONS = (  # lists of decisions taken by members, and by officers
    "mgDelegatedDecisions.aspx?XXR=0&DR={days}&ACT=Find&RP=0&K=0&V=0&DM=0&HD=0&DS=2&Next=true"
    "&META=mgdelegateddecisions",
    "mgListOfficerDecisions.aspx?XXR=0&FULL=1&BAM=1&DR={days}",
)
_NOT_THERE = (GONE, "fetch_error_page")  # of a list, as where nobody decides alone


@dataclass(frozen=True, slots=True)
class Looking:
    """What it takes to look through a site."""

    papers: Papers
    lists: Pool  # reading processes that find where an answer leads to
    known: Mapping[str, KnownSource]
    window: Window


class Site:
    """One site being looked through, in one thread."""

    def __init__(self, place: Place, council: str | None, looking: Looking) -> None:
        """``council`` is whose site it was said to be."""
        self._base = place.addresses[0]
        self._plain = Wanted(self._base, place.root, council)
        self._looking = looking
        self._settling = Settling(looking.known)
        self._listed_before = _by_lister(looking.known)
        self._listing = Listing(looking.window)
        self._met: set[str] = set()
        self._opened: set[str] = set()
        self._reopened: dict[str, Wanted] = {}
        self._unlisted: set[str] = set()

    def events(self) -> Iterator[Event]:
        """All that is met there. It was counted as two: the list of committees, and its end."""
        links = yield from self._paper(self._wanted(self._service("GetCommittees")))
        for link in links or ():
            if link.kind == "committee":
                yield from self._committee(link)
        if links is not None:
            yield from self._decisions()
            yield from self._lost_meetings()
        yield from self._open(list(self._reopened.values()))
        yield from self._no_more_listed()
        yield from self._settling.rest()
        yield More(-1)

    def _committee(self, committee: Link) -> Iterator[Event]:
        window = self._looking.window
        days = f"sFromDate={as_asked(window.since)}&sToDate={as_asked(window.until)}"
        lister = self._lister(committee)
        links = yield from self._list(self._service(f"{lister}&{days}"))
        meetings = self._listing.heard(self._service(lister).text, links)
        shut = {link.target for link in meetings if link.closed}
        opened = [link for link in meetings if link.target not in shut]
        yield from self._each([self._wanted_meeting(m, committee) for m in opened])
        for meeting in meetings:
            if meeting.closed:
                yield from self._shut(self._wanted_meeting(meeting, committee))

    def _wanted_meeting(self, meeting: Link, committee: Link) -> Wanted:
        page = f"ieListDocuments.aspx?CId={committee.target}&MId={meeting.target}"
        return replace(
            self._wanted(self._service(f"GetMeeting?lMeetingId={meeting.target}")),
            body=committee.body or meeting.body,
            day=meeting.day,
            url=self._at(page).text,
            listed_by=self._service(self._lister(committee)).text,
        )

    def _lister(self, committee: Link) -> str:
        return f"GetMeetings?lCommitteeId={committee.target}"

    def _shut(self, meeting: Wanted) -> Iterator[Event]:
        """A meeting that is listed as restricted, and what it led to when it was not."""
        known = self._looking.known
        documents = sorted(self._listed_before[meeting.address.text])
        wanted = [meeting, *(self._wanted(address_of(name)) for name in documents)]
        new = [each for each in wanted if each.address.text in known and self._is_new(each)]
        yield More(len(new))
        for each in new:
            yield closed(each if each is meeting else replace(each, listed_by=meeting.address.text))

    def _lost_meetings(self) -> Iterator[Event]:
        """Meetings listed no more: each is asked for, as it may be held on another day now."""
        lost = self._listing.lost(self._looking.known, self._met)
        if lost and not self._listing.meetings:
            yield More(1)
            yield nothing_listed(MetSource(self._base.text, self._plain.root), len(lost))
            return
        yield More(len(lost))
        for source in lost:
            yield from self._lost_meeting(source.met)

    def _lost_meeting(self, met: MetSource) -> Iterator[Event]:
        committee = Link(
            "committee", _number_in(met.listed_by or ""), Saying.from_told(met.told).body
        )
        meeting = Link("meeting", _number_in(met.source), None, day_told(met.told))
        wanted = self._wanted_meeting(meeting, committee)
        try:
            fetched = self._looking.papers.fetcher.fetch(wanted.address)
        except Unreadable as error:
            gone = error.reason in _NOT_THERE
            yield from self._gone(met.source) if gone else iter([not_listed(wanted)])
            return
        reply = self._looking.lists.read(Task(wanted.address.text), fetched.data or b"")
        links = reply.links if isinstance(reply, Understood) else ()
        now = next((link for link in links if link.kind == "meeting"), None)
        if now is None:
            yield not_listed(wanted)
        elif now.closed or not self._listing.holds(now):
            moved = replace(wanted, day=now.day)
            yield from self._settling.told(self._looking.papers.read(moved, fetched))
            yield from self._led_to(moved, links)
        else:
            yield from self._gone(met.source)

    def _gone(self, meeting: str) -> Iterator[Event]:
        self._unlisted |= self._listed_before[meeting]
        yield Gone(meeting)

    def _decisions(self) -> Iterator[Event]:
        window = self._looking.window
        days = f"{as_asked(window.since)}-{as_asked(window.until)}"
        for page in _DECISIONS:
            links = yield from self._list(self._at(page.format(days=days)), _NOT_THERE)
            there = (
                linked(self._base, link.target) for link in links or () if link.kind == "decision"
            )
            wanted = [self._wanted(address) for address in there if address]
            yield from self._each([each for each in wanted if self._is_ours(each)])

    def _each(self, papers: Sequence[Wanted]) -> Iterator[Event]:
        """Meetings or decisions, each once in a run, with what they lead to."""
        new = [wanted for wanted in papers if self._is_new(wanted)]
        yield More(len(new))
        for wanted in new:
            yield from self._paper_with_documents(wanted)

    def _paper(self, wanted: Wanted) -> Generator[Event, None, tuple[Link, ...] | None]:
        """A paper of the site's own; gives where it leads, or None if that cannot be told."""
        try:
            # Whole, and never asked whether it has changed: where it leads to is not remembered.
            fetched = self._looking.papers.fetcher.fetch(wanted.address)
        except Unreadable as error:
            yield from self._settling.told(not_read(wanted, error))
            return None
        reply = self._looking.lists.read(Task(wanted.address.text), fetched.data or b"")
        if isinstance(reply, Understood):
            yield from self._settling.told(self._looking.papers.read(wanted, fetched))
            return reply.links
        yield from self._settling.told(refused(wanted, reply))
        return None

    def _paper_with_documents(self, wanted: Wanted) -> Iterator[Event]:
        """A meeting or decision, and what it leads to."""
        links = yield from self._paper(wanted)
        if links is not None:
            yield from self._led_to(wanted, links)

    def _led_to(self, wanted: Wanted, links: tuple[Link, ...]) -> Iterator[Event]:
        documents: dict[str, tuple[Wanted, bool]] = {}
        for link in links:
            address = linked(self._base, link.target) if link.kind == "document" else None
            if address:
                shut = link.closed or documents.get(address.text, (wanted, False))[1]
                documents[address.text] = (self._wanted_document(address, link, wanted), shut)
        yield from self._documents(documents)
        self._unlisted |= self._listed_before[wanted.address.text] - documents.keys()

    def _wanted_document(self, address: Address, link: Link, lister: Wanted) -> Wanted:
        plain = self._wanted(address)
        body = link.body or lister.body
        return replace(
            plain, body=body, day=link.day, listed_by=lister.address.text, is_document=True
        )

    def _documents(self, documents: Mapping[str, tuple[Wanted, bool]]) -> Iterator[Event]:
        """Every open document; and of the closed ones, those that were read when they were open.

        A meeting read before may have listed one as open that this one lists as closed.
        """
        held = self._opened | self._looking.known.keys()
        shut = [w for n, (w, is_shut) in documents.items() if is_shut and n in held]
        opened = [w for w, is_shut in documents.values() if not is_shut and self._is_new(w)]
        closed_now = {name for name, (_, is_shut) in documents.items() if is_shut}
        self._met |= closed_now
        self._reopened = {n: w for n, w in self._reopened.items() if n not in closed_now}
        again = [wanted for wanted in opened if self._was_closed(wanted)]
        self._reopened |= {wanted.address.text: wanted for wanted in again}
        yield More(len(shut))
        yield from (closed(wanted) for wanted in shut)
        yield from self._open([wanted for wanted in opened if wanted not in again])

    def _was_closed(self, wanted: Wanted) -> bool:
        """Whether a listing closed it: another may do so yet, so that it is read at the end."""
        before = self._looking.known.get(wanted.address.text)
        return before is not None and before.code == "exempt" and before.met.sha256 is None

    def _open(self, documents: Sequence[Wanted]) -> Iterator[Event]:
        yield More(len(documents))
        for wanted in documents:
            self._opened.add(wanted.address.text)
            yield from self._settling.told(self._looking.papers.find(wanted))

    def _no_more_listed(self) -> Iterator[Event]:
        """What meetings and decisions led to before, and nothing leads to now."""
        gone = sorted(self._unlisted - self._met)
        yield More(len(gone))
        yield from map(Gone, gone)

    def _list(
        self, address: Address, in_order: tuple[str, ...] = ()
    ) -> Generator[Event, None, tuple[Link, ...] | None]:
        """Where a list leads; None if it could not be read, which is told unless in order."""
        try:
            data = self._looking.papers.fetcher.fetch(address).data or b""
        except Unreadable as error:
            reply: Reply | Unpacked = Refused("failed", error.reason, str(error))
        else:
            reply = self._looking.lists.read(Task(address.text), data)
        if isinstance(reply, Understood):
            return reply.links
        if isinstance(reply, Unpacked):
            return None
        if reply.code not in in_order:
            yield More(1)
            yield Finding(MetSource(address.text, self._plain.root), reply, is_paper=False)
        return None

    def _wanted(self, address: Address) -> Wanted:
        return replace(self._plain, address=address)

    def _is_new(self, wanted: Wanted) -> bool:
        """Whether a paper has not been met in this run yet; from now on it has."""
        new = wanted.address.text not in self._met
        self._met.add(wanted.address.text)
        return new

    def _is_ours(self, wanted: Wanted) -> bool:
        return wanted.address.server == self._base.server

    def _service(self, question: str) -> Address:
        return self._at(f"{_SERVICE}/{question}")

    def _at(self, page: str) -> Address:
        return address_of(f"{self._base.text}{page}")


def _number_in(address: str) -> str:
    return address.rpartition("=")[2]


def _by_lister(known: Mapping[str, KnownSource]) -> dict[str, set[str]]:
    """What each meeting or decision led to; a file that is packed in another goes with that."""
    listed: dict[str, set[str]] = defaultdict(set)
    for name, source in known.items():
        if source.met.listed_by and source.code != "withdrawn" and "#" not in name:
            listed[source.met.listed_by].add(name)
    return listed
