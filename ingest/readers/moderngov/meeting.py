"""GetMeeting: one meeting with its items, as minutes, as a record of decisions or as an agenda."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.errors import Unreadable
from index.records import FrontPage, ReportKind
from ingest.pages import Format, Paper, Para, Properties, Table
from ingest.readers.moderngov.attendees import attendee_parts
from ingest.readers.moderngov.escapes import fewest_levels
from ingest.readers.moderngov.items import (
    AGENDA,
    DECISION,
    ITEM_LEVEL,
    MINUTES,
    Item,
    document_list,
    documents_of,
    item_of,
    parts_of,
)
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.restricted import is_restricted, refuse_restricted
from ingest.readers.moderngov.shown import people_in
from ingest.readers.moderngov.values import day_of, in_words, words

_CALLED_OFF = re.compile(r"\b(cancelled|postponed|abandoned|adjourned)\b", re.IGNORECASE)
_TITLES = {"minutes": "Minutes of", "decision": "Decisions of", "agenda": "Agenda for"}
_FACTS = (  # what the answer says of the meeting as a whole, and what it is called in a paper
    ("meetingtime", "Time"),
    ("meetingactualstarttime", "Started"),
    ("meetingactualfinishtime", "Ended"),
    ("meetinglocation", "Place"),
    ("meetingstatus", "Status"),
)
_UNPUBLISHED = "The agenda is not published yet; its items were left out."


def meeting_paper(meeting: Node, kind: Format, warnings: tuple[str, ...]) -> Paper:
    """The paper that a meeting makes; raises Withheld for one that is not to be shown."""
    refuse_restricted(meeting)
    nodes = list(meeting.listed("agendaitems", "agendaitem"))
    levels = fewest_levels(n.said(field) for n in nodes for field in (MINUTES, DECISION, AGENDA))
    items = [item_of(node, meeting, levels) for node in nodes]
    what = _kind(items)
    if what == "agenda" and meeting.flag("agendapublished") is False and items:
        items, warnings = [], (*warnings, _UNPUBLISHED)
    front = _front_page(meeting, nodes, what, levels)
    if not items and front.meeting_date is None:
        raise Unreadable(
            "no_text", "ModernGov's answer tells of no meeting. Check the meeting's number."
        )
    attendees = tuple(attendee_parts(meeting.listed("attendees", "attendee"), levels))
    head = tuple(_head(meeting, front, levels))
    rest = tuple(_parts(meeting, items, what, levels))
    return Paper(
        kind,
        (*head, *(shown.part for shown in attendees), *rest),
        properties=Properties(
            front.title, told=front, told_kind=what, told_people=people_in(attendees)
        ),
        warnings=(*warnings, *_doubts(items)),
    )


def _kind(items: Sequence[Item]) -> ReportKind:
    if any(item.minutes.parts for item in items):
        return "minutes"
    return "decision" if any(item.decision.parts for item in items) else "agenda"


def _front_page(meeting: Node, nodes: Sequence[Node], what: ReportKind, levels: int) -> FrontPage:
    day = day_of(meeting.said("meetingdate"))
    body = _body(meeting, nodes, levels)
    status = words(meeting.said("meetingstatus"), levels)
    return FrontPage(
        title=_title(what, body, day, status),
        body=body,
        meeting_date=day,
        meeting_date_basis="source" if day else None,
        draft=bool(re.search(r"\bdraft\b", status, re.IGNORECASE)),
    )


def _title(what: ReportKind, body: str | None, day: date | None, status: str) -> str:
    off = _CALLED_OFF.search(status)
    on = f"{', ' if body else ' on '}{in_words(day, weekday=False)}" if day else ""
    return f"{_TITLES[what]} {body or 'a meeting'}{on}{f' ({off[1].capitalize()})' if off else ''}"


def body_of(meeting: Node) -> str | None:
    """Who met, as far as an answer tells."""
    return _body(meeting, list(meeting.listed("agendaitems", "agendaitem")), 0)


def _body(meeting: Node, nodes: Sequence[Node], levels: int) -> str | None:
    """Who met. The answer itself does not say; its items and documents of the same day do.

    They say it only if they agree: a document may come from another body.
    """
    if own := words(meeting.said("committeetitle", "committeename"), levels):
        return own
    day = meeting.said("meetingdate")
    shown = [node for node in nodes if not is_restricted(node)]
    named = {n.said("refertocommittee") for n in shown if n.said("preferreddate") == day}
    for node in (meeting, *shown):
        linked = (d for d in node.listed("linkeddocuments", "linkeddoc") if not is_restricted(d))
        named |= {d.said("committeetitle") for d in linked if d.said("meetingdate") == day}
    bodies = {words(name, levels) for name in named} - {""}
    return bodies.pop() if len(bodies) == 1 else None


def _head(meeting: Node, front: FrontPage, levels: int) -> Iterator[Para]:
    """What is said of the meeting as a whole."""
    yield Para(front.title or "", heading=1)
    if front.meeting_date:
        yield Para(f"Date: {in_words(front.meeting_date)}")
    for field, name in _FACTS:
        if stated := words(meeting.said(field), levels):
            yield Para(f"{name}: {stated}", gap=False)


def _parts(
    meeting: Node, items: Sequence[Item], what: ReportKind, levels: int
) -> Iterator[Para | Table]:
    for item in items:
        yield from parts_of(item, what)
    documents = documents_of(meeting, levels)
    yield from document_list(documents, "Documents of the meeting", ITEM_LEVEL)


def _doubts(items: Sequence[Item]) -> Iterator[str]:
    """What was left out or doubtful, each once."""
    if held := sum(item.restricted for item in items):
        yield f"{held} restricted item{'s were' if held > 1 else ' was'} left out."
    yield from sorted({warning for item in items for warning in item.warnings})
