"""Which of ModernGov's answers a file holds, and what to say of one that is not read."""

from dataclasses import replace

from index.wording import NOT_KEPT
from ingest.pages import Format, Paper
from ingest.readers.moderngov.committees import committees_paper
from ingest.readers.moderngov.meeting import meeting_paper
from ingest.readers.moderngov.meetings import meetings_paper
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.restricted import holds_back
from ingest.readers.moderngov.telling import unsupported

_OF_A_MEETING = ("agendaitems", "attendees", "agendapublished", "isdisplayallowed")


def paper_of(root: Node, kind: Format, warnings: tuple[str, ...]) -> Paper:
    """The paper that an answer makes.

    Raises Unreadable ("unsupported") for any answer but one about a meeting, meetings or
    committees, and Withheld for a meeting that is not to be shown.
    """
    paper = _understood(root, kind, warnings)
    return replace(paper, warnings=(*paper.warnings, NOT_KEPT)) if holds_back(root) else paper


def _understood(root: Node, kind: Format, warnings: tuple[str, ...]) -> Paper:
    name, answer = answer_in(root)
    if name == "meeting":
        return meeting_paper(answer, kind, warnings)
    if name in ("getmeetings", "getmeetingsbydate"):
        return meetings_paper(answer, kind, warnings)
    if name == "committees":
        return committees_paper(answer, kind, warnings)
    raise unsupported(root.name, kind)


def answer_in(root: Node) -> tuple[str, Node]:
    """An answer's name and itself, with or without a name around it."""
    inside = (child for child in root.children if child.name and child.children)
    for node in (root, *inside):
        if _is_meeting(node):
            return "meeting", node
        if _is_meetings(node):
            return "getmeetings", node
        if _is_committees(node):
            return "committees", node
    return "", root


def _is_meeting(node: Node) -> bool:
    named = node.name in ("meeting", "getmeeting", "")
    return named and node.has("meetingid", "meetingdate") and node.has(*_OF_A_MEETING)


def _is_meetings(node: Node) -> bool:
    if node.name in ("getmeetings", "getmeetingsbydate", "getallmeetingsbydate"):
        return node.has("committee", "meetings", "meeting", "meetingscount")
    held = [*node.listed("meetings", "meeting"), *node.listed("committee", "committee")]
    return any(each.has("meetingdate", "committeemeetings") for each in held)


def _is_committees(node: Node) -> bool:
    if node.name == "committees" and node.has("committeescount"):
        return True
    held = [*node.all("committee"), *node.listed("committees", "committee")]
    flagged = ("committeedeleted", "committeeexpired", "committeeid", "flags")
    return any(each.has("committeetitle", "title") and each.has(*flagged) for each in held)
