"""Where lists of decisions go: in place of the list whose button was used, or beside a message."""

from slack_bolt import Respond

from bot.desk import Reply
from bot.message import Message
from bot.slack.replies import by_address

LISTS = ("decisions", "no_decisions")  # outcomes of messages that may take a list's place


def over_the_list(respond: Respond) -> Reply:
    """Reply in place of a list that one person sees; anything but a list stands beside it."""

    def reply(message: Message) -> None:
        by_address(respond, message, replace_original=message.outcome in LISTS)

    return reply


def to_one(respond: Respond, thread: str | None) -> Reply:
    """Reply to one person where they are, in a thread if they are in one."""

    def reply(message: Message) -> None:
        by_address(respond, message, replace_original=False, thread_ts=thread)

    return reply
