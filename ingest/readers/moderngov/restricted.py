"""What an answer says is not for the public: of such a part not even the title is kept."""

from index.errors import Withheld
from ingest.readers.moderngov.node import Node


def is_restricted(node: Node) -> bool:
    """Whether an item or a document is closed: said so, not to be shown, or under a restriction."""
    closed = node.flag("isrestricted") is True or node.flag("isdisplayallowed") is False
    return closed or bool(node.said("restrictionsref"))


def refuse_restricted(meeting: Node) -> None:
    """Raise Withheld ("exempt") for a meeting of which nothing is to be shown."""
    if is_restricted(meeting):
        raise Withheld(
            "exempt",
            "ModernGov says that this meeting is not to be shown, so nothing of it was kept. If "
            "it is public after all, fetch its answer again and ingest that.",
        )


def is_published(item: Node, meeting: Node, what: str) -> bool:
    """Whether an item's "minute" or "decision" is out; what says nothing of it counts as out."""
    own = item.flag(f"is{what}published")
    return (meeting.flag(f"{what}published") if own is None else own) is not False
