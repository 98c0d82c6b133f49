"""Messages that the bot posts in a channel on somebody's behalf."""

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.message import Message

# Slack's codes for a channel in which the bot cannot write, whoever asks it to.
CANNOT_WRITE = frozenset(
    (
        "channel_not_found",
        "is_archived",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "team_access_not_granted",
    )
)
_OF_BLOCKS = ("block", "too_long", "attachments")  # in the codes that refuse what blocks hold


class NotPosted(Exception):
    """Slack did not take the message; the argument is Slack's code."""

    @property
    def cannot_write(self) -> bool:
        """Whether that is because of the channel."""
        return self.args[0] in CANNOT_WRITE


def post(client: WebClient, channel: str, thread: str | None, message: Message) -> None:
    """Post a message, plainer where Slack refuses its blocks; NotPosted where it takes none."""
    try:
        client.chat_postMessage(
            channel=channel,
            thread_ts=thread,
            text=message.text,
            blocks=list(message.blocks) or None,
            unfurl_links=False,
            unfurl_media=False,
        )
    except SlackApiError as error:
        code = str(error.response.get("error"))
        if not message.blocks or not any(part in code for part in _OF_BLOCKS):
            raise NotPosted(code) from error
        post(client, channel, thread, message.plainer or Message(message.text))
