"""What ModernGov's answers and lists of decisions lead to: read in a process like papers."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml import html

from index.errors import Unreadable
from ingest.links import Link
from ingest.packs.found import Found
from ingest.readers.decode import text_of
from ingest.readers.moderngov.answers import answer_in
from ingest.readers.moderngov.committees import existing_committees
from ingest.readers.moderngov.escapes import plain
from ingest.readers.moderngov.from_xml import node_of
from ingest.readers.moderngov.meeting import body_of
from ingest.readers.moderngov.meetings import listed_meetings
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.restricted import is_restricted
from ingest.readers.moderngov.values import day_of, words

_NUMBER = re.compile(r"\d{1,12}", re.ASCII)
_DECISION = re.compile(r"(?:^|/)ieDecisionDetails\.aspx\?(?:[^#]*&)?ID=\d{1,12}", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"(?:^|/)(?:documents/s\d{1,12}/|mgConvert2PDF\.aspx\?(?:[^#]*&)?ID=\d{1,12})", re.IGNORECASE
)
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)", re.IGNORECASE)
_SERVICE = re.compile(r"/mgWebService\.asmx/", re.IGNORECASE)
_ASKED = re.compile(r"/GetMeeting\?lMeetingId=(\d{1,12})$")
_MOST = 20_000  # links of one answer


def read_links(
    data: bytes, source: str, *, council: str | None = None, body: str | None = None
) -> Found:
    """Where an answer in XML, or a page, leads to; without any paper.

    Raises Unreadable: "corrupt"; "type_mismatch" for a page, or another meeting, in place of an
    answer of the web service; and "unsupported" for what is neither.
    """
    del council, body  # asked of every function that reads
    text, _ = text_of(data[:1_000])
    if _PAGE.match(text):
        _refuse_page(source)
        return Found((), 0, tuple(dict.fromkeys(_on_page(data))))
    name, answer = answer_in(node_of(data))
    if name not in _READ:
        raise Unreadable("unsupported", "ModernGov sent an answer that was not asked for.")
    links = tuple(dict.fromkeys(_READ[name](answer)))[:_MOST]
    _refuse_other_meeting(source, links)
    return Found((), 0, links)


def _refuse_page(source: str) -> None:
    """A page, such as that a website is being mended, must not count as an answer without links."""
    if _SERVICE.search(source):
        raise Unreadable(
            "type_mismatch",
            "ModernGov sent a page in place of an answer. Ingest again; if it stays so, tell "
            "whoever runs the website.",
        )


def _refuse_other_meeting(source: str, links: Iterable[Link]) -> None:
    asked = _ASKED.search(source)
    if asked and any(link.kind == "meeting" and link.target != asked[1] for link in links):
        raise Unreadable(
            "type_mismatch",
            "ModernGov sent another meeting than was asked for. Ingest again; if it stays so, "
            "tell whoever runs the website.",
        )


def _committees(answer: Node) -> Iterator[Link]:
    for committee in existing_committees(answer):
        number = committee.said("committeeid")
        if _NUMBER.fullmatch(number):
            yield Link("committee", number, words(committee.said("committeetitle")) or None)


def _meetings(answer: Node) -> Iterator[Link]:
    """Every meeting; one whose number cannot be told, or that is only counted, without it."""
    listed = list(listed_meetings(answer))
    for body, meeting in listed:
        number, day = meeting.said("meetingid"), day_of(meeting.said("meetingdate"))
        target = number if _NUMBER.fullmatch(number) else ""
        yield Link("meeting", target, body or None, day, is_restricted(meeting))
    counted = answer.said("meetingscount")
    if _NUMBER.fullmatch(counted) and int(counted) > len(listed):
        yield Link("meeting", "")


def _meeting(meeting: Node) -> Iterator[Link]:
    """The meeting itself, and its documents."""
    day = day_of(meeting.said("meetingdate"))
    body = body_of(meeting)
    closed = is_restricted(meeting) or meeting.flag("agendapublished") is False
    number = meeting.said("meetingid")
    if _NUMBER.fullmatch(number):
        yield Link("meeting", number, body or None, day, is_restricted(meeting))
    yield from _linked(meeting, body, day, closed)
    for item in meeting.listed("agendaitems", "agendaitem"):
        yield from _linked(item, body, day, closed or is_restricted(item))


def _linked(node: Node, body: str | None, day: date | None, closed: bool) -> Iterator[Link]:
    """The documents of a meeting or an item; an address of another site's is none of them."""
    for document in node.listed("linkeddocuments", "linkeddoc"):
        address = plain(document.said("url"))
        if address and document.flag("isurl") is not True:
            shut = closed or is_restricted(document)
            yield Link("document", address, body, day, shut)


_READ = {"committees": _committees, "getmeetings": _meetings, "meeting": _meeting}


def _on_page(data: bytes) -> Iterator[Link]:
    """The decisions and the documents that a page leads to."""
    text, _ = text_of(data)
    try:
        root = html.document_fromstring(text)
    except (ValueError, html.etree.ParserError) as error:
        raise Unreadable("corrupt", "ModernGov sent a page that holds nothing.") from error
    for element in root.iter("a"):
        address = (element.get("href") or "").strip()
        if _DECISION.search(address):
            yield Link("decision", address)
        elif _DOCUMENT.search(address):
            yield Link("document", address)
