"""What an answer says is not for the public: of such a part not even the title is kept."""

import re

from index.errors import Withheld
from ingest.readers.moderngov.node import Node

_TEXTS = {"minute": "minutesnonemptyhtmlbody", "decision": "decisionnonemptyhtmlbody"}
_PUBLISHED = ("minutepublished", "decisionpublished")
# Sites differ in version: what a field says is believed by the end of its name.
_CLOSING = re.compile(r".*is(?:restricted|exempt|confidential|private)")
_NOT_CLOSED = frozenset({"", "false", "no", "n", "0"})


def is_restricted(node: Node) -> bool:
    """Whether an item or a document is closed: said so, not to be shown, or under a restriction."""
    said = (c.text.strip().casefold() for c in node.children if _CLOSING.fullmatch(c.name))
    hidden = any(node.flag(name) is False for name in ("isdisplayallowed", "isdisplayed"))
    return hidden or any(s not in _NOT_CLOSED for s in said) or bool(node.said("restrictionsref"))


def refuse_restricted(meeting: Node) -> None:
    """Raise Withheld ("exempt") for a meeting of which nothing is to be shown."""
    if is_restricted(meeting):
        raise Withheld(
            "exempt",
            "ModernGov says that this meeting is not to be shown, so nothing of it was kept. If "
            "it is public after all, fetch its answer again and ingest that.",
        )


def holds_back(answer: Node) -> bool:
    """Whether anything in an answer is closed or not yet out, so that it may not be stored."""
    rest = [(answer, answer)]
    while rest:
        node, around = rest.pop()
        meeting = node if any(map(node.has, _PUBLISHED)) else around
        if is_restricted(node) or _is_not_out(node, meeting):
            return True
        rest += [(child, meeting) for child in node.children]
    return False


def _is_not_out(node: Node, meeting: Node) -> bool:
    """Whether an agenda, or the text of an item's minutes or decision, is not published."""
    texts = (what for what, text in _TEXTS.items() if node.said(text))
    early = node.flag("agendapublished") is False
    return early or any(not is_published(node, meeting, what) for what in texts)


def is_published(item: Node, meeting: Node, what: str) -> bool:
    """Whether an item's "minute" or "decision" is out; what says nothing of it counts as out."""
    own = item.flag(f"is{what}published")
    return (meeting.flag(f"{what}published") if own is None else own) is not False
