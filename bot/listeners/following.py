"""Following a subject, and stopping: the buttons; `/townclerk` takes the words."""

from typing import Any

from slack_bolt import Ack, App, Respond

from bot.desk import Desk, Reply, Request
from bot.following.asker import stop_telling
from bot.following.blocks import FOLLOWING, STOP
from bot.following.request import stop_message
from bot.message import Message
from bot.slack.replies import by_address
from bot.values import unpacked

Body = dict[str, Any]


def register(app: App, desk: Desk) -> None:
    """Listen for them. Slack waits three seconds for an ack, so it comes first."""

    @app.action(STOP)
    def unfollow(ack: Ack, body: Body, respond: Respond) -> None:
        ack()
        action, user = body["actions"][0], body["user"]["id"]
        fields = unpacked(action.get("value"))

        def work() -> Message:
            if "asked" in fields:
                return stop_telling(desk, user)
            return stop_message(desk, user, int(fields.get("follow") or 0))

        key = f"{STOP} {action.get('action_ts')} {user}"
        private = bool(body.get("container", {}).get("is_ephemeral"))
        desk.take(Request(key, user, STOP, work), _reply(respond, private=private))


def _reply(respond: Respond, *, private: bool) -> Reply:
    """Reply to whoever pressed; a list that only they see gives way to the list as it is now."""

    def reply(message: Message) -> None:
        is_list = private and message.outcome == FOLLOWING
        by_address(respond, message, replace_original=is_list)

    return reply
