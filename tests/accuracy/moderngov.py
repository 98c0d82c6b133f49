"""A whole meeting as a ModernGov site gives it: every resolution under its item."""

import html
import re
from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

from ingest.pipeline import read_report
from tests.accuracy.figures import SHARED, Figure, compared

MEETING = SHARED / "corpora" / "moderngov-gloucester-xml" / "xmlSamples" / "GetMeeting_7837.xml"


def figures() -> Iterator[Figure]:
    """The meeting's facts, its items, and each resolution with the item it belongs to."""
    report = read_report(MEETING.read_bytes(), str(MEETING))
    front = report.front
    facts = [
        ("kind", report.kind, "minutes"),
        ("body", front.body, "Cabinet"),
        ("date", front.meeting_date, date(2025, 11, 21)),
        ("basis", front.meeting_date_basis, "source"),
    ]
    yield compared("GetMeeting: kind, body, date and its basis", facts)
    items = dict(_items())
    headings = [squeezed(b.words) for b in report.blocks if b.kind == "heading"]
    found = ((title, any(title in h for h in headings), True) for title in items)
    yield compared("GetMeeting: items under their titles", found)
    true = {(title, _first(part)) for title, text in items.items() for part in _resolved(text)}
    read = {
        (title, _first(squeezed(d.text)))
        for d in report.decisions
        for title in items
        if d.standing == "resolved" and title in squeezed(d.heading or "")
    }
    cases = ((f"{item}: {words}", (item, words) in read, True) for item, words in sorted(true))
    yield compared("GetMeeting: resolutions with their item", cases)
    extra = ((f"{item}: {words}", (item, words) in true, True) for item, words in sorted(read))
    yield compared("GetMeeting: what is given as resolved was", extra)


def _items() -> Iterator[tuple[str, str]]:
    """Each item's title and the plain words of its minute, as the standard library reads them."""
    for item in ElementTree.parse(MEETING).iter("agendaitem"):
        title = squeezed(html.unescape(item.findtext("agendaitemtitle") or ""))
        body = item.findtext("minutesnonemptyhtmlbody") or ""
        yield title, squeezed(html.unescape(re.sub(r"<[^>]*>", " ", body)))


def _resolved(text: str) -> Iterator[str]:
    """The points of what an item's minute says was resolved, by their printed numbers."""
    _, resolved, after = text.partition("RESOLVED")
    if not resolved:
        return
    points = re.split(r"\(\d+\)", after)
    yield from (point for point in points[1:] or [after])


def _first(words: str) -> str:
    """The first words of a resolution, without its number, "that" and what is not a letter."""
    plain = re.sub(r"^\W*(?:\(?\d+\)\s*)?(?:to\s+)?(?:that\s*:?\s*)?", "", words, flags=re.I)
    return " ".join(re.findall(r"[a-z]+", plain.casefold())[:5])


def squeezed(text: str) -> str:
    """Text with single white space."""
    return " ".join(text.replace("\xa0", " ").split())
