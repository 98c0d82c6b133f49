"""An agent session in Slack: its Stop button."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.conversations.courtesies import silence, stopped
from bot.desk import Desk, Request
from bot.message import Message
from bot.slack.place import Place
from bot.slack.replies import in_session


def register(app: App, desk: Desk) -> None:
    """Listen for it. Bolt acknowledges events before it calls these."""

    @app.event("agent_session_stopped")
    def stop(body: dict[str, Any], event: dict[str, Any], client: WebClient) -> None:
        channel, thread_ts, user = event["channel"], event.get("thread_ts"), event.get("user")
        if not thread_ts or not user:
            return
        place = Place(channel, thread_ts, user, direct=channel.startswith("D"))

        def work() -> Message:
            return stopped() if desk.stop_answers(place.thread) else silence()

        post = in_session(client, place, desk)

        def reply(message: Message) -> None:
            # A press that comes to nothing, as the bot is busy or ends, is no question to answer.
            post(message if message.outcome == "stopped" else silence())

        key = body.get("event_id") or f"stop {channel} {thread_ts} {event.get('event_ts')}"
        desk.take(Request(key, user, "stop", work), reply, quick=True)
