"""A button pressed, or a menu chosen from: by whom, where, what it carries, how to reply."""

from dataclasses import dataclass
from typing import Any

from slack_bolt import Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk import Reply, ReplyRefused
from bot.excuses import Told
from bot.message import Message
from bot.slack.place import Place
from bot.values import unpacked

OPENED = Message("", outcome="opened")  # a window says it all
_TOO_LATE = ("expired_trigger_id", "trigger_expired", "trigger_exchanged", "invalid_trigger_id")


class TooSlow(Told):
    """Slack gives three seconds to open a window, and they were over."""

    code = "too_slow"


class TooOld(Told):
    """The button carries nothing that this version can read."""

    code = "too_old"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press. ``channel`` is "" where the button is on no message, as on the App Home page."""

    key: str
    user: str
    trigger: str
    value: str
    channel: str
    message: str  # its timestamp
    thread: str | None
    at: str  # when, as messages are timed
    is_private: bool = False  # whether the message is one that nobody else sees

    @property
    def fields(self) -> dict[str, Any]:
        """What the button carries."""
        return unpacked(self.value)

    @property
    def place(self) -> Place | None:
        """The thread it was pressed in, if it was in one."""
        if not self.thread:
            return None
        return Place(self.channel, self.thread, self.user, self.is_direct, ts=self.at)

    @property
    def is_direct(self) -> bool:
        """Whether nobody else reads what is written there."""
        return self.channel.startswith("D")


def pressed(body: dict[str, Any]) -> Pressed:
    """What a request for a button's action tells."""
    action, container = body["actions"][0], body.get("container") or {}
    user = body["user"]["id"]
    message = body.get("message") or {}
    return Pressed(
        key=f"press {user} {action.get('action_id')} {action.get('action_ts')}",
        user=user,
        trigger=body.get("trigger_id") or "",
        value=action.get("value") or (action.get("selected_option") or {}).get("value") or "",
        channel=container.get("channel_id") or (body.get("channel") or {}).get("id") or "",
        message=container.get("message_ts") or "",
        is_private=container.get("is_ephemeral") is True,
        at=str(action.get("action_ts") or ""),
        thread=container.get("thread_ts") or message.get("thread_ts"),
    )


def privately(press: Pressed, client: WebClient, respond: Respond) -> Reply:
    """Reply to whoever pressed, where they pressed: in a direct message for good."""

    def reply(message: Message) -> None:
        if not message.text:
            return
        content: dict[str, Any] = {"text": message.text, "blocks": list(message.blocks) or None}
        content |= {"unfurl_links": False, "unfurl_media": False}
        if press.is_direct or not respond.response_url:
            channel = press.channel or press.user
            client.chat_postMessage(channel=channel, thread_ts=press.thread, **content)
            return
        content |= {"response_type": "ephemeral", "replace_original": False}
        answered = respond(thread_ts=press.thread, **content)
        if answered.status_code != 200:
            raise ReplyRefused(answered.body)

    return reply


def open_view(client: WebClient, press: Pressed, view: dict[str, Any]) -> Message:
    """Open a window for whoever pressed; TooSlow where Slack no longer lets us."""
    return open_by(client, press.trigger, view)


def open_by(client: WebClient, trigger: str, view: dict[str, Any]) -> Message:
    """Open a window by the trigger that Slack gave; TooSlow where it serves no longer."""
    try:
        client.views_open(trigger_id=trigger, view=view)
    except SlackApiError as error:
        if error.response.get("error") in _TOO_LATE:
            raise TooSlow(
                "That took longer than Slack waits. Please press the button again."
            ) from error
        raise
    return OPENED
