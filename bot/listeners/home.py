"""The App Home page, and what is suggested in an empty conversation."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.desk import Desk, Request
from bot.excuses import in_slack
from bot.message import Message
from bot.prompts import suggest
from bot.usage import home_view
from index.errors import TownClerkError


def register(app: App, desk: Desk) -> None:
    """Listen for the opening of either tab."""

    @app.event("app_home_opened")
    def opened(body: dict[str, Any], event: dict[str, Any], client: WebClient) -> None:
        user, channel = event["user"], event.get("channel")

        def show(_: Message) -> None:
            if event.get("tab") == "home":
                client.views_publish(user_id=user, view=_view(desk))
            elif channel:
                suggest(desk, client, channel)

        key = body.get("event_id") or f"home {user} {body.get('event_time')}"
        desk.take(Request(key, user, "home", lambda: Message("", outcome="shown")), show)


def _view(desk: Desk) -> dict[str, Any]:
    try:
        return home_view(desk.papers.library().status())
    except TownClerkError as error:
        return home_view(None, in_slack(error))
