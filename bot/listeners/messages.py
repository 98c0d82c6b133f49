"""Questions put in a channel or in a direct message."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.answering import answer_to
from bot.asked import Asked
from bot.desk import Desk, Request
from bot.message import Message
from bot.replies import in_thread, place_of, set_working
from bot.text import question_in

# A message with a file, and a reply also sent to the channel, are questions like any other.
_ASKING = (None, "file_share", "thread_broadcast")


def register(app: App, desk: Desk) -> None:
    """Listen for mentions and direct messages. Bolt acknowledges events before it calls these."""

    @app.event("app_mention")
    def mentioned(body: dict[str, Any], client: WebClient) -> None:
        if _is_from_person(body["event"]):
            _take(desk, "mention", body, client)

    @app.event("message")
    def written_to(body: dict[str, Any], client: WebClient) -> None:
        event = body["event"]
        if event.get("channel_type") == "im" and _is_from_person(event):
            _take(desk, "direct", body, client)


def _is_from_person(event: dict[str, Any]) -> bool:
    """Whether somebody has just written this: no bot, no edit, no deletion, no joining."""
    is_new = event.get("subtype") in _ASKING and "edited" not in event
    return is_new and bool(event.get("user")) and not event.get("bot_id")


def _take(desk: Desk, kind: str, body: dict[str, Any], client: WebClient) -> None:
    event = body["event"]
    place = place_of(event, body)

    def work() -> Message:
        if place.direct:
            set_working(client, place, "processing")
        return answer_to(desk, Asked(question_in(event.get("text") or ""), place.user))

    key = body.get("event_id") or f"{place.channel} {event['ts']}"
    desk.take(Request(key, place.user, kind, work), in_thread(client, place))
