"""Where lists of decisions go: in place of the list whose button was used."""

from slack_bolt import Respond

from bot.desk import Reply, ReplyRefused
from bot.message import Message

LISTS = ("decisions", "no_decisions")  # outcomes of messages that may take a list's place


def over_the_list(respond: Respond) -> Reply:
    """Reply in place of a list that one person sees; anything but a list stands beside it."""

    def reply(message: Message) -> None:
        answered = respond(
            text=message.text,
            blocks=list(message.blocks) or None,
            response_type="ephemeral",
            replace_original=message.outcome in LISTS,
            unfurl_links=False,
            unfurl_media=False,
        )
        if answered.status_code != 200:
            raise ReplyRefused(answered.body)

    return reply
