"""What administrators are told is missing: answers, minutes and papers."""

from bot.desk import Desk
from bot.message import Message, sentence


def gap_report(desk: Desk, user: str) -> Message:
    """What is missing, for an administrator, checked now."""
    if not desk.people.is_admin(user):
        return sentence(
            "Only Town Clerk's administrators can see what is missing. Ask one of them.",
            outcome="not_admin",
        )
    return sentence("Nothing is known to be missing.", outcome="gaps")
